"""What changed since an earlier version, in the words of one edition and language, ready to be printed."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Line:
    """One change: what it concerns, and how it stood and stands; one side is empty for what came or went."""

    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one section of the plan, or what followed from them all."""

    kind: Literal["changes", "effects"]
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Redline:
    """All that changed since a version: what it was called, its day, its commit in full, the changes by section."""

    version: str
    day: date
    commit: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many changes there are, without what followed."""
        return sum(len(group.lines) for group in self.groups if group.kind == "changes")
