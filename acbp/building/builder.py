"""Many plans → documents: what is unchanged is left alone, the rest is built here or by workers."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from acbp.building import memory
from acbp.building.jobs import Options
from acbp.building.naming import read_name
from acbp.building.outcome import Outcome, PlanOutcome
from acbp.building.scaffold import slug
from acbp.building.writing import prepare_folder, remove_stale_parts
from acbp.problems import Problem

if TYPE_CHECKING:
    from acbp.building.making import Renderer
    from acbp.loading import PlanSource

Report = Callable[[PlanOutcome, int, int], None]
"""Called as each plan is done, with how many are done and how many there are."""

Name = tuple[str, str | None]
"""A plan's id and language: together they name its files."""


def build(paths: Iterable[Path], options: Options, report: Report, renderer: "Renderer | None" = None) -> Outcome:
    """Build every plan at or below `paths`; a plan that cannot be built stops no other.

    `renderer` takes the place of the real one; with several workers it must be a function of a module.
    """
    from acbp.loading.source import discover

    sources, problems = discover(paths)
    if sources and (unwritable := prepare_folder(options.output)):
        return Outcome((), (*problems, unwritable))
    done: dict[PlanSource, PlanOutcome] = {}

    def finish(source: "PlanSource", outcome: PlanOutcome) -> None:
        if source in warnings:
            outcome = replace(outcome, problems=(*outcome.problems, warnings[source]))
        done[source] = outcome
        report(outcome, len(done), len(sources))

    recalled = {} if options.force else {source: memory.recall(source, options) for source in sources}
    names = {source: _name(source, options, recalled.get(source)) for source in sources} if len(sources) > 1 else {}
    groups = [group for group in _group(names) if len(group) > 1]
    warnings = {source: _warning(source, group, names) for group in groups for source in group}
    if groups:
        options = replace(options, aliases=_aliases(groups, names))
        recalled |= {source: memory.recall(source, options) for source in warnings if source in recalled}
    for source in sources:
        if source not in done and (known := recalled.get(source)):
            finish(source, known[0])
    rest = [source for source in sources if source not in done]
    if rest:
        remove_stale_parts(options.output)
        _build(rest, options, finish, renderer)
    return Outcome(tuple(done[source] for source in sources), tuple(problems))


def _build(
    sources: Sequence["PlanSource"],
    options: Options,
    finish: "Callable[[PlanSource, PlanOutcome], None]",
    renderer: "Renderer | None",
) -> None:
    workers = min(options.workers or _cores(), len(sources))
    if workers == 1:
        from acbp.building.making import make

        for source in sources:
            finish(source, make(source, options, renderer))
    else:
        from acbp.building.workers import Crew

        for source, outcome in Crew(workers, options, renderer).work(sources):
            finish(source, outcome)


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _name(source: "PlanSource", options: Options, recalled: tuple[PlanOutcome, str] | None) -> Name | None:
    """What a plan's files will be called; None if that cannot be told, and then its own problems are told later."""
    if recalled is not None:
        outcome, plan_id = recalled
        return plan_id, outcome.documents[0].lang if outcome.documents else None
    named = read_name(source, options.overrides)
    return (named[0], options.lang or named[1]) if named else None


def _group(names: "dict[PlanSource, Name | None]") -> "list[list[PlanSource]]":
    """Plans whose files would have the same name, together."""
    groups: dict[Name, list[PlanSource]] = defaultdict(list)
    for source, name in names.items():
        if name is not None:
            groups[name].append(source)
    return list(groups.values())


def _aliases(groups: "list[list[PlanSource]]", names: "dict[PlanSource, Name | None]") -> dict[str, str]:
    """What the files of plans that share an id are called: the first as always, the others after their own file too."""
    aliases: dict[str, str] = {}
    for group in groups:
        for number, source in enumerate(group[1:], start=2):
            plan_id = names[source][0]  # type: ignore[index]
            alias = f"{plan_id}@{slug(source.path.stem, str(number))}"
            aliases[source.name] = f"{alias}-{number}" if alias in aliases.values() else alias
    return aliases


def _warning(source: "PlanSource", group: "list[PlanSource]", names: "dict[PlanSource, Name | None]") -> Problem:
    other = group[1 if source is group[0] else 0]
    return Problem("W906", {"file": source.name, "other": other.name, "id": names[source][0]})  # type: ignore[index]
