"""Figures of a plan by path: found, and changed in a copy of the plan."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from acbp.model.base import Part
from acbp.model.chinese_names import chinese_names
from acbp.model.heading import Heading
from acbp.model.links import Location
from acbp.model.scalars import Amount, Percent, Quantity, Score, Volume
from acbp.model.units import resolve

Kind = Literal["money", "volume", "percent", "number", "quantity"]
"""What a figure counts: money, volume, a percentage, a plain number, or what is said beside it."""

EVERY = "*"
_STEP = re.compile(r"([^.\[\]]+)|\[([^\[\]]+)\]")
_LABELS = ("id", "category", "period", "year", "name")
_KINDS: tuple[tuple[Any, Kind], ...] = (
    (Amount, "money"),
    (Volume, "volume"),
    (Percent, "percent"),
    (Score, "number"),
    (Quantity, "quantity"),
)


class FigureAt(NamedTuple):
    """A figure of a plan, None where the plan leaves it out."""

    location: Location
    kind: Kind
    value: Decimal | Quantity | None


def find_figures(part: Part, path: str) -> tuple[FigureAt, ...]:
    """The figures that a path names: one, or all money and volume below the part that it leads to.

    Steps are parted by dots, and fields named in English or Chinese; an item of a list is named by its id, by what else
    tells it apart (its category, period, year or name), or by its number from 1, and ``*`` is every item. Nothing where
    the path leads nowhere or to a text.
    """
    steps = [match[1] or match[2] for match in _STEP.finditer(path)]
    found: list[FigureAt] = []
    for location, kind, value in _follow((), _Typed(type(part), ()), part, steps):
        if kind.figure is not None:
            found.append(FigureAt(location, kind.figure, value))
        elif value is not None:
            found += [each for each in _below(location, kind, value) if each.kind in ("money", "volume")]
    return tuple(found)


def change_figure(held: Any, location: Location, value: Decimal | Quantity) -> Any:
    """The part with one figure replaced; the given part is left as it is."""
    if not location:
        return value
    step, *rest = location
    below = tuple(rest)
    if isinstance(held, Part):
        name = str(step)
        return held.model_copy(update={name: change_figure(getattr(held, name), below, value)})
    if isinstance(held, tuple):
        index = int(step)
        return (*held[:index], change_figure(held[index], below, value), *held[index + 1 :])
    return {**held, step: change_figure(held[step], below, value)}


def scaled(value: Decimal | Quantity, factor: Decimal) -> Decimal | Quantity:
    """A figure times a factor."""
    return replace(value, value=value.value * factor) if isinstance(value, Quantity) else value * factor


class _Typed(NamedTuple):
    """The declared type of a value, with pydantic's notes to it."""

    annotation: Any
    notes: tuple[Any, ...]

    @property
    def inner(self) -> "_Typed":
        """The type without None."""
        if get_origin(self.annotation) is Annotated:
            annotation, *notes = get_args(self.annotation)
            return _Typed(annotation, tuple(notes)).inner
        members = [each for each in get_args(self.annotation) if each is not type(None)]
        is_union = get_origin(self.annotation) is Union or type(self.annotation).__name__ == "UnionType"
        return _Typed(members[0], ()).inner if is_union and len(members) == 1 else self

    @property
    def figure(self) -> Kind | None:
        """What the value counts, if it is a figure."""
        for known, kind in _KINDS:
            if known is self.annotation or (get_args(known)[1:2] and get_args(known)[1] in self.notes):
                return kind
        return None

    def member(self, index: int) -> "_Typed":
        """The type of the items of a list (0), or of the values of a mapping (1)."""
        return _Typed(get_args(self.annotation)[index], ()).inner


def _children(kind: _Typed, value: Any) -> Iterator[tuple[str | int, tuple[str, ...], _Typed, Any]]:
    """What lies directly inside: its step, the names that a path may call it by, its type and its value."""
    if isinstance(value, Part):
        for name, field in type(value).model_fields.items():
            if name not in ("audience", "internal"):
                names = (name, chinese_names(type(value)).get(name, name))
                yield name, names, _Typed(field.annotation, tuple(field.metadata)).inner, getattr(value, name)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            labels = (getattr(item, label, None) for label in _LABELS)
            yield index, (*(str(label) for label in labels if label), str(index + 1), EVERY), kind.member(0), item
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield key, (key, EVERY), kind.member(1), item


def _follow(location: Location, kind: _Typed, value: Any, steps: list[str]) -> Iterator[tuple[Location, _Typed, Any]]:
    if not steps:
        yield location, kind, value
        return
    step, *rest = steps
    named = [child for child in _children(kind, value) if step in child[1]]
    if step != EVERY:
        # An id goes before a category, and both before a number.
        named = sorted(named, key=lambda child: child[1].index(step))[:1]
    for key, _, inner, held in named:
        yield from _follow((*location, key), inner, held, rest)


def _below(location: Location, kind: _Typed, value: Any) -> Iterator[FigureAt]:
    for key, _, inner, held in _children(kind, value):
        if inner.figure is not None:
            if held is not None:
                yield FigureAt((*location, key), inner.figure, held)
        else:
            yield from _below((*location, key), inner, held)


def read_as(kind: Kind, given: Quantity, heading: Heading) -> Decimal | Quantity | None:
    """What a quantity stands for in the place of a figure; None where its percent sign is missing or out of place."""
    if kind == "quantity":
        return given
    if given.percent != (kind == "percent"):
        return None
    return resolve(given, kind, heading)
