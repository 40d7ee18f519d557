"""Risks: exposure, classes and the matrix."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure
from acbp.model import Plan
from acbp.model.partnership import Risk

RiskClass = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class RankedRisk:
    """One open risk."""

    item: Risk
    rank: int
    """From 1; equal exposure and impact share a rank."""
    exposure: int
    """likelihood × impact, 1 to 25."""
    level: RiskClass
    owner: str | None


@dataclass(frozen=True, slots=True)
class Risks:
    """Open risks by rank; closed ones apart."""

    items: tuple[RankedRisk, ...]
    closed: tuple[Risk, ...]
    counts: Mapping[RiskClass, int]
    cells: Mapping[tuple[int, int], tuple[RankedRisk, ...]]
    """By (likelihood, impact); cells without a risk are absent."""
    value: Figure
    """Sum of the sales at stake that are given, open risks only."""


def rank_risks(plan: Plan, names: Catalogue) -> Risks | None:
    """Rank the risks; None where there are none."""
    raise NotImplementedError
