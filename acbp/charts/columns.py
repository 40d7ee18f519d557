"""One column per year: the value on top, the growth inside, always from zero."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.labels import centred, cut, line_height, thin, wrap
from acbp.charts.metrics import MM, measure
from acbp.charts.scale import Scale, known
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class Column:
    """One year."""

    label: str
    value: Decimal | None
    text: str
    """The value as printed, above the column."""
    inside: str = ""
    """The growth as printed, inside the column; empty if there is none."""
    plan: bool = False
    """Whether this is the plan year, in the accent."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns from left to right."""

    columns: tuple[Column, ...]


def draw(data: Columns, width: float, height: float, style: Style) -> str:
    """The columns as SVG of ``width`` × ``height`` mm."""
    canvas = Canvas(width, height, style)
    palette = style.palette
    if not data.columns:
        return canvas.svg()
    values = known(column.value for column in data.columns)
    edge = 1.0
    pitch = (width - 2 * edge) / max(len(data.columns), 2)
    start = (width - pitch * len(data.columns)) / 2
    half = min(pitch * 0.635, 18.0) / 2

    small = 7.5 if pitch >= 9 else 7.0
    every = thin(len(data.columns), pitch, 4.4 * small * MM)
    labels = [wrap(column.label, pitch * every - 1, small) for column in data.columns]
    rows = max((len(label) for label in labels), default=1)
    floor = height - 4.4 - (max(rows, 1) - 1) * line_height(small)
    size = 8.5 if all(measure(c.text, 8.5, True) <= pitch - 0.8 for c in data.columns) else 7.0
    every_value = thin(len(data.columns), pitch, max(measure(c.text, size, True) for c in data.columns) + 0.8)

    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    scale = Scale(low, high, floor, 5.0)
    zero = scale.at(Decimal(0))
    for index, (column, lines) in enumerate(zip(data.columns, labels, strict=True)):
        x = start + (index + 0.5) * pitch
        top = bottom = zero
        if column.value is not None:
            end = scale.at(column.value)
            top, bottom = min(end, zero), max(end, zero)
            canvas.rect(x - half, top, x + half, bottom, palette.fill if column.plan else palette.n300)
            room = half * 2 - 0.6
            if column.inside and bottom - top > 4 and measure(column.inside, 7.0) <= room:
                fits = 7.5 if measure(column.inside, 7.5) <= room else 7.0
                colour = palette.on_fill if column.plan else palette.ink2
                canvas.middle(x, (top + bottom) / 2, column.inside, fits, colour=colour, anchor="middle")
        last = len(data.columns) - 1
        if (last - index) % every_value == 0:
            text = cut(column.text if column.value is not None else "—", pitch * every_value, size, True)
            colour = palette.accent_ink if column.plan else palette.ink
            wide = measure(text, size, True) / 2
            canvas.text(min(max(x, wide), width - wide), top - 1.25, text, size, colour, True, "middle")
        if (last - index) % every == 0:
            wide = max((measure(line, small) for line in lines), default=0.0) / 2
            at = min(max(x, wide), width - wide)
            canvas.text(at, centred(floor + 3.3, small), lines, small, anchor="middle")
    canvas.line(0, zero, width, zero, palette.ink)
    return canvas.svg()
