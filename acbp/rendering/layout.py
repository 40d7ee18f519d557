"""How high things get on an A4 page, so that charts and row padding take up the space that is left."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Any

from acbp.charts.metrics import measure
from acbp.rendering.modules import TEXT_WIDTH, Module

BODY = 223.0
"""Height of the body area, mm: from 53 to 276 mm of the page."""
AIM = 214.0
"""Where a full page should end, mm below the body's top."""
FULL = 217.0
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


A4 = Grid(TEXT_WIDTH, AIM, FULL, 16.5, 172.0, 172.0, 118.0)
"""The report's page."""
Row = Sequence[dict[str, Any]]
GAP = 5.0
"""Between rows of modules, mm."""
PT = 25.4 / 72
_HEADING = 1.85 + 14 * PT + 1.6
_ROW_LINE = 11.5 * PT
_HEAD_LINE = 10 * PT
_PAD = 1.25
_LOOSEST, _LOOSEST_TEXT, _TIGHTEST = 2.6, 3.8, 0.75
_SHORT, _FILLED = 0.7, 0.8
"""Parts of a page: below the first, a last page is short; above the second, the page before it still looks full."""


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
            return 11.5 if measure(module["text"], size, True) < room else 18.6
        case "headlines":
            return 14.0
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
    pad = float(table["pad"] or _PAD)
    head = 0.0
    if not table["headless"]:
        heads = [
            sum(lines_of(line, float(column["width"]) - 2.0, 7.5) for line in column["lines"])
            for column in table["columns"]
        ]
        head = max(heads, default=1) * _HEAD_LINE + 1.65
    return head + sum(_row_height(row, table["columns"], pad) for row in table["rows"])


def _row_height(row: dict[str, Any], columns: Sequence[dict[str, Any]], pad: float) -> float:
    tallest, at = 1.0, 0
    for cell in row["cells"]:
        span = int(cell.get("colspan") or 1)
        width = sum(float(column["width"]) for column in columns[at : at + span]) - 2.0
        at += span
        if int(cell.get("rowspan") or 1) > 1:
            continue
        if cell["kind"] in ("text", "ordinal"):
            lines = sum(
                lines_of(f"{part['text']} {part['unit']}".rstrip(), width, bold="bold" in part["classes"])
                + (0.6 / _ROW_LINE if "fact" in part["classes"] else 0)
                for part in cell["lines"]
            )
            tallest = max(tallest, lines + (1.65 if cell["kind"] == "ordinal" else 0))
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


def room_for(rows: Iterable[Row], least: float, most: float, aim: float = AIM) -> float:
    """Return the height that a chart in a row of its own may take beside the other rows, within its limits, mm."""
    taken = rows_height(rows) + GAP + _HEADING
    return round(min(most, max(least, aim - taken)), 1)


def settle(rows: Sequence[Row], aim: float = AIM) -> None:
    """Give the tables of a page the padding with which the page ends where it should: more of it, or less."""
    tables = [module for row in rows for column in row for module in column["modules"] if module["kind"] == "table"]
    wanted = {id(table): float(table["pad"] or _PAD) for table in tables}

    def apply(extra: float) -> None:
        for table in tables:
            most = _LOOSEST_TEXT if table["prose"] else _LOOSEST
            table["pad"] = f"{max(_TIGHTEST, min(most, wanted[id(table)] + extra)):.2f}"

    low, high = _TIGHTEST - _LOOSEST_TEXT, _LOOSEST_TEXT
    for _ in range(8):
        middle = (low + high) / 2
        apply(middle)
        low, high = (middle, high) if rows_height(rows) < aim else (low, middle)
    apply(low)


def split_table(table: Module, room: float) -> list[Module]:
    """Cut a table into as many as it takes for none to be higher than ``room`` mm, set tight, all with the same head.

    They are about as long as each other. A heading within the table stays with the row that follows it. Only the last
    one keeps what is said below it.
    """
    parts = _cut(table, room)
    while room > 30.0 and len(parts) > 1 and len(shorter := _cut(table, room - 3.0)) == len(parts):
        parts, room = shorter, room - 3.0
    return parts


def _cut(table: Module, room: float) -> list[Module]:
    tight = table | {"pad": f"{_TIGHTEST}"}
    parts: list[list[dict[str, Any]]] = [[]]
    for line in table["rows"]:
        if parts[-1] and height_of(tight | {"rows": [*parts[-1], line]}) > room:
            moved = [parts[-1].pop()] if len(parts[-1]) > 1 and parts[-1][-1]["class"] in ("group", "sub") else []
            parts.append(moved)
        parts[-1].append(line)
    return [table | {"rows": rows, "after": table["after"] if rows is parts[-1] else ""} for rows in parts]


def deal(groups: Sequence[int], most: int) -> list[list[tuple[int, int, int]]]:
    """Deal groups of lines out to pages of at most ``most`` lines, a group's heading counting as one.

    ``groups`` are their sizes; a page is a list of (group, first line, line after the last): long groups are cut.
    """
    pages: list[list[tuple[int, int, int]]] = [[]]
    room = most
    for group, size in enumerate(groups):
        start = 0
        while start < size:
            if room < 3:
                pages.append([])
                room = most
            stop = min(size, start + room - 1)
            pages[-1].append((group, start, stop))
            room -= stop - start + 1
            start = stop
    return pages


def pack(rows: Iterable[Row], grid: Grid = A4) -> list[list[Row]]:
    """Deal rows out to as few pages as hold them, in order, with tables as tight as may be; then settle each."""
    pages = _dealt(rows, grid)
    for page in pages:
        settle(page, grid.aim)
    return pages


def pages_needed(rows: Iterable[Row], grid: Grid = A4) -> int:
    """Count the pages that rows take."""
    return len(_dealt(rows, grid))


def _dealt(rows: Iterable[Row], grid: Grid) -> list[list[Row]]:
    pages: list[list[Row]] = []
    for row in rows:
        if pages and fits([*pages[-1], row], grid):
            pages[-1].append(row)
        else:
            pages.append([row])
    if len(pages) > 1:
        _share(pages[-2], pages[-1], grid)
    return pages


def _share(before: list[Row], last: list[Row], grid: Grid) -> None:
    """Let a short last page take rows over from the page before it, as long as that one still looks full."""
    while (
        len(before) > 1
        and _height_at(last, loose=True) < _SHORT * grid.aim
        and _height_at(before[:-1], loose=True) > _FILLED * grid.aim
        and fits([before[-1], *last], grid)
    ):
        last.insert(0, before.pop())


def fits(rows: Sequence[Row], grid: Grid = A4) -> bool:
    """Whether one page holds the rows, their tables set as tight as may be."""
    return _height_at(rows) <= grid.full


def _height_at(rows: Sequence[Row], *, loose: bool = False) -> float:
    """The height of rows with their tables set as tight, or as loose, as may be, mm."""
    tables = [module for row in rows for column in row for module in column["modules"] if module["kind"] == "table"]
    kept = [table["pad"] for table in tables]
    for table in tables:
        table["pad"] = f"{(_LOOSEST_TEXT if table['prose'] else _LOOSEST) if loose else _TIGHTEST}"
    height = rows_height(rows)
    for table, pad in zip(tables, kept, strict=True):
        table["pad"] = pad
    return height
