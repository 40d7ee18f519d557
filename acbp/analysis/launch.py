"""The launch plan on the calendar: the dates of each step, and where the launch stands on a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from acbp.analysis.catalogue import Catalogue
from acbp.model import Plan
from acbp.model.launch import LaunchPlan, LaunchStep

State = Literal["past", "running", "ahead"]


@dataclass(frozen=True, slots=True)
class StepDates:
    """One step."""

    item: LaunchStep
    first: date
    last: date
    state: State
    owner: str | None
    customer_owner: str | None


@dataclass(frozen=True, slots=True)
class Launch:
    """The launch."""

    item: LaunchPlan
    steps: tuple[StepDates, ...]
    """By their first day."""
    days: int
    """Length in days: the last day of the last step."""
    end: date
    today: int | None
    """Which day of the launch it is, from 1; None before it and after it."""


def date_launch(plan: Plan, names: Catalogue, as_of: date) -> Launch | None:
    """Put the steps on the calendar; None where the plan launches nothing."""
    given = plan.promotions.launch_plan if plan.promotions else None
    if given is None or not given.steps:
        return None

    def day(number: int) -> date:
        return given.start + timedelta(days=number - 1)

    def put(step: LaunchStep) -> StepDates:
        first, last = day(step.from_day), day(step.to_day)
        state: State = "past" if last < as_of else "ahead" if first > as_of else "running"
        return StepDates(step, first, last, state, names.person(step.owner), names.person(step.customer_owner))

    days = max(step.to_day for step in given.steps)
    today = (as_of - given.start).days + 1
    return Launch(
        item=given,
        steps=tuple(sorted(map(put, given.steps), key=lambda step: (step.first, step.last))),
        days=days,
        end=day(days),
        today=today if 1 <= today <= days else None,
    )
