"""How satisfied the customer is: the mean, the share of top scores beside it, and the three first issues."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from acbp.analysis.rates import Figure, difference, total
from acbp.model import Plan
from acbp.model.situation import SurveyItem

ISSUES = 3


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """One survey over all its questions, each counting the same."""

    mean: Figure
    previous: Figure
    """Missing where one question was not asked before."""
    change: Figure
    top_box: Figure
    """Share of answers with 5 of 5; the mean alone hides who would buy again."""
    issues: tuple[SurveyItem, ...]
    """At most three questions below the mean, the worst first; of equals the one that fell further."""


def measure_satisfaction(plan: Plan) -> Satisfaction | None:
    """Sum up the survey; None where no question is given."""
    given = plan.situation.satisfaction if plan.situation else None
    if given is None or not given.items:
        return None
    mean, previous = _mean(item.score for item in given.items), _mean(item.previous for item in given.items)
    low = [item for item in given.items if mean is not None and item.score < mean]
    low.sort(key=lambda item: (item.score, difference(item.score, item.previous) or Decimal(0)))
    return Satisfaction(
        mean=mean,
        previous=previous,
        change=difference(mean, previous),
        top_box=_mean(item.top_box for item in given.items),
        issues=tuple(low[:ISSUES]),
    )


def _mean(values: Iterable[Figure]) -> Figure:
    held = tuple(values)
    whole = total(held)
    return None if whole is None else whole / len(held)
