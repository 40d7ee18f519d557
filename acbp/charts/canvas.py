"""A drawing surface in millimetres, origin top left, over a matplotlib figure without pyplot."""

from collections.abc import Sequence
from itertools import chain
from typing import Any, Literal

from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from acbp.charts.labels import Box, centred, line_height, occupy
from acbp.charts.metrics import MM
from acbp.charts.style import Palette, Style
from acbp.charts.svg import Label, LeanRenderer

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_KAPPA = 0.5522847498
"""Where the handles of a cubic curve lie that follows a quarter of a circle."""


class Canvas:
    """A sheet of ``width`` × ``height`` mm; line widths and text sizes are in points, colours ``#RRGGBB``."""

    def __init__(self, width: float, height: float, style: Style) -> None:
        self.width, self.height, self.style = width, height, style
        self.room = Box(0.0, 0.0, width, height)
        self._figure = Figure(figsize=(width / 25.4, height / 25.4), dpi=72)
        self._figure.patch.set_visible(False)
        self._millimetres = Affine2D().scale(1 / MM, -1 / MM).translate(0, height / MM)
        self._count = 0

    @property
    def palette(self) -> Palette:
        """The colours."""
        return self.style.palette

    def rects(self, boxes: Sequence[Box], fill: str) -> None:
        """Filled rectangles of one colour, as one element."""
        corners = [
            [(b.left, b.top), (b.right, b.top), (b.right, b.bottom), (b.left, b.bottom), (b.left, b.top)] for b in boxes
        ]
        self._draw(corners, fill=fill, closed=True)

    def rect(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        """A filled rectangle; nothing if it has no area."""
        if right > left and bottom > top:
            self.rects([Box(left, top, right, bottom)], fill)

    def lines(
        self, lines: Sequence[Sequence[Point]], colour: str, width: float = 0.6, dash: tuple[float, ...] = ()
    ) -> None:
        """Lines of one colour through the points of each, as one element; ``dash`` in points."""
        self._draw([list(line) for line in lines if len(line) > 1], stroke=colour, width=width, dash=dash)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 0.6, dash: tuple[float, ...] = ()
    ) -> None:
        """A straight line."""
        self.lines([[(x1, y1), (x2, y2)]], colour, width, dash)

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        """A filled area."""
        self._draw([[*points, points[0]]], fill=fill, closed=True)

    def circle(
        self, x: float, y: float, radius: float, fill: str | None, edge: str | None = None, width: float = 1.0
    ) -> None:
        """A disc, with an edge of ``width`` points if it has a colour."""
        self.circles([(x, y)], radius, fill, edge, width)

    def circles(
        self, centres: Sequence[Point], radius: float, fill: str | None, edge: str | None = None, width: float = 1.0
    ) -> None:
        """Equal discs of one colour, as one element."""
        k = _KAPPA * radius
        rings = [
            [
                (x + radius, y),
                *((x + radius, y + k), (x + k, y + radius), (x, y + radius)),
                *((x - k, y + radius), (x - radius, y + k), (x - radius, y)),
                *((x - radius, y - k), (x - k, y - radius), (x, y - radius)),
                *((x + k, y - radius), (x + radius, y - k), (x + radius, y)),
                (x + radius, y),
            ]
            for x, y in centres
        ]
        codes = [Path.MOVETO, *[Path.CURVE4] * 12, Path.CLOSEPOLY]
        self._draw(rings, fill=fill, stroke=edge, width=width, codes=codes)

    def diamond(
        self, x: float, y: float, radius: float, fill: str | None, edge: str | None = None, width: float = 1.0
    ) -> None:
        """A square on its corner."""
        corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y), (x, y - radius)]
        self._draw([corners], fill=fill, stroke=edge, width=width, closed=True)

    def text(
        self,
        x: float,
        baseline: float,
        text: str | Sequence[str],
        size: float = 7.5,
        colour: str | None = None,
        bold: bool = False,
        anchor: Anchor = "start",
        serif: bool = False,
    ) -> Box:
        """One line of text on its baseline, or several below each other; ink 2 unless a colour is given.

        Returns the area it takes; no text takes none.
        """
        if not text:
            return Box(x, baseline, x, baseline)
        lines = [text] if isinstance(text, str) else list(text)
        if self.style.language == "en":
            lines = [line.translate(_STRAIGHT) for line in lines]
        boxes = []
        for row, line in enumerate(lines):
            y = baseline + row * line_height(size)
            boxes.append(occupy(x, y, line, size, bold, anchor))
            if line:
                self._write(x, y, line, size, colour or self.palette.ink2, bold, anchor, serif)
        return Box(min(box.left for box in boxes), boxes[0].top, max(box.right for box in boxes), boxes[-1].bottom)

    def middle(self, x: float, y: float, text: str | Sequence[str], size: float = 7.5, **more: Any) -> Box:
        """Text whose lines together are centred on the height ``y``; further arguments as for ``text``."""
        rows = 1 if isinstance(text, str) else len(text)
        return self.text(x, centred(y, size) - (rows - 1) / 2 * line_height(size), text, size, **more)

    def svg(self) -> str:
        """The drawing as SVG."""
        renderer = LeanRenderer(self.width, self.height, self.style.sans)
        self._figure.draw(renderer)
        return renderer.svg()

    def _write(
        self, x: float, y: float, line: str, size: float, colour: str, bold: bool, anchor: Anchor, serif: bool
    ) -> None:
        family = self.style.serif if serif else self.style.sans
        label = Label((x, y), line, size, colour, bold, anchor, family)
        label.set_transform(self._millimetres)
        self._add(label)

    def _draw(
        self,
        outlines: Sequence[Sequence[Point]],
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 0.0,
        dash: tuple[float, ...] = (),
        closed: bool = False,
        codes: list[Any] | None = None,
    ) -> None:
        if not outlines:
            return
        steps = [codes or _codes(len(outline), closed) for outline in outlines]
        path = Path(list(chain.from_iterable(outlines)), list(chain.from_iterable(steps)))
        artist = PathPatch(
            path,
            facecolor=fill or "none",
            edgecolor=stroke or "none",
            linewidth=width if stroke else 0,
            linestyle=(0, [part / width for part in dash]) if dash else "solid",
            transform=self._millimetres,
        )
        self._add(artist)

    def _add(self, artist: Any) -> None:
        self._count += 1
        artist.set_zorder(self._count)
        self._figure.add_artist(artist)


def _codes(count: int, closed: bool) -> list[Any]:
    codes = [Path.MOVETO, *[Path.LINETO] * (count - 1)]
    if closed:
        codes[-1] = Path.CLOSEPOLY
    return codes
