"""A sound plan → what the rules find in it, by the settings of the workspace and without what the plan sets aside."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import eq

from acbp.analysis.figures import Figures
from acbp.analysis.rules.register import Case, Rule, find_rule, known_rules, name_in
from acbp.model import Plan, Workspace
from acbp.model.heading import SetAside
from acbp.model.links import Location
from acbp.problems.codes import Severity

Name = Callable[[Location], str]
"""Returns a location in the words of the plan."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that is broken, where, and how much it weighs here."""

    rule: Rule
    severity: Severity
    location: Location
    values: Mapping[str, str]


def check_rules(
    plan: Plan, workspace: Workspace, figures: Figures, as_of: date, name: Name | None = None
) -> tuple[Breach, ...]:
    """Return what the rules find in a plan on a day, in order of code.

    A finding at or below the item of a line of `plan.set_aside` is left out; ``name`` says how its author names a
    location, where that is not the model's own way. A line that leaves nothing out is a finding itself (R905), and so
    is an unknown code (R906).
    """
    case = Case(plan, workspace, figures, as_of)
    used: set[int] = set()
    found = []
    for rule in known_rules():
        if (severity := _severity(rule, workspace)) is None:
            continue
        for location, values in rule.check(case):
            names = {name_in(plan, location), name(location) if name else ""}
            covering = {at for at, line in enumerate(plan.plan.set_aside) if _covers(line, rule.code, names)}
            used |= covering
            if not covering:
                found.append(Breach(rule, severity, location, values))
    found += _needless(plan, workspace, used)
    return tuple(sorted(found, key=lambda breach: breach.rule.code))


def suggest_rule(code: str) -> str:
    """The rule whose code differs in the fewest characters from one that does not exist."""
    wanted = code.upper()
    return max((rule.code for rule in known_rules()), key=lambda known: sum(map(eq, wanted, known)))


def _severity(rule: Rule, workspace: Workspace) -> Severity | None:
    """How much a rule weighs in this workspace; None where it is switched off."""
    said = workspace.rules.get(rule.code, rule.severity)
    return None if said == "off" else said


def _covers(line: SetAside, code: str, names: set[str]) -> bool:
    if line.rule != code:
        return False
    return line.at is None or any(name == line.at or name.startswith((f"{line.at}.", f"{line.at}[")) for name in names)


def _needless(plan: Plan, workspace: Workspace, used: set[int]) -> Iterator[Breach]:
    for at, line in enumerate(plan.plan.set_aside):
        known = find_rule(line.rule)
        told = find_rule("R905" if known else "R906")
        assert told is not None
        severity = _severity(told, workspace)
        if severity is None or at in used or (known and _severity(known, workspace) is None):
            continue
        values = {"rule": line.rule} if known else {"rule": line.rule, "nearest": suggest_rule(line.rule)}
        yield Breach(told, severity, ("plan", "set_aside", at, "rule"), values)
