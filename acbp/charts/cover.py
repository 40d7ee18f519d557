"""Supply week by week over several years, for the dark panel of the cover."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class CoverYear:
    """One year of bars with its caption."""

    label: str
    """First caption line: ``2024 实际``."""
    amount: str
    """Second caption line, bold: ``16,820``."""
    unit: str
    """Set after the amount in normal weight: ``万元``."""
    values: tuple[Decimal | None, ...]
    """The year's weeks, months or quarters in order; a missing one leaves a gap."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The years in order; the last one is the plan and stands in full white."""

    years: tuple[CoverYear, ...]


def draw(data: Cover, width: float, height: float, style: Style) -> str:
    """The bars and captions as SVG of ``width`` × ``height`` mm."""
    return Canvas(width, height, style).svg()
