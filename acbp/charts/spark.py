"""The shape of one figure over a few years: past grey, the last step in the accent."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class Spark:
    """Values in order; the last one is the plan. A missing value breaks the line."""

    values: tuple[Decimal | None, ...]


def draw(data: Spark, width: float, height: float, style: Style) -> str:
    """The sparkline as SVG of ``width`` × ``height`` mm."""
    return Canvas(width, height, style).svg()
