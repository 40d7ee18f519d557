"""The customer's profit: operating items, support and expenses down to the total, last year's total beside."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.charts.canvas import Canvas
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class WaterfallItem:
    """One item, or a total of the items before it."""

    label: str
    value: Decimal | None
    """Signed change of an item, level of a ``subtotal`` or ``total``; None if not known."""
    text: str
    kind: Literal["operating", "support", "expense", "subtotal", "total"]


@dataclass(frozen=True, slots=True)
class Waterfall:
    """Items from left to right, starting at zero, and last year's total at the far right."""

    items: tuple[WaterfallItem, ...]
    last_year_label: str = ""
    """Empty leaves last year out."""
    last_year: Decimal | None = None
    last_year_text: str = ""


def draw(data: Waterfall, width: float, height: float, style: Style) -> str:
    """The waterfall as SVG of ``width`` × ``height`` mm."""
    return Canvas(width, height, style).svg()
