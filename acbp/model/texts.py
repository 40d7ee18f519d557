"""The texts inside a part: every one with its place, and the same part with other texts."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from acbp.model.base import Part

V = TypeVar("V")


def texts_of(value: Any, location: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text below ``value`` with its location; one that is given per language comes once, as a `Wording`."""
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, Part):
        for name in _free(type(value)):
            yield from texts_of(getattr(value, name), (*location, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts_of(item, (*location, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from texts_of(item, (*location, key))


@cache
def _free(part: type[Part]) -> tuple[str, ...]:
    """The fields of a part that may hold texts: a word of a closed list is no text, even where it is Chinese."""
    return tuple(name for name, field in part.model_fields.items() if not _is_closed(field.annotation))


def _is_closed(annotation: Any) -> bool:
    kinds = [each for each in get_args(annotation) or (annotation,) if each is not type(None)]
    return get_origin(annotation) is Literal or all(get_origin(each) is Literal for each in kinds)


def map_texts(value: V, change: Callable[[str], str]) -> V:
    """Return ``value`` with every text below it changed; what holds no changed text is the very same object."""
    return _map(value, change)


def _map(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Part):
        changes = {
            name: new for name in _free(type(value)) if (new := _map(old := getattr(value, name), change)) is not old
        }
        return value.model_copy(update=changes) if changes else value
    if isinstance(value, tuple):
        items = tuple(_map(item, change) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    if isinstance(value, Mapping):
        held = {key: _map(item, change) for key, item in value.items()}
        return held if any(held[key] is not value[key] for key in held) else value
    return value
