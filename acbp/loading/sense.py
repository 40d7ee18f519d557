"""What each field allows but the plan as a whole does not: percentages without a sign, ends before starts, doubles."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from acbp.loading.making_up import check_layout
from acbp.loading.nodes import Node
from acbp.loading.positions import find, name_of
from acbp.loading.scenario_changes import changes_amiss
from acbp.loading.scoring import check_scoring
from acbp.loading.servicing import check_service
from acbp.model.activity import Promotion, Span
from acbp.model.base import Part
from acbp.model.links import Location
from acbp.model.plan import Plan
from acbp.model.scalars import Quantity
from acbp.problems import Problem

PERCENT = "%"


def check_sense(plan: Plan, root: Node) -> list[Problem]:
    """The faults that show only where two fields are read together; each at the place to mend."""
    return [
        Problem(code, values, find(root, location).node.place(), name_of(root, location))
        for code, values, location in _faults(plan)
    ]


Fault = tuple[str, dict[str, str], Location]


def _faults(plan: Plan) -> Iterator[Fault]:
    yield from _units(plan)
    yield from _spans(plan)
    yield from _actions(plan)
    yield from _scores(plan)
    yield from changes_amiss(plan)
    yield from check_scoring(plan)
    yield from check_service(plan)
    yield from check_layout(plan)
    first: dict[str, int] = {}
    for index, review in enumerate(plan.reviews):
        if review.period in first:
            values = {"period": review.period, "first": f"reviews[{first[review.period] + 1}]"}
            yield "E231", values, ("reviews", index, "period")
        first.setdefault(review.period, index)


def _units(plan: Plan) -> Iterator[Fault]:
    """A measure in per cent takes the sign, always: 0.9 could be meant as 0.9% or as 90%."""
    for index, objective in enumerate(plan.objectives):
        yield from _measures(objective, objective.unit, ("objectives", index), ("baseline", "target", "quarters"))
    for index, strategy in enumerate(plan.strategies):
        for at, measure in enumerate(strategy.measures):
            yield from _measures(measure, measure.unit, ("strategies", index, "measures", at), ("start", "target"))
    for listed in ("kpis", "kam") if plan.scorecard else ():
        kpis = getattr(plan.scorecard, listed)
        for index, kpi in enumerate(kpis):
            names = ("target", "low", "high", "last_year", "quarters")
            yield from _measures(kpi, kpi.unit, ("scorecard", listed, index), names)
        units = {kpi.id: kpi.unit for kpi in kpis}
        for index, review in enumerate(plan.reviews):
            for name, value in (getattr(review.actuals, listed) if review.actuals else {}).items():
                if name in units:
                    yield from _measure(value, units[name], ("reviews", index, "actuals", listed, name))


def _measures(part: Part, unit: str | None, location: Location, names: tuple[str, ...]) -> Iterator[Fault]:
    for name in names:
        held = getattr(part, name)
        if isinstance(held, Part):
            yield from _measures(held, unit, (*location, name), ("Q1", "Q2", "Q3", "Q4"))
        else:
            yield from _measure(held, unit, (*location, name))


def _measure(value: Any, unit: str | None, location: Location) -> Iterator[Fault]:
    if isinstance(value, Quantity) and value.percent != (unit == PERCENT):
        expected = "@percent" if unit == PERCENT else "@number"
        yield "E213", {"expected": expected}, location


def _spans(plan: Plan) -> Iterator[Fault]:
    promotions = plan.promotions
    lists: dict[str, tuple[Span | Promotion, ...]] = {}
    if promotions:
        lists = {"items": promotions.items, "campaigns": promotions.campaigns, "displays": promotions.displays}
    for name, spans in lists.items():
        for index, span in enumerate(spans):
            if span.end_week < span.start_week:
                values = {"start": f"W{span.start_week}", "end": f"W{span.end_week}"}
                yield "E230", values, ("promotions", name, index, "end_week")


def _actions(plan: Plan) -> Iterator[Fault]:
    for index, action in enumerate(plan.actions):
        if _before(action.due, action.start):
            yield "E230", {"start": str(action.start), "end": str(action.due)}, ("actions", index, "due")
        if action.progress is not None and not 0 <= action.progress <= 1:
            yield "E234", {}, ("actions", index, "progress")
        if action.id in action.depends_on:
            yield "E233", {}, ("actions", index, "depends_on", action.depends_on.index(action.id))


def _before(end: date | None, start: date | None) -> bool:
    return end is not None and start is not None and end < start


def _scores(plan: Plan) -> Iterator[Fault]:
    opportunities = plan.opportunities
    for index, item in enumerate(opportunities.items if opportunities else ()):
        for name, score in item.scores.items():
            if opportunities and not Decimal(1) <= score <= opportunities.scale:
                values = {"score": str(score), "top": str(opportunities.scale)}
                yield "E232", values, ("opportunities", "items", index, "scores", name)
    for index, assessment in enumerate(plan.account.assessments):
        here: Location = ("account", "assessments", index)
        scores = [((*here, "factors", at, "score"), factor.score) for at, factor in enumerate(assessment.factors)]
        for at, candidate in enumerate(assessment.candidates):
            scores += [((*here, "candidates", at, "scores", name), score) for name, score in candidate.scores.items()]
        for location, given in scores:
            if given is not None and not Decimal(1) <= given <= assessment.scale:
                yield "E232", {"score": str(given), "top": str(assessment.scale)}, location
