"""Floating steps between standing totals: what a bridge and a waterfall have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.labels import Box, centred, cut, free, line_height, occupy, thin, wrap
from acbp.charts.metrics import MM, measure
from acbp.charts.scale import Scale, known

_BAR = 0.62
"""A bar's part of its pitch."""


@dataclass(frozen=True, slots=True)
class Step:
    """One bar: a total stands on the axis at ``value``, a step changes the level by ``value``."""

    label: str
    value: Decimal | None
    text: str
    total: bool
    colour: str
    accent: bool = False
    """Whether the printed value stands in the accent."""
    apart: bool = False
    """Whether the bar stands beside the others, without a connector."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a bar begins and ends, and the level after it; no extent if its value is missing."""

    start: Decimal
    end: Decimal


def levels(steps: Sequence[Step]) -> list[Span]:
    """The span of each bar. Steps before the first known total are hung below it, so that they lead up to it."""
    known(step.value for step in steps)
    level = Decimal(0)
    for index, step in enumerate(steps):
        if step.total and not step.apart and step.value is not None:
            level = step.value - sum((s.value or Decimal(0) for s in steps[:index] if not s.total), Decimal(0))
            break
    spans = []
    for step in steps:
        if step.apart:
            spans.append(Span(Decimal(0), step.value or Decimal(0)))
        elif step.value is None:
            spans.append(Span(level, level))
        elif step.total:
            level = step.value
            spans.append(Span(Decimal(0), level))
        else:
            spans.append(Span(level, level + step.value))
            level += step.value
    return spans


def foot(steps: Sequence[Step], stand: str = "1.4") -> Decimal:
    """Where the axis begins: zero or below, or above zero where a cut axis is needed to make the steps visible.

    The axis is cut when every level is positive and the levels differ by less than 40 % of the lowest one; the cut
    axis leaves the bars ``stand`` times that difference to stand on.
    """
    spans = levels(steps)
    tops = [span.end for span in spans] + [
        span.start for step, span in zip(steps, spans, strict=True) if not step.total
    ]
    if not tops:
        return Decimal(0)
    low, high = min(tops), max(tops)
    if low > 0 and low < high and any(step.total for step in steps) and high - low < low * Decimal("0.4"):
        return low - (high - low) * Decimal(stand)
    return min(low, Decimal(0))


def draw_steps(canvas: Canvas, steps: Sequence[Step], start: Decimal) -> None:
    """All bars over the whole canvas, the axis beginning at ``start``."""
    if not steps:
        return
    palette = canvas.palette
    pitch = canvas.width / len(steps)
    for small in (7.5, 7.0) if pitch >= 9 else (7.0,):
        labels = _labels(steps, pitch * thin(len(steps), pitch, 2.2 * small * MM), small)
        if not any(line.endswith("…") for label in labels for line in label):
            break
    rows = max((len(label) for label in labels), default=0)
    axis = canvas.height - 5.5 - (rows - 1) * line_height(small) if rows else canvas.height - 0.5

    sizes = [(8.5, True) if step.total else (8.0, False) for step in steps]
    texts = [step.text if step.value is not None else "—" for step in steps]
    if any(measure(text, size, bold) > pitch - 0.8 for text, (size, bold) in zip(texts, sizes, strict=True)):
        sizes = [(7.0, bold) for _, bold in sizes]
    crowded = any(measure(text, size, bold) > pitch - 0.8 for text, (size, bold) in zip(texts, sizes, strict=True))
    spans = levels(steps)
    ends = [value for span in spans for value in (span.start, span.end)]
    scale = Scale(start, max([*ends, start, Decimal(0)]), axis, 8.4 if crowded else 4.8)
    zero = scale.at(max(start, Decimal(0)))

    half = pitch * _BAR / 2
    centres = [(index + 0.5) * pitch for index in range(len(steps))]
    tops = []
    for step, span, x in zip(steps, spans, centres, strict=True):
        begin = zero if step.total and step.value is not None else scale.at(span.start)
        end = scale.at(span.end)
        top, bottom = min(begin, end), max(begin, end)
        if step.value is not None and step.value != 0:
            bottom = max(bottom, top + 0.25)
        canvas.rect(x - half, top, x + half, bottom, step.colour)
        if start > 0 and step.total and step.value is not None:
            middle = axis - 0.1 * axis
            slope = 0.1 * half * 2
            canvas.polygon(
                [
                    (x - half - 0.1, middle + slope - 0.65),
                    (x + half + 0.1, middle - slope - 0.65),
                    (x + half + 0.1, middle - slope + 0.65),
                    (x - half - 0.1, middle + slope + 0.65),
                ],
                palette.white,
            )
        tops.append(top)

    joined = [
        [(centres[i] + half, scale.at(spans[i].end)), (centres[i + 1] - half, scale.at(spans[i].end))]
        for i in range(len(steps) - 1)
        if not steps[i + 1].apart
    ]
    canvas.lines(joined, palette.ink3, 0.5)
    canvas.line(0, zero, canvas.width, zero, palette.ink, 0.7)

    _print(canvas, steps, centres, tops, [(text, *size) for text, size in zip(texts, sizes, strict=True)])
    names: list[Box] = []
    for index in _totals_first(steps):
        lines, bold = labels[index], steps[index].total
        colour = palette.ink if bold else palette.ink2
        wide = max((measure(line, small, bold) for line in lines), default=0.0) / 2
        x = min(max(centres[index], wide), canvas.width - wide)
        baseline = centred(axis + 3.7, small)
        if wide and free(Box(x - wide, baseline - 1, x + wide, baseline), names):
            names.append(canvas.text(x, baseline, lines, small, colour, bold, "middle"))


def _labels(steps: Sequence[Step], pitch: float, size: float) -> list[list[str]]:
    """The names below the bars; one that would be cut gets the room that its neighbours leave beside their own."""
    labels = [_wrap(step, pitch, size) for step in steps]

    def reach(at: int) -> float:
        """How far a name goes to either side of its bar's middle; beyond the ends, half a pitch."""
        if not 0 <= at < len(steps):
            return pitch / 2
        return max((measure(line, size, steps[at].total) for line in labels[at]), default=0.0) / 2

    for at, step in enumerate(steps):
        room = 2 * (pitch - max(reach(at - 1), reach(at + 1)) - 0.4)
        if room > pitch - 1.2 and any(line.endswith("…") for line in labels[at]):
            labels[at] = wrap(step.label, room, size, step.total)
    return labels


def _wrap(step: Step, pitch: float, size: float) -> list[str]:
    """The label on two lines before it all but touches its neighbours; closer to them before anything is cut off."""
    lines = wrap(step.label, pitch - 2.4, size, step.total)
    return wrap(step.label, pitch - 1.2, size, step.total) if any(line.endswith("…") for line in lines) else lines


def _print(
    canvas: Canvas,
    steps: Sequence[Step],
    centres: list[float],
    tops: list[float],
    texts: list[tuple[str, float, bool]],
) -> None:
    """The values above their bars, totals first; one that meets another is set higher, or left out if it cannot be."""
    taken: list[Box] = []
    for index in _totals_first(steps):
        text, size, bold = texts[index]
        text = cut(text, canvas.width, size, bold)
        wide = measure(text, size, bold) / 2
        x = min(max(centres[index], wide), canvas.width - wide)
        colour = canvas.palette.accent_ink if steps[index].accent else canvas.palette.ink
        for row in range(3):
            baseline = tops[index] - 1.45 - row * 0.95 * size * MM
            box = occupy(x, baseline, text, size, bold, "middle")
            if box.top >= 0 and free(box, taken):
                taken.append(canvas.text(x, baseline, text, size, colour, bold, "middle"))
                break


def _totals_first(steps: Sequence[Step]) -> list[int]:
    return sorted(range(len(steps)), key=lambda index: not steps[index].total)
