"""Section `layout`: which pages are printed, in what order and under which headings, and pages of the author's own."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import PlainValidator, WithJsonSchema

from acbp.model.base import Part, shared
from acbp.model.scalars import Flag, Identifier, Line, Prose, Quantity
from acbp.model.wording import read_line


def _read_entry(value: Any) -> Decimal | str:
    if value is None or value == "":
        return ""
    is_number = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    return Decimal(value) if is_number else read_line(value)


Entry = Annotated[
    Decimal | str,
    PlainValidator(_read_entry),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "maxLength": 300}, {"type": "null"}]}),
]
"""A cell of a table of the author's own: a plain number, a text, which may refer to figures, or nothing."""


class FreeTable(Part):
    """A table of the author's own."""

    columns: tuple[Line, ...] = shared("Heads of the columns.", "表头。", min_length=1, max_length=8)
    rows: tuple[tuple[Entry, ...], ...] = shared(
        "Rows, each a list of cells.", "各行，每行一组单元格。", max_length=200
    )
    total: Flag = shared("True where the last row is the total.", "最后一行为合计时写 true。", False)


class Point(Part):
    """A value of a chart."""

    label: Line = shared("What it is.", "名称。", example="即饮茶")
    value: Quantity | None = shared("Its value.", "数值。", None, example="28%")
    of: Line | None = shared(
        "Or the reference of a figure of this plan, as `acbp explain` lists them.",
        "或引用本计划的一个数字，写法见 `acbp explain`。",
        None,
        example="financials.categories.rtd-tea.sales",
    )
    focus: Flag = shared("True for the values in the accent colour.", "用品牌色突出时写 true。", False)


class FreeChart(Part):
    """A chart of the author's own."""

    kind: Literal["columns", "bars"] = shared("Upright columns or bars.", "`columns` 柱形、`bars` 条形。", "columns")
    unit: Line | None = shared("`money`, `volume`, `%` or a word of your own.", "单位。", None, example="money")
    points: tuple[Point, ...] = shared("The values, in order.", "各数值，按顺序。", min_length=1, max_length=24)


class FreeModule(Part):
    """One block of a page: a text, a table or a chart under a heading."""

    heading: Line | None = shared("What the block says.", "本块的结论或标题。", None)
    half: Flag = shared("True for half the width: two such blocks stand side by side.", "占半栏时写 true。", False)
    text: Prose | None = shared("Paragraphs.", "文字。", None)
    table: FreeTable | None = shared("A table.", "表格。", None)
    chart: FreeChart | None = shared("A chart.", "图。", None)


class FreePage(Part):
    """A page of the author's own."""

    id: Identifier = shared(
        "Short name, by which `groups` place it.", "短名，用于在 `groups` 中排位。", example="media"
    )
    title: Line = shared("The page's conclusion: one sentence.", "本页结论：一句话。", example="联合媒体三波投放")
    lead: Line | None = shared("One quiet line below the title.", "标题下的一行说明。", None)
    note: Line | None = shared("Sources and notes in the footer.", "页脚的资料来源与说明。", None)
    modules: tuple[FreeModule, ...] = shared("What stands on it.", "页面内容。", min_length=1, max_length=12)


class PageGroup(Part):
    """A part of the document, as the strip at the top of each page shows it."""

    name: Line = shared("Name of the part.", "部分名称。", example="生意回顾")
    pages: tuple[str, ...] = shared(
        "Its pages in order: names of pages, or ids of your own.",
        "其中的页面，按顺序：页面名或自定义页的短名。",
        min_length=1,
        max_length=40,
        example=["performance", "market"],
    )


class Layout(Part):
    """How the document is made up."""

    method: Literal["eight-step", "six-step"] = shared(
        "Order of the parts without groups: the plan's eight steps, or the six of key account management.",
        "不写 groups 时的顺序：`eight-step` 八步骤、`six-step` 重点客户管理六步。",
        "eight-step",
    )
    groups: tuple[PageGroup, ...] = shared(
        "The parts in order; pages that no part names are left out.",
        "各部分，按顺序；没有列出的页面不印。",
        (),
        max_length=8,
    )
    pages: tuple[FreePage, ...] = shared("Pages of your own.", "自定义页面。", (), max_length=12)
