"""The widths of columns: every number on one line, no word torn, and no text in a gutter while another has room."""

import pytest

from acbp.charts.metrics import measure
from acbp.rendering.modules import Module, column, line, table


def widths(made: Module) -> list[float]:
    """The columns' widths in mm."""
    return [float(each["width"]) for each in made["columns"]]


def test_columns_that_hold_what_stands_in_them_stay_as_they_are() -> None:
    made = table("", [column("Name", 60.0), column("Value", 20.0, "r")], [line(["A name", "1,234"])])
    assert widths(made) == [60.0, 20.0]


def test_a_column_of_numbers_takes_what_it_lacks_from_one_of_text() -> None:
    made = table("", [column("Name", 60.0), column("Value", 14.0, "r")], [line(["A name", "−1,234,567,890"])])
    assert sum(widths(made)) == 74.0 and widths(made)[1] >= measure("−1,234,567,890", 8.0)


def test_a_word_is_not_torn_while_there_is_room() -> None:
    made = table("", [column("Who", 12.0), column("What", 60.0)], [line(["Featherstonehaugh", "Something"])])
    assert widths(made)[0] >= measure("Featherstone", 8.0)


def test_a_long_text_gets_room_from_the_others() -> None:
    said = "A long text that would take a great many lines of so narrow a column. " * 4
    made = table("", [column("A", 60.0), column("B", 60.0), column("C", 20.0)], [line(["Short", "Short too", said])])
    assert widths(made)[2] > 40.0 and sum(widths(made)) == 140.0


def test_a_column_with_a_drawing_keeps_its_width() -> None:
    drawn = column("", 50.0, classes="g")
    made = table("", [column("Name", 30.0), drawn, column("V", 8.0, "r")], [line(["N", "", "1,234,567,890"])])
    assert widths(made)[1] == 50.0


def test_a_sentence_in_a_column_of_numbers_may_be_broken() -> None:
    made = table(
        "", [column("N", 60.0), column("V", 30.0, "r")], [line(["N", "Every second Thursday, in the afternoon"])]
    )
    assert "wrap" in made["rows"][0]["cells"][1]["classes"] and widths(made) == [60.0, 30.0]


def test_numbers_too_many_for_the_page_are_broken_before_any_head_runs_into_the_next() -> None:
    heads = ["Week", "Lift", "Stocked up", "Uplift\nk cases", "Cost of\neach", "Return"]
    columns = [column(head, 15.0, "l" if at == 0 else "r") for at, head in enumerate(heads)]
    number = "−102,258,000,000.00"
    made = table("", columns, [line(["W27–30", number, number, "—", "—", number])])
    assert sum(widths(made)) == pytest.approx(90.0, abs=0.1)
    assert all(
        width >= max(measure(word, 7.5) for word in head.replace("\n", " ").split())
        for width, head in zip(widths(made), heads, strict=True)
    )
    assert [cell["classes"] for cell in made["rows"][0]["cells"]].count("r wrap") == 2
