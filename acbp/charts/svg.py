"""A lean SVG writer: what matplotlib draws, in as few and as plain elements as possible.

User units are points; every coordinate is rounded to a hundredth of a point. Text stays text. There are no clip paths,
groups, definitions, identifiers or metadata, and equal drawings give equal text. Centred and right-aligned text begins
where its known width says: the PDF is smaller when text need not be aligned while it is drawn. Only text
whose width is not known for certain carries ``text-anchor``.
"""

import math
import re
from typing import Any, cast
from xml.sax.saxutils import escape, quoteattr

from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.path import Path
from matplotlib.transforms import Transform

from acbp.charts.metrics import FAMILY, MM, exact, measure

_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class LeanRenderer(RendererBase):
    """Writes paths and lines of text, in order; size in mm, ``family`` is the font of all text without its own."""

    def __init__(self, width: float, height: float, family: str) -> None:
        super().__init__()
        self.width, self.height, self.family = width / MM, height / MM, family
        self._elements = [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{plain(width)}mm" height="{plain(height)}mm" '
            f'viewBox="0 0 {plain(self.width, 4)} {plain(self.height, 4)}" font-family={quoteattr(family)}>'
        ]

    def svg(self) -> str:
        """The whole drawing."""
        return "".join([*self._elements, "</svg>"])

    def draw_path(self, gc: GraphicsContextBase, path: Path, transform: Transform, rgbFace: Any = None) -> None:
        vertices = cast("list[tuple[float, float]]", transform.transform(path.vertices))
        points = [(plain(x), plain(self.height - y)) for x, y in vertices]
        paint = f' fill="{to_hex(rgbFace)}"' if rgbFace is not None else ' fill="none"'
        if gc.get_linewidth() > 0:
            paint += f' stroke="{to_hex(gc.get_rgb())}" stroke-width="{plain(gc.get_linewidth())}"'
            dashes = cast("list[float] | None", gc.get_dashes()[1])
            if dashes is not None:
                paint += f' stroke-dasharray="{" ".join(plain(dash) for dash in dashes)}"'
        self._elements.append(f'<path d="{_trace(points, path.codes)}"{paint}/>')

    def draw_label(self, label: "Label") -> None:
        """A line of text; one of known width is written from where it begins."""
        (x, y), anchor = label.place(), label.anchor
        if anchor != "start" and label.family == FAMILY and exact(label.text):
            x -= measure(label.text, label.size, label.bold) / MM * (0.5 if anchor == "middle" else 1.0)
            anchor = "start"
        attributes = f'x="{plain(x)}" y="{plain(self.height - y)}" font-size="{plain(label.size)}"'
        if anchor != "start":
            attributes += f' text-anchor="{anchor}"'
        if label.bold:
            attributes += ' font-weight="700"'
        if label.family != self.family:
            attributes += f" font-family={quoteattr(label.family)}"
        attributes += f' fill="{to_hex(label.colour)}"'
        self._elements.append(f"<text {attributes}>{escape(_UNPRINTABLE.sub('', label.text))}</text>")

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.width, self.height


class Label(Artist):
    """A line of text on its baseline. Unlike matplotlib's own text it asks for no font: it is set where it is read."""

    def __init__(
        self, at: tuple[float, float], text: str, size: float, colour: str, bold: bool, anchor: str, family: str
    ) -> None:
        super().__init__()
        self.at, self.text, self.size, self.colour = at, text, size, colour
        self.bold, self.anchor, self.family = bold, anchor, family

    def place(self) -> tuple[float, float]:
        """Where the text is anchored, in points."""
        x, y = self.get_transform().transform(self.at)
        return float(x), float(y)

    def draw(self, renderer: RendererBase) -> None:
        """Hands the text to the writer."""
        if not isinstance(renderer, LeanRenderer):
            raise TypeError("text of a chart is written by the lean SVG writer only")
        renderer.draw_label(self)


def plain(number: float, digits: int = 2) -> str:
    """A number as SVG writes it: rounded, without trailing zeros or a negative zero.

    Raises ValueError if it is not finite.
    """
    if not math.isfinite(number):
        raise ValueError("a chart cannot be drawn: a coordinate is not finite")
    text = f"{number:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _trace(points: list[tuple[str, str]], codes: Any) -> str:
    """Path data from points already written as text; straight lines along an axis become H and V."""
    commands: list[str] = []
    at = ("", "")
    curve: list[str] = []
    for index, point in enumerate(points):
        code = codes[index] if codes is not None else (Path.MOVETO if index == 0 else Path.LINETO)
        x, y = point
        if code == Path.CLOSEPOLY:
            commands.append("Z")
            continue
        if code == Path.CURVE4:
            curve.append(f"{x} {y}")
            if len(curve) < 3:
                continue
            commands.append("C" + " ".join(curve))
            curve = []
        elif code == Path.MOVETO:
            commands.append(f"M{x} {y}")
        elif y == at[1]:
            commands.append(f"H{x}")
        elif x == at[0]:
            commands.append(f"V{y}")
        else:
            commands.append(f"L{x} {y}")
        at = point
    return "".join(commands)
