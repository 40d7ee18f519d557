"""The parts of the business in each year, stacked to 100 %, focus categories on top."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class MixPart:
    """One category over all years."""

    name: str
    values: tuple[Decimal | None, ...]
    """One value per year: shares or amounts, each year is scaled to 100 %. Missing and negative ones take no area."""
    texts: tuple[str, ...]
    """The share of each year as printed inside the bar: ``17.0``."""
    focus: bool = False
    """Whether this is a focus category: on top and in the accent."""


@dataclass(frozen=True, slots=True)
class Mix:
    """Years from left to right, parts from top to bottom (focus parts first)."""

    labels: tuple[str, ...]
    totals: tuple[str, ...]
    """The total of each year as printed above its bar; may be empty strings."""
    parts: tuple[MixPart, ...]


def draw(data: Mix, width: float, height: float, style: Style) -> str:
    """The stacked bars as SVG of ``width`` × ``height`` mm."""
    return Canvas(width, height, style).svg()
