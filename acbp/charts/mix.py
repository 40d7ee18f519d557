"""The parts of the business in each year, stacked to 100 %, focus categories on top."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.labels import centred, cut, thin
from acbp.charts.metrics import measure
from acbp.charts.scale import Scale, known
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class MixPart:
    """One category over all years."""

    name: str
    values: tuple[Decimal | None, ...]
    """One value per year: shares or amounts, each year is scaled to 100 %. Missing and negative ones take no area."""
    texts: tuple[str, ...]
    """The share of each year as printed inside the bar: ``17.0``."""
    focus: bool = False
    """Whether this is a focus category: on top and in the accent."""


@dataclass(frozen=True, slots=True)
class Mix:
    """Years from left to right, parts from top to bottom (focus parts first)."""

    labels: tuple[str, ...]
    totals: tuple[str, ...]
    """The total of each year as printed above its bar; may be empty strings."""
    parts: tuple[MixPart, ...]


_LEAST = 2.9
"""Height in mm a part must have to carry its text inside."""


def draw(data: Mix, width: float, height: float, style: Style) -> str:
    """The stacked bars as SVG of ``width`` × ``height`` mm."""
    canvas = Canvas(width, height, style)
    palette = style.palette
    parts = sorted(data.parts, key=lambda part: not part.focus)
    known(value for part in parts for value in part.values)
    years = len(data.labels)
    if not parts or not years:
        return canvas.svg()

    names = max(measure(part.name, 7.5, part.focus) for part in parts)
    beside = min(names + 1.5, 0.38 * width)
    pitch = (width - beside) / (years + 0.05)
    bar = min(pitch * 0.68, 16.0)
    start = (pitch - bar) / 2
    top, bottom = (5.2 if any(data.totals) else 0.5), height - 5.4
    fills = _fills(parts, style)
    size = 7.5 if all(measure(text, 7.5, True) <= bar for part in parts for text in part.texts) else 7.0

    ends: list[tuple[float, float]] = []
    boundaries = []
    for year, label in enumerate(data.labels):
        left = start + year * pitch
        middle = left + bar / 2
        shares = [max(part.values[year] or Decimal(0), Decimal(0)) for part in parts]
        scale = Scale(Decimal(0), sum(shares, Decimal(0)), top, bottom)
        below = Decimal(0)
        ends = []
        for part, share, (fill, ink) in zip(parts, shares, fills, strict=True):
            upper, lower = scale.at(below), scale.at(below + share)
            below += share
            ends.append((upper, lower))
            canvas.rect(left, upper, left + bar, lower, fill)
            if upper > top:
                boundaries.append([(left, upper), (left + bar, upper)])
            text = part.texts[year]
            if share > 0 and lower - upper >= _LEAST and measure(text, size, part.focus) <= bar:
                canvas.middle(middle, (upper + lower) / 2, text, size, colour=ink, bold=part.focus, anchor="middle")
        if not any(shares):
            canvas.middle(middle, (top + bottom) / 2, "—", 7.5, anchor="middle")
        every = thin(years, pitch, max(measure(text, 7.0, True) for text in (*data.totals, "")) + 0.6)
        if data.totals[year] and (years - 1 - year) % every == 0:
            wide = measure(data.totals[year], 7.5, True)
            fits = 7.5 if wide <= pitch * every - 0.6 else 7.0
            at = max(middle, wide / 2)
            canvas.text(at, top - 1.45, data.totals[year], fits, palette.ink, True, "middle")
        every = thin(years, pitch, max(measure(text, 7.5) for text in data.labels[:-1] or data.labels) + 0.6)
        if (years - 1 - year) % every == 0:
            room = pitch * every - 0.6 if year < years - 1 else 2 * min(width - middle, pitch * every - bar / 2)
            shown = cut(label, room, 7.5)
            at = max(middle, measure(shown, 7.5) / 2)
            canvas.text(at, centred(bottom + 3.4, 7.5), shown, 7.5, anchor="middle")
    canvas.lines(boundaries, palette.white, 0.8)

    x = start + (years - 1) * pitch + bar + 1.25
    heights = _spread([(upper + lower) / 2 for upper, lower in ends], 3.2, top + 1.4, bottom - 1.4)
    for part, y in zip(parts, heights, strict=True):
        colour = palette.accent_ink if part.focus else palette.ink2
        canvas.middle(x, y, cut(part.name, width - x, 7.5, part.focus), colour=colour, bold=part.focus)
    return canvas.svg()


def _fills(parts: list[MixPart], style: Style) -> list[tuple[str, str]]:
    """Area and text colour of each part: focus parts in the brand's colours, the others in greys that alternate."""
    palette = style.palette
    focus = [(palette.fill, palette.on_fill), (palette.t60, palette.ink), (palette.t30, palette.ink)]
    other = [(palette.n100, palette.ink2), (palette.n300, palette.ink), (palette.n200, palette.ink2)]
    first = sum(part.focus for part in parts)
    return [focus[min(index, 2)] if part.focus else other[(index - first) % 3] for index, part in enumerate(parts)]


def _spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Heights at least ``gap`` apart (less if there is no room), each near the wanted one."""
    gap = min(gap, (high - low) / max(len(wanted) - 1, 1))
    places: list[float] = []
    for height in wanted:
        places.append(max(height, places[-1] + gap if places else low))
    limit = high
    for index in reversed(range(len(places))):
        places[index] = min(places[index], limit)
        limit = places[index] - gap
    return places
