"""How high things get on a page: estimates, before anything is laid out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import ceil
from typing import Any, Self

from acbp.charts.metrics import measure
from acbp.rendering.columns import padding_of
from acbp.rendering.modules import TEXT_WIDTH, Module

BODY = 223.0
"""Height of the body area, mm: from 53 to 276 mm of the page."""
AIM = 214.0
"""Where a full page should end, mm below the body's top."""
FULL = 220.0
"""What a page holds at the most, mm: a little is kept back, since heights are estimated."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The measures of a format's page: lengths in mm and type in points, before the page as a whole is enlarged."""

    width: float
    """Of the text."""
    aim: float
    """Where a full page should end, below the body's top."""
    full: float
    """What the body holds at the most."""
    title_size: float
    title_room: float
    title_break: float
    """Up to where a title stays on one line."""
    note_room: float
    """Width of the notes in the footer."""
    strip: float = 0.0
    """Width of the tracker."""
    note_lines: int = 3
    """Lines of notes that the footer holds."""

    def less(self, spare: float) -> Self:
        """The same page with ``spare`` mm left free at its foot; half a page is always there to be filled."""
        spare = min(spare, self.full / 2)
        return replace(self, aim=self.aim - spare, full=self.full - spare)


A4 = Grid(TEXT_WIDTH, AIM, FULL, 16.5, 172.0, 172.0, 118.0, strip=147.6)
"""The report's page."""
Row = Sequence[dict[str, Any]]
GAP = 5.0
"""Between rows of modules, mm."""
PT = 25.4 / 72
HEADING = 1.85 + 14 * PT + 1.6
_ROW_LINE = 11.5 * PT
_HEAD_LINE = 10 * PT
PAD = 1.25
TIGHTEST = 0.75
"""Padding of a table's rows at the least, mm."""


_TOKEN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+\s*|\s+")
"""What a line may break after: a Chinese character, or a word with the spaces behind it."""


def lines_of(text: str, width: float, size: float = 8.0, *, bold: bool = False) -> int:
    """Count the lines that a text takes in a column ``width`` mm wide, filled word by word."""
    return sum(_fill_lines(part, width, size, bold) for part in text.split("\n"))


@cache
def _fill_lines(text: str, width: float, size: float, bold: bool) -> int:
    if width <= 0 or measure(text, size, bold) <= width:
        return 1
    count, taken = 1, 0.0
    for token in _TOKEN.findall(text):
        room = measure(token.rstrip(), size, bold)
        if taken and taken + room > width:
            count, taken = count + 1, 0.0
        if room > width:
            count += int(room / width)
        taken += measure(token, size, bold)
    return count


def shorten(text: str, width: float, most: int, size: float = 8.0, *, bold: bool = False) -> str:
    """The text, ended by … where it would take more than ``most`` lines of a column ``width`` mm wide."""
    if lines_of(text, width, size, bold=bold) <= most:
        return text
    kept = len(text)
    while kept and lines_of(f"{text[:kept].rstrip()}…", width, size, bold=bold) > most:
        kept -= 1
    return f"{text[:kept].rstrip(' ，、；：,;:')}…"


def height_of(module: Module, width: float = TEXT_WIDTH) -> float:
    """Estimate the height of a module ``width`` mm wide, mm."""
    chrome = 0.0 if module["bare"] else 1.85
    if module["heading"]:
        beside = measure(module["unit"], 7.5) + 2.0 if module["unit"] else 0.0
        beside += measure(module["aside"] or module["tag"], 7.5) + (4.0 if module["tag"] else 0.0)
        chrome += ceil((measure(module["heading"], 9.5, True) + beside) / width) * 14 * PT + 1.6
    after = lines_of(module["after"], width, 7.5) * 12 * PT + 2.0 if module["after"] else 0.0
    return chrome + _inside(module) + after


def _inside(module: Module) -> float:
    match module["kind"]:
        case "table":
            return table_height(module)
        case "chart" | "calendar" | "goals" | "total" | "signing":
            return float(module["height"])
        case "cards":
            return float(module["height"])
        case "statement":
            room, size = float(module.get("room") or 150), float(module.get("size") or 13)
            fits = measure(module["text"], size, True) < room
            return 11.5 * size / 13 if fits else 18.6 * size / 13
        case "headlines":
            return 10.9 if module.get("figure_size") else 14.0
        case "points":
            width = float(module["width"]) - 5.6
            return max(
                (
                    (
                        lines_of(point["heading"], width, 8.5, bold=True)
                        + sum(lines_of(line, width, 8.5) for line in point["lines"])
                    )
                    * 13.5
                    * PT
                    for point in module["points"]
                ),
                default=0.0,
            )
        case "list":
            return sum(lines_of(item, float(module["room"]) - 5.0) * 12 * PT + 3.2 for item in module["entries"])
        case "text":
            return sum(lines_of(p, float(module["room"]), 8.5) * 13.5 * PT + 1.6 for p in module["paragraphs"])
        case "request":
            room = float(module["room"]) - 6.0
            return 4.0 + (1 + sum(lines_of(entry, room, 8.5) for entry in module["entries"])) * 13.5 * PT
        case "decision":
            return 4.8 + sum(lines_of(text, 140.0, 11) * 16 * PT for text in module["texts"])
        case "pairs":
            return 7.0 + sum(6.2 + len(tier["pairs"]) * 17.2 for tier in module["tiers"])
        case "photos":
            return 66.0 * len(module["pairs"])
        case "score":
            return max(24.0, 6.6 * len(module["groups"]))
        case "signatures":
            people = max((len(side["people"]) for side in module["sides"]), default=0)
            return 8.0 + people * (float(module["room"]) + 10.0)
    raise KeyError(module["kind"])


def table_height(table: Module) -> float:
    """Estimate the height of a table, mm."""
    pad = float(table["pad"] or PAD)
    head = 0.0
    if not table["headless"]:
        heads = [
            sum(lines_of(line, inner_width(column), 7.5) for line in column["lines"]) for column in table["columns"]
        ]
        head = max(heads, default=1) * _HEAD_LINE + 1.65
    return head + sum(block_height(block, table["columns"], pad) for block in blocks_of(table["rows"]))


def inner_width(column: dict[str, Any]) -> float:
    """What a table's column holds without its padding, mm."""
    return float(column["width"]) - padding_of(column)


Line = dict[str, Any]


def blocks_of(rows: Iterable[Line]) -> list[list[Line]]:
    """The rows that stay on one page: those that a cell spans, a heading with the row below it, a total with its last.

    Each list of rows may begin a page.
    """
    blocks: list[list[Line]] = []
    spanned = 0
    for line in rows:
        held = spanned > 0 or "total" in line["class"] or _heads(blocks[-1][-1] if blocks else None)
        if held and blocks:
            blocks[-1].append(line)
        else:
            blocks.append([line])
        spanned = max(spanned, *(int(cell.get("rowspan") or 1) for cell in line["cells"])) - 1
    return blocks


def _heads(line: Line | None) -> bool:
    return line is not None and line["class"] in ("group", "sub")


def block_height(block: Sequence[Line], columns: Sequence[dict[str, Any]], pad: float) -> float:
    """The height of rows that belong together: a cell that spans them may be higher than all of them."""
    spanning = 0.0
    for line in block:
        for at, cell in enumerate(line["cells"], start=line["from"]):
            if int(cell.get("rowspan") or 1) > 1:
                spanning = max(spanning, _cell_lines(cell, inner_width(columns[at])) * _ROW_LINE + 2 * pad)
    return max(spanning, sum(_row_height(line, columns, pad) for line in block))


def _cell_lines(cell: dict[str, Any], width: float) -> float:
    """How many lines a cell of text takes."""
    lines = sum(
        lines_of(f"{part['text']} {part['unit']}".rstrip(), width, bold="bold" in part["classes"])
        + (0.6 / _ROW_LINE if "fact" in part["classes"] else 0)
        for part in cell["lines"]
    )
    return lines + (1.65 if cell["kind"] == "ordinal" else 0)


def _row_height(row: Line, columns: Sequence[dict[str, Any]], pad: float) -> float:
    tallest, at = 1.0, row["from"]
    for cell in row["cells"]:
        span = int(cell.get("colspan") or 1)
        width = sum(float(column["width"]) for column in columns[at : at + span - 1]) + inner_width(
            columns[at + span - 1]
        )
        at += span
        if int(cell.get("rowspan") or 1) > 1:
            continue
        if cell["kind"] in ("text", "ordinal"):
            tallest = max(tallest, _cell_lines(cell, width))
        elif cell["kind"] == "rag" and cell.get("large"):
            tallest = max(tallest, float(cell.get("height") or 5.88) / _ROW_LINE)
        elif cell["kind"] == "track":
            tallest = max(tallest, float(cell["height"]) / _ROW_LINE)
        elif cell["kind"] == "gantt":
            tallest = max(tallest, 1.02)
    return tallest * _ROW_LINE + 2 * pad + 0.2


def rows_height(rows: Iterable[Row]) -> float:
    """Estimate the height of rows of modules with the gaps between them, mm."""
    heights = [row_height(row) for row in rows]
    return sum(heights) + GAP * max(0, len(heights) - 1)


def row_height(row: Row) -> float:
    """Estimate the height of modules side by side: that of the highest column, mm."""
    return max(map(_column_height, row), default=0.0)


def _column_height(column: dict[str, Any]) -> float:
    width = float(column["outer"]) - float(column["gap"])
    modules = column["modules"]
    return sum(height_of(module, width) for module in modules) + GAP * (len(modules) - 1)
