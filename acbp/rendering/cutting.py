"""Where a module may be cut, so that it begins on one page and goes on overleaf."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from acbp.rendering.layout import TIGHTEST, Line, block_height, blocks_of, height_of
from acbp.rendering.modules import Module

_SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[.!?;] )")
_HIGH = 60.0
"""Rows under one spanning cell stay together up to this height, mm."""
Pieces = list[Any]


def split(module: Module, room: float) -> list[Module]:
    """Cut a module into as many parts as it takes for none to be higher than ``room`` mm, tables set tight.

    They are about as long as each other. Only the last one keeps what is said below it.
    """
    parts = _parts(module, room)
    while room > 30.0 and len(parts) > 1 and len(shorter := _parts(module, room - 3.0)) == len(parts):
        parts, room = shorter, room - 3.0
    return parts


def cut(module: Module, room: float) -> tuple[Module, Module | None]:
    """The part of a module that ``room`` mm hold, at least one piece of it, and the rest if there is any."""
    pieces, join = _pieces(module)
    kept = _count(module, pieces, join, room)
    if kept >= len(pieces):
        return module, None
    return join(pieces[:kept]) | {"after": ""}, join(pieces[kept:])


def _parts(module: Module, room: float) -> list[Module]:
    parts: list[Module] = []
    rest: Module | None = module
    while rest is not None:
        first, rest = cut(rest, room)
        parts.append(first)
    return parts


def _count(module: Module, pieces: Pieces, join: Callable[[Pieces], Module], room: float) -> int:
    """How many pieces ``room`` mm hold, at least one."""
    tight = {"pad": f"{TIGHTEST}", "after": ""} if module["kind"] == "table" else {"after": ""}
    bare = height_of(join([]) | tight)
    taken = bare
    for count, piece in enumerate(pieces):
        taken += height_of(join([piece]) | tight) - bare
        if count and taken > room:
            return count
    return len(pieces)


def _pieces(module: Module) -> tuple[Pieces, Callable[[Pieces], Module]]:
    """What a module may be cut into, and how pieces are joined to a module again; one that stays whole has none."""
    match module["kind"]:
        case "table":
            blocks = [piece for block in blocks_of(module["rows"]) for piece in _apart(block, module)]
            return blocks, lambda kept: module | {"rows": _tied([line for block in kept for line in block])}
        case "list":
            entries = list(enumerate(module["entries"], start=module["first"]))
            return (
                entries,
                lambda kept: (
                    module
                    | {
                        "entries": [entry for _, entry in kept],
                        "first": kept[0][0] if kept else 0,
                    }
                ),
            )
        case "text":
            sentences = [
                (at, sentence)
                for at, paragraph in enumerate(module["paragraphs"])
                for sentence in _SENTENCE.split(paragraph)
                if sentence
            ]
            return sentences, lambda kept: module | {"paragraphs": ["".join(said) for said in _grouped(kept)]}
        case "pairs":
            pairs = [(tier["name"], pair) for tier in module["tiers"] for pair in tier["pairs"]]
            return (
                pairs,
                lambda kept: (
                    module
                    | {
                        "tiers": [
                            {"name": name, "pairs": [pair for _, pair in held]}
                            for name, held in groupby(kept, key=lambda piece: piece[0])
                        ]
                    }
                ),
            )
    return [], lambda kept: module


def _apart(block: list[Line], table: Module) -> list[list[Line]]:
    """Rows that a cell spans, each with what spans it, where together they are so high that they must be parted."""
    spans = [cell for cell in block[0]["cells"] if int(cell.get("rowspan") or 1) > 1]
    if not spans or block_height(block, table["columns"], TIGHTEST) < _HIGH:
        return [block]
    count = max(int(cell["rowspan"]) for cell in spans)
    first = block[0] | {"cells": block[0]["cells"][len(spans) :], "from": block[0]["from"] + len(spans)}
    *pieces, last = [[line | {"spans": spans}] for line in (first, *block[1:count])]
    return [*pieces, [*last, *block[count:]]]


def _tied(lines: list[Line]) -> list[Line]:
    """The rows with the cells that span them: once for all of them that are still together."""
    tied: list[Line] = []
    for _, together in groupby(lines, key=lambda line: id(line.get("spans", line))):
        held = list(together)
        first, *others = [{key: value for key, value in line.items() if key != "spans"} for line in held]
        if spans := held[0].get("spans"):
            cells = [cell | {"rowspan": len(held) if others else 0} for cell in spans]
            first = first | {"cells": [*cells, *first["cells"]], "from": first["from"] - len(spans)}
        tied += [first, *others]
    return tied


def _grouped(pieces: Sequence[tuple[Any, Any]]) -> list[list[Any]]:
    return [[said for _, said in held] for _, held in groupby(pieces, key=lambda piece: piece[0])]
