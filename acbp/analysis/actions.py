"""Where the actions stand on a day: done, late, at risk; the load on each owner; what others wait for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure
from acbp.model import Plan
from acbp.model.activity import Action, Side
from acbp.model.ambitions import Strategy

State = Literal["done", "on-track", "at-risk", "late", "not-started", "dropped"]
STATES: tuple[State, ...] = ("done", "on-track", "at-risk", "late", "not-started", "dropped")


@dataclass(frozen=True, slots=True)
class ActionState:
    """One action on the day."""

    item: Action
    number: str
    """``1.2``: the group's number and the place within it."""
    state: State
    days_late: int | None
    """Days past the due date, for late actions and those done too late."""
    elapsed: Figure
    """Share of its time that has passed, 0 to 1; None without both dates."""
    owner: str | None
    """Name."""
    customer_owner: str | None
    waiting: tuple[str, ...]
    """Ids of open actions that cannot end before this one, directly or through others."""
    blocked_by: tuple[str, ...]
    """Ids of open actions that must be done before."""
    critical: bool
    """True while it is open and others wait for it."""


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """The actions of one strategy."""

    number: int
    """The strategy's place in the plan, from 1; those without a strategy follow the last."""
    strategy: Strategy | None
    actions: tuple[ActionState, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What one person answers for."""

    contact: str
    name: str
    side: Side | None
    actions: int
    """All but the dropped ones."""
    open: int
    late: int
    at_risk: int


@dataclass(frozen=True, slots=True)
class Actions:
    """All actions on the day."""

    as_of: date
    groups: tuple[ActionGroup, ...]
    """Strategies that have actions, in the plan's order; actions without one last."""
    counts: Mapping[State, int]
    """Every state, also those with none."""
    total: int
    """All but the dropped ones."""
    attention: tuple[ActionState, ...]
    """Late ones by days late, then those at risk by due date."""
    critical: tuple[ActionState, ...]
    load: tuple[Load, ...]
    """Our side first, then by open actions."""


def follow_actions(plan: Plan, names: Catalogue, as_of: date) -> Actions | None:
    """Work out where the actions stand; None where there are none."""
    raise NotImplementedError


def is_open(action: Action, day: date) -> bool:
    """Whether an action was neither done nor dropped at the end of a day; done without a date counts as done."""
    raise NotImplementedError
