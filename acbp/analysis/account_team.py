"""Who on our side takes what part in which task (RACI), who decides at the customer, and the skills of the manager."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Figure, ratio, total
from acbp.model import Plan
from acbp.model.organisation import BuyingStep
from acbp.model.team import Skill, Task

Letter = Literal["R", "A", "C", "I", "A/R"]
Fault = Literal["no-accountable", "no-responsible"]
SKILLS = ("resources", "problem-solving", "expertise", "information", "communication")


@dataclass(frozen=True, slots=True)
class TaskParts:
    """One task: each person's part in it."""

    task: Task
    parts: tuple[Letter | None, ...]
    """In the order of the people; the strongest part where one is named twice."""
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The task matrix."""

    people: tuple[str, ...]
    """Ids of contacts: in the order of the team, then as the tasks name them."""
    tasks: tuple[TaskParts, ...]
    leading: tuple[int, ...]
    """For each person, the tasks that they answer for."""
    doing: tuple[int, ...]
    """For each person, the tasks that they do."""
    gaps: int
    """Tasks for which nobody answers, or that nobody does."""


@dataclass(frozen=True, slots=True)
class Decider:
    """One person at the customer and their part in each step of the decision."""

    contact: str
    parts: tuple[str | None, ...]
    """In the order of the steps."""


@dataclass(frozen=True, slots=True)
class AccountTeam:
    """The people of both sides, as far as work and decisions go."""

    matrix: Matrix | None
    deciders: tuple[Decider, ...]
    """Those who decide most often first, then as the steps name them."""
    skills: tuple[Skill, ...]
    """In the trade's order."""
    skill_mean: Figure
    """Mean of the scores now."""
    skill_wanted: Figure
    """Mean of the scores wanted; None where one skill has none."""


def arrange_team(plan: Plan) -> AccountTeam | None:
    """Arrange tasks, decisions and skills; None where the plan says nothing of them."""
    supplier = plan.supplier
    deciders = _decide(plan.account.buying_process)
    if not (supplier.tasks or deciders or supplier.kam_skills):
        return None
    skills = tuple(sorted(supplier.kam_skills, key=lambda skill: SKILLS.index(skill.skill)))
    count = Decimal(len(skills))
    return AccountTeam(
        matrix=_arrange(plan) if supplier.tasks else None,
        deciders=deciders,
        skills=skills,
        skill_mean=ratio(total(Decimal(skill.score) for skill in skills), count),
        skill_wanted=ratio(total(None if s.wanted is None else Decimal(s.wanted) for s in skills), count),
    )


def _arrange(plan: Plan) -> Matrix:
    tasks = plan.supplier.tasks
    named = (contact for task in tasks for contact in _people(task))
    people = tuple(dict.fromkeys((*(member.contact for member in plan.supplier.team), *named)))
    involved = {contact for task in tasks for contact in _people(task)}
    people = tuple(contact for contact in people if contact in involved)
    rows = tuple(TaskParts(task, tuple(_part(task, contact) for contact in people), _faults(task)) for task in tasks)
    return Matrix(
        people=people,
        tasks=rows,
        leading=tuple(sum(task.accountable == contact for task in tasks) for contact in people),
        doing=tuple(sum(contact in task.responsible for task in tasks) for contact in people),
        gaps=sum(bool(row.faults) for row in rows),
    )


def _people(task: Task) -> Iterable[str]:
    if task.accountable:
        yield task.accountable
    yield from (*task.responsible, *task.consulted, *task.informed)


def _part(task: Task, contact: str) -> Letter | None:
    if task.accountable == contact:
        return "A/R" if contact in task.responsible else "A"
    if contact in task.responsible:
        return "R"
    if contact in task.consulted:
        return "C"
    return "I" if contact in task.informed else None


def _faults(task: Task) -> tuple[Fault, ...]:
    found: list[Fault] = []
    if task.accountable is None:
        found.append("no-accountable")
    if not task.responsible:
        found.append("no-responsible")
    return tuple(found)


def _decide(steps: tuple[BuyingStep, ...]) -> tuple[Decider, ...]:
    contacts = dict.fromkeys(voice.contact for step in steps for voice in step.people)
    parts = [{voice.contact: voice.part for voice in step.people} for step in steps]
    found = [Decider(contact, tuple(part.get(contact) for part in parts)) for contact in contacts]
    return tuple(sorted(found, key=lambda each: -each.parts.count("decider")))
