"""Actions that were due before a review and not done by then, and what became of them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from acbp.analysis.actions import is_open
from acbp.analysis.catalogue import Catalogue
from acbp.model import Plan
from acbp.model.activity import Action
from acbp.model.progress import Carried, Review

Outcome = Literal["done", "moved", "dropped", "unaccounted"]


@dataclass(frozen=True, slots=True)
class CarriedAction:
    """An action that was open at a review although it was due, or that the review speaks of."""

    item: Action
    owner: str | None
    customer_owner: str | None
    days_late: int | None
    """At the review, by the date that the plan gives now."""
    outcome: Outcome
    due: date | None
    """New date, where it was moved."""
    reason: str | None


def carry_over(review: Review, plan: Plan, names: Catalogue, as_of: date) -> tuple[CarriedAction, ...]:
    """List the actions carried over, in the plan's order.

    What the review itself says goes before what the action says: done since, or given a new date after the review.
    """
    said = {carried.action: carried for carried in review.carried}
    result = []
    for action in plan.actions:
        overdue = action.due is not None and action.due < review.date and is_open(action, review.date)
        if not overdue and action.id not in said:
            continue
        outcome, due, reason = _outcome(action, said.get(action.id), review.date, as_of)
        result.append(
            CarriedAction(
                item=action,
                owner=names.person(action.owner),
                customer_owner=names.person(action.customer_owner),
                days_late=(review.date - action.due).days if overdue and action.due else None,
                outcome=outcome,
                due=due,
                reason=reason,
            )
        )
    return tuple(result)


def _outcome(
    action: Action, said: Carried | None, reviewed: date, as_of: date
) -> tuple[Outcome, date | None, str | None]:
    if said is not None:
        return said.outcome, said.due, said.reason
    if action.status == "done" and not is_open(action, as_of):
        return "done", None, None
    if action.recovery_date is not None and action.recovery_date > reviewed:
        return "moved", action.recovery_date, action.cause
    return "unaccounted", None, None
