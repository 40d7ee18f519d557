"""What a review found: variances, the year to date, the landing, recovery and what was carried over."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from acbp.analysis.actions import ActionState
from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure
from acbp.analysis.sales import Sales
from acbp.analysis.scorecard import Colour, KpiScore, ScorecardFigures
from acbp.model import Plan
from acbp.model.activity import Action
from acbp.model.periods import Period, Quarter
from acbp.model.progress import Cause, NextStep, Recovery, Response, Review


@dataclass(frozen=True, slots=True)
class Variance:
    """Actual beside plan."""

    id: str
    """Category id, or what it is: ``sales``, ``volume``, ``spend-rate``, ``trade-spend``, ``customer-margin``."""
    name: str | None
    """Name of a category; the page names the rest."""
    plan: Figure
    actual: Figure
    variance: Figure
    """actual − plan; for a rate, in fractions."""
    attainment: Figure
    """actual ÷ plan."""
    last: Figure
    """The same period of the year before."""
    growth: Figure
    """On the same period of the year before."""
    colour: Colour | None
    """By the scorecard's thresholds; for a rate of spend less is better. None for spend itself."""


@dataclass(frozen=True, slots=True)
class ExplainedCause:
    """A cause with the variance that it explains."""

    item: Cause
    name: str
    """Of the category, or the topic."""
    variance: Figure


@dataclass(frozen=True, slots=True)
class AnsweredKpi:
    """The answer to a KPI that is amber or red."""

    item: Response
    kpi: KpiScore | None
    owner: str | None
    customer_owner: str | None


@dataclass(frozen=True, slots=True)
class Landing:
    """Where the year is going to land."""

    method: Literal["actual", "phasing", "run-rate"]
    """The whole year is known; by the plan's phasing; or by the plain run rate, where no phasing is given."""
    year_to_date: Decimal
    elapsed: Decimal
    """Σ of the phasing weights of the quarters that are over, as a fraction."""
    landing: Decimal
    gap: Figure
    """landing − plan."""


@dataclass(frozen=True, slots=True)
class ToGo:
    """What the rest of the year has to bring."""

    remaining: Decimal
    """plan − year to date."""
    quarters_left: int
    per_quarter: Decimal
    run_rate: Decimal
    """Per quarter so far."""
    stretch: Figure
    """per quarter to go ÷ run rate."""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How good the forecast was, once the year is known."""

    actual: Decimal
    accuracy: Figure
    """1 − |actual − forecast| ÷ actual."""
    bias: Figure
    """(forecast − actual) ÷ actual; positive where we hoped too much."""


@dataclass(frozen=True, slots=True)
class RecoveryPlan:
    """How the shortfall is made up in the next quarter."""

    quarter: Quarter | None
    """None after the last."""
    plan: Figure
    steps: tuple[Recovery, ...]
    total: Decimal
    rolling_target: Figure
    """plan of the next quarter + recovery."""


@dataclass(frozen=True, slots=True)
class CarriedAction:
    """An action that was due before the review and not done by then."""

    item: Action
    owner: str | None
    customer_owner: str | None
    days_late: int | None
    """At the review."""
    outcome: Literal["done", "moved", "dropped", "unaccounted"]
    due: date | None
    """New date, where it was moved."""
    reason: str | None


@dataclass(frozen=True, slots=True)
class NextStepWithNames:
    """A next step and who takes it."""

    item: NextStep
    owner: str | None
    customer_owner: str | None
    action: ActionState | None


@dataclass(frozen=True, slots=True)
class CumulatedQuarter:
    """The year to date at the end of a quarter."""

    quarter: Quarter
    plan: Figure
    actual: Figure
    landing: Figure
    """None before the last actual, equal to it there, then going on."""


@dataclass(frozen=True, slots=True)
class ReviewFigures:
    """One review."""

    item: Review
    period: Period
    sales: Variance
    categories: tuple[Variance, ...]
    """The largest shortfall first; those without a variance last."""
    shortfalls: tuple[Variance, ...]
    """Categories below plan, largest first."""
    figures: tuple[Variance, ...]
    """Volume, customer margin, trade spend and its rate, where an actual is given."""
    scorecard: ScorecardFigures | None
    """At this period."""
    year_to_date: Variance
    cumulated: tuple[CumulatedQuarter, ...]
    """Always four."""
    landing: Landing | None
    to_go: ToGo | None
    forecast: Figure
    forecast_gap: Figure
    """forecast − plan."""
    accuracy: Accuracy | None
    previous_sales: Figure
    """Actual of the quarter before."""
    previous_growth: Figure
    recovery: RecoveryPlan | None
    causes: tuple[ExplainedCause, ...]
    responses: tuple[AnsweredKpi, ...]
    next_steps: tuple[NextStepWithNames, ...]
    carried: tuple[CarriedAction, ...]
    unaccounted: int


def review_periods(plan: Plan, names: Catalogue, sales: Sales, as_of: date) -> tuple[ReviewFigures, ...]:
    """Work out every review, in the order of the year."""
    raise NotImplementedError
