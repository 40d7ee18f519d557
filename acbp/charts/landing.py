"""The year to date against the plan, both cumulated, and where the year is going to land."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas, Point
from acbp.charts.labels import Box, centred, cut, occupy, place, thin
from acbp.charts.lines import runs, trail
from acbp.charts.metrics import measure
from acbp.charts.scale import Scale, known
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class Landing:
    """Cumulated values per month (or quarter, or week), one per label each, None where there is none."""

    labels: tuple[str, ...]
    plan: tuple[Decimal | None, ...]
    actual: tuple[Decimal | None, ...]
    landing: tuple[Decimal | None, ...]
    """The projection: None up to the month before the last actual, then equal to it, then going on (dashed)."""
    plan_name: str
    """Beside the end of the plan line: ``计划 21,000``."""
    actual_name: str
    """Beside the last actual point: ``实际 4,505``."""
    landing_name: str = ""
    """Beside the end of the projection: ``预计 20,700``."""
    gap_text: str = ""
    """Grey below ``landing_name``: ``差 −300``."""


def draw(data: Landing, width: float, height: float, style: Style) -> str:
    """The lines as SVG of ``width`` × ``height`` mm."""
    canvas = Canvas(width, height, style)
    palette = style.palette
    values = known([*data.plan, *data.actual, *data.landing])
    if not values or not data.labels:
        return canvas.svg()
    room = 0.34 * width
    ends = [cut(data.plan_name, room, 7.5), cut(data.landing_name, room, 7.5, True), cut(data.gap_text, room, 7.0)]
    beside = max(measure(ends[0], 7.5), measure(ends[1], 7.5, True), measure(ends[2], 7.0)) + 3.2
    first = 4.0
    pitch = (width - first - beside) / max(len(data.labels) - 1, 1)
    floor = height - 5.6
    scale = Scale(min([*values, Decimal(0)]), max([*values, Decimal(0)]), floor, 3.0)

    def points(series: tuple[Decimal | None, ...]) -> list[Point | None]:
        return [None if value is None else (first + i * pitch, scale.at(value)) for i, value in enumerate(series)]

    plan, actual, landing = points(data.plan), points(data.actual), points(data.landing)
    zero = scale.at(Decimal(0))
    canvas.line(0, zero, min(first + (len(data.labels) - 1) * pitch + 2.0, width), zero, palette.ink)
    canvas.lines(runs(plan), palette.n400, 1.2)
    canvas.lines(runs(landing), palette.fill, 1.5, (3.6, 2.4))
    canvas.lines(runs(actual), palette.fill, 1.8)
    known_actual = [point for point in actual if point is not None]
    known_landing = [point for point in landing if point is not None]
    known_plan = [point for point in plan if point is not None]
    alone = [run[0] for run in runs(plan) if len(run) == 1]
    canvas.circles([*alone, *known_plan[-1:]], 0.6, palette.n400)
    canvas.circles(known_actual, 0.6, palette.fill)
    if known_actual:
        canvas.circle(*known_actual[-1], 0.95, palette.fill)
    if known_landing:
        canvas.circle(*known_landing[-1], 0.95, palette.white, palette.fill, 1.5)

    taken = [box for series in (plan, actual, landing) for run in runs(series) for box in trail(run)]
    taken += _ends(canvas, ends, known_plan, known_landing)
    every = thin(len(data.labels), pitch, max(measure(label, 7.5) for label in data.labels) + 1.2)
    for i, label in enumerate(data.labels):
        if i % every == 0:
            wide = measure(label, 7.5) / 2
            x = min(max(first + i * pitch, wide), width - wide)
            taken.append(canvas.text(x, centred(floor + 3.5, 7.5), cut(label, width, 7.5), anchor="middle"))
    if known_actual and data.actual_name:
        name = cut(data.actual_name, 0.5 * width, 7.5, True)
        _beside(canvas, name, known_actual[-1], taken, Box(0.0, 0.0, width, max(zero, floor) - 0.3))
    return canvas.svg()


def _ends(canvas: Canvas, texts: list[str], plan: list[Point], landing: list[Point]) -> list[Box]:
    """The names at the ends of plan and projection, moved apart where the ends lie close together."""
    palette = canvas.palette
    upper = plan[-1][1] if plan else None
    lower = landing[-1][1] if landing else None
    if upper is not None and lower is not None:
        order = [("plan", upper, 3.8), ("landing", lower, 7.4 if texts[2] else 3.8)]
        (first, y1, tall), (_, y2, _) = sorted(order, key=lambda end: end[1])
        y1 = max(y1 - max(tall - (y2 - y1), 0.0) / 2, 1.8)
        y2 = max(y2, y1 + tall)
        foot = canvas.height - 7.0 - (3.6 if texts[2] and first == "plan" else 0.0)
        y2 = min(y2, foot)
        y1 = min(y1, y2 - tall)
        upper, lower = (y1, y2) if first == "plan" else (y2, y1)
    boxes = []
    if upper is not None and texts[0]:
        y = min(max(upper, 1.8), canvas.height - 7.0)
        boxes.append(canvas.middle(plan[-1][0] + 2.6, y, texts[0], 7.5))
    if lower is not None and texts[1]:
        y = min(max(lower, 1.8), canvas.height - 7.0 - (3.6 if texts[2] else 0.0))
        colour = palette.accent_ink
        boxes.append(canvas.middle(landing[-1][0] + 2.6, y, texts[1], 7.5, colour=colour, bold=True))
        if texts[2]:
            boxes.append(canvas.text(landing[-1][0] + 2.6, boxes[-1].bottom + 3.2, texts[2], 7.0))
    return boxes


def _beside(canvas: Canvas, name: str, point: Point, taken: list[Box], room: Box) -> None:
    """The actual's name near its last point, where no line runs."""
    x, y = point
    wide = measure(name, 7.5, True)
    places = [
        (x + dx, y + dy) for dx in (1.6, 2.6, -wide - 1.6, -wide / 2) for dy in (4.4, 6.4, -2.0, -4.0, -7.5, -11.0)
    ]
    boxes = [occupy(left, baseline, name, 7.5, True) for left, baseline in places]
    best, _ = place(boxes, taken, room)
    left = min(max(places[best][0], 0.0), canvas.width - wide)
    canvas.text(left, places[best][1], name, 7.5, canvas.palette.accent_ink, True)
