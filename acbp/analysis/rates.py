"""Growth, shares, ratios and sums that stay missing where an input is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

Figure = Decimal | None
"""A figure, or None where it is missing; missing is never zero."""

Quarters = tuple[Figure, Figure, Figure, Figure]
"""One figure per quarter, Q1 to Q4."""

NONE: Quarters = (None, None, None, None)


def growth(this: Figure, last: Figure) -> Figure:
    """Return (this − last) ÷ last as a fraction; None where one is missing or the base is zero or negative."""
    if this is None or last is None or last <= 0:
        return None
    return (this - last) / last


def difference(this: Figure, other: Figure) -> Figure:
    """Return this − other, or None where one is missing."""
    return None if this is None or other is None else this - other


def ratio(part: Figure, whole: Figure) -> Figure:
    """Return part ÷ whole as a fraction; None where one is missing or the whole is zero."""
    return None if part is None or whole is None or whole == 0 else part / whole


def share(part: Figure, whole: Figure) -> Figure:
    """Return the part's share of a whole as a fraction; None unless the whole is positive."""
    return None if part is None or whole is None or whole <= 0 else part / whole


def index(actual: Figure, target: Figure) -> Figure:
    """Return actual ÷ target × 100; None where one is missing or the target is zero or negative."""
    result = share(actual, target)
    return None if result is None else result * 100


def product(one: Figure, other: Figure) -> Figure:
    """Return one × other, or None where one is missing."""
    return None if one is None or other is None else one * other


def total(values: Iterable[Figure]) -> Figure:
    """Return the sum, or None where any value is missing or there is none at all."""
    given = tuple(values)
    if not given or any(value is None for value in given):
        return None
    return sum((value for value in given if value is not None), Decimal(0))


def sum_known(values: Iterable[Figure]) -> Figure:
    """Return the sum of the values that are there, or None where there is none."""
    return total(value for value in values if value is not None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure of the plan beside the same figure of the year before."""

    last: Figure = None
    plan: Figure = None
    change: Figure = None
    """plan − last; for a rate, in fractions: 0.008 is 0.8 points."""
    growth: Figure = None
    """change ÷ last; None where last is missing, zero or negative."""


def compare(plan: Figure, last: Figure) -> Comparison:
    """Set a figure of the plan beside the same figure of the year before."""
    return Comparison(last, plan, difference(plan, last), growth(plan, last))


def divide(part: Comparison, whole: Comparison) -> Comparison:
    """Return part ÷ whole of both years; a year is None unless its whole is positive."""
    return compare(share(part.plan, whole.plan), share(part.last, whole.last))
