"""Opportunities as bubbles over two scores, with the line above which they are decided."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class Bubble:
    """One opportunity."""

    rank: str
    """Inside the bubble: ``1``."""
    name: str
    text: str
    """Below the name: ``720 万元``."""
    x: Decimal
    y: Decimal
    value: Decimal | None
    """Makes the bubble's area; missing, zero or negative gives the smallest bubble, open."""
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class Matrix:
    """Up to about 25 bubbles on scores from ``low`` to ``high`` on both axes."""

    bubbles: tuple[Bubble, ...]
    x_name: str
    """Below the right end of the x axis: ``易行度：5 = 双方现有资源当季可做``."""
    y_name: str
    """Bold at the top of the y axis: ``影响``."""
    x_low: str = ""
    """Below the left end of the x axis: ``难``."""
    y_note: str = ""
    """Below ``y_name``, up to three lines split by line feeds: ``5 = 增量``, ``≥ 800 万``."""
    line: tuple[Decimal, Decimal] | None = None
    """The decision line: its y at ``x = low`` and at ``x = high`` (may lie outside the scores)."""
    line_name: str = ""
    above_name: str = ""
    below_name: str = ""
    low: Decimal = Decimal(1)
    high: Decimal = Decimal(5)


def draw(data: Matrix, width: float, height: float, style: Style) -> str:
    """The matrix as SVG of ``width`` × ``height`` mm."""
    return Canvas(width, height, style).svg()
