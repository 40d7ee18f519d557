"""Puts values of its own into every internal place of a plan, so that a leak of any of them can be found."""

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from acbp.model.base import Part, audience_of
from acbp.model.scalars import Quantity

WORD = "kanarienvogel"
FIGURE = 987_654_000_000
"""Planted words begin with WORD, planted figures with the digits 987654, planted days lie in the year 2098."""


class Planter:
    """Makes values for internal fields; each value is different. `dice` decides how strange they are."""

    def __init__(self, dice: random.Random | None = None) -> None:
        self.dice = dice
        self.count = 0

    def plant(self, part: Any) -> Any:
        """The part with every internal field below it given a value."""
        changes: dict[str, Any] = {}
        for name, field in type(part).model_fields.items():
            if name in ("audience", "internal"):
                continue
            value = getattr(part, name)
            if audience_of(field) == "internal":
                changes[name] = self.choose(field.annotation, value, field)
            else:
                changes[name] = self._below(value)
        return part.model_copy(update=changes)

    def _below(self, value: Any) -> Any:
        if isinstance(value, Part):
            return self.plant(value)
        if isinstance(value, tuple):
            return tuple(map(self._below, value))
        if isinstance(value, Mapping):
            return {key: self._below(held) for key, held in value.items()}
        return value

    def choose(self, annotation: Any, value: Any, field: Any) -> Any:
        """A new value for an internal field: what is planted, or now and then nothing, or what was there shuffled."""
        if self.dice is None or (throw := self.dice.random()) < 0.6:
            return self.make(annotation)
        if throw < 0.85 and not field.is_required():
            return field.get_default(call_default_factory=True)
        if isinstance(value, tuple):
            return tuple(self.dice.sample(value, len(value)))
        return value

    def make(self, annotation: Any) -> Any:
        """A value of that type."""
        self.count += 1
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin in (Union, UnionType):
            return self.make(next(each for each in inner if each is not type(None)))
        if origin is Annotated:
            return self.make(inner[0])
        if origin is Literal:
            return self.dice.choice(inner) if self.dice else inner[-1]
        if origin is tuple:
            length = self.dice.choice((0, 1, 3, 30)) if self.dice else 2
            return tuple(self.make(inner[0]) for _ in range(length))
        if origin is dict:
            return {self.make(inner[0]): self.make(inner[1])}
        if isinstance(annotation, type) and issubclass(annotation, Part):
            fields = annotation.model_fields
            wanted = [name for name in fields if name not in ("audience", "internal")]
            return annotation.model_construct(**{name: self.make(fields[name].annotation) for name in wanted})
        return self._leaf(annotation)

    def _leaf(self, kind: type) -> Any:
        if kind is str:
            return f"{WORD}{self.count}{self._oddity()}"
        if kind is Decimal:
            return self._figure()
        if kind is Quantity:
            return Quantity(self._figure(), bare=False)
        if kind is bool:
            return True
        if kind is int:
            return FIGURE + self.count
        if kind is date:
            return date(2098, 1, 1) + timedelta(days=self.count % 360)
        raise TypeError(f"nothing to plant in {kind}")

    def _figure(self) -> Decimal:
        planted = Decimal(FIGURE + self.count)
        return self.dice.choice((planted, -planted, Decimal(0), Decimal(1), planted * 10**6)) if self.dice else planted

    def _oddity(self) -> str:
        odd = ("", "字" * 300, "{{ 7*7 }}", "</section><script>", "\u202eabc", "🦜 ж Ω", "\ud7a3|x||y", "a" * 150)
        return self.dice.choice(odd) if self.dice else ""


def leaves(value: Any, path: str = "plan") -> Iterator[tuple[str, Any]]:
    """Every single value below a plan or a document, with the way to it; keys of mappings count as values too."""
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield f"{path} (key)", key
            yield from leaves(held, f"{path}[{key}]")
    elif isinstance(value, (tuple, list)):
        for index, held in enumerate(value):
            yield from leaves(held, f"{path}[{index}]")
    else:
        yield path, value


def planted_in(value: Any) -> list[str]:
    """Where below a plan or a document a planted value remains."""
    return [path for path, held in leaves(value) if is_planted(held)]


def is_planted(value: Any) -> bool:
    """Whether a value was made by a Planter, or says one."""
    if isinstance(value, date):
        return value.year == 2098
    said = str(value)
    return WORD in said or str(FIGURE)[:6] in said.replace(",", "").replace(".", "")


def remains_of_internal(part: Any, path: str = "plan") -> list[str]:
    """Internal fields below a part that hold anything but their default, and marks that speak of what is gone."""
    found = []
    for name, field in type(part).model_fields.items():
        value, default = getattr(part, name), field.get_default(call_default_factory=True)
        hidden = audience_of(field) == "internal" or name in ("audience", "internal")
        if hidden and value != (None if field.is_required() else default):
            found.append(f"{path}.{name}")
        for inner, held in parts_with_paths(value, f"{path}.{name}"):
            found += remains_of_internal(held, inner)
    return found


def parts_with_paths(value: Any, path: str) -> Iterator[tuple[str, Part]]:
    """The parts in a field's value, with the way to each."""
    if isinstance(value, Part):
        yield path, value
    elif isinstance(value, tuple):
        for index, held in enumerate(value):
            yield from parts_with_paths(held, f"{path}[{index}]")
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield from parts_with_paths(held, f"{path}[{key}]")
