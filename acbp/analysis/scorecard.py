"""The scorecard at the end of a period: attainment, colour and score of every KPI."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from acbp.analysis.rates import NONE, Figure, Quarters, difference, index, product, ratio, share, sum_known
from acbp.model import Plan
from acbp.model.heading import Heading
from acbp.model.periods import QUARTERS, Period
from acbp.model.progress import Kpi, KpiGroup, Scorecard
from acbp.model.scalars import Quantity
from acbp.model.units import resolve

Colour = Literal["green", "amber", "red"]
Reason = Literal["no-actual", "no-target", "undefined"]
Direction = Literal["higher", "lower", "band"]
Trend = Literal["better", "same", "worse"]

PERIODS: tuple[Period, ...] = (*QUARTERS, "year")
"""Periods in the order in which they are reviewed."""

COLOURS: tuple[Colour, ...] = ("green", "amber", "red")

_ONE = Decimal(1)


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
    """weight × attainment, in points of one decimal."""
    previous: Figure
    """Actual of the review before."""
    change: Figure
    """actual − previous."""
    trend: Trend | None
    """Whether attainment rose or fell since; amounts of two quarters say little beside each other."""


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
    counts: Mapping[Colour, int]
    unmeasured: int
    """KPIs without attainment."""


def attain(
    actual: Figure, target: Figure, direction: Direction, low: Figure = None, high: Figure = None, cap: Figure = None
) -> Figure:
    """Return attainment as a fraction, at least 0 and at most ``cap``; None where an input is missing.

    `higher`: actual ÷ target, undefined unless the target is positive. `lower`: target ÷ actual; an actual of zero or
    less is the best there can be, the cap (1 where there is none). `band`: 1 within it, outside it 1 − distance to the
    nearest edge ÷ that edge, undefined for an edge at zero.
    """
    if actual is None:
        return None
    if direction == "band":
        value = _attain_band(actual, low, high)
    elif target is None or target < 0:
        return None
    elif direction == "higher":
        value = share(actual, target)
    elif actual > 0:
        value = target / actual
    else:
        value = (cap or _ONE) if target else _ONE
    if value is None:
        return None
    return max(Decimal(0), value if cap is None else min(value, cap))


def _attain_band(actual: Decimal, low: Figure, high: Figure) -> Figure:
    if low is None and high is None:
        return None
    edge = low if low is not None and actual < low else high if high is not None and actual > high else None
    return _ONE if edge is None else difference(_ONE, ratio(abs(actual - edge), abs(edge)))


def colour_of(attainment: Figure, green: Decimal, amber: Decimal) -> Colour | None:
    """Return green, amber or red by the scorecard's thresholds; None without attainment."""
    if attainment is None:
        return None
    return "green" if attainment >= green else "amber" if attainment >= amber else "red"


def score_kpis(plan: Plan, period: Period | None = None) -> ScorecardFigures | None:
    """Score the KPIs at a period, by default the latest that a review has actuals for; None without KPIs."""
    card = plan.scorecard
    if card is None or not card.kpis:
        return None
    measured = {review.period: review.actuals.kpis for review in plan.reviews if review.actuals and review.actuals.kpis}
    reached = [known for known in PERIODS if known in measured]
    if period is None and reached:
        period = reached[-1]
    earlier = [known for known in reached if period and PERIODS.index(known) < PERIODS.index(period)]
    previous = earlier[-1] if earlier else None

    before = {kpi.item.id: kpi for kpi in _score_all(plan, card, previous, measured)} if previous else {}
    kpis = tuple(_follow(kpi, before.get(kpi.item.id)) for kpi in _score_all(plan, card, period, measured))
    weight = sum((kpi.item.weight for kpi in kpis), Decimal(0))
    unmeasured = [kpi for kpi in kpis if kpi.attainment is None]
    counts = Counter(kpi.colour for kpi in kpis)
    return ScorecardFigures(
        period=period,
        previous_period=previous,
        green=card.green,
        amber=card.amber,
        cap=card.cap,
        groups=_group(card, kpis),
        kpis=kpis,
        weight=weight,
        total=_total(kpis),
        previous_total=_total(tuple(before.values())),
        missing_weight=share(sum((kpi.item.weight for kpi in unmeasured), Decimal(0)), weight),
        counts={colour: counts[colour] for colour in COLOURS},
        unmeasured=len(unmeasured),
    )


def _score_all(
    plan: Plan, card: Scorecard, period: Period | None, measured: Mapping[Period, Mapping[str, Quantity]]
) -> tuple[KpiScore, ...]:
    actuals = measured.get(period, {}) if period else {}
    return tuple(_score(item, actuals.get(item.id), card, period, plan.plan) for item in card.kpis)


def _score(item: Kpi, given: Quantity | None, card: Scorecard, period: Period | None, heading: Heading) -> KpiScore:
    def read(quantity: Quantity | None) -> Figure:
        return None if quantity is None else resolve(quantity, item.unit, heading)

    phased = item.quarters
    quarters = (read(phased.Q1), read(phased.Q2), read(phased.Q3), read(phased.Q4)) if phased else NONE
    year_target = read(item.target)
    target = year_target if period is None or period == "year" else quarters[QUARTERS.index(period)]
    low, high, actual = read(item.low), read(item.high), read(given)
    attainment = attain(actual, target, item.direction, low, high, card.cap)
    aim = (low if high is None else high) if item.direction == "band" else target
    return KpiScore(
        item=item,
        last=read(item.last_year),
        year_target=year_target,
        target=target,
        low=low,
        high=high,
        quarters=quarters,
        actual=actual,
        attainment=attainment,
        reason=None if attainment is not None else _reason(actual, aim),
        colour=colour_of(attainment, card.green, card.amber),
        score=_points(product(item.weight, attainment)),
        previous=None,
        change=None,
        trend=None,
    )


def _points(score: Figure) -> Figure:
    """A score in points of one decimal: what the card prints, so that its groups and its total add up."""
    return None if score is None else score.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _reason(actual: Figure, aim: Figure) -> Reason:
    if actual is None:
        return "no-actual"
    return "no-target" if aim is None else "undefined"


def _follow(kpi: KpiScore, before: KpiScore | None) -> KpiScore:
    if before is None:
        return kpi
    step = difference(kpi.attainment, before.attainment)
    trend: Trend | None = None if step is None else "better" if step > 0 else "worse" if step < 0 else "same"
    return replace(kpi, previous=before.actual, change=difference(kpi.actual, before.actual), trend=trend)


def _total(kpis: tuple[KpiScore, ...]) -> Figure:
    weight = sum_known(kpi.item.weight for kpi in kpis if kpi.attainment is not None)
    return index(sum_known(kpi.score for kpi in kpis), weight)


def _group(card: Scorecard, kpis: tuple[KpiScore, ...]) -> tuple[GroupScore, ...]:
    known = {group.id for group in card.groups}
    groups: tuple[KpiGroup | None, ...] = (*card.groups, None)
    result = []
    for group in groups:
        mine = tuple(kpi for kpi in kpis if (kpi.item.group == group.id if group else kpi.item.group not in known))
        if mine:
            score = sum_known(kpi.score for kpi in mine)
            measured = sum_known(kpi.item.weight for kpi in mine if kpi.attainment is not None)
            weight = sum((kpi.item.weight for kpi in mine), Decimal(0))
            result.append(GroupScore(group, mine, weight, score, share(score, measured)))
    return tuple(result)
