"""How far the plan is: the method's eight steps, what is filled and what is still open."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from acbp.model import Plan

StepName = Literal[
    "goals", "information", "conclusions", "opportunities", "objectives", "actions", "implementation", "scorecard"
]


@dataclass(frozen=True, slots=True)
class Step:
    """One of the eight steps."""

    number: int
    name: StepName
    state: Literal["filled", "partly", "empty"]
    filled: int
    required: int
    gaps: tuple[str, ...]
    """Paths of what is open: ``objectives[sales].target``."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """All eight steps."""

    steps: tuple[Step, ...]
    filled: int
    required: int
    share: Decimal
    """filled ÷ required."""
    gaps: tuple[str, ...]


def measure_completeness(plan: Plan, as_of: date) -> Completeness:
    """Count what the method requires and what the plan says."""
    raise NotImplementedError
