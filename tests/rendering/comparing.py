"""Compares the pages of a document with how they looked before, and tells every difference page by page."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from operator import itemgetter

from .looks import CELL, PLANES, Line, Look

FAR = 0.75
"""How far a text may move, mm: places are written down to half millimetres, and half a millimetre is no difference."""
STRAY = 2
"""How many squares of a page may be off by two levels of colour; by one level all of them may be, and in ink none."""


def compare(before: Sequence[Look], now: Sequence[Look]) -> list[str]:
    """Tell what differs; nothing where pages moved no more than another version of Pango may move them."""
    told = []
    for first, second in _pair([look.title for look in before], [look.title for look in now]):
        if second is None:
            told.append(f"page {first + 1} is missing: {before[first].title}")
        elif first is None:
            told.append(f"page {second + 1} is new: {now[second].title}")
        elif found := [*_lines(before[first].lines, now[second].lines), *_planes(before[first], now[second])]:
            was = f" (was {first + 1})" if first != second else ""
            told += [f"page {second + 1}{was}: {now[second].title}", *(f"  {each}" for each in found)]
    return told


def _pair(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """The places of what is the same in both, or stands between the same neighbours."""
    for _, *(start, end, start_now, end_now) in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        yield from zip_longest(range(start, end), range(start_now, end_now))


def _lines(before: Sequence[Line], now: Sequence[Line]) -> Iterator[str]:
    moved: dict[tuple[float, float], list[str]] = {}
    for first, second in _pair([line.text for line in before], [line.text for line in now]):
        if second is None:
            yield f"{_place(before[first])} '{before[first].text}' is gone"
            continue
        line = now[second]
        if first is None:
            yield f"{_place(line)} '{line.text}' is new"
            continue
        old = before[first]
        if line.text != old.text:
            yield f"{_place(line)} '{old.text}' became '{line.text}'"
        if _face(line) != _face(old):
            yield f"{_place(line)} '{line.text}' is set in {_face(line)} instead of {_face(old)}"
        right, down = line.left - old.left, line.base - old.base
        if max(abs(right), abs(down)) > FAR:
            moved.setdefault((round(right * 2) / 2, round(down * 2) / 2), []).append(line.text)
    for (right, down), texts in moved.items():
        span = f"'{texts[0]}'" + (f" … '{texts[-1]}'" if texts[1:] else "")
        yield f"{len(texts)} texts moved by {right:+g} mm across and {down:+g} mm down: {span}"


def _place(line: Line) -> str:
    return f"{line.left:.0f}/{line.base:.0f} mm"


def _face(line: Line) -> str:
    return f"{line.size:g}{line.face} {line.colour}"


def _planes(before: Look, now: Look) -> Iterator[str]:
    if before.size != now.size:
        yield f"{now.size} mm instead of {before.size} mm"
        return
    off = [
        (name, square, was, level)
        for name in PLANES
        for square in sorted(before.planes[name].keys() | now.planes[name].keys())
        if abs((level := now.planes[name].get(square, 0)) - (was := before.planes[name].get(square, 0))) > 1
    ]
    if len(off) <= STRAY and all(name != "ink" and abs(level - was) == 2 for name, _, was, level in off):
        return
    for name, group in groupby(off, itemgetter(0)):
        squares = list(group)
        rows, columns = zip(*(square for _, square, _, _ in squares), strict=True)
        span = f"{min(columns) * CELL}/{min(rows) * CELL} and {(max(columns) + 1) * CELL}/{(max(rows) + 1) * CELL} mm"
        _, _, was, level = max(squares, key=lambda each: abs(each[3] - each[2]))
        yield f"{name} is off in {len(squares)} squares between {span}, most of all from {was} to {level}"
