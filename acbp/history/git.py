"""What git knows of a repository: its revisions, the commits that touched a plan, and files as they were."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from acbp.loading.files import shown_name
from acbp.problems import Problem, nearest

SECONDS = 60
"""How long git may take."""
_CONFIG = ("core.quotepath=off", "log.showSignature=false", "i18n.logOutputEncoding=UTF-8", "core.fsmonitor=false")
_OWN = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}
_FOREIGN = {
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE"),
    *("GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
}
"""A hook, or git itself as it calls us, names its own repository: ours is the one around the plan."""
_ORDINARY = ("100644", "100755")
_FIELDS, _END = "%H%x1f%an%x1f%aI%x1f%s%x1f%b%x1e", "\x1e"


class GitFault(Exception):
    """Git could not do what it was asked for; ``problem`` says why, in the user's words."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit; ``path`` is what the plan was called in it, relative to the repository."""

    id: str
    author: str
    date: date
    subject: str
    body: str
    path: str

    @property
    def short(self) -> str:
        """The beginning of the id, by which people name it."""
        return self.id[:7]


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository with files to look at; every question may raise `GitFault`."""

    root: Path

    def resolve(self, revision: str) -> str:
        """Return the id of the commit that a revision names."""
        asked = () if revision.startswith("-") else ("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        found = _run(self.root, *asked, may_fail=True) if asked else None
        if found:
            return found.decode().strip()
        names = _run(self.root, "for-each-ref", "--format=%(refname:short)").decode("utf-8", "replace").split()
        near = nearest(revision, names)
        values = {"variant": "near", "nearest": near[0]} if near else {}
        if not _run(self.root, "rev-parse", "--verify", "--quiet", "HEAD", may_fail=True):
            values = {"variant": "empty"}
        elif self.is_shallow():
            values = {"variant": "shallow"}
        raise GitFault(Problem("E703", {"revision": revision, **values}))

    def is_shallow(self) -> bool:
        """Whether older commits were never fetched."""
        return _run(self.root, "rev-parse", "--is-shallow-repository").strip() == b"true"

    def log(self, path: str, revision: str = "HEAD") -> list[Commit]:
        """Return the commits that touched a file or folder, the newest first, also from before it was renamed."""
        commits: list[Commit] = []
        start, passed = self.resolve(revision), set[str]()
        while path not in passed:
            passed.add(path)
            text = _run(self.root, "log", f"--format={_FIELDS}", start, "--", path or ".").decode("utf-8", "replace")
            commits += (_read_commit(each, path) for each in text.split(_END) if each.strip())
            before = self._name_before(commits[-1]) if commits else None
            if before is None:
                break
            start, path = f"{commits[-1].id}^", before
            # The commit that renamed it belongs to the old name too: it is listed once.
        return commits

    def describe(self, commit: str, path: str) -> Commit:
        """Return one commit, whatever it touched; ``path`` is what the plan is called in it."""
        return _read_commit(
            _run(self.root, "log", "-1", f"--format={_FIELDS}", commit).decode("utf-8", "replace"), path
        )

    def _name_before(self, commit: Commit) -> str | None:
        """What the plan was called before a commit that renamed it; None if this commit made it."""
        if not _run(self.root, "rev-parse", "--verify", "--quiet", f"{commit.id}^", may_fail=True):
            return None
        told = _run(
            self.root, "diff-tree", "-r", "-z", "-M", "--name-status", "--diff-filter=R", f"{commit.id}^", commit.id
        )
        words = told.decode("utf-8", "surrogateescape").split("\0")
        for old, new in zip(words[1::3], words[2::3], strict=False):
            if new == commit.path:
                return old
            inside = new.removeprefix(f"{commit.path}/")
            if inside != new and old.endswith(f"/{inside}"):
                return old.removesuffix(f"/{inside}")
        return None

    def files(self, commit: str, folders: Iterable[str]) -> dict[str, str]:
        """Return the ordinary files at or below these paths in a commit: path → id of the content."""
        paths = list(folders)
        told = _run(self.root, "ls-tree", "-r", "-z", "--full-tree", commit, *(() if "" in paths else ("--", *paths)))
        found = {}
        for line in told.decode("utf-8", "surrogateescape").split("\0"):
            head, _, path = line.partition("\t")
            mode, *_, blob = head.split(" ") if path else ("", "")
            if mode in _ORDINARY:
                found[path] = blob
        return found

    def changes(self, paths: Iterable[str]) -> list[tuple[str, str]]:
        """Return what differs from the last commit at or below these paths: git's two letters for it, and the file."""
        told = _run(self.root, "status", "--porcelain", "-z", "--no-renames", "-uall", "--ignored", "--", *paths)
        return [(line[:2], line[3:]) for line in told.decode("utf-8", "surrogateescape").split("\0") if line]

    def newest(self, paths: Iterable[str]) -> str:
        """Return the id of the last commit that touched any of these paths; empty without one."""
        return _run(self.root, "log", "-1", "--format=%H", "--", *paths, may_fail=True).decode().strip()

    def read(self, blobs: Iterable[str]) -> Mapping[str, bytes]:
        """Return contents by their ids."""
        wanted = list(dict.fromkeys(blobs))
        told = _run(self.root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in wanted).encode())
        return dict(_split_batch(told, wanted))


def open_repository(path: Path) -> Repository:
    """Return the repository around a file or folder; raises `GitFault` where there is none, or no git."""
    folder = path if path.is_dir() else path.parent
    top = _run(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n")
    return Repository(Path(top))


def begin_repository(folder: Path, settings: Mapping[str, str]) -> bool:
    """Make a repository of a folder that lies in none, and give it these settings; whether it is a new one.

    Raises `GitFault` where git cannot do that.
    """
    try:
        is_new = not _run(folder, "rev-parse", "--show-toplevel", may_fail=True)
    except GitFault as fault:
        if fault.problem.code == "E701":
            raise GitFault(Problem("E701", {"variant": "init"})) from None
        raise
    if is_new:
        _run(folder, "init", "--quiet", "--initial-branch=main")
    for name, value in settings.items():
        _run(folder, "config", name, value)
    return is_new


def _run(folder: Path, *arguments: str, given: bytes = b"", may_fail: bool = False) -> bytes:
    """What git prints; nothing where it fails and may."""
    kept = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    command = ["git", *(word for setting in _CONFIG for word in ("-c", setting)), "-C", str(folder), *arguments]
    try:
        ran = subprocess.run(
            command, input=given, capture_output=True, timeout=SECONDS, env={**kept, **_OWN}, check=False
        )
    except FileNotFoundError:
        raise GitFault(Problem("E701")) from None
    except (subprocess.TimeoutExpired, OSError, ValueError) as fault:
        raise GitFault(Problem("E705", {"reason": str(fault).splitlines()[0]})) from None
    if ran.returncode == 0:
        return ran.stdout
    if may_fail:
        return b""
    reason = ran.stderr.decode("utf-8", "replace").strip()
    shown = {"file": shown_name(folder)}
    if "dubious ownership" in reason:
        raise GitFault(Problem("E705", {"variant": "ownership", "file": folder.resolve().as_posix()}))
    if "not a git repository" in reason or "must be run in a work tree" in reason:
        raise GitFault(Problem("E702", shown))
    raise GitFault(Problem("E705", {"reason": reason.splitlines()[-1] if reason else str(ran.returncode)}))


def _read_commit(text: str, path: str) -> Commit:
    commit, author, moment, subject, body = text.strip("\n").rstrip(_END).split("\x1f")
    return Commit(commit, author, datetime.fromisoformat(moment).date(), subject, body.strip(), path)


def _split_batch(told: bytes, wanted: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    at = 0
    for blob in wanted:
        end = told.index(b"\n", at)
        head = told[at:end].split(b" ")
        if len(head) < 3:
            raise GitFault(Problem("E705", {"reason": told[at:end].decode("utf-8", "replace")}))
        size = int(head[2])
        yield blob, told[end + 1 : end + 1 + size]
        at = end + size + 2
