"""Risks on the grid of likelihood and impact, by number."""

from dataclasses import dataclass

from acbp.charts.canvas import Canvas
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class RiskMark:
    """One risk; without likelihood or impact it is listed below the grid."""

    number: str
    likelihood: int | None
    """1 (rare) to 5 (almost certain)."""
    impact: int | None
    """1 (slight) to 5 (severe)."""
    focus: bool = False
    """Whether the mark stands in the accent."""


@dataclass(frozen=True, slots=True)
class RiskGrid:
    """The risks and the names of both axes."""

    marks: tuple[RiskMark, ...]
    likelihood_name: str
    impact_name: str
    likelihood_ticks: tuple[str, str, str, str, str] = ("1", "2", "3", "4", "5")
    impact_ticks: tuple[str, str, str, str, str] = ("1", "2", "3", "4", "5")
    unplaced_name: str = "—"
    """Before the numbers of the risks that have no place on the grid: ``未评``."""


def draw(data: RiskGrid, width: float, height: float, style: Style) -> str:
    """The grid as SVG of ``width`` × ``height`` mm."""
    return Canvas(width, height, style).svg()
