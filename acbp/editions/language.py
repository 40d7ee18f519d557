"""A plan whose texts are given per language → the plan in one language."""

from collections.abc import Mapping
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
