"""Pages of the author's own: texts, tables and charts under headings of their choice."""

import re
from collections.abc import Iterator
from decimal import Decimal

from acbp.analysis.rates import Figure
from acbp.charts import columns as columns_chart
from acbp.charts.metrics import measure
from acbp.model.layout import FreeChart, FreeModule, FreePage, FreeTable
from acbp.model.units import resolve
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import AIM, Row, rows_height
from acbp.rendering.modules import TEXT_WIDTH, Module, bar, column, line, module, row, table, text

_HALF = 84.0
_FIGURE = re.compile(r"[-+\u2212£$€¥]*\d[\d,.]*\s*(%|pt|[万亿kmbn]{0,2})[†‡]?|[-+\u2212—]")
_NARROWEST = 14.0
CHART_LEAST, CHART_MOST = 62.0, 96.0
"""Heights of a chart, mm: it takes up what a short page leaves."""


def write(desk: Desk) -> list[Page]:
    """Write the pages that the layout adds; none where it adds none."""
    layout = desk.plan.layout
    return [page for own in (layout.pages if layout else ()) for page in _write(desk, own)]


def _write(desk: Desk, page: FreePage) -> list[Page]:
    rows = list(_rows(desk, page, CHART_LEAST))
    drawn = sum(any(held["kind"] == "chart" for column_ in row_ for held in column_["modules"]) for row_ in rows)
    if drawn and (spare := AIM - rows_height(rows)) > 0:
        rows = list(_rows(desk, page, min(CHART_MOST, CHART_LEAST + spare / drawn)))
    return desk.bind(page.id, 6, page.title, rows, lead=page.lead or "", notes=page.note or "")


def _rows(desk: Desk, page: FreePage, height: float) -> Iterator[Row]:
    """The modules in rows: two of half the width that follow each other stand side by side."""
    waiting: list[Module] | None = None
    for number, own in enumerate(page.modules, start=1):
        made = _modules(desk, own, f"{page.id}-{number}", (_HALF if own.half else TEXT_WIDTH, height))
        if not own.half:
            if waiting:
                yield row((_HALF, waiting))
                waiting = None
            yield from (row(each) for each in made)
        elif waiting is None:
            waiting = made
        else:
            yield row((_HALF, waiting), (_HALF, made))
            waiting = None
    if waiting:
        yield row((_HALF, waiting))


def _modules(desk: Desk, own: FreeModule, name: str, size: tuple[float, float]) -> list[Module]:
    """The text, the table and the chart of a block; the heading stands over the first of them."""
    heading, width = own.heading or "", size[0]
    made = []
    if own.text:
        paragraphs = [part.strip() for part in own.text.split("\n") if part.strip()]
        made.append(module("text", heading, paragraphs=paragraphs, room=str(width)))
    if own.table:
        made.append(_table(desk, own.table, "" if made else heading, width))
    if own.chart:
        made.append(_chart(desk, own.chart, name, "" if made else heading, size))
    return made


def _table(desk: Desk, own: FreeTable, heading: str, width: float) -> Module:
    cells = [[_cell(desk, entry) for entry in given] for given in own.rows]
    figures = [all(_FIGURE.fullmatch(row_[at]) for row_ in cells if row_[at]) for at in range(len(own.columns))]
    wanted = [
        max(_NARROWEST, *(measure(each, 8.0) + 4.0 for each in (head, *(row_[at] for row_ in cells))))
        for at, head in enumerate(own.columns)
    ]
    widths = _share(wanted, figures, width)
    heads = [
        column(head, room, "r" if is_figure and at else "l")
        for at, (head, room, is_figure) in enumerate(zip(own.columns, widths, figures, strict=True))
    ]
    last = len(cells) - 1
    rows = [line(row_, "total" if own.total and at == last else "") for at, row_ in enumerate(cells)]
    return table(heading, heads, rows, prose=True)


def _cell(desk: Desk, entry: Decimal | str) -> str:
    return desk.locale.number(entry) if isinstance(entry, Decimal) else entry


def _share(wanted: list[float], figures: list[bool], width: float) -> list[float]:
    """Widths of columns, mm: each as wide as its content while that fits, else long ones give way.

    What is left over goes to the columns of words.
    """
    limit = width
    while sum(min(each, limit) for each in wanted) > width and limit > _NARROWEST:
        limit -= 1.0
    widths = [min(each, limit) for each in wanted]
    wordy = [at for at, is_figure in enumerate(figures) if not is_figure] or [0]
    spare = max(0.0, width - sum(widths)) / len(wordy)
    return [room + spare if at in wordy else room for at, room in enumerate(widths)]


def _chart(desk: Desk, own: FreeChart, name: str, heading: str, size: tuple[float, float]) -> Module:
    width = size[0]
    values = _values(desk, own)
    shown = [
        (point, value, desk.measured(value, own.unit, like=values))
        for point, value in zip(own.points, values, strict=True)
    ]
    unit = desk.unit_name(own.unit) if own.unit != "%" else ""
    if own.kind == "bars":
        top = max((abs(value) for value in values if value is not None), default=Decimal(0))
        room = width / 2 - 20.0
        rows = [
            line([text(point.label, bold=point.focus), bar(value, top, room, label, "fill" if point.focus else "n300")])
            for point, value, label in shown
        ]
        return table(heading, [column("", width / 2), column("", width / 2)], rows, headless=True, unit=unit)
    data = columns_chart.Columns(
        tuple(columns_chart.Column(point.label, value, label, plan=point.focus) for point, value, label in shown)
    )
    alt = desk.words("alt.free", heading=heading, values=desk.locale.join([f"{p.label} {t}" for p, _, t in shown]))
    return desk.chart(name, heading, (columns_chart.draw, data), size, alt, unit=unit)


def _values(desk: Desk, own: FreeChart) -> list[Figure]:
    """What the points stand for: a value of their own, or a figure of the plan."""
    from acbp.analysis.explaining import References

    references = References(desk.plan, desk.figures) if any(point.of for point in own.points) else None
    values: list[Figure] = []
    for point in own.points:
        if point.value is not None:
            values.append(resolve(point.value, own.unit, desk.plan.plan))
        else:
            found = references.look_up(point.of) if references and point.of else None
            values.append(found.value if found and isinstance(found.value, Decimal) else None)
    return values
