"""Quarters: target, actual and last year side by side, with the numbers and the attainment below."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.labels import Box, cut
from acbp.charts.metrics import measure
from acbp.charts.scale import Scale, known
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter (or month); an actual is missing until the quarter is over."""

    label: str
    target: Decimal | None
    actual: Decimal | None
    last_year: Decimal | None
    target_text: str
    actual_text: str
    last_year_text: str
    attainment: str = ""
    """Actual ÷ target as printed: ``97.5%``."""


@dataclass(frozen=True, slots=True)
class Quarters:
    """The quarters in order and the names of the rows of numbers below them; a row with an empty name is left out."""

    quarters: tuple[Quarter, ...]
    target_name: str
    actual_name: str
    last_year_name: str
    attainment_name: str = ""


_ROW = 4.4
"""Height of a row of numbers, mm."""


def draw(data: Quarters, width: float, height: float, style: Style) -> str:
    """The quarters as SVG of ``width`` × ``height`` mm."""
    canvas = Canvas(width, height, style)
    palette = style.palette
    if not data.quarters:
        return canvas.svg()
    values = known(value for q in data.quarters for value in (q.target, q.actual, q.last_year))
    rows = [
        (data.target_name, [q.target_text if q.target is not None else "—" for q in data.quarters], False),
        (data.actual_name, [q.actual_text if q.actual is not None else "—" for q in data.quarters], True),
        (data.attainment_name, [q.attainment or "—" for q in data.quarters], True),
        (data.last_year_name, [q.last_year_text if q.last_year is not None else "—" for q in data.quarters], False),
    ]
    rows = [row for row in rows if row[0]]
    left = min(max([measure(name, 7.5, bold) for name, _, bold in rows] + [0.0]) + 5.2, 0.3 * width)
    pitch = (width - left) / len(data.quarters)
    floor = height - 5.6 - _ROW * len(rows)
    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    scale = Scale(low, high, floor, 1.0)
    zero = scale.at(Decimal(0))
    main, side = min(0.34 * pitch, 13.0), min(0.2 * pitch, 8.0)

    before, done, planned, marks = [], [], [], []
    for index, quarter in enumerate(data.quarters):
        middle = left + (index + 0.5) * pitch
        x = middle - (main + side + 0.6) / 2
        if quarter.last_year is not None:
            before.append(_bar(x, side, zero, scale.at(quarter.last_year)))
        x += side + 0.6
        if quarter.actual is not None:
            done.append(_bar(x, main, zero, scale.at(quarter.actual)))
        elif quarter.target is not None:
            planned.append(_bar(x, main, zero, scale.at(quarter.target)))
        if quarter.target is not None:
            y = min(max(scale.at(quarter.target), 0.35), floor)
            marks.append(Box(x - 0.9, y - 0.25, x + main + 0.9, y + 0.25))
        label = cut(quarter.label, pitch - 0.8, 7.5)
        canvas.middle(middle, floor + 3.2, label, colour=palette.ink, anchor="middle")
    for boxes, fill in ((before, palette.n300), (planned, palette.t30), (done, palette.fill), (marks, palette.ink)):
        canvas.rects(boxes, fill)
    canvas.line(0, zero, width, zero, palette.ink)
    _numbers(canvas, data, rows, left, pitch, floor + 5.6)
    return canvas.svg()


def _bar(left: float, wide: float, zero: float, end: float) -> Box:
    return Box(left, min(zero, end), left + wide, max(zero, end))


def _numbers(
    canvas: Canvas,
    data: Quarters,
    rows: list[tuple[str, list[str], bool]],
    left: float,
    pitch: float,
    top: float,
) -> None:
    """The rows of numbers, each name beside a sample of what stands for it above."""
    palette = canvas.palette
    samples = {data.actual_name: palette.fill, data.last_year_name: palette.n300}
    size = 7.5 if all(measure(text, 7.5, True) <= pitch - 0.8 for _, texts, _ in rows for text in texts) else 7.0
    canvas.lines([[(0, top + i * _ROW), (canvas.width, top + i * _ROW)] for i in range(len(rows))], palette.n200, 0.35)
    for index, (name, texts, bold) in enumerate(rows):
        y = top + (index + 0.5) * _ROW
        if name == data.target_name:
            canvas.rect(0, y - 0.25, 2.4, y + 0.25, palette.ink)
        elif name in samples:
            canvas.rect(0.2, y - 1.0, 2.2, y + 1.0, samples[name])
        ink = palette.ink if bold else palette.ink2
        canvas.middle(3.6, y, cut(name, left - 4.2, 7.5, bold), 7.5, colour=ink, bold=bold)
        for place, text in enumerate(texts):
            shown = cut(text, pitch - 0.6, size, bold)
            canvas.middle(left + (place + 0.5) * pitch, y, shown, size, colour=ink, bold=bold, anchor="middle")
