"""What goes on overleaf: tables with their heads, lists with their numbers, texts at the end of a sentence."""

from acbp.rendering.cutting import cut, split
from acbp.rendering.layout import height_of
from acbp.rendering.modules import Module, column, line, lines, module, ordinal, table


def rows_of(count: int) -> Module:
    """A table of so many lines."""
    return table(
        "T", [column("Name", 80.0), column("Value", 20.0, "r")], [line([f"n{n}", str(n)]) for n in range(count)]
    )


def test_a_table_is_cut_where_the_room_ends_and_nothing_is_lost() -> None:
    whole = rows_of(60) | {"after": "Said below."}
    first, rest = cut(whole, 100.0)
    assert rest is not None and [*first["rows"], *rest["rows"]] == whole["rows"]
    assert height_of(first | {"pad": "0.75"}) <= 100.0 < height_of(first | {"pad": "0.75"}) + 8.0
    assert (first["after"], rest["after"]) == ("", "Said below.")
    assert first["columns"] == rest["columns"] == whole["columns"]


def test_parts_are_about_as_long_as_each_other() -> None:
    parts = split(rows_of(60), 200.0)
    assert len(parts) > 1 and max(len(part["rows"]) for part in parts) - min(len(part["rows"]) for part in parts) < 6


def test_a_heading_stays_with_its_row_and_a_total_with_the_row_above() -> None:
    columns = [column("Name", 80.0), column("Value", 20.0, "r")]
    shown = [row for n in range(8) for row in (line([f"g{n}", ""], "group"), line([f"n{n}", "1"]))]
    for room in range(20, 90, 3):
        for part in split(table("", columns, [*shown, line(["All", "8"], "total")]), float(room)):
            assert part["rows"][-1]["class"] != "group" and part["rows"][0]["class"] != "total"


def test_rows_under_a_spanning_cell_take_it_along() -> None:
    long = "A long text that takes many lines of its narrow column. " * 6
    columns = [column("Goal", 30.0), column("Way", 50.0), column("Value", 20.0, "r")]
    head = ordinal("1", ("Goal", "bold"), rows=4)
    shown = [line([head, lines((long, "")), "1"])]
    shown += [{**line([lines((long, "")), str(n)], head=False), "from": 1} for n in range(2, 5)]
    first, rest = cut(table("", columns, shown), 80.0)
    assert rest is not None
    for part in (first, rest):
        spanning = part["rows"][0]["cells"][0]
        assert spanning["kind"] == "ordinal" and (spanning["rowspan"] or 1) == len(part["rows"])
        assert [len(row["cells"]) for row in part["rows"]] == [3] + [2] * (len(part["rows"]) - 1)
    again, last = cut(rest, 80.0)
    assert last is None or again["rows"][0]["cells"][0]["kind"] == "ordinal"


def test_a_list_goes_on_with_its_numbers() -> None:
    first, rest = cut(module("list", "L", entries=[f"Entry {n}" for n in range(20)], room="84"), 60.0)
    assert rest is not None and first["first"] == 0
    assert rest["first"] == len(first["entries"]) and len(first["entries"]) + len(rest["entries"]) == 20


def test_a_text_is_cut_behind_a_sentence() -> None:
    said = "一句话说完了。" * 60
    first, rest = cut(module("text", paragraphs=[said, "第二段。"], room="84"), 40.0)
    assert rest is not None and first["paragraphs"][0].endswith("。")
    assert first["paragraphs"][0] + rest["paragraphs"][0] == said and rest["paragraphs"][1] == "第二段。"


def test_what_cannot_be_cut_stays_whole() -> None:
    chart = module("chart", "C", src="", width="174", height="120", alt="")
    assert cut(chart, 50.0) == (chart, None)
