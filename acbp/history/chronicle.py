"""The versions of a plan, one after the other: what each brought, and how one figure moved through them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from acbp.analysis.explaining import Explanation
from acbp.analysis.landing import score_forecast
from acbp.history.changes import find_changes
from acbp.history.comparison import faults_of, project, read_references
from acbp.history.git import GitFault
from acbp.history.versions import Version, Versions, open_versions
from acbp.problems import Problem

STAR = "*"
_FORECASTS = re.compile(r"reviews\.[^.]+\.(landing|forecast)")
_YEAR = "reviews.year.year-to-date.actual"


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of a plan; without ``references`` it cannot be read, and the errors among ``problems`` say why."""

    version: Version
    problems: tuple[Problem, ...] = ()
    references: Any = None
    changes: int | None = None
    """How many since the version before that could be read; None for the first."""
    reasons: tuple[str, ...] = ()
    """What the plan's own change log gives as reasons, in the entries that are new in this version."""

    @property
    def plan(self) -> Any:
        """The plan as the edition may see it."""
        return self.references.plan


@dataclass(frozen=True, slots=True)
class Move:
    """A figure in the version that changed it; ``found`` is None where it was gone."""

    entry: Entry
    found: Explanation | None
    accuracy: Decimal | None = None
    """1 − |bias|, of a forecast of the year, once the year is known."""
    bias: Decimal | None = None
    """(forecast − actual) ÷ actual."""


@dataclass(frozen=True, slots=True)
class RememberedLanding:
    """What a version expected of the year: by its own forecast, and by the landing that was worked out."""

    version: Version
    period: str
    landing: Decimal | None
    forecast: Decimal | None
    actual: Decimal | None
    """What the year brought, as the newest version knows it; None before that."""


def follow_versions(path: Path, *, edition: str = "internal") -> Iterator[Entry]:
    """Yield every version of a plan, the oldest first, at last the files as they are where they differ.

    Raises `GitFault` where there is no history. Each version is judged on its own date. Where older versions were never
    fetched, the first says so (W700).
    """
    versions = open_versions(path)
    before, started = None, False
    cut_off = versions.repository.is_shallow()
    for version in _versions(versions):
        if isinstance(version, Entry) and not started:
            # A commit of its folder from before the plan was there.
            continue
        started = True
        entry = version if isinstance(version, Entry) else _read(version, versions.source.name, edition, before)
        if entry.references is not None:
            if version.name == "" and entry.changes == 0:
                return
            before = entry
        yield replace(entry, problems=(*entry.problems, Problem("W700"))) if cut_off else entry
        cut_off = False


def trace(path: Path, reference: str, *, edition: str = "internal") -> tuple[Move, ...]:
    """Return the versions in which a figure became what it was, the oldest first; empty where none knows it.

    A star in the reference takes the latest that the version has: ``reviews.*.landing``. Raises `GitFault`.
    """
    moves: list[Move] = []
    entries = [entry for entry in follow_versions(path, edition=edition) if entry.references is not None]
    year = _value(entries[-1].references.look_up(_YEAR)) if entries else None
    for entry in entries:
        found = _look_up(entry.references, reference)
        value, last = _value(found), _value(moves[-1].found) if moves else None
        if value is None and not moves:
            continue
        if not moves or value != last:
            scored = None
            if found and isinstance(value, Decimal) and _FORECASTS.fullmatch(found.reference):
                scored = score_forecast(value, year)
            moves.append(Move(entry, found, scored and scored.accuracy, scored and scored.bias))
    return tuple(moves)


def remember_landings(path: Path, *, edition: str = "internal") -> tuple[RememberedLanding, ...]:
    """Return what each version expected of the year at its latest review, the oldest first; raises `GitFault`."""
    entries = [entry for entry in follow_versions(path, edition=edition) if entry.references is not None]
    actual = _value(entries[-1].references.look_up(_YEAR)) if entries else None
    found = []
    for entry in entries:
        reviews = entry.plan.reviews
        if reviews:
            name = f"reviews.{reviews[-1].period}"
            landing, forecast = (_value(entry.references.look_up(f"{name}.{each}")) for each in ("landing", "forecast"))
            found.append(RememberedLanding(entry.version, reviews[-1].period, landing, forecast, actual))
    return tuple(found)


def _versions(versions: Versions) -> Iterator[Version | Entry]:
    for commit in reversed(versions.commits()):
        try:
            yield versions.of(commit)
        except GitFault as fault:
            # Deleted in this commit, and there again later.
            empty = versions.present().loaded
            yield Entry(Version(commit.short, empty, commit), (fault.problem,))
    yield versions.present()


def _read(version: Version, name: str, edition: str, before: Entry | None) -> Entry:
    problems = faults_of(version, name)
    if problems:
        return Entry(version, tuple(problems))
    references, _ = read_references(project(version.loaded, edition), None)
    plan = references.plan
    log = plan.plan.change_log
    if before is None:
        return Entry(version, references=references)
    old = before.plan.plan.change_log
    reasons = tuple(str(change.reason or change.what) for change in log if change not in old)
    changes = 0 if plan == before.plan else len(find_changes(before.plan, plan))
    return Entry(version, references=references, changes=changes, reasons=reasons)


def _look_up(references: Any, reference: str) -> Explanation | None:
    if STAR not in reference:
        return references.look_up(reference)  # type: ignore[no-any-return]
    shape = re.compile(re.escape(reference).replace(r"\*", r"[^.]+"))
    names = [name for name in references.names() if shape.fullmatch(name)]
    # The plan lists its reviews in the order of the year, whatever the order of the metrics.
    names.sort(key=lambda name: [name.find(f".{period}.") >= 0 for period in ("year", "Q4", "Q3", "Q2", "Q1")])
    return references.look_up(names[-1]) if names else None  # type: ignore[no-any-return]


def _value(found: Explanation | None) -> Any:
    return found.value if found else None
