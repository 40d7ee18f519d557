"""Articles by weight: one bar each, and the share that they reach together; both on one axis of shares."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.labels import Box, centred, cut, wrap
from acbp.charts.metrics import measure
from acbp.charts.scale import Scale, known
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class Pareto:
    """Shares of a whole, the largest first, as fractions."""

    shares: tuple[Decimal, ...]
    eighty: int
    """How many of the first make the part that the line marks."""
    marked: Decimal
    """The cumulative share that is marked, as a fraction."""
    marked_text: str
    """It, as printed on the axis."""
    mark_text: str
    """What the mark says: ``13 支占 80%``."""
    first: str
    """Name of the first article, below its bar."""
    last: str
    """Number of the last one, at the other end."""


def draw(data: Pareto, width: float, height: float, style: Style) -> str:
    """The bars and the curve as SVG of ``width`` × ``height`` mm."""
    canvas = Canvas(width, height, style)
    palette = style.palette
    shares = known(data.shares)
    if not shares:
        return canvas.svg()
    left, right, floor = 9.0, width - 9.0, height - 5.6
    total, running = Decimal(0), []
    for share in shares:
        total += share
        running.append(total)
    # Returns make a share negative and the curve climb above the whole before it comes down to it.
    scale = Scale(min(Decimal(0), *shares), max(Decimal(1), *running), floor, 4.0)
    zero = scale.at(Decimal(0))
    for value, text in ((Decimal(1), "100%"), (data.marked, data.marked_text)):
        y = scale.at(value)
        canvas.line(left, y, right, y, palette.n200, 0.5)
        canvas.text(left - 1.2, centred(y, 7.0), text, 7.0, palette.ink3, anchor="end")
    pitch = (right - left) / len(shares)
    gap = min(0.35 * pitch, 1.2)
    boxes = []
    for index, share in enumerate(shares):
        x, y = left + index * pitch, scale.at(share)
        boxes.append(Box(x + gap / 2, min(y, zero), x + pitch - gap / 2, max(y, zero)))
    tall = [box.bottom - box.top > 0.05 for box in boxes]
    canvas.rects([box for index, box in enumerate(boxes) if tall[index] and index < data.eighty], palette.fill)
    canvas.rects([box for index, box in enumerate(boxes) if tall[index] and index >= data.eighty], palette.n300)
    points = [(left + (index + 0.5) * pitch, scale.at(value)) for index, value in enumerate(running)]
    step = max(1, len(points) // 120)
    canvas.lines([[*points[::step], points[-1]]], palette.ink2, 1.2)
    if 0 < data.eighty <= len(points):
        x, y = points[data.eighty - 1]
        canvas.line(x, y, x, zero, palette.ink3, 0.6, (2.0, 2.0))
        canvas.circle(x, y, 0.9, palette.white, palette.ink2, 1.0)
        room = max(right - x - 2.5, x - left - 2.5)
        text = cut(data.mark_text, room, 8.5, True)
        anchor = "start" if right - x - 2.5 >= min(room, measure(text, 8.5, True)) else "end"
        at = x + 2.5 if anchor == "start" else x - 2.5
        canvas.text(at, centred((y + zero) / 2, 8.5), text, 8.5, palette.ink, True, anchor)
    canvas.line(left, zero, right, zero, palette.ink)
    baseline = centred(floor + 3.3, 7.5)
    canvas.text(left, baseline, wrap(data.first, (right - left) * 0.6, 7.5, lines=1), 7.5)
    if len(shares) > 1:
        canvas.text(right, baseline, cut(data.last, (right - left) * 0.3, 7.5), 7.5, anchor="end")
    return canvas.svg()
