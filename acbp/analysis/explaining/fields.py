"""The figures that a plan states, each under the reference by which texts and people ask for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from acbp.model import Plan
from acbp.model.base import Part
from acbp.model.scalars import Amount, Count, Day, Percent, Quantity, Score, Volume, Week
from acbp.model.units import PERCENT, resolve

Location = tuple[str | int, ...]
Value = Decimal | date | None

_UNITS = {
    kind.__metadata__[0]: unit  # type: ignore[attr-defined]
    for kind, unit in (
        (Amount, "money"),
        (Volume, "volume"),
        (Percent, "percent"),
        (Score, "number"),
        (Count, "number"),
        (Week, "number"),
        (Day, "day"),
    )
}
_KEYS = ("id", "category", "period", "year", "month", "measure")
"""Fields that name an item of a list, the best first; without one it is named by its number."""
_MARKS = {"audience", "internal"}
_UNSPOKEN = {"items"}
"""Lists that a reference passes over: ``promotions.cny-water.cost``."""
_YEARS = {"year", "customer_since"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as the plan states it; ``value`` is None where it is left out."""

    reference: str
    location: Location
    value: Value
    unit: str
    """``money``, ``volume``, ``percent``, ``number``, ``day``, ``year``, or a word of the plan's own."""
    english: str
    chinese: str


def list_stated(plan: Plan, whole: Plan | None = None) -> dict[str, Stated]:
    """List the figures of a plan by their references, in the plan's order, those left out included.

    ``whole`` is the plan that this one is an edition of: an item that is named by its number is listed only where both
    agree on its number.
    """
    found: dict[str, Stated] = {}
    _Walk(plan, found).part(Plan, plan, whole or plan, (), "", None)
    return found


class _Walk:
    def __init__(self, plan: Plan, found: dict[str, Stated]) -> None:
        self._heading = plan.plan
        self._found = found
        card = plan.scorecard
        self._kpi_units = {kpi.id: kpi.unit for kpi in (*card.kpis, *card.kam)} if card else {}

    def part(
        self, kind: type[Part], part: Part | None, whole: Part | None, location: Location, name: str, unit: str | None
    ) -> None:
        """List what a part states; a part that is left out states nothing, but its figures can be asked for."""
        unit = getattr(part, "unit", unit)
        for key, field in kind.model_fields.items():
            if key not in _MARKS:
                value, before = getattr(part, key, None), getattr(whole, key, None)
                spoken = name if key in _UNSPOKEN else f"{name}.{key}" if name else key
                self._value(field, field.annotation, value, before, (*location, key), spoken, unit)

    def _value(
        self, field: FieldInfo, kind: Any, value: Any, whole: Any, location: Location, name: str, unit: str | None
    ) -> None:
        kinds = [each for each in _alternatives(kind) if each is not type(None)]
        inner = next((each for each in kinds if isinstance(each, type) and issubclass(each, Part)), None)
        if inner is not None:
            self.part(inner, value, whole, location, name, unit)
        elif get_origin(kind) is tuple and value is not None:
            self._items(field, get_args(kind)[0], value, whole, location, name, unit)
        elif isinstance(value, Mapping):
            for key, item in value.items():
                own = self._kpi_units.get(key, unit) if name.endswith((".kpis", ".kam")) else unit
                self._value(field, get_args(kind)[1], item, None, (*location, key), f"{name}.{key}", own)
        elif shown := _unit_of(field, kind, kinds, name):
            self._state(field, shown, value, location, name, unit)

    def _items(
        self,
        field: FieldInfo,
        kind: Any,
        items: tuple[Any, ...],
        whole: tuple[Any, ...] | None,
        location: Location,
        name: str,
        unit: str | None,
    ) -> None:
        keys = _keys_of(items)
        if keys is None and len(whole or ()) != len(items):
            return
        before = dict(zip(_keys_of(whole or ()) or (), whole or (), strict=False)) if keys else {}
        for index, item in enumerate(items):
            key = keys[index] if keys else str(index + 1)
            other = before.get(key) if keys else (whole or items)[index]
            self._value(field, kind, item, other, (*location, index), f"{name}.{key}", unit)

    def _state(self, field: FieldInfo, shown: str, value: Any, location: Location, name: str, unit: str | None) -> None:
        if isinstance(value, Quantity):
            value = resolve(value, unit, self._heading)
        if shown == "quantity":
            shown = "percent" if unit == PERCENT else unit or "number"
        if isinstance(value, int):
            value = Decimal(value)
        words = field.json_schema_extra.get("x-description", {}) if isinstance(field.json_schema_extra, dict) else {}
        self._found[name] = Stated(name, location, value, shown, str(words.get("en", "")), str(words.get("zh", "")))


def _alternatives(kind: Any) -> Iterable[Any]:
    """The members of a union, or the kind itself; notes (`Annotated`) are kept."""
    return get_args(kind) if type(None) in get_args(kind) else (kind,)


def _keys_of(items: tuple[Any, ...]) -> tuple[str, ...] | None:
    for name in _KEYS:
        keys = tuple(str(getattr(item, name, None)) for item in items)
        if items and "None" not in keys and len(set(keys)) == len(keys):
            return keys
    return None


def _unit_of(field: FieldInfo, kind: Any, kinds: list[Any], name: str) -> str | None:
    if Quantity in kinds:
        return "quantity"
    if int in kinds:
        return "year" if name.rpartition(".")[2] in _YEARS else "number"
    marks = [*field.metadata, *(mark for each in (kind, *kinds) for mark in getattr(each, "__metadata__", ()))]
    return next((unit for mark, unit in _UNITS.items() if mark in marks), None)
