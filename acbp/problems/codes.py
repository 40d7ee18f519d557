"""The register of problem codes: each code once, with its severity and its words in Chinese and English."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem. `messages` and `hints` hold a format string with named fields for each language."""

    name: str
    severity: Severity
    messages: Mapping[str, str]
    hints: Mapping[str, str]


_register: dict[str, Code] = {}


def define(name: str, zh: str, en: str, hint_zh: str = "", hint_en: str = "", severity: Severity | None = None) -> Code:
    """Register a code. The first letter gives the severity (E is an error, W a warning) where none is given.

    Fields stand in braces (`{key}`); a value that begins with `@` is a word of `terms` and is put in the language of
    the message. A name such as `E201/rename` gives other words to E201 for the problems whose value `variant` is
    `rename`, and `E204/list` to E204 where `expected` is `@list`. Raises ValueError if the name is already taken
    for other words.
    """
    level: Severity = severity or ("warning" if name.startswith("W") else "error")
    code = Code(name, level, {"zh": zh, "en": en}, {"zh": hint_zh, "en": hint_en})
    if _register.setdefault(name, code) != code:
        raise ValueError(f"problem code {name} is defined twice")
    return code


def lookup(name: str, variant: str | None = None) -> Code:
    """The code of that name, in the words of a variant if one is named and known; KeyError if there is no such code."""
    return _register.get(f"{name}/{variant}") or _register[name]


def known_codes() -> tuple[Code, ...]:
    """Every registered code and variant but those of the rules, which have a register of their own; by name."""
    return tuple(_register[name] for name in sorted(_register) if not name.startswith("R"))
