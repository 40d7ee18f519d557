"""The shape of one figure over a few years: past grey, the last step in the accent."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.lines import runs
from acbp.charts.scale import Scale, known
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class Spark:
    """Values in order; the last one is the plan. A missing value breaks the line."""

    values: tuple[Decimal | None, ...]


def draw(data: Spark, width: float, height: float, style: Style) -> str:
    """The sparkline as SVG of ``width`` × ``height`` mm."""
    canvas = Canvas(width, height, style)
    palette = style.palette
    values = known(data.values)
    if not values:
        return canvas.svg()
    low, high = min(values), max(values)
    edge = 1.3
    flat = height / 2 if low == high else height - edge
    scale = Scale(low, high, flat, edge)
    pitch = (width - 2 * edge) / max(len(data.values) - 1, 1)
    points = [None if v is None else (edge + i * pitch, scale.at(v)) for i, v in enumerate(data.values)]
    last = points[-1]
    canvas.lines(runs(points[:-1]), palette.n400, 1.2)
    if len(points) > 1 and last is not None and points[-2] is not None:
        canvas.line(*points[-2], *last, palette.fill, 1.6)
    past = [point for point in points[:-1] if point is not None]
    canvas.circles(past, 0.55, palette.n400)
    if last is not None:
        canvas.circle(*last, 0.95, palette.fill)
    return canvas.svg()
