"""Quarters: target, actual and last year side by side, with the numbers and the attainment below."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
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


def draw(data: Quarters, width: float, height: float, style: Style) -> str:
    """The quarters as SVG of ``width`` × ``height`` mm."""
    return Canvas(width, height, style).svg()
