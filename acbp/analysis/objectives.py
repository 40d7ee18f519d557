"""Objectives: what has to change, whether the quarters tie out, and what the strategies bring towards it."""

from dataclasses import dataclass
from typing import Literal

from acbp.analysis.rates import Figure, Quarters
from acbp.model import Plan
from acbp.model.ambitions import Objective, Strategy


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
    phasing: Literal["ties", "gap", "incomplete", "none"]
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


def check_objectives(plan: Plan) -> tuple[ObjectiveFigures, ...]:
    """Work out every objective, in the plan's order."""
    raise NotImplementedError
