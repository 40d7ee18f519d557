"""The way from last year over the steps to the target."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.charts.canvas import Canvas
from acbp.charts.steps import Step, draw_steps, foot
from acbp.charts.style import Palette, Style


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


def is_cut(data: Bridge) -> bool:
    """Whether the axis does not begin at zero; the page then says so in its notes."""
    return foot(_steps(data, Palette())) > 0


def draw(data: Bridge, width: float, height: float, style: Style) -> str:
    """The bridge as SVG of ``width`` × ``height`` mm."""
    canvas = Canvas(width, height, style)
    steps = _steps(data, style.palette)
    draw_steps(canvas, steps, foot(steps))
    return canvas.svg()


def _steps(data: Bridge, palette: Palette) -> list[Step]:
    colours = {
        "past": palette.n300,
        "plan": palette.fill,
        "subtotal": palette.n400,
        "up": palette.t60,
        "down": palette.ink3,
    }
    return [
        Step(
            label=bar.label,
            value=bar.value,
            text=bar.text,
            total=bar.kind in ("past", "plan", "subtotal"),
            colour=colours[bar.kind],
            accent=bar.kind == "plan",
        )
        for bar in data.bars
    ]
