"""Risks: exposure, classes and the matrix."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure, sum_known
from acbp.model import Plan
from acbp.model.risks import Risk

RiskClass = Literal["high", "medium", "low"]
LEVELS: tuple[RiskClass, ...] = ("high", "medium", "low")

_HIGH = 12
_MEDIUM = 6
"""Exposure from which a risk is high or medium, of 25."""


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
    if not plan.risks:
        return None
    open_risks = [risk for risk in plan.risks if risk.status == "open"]
    open_risks.sort(key=lambda risk: (-risk.likelihood * risk.impact, -risk.impact))
    items: list[RankedRisk] = []
    for place, risk in enumerate(open_risks, start=1):
        exposure = risk.likelihood * risk.impact
        tied = items and (items[-1].exposure, items[-1].item.impact) == (exposure, risk.impact)
        rank = items[-1].rank if tied else place
        items.append(RankedRisk(risk, rank, exposure, _level(exposure), names.person(risk.owner)))
    cells: dict[tuple[int, int], tuple[RankedRisk, ...]] = {}
    for item in items:
        place_of = (item.item.likelihood, item.item.impact)
        cells[place_of] = (*cells.get(place_of, ()), item)
    counts = Counter(item.level for item in items)
    return Risks(
        items=tuple(items),
        closed=tuple(risk for risk in plan.risks if risk.status != "open"),
        counts={level: counts[level] for level in LEVELS},
        cells=cells,
        value=sum_known(item.item.value for item in items),
    )


def _level(exposure: int) -> RiskClass:
    return "high" if exposure >= _HIGH else "medium" if exposure >= _MEDIUM else "low"
