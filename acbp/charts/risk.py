"""Risks on the grid of likelihood and impact, by number."""

from dataclasses import dataclass
from math import ceil

from acbp.charts.canvas import Canvas
from acbp.charts.labels import Box, centred, cut, wrap
from acbp.charts.metrics import measure
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class RiskMark:
    """One risk; without a likelihood or an impact from 1 to 5 it is listed below the grid."""

    number: str
    likelihood: int | None
    """1 (rare) to 5 (almost certain)."""
    impact: int | None
    """1 (slight) to 5 (severe)."""
    focus: bool = False
    """Whether the mark stands in the accent."""


@dataclass(frozen=True, slots=True)
class RiskGrid:
    """The risks and the names of both axes."""

    marks: tuple[RiskMark, ...]
    likelihood_name: str
    impact_name: str
    likelihood_ticks: tuple[str, str, str, str, str] = ("1", "2", "3", "4", "5")
    impact_ticks: tuple[str, str, str, str, str] = ("1", "2", "3", "4", "5")
    unplaced_name: str = "—"
    """Before the numbers of the risks that have no place on the grid: ``未评``."""


_RADIUS = 2.15
"""Of a mark, mm."""


def draw(data: RiskGrid, width: float, height: float, style: Style) -> str:
    """The grid as SVG of ``width`` × ``height`` mm."""
    canvas = Canvas(width, height, style)
    palette = style.palette
    unplaced = [mark for mark in data.marks if mark.likelihood not in range(1, 6) or mark.impact not in range(1, 6)]
    ticks = max(measure(tick, 7.0) for tick in data.impact_ticks)
    left = min(ticks, 0.2 * width) + 1.8
    top = 5.0
    bottom = height - 9.4 - (5.6 if unplaced else 0.0)
    across, down = (width - left) / 5, (bottom - top) / 5

    tones = {palette.n50: 6, palette.n200: 12, palette.n300: 26}
    done: set[tuple[int, int]] = set()
    for tone, below in tones.items():
        cells = [(x, y) for x in range(5) for y in range(5) if (x + 1) * (y + 1) < below and (x, y) not in done]
        done.update(cells)
        canvas.rects(
            [
                Box(
                    left + x * across + 0.2,
                    bottom - (y + 1) * down + 0.2,
                    left + (x + 1) * across - 0.2,
                    bottom - y * down - 0.2,
                )
                for x, y in cells
            ],
            tone,
        )
    canvas.text(0, 3.0, cut(data.impact_name, width, 7.5, True), 7.5, palette.ink, True)
    for index in range(5):
        middle = bottom - (index + 0.5) * down
        room = 2 if down > 7.5 else 1
        canvas.middle(
            left - 1.5, middle, wrap(data.impact_ticks[index], left - 1.6, 7.0, lines=room), 7.0, anchor="end"
        )
        tick = cut(data.likelihood_ticks[index], across - 0.8, 7.0)
        canvas.text(left + (index + 0.5) * across, centred(bottom + 2.9, 7.0), tick, 7.0, anchor="middle")
    name = cut(data.likelihood_name, width, 7.5, True)
    canvas.text(width, centred(bottom + 7.2, 7.5), name, 7.5, palette.ink, True, "end")

    for x in range(5):
        for y in range(5):
            marks = [mark for mark in data.marks if mark.likelihood == x + 1 and mark.impact == y + 1]
            if marks:
                cell = Box(left + x * across, bottom - (y + 1) * down, left + (x + 1) * across, bottom - y * down)
                _fill_cell(canvas, marks, cell)
    if unplaced:
        foot = height - _RADIUS - 0.3
        box = canvas.middle(0, foot, cut(data.unplaced_name, 0.3 * width, 7.5), 7.5)
        beside = Box(box.right + 1.0, foot - _RADIUS - 0.3, width, foot + _RADIUS + 0.3)
        _fill_cell(canvas, unplaced, beside, start=True)
    return canvas.svg()


def _fill_cell(canvas: Canvas, marks: list[RiskMark], cell: Box, start: bool = False) -> None:
    """The marks of one cell in rows, centred (or from the left); if they do not fit, the last one counts the rest."""
    pitch = 2 * _RADIUS + 0.35
    columns = max(int((cell.right - cell.left - 0.4) / pitch), 1)
    rows = max(int((cell.bottom - cell.top) / pitch), 1)
    shown = marks
    rest = ""
    if len(marks) > columns * rows:
        shown = marks[: columns * rows - 1]
        rest = f"+{len(marks) - len(shown)}"
    count = len(shown) + bool(rest)
    if not start:
        columns = min(columns, max(ceil(count / rows), ceil(count**0.5)))
    lines = ceil(count / columns)
    for index in range(count):
        row, column = divmod(index, columns)
        in_row = min(columns, count - row * columns)
        middle = (cell.left + cell.right) / 2
        x = cell.left + (column + 0.5) * pitch if start else middle + (column - (in_row - 1) / 2) * pitch
        y = (cell.top + cell.bottom) / 2 + (row - (lines - 1) / 2) * pitch
        if index < len(shown):
            _mark(canvas, shown[index], x, y)
        else:
            canvas.middle(x, y, rest, 7.0, colour=canvas.palette.ink, bold=True, anchor="middle")


def _mark(canvas: Canvas, mark: RiskMark, x: float, y: float) -> None:
    palette = canvas.palette
    fill, ink = (palette.fill, palette.on_fill) if mark.focus else (palette.white, palette.ink)
    canvas.circle(x, y, _RADIUS - 0.1, fill, palette.fill if mark.focus else palette.ink2, 0.7)
    canvas.middle(x, y, cut(mark.number, 2 * _RADIUS, 7.0, True), 7.0, colour=ink, bold=True, anchor="middle")
