"""Where the actions stand on a day: done, late, at risk; the load on each owner; what others wait for."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure, difference
from acbp.model import Plan
from acbp.model.activity import Action, Side
from acbp.model.ambitions import Strategy

State = Literal["done", "on-track", "at-risk", "late", "not-started", "dropped"]
STATES: tuple[State, ...] = ("done", "on-track", "at-risk", "late", "not-started", "dropped")

_TOLERANCE = Decimal("0.15")
"""How far progress may stay behind the time that has passed before an action is at risk."""


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
    """Ids of open actions that depend on this one."""
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
    if not plan.actions:
        return None
    strategies = {strategy.id: place for place, strategy in enumerate(plan.strategies)}
    grouped: dict[int, list[Action]] = {}
    for action in plan.actions:
        grouped.setdefault(strategies.get(action.strategy or "", len(strategies)), []).append(action)
    open_actions = {action.id: action for action in plan.actions if is_open(action, as_of)}
    waiting = _waiting(open_actions)

    groups = tuple(
        ActionGroup(
            number=place + 1,
            strategy=plan.strategies[place] if place < len(strategies) else None,
            actions=tuple(
                _follow(action, f"{place + 1}.{row}", open_actions, waiting, names, as_of)
                for row, action in enumerate(grouped[place], start=1)
            ),
        )
        for place in sorted(grouped)
    )
    states = [state for group in groups for state in group.actions]
    counts = Counter(state.state for state in states)
    late = sorted((state for state in states if state.state == "late"), key=lambda state: -(state.days_late or 0))
    at_risk = sorted((state for state in states if state.state == "at-risk"), key=lambda s: s.item.due or date.max)
    return Actions(
        as_of=as_of,
        groups=groups,
        counts={state: counts[state] for state in STATES},
        total=len(states) - counts["dropped"],
        attention=(*late, *at_risk),
        critical=tuple(state for state in states if state.critical),
        load=_loads(states, names),
    )


def is_open(action: Action, day: date) -> bool:
    """Whether an action was neither done nor dropped at the end of a day; done without a date counts as done."""
    if action.status == "done":
        return action.done_on is not None and action.done_on > day
    return action.status == "open"


def days_late(action: Action, day: date) -> int | None:
    """Return the days between the due date and the day, or the day on which it was done; None while there are none."""
    until = day if is_open(action, day) else action.done_on
    if action.due is None or until is None or action.status == "dropped" or until <= action.due:
        return None
    return (until - action.due).days


def _follow(
    action: Action,
    number: str,
    open_actions: Mapping[str, Action],
    waiting: Mapping[str, tuple[str, ...]],
    names: Catalogue,
    as_of: date,
) -> ActionState:
    elapsed = _elapsed(action, as_of)
    return ActionState(
        item=action,
        number=number,
        state=_state(action, elapsed, as_of),
        days_late=days_late(action, as_of),
        elapsed=elapsed,
        owner=names.person(action.owner),
        customer_owner=names.person(action.customer_owner),
        waiting=waiting.get(action.id, ()),
        blocked_by=tuple(other for other in action.depends_on if other in open_actions),
        critical=bool(waiting.get(action.id)),
    )


def _elapsed(action: Action, as_of: date) -> Figure:
    if action.start is None or action.due is None or action.due < action.start:
        return None
    length = (action.due - action.start).days + 1
    return Decimal(min(max((as_of - action.start).days + 1, 0), length)) / length


def _state(action: Action, elapsed: Figure, as_of: date) -> State:
    """The state on the day; progress that nobody reported is unknown and puts no action at risk."""
    if not is_open(action, as_of):
        return "done" if action.status == "done" else "dropped"
    if action.due is not None and action.due < as_of:
        return "late"
    behind = difference(elapsed, action.progress)
    if action.at_risk or (behind is not None and behind > _TOLERANCE):
        return "at-risk"
    begun = bool(action.progress) or (action.start is not None and action.start <= as_of)
    return "on-track" if begun else "not-started"


def _waiting(open_actions: Mapping[str, Action]) -> dict[str, tuple[str, ...]]:
    """For every open action the open ones that depend on it."""
    followers: dict[str, tuple[str, ...]] = {}
    for action in open_actions.values():
        for other in action.depends_on:
            if other in open_actions and other != action.id:
                followers[other] = (*followers.get(other, ()), action.id)
    return followers


def _loads(states: list[ActionState], names: Catalogue) -> tuple[Load, ...]:
    owned: dict[str, list[ActionState]] = {}
    for state in states:
        if state.state != "dropped":
            for owner in dict.fromkeys((state.item.owner, state.item.customer_owner)):
                if owner:
                    owned.setdefault(owner, []).append(state)
    loads = []
    for id, mine in owned.items():
        contact = names.contacts.get(id)
        counts = Counter(state.state for state in mine)
        loads.append(
            Load(
                contact=id,
                name=contact.name if contact else id,
                side=contact.side if contact else None,
                actions=len(mine),
                open=len(mine) - counts["done"],
                late=counts["late"],
                at_risk=counts["at-risk"],
            )
        )
    return tuple(sorted(loads, key=lambda load: (load.side != "us", -load.open, -load.actions)))
