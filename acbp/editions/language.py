"""A plan whose texts are given per language → the plan in one language."""

import re
from typing import TypeVar

from acbp.model.base import Part
from acbp.model.texts import map_texts, texts_of
from acbp.model.wording import Wording, translated

P = TypeVar("P", bound=Part)


def in_language(part: P, language: str) -> P:
    """Return the part with every text that is given per language in ``language``, or in the one that there is."""
    return map_texts(part, lambda text: translated(text, language))


def untranslated(part: Part, language: str) -> int:
    """Count the texts that are given in one language only, and that is not ``language``.

    Words that read the same in both (ids, names in Latin letters, figures) are not counted: a text counts if it holds
    Chinese characters and English is wanted, or words parted by a space and Chinese is wanted.
    """
    foreign = re.compile(r"[\u4e00-\u9fff]" if language == "en" else r"[A-Za-z]{2,} [A-Za-z]{2,}")
    return sum(1 for _, text in texts_of(part) if not isinstance(text, Wording) and foreign.search(text))
