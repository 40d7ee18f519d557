"""The bridge from last year to the plan: strategies, adjustments and what remains unexplained."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Comparison, Figure, difference, total
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
    strategies = [item.value for item in plan.strategies]
    adjustments = [item.value for item in plan.financials.adjustments] if plan.financials else []
    return _build(plan, sales.year, strategies, adjustments)


def build_margin_bridge(plan: Plan, sales: Sales) -> Bridge | None:
    """Build the bridge of the customer's front margin; None where no step has a value."""
    strategies = [item.customer_value for item in plan.strategies]
    adjustments = [item.customer_value for item in plan.financials.adjustments] if plan.financials else []
    return _build(plan, sales.customer_margin.year, strategies, adjustments)


def _build(
    plan: Plan, year: Comparison, strategy_values: Sequence[Figure], adjustment_values: Sequence[Figure]
) -> Bridge | None:
    strategies = tuple(
        BridgeStep("strategy", item.id, item.name, number, value)
        for number, (item, value) in enumerate(zip(plan.strategies, strategy_values, strict=True), start=1)
        if value is not None
    )
    listed = plan.financials.adjustments if plan.financials else ()
    adjustments = tuple(
        BridgeStep("adjustment", item.id, item.name, None, value)
        for item, value in zip(listed, adjustment_values, strict=True)
        if value is not None
    )
    steps = (*strategies, *adjustments)
    if not steps:
        return None
    net = total(step.value for step in steps)
    return Bridge(
        year=year,
        steps=steps,
        strategies=total(step.value for step in strategies),
        adjustments=total(step.value for step in adjustments),
        net=net,
        residual=difference(year.change, net),
    )
