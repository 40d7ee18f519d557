"""A plan at a commit → a folder with its files and what its pages are made with beside them, as they were then."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from acbp.history.git import Commit, GitFault, Repository
from acbp.history.versions import open_versions
from acbp.loading.source import PLAN_FILES, WORKSPACE_FILE
from acbp.problems import Problem

BESIDE_WORKSPACE = ("brands", "templates")
"""Folders beside the workspace file that a plan's pages may be made with."""


@contextmanager
def check_out(plan: Path, commit: str, *others: str, with_history: bool = False) -> Iterator[tuple[Path, Commit]]:
    """Give the plan's path in a folder of its own, which is gone afterwards, and the commit.

    Raises `GitFault`, also where one of the ``others``, commits that its document names, is not in the repository, or
    not the history that its document needs.
    """
    versions = open_versions(plan)
    if with_history and versions.repository.is_shallow():
        raise GitFault(Problem("E703", {"variant": "shallow", "revision": commit}))
    for name in (commit, *others):
        _demand(versions.repository, name)
    found = versions.at(commit).commit
    assert found is not None
    path, repository = PurePosixPath(found.path), versions.repository
    is_file = found.path in repository.files(found.id, [found.path]) and path.name not in PLAN_FILES
    root = path.parent if is_file else path
    above = [
        (folder / name).as_posix() for folder in (root, *root.parents) for name in (WORKSPACE_FILE, *BESIDE_WORKSPACE)
    ]
    files = repository.files(found.id, ["" if root == PurePosixPath() else root.as_posix(), *above])
    contents = repository.read(files.values())
    with TemporaryDirectory(prefix="acbp-", ignore_cleanup_errors=True) as folder:
        home = Path(folder).resolve()
        # Nothing above this folder is looked at, as if it were the repository.
        (home / ".git").mkdir()
        for file, blob in files.items():
            (home / file).parent.mkdir(parents=True, exist_ok=True)
            (home / file).write_bytes(contents[blob])
        yield home / path, found


def _demand(repository: Repository, commit: str) -> None:
    try:
        repository.resolve(commit)
    except GitFault as fault:
        if fault.problem.values.get("variant") == "shallow":
            raise
        raise GitFault(Problem("E703", {"variant": "foreign", "revision": commit})) from None
