"""The year to date against the plan, both cumulated, and where the year is going to land."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class Landing:
    """Cumulated values per month (or quarter, or week), one per label each, None where there is none."""

    labels: tuple[str, ...]
    plan: tuple[Decimal | None, ...]
    actual: tuple[Decimal | None, ...]
    landing: tuple[Decimal | None, ...]
    """The projection: None up to the month before the last actual, then equal to it, then going on (dashed)."""
    plan_name: str
    """Beside the end of the plan line: ``计划 21,000``."""
    actual_name: str
    """Beside the last actual point: ``实际 4,505``."""
    landing_name: str = ""
    """Beside the end of the projection: ``预计 20,700``."""
    gap_text: str = ""
    """Grey below ``landing_name``: ``差 −300``."""


def draw(data: Landing, width: float, height: float, style: Style) -> str:
    """The lines as SVG of ``width`` × ``height`` mm."""
    return Canvas(width, height, style).svg()
