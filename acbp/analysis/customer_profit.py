"""The customer's own profit from our business: operating profit + support − expense, and its four ratios."""

from dataclasses import dataclass
from typing import Literal

from acbp.analysis.rates import Comparison, Figure
from acbp.model import Plan


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

    group: Literal["operating", "support", "expense"]
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
    raise NotImplementedError
