import random
import re

import pytest
from markupsafe import Markup

from acbp.rendering.typography import NO_BREAK, length_of, markup, plain, segments, space_mixed


def shown(text: str) -> str:
    """No-break spaces as ``~``, so that they can be told from plain ones."""
    return text.replace("\u00a0", "~")


def kept(text: str, lang: str = "zh", longest: int = 12) -> list[str]:
    return [shown(part) for part, together in segments(text, lang, longest=longest) if together]


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("供货额增长12.9%至2.1亿元", "供货额增长 12.9% 至 2.1~亿元"),
        ("华联POS数据", "华联 POS 数据"),
        ("62家县域店", "62~家县域店"),
        ("2027年4月16日签署", "2027~年 4~月~16~日签署"),
        ("第3周，全年52周", "第~3~周，全年 52~周"),
        ("费用率下降0.8个百分点", "费用率下降 0.8~个百分点"),
        ("低效单品−350", "低效单品 −350"),
        ("变动-5万元", "变动-5~万元"),
        ("毛利+260", "毛利 +260"),
        ("单价¥3.5", "单价 ¥3.5"),
        ("完成（ 12 台 ），其余", "完成（12~台），其余"),
        ("完成(12台)其余", "完成(12~台)其余"),
        ("气温35℃以上", "气温 35℃ 以上"),
        ("Café品牌", "Café 品牌"),
        ("每包12\u202f瓶，每瓶\u2009500 ml", "每包 12~瓶，每瓶 500~ml"),
        ("货架占比\n提高；\n  客单提高", "货架占比提高；客单提高"),
        ("罗岩 采购总监", "罗岩 采购总监"),
        ("", ""),
    ],
)
def test_spaces_in_chinese_text(text: str, spaced: str) -> None:
    assert shown(space_mixed(text)) == spaced


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("Supply grows to RMB 210 m by 30 June.", "Supply grows to RMB~210~m by 30~June."),
        ("+1.3 pt, USD 12.4 bn, 148 stores", "+1.3~pt, USD~12.4~bn, 148~stores"),
        ("Plan for 2027 may change: 3 main points", "Plan for 2027 may change: 3 main points"),
        ('The "best" shop - 5 of 6', 'The "best" shop - 5 of 6'),
        ("SKU 12 and POS 2024", "SKU 12 and POS 2024"),
    ],
)
def test_english_text_is_left_alone_but_for_numbers_and_their_units(text: str, spaced: str) -> None:
    assert shown(space_mixed(text)) == spaced


def test_spacing_twice_is_spacing_once() -> None:
    draw = random.Random(11)
    pieces = [
        "年",
        "月",
        "日",
        "万元",
        "华联",
        "POS",
        "12",
        "3.5%",
        "+",
        "−",
        "，",
        "（",
        "”",
        "$",
        " ",
        "\u00a0",
        "\n",
    ]
    for _ in range(500):
        text = "".join(draw.choices(pieces, k=12))
        once = space_mixed(text)
        assert space_mixed(once) == once, repr(text)


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("占总增量39%；促销档期减少7个以上门店", ["7~个", "上门店"]),
        ("补齐货架可增720万元。", ["720~万元。"]),
        ("投入贸易费用3,360万元，合计2.1亿美元为限额", ["3,360~万元", "2.1~亿美元", "为限额"]),
        ("2024—2026年为实际数", ["2024—2026~年", "实际数"]),
        ("签署于2027年4月16日前后", ["2027~年", "4~月~16~日前后"]),
        ("合同第3周到期前通知", ["第~3~周", "前通知"]),
        ("由A店", ["A 店"]),
        ("共12%。", ["12%。"]),
        ("好", ["好"]),
        ("他说“可以”。", ["“可以”。"]),
    ],
)
def test_quantities_and_the_end_of_a_chinese_paragraph_stay_together(text: str, together: list[str]) -> None:
    assert kept(text) == together


def test_nothing_is_lost_or_added_by_cutting() -> None:
    text = "档期由31个减到24个，每档15天内评估；余下（含“旺季”）见第5页"
    assert "".join(part for part, _ in segments(text, "zh")) == space_mixed(text) == plain(text)


def test_no_phrase_is_kept_longer_than_the_limit() -> None:
    text = "总额1,234,567,890.55万元|华联万家前台毛利同步增加|结尾是ABCDEFGHIJKLMNOP"
    assert all(length_of(part) <= 12 for part in kept(text))
    assert kept("华联万家前台毛利同步增加", longest=5) == ["步增加"]


def test_a_phrase_longer_than_the_limit_is_cut_as_if_unmarked() -> None:
    assert kept("六项达标|冰柜投放落后一成须在二季度补齐900万元以上") == ["六项达标", "900~万元以上"]


def test_the_authors_marks_keep_phrases_together_and_are_not_printed() -> None:
    assert segments("覆盖面扩大，|配送成本下降", "zh") == [("覆盖面扩大，", True), ("配送成本下降", True)]
    assert plain("覆盖面扩大，|配送成本下降") == "覆盖面扩大，配送成本下降"


def test_the_space_between_two_phrases_belongs_to_neither() -> None:
    assert segments("占比提到|28%", "zh") == [("占比提到", True), (" ", False), ("28%", True)]
    assert segments("费用率，| 2027", "zh") == [("费用率，", True), ("2027", True)]


def test_a_title_may_keep_longer_phrases() -> None:
    title = "供货额增长12.9%至2.1亿元，|华联万家前台毛利同步增加900万元"
    first, second = kept(title, longest=29)
    assert (first, second) == ("供货额增长 12.9% 至 2.1~亿元，", "华联万家前台毛利同步增加 900~万元")


def test_marks_in_english_cut_at_the_space() -> None:
    assert segments("Shelf first,| price later", "en") == [("Shelf first,", True), (" ", False), ("price later", True)]
    assert segments("Six initiatives add 29.5", "en") == [("Six initiatives add 29.5", False)]


def test_a_doubled_bar_is_a_bar() -> None:
    assert plain("A||B") == "A|B"
    assert segments("高||低|其余", "zh") == [("高|低", True), ("其余", True)]


@pytest.mark.parametrize("text", ["", "|", " | ", "||"])
def test_text_of_nothing_but_marks(text: str) -> None:
    assert plain(text) == ("|" if text == "||" else "")


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [
        ("他说：“先做样板店，再推广", "他说[：]“先做样板店，再推广"),
        ("旺季（含春节），照常进行", "旺季（含春节[）]，照常进行"),
        ("（“旺季”），照常进行", "（“旺季[”][）]，照常进行"),
        ("真的？！太好了", "真的？！太好了"),
        ("等等……——好不好", "等等……——好不好"),
    ],
)
def test_each_mark_before_another_is_squeezed_and_the_last_is_not(text: str, squeezed: str) -> None:
    html = str(markup(text, "zh", longest=0))
    html = re.sub(r'<span class="nb">(“.)</span>', r"\1", html)  # an opening mark stays with what it opens
    assert html.replace('<span class="halt">', "[").replace("</span>", "]") == squeezed


def test_english_marks_are_never_squeezed() -> None:
    assert "halt" not in markup("He said “yes”, twice", "en")


def test_markup_of_a_paragraph() -> None:
    html = markup("补齐货架，可增720万元（约“两成”）", "zh")
    assert isinstance(html, Markup)
    assert shown(html) == (
        '补齐货架，可增 <span class="nb">720~万元</span>（约<span class="nb">“两成<span class="halt">”</span>）</span>'
    )


def test_markup_escapes_what_the_author_wrote() -> None:
    for text in ("<b>A&B</b>", Markup("<b>A&B</b>")):
        assert markup(text, "en") == "&lt;b&gt;A&amp;B&lt;/b&gt;"
    html = markup('”）<script>alert("1")</script>5万元', "zh")
    assert "<script" not in html and "&lt;script&gt;" in html and "&#34;" in html


def test_in_english_short_compounds_and_what_follows_a_sign_stay_on_the_line() -> None:
    assert segments("new add-on and fast-moving e-claims", "en") == [
        ("new ", False),
        ("add-on", True),
        (" and fast-moving ", False),
        ("e-claims", True),
    ]
    for said in (
        "six-pack × 4",
        "kept ÷ due",
        "1 case = 5.678 litres",
        "‡ unsourced",
        "10 working days",
    ):
        assert NO_BREAK in space_mixed(said), said
    assert space_mixed("a = b") == f"a ={NO_BREAK}b"


def test_in_english_marks_stay_behind_the_first_chinese_character() -> None:
    assert '<span class="nb">箱，</span>否' in markup("below 12.5 箱，否则退出", "en")
    assert "nb" not in markup("in 大润发 stores", "en")


def test_marks_do_not_count_towards_the_last_characters() -> None:
    assert kept("请回报缺货清单（含）") == ["单（含）"]


def test_a_long_word_is_not_broken_within_a_ligature() -> None:
    said = markup("Donaudampfschifffahrtsgesellschaftskapitän", "en")
    assert "\u00ad" in said and "f\u00adf" not in said
