"""Lists that stand in CSV files and workbooks: read as if written in the plan, each fault named by its cell."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from acbp.loading.load import Loaded, load
from acbp.model.base import Part, internal, shared
from acbp.model.heading import Heading
from acbp.model.periods import QuarterlyAmounts
from acbp.model.scalars import Amount, Count, Day, Flag, Identifier, Line, Percent, Volume
from acbp.problems import to_text


class Sku(Part):
    """A product, as tests list it."""

    id: Identifier = shared("Id.", "编号。")
    name: Line = shared("Name.", "名称。")
    sales: Amount | None = shared("Sales.", "销售额。", None)
    cases: Volume | None = shared("Cases.", "箱数。", None)
    margin: Percent | None = shared("Margin.", "毛利率。", None)
    stores: Count | None = shared("Stores.", "门店数。", None)
    listed: Day | None = shared("Listed.", "上市日。", None)
    focus: Flag = shared("Focus.", "重点。", False)
    quarters: QuarterlyAmounts | None = shared("By quarter.", "分季度。", None)
    floor: Amount | None = internal("Floor.", "底价。")


class Range(Part):
    """A part that holds a list."""

    skus: tuple[Sku, ...] = shared("Products.", "商品。", (), max_length=3)


class Sheet(Part):
    """A plan with a list."""

    plan: Heading = shared("Heading.", "计划。")
    range: Range | None = shared("Range.", "商品。", None)


class Shared(Part):
    """A workspace of nothing."""


PLAN = """\
plan: {{id: p, title: P, year: 2027, currency: CNY, money_unit: 万, language: en, owner: A, date: 2027-01-01}}
range:
  skus: {spec}
"""


def read(folder: Path, spec: str) -> Loaded[Any, Any]:
    """The plan whose list is that table."""
    (folder / "plan.yaml").write_text(PLAN.format(spec=spec), encoding="utf-8")
    return load(folder, Sheet, Shared)


def write(folder: Path, *rows: list[Any], name: str = "skus.xlsx", sheet: str = "Data") -> None:
    """A workbook with these rows in its second sheet."""
    book = Workbook()
    book.active.title = "Cover"
    page = book.create_sheet(sheet)
    for row in rows:
        page.append(row)
    book.save(folder / name)


def codes(loaded: Loaded[Any, Any]) -> list[tuple[str, str]]:
    """Each problem's code and place."""
    return [(p.code, p.place.cell or f"{p.place.line}:{p.place.column}") for p in loaded.problems]  # type: ignore[union-attr]


def test_a_csv_reads_as_if_it_stood_in_the_plan(tmp_path: Path) -> None:
    text = 'id,name,sales,margin,stores,focus\ntea,"Tea, 500 ml","1,200",12.5%,148,true\nwater,Water,,,,\n'
    (tmp_path / "skus.csv").write_text(text, encoding="utf-8-sig")
    loaded = read(tmp_path, "{file: skus.csv}")
    assert loaded.plan is not None, to_text(loaded.problems, "en")
    tea, water = loaded.plan.range.skus
    assert (tea.name, tea.sales, tea.margin, tea.stores) == ("Tea, 500 ml", Decimal(12_000_000), Decimal("0.125"), 148)
    assert tea.focus is True
    assert (water.sales, water.margin, water.focus) == (None, None, False)
    assert tmp_path / "skus.csv" in loaded.sources


def test_a_workbook_gives_what_its_cells_show(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    page.append(["Report of March"])
    page.append([])
    page.append(["id", "Product", "sales (yuan)", "margin", "listed", "quarters.Q1", "remark"])
    page.append(["6901", "Tea", 12345.6, 0.125, date(2026, 3, 1), 0.1 + 0.2, "x"])
    page["D4"].number_format = "0.0%"
    page.append([None] * 7)
    page.append(["Total", None, 12345.6])
    book.save(tmp_path / "skus.xlsx")
    loaded = read(tmp_path, "{file: skus.xlsx, head: 3, columns: {name: Product}, money_unit: 元}")
    assert loaded.plan is not None, to_text(loaded.problems, "en")
    (sku,) = loaded.plan.range.skus
    assert (sku.id, sku.sales, sku.margin, sku.listed) == (
        "6901",
        Decimal("12345.6"),
        Decimal("0.125"),
        date(2026, 3, 1),
    )
    assert str(sku.quarters.Q1) == "0.3"
    assert loaded.problems == ()


def test_faults_are_named_by_sheet_and_cell(tmp_path: Path) -> None:
    write(tmp_path, ["id", "name", "sales"], ["Tea!", "Tea", "12k units"], ["water", None, "#N/A"])
    loaded = read(tmp_path, "{file: skus.xlsx, sheet: Data}")
    assert loaded.plan is None
    found = codes(loaded)
    assert ("E208", "Data!A2") in found
    assert ("E202", "Data!A3") in found
    assert ("E107", "Data!C2") in found
    assert "skus.xlsx:Data!A2: E208" in to_text(loaded.problems, "en")


def test_a_fault_in_a_csv_is_named_by_line_and_column(tmp_path: Path) -> None:
    (tmp_path / "skus.csv").write_text("id;name;sales\ntea;Tea;many\n", encoding="utf-8")
    assert codes(read(tmp_path, "{file: skus.csv}")) == [("E107", "2:9")]


@pytest.mark.parametrize(
    ("spec", "code", "line"),
    [
        ("{file: none.csv}", "E001", "3:16"),
        ("{file: ../plan.csv}", "E007", "3:16"),
        ("{file: old.xls}", "E154", "3:16"),
        ("{file: broken.xlsx}", "E155", "3:16"),
        ("{file: skus.xlsx, sheet: Nosuch}", "E150", "3:16"),
        ("{file: skus.xlsx, sheets: Data}", "E201", "3:27"),
        ("{file: skus.xlsx, sheet: Data, head: 0}", "E205", "3:46"),
        ("{file: gbk.csv}", "E121", "1:10"),
    ],
)
def test_a_table_that_cannot_be_read_says_so_where_it_is_named(tmp_path: Path, spec: str, code: str, line: str) -> None:
    write(tmp_path, ["id", "name"])
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (tmp_path / "gbk.csv").write_bytes("id,name,品类\ntea,茶饮料,即饮茶\n".encode("gb18030"))
    loaded = read(tmp_path, spec)
    assert codes(loaded) == [(code, line)]
    assert "Traceback" not in to_text(loaded.problems, "zh")


def test_a_missing_column_is_told_once_however_many_rows_there_are(tmp_path: Path) -> None:
    write(tmp_path, ["id", "Sales"], ["tea", 1], ["water", 2])
    assert sorted(codes(read(tmp_path, "{file: skus.xlsx, sheet: Data}"))) == [("E151", "Data!A1"), ("W150", "Data!B1")]


def test_heads_that_are_twice_there_or_nowhere_are_told(tmp_path: Path) -> None:
    write(tmp_path, ["id", "name", "name"], ["tea", "Tea", "Thé", "beyond"])
    loaded = read(tmp_path, "{file: skus.xlsx, sheet: Data, columns: {sales: Umsatz}}")
    assert sorted(codes(loaded)) == [("E151", "Data!A1"), ("E156", "Data!C1"), ("E157", "Data!D2")]


def test_a_formula_without_a_result_is_told(tmp_path: Path) -> None:
    write(tmp_path, ["id", "name", "sales", "remark"], ["tea", "Tea", "=1+1", "=2+2"], ["Total", None, "=SUM(C2:C2)"])
    assert codes(read(tmp_path, "{file: skus.xlsx, sheet: Data}")) == [("E152", "Data!C2")]


def test_more_rows_than_the_plan_allows_are_told_in_the_plan(tmp_path: Path) -> None:
    write(tmp_path, ["id", "name"], *[[f"s{n}", "S"] for n in range(4)])
    assert codes(read(tmp_path, "{file: skus.xlsx, sheet: Data}")) == [("E207", "3:3")]


def test_ids_of_a_table_are_checked_like_any_others(tmp_path: Path) -> None:
    write(tmp_path, ["id", "name", "floor"], ["tea", "Tea", 5])
    loaded = read(tmp_path, "{file: skus.xlsx, sheet: Data, money_unit: 元}")
    assert loaded.plan is not None
    assert loaded.plan.range.skus[0].floor == Decimal(5)
    assert loaded.name(("range", "skus", 0, "floor")) == "range.skus[tea].floor"


def test_heads_and_cells_may_be_chinese(tmp_path: Path) -> None:
    table = "编号,名称,销售额(万元),毛利率,重点,分季度.一季度,上市日\na,水,12,8%,是,3,2027-02-01\n"
    (tmp_path / "skus.csv").write_text(table, encoding="utf-8")
    loaded = read(tmp_path, "{文件: skus.csv}")
    (sku,) = loaded.plan.range.skus
    assert (sku.sales, sku.margin, sku.focus, sku.quarters.Q1) == (120_000, Decimal("0.08"), True, 30_000)
    (tmp_path / "skus.csv").write_text("编号,水名,销售额\na,水,很多\n", encoding="utf-8")
    missing = next(each for each in read(tmp_path, "{file: skus.csv}").problems if each.code == "E151")
    assert missing.values["key"] == "名称"
    (tmp_path / "skus.csv").write_text("编号,名称,销售额\na,水,很多\n", encoding="utf-8")
    (wrong,) = read(tmp_path, "{file: skus.csv}").problems
    assert (wrong.code, wrong.item) == ("E107", "range.skus[a].销售额")


def test_columns_of_other_heads_are_named_in_chinese_too(tmp_path: Path) -> None:
    (tmp_path / "skus.csv").write_text("编号,名称,2026 供货额\na,水,12\n", encoding="utf-8")
    loaded = read(tmp_path, "{文件: skus.csv, 列: {销售额: 2026 供货额}}")
    assert loaded.plan.range.skus[0].sales == 120_000
