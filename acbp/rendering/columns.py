"""The widths of a table's columns: wide enough for every number and word in them, as far as the page allows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import Any

from acbp.charts.metrics import measure
from acbp.rendering.typography import COMPOUND, LONG_WORD

Column = Mapping[str, Any]
Cell = Mapping[str, Any]

_HYPHENATED = 18.0
"""The room in mm that a word asks for which may be hyphenated."""
_TALL = 9
"""Lines of a text from which on a column asks the others for room."""
_LABEL = 17.0
"""Down to what width in mm a column of words gives any of its room."""
_MOVED, _MOVES = 2.0, 40
"""How much room is moved at a time, mm, and how often at the most."""
COMFORTABLE = 24.0
"""The width in mm down to which a column of text gives first."""
LONGEST_NUMBER = 32.0
"""What is longer, mm, is no number: it may be broken even in a column of numbers."""
_SHORT_NUMBER = 18.0
"""The same in a table that has no room for all its numbers and words."""
_LONGEST_WORD = 34.0
"""A word that is longer, mm, is broken rather than given all it asks for."""
_WORD = re.compile(rf"{COMPOUND}|[^\s\u2e80-\u9fff\uf900-\uffef\U00020000-\U0003ffff-]+-?")


def fit_columns(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The columns with their widths in mm; together they are as wide as before.

    Numbers stay on one line, so a column of theirs needs their full width, one of text the width of its longest word.
    """
    widths = [float(column["width"]) for column in columns]
    lines = list(rows)
    needed = _needed(columns, lines, LONGEST_NUMBER)
    if sum(needed) > sum(widths):
        needed = _needed(columns, lines, _SHORT_NUMBER)
    lacking = sum(max(0.0, need - width) for need, width in zip(needed, widths, strict=True))
    if lacking > 0.05:
        given = [max(need, width) for need, width in zip(needed, widths, strict=True)]
        floors = [
            width if fixed else need for need, width, fixed in zip(needed, widths, map(_fixed, columns), strict=True)
        ]
        for least in (
            [max(floor, min(COMFORTABLE, width)) for floor, width in zip(floors, given, strict=True)],
            floors,
        ):
            spare = [max(0.0, width - floor) for width, floor in zip(given, least, strict=True)]
            taken = min(1.0, lacking / sum(spare)) if sum(spare) else 0.0
            given = [width - taken * each for width, each in zip(given, spare, strict=True)]
            lacking -= taken * sum(spare)
        # What no column can spare is lacking in all of them alike.
        excess = sum(given) / sum(widths)
        widths = [width / excess for width in given]
    widths = _level(widths, needed, columns, lines)
    return [{**column, "width": _mm(width)} for column, width in zip(columns, widths, strict=True)]


def _level(
    widths: list[float], needed: Sequence[float], columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]
) -> list[float]:
    """The widths with some of it moved, bit by bit, to the column whose longest text makes the highest row."""
    texts = _longest_texts(columns, rows)

    def lines_at(at: int, width: float) -> int:
        room = max(1.0, width - _padding(columns[at], last=at == len(columns) - 1))
        return max((sum(ceil(1.05 * line / room) for line in lines) for lines in texts[at]), default=0)

    floors = [
        max(need, min(_LABEL, max((max(lines, default=0.0) for lines in held), default=0.0) + 2.4))
        for need, held in zip(needed, texts, strict=True)
    ]
    widths = list(widths)
    for _ in range(_MOVES):
        heights = [lines_at(at, width) for at, width in enumerate(widths)]
        tallest = max(range(len(widths)), key=heights.__getitem__, default=0)
        if not widths or heights[tallest] <= _TALL:
            break
        givers = [
            (lines_at(at, width - _MOVED), at)
            for at, width in enumerate(widths)
            if at != tallest and not _fixed(columns[at]) and width - _MOVED >= floors[at]
        ]
        if not givers or min(givers)[0] >= heights[tallest]:
            break
        widths[tallest] += _MOVED
        widths[min(givers)[1]] -= _MOVED
    return widths


def _longest_texts(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> list[list[list[float]]]:
    """The widths of the lines of each column's longest texts, mm."""
    texts = [[[measure(line, 7.5) for line in column["lines"]]] for column in columns]
    for row in rows:
        at = int(row.get("from", 0))
        for cell in row["cells"]:
            span = int(cell.get("colspan") or 1)
            if span == 1 and cell["kind"] in ("text", "ordinal"):
                texts[at].append([measure(line["text"], 8.0, "bold" in line["classes"]) for line in cell["lines"]])
            at += span
    return [sorted(held, key=sum)[-3:] for held in texts]


def _mm(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".") or "0"


def _fixed(column: Column) -> bool:
    """A column with a drawing in it is as wide as the drawing."""
    return bool(column["months"]) or "g" in column["classes"].split()


def _needed(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]], longest: float) -> list[float]:
    needed = [max((_longest_word(said, 7.5) for said in column["lines"]), default=0.0) for column in columns]
    for row in rows:
        at = int(row.get("from", 0))
        for cell in row["cells"]:
            span = int(cell.get("colspan") or 1)
            if span == 1:
                number = longest if columns[at]["align"] == "r" else 0.0
                needed[at] = max(needed[at], _cell_width(cell, number, "total" in row["class"]))
            at += span
    return [
        float(column["width"])
        if _fixed(column)
        else need + _padding(column, last=at == len(columns) - 1)
        if need
        else 0.0
        for at, (column, need) in enumerate(zip(columns, needed, strict=True))
    ]


def padding_of(column: Column, *, last: bool = False) -> float:
    """The padding at both sides of a column's cells, mm; the ``last`` one ends flush with the margin."""
    classes = column["classes"].split()
    left = 1.6 if "focus" in classes else 2.4 if "pre" in classes else 0.0
    return left + (1.6 if "focus" in classes else 0.0 if last else 2.0)


def _padding(column: Column, last: bool) -> float:
    return padding_of(column, last=last) + 0.1


def _cell_width(cell: Cell, number: float, bold: bool) -> float:
    match cell["kind"]:
        case "text" | "ordinal":
            return max((_line_width(line, number, bold) for line in cell["lines"]), default=0.0)
        case "bar":
            return float(cell["width"]) + 1.4 + measure(cell["text"], 8.0, bold)
        case "rag" if not cell["large"]:
            letter = measure(cell["letter"], 8.0, True) + 1.2 if cell["letter"] else 0.0
            return 3.3 + letter + (measure(cell["word"], 8.0) + 1.0 if cell["word"] else 0.0)
    return 0.0


def _line_width(line: Mapping[str, Any], number: float, bold: bool) -> float:
    bold = bold or "bold" in line["classes"]
    if measure(line["text"], 8.0) > number:
        word = _longest_word(line["text"], 8.0, bold)
        return min(word, number) if number else word
    return measure(line["text"], 8.0, bold) + (measure(line["unit"], 7.5) + 1.2 if line["unit"] else 0.0)


def _longest_word(said: str, size: float, bold: bool = False) -> float:
    words = ((word, measure(word, size, bold)) for word in _WORD.findall(said))
    return max(
        (min(room, _HYPHENATED if len(word) >= LONG_WORD else _LONGEST_WORD) for word, room in words), default=0.0
    )
