"""A plan's files with some of their values replaced, left out or added; everything else stays as it was written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from acbp.loading.key_order import last_line
from acbp.loading.nodes import Node, SourceText


@dataclass(frozen=True, slots=True, order=True)
class _Change:
    """Lines (from 0) from `first` to before `last`, in them columns from `start` to `end` of one line; the new text."""

    first: int
    start: int
    last: int
    end: int
    text: str | None


@dataclass(slots=True)
class Edits:
    """What is to be changed, file by file; an edit inside something that is left out is left out with it."""

    _changes: dict[str, list[_Change]] = field(default_factory=dict)
    _sources: dict[str, SourceText] = field(default_factory=dict)

    def put(self, node: Node, text: str) -> None:
        """Write a text, as it stands in YAML, in the place of a value."""
        first, last = node.start.line - 1, last_line(node, node.start.line - 1)
        end = node.end.column - 1 if last == first and node.end.line == node.start.line else -1
        self._add(node.source, _Change(first, node.start.column - 1, last + 1, end, text))

    def leave_out(self, node: Node) -> bool:
        """Leave out an item, or a key with its value and the comments directly above; whether that was possible.

        What shares its line with the dash of an item stays, and so does what runs over several lines in braces.
        """
        start = node.key.start if node.key else node.start
        source = node.key.source if node.key else node.source
        lines, first = source.lines, start.line - 1
        if node.key and node.key.start == node.key.end:  # a section with a file of its own
            self._add(node.source, _Change(0, 0, len(node.source.lines), -1, None))
            return True
        before = lines[first][: start.column - 1]
        # A long key stands behind a question mark, with its value below.
        if before.strip(" -?"):
            return self._leave_out_inline(node, source, first, start.column - 1)
        if node.key and before.strip(" ?"):
            return False
        column = _indent(before) if before.strip() else len(before)
        last = last_line(node, first)
        while last > first and not lines[last].strip():
            last -= 1
        while last + 1 < len(lines) and lines[last + 1].lstrip().startswith("#") and _indent(lines[last + 1]) > column:
            last += 1
        top = first
        while top > 0 and lines[top - 1].startswith(" " * column + "#"):
            top -= 1
        top = first if top == 0 else top
        if last + 1 < len(lines) and not lines[last + 1].strip() and (top == 0 or not lines[top - 1].strip()):
            last += 1
        self._add(source, _Change(top, 0, last + 1, -1, None))
        return True

    def add_below(self, node: Node, lines: Sequence[str]) -> None:
        """Add lines below a value, which ends its line."""
        at = last_line(node, node.start.line - 1) + 1
        self._add(node.source, _Change(at, 0, at, -1, "\n".join(lines)))

    def apply(self) -> Mapping[str, str]:
        """Return the new text of each file that changes, by the name of the file."""
        return {file: _rewrite(self._sources[file].lines, changes) for file, changes in self._changes.items()}

    def _leave_out_inline(self, node: Node, source: SourceText, row: int, start: int) -> bool:
        if node.end.line - 1 != row:
            return False
        line, end = source.lines[row], node.end.column - 1
        after, before = line[end:], line[:start]
        if after.lstrip().startswith(","):
            end += len(after) - len(after.lstrip()) + 1
            end += len(line[end:]) - len(line[end:].lstrip())
        elif before.rstrip().endswith(","):
            start = len(before.rstrip()) - 1
        self._add(source, _Change(row, start, row + 1, end, ""))
        return True

    def _add(self, source: SourceText, change: _Change) -> None:
        self._sources[source.file] = source
        self._changes.setdefault(source.file, []).append(change)


def _rewrite(lines: Sequence[str], changes: Sequence[_Change]) -> str:
    made = list(lines)
    gone = [(change.first, change.last) for change in changes if change.text is None]
    inline: dict[int, list[_Change]] = {}
    for change in sorted(set(changes), key=lambda each: (each.first, each.start, each.last), reverse=True):
        if any(a <= change.first and change.last <= b and (a, b) != (change.first, change.last) for a, b in gone):
            continue
        if change.text is not None and change.end >= 0:
            inline.setdefault(change.first, []).append(change)
            continue
        for row in [row for row in inline if row >= change.first]:
            made[row] = _rewrite_line(made[row], inline.pop(row))
        if change.text is None:
            del made[change.first : change.last]
        elif change.first == change.last:
            made[change.first : change.first] = change.text.split("\n")
        else:
            made[change.first : change.last] = [made[change.first][: change.start] + change.text]
    for row, held in inline.items():
        made[row] = _rewrite_line(made[row], held)
    return "\n".join(made)


def _rewrite_line(line: str, changes: Sequence[_Change]) -> str:
    """Make the changes within one line; what was left out leaves no comma behind."""
    dropped = [(change.start, change.end) for change in changes if not change.text]
    made = line
    upto = len(line) + 1
    for start, end, text in sorted(((c.start, c.end, c.text or "") for c in changes), reverse=True):
        if text and any(a <= start and end <= b for a, b in dropped):
            continue
        made = made[:start] + text + made[min(end, upto) :]
        upto = start
    return re.sub(r",\s*([}\]])", " \\1" if "{ " in line else "\\1", made) if dropped else made


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
