"""Reads a chart back from its SVG: the lines of text with the room they take, and every point drawn."""

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from acbp.charts.labels import Box, occupy
from acbp.charts.metrics import MM

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Line:
    """One line of text as drawn."""

    text: str
    size: float
    bold: bool
    colour: str
    box: Box


@dataclass(frozen=True)
class Shape:
    """One path: its colours, and the bounds of all its points in mm."""

    fill: str
    stroke: str | None
    dashed: bool
    box: Box


@dataclass(frozen=True)
class Sheet:
    """A chart as drawn."""

    width: str
    height: str
    lines: list[Line]
    shapes: list[Shape]

    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    def line(self, text: str) -> Line:
        (found,) = [line for line in self.lines if line.text == text]
        return found

    def filled(self, colour: str) -> list[Box]:
        return [shape.box for shape in self.shapes if shape.fill == colour.lower()]


def read(svg: str) -> Sheet:
    """The parts of a chart; fails on any element that is not a path or a line of text."""
    root = ElementTree.fromstring(svg)
    lines, shapes = [], []
    for element in root:
        if element.tag == f"{SVG}text":
            lines.append(_line(element))
        else:
            assert element.tag == f"{SVG}path"
            shapes.append(_shape(element))
    return Sheet(root.attrib["width"], root.attrib["height"], lines, shapes)


def check(svg: str, width: float, height: float) -> Sheet:
    """What holds for every chart: exact size, type of 7 pt or more, nothing outside, no text on text."""
    sheet = read(svg)
    assert (sheet.width, sheet.height) == (f"{width}mm", f"{height}mm")
    room = Box(-0.02, -0.02, width + 0.02, height + 0.02)
    for line in sheet.lines:
        assert line.size >= 7, line
        assert line.text.strip(), line
        assert line.box.within(room), line
    for shape in sheet.shapes:
        assert shape.box.within(room), shape
    for one, other in combinations(sheet.lines, 2):
        assert one.box.overlap(other.box) < 0.75, (one, other)
    return sheet


def _line(element: ElementTree.Element) -> Line:
    at = element.attrib
    size, bold = float(at["font-size"]), at.get("font-weight") == "700"
    x, y = float(at["x"]) * MM, float(at["y"]) * MM
    text = element.text or ""
    return Line(text, size, bold, at["fill"], occupy(x, y, text, size, bold, at.get("text-anchor", "start")))


def _shape(element: ElementTree.Element) -> Shape:
    xs, ys = [], []
    for letter, numbers in re.findall(r"([MLHVCZ])([^MLHVCZ]*)", element.attrib["d"]):
        values = [float(number) * MM for number in numbers.split()]
        xs += values if letter == "H" else [] if letter == "V" else values[0::2]
        ys += values if letter == "V" else [] if letter == "H" else values[1::2]
    at = element.attrib
    return Shape(at["fill"], at.get("stroke"), "stroke-dasharray" in at, Box(min(xs), min(ys), max(xs), max(ys)))
