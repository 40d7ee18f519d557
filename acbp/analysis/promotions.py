"""What the promotions cost and bring: by promotion, by quarter and for the year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Literal

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure, difference, product, share, sum_known, total
from acbp.analysis.sales import Sales, in_order
from acbp.model import Plan
from acbp.model.activity import Promotion
from acbp.model.activity import Promotions as Given
from acbp.model.periods import QUARTERS, Quarter, first_day, week_start, weeks_in

Definition = Literal["profit", "net-profit", "revenue"]

_WEEKS = 13
_THURSDAY = 3
"""A week belongs to the year that its Thursday lies in, as ISO 8601 has it."""


@dataclass(frozen=True, slots=True)
class Returns:
    """A promotion's return under each definition; see `return_on_spend`."""

    profit: Figure
    net_profit: Figure
    revenue: Figure


@dataclass(frozen=True, slots=True)
class TrueTotals:
    """The promotions for which stocking-up and cannibalisation are known, added up."""

    count: int
    cost: Figure
    lift: Figure
    stocking_up: Figure
    cannibalisation: Figure
    incremental: Figure
    units: Figure
    cost_per_unit: Figure
    returns: Returns


@dataclass(frozen=True, slots=True)
class PromotionFigures:
    """One promotion, planned and as it came."""

    item: Promotion
    category: str
    """Name."""
    quarter: Quarter | None
    """The quarter in which its first week lies; None for a week that there is not."""
    first_day: date | None
    last_day: date | None
    baseline: Figure
    """As given, or baseline of the quarter × promoted days ÷ days of the quarter."""
    incremental: Figure
    """The lift: baseline × uplift."""
    incremental_profit: Figure
    """incremental × margin."""
    stocking_up: Figure
    """Part of the lift that shoppers would have bought later, in money."""
    cannibalisation: Figure
    """Part of the lift that our other products lose, in money."""
    true_incremental: Figure
    """lift − stocking-up − cannibalisation."""
    units: Figure
    """true incremental ÷ the category's planned price: volume that the promotion really adds."""
    cost_per_unit: Figure
    """cost ÷ units: money for each unit more."""
    returns: Returns
    """On the true incremental sales, under each of the three definitions."""
    per_unit: Figure
    """incremental ÷ cost: sales per unit of money spent."""
    roi: Figure
    """Under the plan's definition."""
    actual_per_unit: Figure
    actual_roi: Figure
    cost_variance: Figure
    """actual − planned cost."""
    incremental_variance: Figure


@dataclass(frozen=True, slots=True)
class PromotionTotals:
    """Promotions added up; a sum is missing where one of them lacks the figure, and zero without promotions."""

    count: int | None
    cost: Figure
    incremental: Figure
    per_unit: Figure
    roi: Figure


@dataclass(frozen=True, slots=True)
class CategoryPromotions:
    """The promotions of one category."""

    id: str
    name: str
    items: tuple[PromotionFigures, ...]
    halves: tuple[PromotionTotals, PromotionTotals]
    """First and second half of the plan's year."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two promotions of one category in the same weeks."""

    category: str
    first: Promotion
    second: Promotion
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Promotions:
    """The year's promotions."""

    roi: Definition
    items: tuple[PromotionFigures, ...]
    """By first day."""
    categories: tuple[CategoryPromotions, ...]
    """In the order of the catalogue, those with promotions only."""
    quarters: tuple[PromotionTotals, ...]
    """Always four."""
    halves: tuple[PromotionTotals, PromotionTotals]
    year: PromotionTotals
    last: PromotionTotals | None
    actual: PromotionTotals | None
    """Over the promotions that have both actual figures; None where none has."""
    actual_plan: PromotionTotals | None
    """The same promotions as planned, to set beside."""
    incomplete: tuple[str, ...]
    """Ids of promotions that lack cost, baseline or uplift: the reason of a missing sum."""
    fund: Figure
    balance: Figure
    """fund − planned cost; negative where the fund is overspent."""
    asks: Figure
    """What is kept ready for expected requests."""
    overlaps: tuple[Overlap, ...]
    true: TrueTotals | None
    """None where no promotion says how much of its lift is stocking-up and cannibalisation."""


def total_promotions(plan: Plan, names: Catalogue, sales: Sales | None = None) -> Promotions | None:
    """Work out the promotions; None where there are none. Units need the sales, from which the prices come."""
    given = plan.promotions
    if given is None or not given.items:
        return None
    days = _promoted_days(given.items, plan)
    prices = {c.id: share(c.sales.plan, c.volume.plan) for c in sales.categories} if sales else {}
    worked = (_work_out(item, plan, names, days[item.id], prices.get(item.category)) for item in given.items)
    items = tuple(sorted(worked, key=lambda f: f.first_day or date.max))
    by_category: dict[str, list[PromotionFigures]] = {}
    for figures in items:
        by_category.setdefault(figures.item.category, []).append(figures)
    measured = [f for f in items if f.item.actual_cost is not None and f.item.actual_incremental is not None]
    year = _add_up(items, given.roi)
    return Promotions(
        roi=given.roi,
        items=items,
        categories=tuple(
            CategoryPromotions(
                id=category,
                name=names.category_name(category),
                items=tuple(by_category[category]),
                halves=_halves(by_category[category], given.roi),
            )
            for category in in_order(names, by_category)
        ),
        quarters=tuple(_add_up([f for f in items if f.quarter == quarter], given.roi) for quarter in QUARTERS),
        halves=_halves(items, given.roi),
        year=year,
        last=_last_year(given),
        actual=_add_up_actual(measured, given.roi) if measured else None,
        actual_plan=_add_up(measured, given.roi) if measured else None,
        incomplete=tuple(f.item.id for f in items if f.item.cost is None or f.incremental is None),
        fund=given.fund,
        balance=difference(given.fund, year.cost),
        asks=sum_known(ask.amount for ask in given.expected_asks),
        overlaps=_overlaps(by_category),
        true=_add_up_true([f for f in items if f.true_incremental is not None]),
    )


def return_on_spend(definition: Definition, cost: Figure, incremental: Figure, profit: Figure) -> Figure:
    """Return the promotion's return under a named definition, as a fraction.

    `profit`: incremental profit ÷ spend. `net-profit`: (incremental profit − spend) ÷ spend. `revenue`: (uplift revenue
    − spend) ÷ uplift revenue. None where an input is missing or the divisor is not positive.
    """
    if definition == "revenue":
        return share(difference(incremental, cost), incremental)
    return share(profit if definition == "profit" else difference(profit, cost), cost)


def quarter_of(week: int, plan: Plan) -> Quarter | None:
    """Return the quarter of the plan's year in which an ISO week lies; None if there is no such week.

    As in retail calendars, a quarter has 13 weeks, and a 53rd week belongs to the last one. The year begins with the
    week whose Thursday is the first in it.
    """
    monday = _monday(week, plan)
    if monday is None:
        return None
    begin = first_day(plan.plan.year, plan.plan.fiscal_start)
    begin += timedelta(days=(_THURSDAY - begin.weekday()) % 7 - _THURSDAY)
    return QUARTERS[min((monday - begin).days // 7 // _WEEKS, len(QUARTERS) - 1)]


def _monday(week: int, plan: Plan) -> date | None:
    """The Monday of an ISO week of the plan's year; one before the fiscal start lies in the next calendar year."""
    year, begin = plan.plan.year, first_day(plan.plan.year, plan.plan.fiscal_start)
    for candidate in (year, year + 1):
        if week <= weeks_in(candidate):
            monday = week_start(candidate, week)
            if monday + timedelta(days=_THURSDAY) >= begin:
                return monday
    return None


def _promoted_days(items: Sequence[Promotion], plan: Plan) -> dict[str, int]:
    """Days that each promotion adds to those promoted in its category: overlapping days count for the earlier one."""
    days: dict[str, int] = {}
    taken: dict[str, set[date]] = {}
    for item in sorted(items, key=lambda each: _monday(each.start_week, plan) or date.max):
        first, last = _monday(item.start_week, plan), _monday(item.end_week, plan)
        own = {first + timedelta(days=at) for at in range((last - first).days + 7)} if first and last else set()
        others = taken.setdefault(item.category, set())
        days[item.id] = len(own - others)
        others |= own
    return days


def promoted_baseline(baseline: Figure, promoted_days: int, days: int) -> Figure:
    """Return the baseline of the days promoted: baseline of a period × promoted days ÷ days of the period."""
    return None if baseline is None else baseline * promoted_days / days


def _work_out(item: Promotion, plan: Plan, names: Catalogue, days: int, price: Figure) -> PromotionFigures:
    assert plan.promotions is not None
    definition = plan.promotions.roi
    baseline = item.baseline
    if baseline is None:
        baseline = promoted_baseline(item.period_baseline, days, _WEEKS * 7)
    incremental = product(baseline, item.uplift)
    profit = product(incremental, item.margin)
    first, last = _monday(item.start_week, plan), _monday(item.end_week, plan)
    stocking_up, cannibalisation = product(incremental, item.stocking_up), product(incremental, item.cannibalisation)
    true = difference(difference(incremental, stocking_up), cannibalisation)
    units = share(true, price)
    return PromotionFigures(
        item=item,
        category=names.category_name(item.category),
        quarter=quarter_of(item.start_week, plan),
        first_day=first,
        last_day=last + timedelta(days=6) if last else None,
        baseline=baseline,
        incremental=incremental,
        incremental_profit=profit,
        stocking_up=stocking_up,
        cannibalisation=cannibalisation,
        true_incremental=true,
        units=units,
        cost_per_unit=share(item.cost, units),
        returns=_returns(item.cost, true, product(true, item.margin)),
        per_unit=share(incremental, item.cost),
        roi=return_on_spend(definition, item.cost, incremental, profit),
        actual_per_unit=share(item.actual_incremental, item.actual_cost),
        actual_roi=return_on_spend(
            definition, item.actual_cost, item.actual_incremental, product(item.actual_incremental, item.margin)
        ),
        cost_variance=difference(item.actual_cost, item.cost),
        incremental_variance=difference(item.actual_incremental, incremental),
    )


def _returns(cost: Figure, incremental: Figure, profit: Figure) -> Returns:
    return Returns(
        return_on_spend("profit", cost, incremental, profit),
        return_on_spend("net-profit", cost, incremental, profit),
        return_on_spend("revenue", cost, incremental, profit),
    )


def _add_up_true(items: Sequence[PromotionFigures]) -> TrueTotals | None:
    if not items:
        return None
    cost, incremental = total(f.item.cost for f in items), total(f.true_incremental for f in items)
    units = total(f.units for f in items)
    return TrueTotals(
        count=len(items),
        cost=cost,
        lift=total(f.incremental for f in items),
        stocking_up=total(f.stocking_up for f in items),
        cannibalisation=total(f.cannibalisation for f in items),
        incremental=incremental,
        units=units,
        cost_per_unit=share(cost, units),
        returns=_returns(cost, incremental, total(product(f.true_incremental, f.item.margin) for f in items)),
    )


def _add_up(items: Sequence[PromotionFigures], definition: Definition) -> PromotionTotals:
    cost = total(f.item.cost for f in items)
    incremental = total(f.incremental for f in items)
    profit = total(f.incremental_profit for f in items)
    return PromotionTotals(
        count=len(items),
        cost=cost if items else Decimal(0),
        incremental=incremental if items else Decimal(0),
        per_unit=share(incremental, cost),
        roi=return_on_spend(definition, cost, incremental, profit),
    )


def _add_up_actual(items: Sequence[PromotionFigures], definition: Definition) -> PromotionTotals:
    cost = total(f.item.actual_cost for f in items)
    incremental = total(f.item.actual_incremental for f in items)
    profit = total(product(f.item.actual_incremental, f.item.margin) for f in items)
    roi = return_on_spend(definition, cost, incremental, profit)
    return PromotionTotals(len(items), cost, incremental, share(incremental, cost), roi)


def _halves(items: Sequence[PromotionFigures], definition: Definition) -> tuple[PromotionTotals, PromotionTotals]:
    first = [f for f in items if f.quarter in {"Q1", "Q2"}]
    second = [f for f in items if f.quarter in {"Q3", "Q4"}]
    return _add_up(first, definition), _add_up(second, definition)


def _last_year(given: Given) -> PromotionTotals | None:
    last = given.last_year
    if last is None:
        return None
    # Last year's profit is not in the plan, so only the return on revenue can be worked out.
    roi = return_on_spend(given.roi, last.cost, last.incremental, None)
    return PromotionTotals(last.count, last.cost, last.incremental, share(last.incremental, last.cost), roi)


def _overlaps(by_category: dict[str, list[PromotionFigures]]) -> tuple[Overlap, ...]:
    result = []
    for items in by_category.values():
        for one, other in combinations(items, 2):
            if one.first_day and one.last_day and other.first_day and other.last_day:
                begin, end = max(one.first_day, other.first_day), min(one.last_day, other.last_day)
                if begin <= end:
                    result.append(Overlap(one.category, one.item, other.item, begin, end))
    return tuple(result)
