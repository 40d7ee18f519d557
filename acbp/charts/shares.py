"""Two shares over the years: ours against another one, the gap measured, the plan an open point."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Anchor, Canvas, Point
from acbp.charts.labels import Box, centred, cut, line_height, occupy, place, thin, wrap
from acbp.charts.lines import runs, trail
from acbp.charts.metrics import measure
from acbp.charts.scale import Scale, known
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
    canvas = Canvas(width, height, style)
    palette = style.palette
    values = known([p.own for p in data.points] + [p.other for p in data.points] + [data.plan])
    if not values:
        return canvas.svg()
    planned = data.plan is not None or bool(data.plan_label)
    plan_lines = wrap(data.plan_text, 0.34 * width, 7.5, bold=True) if planned else []
    note = cut(data.plan_note, 0.34 * width, 7.0) if planned else ""
    beside = max([measure(line, 7.5, True) for line in plan_lines] + [measure(note, 7.0)])
    beside = beside + 3.4 if beside else 4.0
    if not planned:
        beside = max(
            beside, min(0.3 * width, max(measure(data.own_name, 7.5, True), measure(data.other_name, 7.5)) + 3)
        )
    first = 5.8
    count = len(data.points) + planned
    pitch = (width - first - beside) / max(count - 1, 1)
    axis = height - 5.6
    low, high = min(values), max(values)
    scale = Scale(low, high, axis - 8.0 if low != high else axis / 2, 6.4)
    own = [None if p.own is None else (first + i * pitch, scale.at(p.own)) for i, p in enumerate(data.points)]
    other = [None if p.other is None else (first + i * pitch, scale.at(p.other)) for i, p in enumerate(data.points)]

    for i in range(len(data.points) - 1):
        corners = (own[i], other[i], other[i + 1], own[i + 1])
        if all(corner is not None for corner in corners):
            canvas.polygon([corner for corner in corners if corner is not None], palette.t06)
    end = own[-1] if own else None
    goal = None if data.plan is None else (first + (count - 1) * pitch, scale.at(data.plan))
    canvas.lines(runs(other), palette.n400, 1.2)
    canvas.lines(runs(own), palette.fill, 1.8)
    if end is not None and goal is not None:
        canvas.line(*end, *goal, palette.fill, 1.5, (3.6, 2.4))
    canvas.circles([point for point in other if point is not None], 0.6, palette.n400)
    canvas.circles([point for point in own if point is not None], 0.85, palette.fill)
    if goal is not None:
        canvas.circle(*goal, 0.95, palette.white, palette.fill, 1.5)
    canvas.line(max(first - 2.0, 0), axis, min(first + (count - 1) * pitch + 2.0, width), axis, palette.ink)

    taken = [Box(x - 0.9, y - 0.9, x + 0.9, y + 0.9) for x, y in (p for p in [*own, *other, goal] if p is not None)]
    taken += [box for run in [*runs(own), *runs(other), [p for p in (end, goal) if p]] for box in trail(run)]
    taken += _arrow(canvas, data, own, other, pitch)
    every = thin(count, pitch, _widest(data) + 1.0)
    for i, point in enumerate(data.points):
        if (len(data.points) - 1 - i) % every:
            continue
        mine, theirs = own[i], other[i]
        above = mine is not None and theirs is not None and mine[1] < theirs[1]
        if theirs is not None:
            _value(canvas, theirs, point.other_text, not above, False, taken)
        if mine is not None:
            _value(canvas, mine, point.own_text, above or theirs is None, True, taken)
    taken += _years(canvas, data, first, pitch, axis, planned)
    if goal is not None:
        x = goal[0] + 3.4
        y = max(goal[1] - 0.2, 2.0)
        box = canvas.middle(x, y, plan_lines, 7.5, colour=palette.accent_ink, bold=True)
        taken.append(box)
        if note:
            taken.append(canvas.text(x, box.bottom + 3.5, note, 7.0))
    room = Box(0.0, 0.0, width, axis - 0.3)
    _series(canvas, data.other_name, other, taken, room, palette.ink2, bold=False)
    _series(canvas, data.own_name, own, taken, room, palette.accent_ink, bold=True)
    return canvas.svg()


def _widest(data: Shares) -> float:
    own = [measure(point.own_text, 8.0, True) for point in data.points]
    other = [measure(point.other_text, 7.5) for point in data.points]
    years = [measure(label, 7.5) for label in (*(point.label for point in data.points), data.plan_label)]
    return max([*own, *other, *years])


def _value(canvas: Canvas, point: Point, text: str, above: bool, own: bool, taken: list[Box]) -> None:
    """A value on the outer side of its point, or where neither a line nor another value is in its way."""
    size = 8.0 if own else 7.5
    colour = canvas.palette.accent_ink if own else canvas.palette.ink2
    wide = measure(text, size, own)
    outer, inner = (-2.3, 4.7) if above else (4.7, -2.3)
    x, y = min(max(point[0], wide / 2), canvas.width - wide / 2), point[1]
    places = [(x, y + outer), (x - wide / 2, y + outer), (x - wide / 2 - 1.6, y + 1.0), (x + wide / 2, y + outer)]
    places += [(x, y + inner), (x - wide / 2, y + inner), (x, y + outer + (outer - 1.2) * 0.4)]
    boxes = [occupy(left, baseline, text, size, own, "middle") for left, baseline in places]
    best, _ = place(boxes, taken, canvas.room)
    taken.append(canvas.text(*places[best], text, size, colour, own, "middle"))


def _years(canvas: Canvas, data: Shares, first: float, pitch: float, axis: float, planned: bool) -> list[Box]:
    labels = [point.label for point in data.points] + ([data.plan_label] if planned else [])
    every = thin(len(labels), pitch, max(measure(label, 7.5) for label in labels) + 1.0)
    boxes = []
    for i, label in enumerate(labels):
        if (len(labels) - 1 - i) % every == 0:
            wide = measure(label, 7.5) / 2
            x = min(max(first + i * pitch, wide), canvas.width - wide)
            boxes.append(canvas.text(x, centred(axis + 3.5, 7.5), label, anchor="middle"))
    return boxes


def _arrow(canvas: Canvas, data: Shares, own: list[Point | None], other: list[Point | None], pitch: float) -> list[Box]:
    """The gap in the last year both shares are known, measured by an arrow with its text on the left."""
    pairs = [(a, b) for a, b in zip(own, other, strict=True) if a is not None and b is not None]
    if not pairs or not data.gap_text:
        return []
    (x, y1), (_, y2) = pairs[-1]
    top, bottom = min(y1, y2) + 1.4, max(y1, y2) - 1.6
    if bottom - top < 3.2:
        return []
    heads = [[(x - 0.35, top + 0.7), (x, top), (x + 0.35, top + 0.7)]]
    heads += [[(x - 0.35, bottom - 0.7), (x, bottom), (x + 0.35, bottom - 0.7)]]
    canvas.lines([[(x, top), (x, bottom)], *heads], canvas.palette.ink2, 0.6)
    left = x > 0.3 * canvas.width
    side = x - 1.3 if left else x + 1.3
    anchor: Anchor = "end" if left else "start"
    text = cut(data.gap_text, max(pitch - 2.0, 12.0), 7.5)
    box = canvas.middle(side, (top + bottom) / 2, text, colour=canvas.palette.ink, anchor=anchor)
    return [box, Box(x - 0.4, top, x + 0.4, bottom)]


def _series(
    canvas: Canvas, name: str, points: list[Point | None], taken: list[Box], room: Box, colour: str, bold: bool
) -> None:
    """The name of a line beside one of its points, late points first, where nothing else stands.

    Our line goes on to the plan: there the last but one point comes first, the name after its value.
    """
    known_points = [point for point in reversed(points) if point is not None]
    if not name or not known_points:
        return
    name = cut(name, 0.4 * canvas.width, 7.5, bold)
    wide = measure(name, 7.5, bold)
    tall = line_height(7.5)
    places: list[Point] = []
    if bold and len(known_points) > 1:
        x, y = known_points[1]
        places = [(x + 4.2, y + 4.6), (x + 4.2, y - 2.3)]
    for x, y in known_points:
        places += [(x + 2.7, y + dy) for dy in (0.9, -1.5, 4.6, -3.6)]
        places += [(x - wide / 2, y + dy) for dy in (8.4, -6.2)]
        places += [(x - wide - dx, y + dy) for dx in (2.7, 6.5) for dy in (0.9, -2.0, 4.6, -3.6, -6.0, 8.4)]
    boxes = [occupy(x, baseline, name, 7.5, bold) for x, baseline in places]
    wider = [Box(box.left - 0.3, box.top, box.right + 0.3, box.top + tall * 0.85) for box in boxes]
    best, _ = place(wider, taken, room)
    box = boxes[best]
    x = min(max(box.left, 0.0), canvas.width - wide)
    taken.append(canvas.text(x, places[best][1], name, 7.5, colour, bold))
