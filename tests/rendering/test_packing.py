"""Rows dealt out to pages: what a page does not hold is cut or stacked, and no page is left half blank for it."""

from acbp.rendering.layout import A4, rows_height
from acbp.rendering.modules import Module, module, row
from acbp.rendering.packing import _joined, _share, fits, pack

from .test_cutting import rows_of


def chart(height: float) -> Module:
    """A chart that cannot be cut."""
    return module("chart", "C", src="", width="174", height=str(height), alt="")


def modules_on(page: list) -> list[Module]:
    """The modules of a page."""
    return [held for line in page for column in line for held in column["modules"]]


def test_a_table_begins_on_the_page_that_a_chart_leaves_half_empty() -> None:
    pages = pack([row(chart(70)), row(rows_of(40))])
    assert len(pages) == 2 and [held["kind"] for held in modules_on(pages[0])] == ["chart", "table"]
    assert all(fits(page) for page in pages)


def test_a_short_rest_keeps_the_page_before_company() -> None:
    pages = pack([row(chart(60)), row(rows_of(26))])
    rest = modules_on(pages[-1])[-1]
    assert len(pages) == 1 or len(rest["rows"]) >= 3


def test_side_by_side_tables_go_on_side_by_side() -> None:
    pages = pack([row((84.0, [rows_of(60)]), (84.0, [rows_of(50)]))])
    assert len(pages) == 2 and [len(line) for page in pages for line in page] == [2, 2]
    assert sum(len(held["rows"]) for page in pages for held in modules_on(page)) == 110


def test_long_texts_side_by_side_are_set_below_each_other() -> None:
    long = module("text", "Long", paragraphs=["一句话说完了。" * 260], room="84")
    pages = pack([row((84.0, [long]), (84.0, [long]))])
    texts = [held for page in pages for held in modules_on(page)]
    assert {held["room"] for held in texts} == {"174.0"} and all(fits(page) for page in pages)


def test_points_that_are_no_longer_short_become_texts() -> None:
    points = [{"heading": f"P{n}", "lines": ["一句话说完了。" * 120]} for n in range(3)]
    pages = pack([row(module("points", "Meaning", points=points, width="54"))])
    shown = [held for page in pages for held in modules_on(page)]
    assert {held["kind"] for held in shown} == {"text"} and shown[0]["heading"] == "Meaning · P0"
    assert all(fits(page) for page in pages)


def test_a_page_with_less_room_holds_less() -> None:
    rows = [row(chart(50)) for _ in range(8)]
    assert len(pack(rows, A4.less(60.0))) > len(pack(rows))
    assert A4.less(1000.0).full == A4.full / 2


def test_no_rows_make_no_page() -> None:
    assert pack([]) == []


def test_a_last_page_that_is_hardly_begun_gets_a_row_of_the_page_before() -> None:
    pages = pack([row(chart(110)), row(chart(90)), row(chart(40))])
    assert [[held["height"] for held in modules_on(page)] for page in pages] == [["110"], ["90", "40"]]
    pages = pack([row(chart(50)), row(chart(135)), row(chart(40))])
    assert [len(page) for page in pages] == [2, 1]


def test_a_table_is_cut_earlier_for_a_last_page_that_is_hardly_begun() -> None:
    rows = [row(chart(60)), row(rows_of(30)), row(chart(20))]
    pages = pack(rows)
    assert len(pages) == 2 and all(fits(page) for page in pages)
    assert rows_height(pages[1]) > 0.4 * A4.aim


def test_a_table_both_parts_of_which_come_to_one_page_is_whole_again() -> None:
    whole = rows_of(20)
    first, rest = ({**whole, "rows": whole["rows"][:9]}, {**whole, "rows": whole["rows"][9:]})
    before, last = [row(chart(185)), row(first)], [row(rest)]
    _share(before, last, A4)
    assert len(before) == len(last) == 1 and modules_on(last)[0]["rows"] == whole["rows"]
    assert _joined(row(chart(20)), row(rest)) is None
