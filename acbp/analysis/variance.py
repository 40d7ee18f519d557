"""What each period of the year planned and brought, set beside each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from acbp.analysis.rates import Figure, difference, growth, total
from acbp.analysis.sales import Sales
from acbp.analysis.scorecard import PERIODS, Colour, ScorecardFigures, attain, colour_of
from acbp.model import Plan
from acbp.model.periods import QUARTERS, Period
from acbp.model.progress import Actuals, Scorecard

_USUAL = Scorecard()
"""The thresholds of colours where a plan has no scorecard."""


@dataclass(frozen=True, slots=True)
class Variance:
    """Actual beside plan."""

    id: str
    """Category id, or what it is: ``sales``, ``volume``, ``customer-margin``, ``trade-spend``, ``spend-rate``."""
    name: str | None
    """Name of a category; the page names the rest."""
    plan: Figure
    actual: Figure
    variance: Figure
    """actual − plan; for a rate, in fractions."""
    attainment: Figure
    """actual ÷ plan; where less is better, plan ÷ actual. Not capped."""
    last: Figure
    """The same period of the year before."""
    growth: Figure
    """On the same period of the year before."""
    colour: Colour | None
    """By the scorecard's thresholds; None for trade spend, where neither more nor less is better."""


def set_beside(
    id: str,
    name: str | None,
    plan: Figure,
    actual: Figure,
    last: Figure,
    card: ScorecardFigures | None,
    *,
    less_is_better: bool = False,
    coloured: bool = True,
) -> Variance:
    """Set an actual beside its plan and the year before."""
    attainment = attain(actual, plan, "lower" if less_is_better else "higher")
    green, amber = (card.green, card.amber) if card else (_USUAL.green, _USUAL.amber)
    return Variance(
        id=id,
        name=name,
        plan=plan,
        actual=actual,
        variance=difference(actual, plan),
        attainment=attainment,
        last=last,
        growth=growth(actual, last),
        colour=colour_of(attainment, green, amber) if coloured else None,
    )


class ReviewedYear:
    """The plan's year as its reviews tell it: what each period was to bring, brought, and brought the year before."""

    def __init__(self, plan: Plan, sales: Sales) -> None:
        self.plan = plan
        self.sales = sales
        self.actuals: dict[Period, Actuals] = {r.period: r.actuals for r in plan.reviews if r.actuals is not None}
        self.categories = (
            frozenset(item.category for item in plan.financials.categories) if plan.financials else frozenset()
        )

    def plan_of(self, period: Period) -> Figure:
        """Return the sales planned for a period."""
        return self.sales.year.plan if period == "year" else self.sales.quarters[QUARTERS.index(period)].plan

    def last_of(self, period: Period) -> Figure:
        """Return the sales of the same period of the year before."""
        if period == "year":
            return self.sales.year.last
        listed = self.sales.quarters[QUARTERS.index(period)].last
        actuals = self.actuals.get(period)
        return self._sum(actuals.last_year_categories) if listed is None and actuals else listed

    def sales_of(self, period: Period) -> Figure:
        """Return the sales that a period brought: from its categories if all are there, else as stated.

        A year without a review of its own is the sum of its quarters.
        """
        actuals = self.actuals.get(period)
        found = None
        if actuals:
            computed = self._sum(actuals.categories)
            found = actuals.sales if computed is None else computed
        if found is None and period == "year":
            return total(self.sales_of(quarter) for quarter in QUARTERS)
        return found

    def category_of(self, period: Period, category: str) -> Figure:
        """Return the sales that a period brought in one category; a year's from its quarters where it is not stated."""
        actuals = self.actuals.get(period)
        found = actuals.categories.get(category) if actuals else None
        if found is None and period == "year":
            return total(self.category_of(quarter, category) for quarter in QUARTERS)
        return found

    def to_date(self, period: Period, card: ScorecardFigures | None) -> Variance:
        """Return the sales from the beginning of the year to the end of a period, beside plan and last year."""
        if period == "year":
            passed = (self.plan_of("year"), self.sales_of("year"), self.last_of("year"))
        else:
            quarters = elapsed(period)
            passed = (
                total(self.plan_of(quarter) for quarter in quarters),
                total(self.sales_of(quarter) for quarter in quarters),
                total(self.last_of(quarter) for quarter in quarters),
            )
        return set_beside("sales", None, *passed, card)

    def _sum(self, categories: Mapping[str, Decimal]) -> Figure:
        return total(categories.values()) if self.categories <= categories.keys() else None


def elapsed(period: Period) -> tuple[Period, ...]:
    """Return the quarters that are over at the end of a period."""
    return QUARTERS[: PERIODS.index(period) + 1]
