"""The files of a plan → the commit that wrote them last, and whether they were changed since."""

import os
from collections.abc import Iterable
from pathlib import Path

from acbp.history.git import GitFault, open_repository
from acbp.rendering.stamp import Stamp

_UNTRACKED = ("??", "!!")


def read_stamp(paths: Iterable[Path]) -> Stamp:
    """Return where a plan stands in git, by the paths that it was made of: its folder, and every file by itself.

    A tracked file below one of the paths that differs from the last commit makes the plan changed, and so does a file
    among them that git does not hold. What lies outside the repository is passed over. Beside git, or where git does
    not answer, the stamp is empty.
    """
    whole = [Path(os.path.realpath(path)) for path in paths]
    home = whole[0] if whole[0].is_dir() else whole[0].parent
    # Most folders without git are told apart without starting it.
    if not any((folder / ".git").exists() for folder in (home, *home.parents)):
        return Stamp()
    try:
        repository = open_repository(home)
        root = repository.root.resolve()
        inside = [path.relative_to(root).as_posix() for path in whole if path.is_relative_to(root)]
        changed = any(_counts(state, path, inside) for state, path in repository.changes(inside))
        commit, whole = repository.newest(inside), not repository.is_shallow()
    except GitFault:
        return Stamp()
    return Stamp(commit, changed or not commit, whole)


def _counts(state: str, path: str, inside: list[str]) -> bool:
    """Whether a change bears on the plan: anything that git holds, and of the rest only the plan's own files."""
    if state not in _UNTRACKED:
        return True
    return any(each == path or each.startswith(path) for each in inside) if path.endswith("/") else path in inside
