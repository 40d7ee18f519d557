"""Who meets whom: gaps in the coverage, functions that hang by one thread, contacts overdue, visits by place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from acbp.analysis.catalogue import Catalogue
from acbp.model import Plan
from acbp.model.periods import first_day, last_day
from acbp.model.relationships import Contact, Pair, Place, Rhythm, Visit

_STRENGTHS = ("firm", "growing", "to-build")
PLACES: tuple[Place, ...] = get_args(Place)


@dataclass(frozen=True, slots=True)
class Due:
    """A regular contact and when it is due."""

    item: Rhythm
    due: date | None
    """The next time as planned, else the last time and the interval; None where neither is known."""
    days_late: int
    """Days since it was due; zero or less where it is not overdue."""

    @property
    def overdue(self) -> bool:
        """Whether the day has passed without the contact."""
        return self.days_late > 0


@dataclass(frozen=True, slots=True)
class Thread:
    """One function of the customer and who of us holds it."""

    function: str
    contacts: tuple[Contact, ...]
    ours: tuple[str, ...]
    """Names of our people who meet someone there."""

    @property
    def single(self) -> bool:
        """Whether the tie hangs by one of our people alone."""
        return len(self.ours) == 1


@dataclass(frozen=True, slots=True)
class PlaceVisits:
    """Visits of the plan's year to one kind of place: all three have to be seen."""

    place: Place
    count: int
    last: date | None
    open: int
    """Visits whose follow-up is not done."""


@dataclass(frozen=True, slots=True)
class Ties:
    """The relationship as a whole."""

    functions: tuple[str, ...]
    """Our functions, the columns of the matrix."""
    threads: tuple[Thread, ...]
    """The customer's functions, its rows."""
    matrix: Mapping[tuple[str, str], tuple[Pair, ...]]
    """Pairs by (customer's function, our function), the firmest first."""
    uncovered: tuple[Thread, ...]
    """The customer's functions without a pair."""
    unowned: tuple[Contact, ...]
    """The customer's people whom none of us answers for."""
    contacts: tuple[Due, ...]
    """The contact plan, the most overdue first, undated last."""
    places: tuple[PlaceVisits, ...]
    visits: tuple[Visit, ...]
    """Those of the plan's year, the newest first."""


def map_ties(plan: Plan, names: Catalogue, as_of: date) -> Ties | None:
    """Map who meets whom; None where the plan names no contact."""
    given = plan.relationships
    if given is None or not given.contacts:
        return None
    people = names.contacts
    matrix: dict[tuple[str, str], tuple[Pair, ...]] = {}
    for pair in sorted(given.pairs, key=lambda pair: _STRENGTHS.index(pair.strength)):
        cell = (_function(people.get(pair.theirs)), _function(people.get(pair.ours)))
        matrix[cell] = (*matrix.get(cell, ()), pair)
    meets: dict[str, dict[str, None]] = {}
    for tie in (*given.pairs, *given.rhythm):
        meets.setdefault(tie.theirs, {})[tie.ours] = None
    functions: dict[str, list[Contact]] = {}
    for contact in given.contacts:
        if contact.side == "customer" and contact.function:
            functions.setdefault(contact.function, []).append(contact)
    threads = tuple(_thread(name, contacts, meets, names) for name, contacts in functions.items())
    paired = {theirs for theirs, _ in matrix}
    first, last = first_day(plan.plan.year, plan.plan.fiscal_start), last_day(plan.plan.year, plan.plan.fiscal_start)
    held = (visit for visit in given.visits if first <= visit.date <= last)
    visits = tuple(sorted(held, key=lambda visit: visit.date, reverse=True))
    return Ties(
        functions=tuple(dict.fromkeys(c.function for c in given.contacts if c.side == "us" and c.function)),
        threads=threads,
        matrix=matrix,
        uncovered=tuple(thread for thread in threads if thread.function not in paired),
        unowned=tuple(c for c in given.contacts if c.side == "customer" and c.owner is None and c.id not in meets),
        contacts=tuple(
            sorted((_due(item, as_of) for item in given.rhythm), key=lambda d: (d.due is None, d.due or as_of))
        ),
        places=tuple(_visits(place, visits) for place in PLACES) if visits else (),
        visits=visits,
    )


def _function(contact: Contact | None) -> str:
    return (contact.function or "") if contact else ""


def _thread(
    function: str, contacts: list[Contact], meets: Mapping[str, Mapping[str, None]], names: Catalogue
) -> Thread:
    ours = dict.fromkeys(one for contact in contacts for one in meets.get(contact.id, ()))
    return Thread(function, tuple(contacts), tuple(names.person(one) or one for one in ours))


def _due(item: Rhythm, as_of: date) -> Due:
    due = item.next
    if due is None and item.last is not None and item.every is not None:
        due = item.last + timedelta(days=item.every)
    if due is not None and item.last is not None and item.last >= due:
        due = None if item.every is None else item.last + timedelta(days=item.every)
    return Due(item, due, 0 if due is None else (as_of - due).days)


def _visits(place: Place, visits: tuple[Visit, ...]) -> PlaceVisits:
    held = [visit for visit in visits if visit.place == place]
    return PlaceVisits(
        place=place,
        count=len(held),
        last=max((visit.date for visit in held), default=None),
        open=sum(bool(visit.follow_up) and not visit.done for visit in held),
    )
