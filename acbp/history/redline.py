"""The plan as it is and a revision → what changed since, ready for the pages of the PDF."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from acbp.history.changes import Change, title_of
from acbp.history.comparison import Comparison, compare
from acbp.history.git import GitFault
from acbp.history.versions import open_versions
from acbp.history.wording import Sayer
from acbp.model.base import Part
from acbp.model.chinese_names import COMMON_NAMES
from acbp.model.links import items_of
from acbp.problems import Problem
from acbp.rendering.redline import Group, Line, Redline

_MAKE_UP = ("plan.pages", "layout", "translations", "plan.set_aside", "plan.brand")
"""What the document looks like, not what it says."""


def read_redline(
    path: Path, edition: str, language: str, *, revision: str, until: str | None = None
) -> Redline | tuple[Problem, ...]:
    """Return what changed in a plan since a revision, as one edition may know it; or why that cannot be told.

    The newer version is the plan as it lies there, or as it was at the revision ``until``.
    """
    try:
        versions = open_versions(path)
        old, new = versions.at(revision), versions.at(until) if until else versions.present()
    except GitFault as fault:
        return (fault.problem,)
    found = compare(versions.source.name, old, new, edition=edition)
    if found.problems or old.commit is None:
        return found.problems
    heading = found.old_references.plan.plan
    effects = tuple(_effects(found, language))
    groups = tuple(_groups(found, language))
    return Redline(heading.version, heading.date, old.commit.id, (*groups, Group("effects", "", effects)))


def _groups(found: Comparison, language: str) -> Iterator[Group]:
    said = [(change, line) for change in found.changes if (line := _line(found, change, language))]
    for section, lines in groupby(said, key=lambda each: each[0].section):
        heading = COMMON_NAMES.get(section, section) if language == "zh" else section.replace("_", " ")
        yield Group("changes", heading, tuple(line for _, line in lines))


def _line(found: Comparison, change: Change, language: str) -> Line | None:
    """A change as a line; None for what is not printed, or prints as it did."""
    if change.name.startswith(_MAKE_UP):
        return None
    before, after = (
        Sayer(references, language, filled=True) for references in (found.old_references, found.references)
    )
    _, *below = before.pick(change.label).split(" · ")
    what = " · ".join(below) or before.pick(change.label)
    if change.kind == "moved" and change.old and change.new:
        places = (before(f"第 {value.held} 项", f"item {value.held}") for value in (change.old, change.new))
        return Line(what, *places)
    if change.old and isinstance(change.old.held, Part) and change.kind == "gone":
        return Line(what, "", before("已删去", "removed"))
    if change.new and isinstance(change.new.held, Part) and change.kind == "added":
        return Line(what, "", after("新增", "new"))
    old = before.value(change.old) if change.old else ""
    new = after.value(change.new) if change.new else ""
    if old == new:
        old, new = before.values(change.old, change.new)
    return Line(what, old, new) if old != new else None


def _effects(found: Comparison, language: str) -> Iterable[Line]:
    say = Sayer(found.references, language)
    plans = [references.plan for references in (found.old_references, found.references)]
    # People know items by their names, not by the ids that references are made of.
    names = {
        item.id: say.pick(title)
        for plan in plans
        for items in items_of(plan).values()
        for _, item in items
        if (title := title_of(item))
    }
    for effect in found.effects:
        if effect.main:
            what = say.pick(effect.title)
            for step in effect.reference.split("."):
                what = what.replace(f" {step}", f" {names[step]}") if step in names else what
            yield Line(what, *say.outcomes((effect.old, effect.new)))
