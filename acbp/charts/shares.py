"""Two shares over the years: ours against another one, the gap measured, the plan an open point."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class SharePoint:
    """Both shares in one year."""

    label: str
    own: Decimal | None
    own_text: str
    other: Decimal | None
    other_text: str


@dataclass(frozen=True, slots=True)
class Shares:
    """The past years in order, and the plan year's target for our share."""

    points: tuple[SharePoint, ...]
    own_name: str
    """Stands beside our line: ``清泉在华联``."""
    other_name: str
    """Stands beside the other line: ``市场份额``."""
    gap_text: str = ""
    """On the arrow between both lines in the last year they share: ``差 1.4``; empty draws no arrow."""
    plan_label: str = ""
    """The plan year below the axis: ``2027``."""
    plan: Decimal | None = None
    plan_text: str = ""
    """Bold beside the open point: ``2027 目标 19.5``."""
    plan_note: str = ""
    """Grey below it: ``+1.3 个百分点``."""


def draw(data: Shares, width: float, height: float, style: Style) -> str:
    """The two lines as SVG of ``width`` × ``height`` mm."""
    return Canvas(width, height, style).svg()
