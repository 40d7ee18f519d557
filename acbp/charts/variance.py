"""Actual against plan row by row: bar = actual, tick = plan, the numbers in columns beside."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
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


def draw(data: Variance, width: float, height: float, style: Style) -> str:
    """The rows as SVG of ``width`` × ``height`` mm."""
    return Canvas(width, height, style).svg()
