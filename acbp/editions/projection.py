"""The customer's projection: a plan in which no internal value exists any more."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic.fields import FieldInfo

from acbp.model.base import Part, audience_of, link_of
from acbp.model.links import ids_of, keys_link_of
from acbp.model.plan import Plan

P = TypeVar("P", bound=Part)

_GONE: Any = object()
"""What takes the place of a value that the customer must not see."""
_OWNERS = {"categories"}
"""Kinds of item that take everything with them that points at them: an article of a category that is kept back."""


def for_customer(plan: Plan) -> Plan:
    """Return the plan as the customer may see it.

    Fields are taken over by name, only those declared for the customer; a part or a field that its author marked
    internal is left out. Links to what was left out go too, and an item that means nothing without its link goes
    with it, so that nothing points to, counts or orders what is gone.
    """
    projected = seen(plan)
    while True:
        ids = ids_of(projected)
        pruned = _prune(projected, ids)
        if pruned == projected:
            return projected
        projected = pruned


def seen(part: P) -> P:
    """Return what the customer may see of one part, which itself is not internal."""
    values = {
        name: value
        for name, field in type(part).model_fields.items()
        if name not in ("audience", "internal")
        and audience_of(field) == "customer"
        and name not in part.internal
        and (value := _see(getattr(part, name))) is not _GONE
    }
    return _rebuild(part, values)


def _see(value: Any) -> Any:
    if isinstance(value, Part):
        return _GONE if value.audience == "internal" else seen(value)
    if isinstance(value, tuple):
        return tuple(item for item in map(_see, value) if item is not _GONE)
    if isinstance(value, Mapping):
        return {key: item for key, held in value.items() if (item := _see(held)) is not _GONE}
    return value


def _rebuild(part: P, values: dict[str, Any]) -> Any:
    """Make a part from the values that remain, or nothing where a required one is gone."""
    if any(field.is_required() and name not in values for name, field in type(part).model_fields.items()):
        return _GONE
    return type(part).model_construct(**values)


def _prune(part: P, ids: dict[str, frozenset[str]]) -> Any:
    values: dict[str, Any] = {}
    for name, field in type(part).model_fields.items():
        value = _prune_field(getattr(part, name), field, ids)
        if value is not _GONE:
            values[name] = value
        elif link_of(field) in _OWNERS:
            return _GONE
    return _rebuild(part, values)


def _prune_field(value: Any, field: FieldInfo, ids: dict[str, frozenset[str]]) -> Any:
    if kind := link_of(field):
        if isinstance(value, tuple):
            return tuple(target for target in value if target in ids[kind])
        return value if value is None or value in ids[kind] else _GONE
    if kind := keys_link_of(field):
        return {key: held for key, held in value.items() if key in ids[kind]}
    return _prune_value(value, ids)


def _prune_value(value: Any, ids: dict[str, frozenset[str]]) -> Any:
    if isinstance(value, Part):
        return _prune(value, ids)
    if isinstance(value, tuple):
        return tuple(item for item in (_prune_value(held, ids) for held in value) if item is not _GONE)
    if isinstance(value, Mapping):
        return {key: _prune_value(held, ids) for key, held in value.items()}
    return value
