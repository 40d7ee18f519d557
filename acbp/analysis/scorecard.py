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
from acbp.model.progress import Actuals, Kpi, KpiGroup, Scorecard
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
_NOTHING = Actuals()


@dataclass(frozen=True, slots=True)
class KpiScore:
    """One KPI; money and volume in single units, percentages as fractions."""

    item: Kpi
    last: Figure
    year_target: Figure
    """The top of a ladder or a checklist where the plan names no target."""
    target: Figure
    """Of the period."""
    low: Figure
    high: Figure
    quarters: Quarters
    """Targets by quarter."""
    actual: Figure
    """The value; the level of a ladder, from 1; the number of items met of a checklist."""
    met: frozenset[str]
    """Ids of the items of a checklist that are met."""
    attainment: Figure
    """As a fraction, between 0 and the scorecard's cap; of a ladder level ÷ top level, of a checklist met ÷ items."""
    reason: Reason | None
    """Why there is no attainment."""
    colour: Colour | None
    """By attainment; of a ladder or a checklist by what is reached ÷ the period's target."""
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
    measured = {r.period: r.actuals for r in plan.reviews if r.actuals and (r.actuals.kpis or r.actuals.met)}
    return _score_card(plan, card, card.kpis, measured, period) if card and card.kpis else None


def score_kam(plan: Plan, period: Period | None = None) -> ScorecardFigures | None:
    """Score what our account manager is measured by, in the same way; None without such KPIs."""
    card = plan.scorecard
    measured = {r.period: r.actuals for r in plan.reviews if r.actuals and r.actuals.kam}
    shown = {known: actuals.model_copy(update={"kpis": actuals.kam, "met": {}}) for known, actuals in measured.items()}
    return _score_card(plan, card, card.kam, shown, period) if card and card.kam else None


def _score_card(
    plan: Plan, card: Scorecard, items: tuple[Kpi, ...], measured: Mapping[Period, Actuals], period: Period | None
) -> ScorecardFigures:
    reached = [known for known in PERIODS if known in measured]
    if period is None and reached:
        period = reached[-1]
    earlier = [known for known in reached if period and PERIODS.index(known) < PERIODS.index(period)]
    previous = earlier[-1] if earlier else None

    before = {kpi.item.id: kpi for kpi in _score_all(plan, card, items, previous, measured)} if previous else {}
    kpis = tuple(_follow(kpi, before.get(kpi.item.id)) for kpi in _score_all(plan, card, items, period, measured))
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
    plan: Plan, card: Scorecard, items: tuple[Kpi, ...], period: Period | None, measured: Mapping[Period, Actuals]
) -> tuple[KpiScore, ...]:
    actuals = measured.get(period, _NOTHING) if period else _NOTHING
    return tuple(_score(item, actuals, card, period, plan.plan) for item in items)


def _score(item: Kpi, actuals: Actuals, card: Scorecard, period: Period | None, heading: Heading) -> KpiScore:
    def read(quantity: Quantity | None) -> Figure:
        return None if quantity is None else resolve(quantity, item.unit, heading)

    phased = item.quarters
    quarters = (read(phased.Q1), read(phased.Q2), read(phased.Q3), read(phased.Q4)) if phased else NONE
    top = None if item.top is None else Decimal(item.top)
    year_target = top if item.target is None else read(item.target)
    target = year_target if period is None or period == "year" else quarters[QUARTERS.index(period)]
    low, high, actual = read(item.low), read(item.high), read(actuals.kpis.get(item.id))
    met: frozenset[str] = frozenset()
    if item.checks and item.id in actuals.met:
        met = frozenset(check.id for check in item.checks).intersection(actuals.met[item.id])
        actual = Decimal(len(met))
    if top is None:
        reached = attainment = attain(actual, target, item.direction, low, high, card.cap)
    else:
        attainment = attain(actual, top, "higher", cap=_ONE)
        # What was not to be begun yet is on target as it is.
        reached = attainment if target is None else attain(actual, target, "higher") if target else _ONE
    if actual is None:
        reached = None
    aim = top or ((low if high is None else high) if item.direction == "band" else target)
    return KpiScore(
        item=item,
        last=read(item.last_year),
        year_target=year_target,
        target=target,
        low=low,
        high=high,
        quarters=quarters,
        actual=actual,
        met=met,
        attainment=attainment,
        reason=None if attainment is not None else _reason(actual, aim),
        colour=colour_of(reached, card.green, card.amber),
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
