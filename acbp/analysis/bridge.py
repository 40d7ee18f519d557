"""The bridge from last year to the plan: strategies, adjustments and what remains unexplained."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Comparison, Figure
from acbp.analysis.sales import Sales
from acbp.model import Plan


@dataclass(frozen=True, slots=True)
class BridgeStep:
    """One step of the bridge."""

    kind: Literal["strategy", "adjustment"]
    id: str
    name: str
    """As written; ``|`` marks a line break."""
    number: int | None
    """The strategy's place in the plan, from 1; None for an adjustment."""
    value: Decimal


@dataclass(frozen=True, slots=True)
class Bridge:
    """Steps between two totals; last + net + residual = plan."""

    year: Comparison
    steps: tuple[BridgeStep, ...]
    """Strategies in the plan's order, then adjustments; those without a value are left out."""
    strategies: Figure
    """Sum of the strategies' steps; None where there is none."""
    adjustments: Figure
    net: Figure
    """Sum of all steps."""
    residual: Figure
    """plan − last − net: zero where the bridge ties out, None where a total is missing."""


def build_sales_bridge(plan: Plan, sales: Sales) -> Bridge | None:
    """Build the bridge of sales; None where no step has a value."""
    raise NotImplementedError


def build_margin_bridge(plan: Plan, sales: Sales) -> Bridge | None:
    """Build the bridge of the customer's front margin; None where no step has a value."""
    raise NotImplementedError
