"""What each review found: variances, key figures, the landing, recovery, answers and what was carried over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from acbp.analysis.carry_over import CarriedAction, carry_over
from acbp.analysis.catalogue import Catalogue
from acbp.analysis.customer_profit import total_customer_profit
from acbp.analysis.landing import (
    Accuracy,
    CumulatedQuarter,
    Landing,
    RememberedForecast,
    ToGo,
    TrackedForecast,
    cumulate,
    land,
    score_forecast,
    track_forecasts,
    work_out_to_go,
)
from acbp.analysis.rates import Figure, difference, growth, share, total
from acbp.analysis.sales import Row, Sales, by_quarter, in_order
from acbp.analysis.scorecard import COLOURS, PERIODS, KpiScore, ScorecardFigures, score_kpis
from acbp.analysis.variance import ReviewedYear, Variance, set_beside
from acbp.model import Plan
from acbp.model.activity import Action
from acbp.model.periods import QUARTERS, Period, Quarter
from acbp.model.progress import Cause, NextStep, Recovery, Response, Review


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
class NextStepWithNames:
    """A next step and who takes it."""

    item: NextStep
    owner: str | None
    customer_owner: str | None
    action: Action | None
    """The action of the plan that it belongs to."""


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
    """Volume, customer margin, the customer's profit, trade spend and its rate, where an actual is given."""
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
    tracked: tuple[TrackedForecast, ...]
    """The forecasts of earlier reviews beside what has come since."""
    previous_sales: Figure
    """Actual of the quarter before."""
    previous_growth: Figure
    recovery: RecoveryPlan | None
    causes: tuple[ExplainedCause, ...]
    responses: tuple[AnsweredKpi, ...]
    """Red before amber."""
    unanswered: tuple[KpiScore, ...]
    """KPIs that are amber or red and have no answer, red before amber."""
    next_steps: tuple[NextStepWithNames, ...]
    carried: tuple[CarriedAction, ...]
    unaccounted: int


def review_periods(
    plan: Plan, names: Catalogue, sales: Sales, as_of: date, remembered: Sequence[RememberedForecast] = ()
) -> tuple[ReviewFigures, ...]:
    """Work out every review, in the order of the year; ``remembered`` are the forecasts that are on record."""
    year = ReviewedYear(plan, sales)
    ordered = sorted(plan.reviews, key=lambda review: PERIODS.index(review.period))
    return tuple(_review(review, plan, names, year, as_of, remembered) for review in ordered)


def _review(
    review: Review,
    plan: Plan,
    names: Catalogue,
    year: ReviewedYear,
    as_of: date,
    remembered: Sequence[RememberedForecast],
) -> ReviewFigures:
    period = review.period
    card = score_kpis(plan, period)
    categories = _by_category(year, period, names, card)
    this, before = year.sales_of(period), _previous_sales(year, period)
    landing = land(year, period)
    carried = carry_over(review, plan, names, as_of)
    return ReviewFigures(
        item=review,
        period=period,
        sales=set_beside("sales", None, year.plan_of(period), this, year.last_of(period), card),
        categories=categories,
        shortfalls=tuple(item for item in categories if item.variance is not None and item.variance < 0),
        figures=_other_figures(year, period, card),
        scorecard=card,
        year_to_date=year.to_date(period, card),
        cumulated=cumulate(year, period, landing),
        landing=landing,
        to_go=work_out_to_go(year, period),
        forecast=review.forecast,
        forecast_gap=difference(review.forecast, year.plan_of("year")),
        accuracy=score_forecast(review.forecast, year.sales_of("year")),
        tracked=track_forecasts(
            year, {earlier.period: earlier.forecast for earlier in _before(plan, period)}, period, remembered
        ),
        previous_sales=before,
        previous_growth=growth(this, before),
        recovery=_recover(review, year),
        causes=_explain(review, categories, names),
        responses=_answers(review, card, names),
        unanswered=_unanswered(review, card),
        next_steps=_next_steps(review, plan, names),
        carried=carried,
        unaccounted=sum(item.outcome == "unaccounted" for item in carried),
    )


def _before(plan: Plan, period: Period) -> list[Review]:
    """The reviews before a period, in the order of the year."""
    earlier = [review for review in plan.reviews if PERIODS.index(review.period) < PERIODS.index(period)]
    return sorted(earlier, key=lambda review: PERIODS.index(review.period))


def as_known_at(plan: Plan, period: Period) -> Plan:
    """Return the plan as it was known at the review of a period: without the reviews that came later."""
    kept = tuple(review for review in plan.reviews if PERIODS.index(review.period) <= PERIODS.index(period))
    return plan.model_copy(update={"reviews": kept})


def _by_category(
    year: ReviewedYear, period: Period, names: Catalogue, card: ScorecardFigures | None
) -> tuple[Variance, ...]:
    actuals = year.actuals.get(period)
    last = actuals.last_year_categories if actuals else {}
    planned = {item.id: item for item in year.sales.categories}
    result = []
    for category in in_order(names, (*planned, *(actuals.categories if actuals else ()))):
        item = planned.get(category)
        if item is None:
            plan = before = None
        elif period == "year":
            plan, before = item.sales.plan, item.sales.last
        else:
            plan, before = item.quarters[QUARTERS.index(period)], None
        before = last.get(category, before)
        name = names.category_name(category)
        result.append(set_beside(category, name, plan, year.category_of(period, category), before, card))
    result.sort(key=lambda row: (row.variance is None, row.variance or 0))
    return tuple(row for row in result if row.plan is not None or row.actual is not None)


def _previous_sales(year: ReviewedYear, period: Period) -> Figure:
    place = PERIODS.index(period)
    return year.sales_of(PERIODS[place - 1]) if 0 < place < len(QUARTERS) else None


def _other_figures(year: ReviewedYear, period: Period, card: ScorecardFigures | None) -> tuple[Variance, ...]:
    """Volume, the customer's margin, trade spend and its rate; rates of spend stand on the sales of the same period."""
    actuals = year.actuals.get(period)
    if actuals is None:
        return ()

    def planned(row: Row) -> tuple[Figure, Figure]:
        return (row.year.plan, row.year.last) if period == "year" else (row.quarters[QUARTERS.index(period)], None)

    sales = year.sales
    rate = share(actuals.trade_spend, year.sales_of(period))
    rows = [
        ("volume", sales.volume, actuals.volume, False, True),
        ("customer-margin", sales.customer_margin, actuals.customer_margin, False, True),
        ("trade-spend", sales.trade_spend, actuals.trade_spend, False, False),
        ("spend-rate", sales.spend_rate, rate, True, True),
    ]
    result = []
    for id, row, actual, less_is_better, coloured in rows:
        if actual is not None:
            plan, last = planned(row)
            result.append(
                set_beside(id, None, plan, actual, last, card, less_is_better=less_is_better, coloured=coloured)
            )
    if actuals.customer_profit is not None:
        place = sum(row.id in ("volume", "customer-margin") for row in result)
        result.insert(place, _customer_profit(year, period, actuals.customer_profit, card))
    return tuple(result)


def _customer_profit(year: ReviewedYear, period: Period, actual: Decimal, card: ScorecardFigures | None) -> Variance:
    """The customer's own profit beside its target; a customer that loses money is red, whatever was planned."""
    profit = total_customer_profit(year.plan)
    given = year.plan.financials.customer_profit if year.plan.financials else None
    target = last = None
    if period != "year":
        target = by_quarter(given.quarters if given else None)[QUARTERS.index(period)]
    elif profit is not None:
        target, last = profit.profit.plan if profit.target is None else profit.target, profit.profit.last
    held = set_beside("customer-profit", None, target, actual, last, card)
    return replace(held, colour="red") if actual < 0 else held


def _recover(review: Review, year: ReviewedYear) -> RecoveryPlan | None:
    made_up = total(step.value for step in review.recovery)
    if made_up is None:
        return None
    place = PERIODS.index(review.period) + 1
    quarter = QUARTERS[place] if place < len(QUARTERS) else None
    plan = year.plan_of(quarter) if quarter else None
    return RecoveryPlan(quarter, plan, review.recovery, made_up, total((plan, made_up)))


def _explain(review: Review, categories: tuple[Variance, ...], names: Catalogue) -> tuple[ExplainedCause, ...]:
    variances = {item.id: item.variance for item in categories}
    return tuple(
        ExplainedCause(
            item=cause,
            name=names.category_name(cause.category) if cause.category else cause.topic or "",
            variance=variances.get(cause.category or ""),
        )
        for cause in review.causes
    )


def _answers(review: Review, card: ScorecardFigures | None, names: Catalogue) -> tuple[AnsweredKpi, ...]:
    scores = {kpi.item.id: kpi for kpi in card.kpis} if card else {}
    answers = [
        AnsweredKpi(item, scores.get(item.kpi), names.person(item.owner), names.person(item.customer_owner))
        for item in review.responses
    ]
    severity = {colour: place for place, colour in enumerate(reversed(COLOURS))}
    answers.sort(key=lambda answer: severity[answer.kpi.colour] if answer.kpi and answer.kpi.colour else 3)
    return tuple(answers)


def _unanswered(review: Review, card: ScorecardFigures | None) -> tuple[KpiScore, ...]:
    answered = {item.kpi for item in review.responses}
    wanting = [kpi for kpi in card.kpis if kpi.item.id not in answered] if card else []
    return tuple(kpi for colour in ("red", "amber") for kpi in wanting if kpi.colour == colour)


def _next_steps(review: Review, plan: Plan, names: Catalogue) -> tuple[NextStepWithNames, ...]:
    actions = {action.id: action for action in plan.actions}
    return tuple(
        NextStepWithNames(
            item=item,
            owner=names.person(item.owner),
            customer_owner=names.person(item.customer_owner),
            action=actions.get(item.action or ""),
        )
        for item in sorted(review.next_steps, key=lambda step: (step.due is None, step.due))
    )
