"""Walks the model itself: every part that a plan can hold, and every field of it."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic.fields import FieldInfo

from acbp.model.base import Part, audience_of


def parts_in(annotation: Any) -> Iterator[type[Part]]:
    """The kinds of part that a field of this type can hold."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from parts_in(inner)


def reachable(model: type[Part]) -> dict[type[Part], bool]:
    """Every kind of part at or below `model`, and whether a customer can come upon one of it."""
    found: dict[type[Part], bool] = {}

    def visit(part: type[Part], seen_by_customer: bool) -> None:
        if part in found and (found[part] or not seen_by_customer):
            return
        found[part] = seen_by_customer
        for field in part.model_fields.values():
            for inner in parts_in(field.annotation):
                visit(inner, seen_by_customer and audience_of(field) == "customer")

    visit(model, True)
    return found


def fields_of(*models: type[Part]) -> list[tuple[type[Part], str, FieldInfo]]:
    """Every field of every part at or below these models."""
    parts = {part for model in models for part in reachable(model)}
    ordered = sorted(parts, key=lambda part: part.__qualname__)
    return [(part, name, field) for part in ordered for name, field in part.model_fields.items()]
