"""The texts of a plan that the customer may see, each with its place in the whole plan."""

from collections.abc import Iterator, Mapping
from typing import Any

from acbp.model import Plan
from acbp.model.base import Part, audience_of, link_of
from acbp.model.links import Location, keys_link_of
from acbp.model.wording import Wording


def customer_texts(plan: Plan) -> Iterator[tuple[Location, str]]:
    """Yield every text that the customer edition may print, in the plan's order; one per language once for each."""
    for location, text in _walk(plan, ()):
        yield from ((location, each) for each in (text.translations.values() if isinstance(text, Wording) else [text]))


def _walk(part: Part, location: Location) -> Iterator[tuple[Location, str]]:
    for name, field in type(part).model_fields.items():
        hidden = audience_of(field) == "internal" or name in part.internal or name in ("id", "audience", "internal")
        if not hidden and not link_of(field) and not keys_link_of(field):
            yield from _inside(getattr(part, name), (*location, name))


def _inside(value: Any, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, Part) and value.audience != "internal":
        yield from _walk(value, location)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*location, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _inside(item, (*location, key))
