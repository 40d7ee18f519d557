"""Texts, of one line or of several, given once or in several languages."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from acbp.model.reading import fail, read_string

LANGUAGES = ("zh", "en")
LONGEST_LINE = 300
LONGEST_PROSE = 10_000
LONGEST_RUN = 200
_LONG_RUN = re.compile(rf"[!-\u2e7f]{{{LONGEST_RUN + 1},}}")


class Wording(str):
    """A text given in several languages: as a string it is the one given first."""

    __slots__ = ("translations",)
    translations: Mapping[str, str]

    def __new__(cls, translations: Mapping[str, str]) -> "Wording":
        """The text of `translations` (language → text, not empty)."""
        wording = super().__new__(cls, next(iter(translations.values())))
        wording.translations = dict(translations)
        return wording

    def __getnewargs__(self) -> tuple[Mapping[str, str]]:
        return (self.translations,)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Wording):
            return self.translations == other.translations
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


def translated(value: str, lang: str) -> str:
    """The text in that language (`zh` or `en`), or as it was first given where it has no such translation."""
    return value.translations.get(lang, str(value)) if isinstance(value, Wording) else value


def _read_words(value: Any, longest: int, one_line: bool) -> str:
    if not isinstance(value, Mapping):
        return _check_words(read_string(value), longest, one_line)
    if not value:
        fail("E211")
    for key in value:
        if key not in LANGUAGES:
            fail("E201", key=str(key), known=", ".join(LANGUAGES), within=str(key))
    read = {}
    for key, text in value.items():
        try:
            if isinstance(text, Mapping):
                fail("E204", expected="@text")
            read[key] = _check_words(read_string(text), longest, one_line)
        except PydanticCustomError as fault:
            fail(fault.type, **{**(fault.context or {}), "within": key})
    return Wording(read)


def _check_words(text: str, longest: int, one_line: bool) -> str:
    if one_line and "\n" in text:
        fail("E214")
    if len(text) > longest:
        fail("E206", limit=f"{longest:,}", length=f"{len(text):,}")
    if _LONG_RUN.search(text):
        fail("E130", limit=str(LONGEST_RUN))
    return text


def read_line(value: Any) -> str:
    """A text of one line, or one for each language."""
    return _read_words(value, LONGEST_LINE, one_line=True)


def read_prose(value: Any) -> str:
    """A text of any number of lines, or one for each language."""
    return _read_words(value, LONGEST_PROSE, one_line=False)
