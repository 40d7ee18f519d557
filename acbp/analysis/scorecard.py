"""The scorecard at the end of a period: attainment, colour and score of every KPI."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Figure, Quarters
from acbp.model import Plan
from acbp.model.periods import Period
from acbp.model.progress import Kpi, KpiGroup

Colour = Literal["green", "amber", "red"]
Reason = Literal["no-actual", "no-target", "undefined"]


@dataclass(frozen=True, slots=True)
class KpiScore:
    """One KPI; money and volume in single units, percentages as fractions."""

    item: Kpi
    last: Figure
    year_target: Figure
    target: Figure
    """Of the period."""
    low: Figure
    high: Figure
    quarters: Quarters
    """Targets by quarter."""
    actual: Figure
    attainment: Figure
    """As a fraction, between 0 and the scorecard's cap."""
    reason: Reason | None
    """Why there is no attainment."""
    colour: Colour | None
    score: Figure
    """weight × attainment."""
    previous: Figure
    """Actual of the review before."""
    change: Figure
    """actual − previous."""
    trend: Literal["better", "same", "worse"] | None


@dataclass(frozen=True, slots=True)
class GroupScore:
    """The KPIs of one group."""

    group: KpiGroup | None
    """None for KPIs without a group, which come last."""
    kpis: tuple[KpiScore, ...]
    weight: Decimal
    score: Figure
    """Sum of the scores; None where no KPI has one."""
    attainment: Figure
    """score ÷ weight of the KPIs that have one."""


@dataclass(frozen=True, slots=True)
class ScorecardFigures:
    """The scorecard at one period."""

    period: Period | None
    """None while no review has an actual: targets only."""
    previous_period: Period | None
    green: Decimal
    amber: Decimal
    cap: Decimal
    groups: tuple[GroupScore, ...]
    kpis: tuple[KpiScore, ...]
    """In the plan's order."""
    weight: Decimal
    """Of all KPIs."""
    total: Figure
    """Σ weight × attainment ÷ Σ weight of the KPIs that have one, × 100: 0 to 100 × cap."""
    previous_total: Figure
    missing_weight: Figure
    """Share of the weight whose KPIs have no attainment."""
    counts: dict[Colour, int]
    unmeasured: int
    """KPIs without attainment."""


def attain(actual: Figure, target: Figure, kpi_direction: str, low: Figure, high: Figure, cap: Decimal) -> Figure:
    """Return attainment as a fraction between 0 and ``cap``."""
    raise NotImplementedError


def score_kpis(plan: Plan, period: Period | None = None) -> ScorecardFigures | None:
    """Score the KPIs at a period, by default the latest that a review has actuals for; None without KPIs."""
    raise NotImplementedError
