"""A plan and the commit before → whether what was agreed changed without a reason, and whether its status went back."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from acbp.history.git import GitFault, Repository, open_repository
from acbp.loading.source import PlanSource, locate, read_plan
from acbp.problems import Problem

if TYPE_CHECKING:
    from acbp.loading.load import Loaded
    from acbp.loading.nodes import Node

STEPS = ("draft", "proposed", "agreed", "closed")
AGREED = ("objectives", "strategies", "terms", "financials", "promotions", "commitments", "scorecard")
"""The sections that both sides put their names to."""
_STARTED = tuple(word.encode() for word in ("proposed", "agreed", "closed", "已提出", "已同意", "已结束"))
_PROGRESS = {"status", "kept_on", "proof", "actual_cost", "actual_incremental", "last_year"}
"""Keys in them that the year itself fills in."""


def check_agreement(loaded: "Loaded[Any, Any]", source: PlanSource, since: str | None = None) -> list[Problem]:
    """Compare a sound plan with the version at a revision, else with the last commit while there are changes since.

    Nothing beside git, or for a plan that had not been there. An entry added to the change log is reason enough. A
    revision that was asked for and cannot be had is told as a warning: a first commit has none before it.
    """
    path = source.root if source.is_folder else source.path
    if loaded.plan is None or not (since or _is_in_git(path)):
        return []
    try:
        repository = open_repository(path)
        name = path.resolve().relative_to(repository.root.resolve()).as_posix()
        if since is None and not repository.changes([name]):
            return []
        commit = repository.resolve(since or "HEAD")
        before = _read_at(repository, commit, "" if name == "." else name)
    except GitFault as fault:
        return [replace(fault.problem, level="warning")] if since else []
    except ValueError:
        return []
    return _compare(loaded, source, before, commit[:7]) if before is not None else []


def _is_in_git(path: Path) -> bool:
    return any((folder / ".git").exists() for folder in path.resolve().parents)


def _read_at(repository: Repository, commit: str, path: str) -> "Node | None":
    """The plan's tree at a commit, or None where it cannot be read."""
    from acbp.model import Plan

    files = {name: blob for name, blob in repository.files(commit, [path]).items() if name.endswith((".yaml", ".yml"))}
    contents = repository.read(files.values())
    if not any(word in content for content in contents.values() for word in _STARTED):
        return None  # a draft, which may change as it likes
    with TemporaryDirectory(prefix="acbp-", ignore_cleanup_errors=True) as folder:
        for name, blob in files.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(contents[blob])
        source = locate(Path(folder, path))
        if isinstance(source, Problem):
            return None
        reading = read_plan(source, Plan)
        return None if any(problem.is_error for problem in reading.problems) else reading.root


def _compare(loaded: "Loaded[Any, Any]", source: PlanSource, before: "Node", commit: str) -> list[Problem]:
    from acbp.model import Plan

    assert loaded.plan is not None
    now = read_plan(source, Plan).root
    plan, log = loaded.plan.plan, before.get("plan", "change_log")
    if now is None or len(plan.change_log) > (len(log.value) if log is not None and log.kind == "list" else 0):
        return []
    status = before.get("plan", "status")
    step = str(status.value) if status is not None else STEPS[0]
    if step not in STEPS:
        return []
    problems = []
    if STEPS.index(plan.status) < STEPS.index(step):
        values = {"before": step, "now": plan.status, "commit": commit}
        problems.append(Problem("W711", values, loaded.place(("plan", "status")), "plan.status"))
    changed = [name for name in AGREED if _agreed(before.get(name)) != _agreed(now.get(name))]
    if step in ("agreed", "closed") and changed:
        values = {"sections": ", ".join(changed), "commit": commit}
        problems.append(Problem("W710", values, loaded.place(("plan", "change_log")), "plan.change_log"))
    return problems


def _agreed(node: "Node | None") -> Any:
    """What a section says, without what the year fills in."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: strip(held) for key, held in value.items() if key not in _PROGRESS}
        return [strip(held) for held in value] if isinstance(value, list) else value

    return strip(node.plain()) if node is not None else None
