"""How a document looks, page by page: its lines of text with their place and face, and a picture in characters.

The written form is made for `git diff`. A page begins with its number and title; a line of it holds the baseline in mm,
then by tabs each text on it as `left/face:text`: the face is the size in points, `s` for the serif, `b` for bold and
the colour unless it is the one named on top, and is left out where it is that of the text before. The pictures show
squares of 7 mm: `ink` from `.` for white to `f` for black, `warm` and `green` how far the colour lies towards red or
yellow (`a`, `b`, `c` …) or blue (`A`, `B`, `C` …), and towards green or purple.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase, ascii_uppercase

import numpy
import pypdfium2
import pypdfium2.raw as raw

from acbp.rendering.stamp import SHORT, read_facts

from .reading import POINT, Pdf

CELL, PER_MM = 7, 2
"""The side of a square in mm, and the dots that are looked at along a mm."""
INK = ".123456789abcdef"
TINTS = ascii_uppercase[::-1] + "." + ascii_lowercase
PLANES = {"ink": INK, "warm": TINTS, "green": TINTS}
"""The pictures of a page, and the characters of their levels: white, or without colour, is the full stop."""


Plane = dict[tuple[int, int], int]
"""Levels by row and column."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text on one line in one face: where its baseline begins in mm from the page's top left corner, size in pt."""

    left: float
    base: float
    size: float
    face: str
    colour: str
    text: str


@dataclass(frozen=True, slots=True)
class Look:
    """A page: title, width and height in mm, lines in reading order, and the squares that have a level in PLANES."""

    title: str
    size: str
    lines: tuple[Line, ...]
    planes: dict[str, Plane]


def look_at(content: bytes) -> list[Look]:
    """Look at every page of a PDF; the digest in the footers tells no page from its earlier self, and is masked."""
    pdf = Pdf(content)
    digest = read_facts(pdf.metadata.get("Keywords", "")).get("digest", "\n")[:SHORT]
    titles = {number: " ".join(title.split()) for _, title, number in reversed(pdf.bookmarks)}
    return [
        Look(titles.get(number, ""), f"{width:.0f}×{height:.0f}", tuple(_lines(page, digest)), _planes(page))
        for number, (page, (width, height)) in enumerate(
            zip(pypdfium2.PdfDocument(content), pdf.sizes, strict=True), start=1
        )
    ]


def _lines(page: pypdfium2.PdfPage, digest: str) -> Iterator[Line]:
    line, end = None, 0.0
    for piece, right in _pieces(page):
        if (
            line
            and (line.size, line.face, line.colour) == (piece.size, piece.face, piece.colour)
            and abs(piece.base - line.base) < 0.1
            and abs(piece.left - end) < 0.1 * line.size * POINT
        ):
            line = Line(line.left, line.base, line.size, line.face, line.colour, line.text + piece.text)
        else:
            yield from _tidy(line, end, digest)
            line = piece
        end = right
    yield from _tidy(line, end, digest)


def _tidy(line: Line | None, end: float, digest: str) -> Iterator[Line]:
    if line and (text := " ".join(re.sub("[\x02\ufffe]", "-", line.text).split())):
        # What ends with the digest is as wide as its digits are: it stands where it ends.
        left, text = (end, text.replace(digest, "·" * SHORT)) if text.endswith(digest) else (line.left, text)
        yield Line(left, line.base, line.size, line.face, line.colour, text)


def _pieces(page: pypdfium2.PdfPage) -> Iterator[tuple[Line, float]]:
    """The texts of a page as the typesetter put them down, each with its right end."""
    text, height = page.get_textpage(), page.get_height()
    signs = (at for at in range(text.count_chars()) if raw.FPDFText_IsGenerated(text, at) != 1)
    x, y, matrix, flags = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX(), ctypes.c_int()
    name, rgba = ctypes.create_string_buffer(100), [ctypes.c_uint() for _ in range(4)]
    for _, group in groupby(signs, lambda at: ctypes.addressof(raw.FPDFText_GetTextObject(text, at).contents)):
        run = list(group)
        raw.FPDFText_GetCharOrigin(text, run[0], x, y)
        raw.FPDFText_GetMatrix(text, run[0], matrix)
        raw.FPDFText_GetFontInfo(text, run[0], name, 100, flags)
        raw.FPDFText_GetFillColor(text, run[0], *rgba)
        size = raw.FPDFText_GetFontSize(text, run[0]) * abs(matrix.d)
        face = "s" * (b"Serif" in name.value) + "b" * (b"Bold" in name.value)
        colour = "#{:02x}{:02x}{:02x}".format(*(each.value for each in rgba[:3]))
        said = "".join(chr(raw.FPDFText_GetUnicode(text, at)) for at in run)
        right = text.get_charbox(run[-1], loose=True)[2] * POINT
        yield Line(x.value * POINT, (height - y.value) * POINT, round(size, 1), face, colour, said), right


def _planes(page: pypdfium2.PdfPage) -> dict[str, Plane]:
    dots = page.render(scale=PER_MM * POINT, rev_byteorder=True).to_numpy().astype(float)
    side = CELL * PER_MM
    rest = [(0, -length % side) for length in dots.shape[:2]]
    dots = numpy.pad(dots, [*rest, (0, 0)], constant_values=255)
    rows, columns = dots.shape[0] // side, dots.shape[1] // side
    red, green, blue = numpy.moveaxis(dots.reshape(rows, side, columns, side, 3).mean(axis=(1, 3)), 2, 0)
    levels = {
        "ink": (255 - 0.3 * red - 0.59 * green - 0.11 * blue) / 17,
        # A thin bar colours its square but little: finer steps than for the ink.
        "warm": ((red - blue) / 8).clip(-26, 26),
        "green": ((green - (red + blue) / 2) / 8).clip(-26, 26),
    }
    return {name: _levels(plane.round().astype(int).tolist()) for name, plane in levels.items()}


def _levels(rows: list[list[int]]) -> Plane:
    return {(row, column): level for row, held in enumerate(rows) for column, level in enumerate(held) if level}


def write_looks(looks: list[Look]) -> str:
    """Write pages down, to half millimetres."""
    (ink, _), *_ = Counter(line.colour for look in looks for line in look.lines).most_common(1)
    told = [f"text {ink}"]
    for number, look in enumerate(looks, start=1):
        told += ["", f"page {number} · {look.size} · {look.title}"]
        told += [
            f"{base:g}\t" + "\t".join(_write_row(row, ink))
            for base, row in groupby(look.lines, lambda line: round(line.base * 2) / 2)
        ]
        for name, signs in PLANES.items():
            told += [name, *_draw(look.planes[name], signs)]
    return "\n".join(told) + "\n"


def _write_row(row: Iterable[Line], ink: str) -> Iterator[str]:
    before = ""
    for line in row:
        face = f"{line.size:g}{line.face}{line.colour if line.colour != ink else ''}"
        yield f"{round(line.left * 2) / 2:g}{'' if face == before else '/' + face}:{line.text}"
        before = face


def _draw(plane: Plane, signs: str) -> Iterator[str]:
    for row in range(max((row for row, _ in plane), default=-1) + 1):
        last = max((column for at, column in plane if at == row), default=-1)
        yield "|" + "".join(signs[signs.index(".") + plane.get((row, at), 0)] for at in range(last + 1))


def read_looks(text: str) -> list[Look]:
    """Read pages back that `write_looks` wrote."""
    head, *pages = text.split("\n\npage ")
    return [_read_page(page.splitlines(), head.split()[1]) for page in pages]


def _read_page(told: list[str], ink: str) -> Look:
    lines: list[Line] = []
    drawn: dict[str, list[str]] = {}
    name = ""
    for row in told[1:]:
        if "\t" in row:
            lines += _read_row(row, ink)
        elif row.startswith("|"):
            drawn[name].append(row[1:])
        else:
            name, drawn[row] = row, []
    planes = {
        name: _levels([[PLANES[name].index(sign) - PLANES[name].index(".") for sign in row] for row in rows])
        for name, rows in drawn.items()
    }
    _, size, title = told[0].split(" · ", 2)
    return Look(title, size, tuple(lines), planes)


def _read_row(told: str, ink: str) -> Iterator[Line]:
    base, *texts = told.split("\t")
    for each in texts:
        left, given, text = re.fullmatch(r"([-\d.]+)(?:/([^:]+))?:(.*)", each).groups()
        if given:
            size, face, colour = re.fullmatch(r"([\d.]+)([sb]*)(#.*)?", given).groups()
        yield Line(float(left), float(base), float(size), face, colour or ink, text)
