"""The year to date beside its budget, and the customer's ratios as they came: profit, margin, expense, turnover."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Figure, difference, share, total
from acbp.analysis.sales import Sales, by_quarter
from acbp.analysis.variance import ReviewedYear
from acbp.model import Plan
from acbp.model.periods import QUARTERS, Quarter, first_day, quarter_end
from acbp.model.progress import Actuals

BudgetName = Literal["sales", "volume", "trade-spend", "spend-rate", "customer-margin", "customer-profit"]

_DAYS = Decimal(365)


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A figure of the quarters reviewed, beside its budget."""

    name: BudgetName
    budget: Figure
    actual: Figure
    variance: Figure
    """actual − budget; for a rate in fractions."""
    attainment: Figure
    """actual ÷ budget."""


@dataclass(frozen=True, slots=True)
class Budget:
    """Budget and actual over the quarters from the first on that have been reviewed."""

    quarters: tuple[Quarter, ...]
    days: int
    lines: tuple[BudgetLine, ...]
    """Those with an actual."""
    profit: Figure
    """The customer's own profit."""
    margin: Figure
    """profit ÷ retail sales."""
    expense_ratio: Figure
    """expense ÷ retail sales."""
    turnover_days: Figure
    """days of the period ÷ turns; turns = retail sales ÷ average capital tied up."""
    turnover: Figure
    """365 ÷ turnover days: turns a year."""


@dataclass(frozen=True, slots=True)
class Fund:
    """Trade spend agreed and the reserve beside it, each with its use to date."""

    fund: Figure
    used: Figure
    """Trade spend of the quarters reviewed."""
    left: Figure
    reserve: Figure
    reserve_used: Figure
    """Zero where a reserve is kept and nothing has been paid out of it."""
    reserve_left: Figure


def compare_with_budget(plan: Plan, sales: Sales) -> Budget | None:
    """Set the quarters reviewed beside their budget; None while no first quarter has actuals."""
    by_period = {review.period: review.actuals for review in plan.reviews if review.actuals}
    quarters: list[Quarter] = []
    for quarter in QUARTERS:
        if quarter not in by_period:
            break
        quarters.append(quarter)
    if not quarters:
        return None
    actuals = [by_period[quarter] for quarter in quarters]

    def came(read: Callable[[Actuals], Figure]) -> Figure:
        return total(read(each) for each in actuals)

    def planned(values: tuple[Figure, ...]) -> Figure:
        return total(values[QUARTERS.index(quarter)] for quarter in quarters)

    financials = plan.financials
    profit_plan = financials.customer_profit.quarters if financials and financials.customer_profit else None
    reviewed = ReviewedYear(plan, sales)
    sold, spent = total(reviewed.sales_of(quarter) for quarter in quarters), came(lambda each: each.trade_spend)
    budget_sales = planned(tuple(quarter.plan for quarter in sales.quarters))
    budget_spend = planned(sales.trade_spend.quarters)
    profit = came(lambda each: each.customer_profit)
    pairs: tuple[tuple[BudgetName, Figure, Figure], ...] = (
        ("sales", budget_sales, sold),
        ("volume", planned(sales.volume.quarters), came(lambda each: each.volume)),
        ("trade-spend", budget_spend, spent),
        ("spend-rate", share(budget_spend, budget_sales), share(spent, sold)),
        ("customer-margin", planned(sales.customer_margin.quarters), came(lambda each: each.customer_margin)),
        ("customer-profit", planned(by_quarter(profit_plan)), profit),
    )
    retail, capital = came(lambda each: each.customer_sales), came(lambda each: each.customer_capital)
    average = None if capital is None else capital / len(quarters)
    first = first_day(plan.plan.year, plan.plan.fiscal_start)
    last = quarter_end(plan.plan.year, plan.plan.fiscal_start, quarters[-1])
    days = (last - first + timedelta(days=1)).days
    turnover_days = share(Decimal(days), share(retail, average))
    return Budget(
        quarters=tuple(quarters),
        days=days,
        lines=tuple(
            BudgetLine(name, budget, actual, difference(actual, budget), share(actual, budget))
            for name, budget, actual in pairs
            if actual is not None
        ),
        profit=profit,
        margin=share(profit, retail),
        expense_ratio=share(came(lambda each: each.customer_expense), retail),
        turnover_days=turnover_days,
        turnover=share(_DAYS, turnover_days),
    )


def follow_fund(plan: Plan, budget: Budget | None) -> Fund | None:
    """The fund of trade spend and the reserve, with their use to date; None where neither is given."""
    financials = plan.financials
    if financials is None or (financials.fund is None and financials.reserve is None):
        return None
    used = next((line.actual for line in budget.lines if line.name == "trade-spend"), None) if budget else None
    paid = total(use.amount for use in financials.reserve_uses) if financials.reserve_uses else Decimal(0)
    reserve_used = None if financials.reserve is None else paid
    return Fund(
        fund=financials.fund,
        used=used,
        left=difference(financials.fund, used),
        reserve=financials.reserve,
        reserve_used=reserve_used,
        reserve_left=difference(financials.reserve, reserve_used),
    )
