"""Objectives: what has to change, whether the quarters tie out, and what the strategies bring towards it."""

from dataclasses import dataclass
from typing import Literal

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import NONE, Figure, Quarters, difference, growth, sum_known, total
from acbp.model import Plan
from acbp.model.ambitions import Objective, Strategy
from acbp.model.scalars import Quantity
from acbp.model.units import MONEY, resolve

Phasing = Literal["ties", "gap", "incomplete", "none"]


@dataclass(frozen=True, slots=True)
class ObjectiveFigures:
    """One objective; money and volume in single units, percentages as fractions."""

    number: int
    """Place in the plan, from 1."""
    item: Objective
    baseline: Figure
    target: Figure
    change: Figure
    """target − baseline; for a percentage, in fractions."""
    growth: Figure
    """change ÷ baseline."""
    backwards: bool
    """True where the target lies against the objective's own direction."""
    quarters: Quarters
    phasing: Phasing
    """Whether the quarters come to the target: their sum where cumulative, else the last quarter."""
    phasing_gap: Figure
    """target − what the quarters come to."""
    strategies: tuple[Strategy, ...]
    blocks: Figure
    """Sum of its strategies' values, for an objective in money."""
    blocks_gap: Figure
    """needed change − blocks: positive where the strategies fall short."""
    customer_value: Figure
    """Sum of its strategies' values for the customer."""
    owner: str | None
    """Name of the owner."""


def check_objectives(plan: Plan, names: Catalogue) -> tuple[ObjectiveFigures, ...]:
    """Work out every objective, in the plan's order."""
    return tuple(_check(number, item, plan, names) for number, item in enumerate(plan.objectives, start=1))


def _check(number: int, item: Objective, plan: Plan, names: Catalogue) -> ObjectiveFigures:
    def read(quantity: Quantity | None) -> Figure:
        return None if quantity is None else resolve(quantity, item.unit, plan.plan)

    baseline, target = read(item.baseline), read(item.target)
    change = difference(target, baseline)
    given = item.quarters
    quarters = (read(given.Q1), read(given.Q2), read(given.Q3), read(given.Q4)) if given else NONE
    phasing_gap = difference(target, total(quarters) if item.cumulative else quarters[-1])
    strategies = tuple(strategy for strategy in plan.strategies if strategy.objective == item.id)
    blocks = sum_known(strategy.value for strategy in strategies) if item.unit == MONEY else None
    return ObjectiveFigures(
        number=number,
        item=item,
        baseline=baseline,
        target=target,
        change=change,
        growth=growth(target, baseline),
        backwards=change is not None and (change < 0 if item.direction == "up" else change > 0),
        quarters=quarters,
        phasing=_phasing(quarters, phasing_gap),
        phasing_gap=phasing_gap,
        strategies=strategies,
        blocks=blocks,
        blocks_gap=difference(change, blocks),
        customer_value=sum_known(strategy.customer_value for strategy in strategies),
        owner=names.person(item.owner),
    )


def _phasing(quarters: Quarters, gap: Figure) -> Phasing:
    if all(quarter is None for quarter in quarters):
        return "none"
    if gap is None:
        return "incomplete"
    return "gap" if gap else "ties"
