"""Lines with gaps: a missing value interrupts its line."""

from itertools import pairwise

from acbp.charts.canvas import Point
from acbp.charts.labels import Box


def runs(points: list[Point | None]) -> list[list[Point]]:
    """The stretches of neighbouring points that are there."""
    found: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            found.append([])
        else:
            found[-1].append(point)
    return [run for run in found if run]


def trail(points: list[Point]) -> list[Box]:
    """Small areas along a line, which labels keep clear of."""
    boxes = []
    for (x1, y1), (x2, y2) in pairwise(points):
        steps = max(int(max(abs(x2 - x1), abs(y2 - y1)) / 1.0), 1)
        for step in range(steps + 1):
            x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
            boxes.append(Box(x - 0.5, y - 0.5, x + 0.5, y + 0.5))
    return boxes
