"""A plan whose texts are given per language → the plan in one language."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from acbp.model.base import Part
from acbp.model.scalars import Wording, translated

P = TypeVar("P", bound=Part)


def in_language(part: P, language: str) -> P:
    """Return the part with every text that is given per language in ``language``, or in the one that there is."""
    return _translate(part, language)


def _translate(value: Any, language: str) -> Any:
    if isinstance(value, Wording):
        return translated(value, language)
    if isinstance(value, Part):
        changes = {
            name: new
            for name in type(value).model_fields
            if (new := _translate(old := getattr(value, name), language)) is not old
        }
        return value.model_copy(update=changes) if changes else value
    if isinstance(value, tuple):
        items = tuple(_translate(item, language) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    if isinstance(value, Mapping):
        held = {key: _translate(item, language) for key, item in value.items()}
        return held if any(held[key] is not value[key] for key in held) else value
    return value


def untranslated(part: Part, language: str) -> int:
    """Count the texts that are given in one language only, and that is not ``language``.

    Words that read the same in both (ids, names in Latin letters, figures) are not counted: a text counts if it holds
    Chinese characters and English is wanted, or words parted by a space and Chinese is wanted.
    """
    foreign = re.compile(r"[\u4e00-\u9fff]" if language == "en" else r"[A-Za-z]{2,} [A-Za-z]{2,}")
    return sum(1 for text in _texts(part) if not isinstance(text, Wording) and foreign.search(text))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
