"""One column per year: the value on top, the growth inside, always from zero."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.labels import Box, centred, cut, free, line_height, occupy, thin, wrap
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
    floor = height - 5.1 - (max(rows, 1) - 1) * line_height(small)
    size = 8.5 if all(measure(c.text, 8.5, True) <= pitch - 0.8 for c in data.columns) else 7.0

    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    scale = Scale(low, high, floor, 5.0)
    zero = scale.at(Decimal(0))
    tops = []
    for index, column in enumerate(data.columns):
        x = start + (index + 0.5) * pitch
        top = bottom = zero
        if column.value is not None:
            end = scale.at(column.value)
            top, bottom = min(end, zero), max(end, zero)
            if column.value != 0:
                bottom = max(bottom, top + 0.2)
            canvas.rect(x - half, top, x + half, bottom, palette.fill if column.plan else palette.n300)
            room = half * 2 - 0.6
            if column.inside and bottom - top > 4 and measure(column.inside, 7.0) <= room:
                fits = 7.5 if measure(column.inside, 7.5) <= room else 7.0
                colour = palette.on_fill if column.plan else palette.ink2
                canvas.middle(x, (top + bottom) / 2, column.inside, fits, colour=colour, anchor="middle")
        tops.append(top)

    numbers: list[Box] = []
    names: list[Box] = []
    for index in reversed(range(len(data.columns))):
        column, x = data.columns[index], start + (index + 0.5) * pitch
        text = cut(column.text if column.value is not None else "—", width, size, True)
        wide = measure(text, size, True) / 2
        at, baseline = min(max(x, wide), width - wide), tops[index] - 1.25
        if free(occupy(at, baseline, text, size, True, "middle"), numbers):
            colour = palette.accent_ink if column.plan else palette.ink
            numbers.append(canvas.text(at, baseline, text, size, colour, True, "middle"))
        wide = max((measure(line, small) for line in labels[index]), default=0.0) / 2
        at, baseline = min(max(x, wide), width - wide), centred(floor + 3.3, small)
        if wide and free(Box(at - wide, baseline - 1, at + wide, baseline), names):
            names.append(canvas.text(at, baseline, labels[index], small, anchor="middle"))
    canvas.line(0, zero, width, zero, palette.ink)
    return canvas.svg()
