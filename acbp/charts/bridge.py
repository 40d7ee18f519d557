"""The way from last year over the steps to the target."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.charts.canvas import Canvas
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class BridgeBar:
    """A total or a step of the bridge."""

    label: str
    """Below the axis, at most two lines; a line feed sets the break, otherwise it is found."""
    value: Decimal | None
    """The level of a ``past``, ``plan`` or ``subtotal`` bar, the signed change of a step; None if not known."""
    text: str
    """The value as printed, steps with their sign: ``+720``, ``−350``."""
    kind: Literal["past", "plan", "up", "down", "subtotal"]


@dataclass(frozen=True, slots=True)
class Bridge:
    """Up to ten bars from left to right."""

    bars: tuple[BridgeBar, ...]


def draw(data: Bridge, width: float, height: float, style: Style) -> str:
    """The bridge as SVG of ``width`` × ``height`` mm."""
    return Canvas(width, height, style).svg()
