"""What does not go together in the sections of space, service, issues, launches and governance."""

from collections.abc import Iterator
from typing import Any

from acbp.model.links import Location
from acbp.model.plan import Plan
from acbp.model.scalars import Quantity

Fault = tuple[str, dict[str, str], Location]

# More cases may be delivered than were ordered; no more deliveries can be on time than there were.
_WITHOUT_OVERAGE = ("on-time", "in-full", "on-shelf-hours", "on-shelf-audit")


def check_service(plan: Plan) -> Iterator[Fault]:
    """The faults of these sections that show only where two fields are read together."""
    yield from _signs(plan)
    yield from _parts(plan)
    for index, issue in enumerate(plan.issues.items if plan.issues else ()):
        if issue.closed and issue.closed < issue.date:
            values = {"start": str(issue.date), "end": str(issue.closed)}
            yield "E230", values, ("issues", "items", index, "closed")
    launch = plan.promotions.launch_plan if plan.promotions else None
    for index, step in enumerate(launch.steps if launch else ()):
        if step.to_day < step.from_day:
            values = {"start": str(step.from_day), "end": str(step.to_day)}
            yield "E230", values, ("promotions", "launch_plan", "steps", index, "to_day")


def _signs(plan: Plan) -> Iterator[Fault]:
    """A measure in per cent takes the sign, always."""
    standards = plan.service.standards if plan.service else ()
    evaluations = plan.plan.governance.evaluations if plan.plan.governance else ()
    for parts, place, names in (
        (standards, ("service", "standards"), ("last", "now", "target")),
        (evaluations, ("plan", "governance", "evaluations"), ("before", "now", "peers")),
    ):
        for index, part in enumerate(parts):
            for name in names:
                value = getattr(part, name)
                if isinstance(value, Quantity) and value.percent != (part.unit == "%"):
                    yield "E213", {"expected": "@percent" if part.unit == "%" else "@number"}, (*place, index, name)


def _parts(plan: Plan) -> Iterator[Fault]:
    """No part is larger than its whole."""

    def compare(part: int | None, whole: int, location: Location) -> Iterator[Fault]:
        if part is not None and part > whole:
            yield "E235", {"part": f"{part:,}", "whole": f"{whole:,}"}, location

    space: Any = plan.space
    for index, shelf in enumerate(space.shelves if space else ()):
        for name in ("last", "now", "target"):
            if counted := getattr(shelf, name):
                yield from compare(counted.own, counted.all, ("space", "shelves", index, name, "own"))
    for index, reach in enumerate(space.distribution if space else ()):
        for name in ("last", "now", "target"):
            yield from compare(getattr(reach, name), reach.stores, ("space", "distribution", index, name))
    for index, level in enumerate(plan.service.levels if plan.service else ()):
        if level.now and level.measure in _WITHOUT_OVERAGE:
            yield from compare(level.now.met, level.now.due, ("service", "levels", index, "now", "met"))
