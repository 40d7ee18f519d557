"""From the list price down to the pocket price: horizontal bars on table rows, the numbers in columns beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.charts.canvas import Canvas
from acbp.charts.labels import cut
from acbp.charts.metrics import measure
from acbp.charts.scale import Scale
from acbp.charts.steps import Step, foot, levels
from acbp.charts.style import Palette, Style

_STAND = "0.6"
"""What a cut axis leaves of the bars, in parts of the difference between list and pocket."""

_BAR = 0.62
"""A bar's part of its row's height."""


@dataclass(frozen=True, slots=True)
class PocketRow:
    """A level of the price, or a deduction between two levels."""

    label: str
    value: Decimal | None
    """The level of a ``list`` or ``level`` row, the signed change of a ``deduction``; None if not known."""
    texts: tuple[str, ...]
    """The numbers of the columns, as printed."""
    kind: Literal["list", "level", "deduction"]


@dataclass(frozen=True, slots=True)
class Pocket:
    """Rows from the list price on top to the pocket price at the bottom; ``heads`` names the number columns."""

    rows: tuple[PocketRow, ...]
    heads: tuple[str, ...]
    label_head: str = ""
    """Above the labels: ``项目``."""


def is_cut(data: Pocket) -> bool:
    """Whether the axis does not begin at zero; the page then says so in its notes."""
    return foot(_steps(data, Palette()), _STAND) > 0


def draw(data: Pocket, width: float, height: float, style: Style) -> str:
    """The rows as SVG of ``width`` × ``height`` mm."""
    canvas = Canvas(width, height, style)
    palette = style.palette
    if not data.rows:
        return canvas.svg()
    steps = _steps(data, palette)
    least = 13.0 if width >= 140 else 0.0
    columns = [
        max([least, measure(head, 7.5) + 2.6, *(measure(row.texts[i], 8.0, True) + 2.6 for row in data.rows)])
        for i, head in enumerate(data.heads)
    ]
    rights = [width - sum(columns[i + 1 :]) for i in range(len(columns))]
    first = min(max(measure(row.label, 8.0, True) for row in data.rows) + 5.0, 0.3 * width)
    last = max(width - sum(columns) - 1.0, first + 5.0)

    head = 5.6
    pitch = (height - head - 0.3) / len(data.rows)
    canvas.text(0, head - 1.9, cut(data.label_head, first, 7.5))
    for right, text in zip(rights, data.heads, strict=True):
        canvas.text(right, head - 1.9, text, anchor="end")
    _bars(canvas, steps, first, last, head, pitch)
    for index, row in enumerate(data.rows):
        y = head + (index + 0.5) * pitch
        bold = row.kind != "deduction"
        colour = palette.accent_ink if row.kind == "level" else palette.ink
        canvas.middle(0, y, cut(row.label, first - 1.0, 8.0, bold), 8.0, colour=palette.ink, bold=bold)
        for right, text in zip(rights, row.texts, strict=True):
            canvas.middle(right, y, text, 8.0, colour=colour, bold=bold, anchor="end")
    canvas.lines(
        [[(0, y), (width, y)] for y in (head + i * pitch for i in range(1, len(steps) + 1))], palette.n200, 0.35
    )
    canvas.line(0, head, width, head, palette.ink, 0.7)
    return canvas.svg()


def _bars(canvas: Canvas, steps: Sequence[Step], first: float, last: float, head: float, pitch: float) -> None:
    """The bars, each level slashed where the axis is cut, and the hairlines that hand a level on to the next row."""
    start = foot(steps, _STAND)
    spans = levels(steps)
    ends = [value for span in spans for value in (span.start, span.end)]
    scale = Scale(start, max([*ends, start, Decimal(0)]), first, last)
    zero = scale.at(max(start, Decimal(0)))
    tall = _BAR * pitch / 2
    joined = []
    for index, (step, span) in enumerate(zip(steps, spans, strict=True)):
        y = head + (index + 0.5) * pitch
        end = scale.at(span.end)
        if step.value is not None:
            begin = zero if step.total else scale.at(span.start)
            right = max(begin, end)
            canvas.rect(min(begin, end), y - tall, max(right, min(begin, end) + 0.2), y + tall, step.colour)
            if step.total and start > 0:
                x = first + 0.06 * (last - first)
                slash = [(x - 0.1, y + tall + 0.1), (x + 0.8, y + tall + 0.1), (x + 1.6, y - tall - 0.1)]
                canvas.polygon([*slash, (x + 0.7, y - tall - 0.1)], canvas.palette.white)
        if index < len(steps) - 1:
            joined.append([(end, y + tall), (end, y + pitch - tall)])
    canvas.lines(joined, canvas.palette.ink3, 0.5)


def _steps(data: Pocket, palette: Palette) -> list[Step]:
    colours = {"list": palette.n300, "level": palette.fill, "deduction": palette.ink3}
    return [Step(row.label, row.value, "", row.kind != "deduction", colours[row.kind]) for row in data.rows]
