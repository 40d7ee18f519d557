"""The text of a plan file → the same text with the keys of each part in the order of the model, comments with them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from acbp.loading.nodes import Node
from acbp.loading.positions import kinds_of
from acbp.loading.source import MARKS
from acbp.model.table_file import TableFile

Order = Callable[[list[str], type[BaseModel]], list[str]]
"""Puts the keys of a part into the order that is wanted."""


def in_model_order(keys: list[str], part: type[BaseModel]) -> list[str]:
    """The keys as the model declares them, and then what every part may say of its audience; unknown ones stay last."""
    fields = [name for name in part.model_fields if name not in MARKS]
    places = {name: place for place, name in enumerate([*fields, *MARKS])}
    return sorted(keys, key=lambda key: places.get(key, len(places)))


def order_keys(text: str, root: Node, annotation: Any, order: Order = in_model_order) -> str:
    """Return the text with every part's keys in order; `root` is the tree of the text, with English names.

    Whole blocks move, each with the comments directly above it and the deeper ones below it. Blank lines stay where
    they are, so that sections keep their distance. Parts that stand on one line are ordered within it; a part in braces
    that runs over several lines is left alone.
    """
    sorter = _Sorter(text.split("\n"), root, order)
    sorter.take(root, annotation)
    return "\n".join(sorter.lines)


@dataclass(slots=True)
class _Entry:
    """One key with its value: the lines from `first` (its comments included) to `last`, counted from 0."""

    name: str
    first: int
    key: int
    last: int


class _Sorter:
    """Rearranges lines from the innermost parts outwards, so that the lines of an outer part never change their place.

    All places are read from the text as it was.
    """

    def __init__(self, lines: list[str], root: Node, order: Order) -> None:
        self.lines, self.written, self.source, self.order = list(lines), lines, root.source, order

    def take(self, node: Node, annotation: Any) -> None:
        if node.kind == "scalar" or node.source is not self.source:
            return
        for kind in kinds_of(annotation):
            origin, arguments = get_origin(kind), get_args(kind)
            if node.kind == "list":
                for item in node.value if origin in (tuple, list) else ():
                    self.take(item, arguments[0])
            elif isinstance(kind, type) and issubclass(kind, BaseModel):
                self._take_part(node, kind)
            elif origin is tuple:
                self._take_part(node, TableFile)
            elif isinstance(origin, type) and issubclass(origin, Mapping):
                for item in node.value.values():
                    self.take(item, arguments[1])

    def _take_part(self, node: Node, part: type[BaseModel]) -> None:
        own = {name: child for name, child in node.value.items() if child.key and child.key.source is self.source}
        if not own.keys() & part.model_fields.keys():
            return
        for name, child in own.items():
            if name in part.model_fields:
                self.take(child, part.model_fields[name].annotation)
        wanted = self.order(list(own), part)
        if wanted == list(own):
            return
        if self._is_flow(node):
            self._sort_line(node, own, wanted)
        else:
            self._sort_block(own, wanted)

    def _is_flow(self, node: Node) -> bool:
        return self.written[node.start.line - 1][node.start.column - 1 : node.start.column] == "{"

    def _sort_line(self, node: Node, own: Mapping[str, Node], wanted: Iterable[str]) -> None:
        keys = [child.key for child in own.values() if child.key]
        if node.end.line != node.start.line or any(
            child.end <= key.end for child, key in zip(own.values(), keys, strict=True)
        ):
            return
        row = node.start.line - 1
        line = self.lines[row]
        spans = [(key.start.column - 1, child.end.column - 1) for key, child in zip(keys, own.values(), strict=True)]
        texts = dict(zip(own, (line[start:end] for start, end in spans), strict=True))
        between = [line[end:start] for (_, end), (start, _) in pairwise(spans)]
        made = [text + gap for text, gap in zip((texts[name] for name in wanted), [*between, ""], strict=True)]
        self.lines[row] = line[: spans[0][0]] + "".join(made) + line[spans[-1][1] :]

    def _sort_block(self, own: Mapping[str, Node], wanted: Iterable[str]) -> None:
        entries = self._entries(own)
        column = next(child.key.start.column for child in own.values() if child.key) - 1
        prefix = self.lines[entries[0].key][:column]
        if prefix.strip() not in ("", "-") or any(a.last >= b.first for a, b in pairwise(entries)):
            return
        blocks = {}
        for entry in entries:
            lead, body = self.lines[entry.first : entry.key], self.lines[entry.key : entry.last + 1]
            blocks[entry.name] = (lead, [" " * column + body[0][column:], *body[1:]])
        made: list[str] = []
        for place, name in enumerate(wanted):
            lead, body = blocks[name]
            if place == 0:
                # What was said above the first key of an item is said above the item.
                lead = [" " * (len(prefix) - len(prefix.lstrip())) + line.lstrip() for line in lead]
                body = [prefix + body[0][column:], *body[1:]]
            made += [*lead, *body]
            if place + 1 < len(entries):
                made += self.lines[entries[place].last + 1 : entries[place + 1].first]
        self.lines[entries[0].first : entries[-1].last + 1] = made

    def _entries(self, own: Mapping[str, Node]) -> list[_Entry]:
        keys = [(name, child.key.start.line - 1, child) for name, child in own.items() if child.key]
        column = next(child.key.start.column for child in own.values() if child.key) - 1
        firsts = [self._first_comment(line, column) for _, line, _ in keys]
        if firsts[0] == 0:
            firsts[0] = keys[0][1]  # what opens a file is said of the whole file
        entries = []
        for place, (name, line, child) in enumerate(keys):
            is_last = place + 1 == len(keys)
            last = last_line(child, line) if is_last else firsts[place + 1] - 1
            while last > line and not self.written[last].strip():
                last -= 1
            last = self._last_comment(last, column) if is_last else last
            entries.append(_Entry(name, firsts[place], line, last))
        return entries

    def _first_comment(self, line: int, column: int) -> int:
        """The first of the comments that stand directly above a key, at its own column; none above an item's dash."""
        if self.written[line][:column].strip():
            return line
        while line > 0 and self.written[line - 1].startswith(" " * column + "#"):
            line -= 1
        return line

    def _last_comment(self, line: int, column: int) -> int:
        """The last of the comments that stand below a value, deeper than its key."""
        last, at = line, line + 1
        while at < len(self.written):
            text = self.written[at].strip()
            if text and not (text.startswith("#") and self.written[at].index("#") > column):
                break
            last, at = at if text else last, at + 1
        return last


def last_line(node: Node, line: int) -> int:
    """The last line (from 0) that a value takes; that of its key where it is empty."""
    if node.kind == "scalar" or not node.value:
        end = node.end.line - 1
        return max(line, end - 1 if node.style in ("|", ">") and node.end.column == 1 else end)
    inside = max(last_line(child, child.key.start.line - 1 if child.key else line) for child in node.children())
    flow_end = node.end.line - 1 if node.end.column > 1 else line
    return max(inside, flow_end if _closes(node) else line)


def _closes(node: Node) -> bool:
    """Whether a mapping or list ends with a bracket of its own."""
    return node.source.line(node.start.line)[node.start.column - 1 : node.start.column] in ("{", "[")
