"""Opportunities scored, ranked, decided and put into classes."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Figure
from acbp.model import Plan
from acbp.model.ambitions import Criterion, Opportunity


@dataclass(frozen=True, slots=True)
class RankedOpportunity:
    """One opportunity with its score."""

    item: Opportunity
    rank: int | None
    """From 1; equal scores share a rank; None where there is no score."""
    scores: tuple[Figure, ...]
    """In the order of the criteria."""
    missing: tuple[str, ...]
    """Names of criteria that lack a score; then there is no weighted score."""
    score: Figure
    """Σ weight × score ÷ Σ weight, on the plan's scale."""
    decision: Literal["pursue", "watch", "drop"] | None
    by_threshold: bool
    """True where the decision follows from the score and was not written."""
    priority: Literal["A", "B", "C"] | None
    x: Figure
    """Score on the matrix's horizontal criterion."""
    y: Figure
    strategies: tuple[str, ...]
    """Ids of the strategies that take it up."""


@dataclass(frozen=True, slots=True)
class Opportunities:
    """The list in order of rank; those without a score come last."""

    criteria: tuple[Criterion, ...]
    scale: Decimal
    threshold: Figure
    items: tuple[RankedOpportunity, ...]
    pursued: int
    pursued_value: Figure
    """Sum of the values that are given among the pursued."""
    others: int
    others_value: Figure
    horizontal: Criterion | None
    vertical: Criterion | None
    line: tuple[Decimal, Decimal] | None
    """Vertical score at which the threshold lies for horizontal scores 1 and ``scale``, the other criteria being average."""


def rank_opportunities(plan: Plan) -> Opportunities | None:
    """Score and rank the opportunities; None where there are none."""
    raise NotImplementedError
