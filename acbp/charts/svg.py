"""A lean SVG writer: what matplotlib draws, in as few and as plain elements as possible.

User units are points; every coordinate is rounded to a hundredth of a point. Text stays text. There are no clip paths,
groups, definitions, identifiers or metadata, and equal drawings give equal text. Centred and right-aligned text begins
where its known width says: the PDF is smaller when text need not be aligned while it is drawn. Only text
whose width is not known for certain carries ``text-anchor``.
"""

import math
import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Transform

from acbp.charts.metrics import FAMILY, MM, exact, measure

_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


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
        vertices = transform.transform(path.vertices)
        points = [(plain(x), plain(self.height - y)) for x, y in vertices.tolist()]
        paint = f' fill="{to_hex(rgbFace)}"' if rgbFace is not None else ' fill="none"'
        if gc.get_linewidth() > 0:
            paint += f' stroke="{to_hex(gc.get_rgb())}" stroke-width="{plain(gc.get_linewidth())}"'
            dashes = gc.get_dashes()[1]
            if dashes is not None:
                paint += f' stroke-dasharray="{" ".join(plain(dash) for dash in dashes)}"'
        self._elements.append(f'<path d="{_trace(points, path.codes)}"{paint}/>')

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        bold = prop.get_weight() == 700
        anchor = _ANCHORS[mtext.get_horizontalalignment()]
        x, y = mtext.get_transform().transform(mtext.get_position())
        family = prop.get_family()[0]
        if anchor != "start" and family == FAMILY and exact(s):
            x -= measure(s, prop.get_size_in_points(), bold) / MM * (0.5 if anchor == "middle" else 1.0)
            anchor = "start"
        attributes = f'x="{plain(x)}" y="{plain(self.height - y)}" font-size="{plain(prop.get_size_in_points())}"'
        if anchor != "start":
            attributes += f' text-anchor="{anchor}"'
        if bold:
            attributes += ' font-weight="700"'
        if family != self.family:
            attributes += f" font-family={quoteattr(family)}"
        attributes += f' fill="{to_hex(gc.get_rgb())}"'
        self._elements.append(f"<text {attributes}>{escape(_UNPRINTABLE.sub('', s))}</text>")

    def get_text_width_height_descent(self, s: str, prop: FontProperties, ismath: Any) -> tuple[float, float, float]:
        size = prop.get_size_in_points()
        return measure(s, size, prop.get_weight() == 700) / MM, size, 0.2 * size

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.width, self.height

    def flipy(self) -> bool:
        return False

    def points_to_pixels(self, points: Any) -> Any:
        return points


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
