"""Many plans → what is wrong with them; nothing is built, and no library for pages is loaded."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from acbp.building.appearance import check_appearance
from acbp.building.checking import check_rules
from acbp.building.outcome import Outcome, PlanOutcome
from acbp.building.references import check_texts
from acbp.problems import Problem

Check = Callable[[Any, Any], Iterable[Problem]]
"""Takes a loaded plan and its source, and says what else is wrong with it."""


def validate(
    paths: Iterable[Path], overrides: Iterable[str] = (), as_of: date | None = None, also: Check | None = None
) -> Outcome:
    """Check every plan at or below `paths`, each with its workspace file and with these `path=value` texts put in.

    Lateness is judged on the day `as_of`, by default on the date of each plan. `also` looks at each plan that was read.
    """
    from acbp.loading import discover, load_plan

    sources, problems = discover(paths)
    said = tuple(overrides)
    plans = []
    for source in sources:
        loaded = load_plan(source, overrides=said)
        look = check_appearance(loaded, source) if loaded.plan is not None else []
        found = (*loaded.problems, *look, *check_texts(loaded, as_of), *check_rules(loaded, as_of))
        found += tuple(also(loaded, source)) if also else ()
        plans.append(PlanOutcome(source.name, loaded.language, problems=found))
    return Outcome(tuple(plans), tuple(problems))
