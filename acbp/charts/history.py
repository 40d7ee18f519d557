"""How one figure moved from version to version: a line that holds its level until a version changed it."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.canvas import Point as At
from acbp.charts.labels import centred, cut, thin
from acbp.charts.lines import runs
from acbp.charts.metrics import measure
from acbp.charts.scale import Scale, known
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class Point:
    """The figure in one version: below it the day, above it the value as it is printed; None where it was gone."""

    label: str
    value: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class History:
    """The versions that changed the figure, the oldest first, at even distances."""

    points: tuple[Point, ...]


def draw(data: History, width: float, height: float, style: Style) -> str:
    """The steps as SVG of ``width`` × ``height`` mm; the axis need not begin at zero, since lengths say nothing."""
    canvas = Canvas(width, height, style)
    palette = style.palette
    values = known(point.value for point in data.points)
    if not values:
        return canvas.svg()
    floor = height - 5.6
    names = max(measure(point.label, 7.0) for point in data.points)
    figures = max(measure(point.text, 7.5, True) for point in data.points)
    inset = min(max(names, figures) / 2, width / 4)
    pitch = (width - 2 * inset) / len(data.points)
    low, high = min(values), max(values)
    scale = Scale(low, high, floor - 6.0 if low < high else height / 2, 7.0)
    steps: list[At | None] = []
    for index, point in enumerate(data.points):
        if point.value is None:
            steps.append(None)
        else:
            y = scale.at(point.value)
            steps += [(inset + index * pitch, y), (inset + (index + 1) * pitch, y)]
    canvas.line(0, floor, width, floor, palette.n300, 0.5)
    canvas.lines(runs(steps), palette.fill, 1.5)
    every = thin(len(data.points), pitch, names + 1.2)
    wide = thin(len(data.points), pitch, figures + 1.2)
    last = len(data.points) - 1
    for index, point in enumerate(data.points):
        x = inset + (index + 0.5) * pitch
        if (last - index) % every == 0:
            canvas.text(x, centred(floor + 3.2, 7.0), cut(point.label, width / 2, 7.0), 7.0, anchor="middle")
        if point.value is not None and (last - index) % wide == 0:
            colour = palette.accent_ink if index == last else palette.ink
            text = cut(point.text, width / 2, 7.5, index == last)
            canvas.text(x, scale.at(point.value) - 1.6, text, 7.5, colour, index == last, "middle")
    return canvas.svg()
