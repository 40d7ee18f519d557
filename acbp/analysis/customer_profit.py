"""The customer's own profit from our business: operating profit + support − expense, and its four ratios."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Comparison, Figure, compare, difference, share, total
from acbp.model import Plan
from acbp.model.financials import ProfitItem

Group = Literal["operating", "support", "expense"]

_DAYS = Decimal(365)


@dataclass(frozen=True, slots=True)
class ProfitLine:
    """One item."""

    id: str
    name: str
    year: Comparison
    """Expense is positive here too."""


@dataclass(frozen=True, slots=True)
class ProfitGroup:
    """The items of one group with their sum."""

    group: Group
    lines: tuple[ProfitLine, ...]
    subtotal: Comparison


@dataclass(frozen=True, slots=True)
class CustomerProfit:
    """The customer's profit; a sum is missing where one of its items is."""

    groups: tuple[ProfitGroup, ...]
    """Operating, support, expense; those without items are left out."""
    profit: Comparison
    sales: Comparison
    margin: Comparison
    """profit ÷ sales, as fractions."""
    expense_ratio: Comparison
    """expense ÷ sales."""
    capital: Comparison
    turnover: Comparison
    """sales ÷ average capital tied up, times a year."""
    turnover_days: Comparison
    """365 ÷ turnover."""
    target: Figure
    against_target: Figure
    """planned profit − target."""
    attainment: Figure
    """planned profit ÷ target; None unless the target is positive."""
    missing: tuple[str, ...]
    """Names of items that lack a figure."""


def total_customer_profit(plan: Plan) -> CustomerProfit | None:
    """Add up the customer's profit; None where no item is given."""
    given = plan.financials.customer_profit if plan.financials else None
    if given is None or not given.items:
        return None
    groups = tuple(
        group
        for group in (_group(name, given.items) for name in ("operating", "support", "expense"))
        if group is not None
    )
    plan_profit = _profit([(group.group, group.subtotal.plan) for group in groups])
    last_profit = _profit([(group.group, group.subtotal.last) for group in groups])
    expense = next((group.subtotal for group in groups if group.group == "expense"), Comparison())
    turns, last_turns = share(given.sales, given.capital), share(given.last_sales, given.last_capital)
    return CustomerProfit(
        groups=groups,
        profit=compare(plan_profit, last_profit),
        sales=compare(given.sales, given.last_sales),
        margin=compare(share(plan_profit, given.sales), share(last_profit, given.last_sales)),
        expense_ratio=compare(share(expense.plan, given.sales), share(expense.last, given.last_sales)),
        capital=compare(given.capital, given.last_capital),
        turnover=compare(turns, last_turns),
        turnover_days=compare(share(_DAYS, turns), share(_DAYS, last_turns)),
        target=given.target,
        against_target=difference(plan_profit, given.target),
        attainment=share(plan_profit, given.target),
        missing=tuple(item.name for item in given.items if item.plan is None or item.last_year is None),
    )


def _group(name: Group, items: tuple[ProfitItem, ...]) -> ProfitGroup | None:
    lines = tuple(
        ProfitLine(item.id, item.name, compare(item.plan, item.last_year)) for item in items if item.group == name
    )
    if not lines:
        return None
    subtotal = compare(total(line.year.plan for line in lines), total(line.year.last for line in lines))
    return ProfitGroup(name, lines, subtotal)


def _profit(subtotals: list[tuple[Group, Figure]]) -> Figure:
    return total(None if value is None else -value if group == "expense" else value for group, value in subtotals)
