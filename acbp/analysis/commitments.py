"""The ledger of promises on a day: what each side promised, what fell due, and what was kept by its date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure, share
from acbp.model import Plan
from acbp.model.activity import Commitment, Side
from acbp.model.periods import QUARTERS, Quarter, first_day, last_day, quarter_end

State = Literal["kept", "kept-late", "broken", "late", "open"]
SIDES: tuple[Side, ...] = ("us", "customer")


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise on the day."""

    item: Commitment
    due: date
    """The last day of the plan's year where it names none."""
    owner: str | None
    state: State
    """`kept-late`: kept after its date; `late`: open past its date."""
    days_late: int | None
    """Days past its date: until it was kept, or until today while it is open."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many promises fell due, and how many of them were kept by their date."""

    due: int
    kept: int
    rate: Figure
    """kept ÷ due; None where none fell due."""


@dataclass(frozen=True, slots=True)
class SidePromises:
    """The promises of one side, or of both."""

    items: tuple[Promise, ...]
    """By date; those for the whole year last."""
    whole: Tally
    quarters: Mapping[Quarter, Tally]
    """By the quarter in which they fall due; promises that fall due outside the plan's year are only in the whole."""


@dataclass(frozen=True, slots=True)
class Promises:
    """The ledger."""

    as_of: date
    both: SidePromises
    sides: Mapping[Side, SidePromises]
    late: tuple[Promise, ...]
    """Open past their date, the longest first."""


def follow_promises(plan: Plan, names: Catalogue, as_of: date) -> Promises | None:
    """Work out where the promises stand on a day; None where there are none."""
    if not plan.commitments:
        return None
    heading = plan.plan
    start, end = (day(heading.year, heading.fiscal_start) for day in (first_day, last_day))
    ends = {quarter: quarter_end(heading.year, heading.fiscal_start, quarter) for quarter in QUARTERS}
    promises = sorted((_follow(item, names, end, as_of) for item in plan.commitments), key=lambda p: p.due)

    def gather(chosen: Sequence[Promise]) -> SidePromises:
        quarters = {}
        begin = start
        for quarter, last in ends.items():
            quarters[quarter] = _tally([p for p in chosen if begin <= p.due <= last], as_of)
            begin = date.fromordinal(last.toordinal() + 1)
        return SidePromises(tuple(chosen), _tally(chosen, as_of), quarters)

    late = [promise for promise in promises if promise.state == "late"]
    return Promises(
        as_of=as_of,
        both=gather(promises),
        sides={side: gather([p for p in promises if p.item.side == side]) for side in SIDES},
        late=tuple(sorted(late, key=lambda promise: -(promise.days_late or 0))),
    )


def _follow(item: Commitment, names: Catalogue, year_end: date, as_of: date) -> Promise:
    """A promise kept without a day counts as kept by its date; one kept only later is open on the day."""
    due = item.due or year_end
    until = as_of
    state: State
    if item.status == "broken":
        state = "broken"
    elif item.status == "kept" and (item.kept_on is None or item.kept_on <= as_of):
        until = item.kept_on or due
        state = "kept" if until <= due else "kept-late"
    else:
        state = "late" if due < as_of else "open"
    days = (until - due).days if state in ("kept-late", "late") else None
    return Promise(item, due, names.person(item.owner), state, days)


def _tally(promises: Sequence[Promise], as_of: date) -> Tally:
    """A promise is due once its date has passed, or on that day if it is kept or broken."""
    due = [p for p in promises if p.due < as_of or (p.due == as_of and p.state != "open")]
    kept = sum(p.state == "kept" for p in due)
    return Tally(len(due), kept, share(Decimal(kept), Decimal(len(due))))
