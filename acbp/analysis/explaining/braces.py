"""References inside texts: ``{{ objectives.sales.target }}`` stands for the figure, and for nothing but a figure."""

import re
from collections.abc import Callable

from acbp.model import Plan
from acbp.model.texts import texts_of
from acbp.model.wording import Wording

OPEN = "{{"
BRACES = re.compile(r"\{\{(?P<inside>[^{}]*)\}\}")
_STEP = r"[\w-]+(\[[\w-]+\])?"
_REFERENCE = re.compile(rf"{_STEP}(\.{_STEP})*")


def holds_references(plan: Plan) -> bool:
    """Whether any text of a plan holds a reference."""
    return any(OPEN in version for _, text in texts_of(plan) for version in versions_of(text))


def versions_of(text: str) -> tuple[str, ...]:
    """Return the text in each language in which it is given, or the text itself."""
    return tuple(text.translations.values()) if isinstance(text, Wording) else (text,)


def references_in(text: str) -> list[str | None]:
    """Return what stands in each pair of braces of a text, in order: None for what is no reference.

    Braces that are not closed hold the empty text.
    """
    found: list[str | None] = []
    for part in text.split(OPEN)[1:]:
        inside, closed, _ = part.partition("}}")
        inside = inside.strip()
        found.append(None if closed and not _REFERENCE.fullmatch(inside) else inside if closed else "")
    return found


def fill_in(text: str, say: Callable[[str], str]) -> str:
    """Return the text with what ``say`` returns for it in the place of every reference."""
    return BRACES.sub(lambda match: say(match["inside"].strip()), text) if OPEN in text else text
