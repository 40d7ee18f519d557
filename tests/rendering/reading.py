"""Reads a PDF back: its text with the place and size of every character, its ink, bookmarks and structure."""

import ctypes
import json
import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

POINT = 25.4 / 72
"""mm"""


@dataclass(frozen=True, slots=True)
class Char:
    """A printed character: its box in mm from the page's top left corner, and its size in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


class Pdf:
    """A PDF in memory, looked at once."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self._file = pypdfium2.PdfDocument(content)
        self.count = len(self._file)

    @cached_property
    def chars(self) -> list[list[Char]]:
        """The characters of each page, without spaces, in reading order."""
        return [_chars(page) for page in self._file]

    @cached_property
    def texts(self) -> list[str]:
        """The text of each page without any white space, so that line breaks and phrases do not matter."""
        return [squeeze(page.get_textpage().get_text_range()) for page in self._file]

    @cached_property
    def text(self) -> str:
        """The text of all pages without white space."""
        return "".join(self.texts)

    @cached_property
    def ink(self) -> list["Ink"]:
        """How each page looks, at 36 dots an inch."""
        return [_look(page) for page in self._file]

    @property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Level, title and page (from 1) of every bookmark."""
        found = []
        for mark in self._file.get_toc():
            target = mark.get_dest()
            found.append((mark.level, mark.get_title(), -1 if target is None else target.get_index() + 1))
        return found

    @property
    def metadata(self) -> dict[str, str]:
        """Title, Author, Subject, Keywords …"""
        return self._file.get_metadata_dict()

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page, mm."""
        return [(page.get_width() * POINT, page.get_height() * POINT) for page in self._file]


@dataclass(frozen=True, slots=True)
class Ink:
    """What is not white on a page: its share of the paper, and where it ends between title and footer, mm."""

    share: float
    body_end: float


def squeeze(text: str) -> str:
    """A text without white space, for comparing words that may be broken over lines."""
    return re.sub(r"\s+", "", text.replace("\u00a0", "").replace("\ufffe", "").replace("\u00ad", ""))


def _chars(page: pypdfium2.PdfPage) -> list[Char]:
    text, height, found = page.get_textpage(), page.get_height(), []
    matrix = raw.FS_MATRIX()
    for index in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        if char.isspace() or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        left, bottom, right, top = text.get_charbox(index)
        raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
        size = raw.FPDFText_GetFontSize(text, index) * abs(matrix.d)
        box = (left * POINT, (height - top) * POINT, right * POINT, (height - bottom) * POINT)
        found.append(Char(char, *box, size))
    return found


def _look(page: pypdfium2.PdfPage) -> Ink:
    dark = page.render(scale=0.5, grayscale=True).to_numpy().squeeze() < 245
    per_mm = dark.shape[0] / (page.get_height() * POINT)
    body = dark[int(50 * per_mm) : int(278 * per_mm)].any(axis=1).nonzero()[0]
    return Ink(float(dark.mean()), 50 + float(body[-1]) / per_mm if len(body) else 0.0)


def read_objects(content: bytes, folder: Path) -> list[str]:
    """Every text that the objects of a PDF hold: titles, bookmarks, descriptions of pictures, names, addresses."""
    path = folder / "objects.pdf"
    path.write_bytes(content)
    made = subprocess.run(
        ["qpdf", "--json=2", "--json-stream-data=none", str(path)], capture_output=True, text=True, check=True
    )
    found: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, str):
            found.append(value[2:] if value[:2] in ("u:", "b:") else value)
        elif isinstance(value, list):
            for each in value:
                gather(each)
        elif isinstance(value, dict):
            for key, each in value.items():
                found.append(key)
                gather(each)

    gather(json.loads(made.stdout)["qpdf"])
    return found


def read_streams(content: bytes, folder: Path) -> bytes:
    """The whole PDF with every stream decoded."""
    path, plain = folder / "packed.pdf", folder / "plain.pdf"
    path.write_bytes(content)
    options = ["--qdf", "--object-streams=disable", "--decode-level=all", "--no-original-object-ids"]
    subprocess.run(["qpdf", *options, str(path), str(plain)], check=True)
    return plain.read_bytes()
