"""Complaints and problems on a day: their age, how many were closed in time, and which are due to climb."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure, share
from acbp.model import Plan
from acbp.model.service import Escalation, Issue, Severity

SEVERITIES: tuple[Severity, ...] = ("critical", "major", "minor")


@dataclass(frozen=True, slots=True)
class IssueState:
    """One issue on the day."""

    item: Issue
    open: bool
    age: int
    """Days since it was raised; for a closed one, the days until it was closed."""
    owner: str | None
    limit: int | None
    """Days within which an issue of its severity is closed; None where none is agreed."""
    in_time: bool | None
    """Whether it was closed within the limit; False for an open one past it, None while that is open or unknown."""
    escalation: Escalation | None
    """The highest step of escalation that an open one has reached."""


@dataclass(frozen=True, slots=True)
class Issues:
    """All issues that were raised by the day."""

    as_of: date
    items: tuple[IssueState, ...]
    """Open ones first, by severity and age; then the closed ones, the latest first."""
    received: int
    open: int
    closed: int
    closed_in_time: Figure
    """Closed within the limit ÷ received, over the issues whose severity has a limit; None where none has."""
    median_days: Figure
    """Median of the days that the closed ones took."""
    escalated: tuple[IssueState, ...]
    """Open ones that are due to climb."""


def follow_issues(plan: Plan, names: Catalogue, as_of: date) -> Issues | None:
    """Work out where the issues stand on a day; None where none was raised by then."""
    given = plan.issues.items if plan.issues else ()
    raised = [issue for issue in given if issue.date <= as_of]
    if not raised or plan.issues is None:
        return None
    terms = plan.service.complaint_terms if plan.service else ()
    limits = {term.severity: term.close_days for term in terms}
    states = [_follow(issue, limits.get(issue.severity), plan.issues.escalation, names, as_of) for issue in raised]
    open_ = sorted((s for s in states if s.open), key=lambda s: (SEVERITIES.index(s.item.severity), -s.age))
    closed = sorted((s for s in states if not s.open), key=lambda s: s.item.closed or as_of, reverse=True)
    bound = [state for state in states if state.limit is not None]
    return Issues(
        as_of=as_of,
        items=(*open_, *closed),
        received=len(states),
        open=len(open_),
        closed=len(closed),
        closed_in_time=share(Decimal(sum(s.in_time is True for s in bound)), Decimal(len(bound))),
        median_days=Decimal(str(median(s.age for s in closed))) if closed else None,
        escalated=tuple(state for state in open_ if state.escalation),
    )


def _follow(issue: Issue, limit: int | None, rules: Iterable[Escalation], names: Catalogue, as_of: date) -> IssueState:
    closed = issue.closed if issue.closed and issue.closed <= as_of else None
    age = ((closed or as_of) - issue.date).days
    if limit is None:
        in_time = None
    elif closed:
        in_time = age <= limit
    else:
        in_time = False if age > limit else None
    reached = [rule for rule in rules if rule.severity in (None, issue.severity) and age >= rule.days]
    return IssueState(
        item=issue,
        open=closed is None,
        age=age,
        owner=names.person(issue.owner),
        limit=limit,
        in_time=in_time,
        escalation=max(reached, key=lambda rule: rule.days) if reached and closed is None else None,
    )
