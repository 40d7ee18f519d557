"""The customer's profit: operating items, support and expenses down to the total, last year's total beside."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.charts.canvas import Canvas
from acbp.charts.steps import Step, draw_steps, levels
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
    canvas = Canvas(width, height, style)
    palette = style.palette
    colours = {
        "operating": palette.t60,
        "support": palette.t30,
        "expense": palette.ink3,
        "subtotal": palette.n400,
        "total": palette.fill,
    }
    steps = [
        Step(
            label=item.label,
            value=item.value,
            text=item.text,
            total=item.kind in ("subtotal", "total"),
            colour=colours[item.kind],
            accent=item.kind == "total",
        )
        for item in data.items
    ]
    if data.last_year_label:
        steps.append(Step(data.last_year_label, data.last_year, data.last_year_text, True, palette.n300, apart=True))
    ends = [value for span in levels(steps) for value in (span.start, span.end)]
    draw_steps(canvas, steps, min([*ends, Decimal(0)]))
    return canvas.svg()
