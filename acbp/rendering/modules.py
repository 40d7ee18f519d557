"""The parts a page is put together from, as plain data: tables and their cells, charts, cards, lists and statements.

Every function returns a mapping that a template of the same kind prints; every string in it is ready to print.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from acbp.charts.metrics import measure
from acbp.rendering.columns import LONGEST_NUMBER, fit_columns
from acbp.rendering.typography import LONGEST_PHRASE, is_chinese

Module = dict[str, Any]
Cell = dict[str, Any]

TEXT_WIDTH = 174.0
"""Width of the text area of an A4 page, mm."""


def mm(length: float | Decimal) -> str:
    """A length in millimetres as CSS wants it: at most two decimals, never an exponent."""
    text = f"{float(length):.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


# --- modules ---


def module(kind: str, heading: str = "", *, unit: str = "", **data: Any) -> Module:
    """A module: the rule, its heading with the unit in grey, and what the template ``kind`` prints below.

    Headline figures side by side are all of one size.
    """
    figures = [*data.get("cards", ()), *(data["entries"] if kind == "headlines" else ())]
    if figures:
        usual, room = float(data.get("figure_size", 21.0)), float(data.get("width", 40.6)) - 4.6
        size = min(_figure_size(each["figure"], each["unit"], usual, room) for each in figures)
        for each in figures:
            each["size"] = mm(size) if size < usual else ""
    absent = {"aside": "", "tag": "", "after": "", "bare": False, "headless": False, "prose": False, "class": ""}
    return {"kind": kind, "heading": heading, "unit": unit, "first": 0, **absent, **data}


def _figure_size(figure: str, unit: str, usual: float, room: float) -> float:
    """The size in points at which a headline figure fits beside its unit, the usual one at the most."""
    room -= measure(unit, 7.5) + 1.4 if unit else 0.0
    return max(8.0, min(usual, usual * room / (measure(figure, usual, True) or room)))


def row(*columns: tuple[float, Sequence[Module]] | Module, gap: float = 6.0) -> list[dict[str, Any]]:
    """Modules side by side, ``(width in mm, modules)`` each, ``gap`` mm apart; one module takes the full width."""
    placed = [(TEXT_WIDTH, [column]) if isinstance(column, dict) else column for column in columns]
    return [
        {"outer": mm(width + (gap if index else 0)), "gap": mm(gap if index else 0), "modules": list(modules)}
        for index, (width, modules) in enumerate(placed)
        if modules
    ]


def column(
    label: str, width: float, align: str = "l", *, focus: bool = False, pre: bool = False, classes: str = ""
) -> dict[str, Any]:
    """A table column: its head (two lines at most, parted by a line break), width in mm, and alignment l, r or c."""
    names = [{"r": "r", "c": "c"}.get(align, ""), "focus" if focus else "", "pre" if pre else "", classes]
    return {
        "lines": label.split("\n"),
        "months": [],
        "width": mm(width),
        "classes": " ".join(filter(None, names)),
        "align": align,
    }


def table(
    heading: str,
    columns: Sequence[Mapping[str, Any]],
    rows: Iterable[Mapping[str, Any]],
    *,
    unit: str = "",
    pad: float | None = None,
    **data: Any,
) -> Module:
    """A table; ``pad`` is the space in mm above and below each row's text.

    ``prose=True`` allows the wider rows that a table of sentences can bear. A column too narrow for its longest number
    or word takes what it lacks from the others.
    """
    lines_ = list(rows)
    columns = fit_columns(columns, lines_)
    return module(
        "table",
        heading,
        unit=unit,
        columns=columns,
        rows=[_aligned(line, columns) for line in lines_],
        pad="" if pad is None else mm(pad),
        **data,
    )


def stretch(made: Module, width: float, at: int | None = None) -> Module:
    """A table ``width`` mm wide: its columns keep their proportions, or all that is new goes to the column ``at``."""
    widths = [float(each["width"]) for each in made["columns"]]
    if at is None:
        widths = [each * width / sum(widths) for each in widths]
    else:
        widths[at] += width - sum(widths)
    return made | {"columns": [each | {"width": mm(new)} for each, new in zip(made["columns"], widths, strict=True)]}


def line(cells: Sequence[Cell | str], class_: str = "", *, head: bool = True) -> dict[str, Any]:
    """A table row; a string is a plain cell. The first cell names the row unless ``head`` is False."""
    made = [text(cell) if isinstance(cell, str) else dict(cell) for cell in cells]
    for index, cell in enumerate(made):
        cell["head"] = head and index == 0
    return {"class": class_, "cells": made}


def _aligned(row_: Mapping[str, Any], columns: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Give each cell the classes of its column; the last cell of a row ends flush with the margin."""
    cells = []
    at = int(row_.get("from", 0))
    for cell in row_["cells"]:
        span = int(cell.get("colspan") or 1)
        classes = [columns[at + span - 1]["classes"] if span == 1 else "", cell.get("classes", "")]
        if at + span == len(columns):
            classes.append("end")
        padding = 4.8 if "pre" in columns[at]["classes"] else 2.4
        room = sum(float(column["width"]) for column in columns[at : at + span]) - padding
        # A marked phrase stays together only as far as the column is wide.
        phrase = LONGEST_PHRASE
        if any(is_chinese(each["text"]) for each in cell.get("lines", ())):
            phrase = max(3, min(phrase, round(room / measure("国", 8.0))))
        made = {"colspan": 0, "rowspan": 0, "word": "", "phrase": phrase, **cell}
        if cell["kind"] == "text" and len(cell["lines"]) == 1:
            # Most cells are one short line: they need no elements of their own, which is what layout time goes into.
            only = cell["lines"][0]
            if not only["unit"] and measure(only["text"], 8.0, "bold" in only["classes"]) <= room:
                made |= {"kind": "word", "word": only["text"], "lines": []}
                classes.append(only["classes"].removeprefix("ln").strip())
            elif columns[at]["align"] == "r" and measure(only["text"], 8.0) > min(LONGEST_NUMBER, room + 1.0):
                classes.append("wrap")
        cells.append({**made, "classes": " ".join(filter(None, classes))})
        at += span
    return {"class": row_["class"], "cells": cells, "from": int(row_.get("from", 0))}


# --- cells ---


def text(value: str, *, bold: bool = False, tone: str = "", unit: str = "", span: int = 1, align: str = "") -> Cell:
    """A cell of text; ``tone`` is ``accent``, ``muted`` or ``quiet``; line breaks part its lines."""
    classes = " ".join(filter(None, ["bold" if bold else "", tone]))
    shown = [{"text": part, "classes": classes, "unit": ""} for part in value.split("\n")]
    shown[-1]["unit"] = unit
    if len(shown) > 1:
        shown = [{**part, "classes": f"ln {part['classes']}".strip()} for part in shown]
    return {"kind": "text", "lines": shown, "colspan": span if span > 1 else 0, "classes": align}


def lines(*parts: tuple[str, str], span: int = 1, rows: int = 1, classes: str = "") -> Cell:
    """A cell of several lines, each with its tone (``bold``, ``muted``, ``quiet``, ``accent`` or none)."""
    shown = [{"text": value, "classes": f"ln {tone}".strip(), "unit": ""} for value, tone in parts if value]
    return {
        "kind": "text",
        "lines": shown,
        "colspan": span if span > 1 else 0,
        "rowspan": rows if rows > 1 else 0,
        "classes": classes,
    }


def ordinal(number: str, *parts: tuple[str, str], rows: int = 1) -> Cell:
    """A cell with a large number in the brand's colour above its lines, spanning ``rows`` rows."""
    return {**lines(*parts, rows=rows), "kind": "ordinal", "number": number}


def bar(value: Decimal | None, top: Decimal, room: float, label: str, tone: str = "fill") -> Cell:
    """A horizontal bar on the common scale 0 … ``top``, ``room`` mm long at the most, with its number beside it."""
    width = 0.0 if value is None or value <= 0 or top <= 0 else float(value / top) * room
    return {"kind": "bar", "width": mm(max(width, 0.3) if width else 0), "tone": tone, "text": label, "classes": ""}


def track(boxes: Iterable[tuple[str, float, float, float, float]], height: float) -> Cell:
    """Boxes in a strip ``height`` mm high: (tone, left, width, top, height) each, in mm."""
    return {
        "kind": "track",
        "height": mm(height),
        "boxes": [
            {"tone": tone, "left": mm(left), "width": mm(width), "top": mm(top), "height": mm(high)}
            for tone, left, width, top, high in boxes
            if width > 0
        ],
        "classes": "",
    }


def rag(mark: str, letter: str, *, word: str = "", alt: str = "", large: bool = False) -> Cell:
    """A status mark: its shape, and beside it the letter and the word (a large one holds its letter inside)."""
    return {
        "kind": "rag",
        "mark": mark,
        "letter": "" if large else letter,
        "word": word,
        "alt": alt or word or letter,
        "large": large,
        "classes": "",
    }


def blank(span: int = 1) -> Cell:
    """An empty cell over ``span`` columns."""
    return text("", span=span)
