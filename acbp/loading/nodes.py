"""The tree of a YAML text: each mapping, list and value with its place in the source."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, NamedTuple

from acbp.problems import Place

Scalar = str | int | Decimal | bool | None


class Mark(NamedTuple):
    """A point in a source text; line and column count from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class SourceText:
    """The text of one file, and the name under which problems mention it."""

    file: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their line breaks."""
        return [line.removesuffix("\r") for line in self.text.split("\n")]

    def line(self, number: int) -> str:
        """The line with that number (from 1); empty beyond the end."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def place(self, start: Mark, end: Mark | None = None) -> Place:
        """The place from `start` up to `end` (not included), cut at the end of the line."""
        excerpt = self.line(start.line)
        stop = None if end is None else end.column if end.line == start.line else len(excerpt.rstrip()) + 1
        return Place(self.file, start.line, start.column, stop if stop and stop > start.column else None, excerpt)


@dataclass(slots=True, eq=False)
class Key:
    """The name to the left of a colon, as it was written."""

    text: str
    source: SourceText
    start: Mark
    end: Mark

    def place(self) -> Place:
        """Where the name stands."""
        return self.source.place(self.start, self.end)


@dataclass(slots=True, eq=False)
class Node:
    """A mapping, a list or a scalar. `style` is the quote or block sign of a scalar, empty for plain ones.

    `faulty` says that a problem of this very node has been reported already, so that its content proves nothing;
    `chinese` that the names in its file are written in Chinese.
    """

    kind: Literal["mapping", "list", "scalar"]
    value: Any
    source: SourceText
    start: Mark
    end: Mark
    style: str = ""
    key: Key | None = None
    faulty: bool = field(default=False)
    chinese: bool = field(default=False)

    def place(self) -> Place:
        """Where the value stands; for a mapping or list that belongs to a key, the key."""
        if self.kind != "scalar" and self.key is not None:
            return self.key.place()
        if self.kind == "scalar" and self.start == self.end and self.key is not None:
            return self.key.place()
        return self.source.place(self.start, self.end if self.kind == "scalar" else None)

    def children(self) -> Iterator["Node"]:
        """The nodes directly inside."""
        if self.kind == "mapping":
            yield from self.value.values()
        elif self.kind == "list":
            yield from self.value

    def walk(self) -> Iterator["Node"]:
        """This node and all below it."""
        yield self
        for child in self.children():
            yield from child.walk()

    def get(self, *path: str) -> "Node | None":
        """The node below these keys, or None."""
        node: Node | None = self
        for name in path:
            node = node.value.get(name) if node is not None and node.kind == "mapping" else None
        return node

    def plain(self) -> Any:
        """The value as dict, list, str, int, Decimal, bool or None."""
        if self.kind == "mapping":
            return {name: child.plain() for name, child in self.value.items()}
        if self.kind == "list":
            return [child.plain() for child in self.value]
        return self.value
