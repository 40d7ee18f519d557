"""What ladders and checklists allow: one kind a KPI, levels that there are, items that are on the list."""

from collections.abc import Iterator

from acbp.model.links import Location
from acbp.model.plan import Plan
from acbp.model.progress import Kpi, Review
from acbp.model.scalars import Quantity
from acbp.problems import nearest

Fault = tuple[str, dict[str, str], Location]


def check_scoring(plan: Plan) -> Iterator[Fault]:
    """Yield the faults of a scorecard's ladders and checklists, and of what the reviews say of them."""
    for listed in ("kpis", "kam") if plan.scorecard else ():
        kpis: tuple[Kpi, ...] = getattr(plan.scorecard, listed)
        for index, kpi in enumerate(kpis):
            yield from _check_kpi(kpi, ("scorecard", listed, index))
        by_id = {kpi.id: kpi for kpi in kpis}
        for index, review in enumerate(plan.reviews):
            for name, value in (getattr(review.actuals, listed) if review.actuals else {}).items():
                if name in by_id:
                    yield from _check_actual(by_id[name], value, ("reviews", index, "actuals", listed, name))
    for index, review in enumerate(plan.reviews):
        yield from _check_met(plan, review, ("reviews", index, "actuals", "met"))


def _check_kpi(kpi: Kpi, location: Location) -> Iterator[Fault]:
    if kpi.levels and kpi.checks:
        yield "E260", {}, (*location, "checks")
    for name in ("target", "last_year"):
        yield from _check_level(kpi, getattr(kpi, name), (*location, name))
    for quarter in ("Q1", "Q2", "Q3", "Q4") if kpi.quarters else ():
        yield from _check_level(kpi, getattr(kpi.quarters, quarter), (*location, "quarters", quarter))
    first: set[str] = set()
    for at, check in enumerate(kpi.checks):
        if check.id in first:
            yield "E263", {"id": check.id}, (*location, "checks", at, "id")
        first.add(check.id)


def _check_actual(kpi: Kpi, value: Quantity, location: Location) -> Iterator[Fault]:
    if kpi.checks:
        yield "E262", {"kpi": kpi.id}, location
    else:
        yield from _check_level(kpi, value, location)


def _check_level(kpi: Kpi, given: Quantity | None, location: Location) -> Iterator[Fault]:
    """A level, or a number of items met, is a whole number from 0 (none yet) to the top."""
    if kpi.top is None or given is None or given.percent:
        return
    if given.value != int(given.value) or not 0 <= given.value <= kpi.top:
        yield "E261", {"value": str(given.value), "top": str(kpi.top)}, location


def _check_met(plan: Plan, review: Review, location: Location) -> Iterator[Fault]:
    lists = {kpi.id: [check.id for check in kpi.checks] for kpi in plan.scorecard.kpis} if plan.scorecard else {}
    for name, met in (review.actuals.met if review.actuals else {}).items():
        known = lists.get(name)
        for at, item in enumerate(met if known is not None else ()):
            if item not in known:
                near = nearest(item, known)
                values = {"variant": "near", "nearest": near[0]} if near else {"known": ", ".join(known) or "-"}
                yield "E264", {"id": item, "kpi": name, **values}, (*location, name, at)
