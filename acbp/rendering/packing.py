"""Rows of modules dealt out to pages: what fits, what is cut, and how the height that is left is used."""

from collections.abc import Iterable, Sequence

from acbp.rendering.cutting import cut, split
from acbp.rendering.layout import A4, AIM, GAP, HEADING, PAD, TIGHTEST, Grid, Row, rows_height
from acbp.rendering.modules import Module, module, row, stretch

_LOOSEST, _LOOSEST_TEXT = 2.6, 3.8
_SHORT, _FILLED = 0.7, 0.8
"""Parts of a page: below the first, a last page is short; above the second, the page before it still looks full."""
_BARE, _HALF = 0.4, 0.5
"""The same of a last page that is hardly begun: it is the lesser evil that the page before it is half full."""
_SHORTER = (0.08, 0.16, 0.24, 0.32)
"""Parts of a page by which the pages before such a one are tried shorter."""
WASTE = 0.3
"""How much of a page may stay blank at its foot rather than hold the beginning of what goes on overleaf."""
LEAST = 30.0
"""The height in mm that either part of what goes on overleaf has at the least, where a page would hold the whole."""


def room_for(rows: Iterable[Row], least: float, most: float, aim: float = AIM) -> float:
    """Return the height that a chart in a row of its own may take beside the other rows, within its limits, mm."""
    taken = rows_height(rows) + GAP + HEADING
    return round(min(most, max(least, aim - taken)), 1)


def settle(rows: Sequence[Row], aim: float = AIM) -> None:
    """Give the tables of a page the padding with which the page ends where it should: more of it, or less."""
    tables = [module for row in rows for column in row for module in column["modules"] if module["kind"] == "table"]
    wanted = {id(table): float(table["pad"] or PAD) for table in tables}

    def apply(extra: float) -> None:
        for table in tables:
            most = _LOOSEST_TEXT if table["prose"] else _LOOSEST
            table["pad"] = f"{max(TIGHTEST, min(most, wanted[id(table)] + extra)):.2f}"

    low, high = TIGHTEST - _LOOSEST_TEXT, _LOOSEST_TEXT
    for _ in range(8):
        middle = (low + high) / 2
        apply(middle)
        low, high = (middle, high) if rows_height(rows) < aim else (low, middle)
    apply(low)


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


def filled(rows: Iterable[Row | None]) -> list[Row]:
    """The rows that there are, without tables that have no row of their own."""
    kept = []
    for each in filter(None, rows):
        held = [[made for made in column["modules"] if made["kind"] != "table" or made["rows"]] for column in each]
        if all(held):
            kept.append([{**column, "modules": modules} for column, modules in zip(each, held, strict=True)])
        else:
            kept += _placed(each, held)
    return kept


def pack(rows: Iterable[Row], grid: Grid = A4) -> list[list[Row]]:
    """Deal rows out to as few pages as hold them, in order, with tables as tight as may be; then settle each.

    What is higher than a page, or would leave much of one blank, is cut where it can be; modules side by side that no
    page holds are set below each other.
    """
    pages = _dealt(rows, grid)
    for page in pages:
        settle(page, grid.aim)
    return pages


def pages_needed(rows: Iterable[Row], grid: Grid = A4) -> int:
    """Count the pages that rows take."""
    return len(_dealt(rows, grid))


def _dealt(rows: Iterable[Row], grid: Grid) -> list[list[Row]]:
    rows = list(rows)
    pages = _deal_rows(rows, grid)
    if len(pages) < 2 or _height_at(pages[-1], loose=True) >= _BARE * grid.aim:
        return pages
    # The last page is hardly begun: it gets more where the pages before it, or only the one before, are cut earlier.
    for part in _SHORTER:
        for first in (len(pages) - 2, 0):
            tried = _deal_rows(rows, grid, grid.less(part * grid.full), first)
            heights = [_height_at(page, loose=True) for page in tried]
            if len(tried) == len(pages) and min([*heights[first:-1], heights[-1] * _HALF / _BARE]) >= _HALF * grid.aim:
                return tried
    return pages


def _deal_rows(rows: Iterable[Row], whole: Grid, shorter: Grid | None = None, first: int = 0) -> list[list[Row]]:
    """Deal rows out; pages from the ``first`` on are ``shorter``."""
    pages: list[list[Row]] = [[]]
    waiting = list(rows)[::-1]
    while waiting:
        grid = shorter if shorter and len(pages) > first else whole
        line = waiting.pop()
        room = grid.full - (_height_at(pages[-1]) + GAP if pages[-1] else 0.0)
        if fits([*pages[-1], line], grid):
            pages[-1].append(line)
        elif not fits([line], whole) and _reads_on(line):
            waiting += _stack(line, grid.width)[::-1]
        elif room > WASTE * grid.full and (parts := _cut_row(line, room, grid.full)):
            pages[-1].append(parts[0])
            waiting += parts[:0:-1]
        elif not fits([line], whole) and len(apart := _stack(line, grid.width)) > 1:
            waiting += apart[::-1]
        elif pages[-1]:
            pages.append([])
            waiting.append(line)
        else:
            pages[-1].append(line)
    if len(pages) > 1:
        _share(pages[-2], pages[-1], whole)
    return [page for page in pages if page]


def _share(before: list[Row], last: list[Row], grid: Grid) -> None:
    """Let a short last page take rows over from the page before it, as long as that one still looks full."""
    for short, filled_up in ((_SHORT, _FILLED), (_BARE, _HALF)):
        while (
            len(before) > 1
            and _height_at(last, loose=True) < short * grid.aim
            and _height_at(before[:-1], loose=True) > filled_up * grid.aim
            and fits([before[-1], *last], grid)
        ):
            whole = _joined(before[-1], last[0])
            last[: 1 if whole else 0] = [whole or before[-1]]
            before.pop()


def _joined(above: Row, below: Row) -> Row | None:
    """A table that was cut in two, whole again; nothing where the rows are no two parts of one table."""
    if len(above) > 1 or len(below) > 1 or len(above[0]["modules"]) > 1 or len(below[0]["modules"]) > 1:
        return None
    first, rest = above[0]["modules"][0], below[0]["modules"][0]
    if not first["kind"] == rest["kind"] == "table" or (first["heading"], first["columns"]) != (
        rest["heading"],
        rest["columns"],
    ):
        return None
    return [above[0] | {"modules": [first | {"rows": [*first["rows"], *rest["rows"]], "after": rest["after"]}]}]


def _reads_on(line: Row) -> bool:
    """Whether modules side by side are texts that are better read on across the whole page."""
    kinds = [module["kind"] for column in line for module in column["modules"]]
    return len(kinds) > 1 and "text" in kinds


def _cut_row(line: Row, room: float, full: float) -> list[Row]:
    """A row cut so that its first part is no higher than ``room`` mm; the others fill pages where it is one module.

    Nothing where it cannot be cut, or where it would be torn apart for too little.
    """
    above, below = _cut_across(line, room)
    if not above or not below or _height_at(above) > room:
        return []
    if (lacking := LEAST - _height_at(below)) > 0 and _height_at([line]) <= full:
        # Too little would go on overleaf: rather more of it.
        above, below = _cut_across(line, _height_at(above) - lacking)
    if not above or (min(_height_at(above), _height_at(below)) < LEAST and _height_at([line]) <= full):
        return []
    if len(line) > 1 or len(line[0]["modules"]) > 1:
        return [*above, *below]
    parts = split(below[0][0]["modules"][0], full)
    return [*above, *(placed for part in parts for placed in _placed(line, [[part]]))]


def _cut_across(line: Row, room: float) -> tuple[list[Row], list[Row]]:
    """What ``room`` mm hold of each column of a row, and what goes on overleaf."""
    cuts = [_cut_column(column["modules"], float(column["outer"]) - float(column["gap"]), room) for column in line]
    return _placed(line, [above for above, _ in cuts]), _placed(line, [below for _, below in cuts])


def _cut_column(modules: Sequence[Module], width: float, room: float) -> tuple[list[Module], list[Module]]:
    """The modules below each other that ``room`` mm hold, the last of them cut where it can be, and the rest."""
    for count in range(len(modules)):
        taken = _height_at([row((width, modules[: count + 1]))])
        if taken <= room:
            continue
        kept, whole = list(modules[:count]), modules[count]
        left = room - (_height_at([row((width, kept))]) + GAP if kept else 0.0)
        first, rest = cut(whole, left)
        if rest is not None and _height_at([row((width, [first]))]) <= left:
            return [*kept, first], [rest, *modules[count + 1 :]]
        return kept, list(modules[count:])
    return list(modules), []


def _placed(line: Row, columns: Sequence[Sequence[Module]]) -> list[Row]:
    """A row of the modules that there are, in the columns of another one; none where there are none."""
    kept = [
        (float(column["outer"]) - float(column["gap"]), modules)
        for column, modules in zip(line, columns, strict=True)
        if modules
    ]
    gap = max(float(column["gap"]) for column in line)
    return [row(*kept, gap=gap)] if kept else []


def _stack(line: Row, width: float) -> list[Row]:
    """Modules that stand side by side, or in one column, as rows of their own: tables and texts are widened."""
    return [
        row((width, [_widened(each, width)]))
        for column in line
        for whole in column["modules"]
        for each in _texts_of(whole)
    ]


def _texts_of(whole: Module) -> list[Module]:
    """Points that are no longer short, as texts below each other; any other module as it is."""
    if whole["kind"] != "points":
        return [whole]
    heading = [whole["heading"]] if whole["heading"] else []
    return [
        module("text", " · ".join([*heading, point["heading"]]), paragraphs=list(point["lines"]), room="")
        for point in whole["points"]
    ]


def _widened(whole: Module, width: float) -> Module:
    if whole["kind"] == "table":
        return stretch(whole, width)
    return whole | {"room": f"{width}"} if whole["kind"] in ("text", "list") else whole


def fits(rows: Sequence[Row], grid: Grid = A4) -> bool:
    """Whether one page holds the rows, their tables set as tight as may be."""
    return _height_at(rows) <= grid.full


def _height_at(rows: Sequence[Row], *, loose: bool = False) -> float:
    """The height of rows with their tables set as tight, or as loose, as may be, mm."""
    tables = [module for row in rows for column in row for module in column["modules"] if module["kind"] == "table"]
    kept = [table["pad"] for table in tables]
    for table in tables:
        table["pad"] = f"{(_LOOSEST_TEXT if table['prose'] else _LOOSEST) if loose else TIGHTEST}"
    height = rows_height(rows)
    for table, pad in zip(tables, kept, strict=True):
        table["pad"] = pad
    return height
