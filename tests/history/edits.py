"""Random edits of a plan: what was done, and the plan after it."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from acbp.model import Plan
from acbp.model.base import Part, link_of
from acbp.model.chinese_names import closed_list
from acbp.model.links import ids_of, links_of
from acbp.model.provenance import Sourced
from acbp.model.scalars import Quantity
from acbp.model.wording import Wording

Location = tuple[str | int, ...]
UNTOUCHED = {"audience", "internal", "id", "language", "money_unit", "volume_unit", "currency", "unit", "translations"}
"""Fields that say how others are meant: an edit of theirs is an edit of many."""

STATES = {"status", "outcome", "level", "stage", "colour"}
"""Fields with a word of a closed list that says how far an item is."""


@dataclass(frozen=True)
class Edit:
    """One edit, with its place in the plan after it; in the plan before it for what was removed."""

    kind: str
    location: Location


def edit(plan: Plan, chance: random.Random, count: int) -> tuple[Plan, set[Edit]]:
    """Return the plan after up to ``count`` edits, no two of them in the same list, and the edits."""
    offers: dict[str, list[tuple[Location, str]]] = {}
    for location, kind in Offers(plan).of_part(plan, ()):
        offers.setdefault(kind, []).append((location, kind))
    done: dict[Location, Edit] = {}
    edited = plan
    for _ in range(count):
        location, kind = chance.choice(offers[chance.choice(sorted(offers))])
        outer = _outermost(location)
        if any(outer[: len(other)] == other or other[: len(outer)] == outer for other in done):
            continue
        edited, place = _put(edited, location, kind, chance)
        done[outer] = Edit({"remove": "gone", "add": "added", "move": "moved"}.get(kind, "changed"), place)
    return edited, set(done.values())


def _outermost(location: Location) -> Location:
    """The list or the field that an edit counts for."""
    cut = next((at for at, step in enumerate(location) if isinstance(step, int)), len(location))
    return location[:cut]


class Offers:
    """Every edit that a plan offers: its place and its kind."""

    def __init__(self, plan: Plan) -> None:
        self._targets = {link.target for link in links_of(plan)}
        self._ids = ids_of(plan)

    def of_part(self, part: Part, location: Location) -> Iterator[tuple[Location, str]]:
        for name, field in type(part).model_fields.items():
            if name in UNTOUCHED:
                continue
            link, held = link_of(field), getattr(part, name)
            if link is None:
                closed = set(closed_list(field.annotation))
                if name in STATES and held in closed:
                    yield (*location, name), f"state {' '.join(sorted(closed))}"
                yield from self._of(held, (*location, name), closed)
            elif isinstance(held, str) and len(self._ids[link]) > 1:
                yield (*location, name), f"link {link}"

    def _of(self, value: Any, location: Location, closed: set[Any]) -> Iterator[tuple[Location, str]]:
        if isinstance(value, Part):
            yield from self.of_part(value, location)
        elif isinstance(value, Mapping):
            for key, held in value.items():
                yield from self._of(held, (*location, key), closed)
        elif isinstance(value, tuple):
            for index, held in enumerate(value):
                yield from self._of(held, (*location, index), closed)
                if isinstance(held, Part) and len(value) > 1:
                    if getattr(held, "id", None) not in self._targets:
                        yield (*location, index), "remove"
                    if max(index, len(value) - 1 - index) > 1:
                        yield (*location, index), "move"
                    if hasattr(held, "id"):
                        yield (*location, index), "add"
        elif isinstance(value, bool):
            yield location, "flag"
        elif isinstance(value, Decimal | Quantity):
            yield location, "figure"
        elif isinstance(value, date):
            yield location, "day"
        elif isinstance(value, str) and value not in closed:
            yield location, "text"


def _put(plan: Plan, location: Location, kind: str, chance: random.Random) -> tuple[Plan, Location]:
    """The plan after one edit, and where it is seen."""
    *above, last = location
    holder = _at(plan, tuple(above))
    old = _at(plan, location)
    if kind in ("remove", "move", "add"):
        items = list(holder)
        place = location
        if kind == "remove":
            del items[last]
        elif kind == "add":
            items.insert(last, old.model_copy(update={"id": f"new-{old.id}"[:60]}))
        else:
            # Of two neighbours that changed places nobody can say which was moved.
            to = chance.choice([at for at in range(len(items)) if abs(at - last) > 1])
            items.insert(to, items.pop(last))
            place = (*above, to)
        return _set(plan, tuple(above), tuple(items)), place
    if kind == "text" and isinstance(old, Wording):
        language = chance.choice(sorted(old.translations))
        new = Wording({**old.translations, language: old.translations[language] + "；补充说明"})
        return _set(plan, location, new), location if language == plan.plan.language else (*location, language)
    return _set(plan, location, _changed(plan, old, kind, chance)), location


def _changed(plan: Plan, old: Any, kind: str, chance: random.Random) -> Any:
    if kind == "day":
        return old + timedelta(days=chance.randint(1, 60))
    if kind == "text":
        return old + "；补充说明"
    if kind == "flag":
        return not old
    if kind.startswith("state "):
        return chance.choice([each for each in kind.split()[1:] if each != old])
    if kind == "figure":
        step = Decimal(chance.randint(1, 900)) / 8
        return replace(old, value=_plus(old.value, step)) if isinstance(old, Quantity) else _plus(old, step)
    return chance.choice(sorted(ids_of(plan)[kind.removeprefix("link ")] - {old}))


def _plus(figure: Decimal, step: Decimal) -> Decimal:
    return figure.carried_to(figure + step) if isinstance(figure, Sourced) else figure + step


def _at(held: Any, location: Location) -> Any:
    for step in location:
        held = getattr(held, str(step)) if isinstance(held, Part) else held[step]
    return held


def _set(held: Any, location: Location, value: Any) -> Any:
    if not location:
        return value
    step, *rest = location
    if isinstance(held, Part):
        return held.model_copy(update={step: _set(getattr(held, str(step)), tuple(rest), value)})
    if isinstance(held, tuple):
        return (*held[:step], _set(held[step], tuple(rest), value), *held[int(step) + 1 :])
    return {**held, step: _set(held[step], tuple(rest), value)}
