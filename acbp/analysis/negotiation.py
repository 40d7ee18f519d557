"""The concession ladder priced on both profit and loss accounts, and how ready we are for the talks."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.analysis.contribution import Contribution
from acbp.analysis.customer_profit import CustomerProfit
from acbp.analysis.rates import Figure, difference, product, share, sum_known, total
from acbp.analysis.sales import Sales
from acbp.analysis.terms import TermsFigures
from acbp.model import Plan
from acbp.model.negotiation import Base, Concession
from acbp.model.negotiation import Negotiation as Given

RuleName = Literal["plan", "facts", "done", "alternative", "walk-away", "give-and-get", "tactics", "record"]

TACTICS = 6
"""Tactics that an answer must be ready for."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One concession, alone and with all above it."""

    item: Concession
    given: Figure
    """What we give: rate × base, or as stated."""
    ours: Figure
    """Effect on our contribution: what we get − what we give."""
    theirs: Figure
    """Effect on the customer's profit: what they are given − what our demand costs them."""
    ours_so_far: Figure
    theirs_so_far: Figure
    contribution: Figure
    """Ours with this rung and all above it."""
    above_floor: Figure
    """contribution − floor; negative below it."""
    customer_profit: Figure


@dataclass(frozen=True, slots=True)
class Negotiation:
    """The negotiation sheet, worked out."""

    item: Given
    rungs: tuple[Rung, ...]
    contribution: Figure
    """Planned, before any concession."""
    contribution_rate: Figure
    floor: Figure
    """In money: floor rate × invoiced sales."""
    room: Figure
    """contribution − floor: what all concessions together may cost us."""
    customer_profit: Figure
    last_above: Rung | None
    """The lowest rung that keeps us at or above the floor, all before it doing so too."""
    done: Figure
    """Worth to them of what we did."""
    rules: tuple[tuple[RuleName, bool], ...]
    """The eight rules, each with whether the sheet keeps it."""
    met: int


def prepare_negotiation(
    plan: Plan,
    sales: Sales,
    contribution: Contribution | None,
    profit: CustomerProfit | None,
    terms: TermsFigures | None,
) -> Negotiation | None:
    """Price the ladder; None where the plan has no negotiation sheet.

    What we get is counted only where it is valued, so that a rung is never priced too kindly.
    """
    item = plan.negotiation
    if item is None:
        return None
    at_list = (
        next((row.amount.plan for row in contribution.rows if row.stage == "list"), None) if contribution else None
    )
    if at_list is None and terms is not None:
        at_list = next((row.amount for row in terms.rows if getattr(row, "name", "") == "list"), None)
    bases: dict[Base, Figure] = {
        "list": terms.at_list if terms else None,
        "invoice": sales.year.plan,
        "trade-spend": sales.trade_spend.year.plan,
        "retail": profit.sales.plan if profit else None,
    }
    start = contribution.contribution.plan if contribution else None
    customer = profit.profit.plan if profit else None
    floor = product(item.floor, sales.year.plan)
    rungs = _climb(item, bases, start, customer, floor)
    kept = []
    for rung in rungs:
        if rung.above_floor is None or rung.above_floor < 0:
            break
        kept.append(rung)
    rules = _check_rules(item)
    return Negotiation(
        item=item,
        rungs=rungs,
        contribution=start,
        contribution_rate=share(start, sales.year.plan),
        floor=floor,
        room=difference(start, floor),
        customer_profit=customer,
        last_above=kept[-1] if kept else None,
        done=sum_known(each.value for each in item.done_for_them),
        rules=rules,
        met=sum(is_kept for _, is_kept in rules),
    )


def _climb(
    item: Given, bases: Mapping[Base, Figure], start: Figure, customer: Figure, floor: Figure
) -> tuple[Rung, ...]:
    rungs: list[Rung] = []
    ours_so_far: Figure = Decimal(0)
    theirs_so_far: Figure = Decimal(0)
    for concession in item.concessions:
        given = product(concession.rate, bases[concession.base]) if concession.rate is not None else concession.amount
        ours = difference(concession.return_value or Decimal(0), given)
        worth = concession.customer_value if concession.customer_value is not None else given
        theirs = difference(worth, concession.return_cost or Decimal(0))
        ours_so_far, theirs_so_far = total((ours_so_far, ours)), total((theirs_so_far, theirs))
        left = total((start, ours_so_far))
        rungs.append(
            Rung(
                concession,
                given,
                ours,
                theirs,
                ours_so_far,
                theirs_so_far,
                left,
                difference(left, floor),
                total((customer, theirs_so_far)),
            )
        )
    return tuple(rungs)


def _check_rules(item: Given) -> tuple[tuple[RuleName, bool], ...]:
    stages = bool(item.stages) and all(stage.alternative for stage in item.stages)
    traded = bool(item.concessions) and all(concession.get for concession in item.concessions)
    return (
        ("plan", bool(item.aims)),
        ("facts", bool(item.facts)),
        ("done", bool(item.done_for_them)),
        ("alternative", stages),
        ("walk-away", item.walk_away is not None and item.floor is not None),
        ("give-and-get", traded),
        ("tactics", len({tactic.kind for tactic in item.tactics}) >= TACTICS),
        ("record", bool(item.rounds)),
    )
