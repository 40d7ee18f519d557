"""Supply week by week over several years, for the dark panel of the cover."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.labels import Box, cut
from acbp.charts.metrics import measure
from acbp.charts.scale import Scale, known
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


_WHITES = (1.0, 0.54, 0.38, 0.26)
"""How white the years stand on the panel, from the plan backwards; still earlier years are as the last of these."""

_CAPTION = 11.8
"""Height of the two caption lines below the bars, mm."""


def draw(data: Cover, width: float, height: float, style: Style) -> str:
    """The bars and captions as SVG of ``width`` × ``height`` mm, on no ground of their own."""
    canvas = Canvas(width, height, style)
    palette = style.palette
    values = known(value for year in data.years for value in year.values)
    bars = sum(len(year.values) for year in data.years)
    if not bars:
        return canvas.svg()
    floor = height - _CAPTION
    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    scale = Scale(low, high, floor, 0.0)
    zero = scale.at(Decimal(0))
    pitch = width / bars
    drawn = 0
    taken = 0.0
    for index, year in enumerate(data.years):
        left = drawn * pitch
        plan = index == len(data.years) - 1
        share = _WHITES[min(len(data.years) - 1 - index, len(_WHITES) - 1)]
        boxes = []
        for place, value in enumerate(year.values):
            if value is None or value == 0:
                continue
            end = scale.at(value)
            x = left + place * pitch
            boxes.append(Box(x, min(end, zero), x + 0.74 * pitch, max(end, zero)))
        canvas.rects(boxes, whiten(palette.deep, share))
        drawn += len(year.values)
        room = drawn * pitch - left - 2.0
        if left >= taken and room > 0:
            colour = palette.white if plan else palette.t30
            label = canvas.text(left, floor + 7.2, cut(year.label, room, 7.5, plan), 7.5, colour, plan)
            amount = cut(year.amount, room, 7.5, True)
            box = canvas.text(left, floor + 11.0, amount, 7.5, colour, True)
            unit = box.right + measure(" ", 7.5)
            if year.unit and unit + measure(year.unit, 7.5, plan) <= left + room:
                box = canvas.text(unit, floor + 11.0, year.unit, 7.5, colour, plan)
            taken = max(label.right, box.right) + 1.0
    return canvas.svg()


def whiten(colour: str, share: float) -> str:
    """White at an opacity of ``share`` over a colour, as one opaque colour."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 * share + part * (1 - share)):02X}" for part in parts)
