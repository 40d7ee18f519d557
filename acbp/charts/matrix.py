"""Opportunities as bubbles over two scores, with the line above which they are decided."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import atan2, cos, hypot, sin

from acbp.charts.canvas import Anchor, Canvas, Point
from acbp.charts.labels import Box, centred, cut, free, line_height, occupy, place, wrap
from acbp.charts.metrics import measure
from acbp.charts.scale import Scale, known
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class Bubble:
    """One opportunity."""

    rank: str
    """Inside the bubble: ``1``."""
    name: str
    text: str
    """Below the name: ``720 万元``."""
    x: Decimal
    y: Decimal
    value: Decimal | None
    """Makes the bubble's area; missing, zero or negative gives the smallest bubble, open."""
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class Matrix:
    """Up to about 25 bubbles on scores from ``low`` to ``high`` on both axes."""

    bubbles: tuple[Bubble, ...]
    x_name: str
    """Below the right end of the x axis: ``易行度：5 = 双方现有资源当季可做``."""
    y_name: str
    """Bold at the top of the y axis: ``影响``."""
    x_low: str = ""
    """Below the left end of the x axis: ``难``."""
    y_note: str = ""
    """Below ``y_name``, up to three lines split by line feeds: ``5 = 增量``, ``≥ 800 万``."""
    line: tuple[Decimal, Decimal] | None = None
    """The decision line: its y at ``x = low`` and at ``x = high`` (may lie outside the scores)."""
    line_name: str = ""
    above_name: str = ""
    below_name: str = ""
    low: Decimal = Decimal(1)
    high: Decimal = Decimal(5)


_LARGEST, _SMALLEST = 6.6, 2.1
"""Radii in mm."""

_GAP = 1.45
"""Between a bubble and its label, mm."""


@dataclass(frozen=True, slots=True)
class _Disc:
    bubble: Bubble
    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        side = 0.93 * self.radius
        return Box(self.x - side, self.y - side, self.x + side, self.y + side)


def draw(data: Matrix, width: float, height: float, style: Style) -> str:
    """The matrix as SVG of ``width`` × ``height`` mm.

    Bubbles with (nearly) equal scores are moved apart until their numbers can be read. A label that finds no free
    place is left out: the number names the bubble.
    """
    canvas = Canvas(width, height, style)
    palette = style.palette
    known([data.low, data.high, *(data.line or ())])
    plot = Box(13.0, 3.0, width - 2.2, height - 10.6)
    head = (data.high - data.low) / 20
    across = Scale(data.low, data.high, plot.left, plot.right)
    up = Scale(data.low, data.high + head, plot.bottom, plot.top)

    edge: list[Point] = []
    if data.line is not None:
        edge = _clip((plot.left, up.at(data.line[0])), (plot.right, up.at(data.line[1])), plot)
        below = [(plot.left, plot.bottom), *_under(up.at(data.line[0]), up.at(data.line[1]), plot, edge)]
        canvas.polygon([*below, (plot.right, plot.bottom)], palette.n50)
    _frame(canvas, data, plot, across, up)
    taken: list[Box] = []
    if edge:
        canvas.lines([edge], palette.n400, 0.8, (3.0, 1.8))
        steps = 60
        taken += [
            Box(x - 0.8, y - 0.5, x + 0.8, y + 0.5)
            for x, y in (_between(edge[0], edge[1], step / steps) for step in range(steps + 1))
        ]

    discs = _part(_discs(data.bubbles, across, up, plot), plot)
    for disc in sorted(discs, key=lambda disc: -disc.radius):
        bubble, number = disc.bubble, 8.5 if disc.radius >= 2.6 else 7.0
        solid = bubble.value is not None and bubble.value > 0
        fill = (palette.fill if bubble.chosen else palette.n300) if solid else palette.white
        edge_colour = palette.white if solid else palette.fill if bubble.chosen else palette.n400
        canvas.circle(disc.x, disc.y, disc.radius, fill, edge_colour, 1.0)
        ink = palette.on_fill if solid and bubble.chosen else palette.ink
        canvas.middle(disc.x, disc.y, bubble.rank, number, colour=ink, bold=True, anchor="middle")
    taken += [disc.box for disc in discs]

    def ground(box: Box) -> str:
        """What a label stands on: the rejected half is tinted."""
        if data.line is None:
            return palette.white
        start, end = (up.at(level) for level in data.line)
        across_share = ((box.left + box.right) / 2 - plot.left) / (plot.right - plot.left)
        return palette.n50 if (box.top + box.bottom) / 2 > start + across_share * (end - start) else palette.white

    _zones(canvas, data, plot, edge, taken, ground)
    room = Box(plot.left + 0.5, plot.top - 2.0, width, plot.bottom - 0.3)
    for label in _labels(discs, taken, room):
        _write(canvas, label, ground(label.box))
    return canvas.svg()


def _frame(canvas: Canvas, data: Matrix, plot: Box, across: Scale, up: Scale) -> None:
    """Grid, axes and their names."""
    palette = canvas.palette
    scores = [data.low + (data.high - data.low) * step / 4 for step in range(5)]
    grid = [[(across.at(score), plot.bottom), (across.at(score), plot.top)] for score in scores[1:-1]]
    grid += [[(plot.left, up.at(score)), (plot.right, up.at(score))] for score in scores[1:-1]]
    canvas.lines(grid, palette.n200, 0.6)
    canvas.lines([[(plot.left, plot.top), (plot.left, plot.bottom), (plot.right, plot.bottom)]], palette.ink, 0.7)
    for score in scores:
        text = f"{score.normalize():f}"
        at = min(across.at(score), canvas.width - measure(text, 7.0) / 2)
        canvas.text(at, plot.bottom + 4.1, text, 7.0, anchor="middle")
        canvas.middle(plot.left - 1.45, up.at(score), text, 7.0, anchor="end")
    beside = plot.left - 3.2
    baseline = plot.top + 2.2
    if data.y_name:
        canvas.text(0.8, baseline, cut(data.y_name, beside, 7.5, True), 7.5, palette.ink, True)
    notes = [cut(line, plot.left - 1.2, 7.0) for line in data.y_note.split("\n")[:3] if line]
    canvas.text(0.8, baseline + 8.4, notes, 7.0)
    right = cut(data.x_name, 0.7 * (plot.right - plot.left), 7.5)
    canvas.text(plot.right, plot.bottom + 9.1, right, 7.5, palette.ink, anchor="end")
    room = plot.right - plot.left - measure(right, 7.5) - 4
    canvas.text(plot.left, plot.bottom + 9.1, cut(data.x_low, room, 7.5), 7.5, palette.ink)


def _zones(
    canvas: Canvas, data: Matrix, plot: Box, edge: list[Point], taken: list[Box], ground: Callable[[Box], str]
) -> None:
    """The names of the line and of what lies above and below it, in their corners or beside, clear of all else."""
    inside = 0.4 * (plot.right - plot.left)
    start = edge[0][1] if edge else plot.top
    line_y = min(max(start - 2.7, plot.top + 4.0), plot.bottom - 6.5)
    zones = [
        (data.above_name, 7.5, plot.right - 2.0, plot.top + 4.0, -1),
        (data.below_name, 7.5, plot.left + 2.0, plot.bottom - 1.8, 1),
        (data.line_name if edge else "", 7.0, plot.left + 2.0, line_y, 1),
    ]
    for name, size, x, baseline, direction in zones:
        text = cut(name, inside, size)
        anchor: Anchor = "end" if direction < 0 else "start"
        for step in range(12):
            at = x + direction * step * 4.0
            box = occupy(at, baseline, text, size, anchor=anchor)
            if text and free(box, taken) and box.within(plot):
                canvas.rects([box], ground(box))
                taken.append(canvas.text(at, baseline, text, size, anchor=anchor))
                break


def _discs(bubbles: tuple[Bubble, ...], across: Scale, up: Scale, plot: Box) -> list[_Disc]:
    """Each bubble's place and radius: the area follows the value, the scores are kept inside the plot."""
    largest = max([*known(bubble.value for bubble in bubbles), Decimal(0)])
    full = min(_LARGEST, 0.06 * (plot.right - plot.left))
    discs = []
    for bubble in bubbles:
        known([bubble.x, bubble.y])
        part = Decimal(0) if bubble.value is None or largest == 0 else max(bubble.value, Decimal(0)) / largest
        radius = max(full * float(part) ** 0.5, _SMALLEST)
        x = min(max(across.at(min(max(bubble.x, across.low), across.high)), plot.left), plot.right)
        y = up.at(min(max(bubble.y, up.low), up.high))
        discs.append(_inside(_Disc(bubble, x, y, radius), plot))
    return discs


def _inside(disc: _Disc, plot: Box) -> _Disc:
    """The disc, moved as little as needed for it to stay clear of the numbers along the axes."""
    x = min(max(disc.x, plot.left - 1.0 + disc.radius), plot.right + 2.0 - disc.radius)
    y = min(max(disc.y, plot.top - 2.8 + disc.radius), plot.bottom + 1.0 - disc.radius)
    return _Disc(disc.bubble, x, y, disc.radius)


def _part(discs: list[_Disc], plot: Box) -> list[_Disc]:
    """The discs, those that hide each other's numbers pushed apart step by step."""
    for _ in range(40):
        moved = False
        for i in range(len(discs)):
            for j in range(i):
                a, b = discs[i], discs[j]
                least = max(a.radius, b.radius) + 0.7 * min(a.radius, b.radius)
                dx, dy = a.x - b.x, a.y - b.y
                gap = hypot(dx, dy)
                if gap >= least - 0.01:
                    continue
                angle = atan2(dy, dx) if gap > 0.01 else 2.4 * i
                push = (least - gap) / 2
                discs[i] = _inside(_Disc(a.bubble, a.x + push * cos(angle), a.y + push * sin(angle), a.radius), plot)
                discs[j] = _inside(_Disc(b.bubble, b.x - push * cos(angle), b.y - push * sin(angle), b.radius), plot)
                moved = True
        if not moved:
            break
    return discs


@dataclass(frozen=True, slots=True)
class _Label:
    """Where a bubble's name and value stand, and how far from the first choice that is."""

    disc: _Disc
    box: Box
    lines: tuple[str, ...]
    named: int
    """How many of the lines are the name's."""
    x: float
    anchor: Anchor
    regret: int


_WAYS = (
    (0, 36.0, 1, True),
    (1, 22.0, 2, True),
    (3, 36.0, 1, False),
    (4, 22.0, 2, False),
    (12, 18.0, 1, True),
    (13, 18.0, 1, False),
)
"""How a label is tried: the regret, the name's width in mm and its lines, and whether the value stands below it."""
_UNNAMED = 24
_ROUNDS = 8


def _labels(discs: list[_Disc], taken: list[Box], room: Box) -> list[_Label]:
    """The labels of all bubbles, those that came off worst placed earlier in the next of a few rounds."""
    order = sorted(discs, key=lambda disc: not disc.bubble.chosen)
    best, least = [], None
    for _ in range(_ROUNDS):
        covered, made, regrets = [*taken], [], {}
        for disc in order:
            label = _label(disc, covered, room)
            regrets[id(disc)] = label.regret if label else _UNNAMED
            if label:
                covered.append(label.box)
                made.append(label)
        regret = sum(regrets[id(disc)] * (30 if disc.bubble.chosen else 1) for disc in order)
        if least is None or regret < least:
            best, least = made, regret
        if not regret:
            break
        order = sorted(order, key=lambda disc: (not disc.bubble.chosen, -regrets[id(disc)]))
    return best


def _label(disc: _Disc, taken: list[Box], room: Box) -> _Label | None:
    """Name and value beside, above or below the bubble, where there is room: the name on one line or two, or cut."""
    bubble, lead = disc.bubble, line_height(7.5)
    for regret, length, most, valued in _WAYS:
        name = wrap(bubble.name, length, 7.5, bubble.chosen, most)
        value = [bubble.text] if valued and bubble.text else []
        wide = max(
            (*(measure(line, 7.5, bubble.chosen) for line in name), *(measure(text, 7.5) for text in value), 0.0)
        )
        tall = lead * max(1, len(name) + len(value))
        right, left = disc.x + disc.radius + _GAP, disc.x - disc.radius - _GAP - wide
        above, below = disc.y - disc.radius - 0.8 - tall, disc.y + disc.radius + 0.8
        beside, over = disc.y - tall / 2, disc.x - wide / 2
        near, inward = 0.6 * disc.radius, 0.3 * disc.radius
        corners: list[tuple[float, float, Anchor]] = [
            (right, beside, "start"),
            (left, beside, "end"),
            (over, above, "middle"),
            (over, below, "middle"),
            (right - inward, disc.y - near - tall, "start"),
            (right - inward, disc.y + near, "start"),
            (left + inward, disc.y - near - tall, "end"),
            (left + inward, disc.y + near, "end"),
        ]
        boxes = [Box(x, y, x + wide, y + tall) for x, y, _ in corners]
        best, cost = place(boxes, taken, room)
        if cost > 0.4:
            continue
        box, anchor = boxes[best], corners[best][2]
        x = {"start": box.left, "middle": disc.x, "end": box.right}[anchor]
        return _Label(disc, box, (*name, *value), len(name), x, anchor, regret)
    return None


def _write(canvas: Canvas, label: _Label, ground: str) -> None:
    """A label on a patch of what lies under it, so that no grid line runs through the text."""
    palette, chosen, lead = canvas.palette, label.disc.bubble.chosen, line_height(7.5)
    ink, accent = (palette.ink, palette.accent_ink) if chosen else (palette.ink2, palette.ink2)
    baseline = centred(label.box.top + lead / 2, 7.5)
    canvas.rects([label.box], ground)
    canvas.text(label.x, baseline, label.lines[: label.named], 7.5, ink, chosen, label.anchor)
    value = label.lines[label.named :]
    canvas.text(label.x, baseline + label.named * lead, value, 7.5, accent, anchor=label.anchor)


def _clip(start: Point, end: Point, plot: Box) -> list[Point]:
    """The part of a line that lies between the top and the bottom of the plot; empty if there is none."""
    (_, y1), (_, y2) = start, end
    if max(y1, y2) < plot.top or min(y1, y2) > plot.bottom:
        return []
    parts = [0.0, 1.0]
    for limit in (plot.top, plot.bottom):
        if min(y1, y2) < limit < max(y1, y2):
            crossing = (limit - y1) / (y2 - y1)
            outside_first = y1 < plot.top if limit == plot.top else y1 > plot.bottom
            parts[0 if outside_first else 1] = crossing
    return [_between(start, end, parts[0]), _between(start, end, parts[1])]


def _under(left: float, right: float, plot: Box, edge: list[Point]) -> list[Point]:
    """The upper outline, from left to right, of what lies below the line inside the plot."""
    ends = [(plot.left, min(max(left, plot.top), plot.bottom)), (plot.right, min(max(right, plot.top), plot.bottom))]
    return [ends[0], *edge, ends[1]]


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
