"""Two versions of a plan → all that changed, as one edition may know it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from acbp.history.changes import Change, find_changes
from acbp.history.effects import Effect, find_effects
from acbp.history.git import GitFault
from acbp.history.versions import Version, open_versions
from acbp.loading.language import language_of
from acbp.loading.load import Loaded, load_plan
from acbp.loading.source import discover, locate
from acbp.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two versions of a plan; only ``problems`` where they cannot be compared."""

    plan: str
    """The plan as the user knows it."""
    language: str
    """The plan's own."""
    problems: tuple[Problem, ...] = ()
    old: Version | None = None
    new: Version | None = None
    changes: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()
    references: Any = None
    """Of the new version, as the edition may see it: how its figures are printed."""
    old_references: Any = None

    def place(self, change: Change) -> Place | None:
        """Where a change stands in the new version; in the old one for what is gone."""
        version = self.old if change.kind == "gone" else self.new
        return version.loaded.place(change.location) if version else None


def compare_plans(
    paths: Iterable[Path], revisions: Sequence[str] = (), *, edition: str = "internal", as_of: date | None = None
) -> Iterator[Comparison]:
    """Compare every plan at or below these paths, as `compare_revisions` does."""
    sources, problems = discover(paths)
    if problems:
        yield Comparison("", language_of(str(problems[0].place)), tuple(problems))
    for source in sources:
        yield compare_revisions(
            source.root if source.is_folder else source.path, revisions, edition=edition, as_of=as_of
        )


def compare_revisions(
    path: Path, revisions: Sequence[str] = (), *, edition: str = "internal", as_of: date | None = None
) -> Comparison:
    """Compare a plan with itself: as it lies there with HEAD or one revision, or two revisions with each other.

    A revision may be the path of another plan too: it is then compared with the first as the newer one.
    """
    if len(revisions) == 1 and not isinstance(other := locate(Path(revisions[0])), Problem):
        old, new = Version(str(path), load_plan(path)), Version(revisions[0], load_plan(other))
        return compare(str(path), old, new, edition=edition, as_of=as_of)
    try:
        versions = open_versions(path)
        old = versions.at(revisions[0] if revisions else "HEAD")
        new = versions.at(revisions[1]) if len(revisions) > 1 else versions.present()
        return compare(versions.source.name, old, new, edition=edition, as_of=as_of)
    except GitFault as fault:
        return Comparison(str(path), load_plan(path).language, (fault.problem,))


def compare(
    name: str, old: Version, new: Version, *, edition: str = "internal", as_of: date | None = None
) -> Comparison:
    """Compare two versions; both are cut down to the edition before anything is looked at.

    Each version is judged on its own date, or both on ``as_of``.
    """
    problems = [problem for version in (old, new) for problem in faults_of(version, name)]
    if problems:
        return Comparison(name, new.loaded.language, tuple(problems), old, new)
    before, after = (project(version.loaded, edition) for version in (old, new))
    (told, figures), (tells, results) = (read_references(each, as_of) for each in (before, after))
    return Comparison(
        plan=name,
        language=after.plan.plan.language,
        old=old,
        new=new,
        changes=find_changes(before.plan, after.plan),
        effects=find_effects(told, tells, figures, results),
        references=tells,
        old_references=told,
    )


def faults_of(version: Version, name: str) -> list[Problem]:
    """Return why a version cannot be compared: its errors, with E706 before them where it lies in git."""
    errors = [problem for problem in version.loaded.problems if problem.is_error]
    if version.loaded.plan is None and version.commit is not None:
        return [Problem("E706", {"file": name, "revision": version.name}), *errors]
    return errors


@dataclass(frozen=True, slots=True)
class Seen:
    """A plan and its workspace as one edition may see them, and the whole plan."""

    plan: Any
    workspace: Any
    whole: Any


def project(loaded: "Loaded[Any, Any]", edition: str) -> Seen:
    """Cut a plan down to an edition."""
    from acbp.editions import for_customer
    from acbp.editions.projection import seen

    if edition != "customer":
        return Seen(loaded.plan, loaded.workspace, None)
    return Seen(for_customer(loaded.plan), seen(loaded.workspace) if loaded.workspace else None, loaded.plan)


def read_references(held: Seen, as_of: date | None) -> tuple[Any, Any]:
    """Return what can be asked of a plan, and its figures."""
    from acbp.analysis.explaining import References
    from acbp.analysis.figures import analyse

    figures = analyse(held.plan, held.workspace, as_of or held.plan.plan.date)
    return References(held.plan, figures, held.whole), figures
