"""A problem: one fault of a plan, with its place in the source and the words that explain it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from acbp.problems.codes import Severity, lookup
from acbp.problems.terms import TERMS, term


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one source line. `line` and `column` count from 1, columns in code points.

    `end_column` is the column after the last marked character, or None for a single point; `excerpt` is the whole line.
    In a workbook `cell` names the cell (`Sheet1!B12`), `line` is its row and `excerpt` its content.
    """

    file: str
    line: int
    column: int
    end_column: int | None = None
    excerpt: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. `values` fill the fields of the code's message; `item` names the part: `actions[tasting].due`.

    `level` overrides the severity of the code, for a rule that the workspace has raised or lowered.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    place: Place | None = None
    item: str | None = None
    level: Severity | None = None

    @property
    def severity(self) -> Severity:
        """`error` or `warning`."""
        return self.level or lookup(self.code).severity

    @property
    def is_error(self) -> bool:
        """Whether the plan cannot be used before this is mended."""
        return self.severity == "error"

    def message(self, lang: str) -> str:
        """What is wrong, in `lang` (`zh`, or English for anything else)."""
        return self._fill(lookup(self.code, self._variant()).messages, lang)

    def hint(self, lang: str) -> str:
        """How to mend it, in `lang`; empty if nothing can be said."""
        return self._fill(lookup(self.code, self._variant()).hints, lang)

    @property
    def concerns_file(self) -> bool:
        """Whether the fault is that of a whole file (E001 to E012), so that its place names no line."""
        return self.code.startswith("E0") and self.place is not None and not self.place.excerpt

    def at(self, place: Place | None) -> "Problem":
        """The same problem at another place."""
        return replace(self, place=place)

    def _variant(self) -> str:
        """Which of the code's words to use: as the problem says, else by the kind of value that is wanted."""
        return self.values.get("variant") or self.values.get("expected", "").removeprefix("@")

    def _fill(self, texts: Mapping[str, str], lang: str) -> str:
        lang = "zh" if lang.startswith("zh") else "en"
        return texts[lang].format_map(_Fields({name: _word(value, lang) for name, value in self.values.items()}))

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of display: file, line, column, code, item; problems without a place come first."""
        place = self.place or Place("", 0, 0)
        return (place.file, place.line, place.column, self.code, self.item or "")

    def __lt__(self, other: "Problem") -> bool:
        return self.sort_key() < other.sort_key()


class _Fields(dict[str, str]):
    """Values of a message; one not given prints as an ellipsis: a fault must never hide behind another."""

    def __missing__(self, key: str) -> str:
        return "…"


def _word(value: Any, lang: str) -> str:
    text = str(value)
    return term(text[1:], lang) if text.startswith("@") and text[1:] in TERMS else text
