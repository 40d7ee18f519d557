"""How rows are dealt out to pages and how high things are taken to be."""

from acbp.rendering.layout import AIM, FULL, height_of, rows_height
from acbp.rendering.modules import column, line, row, table
from acbp.rendering.packing import pack, pages_needed
from acbp.rendering.pages.overview import cards_module


def listed(name: str, lines: int) -> list:
    """A table of so many lines in a row of its own."""
    return row(table(name, [column("Name", 174.0)], [line([f"{name} {at}"]) for at in range(lines)]))


def names(page: list) -> list[str]:
    return [column["modules"][0]["heading"] for row_ in page for column in row_]


def test_a_short_last_page_takes_a_row_over_from_a_full_one() -> None:
    first, last = pack([listed("Levels", 15), listed("Menu", 4), listed("Others", 2), listed("Help", 8)])
    assert names(first) == ["Levels", "Menu"] and names(last) == ["Others", "Help"]
    assert rows_height(first) > 0.75 * AIM


def test_the_page_before_stays_as_it_is_where_it_would_look_empty() -> None:
    first, last = pack([listed("Levels", 5), listed("Menu", 25), listed("Help", 9)])
    assert names(first) == ["Levels", "Menu"] and names(last) == ["Help"]


def test_as_many_pages_as_are_bound() -> None:
    rows = [listed("Levels", 15), listed("Menu", 4), listed("Others", 2), listed("Help", 8)]
    assert pages_needed(rows) == len(pack(rows)) == 2
    assert all(rows_height(page) <= FULL for page in pack(rows))


def test_cards_without_a_line_of_years_are_lower() -> None:
    card = {"name": "Net sales", "figure": "£11,690k", "unit": "", "change": "100.8%", "before": "", "spark": ""}
    assert height_of(cards_module([card], bare=True)) < height_of(cards_module([{**card, "spark": "x"}], bare=True))
