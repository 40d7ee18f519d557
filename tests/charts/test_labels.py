"""Labels: wrapped, cut, thinned out, placed."""

import pytest

from acbp.charts.labels import Box, cut, place, thin, wrap
from acbp.charts.metrics import measure


def test_text_that_fits_is_left_alone() -> None:
    assert wrap("无糖茶货架", 20, 7.5) == ["无糖茶货架"]
    assert cut("无糖茶货架", 20, 7.5) == "无糖茶货架"


def test_given_breaks_are_kept() -> None:
    assert wrap("无糖茶\n货架", 60, 7.5) == ["无糖茶", "货架"]


def test_chinese_is_broken_into_even_halves() -> None:
    assert wrap("无糖茶冷藏货架", 12, 7.5) == ["无糖茶", "冷藏货架"]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("冷藏陈列加密", ["冷藏陈列", "加密"]),
        ("县域门店分销补齐", ["县域门店", "分销补齐"]),
        ("门店关闭", ["门店", "关闭"]),
    ],
)
def test_chinese_words_of_two_characters_stay_whole(name: str, lines: list[str]) -> None:
    assert wrap(name, measure(name, 7.5) - 1, 7.5) == lines


def test_a_word_is_split_before_a_line_is_cut() -> None:
    assert wrap("冷藏陈列加密", measure("冷藏陈", 7.5), 7.5) == ["冷藏陈", "列加密"]


def test_english_is_broken_between_words() -> None:
    assert wrap("Promotion efficiency", 16, 7.5) == ["Promotion", "efficiency"]


@pytest.mark.parametrize("text", ["促销（节日）效率", "一二三四，五六七八", "占比“上升”到位", "增长12.5%以上"])
def test_punctuation_stays_with_its_word(text: str) -> None:
    for width in (9, 12, 15):
        lines = wrap(text, width, 7.5)
        assert all(line[0] not in "）”，。%" and line[-1] not in "（“" for line in lines)


@pytest.mark.parametrize(
    "text",
    ["全渠道无糖即饮茶冷藏货架与端架联合扩容专项", "Pneumonoultramicroscopicsilicovolcanoconiosis", "a b c " * 9],
)
@pytest.mark.parametrize("width", [4, 9, 14.5])
def test_too_long_is_cut_to_two_lines_with_an_ellipsis(text: str, width: float) -> None:
    lines = wrap(text, width, 7.5)
    assert 1 <= len(lines) <= 2
    assert lines[-1].endswith("…")
    assert all(measure(line, 7.5) <= width for line in lines)


def test_a_whole_page_of_text_is_cut_to_what_fits() -> None:
    page = "供货额增长" * 20000
    assert len(cut(page, 40, 7.5)) < 20
    assert [len(line) < 20 for line in wrap(page, 40, 7.5)] == [True, True]


def test_no_room_leaves_nothing() -> None:
    assert cut("计划", 1, 7.5) == ""
    assert wrap("", 10, 7.5) == []


@pytest.mark.parametrize(
    ("count", "pitch", "widest", "every"), [(5, 10, 9, 1), (5, 10, 11, 2), (52, 1.2, 6, 5), (3, 1, 99, 3)]
)
def test_thinning_keeps_labels_apart(count: int, pitch: float, widest: float, every: int) -> None:
    assert thin(count, pitch, widest) == every


def test_first_free_place_is_taken() -> None:
    room, taken = Box(0, 0, 100, 100), [Box(10, 10, 20, 20)]
    places = [Box(12, 12, 18, 18), Box(21, 12, 27, 18), Box(0, 0, 6, 6)]
    assert place(places, taken, room) == (1, 0)


def test_the_edge_costs_more_than_a_neighbour() -> None:
    room, taken = Box(0, 0, 100, 100), [Box(10, 10, 20, 20)]
    assert place([Box(97, 0, 103, 6), Box(18, 10, 24, 16)], taken, room)[0] == 1
