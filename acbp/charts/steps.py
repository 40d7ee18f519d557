"""Floating steps between standing totals: what a bridge and a waterfall have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.labels import Box, centred, cut, line_height, thin, wrap
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
        if step.value is None:
            spans.append(Span(level, level))
        elif step.apart:
            spans.append(Span(Decimal(0), step.value))
        elif step.total:
            level = step.value
            spans.append(Span(Decimal(0), level))
        else:
            spans.append(Span(level, level + step.value))
            level += step.value
    return spans


def foot(steps: Sequence[Step]) -> Decimal:
    """Where the axis begins: zero or below, or above zero where a cut axis is needed to make the steps visible.

    The axis is cut when every level is positive and the levels differ by less than 30 % of the lowest one; the cut
    axis leaves the bars 1.4 times the height of that difference to stand on.
    """
    spans = levels(steps)
    tops = [span.end for span in spans] + [
        span.start for step, span in zip(steps, spans, strict=True) if not step.total
    ]
    if not tops:
        return Decimal(0)
    low, high = min(tops), max(tops)
    if low > 0 and low < high and any(step.total for step in steps) and high - low < low * Decimal("0.3"):
        return low - (high - low) * Decimal("1.4")
    return min(low, Decimal(0))


def draw_steps(canvas: Canvas, steps: Sequence[Step], start: Decimal) -> None:
    """All bars over the whole canvas, the axis beginning at ``start``."""
    if not steps:
        return
    palette = canvas.palette
    pitch = canvas.width / len(steps)
    small = 7.5 if pitch >= 9 else 7.0
    every = thin(len(steps), pitch, 2.2 * small * MM)
    labels = [wrap(step.label, pitch * every - 1.2, small, step.total) for step in steps]
    rows = max((len(label) for label in labels), default=0)
    axis = canvas.height - 4.9 - (rows - 1) * line_height(small) if rows else canvas.height - 0.5

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

    taken: list[Box] = []
    for index, (step, x, top) in enumerate(zip(steps, centres, tops, strict=True)):
        size, bold = sizes[index]
        colour = palette.accent_ink if step.accent else palette.ink
        text = cut(texts[index], pitch * (2 if crowded else 1) - 0.6, size, bold)
        wide = measure(text, size, bold) / 2
        x = min(max(x, wide), canvas.width - wide)
        baseline = top - 1.45
        area = Box(x - wide - 0.3, baseline - 0.8 * size * MM, x + wide + 0.3, baseline)
        if any(area.overlap(other) > 0 for other in taken[-2:]):
            baseline = min(other.top for other in taken[-2:]) - 0.4
        taken.append(canvas.text(x, baseline, text, size, colour, bold, "middle"))
        if index % every == 0 or step.total:
            _label(canvas, labels[index], x, axis, small, step.total)


def _label(canvas: Canvas, lines: list[str], x: float, axis: float, size: float, bold: bool) -> None:
    colour = canvas.palette.ink if bold else canvas.palette.ink2
    wide = max((measure(line, size, bold) for line in lines), default=0.0) / 2
    x = min(max(x, wide), canvas.width - wide)
    canvas.text(x, centred(axis + 3.7, size), lines, size, colour, bold, "middle")
