"""Many plans → what is wrong with them; nothing is built, and no library for pages is loaded."""

from collections.abc import Iterable
from pathlib import Path

from acbp.building.appearance import check_appearance
from acbp.building.outcome import Outcome, PlanOutcome
from acbp.building.references import check_texts


def validate(paths: Iterable[Path], overrides: Iterable[str] = ()) -> Outcome:
    """Check every plan at or below `paths`, each with its workspace file and with these `path=value` texts put in."""
    from acbp.loading import discover, load_plan

    sources, problems = discover(paths)
    said = tuple(overrides)
    plans = []
    for source in sources:
        loaded = load_plan(source, overrides=said)
        look = check_appearance(loaded, source) if loaded.plan is not None else []
        plans.append(
            PlanOutcome(source.name, loaded.language, problems=(*loaded.problems, *look, *check_texts(loaded)))
        )
    return Outcome(tuple(plans), tuple(problems))
