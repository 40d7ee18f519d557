"""The links between the items of a plan: what can be pointed at, and every place that points."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from acbp.model.base import Part, link_of
from acbp.model.plan import Plan

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An id that stands at ``location`` and should be found among the items called ``kind``."""

    location: Location
    kind: str
    target: str


LISTS: dict[str, tuple[str, ...]] = {
    "categories": ("plan", "categories"),
    "contacts": ("relationships", "contacts"),
    "departments": ("account", "organisation"),
    "objectives": ("objectives",),
    "strategies": ("strategies",),
    "actions": ("actions",),
    "commitments": ("commitments",),
    "criteria": ("opportunities", "criteria"),
    "opportunities": ("opportunities", "items"),
    "promotions": ("promotions", "items"),
    "issues": ("issues", "items"),
    "groups": ("scorecard", "groups"),
    "kpis": ("scorecard", "kpis"),
    "kam": ("scorecard", "kam"),
}
"""Everything that can be pointed at: the kind of item, and where in a plan its list stands."""


def items_of(plan: Plan) -> dict[str, tuple[tuple[Location, Part], ...]]:
    """Return for each kind its items, with their locations in the plan."""
    found = {}
    for kind, path in LISTS.items():
        held: Any = plan
        for name in path:
            held = getattr(held, name, None) or ()
        found[kind] = tuple(((*path, index), item) for index, item in enumerate(held))
    return found


def ids_of(plan: Plan) -> dict[str, frozenset[str]]:
    """Return the ids that exist of each kind."""
    return {kind: frozenset(item.id for _, item in items) for kind, items in items_of(plan).items()}  # type: ignore[attr-defined]


def links_of(part: Part, location: Location = ()) -> Iterator[Link]:
    """Yield every link inside ``part``, in the order of the fields."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if value is None or value == ():
            continue
        here = (*location, name)
        kind = link_of(field)
        if kind:
            targets = value if isinstance(value, tuple) else (value,)
            for index, target in enumerate(targets):
                yield Link((*here, index) if isinstance(value, tuple) else here, kind, target)
        elif keys := keys_link_of(field):
            for key in value:
                yield Link((*here, key), keys, key)
        else:
            yield from _inside(value, here)


def _inside(value: Any, location: Location) -> Iterator[Link]:
    if isinstance(value, Part):
        yield from links_of(value, location)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*location, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _inside(item, (*location, key))


def keys_link_of(field: Any) -> str | None:
    """Return the kind of item that the keys of a mapping field point to."""
    extra = field.json_schema_extra
    return extra.get("x-link-keys") if isinstance(extra, Mapping) else None
