"""Merge conflicts left in a file: named item by item, with both values and whose they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from acbp.loading.nodes import Mark, Node, SourceText
from acbp.loading.positions import name_of
from acbp.problems import Problem

_OURS, _BASE, _BETWEEN, _THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
MOST_ITEMS = 5
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Conflict:
    """A stretch of lines, from 1: the marks, and what either side wrote between them."""

    ours: range
    theirs: range
    ours_name: str
    theirs_name: str

    @property
    def first(self) -> int:
        return self.ours.start - 1


def find_conflicts(source: SourceText) -> list[Problem]:
    """Return one E700 for each conflict; nothing for a file without any."""
    conflicts = list(_scan(source)) if _OURS in source.text else []
    if not conflicts:
        return []
    ours, theirs = (_values(source, conflicts, side) for side in (0, 1))
    return [_explain(source, conflict, ours, theirs) for conflict in conflicts]


def _scan(source: SourceText) -> Iterator[_Conflict]:
    start = base = middle = 0
    for number, line in enumerate(source.lines, 1):
        mark = line[:7]
        if mark == _OURS and line[7:8] in ("", " "):
            start, base, middle = number, 0, 0
        elif mark == _BASE and start:
            base = number
        elif mark == _BETWEEN and start:
            middle = number
        elif mark == _THEIRS and middle:
            names = source.line(start)[7:].strip() or _OURS, line[7:].strip() or _THEIRS
            yield _Conflict(range(start + 1, base or middle), range(middle + 1, number), *names)
            start = middle = 0


def _values(source: SourceText, conflicts: list[_Conflict], side: int) -> dict[str, tuple[int, str]] | None:
    """What the file says without the other side: item → line in the file, and value; None if it cannot be read."""
    from acbp.loading.compose import compose

    dropped = set[int]()
    for conflict in conflicts:
        whole = range(conflict.first, conflict.theirs.stop + 1)
        dropped |= set(whole) - set((conflict.ours, conflict.theirs)[side])
    # Lines are emptied, not taken out: so they keep their numbers.
    lines = ["" if number in dropped else line for number, line in enumerate(source.lines, 1)]
    root, _ = compose(SourceText(source.file, "\n".join(lines)))
    return None if root is None else dict(_leaves(root, root, ()))


def _leaves(root: Node, node: Node, location: tuple[str | int, ...]) -> Iterator[tuple[str, tuple[int, str]]]:
    if node.kind == "scalar":
        text = " ".join(str(node.value).split())
        yield name_of(root, location), (node.start.line, text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
    children = node.value.items() if node.kind == "mapping" else enumerate(node.value) if node.kind == "list" else ()
    for key, child in children:
        yield from _leaves(root, child, (*location, key))


def _explain(
    source: SourceText,
    conflict: _Conflict,
    ours: dict[str, tuple[int, str]] | None,
    theirs: dict[str, tuple[int, str]] | None,
) -> Problem:
    values = {"ours": conflict.ours_name, "theirs": conflict.theirs_name}
    place = source.place(Mark(conflict.first, 1), Mark(conflict.first, len(source.line(conflict.first)) + 1))
    if ours is None or theirs is None:
        return Problem("E700", values, place)
    items = []
    for name in dict.fromkeys((*ours, *theirs)):
        (mine, one), (yours, other) = ours.get(name, (0, "—")), theirs.get(name, (0, "—"))
        if one != other and (mine in conflict.ours or yours in conflict.theirs):
            items.append(f"{name}: {one} ({conflict.ours_name}) ≠ {other} ({conflict.theirs_name})")
    if not items:
        return Problem("E700", values, place)
    shown = "; ".join(items[:MOST_ITEMS]) + ("; …" if len(items) > MOST_ITEMS else "")
    return Problem("E700", {**values, "variant": "items", "items": shown}, place)
