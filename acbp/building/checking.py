"""A sound plan → what the rules find in it, as problems with their places in the files."""

from datetime import date
from typing import Any

from acbp.problems import Problem


def check_rules(loaded: Any, as_of: date | None = None) -> list[Problem]:
    """Return what the rules find in a loaded plan on a day, by default its own date; nothing for a plan with errors.

    A code in the workspace file that no rule has is a problem there.
    """
    if loaded.plan is None:
        return []
    from acbp.analysis import analyse, rules

    day = as_of or loaded.plan.plan.date
    figures = analyse(loaded.plan, loaded.workspace, day)
    found = rules.check_rules(loaded.plan, loaded.workspace, figures, day, loaded.name)
    problems = [
        Problem(
            breach.rule.code,
            breach.values,
            loaded.place(breach.location),
            loaded.name(breach.location),
            breach.severity,
        )
        for breach in found
    ]
    return [*problems, *_unknown_codes(loaded)]


def _unknown_codes(loaded: Any) -> list[Problem]:
    from acbp.analysis.rules import find_rule, suggest_rule

    weights = loaded.workspace_root.get("rules") if loaded.workspace_root else None
    problems = []
    for code in loaded.workspace.rules:
        if find_rule(code) is None:
            node = weights.get(code) if weights is not None else None
            place = node.key.place() if node is not None and node.key else None
            values = {"rule": code, "nearest": suggest_rule(code)}
            problems.append(Problem("R906", values, place, f"rules.{code}", "warning"))
    return problems
