"""Actual against plan row by row: bar = actual, tick = plan, the numbers in columns beside."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.labels import Box, centred, cut
from acbp.charts.metrics import measure
from acbp.charts.scale import Scale, known
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class VarianceRow:
    """One category; sort the rows before."""

    label: str
    actual: Decimal | None
    plan: Decimal | None
    texts: tuple[str, ...]
    """The numbers of the columns, as printed."""
    focus: bool = False
    """Whether the bar stands in the accent: the largest shortfalls."""


@dataclass(frozen=True, slots=True)
class Variance:
    """Rows from top to bottom; ``heads`` names the number columns."""

    heads: tuple[str, ...]
    rows: tuple[VarianceRow, ...]
    total: tuple[str, str, tuple[str, ...]] | None = None
    """Last row, bold: label, a note in place of the bar (``97.5% 达成``), and the numbers."""
    bold_column: int | None = None
    """The number column set bold in focus rows."""


_BAR, _TICK = 2.8, 5.2
"""Heights of the bar and of the plan's tick, mm."""


def draw(data: Variance, width: float, height: float, style: Style) -> str:
    """The rows as SVG of ``width`` × ``height`` mm."""
    canvas = Canvas(width, height, style)
    palette = style.palette
    values = known(value for row in data.rows for value in (row.actual, row.plan))
    lines = [*(row.texts for row in data.rows), *([data.total[2]] if data.total else [])]
    least = 11.5 if width >= 90 else 0.0
    columns = [
        max([least, measure(head, 7.5) + 2.6, *(measure(texts[i], 8.0, True) + 2.6 for texts in lines)])
        for i, head in enumerate(data.heads)
    ]
    rights = [width - sum(columns[i + 1 :]) for i in range(len(columns))]
    labels = max([measure(row.label, 8.0, row.focus) for row in data.rows] + [0.0])
    first = min(labels + 2.5, 0.3 * width)
    last = width - sum(columns) - 1.5
    scale = Scale(min([*values, Decimal(0)]), max([*values, Decimal(0)]), first + 0.5, max(last, first + 1.0))

    head = 5.6
    pitch = (height - head - 0.3) / max(len(data.rows) + (data.total is not None), 1)
    for right, text in zip(rights, data.heads, strict=True):
        canvas.text(right, head - 1.9, text, anchor="end")
    bars: dict[str, list[Box]] = {palette.t60: [], palette.fill: [], palette.ink: []}
    zero = scale.at(Decimal(0))
    for index, row in enumerate(data.rows):
        y = head + (index + 0.5) * pitch
        colour = palette.ink
        canvas.middle(0, y, cut(row.label, first - 1.0, 8.0, row.focus), 8.0, colour=colour, bold=row.focus)
        tall = min(_BAR, 0.7 * pitch) / 2
        if row.actual is not None:
            end = scale.at(row.actual)
            fill = palette.fill if row.focus else palette.t60
            bars[fill].append(Box(min(zero, end), y - tall, max(zero, end), y + tall))
        if row.plan is not None:
            x = scale.at(row.plan)
            reach = min(_TICK, 0.95 * pitch) / 2
            bars[palette.ink].append(Box(x - 0.25, y - reach, x + 0.25, y + reach))
        for place, (right, text) in enumerate(zip(rights, row.texts, strict=True)):
            bold = row.focus and place == data.bold_column
            canvas.middle(right, y, text, 8.0, colour=palette.ink, bold=bold, anchor="end")
    for fill, boxes in bars.items():
        canvas.rects(boxes, fill)
    if scale.low < 0:
        canvas.line(zero, head, zero, head + len(data.rows) * pitch, palette.ink)
    between = [[(0.0, head + i * pitch), (width, head + i * pitch)] for i in range(1, len(data.rows))]
    canvas.lines(between, palette.n200, 0.35)
    bottom = head + len(data.rows) * pitch
    canvas.lines(
        [[(0, head), (width, head)], *([[(0, bottom), (width, bottom)]] if data.total else [])], palette.ink, 0.7
    )
    canvas.line(0, height - 0.3, width, height - 0.3, palette.n200, 0.35)
    if data.total:
        label, note, texts = data.total
        baseline = centred(bottom + pitch / 2, 8.0)
        canvas.text(0, baseline, cut(label, first - 1.0, 8.0, True), 8.0, palette.ink, True)
        canvas.text(first + 0.5, baseline, cut(note, last - first, 8.0, True), 8.0, palette.ink, True)
        for right, text in zip(rights, texts, strict=True):
            canvas.text(right, baseline, text, 8.0, palette.ink, True, "end")
    return canvas.svg()
