"""What serving the customer costs, by what drives it: quantity × cost of one."""

from dataclasses import dataclass

from acbp.analysis.rates import Figure, difference, product, share, total
from acbp.analysis.sales import Sales
from acbp.model import Plan
from acbp.model.financials import CostToServe as Given


@dataclass(frozen=True, slots=True)
class ServiceCost:
    """One thing that is done for the customer."""

    item: Given
    line: str | None
    """Name of the line of our profit on the customer that it is part of."""
    cost: Figure
    """quantity × cost of one."""
    of_total: Figure
    """cost ÷ all of them."""


@dataclass(frozen=True, slots=True)
class CostToServe:
    """All of them; the total is missing where one is."""

    items: tuple[ServiceCost, ...]
    cost: Figure
    rate: Figure
    """cost ÷ invoiced sales."""
    lines: Figure
    """The lines of kind `cost` in our profit on the customer, together."""
    unexplained: Figure
    """lines − cost."""


def total_cost_to_serve(plan: Plan, sales: Sales) -> CostToServe | None:
    """Work out the cost of serving the customer; None where the plan does not break it down."""
    financials = plan.financials
    if financials is None or not financials.cost_to_serve:
        return None
    names = {line.id: line.name for line in financials.contribution}
    costs = [product(item.quantity, item.unit_cost) for item in financials.cost_to_serve]
    whole = total(costs)
    lines = [line.plan for line in financials.contribution if line.kind == "cost"]
    stated = total(lines) if lines else None
    return CostToServe(
        items=tuple(
            ServiceCost(item, names.get(item.line or ""), cost, share(cost, whole))
            for item, cost in zip(financials.cost_to_serve, costs, strict=True)
        ),
        cost=whole,
        rate=share(whole, sales.year.plan),
        lines=stated,
        unexplained=difference(stated, whole),
    )
