"""A plan at a revision → the plan as it was read then, its files named with the revision."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from acbp.history.git import Commit, GitFault, Repository, open_repository
from acbp.loading.load import Loaded, load_plan
from acbp.loading.nodes import Node, SourceText
from acbp.loading.sheets import SUFFIXES as TABLES
from acbp.loading.source import SUFFIXES, WORKSPACE_FILE, WORKSPACE_LEVELS, PlanSource, locate
from acbp.problems import Problem


@dataclass(frozen=True, slots=True)
class Version:
    """A plan as one revision holds it; ``name`` is what people call the revision, ``commit`` None beside git."""

    name: str
    loaded: "Loaded[Any, Any]"
    commit: Commit | None = None


@dataclass(slots=True)
class Versions:
    """The versions of one plan in git; each content is read once."""

    source: PlanSource
    repository: Repository
    path: str
    """The plan's folder, or its file, relative to the repository."""
    _read: dict[frozenset[tuple[str, str]], "Loaded[Any, Any]"] = field(default_factory=dict)

    def commits(self, until: str | None = None) -> list[Commit]:
        """Return the commits that touched the plan, the newest first, up to a revision; raises `GitFault`."""
        if until is None:
            return self.repository.log(self.path)
        return self.repository.log(self._name_at(self.repository.resolve(until), until), until)

    def at(self, revision: str) -> Version:
        """Return the plan at a revision; raises `GitFault` where the revision does not hold it."""
        commit = self.repository.resolve(revision)
        path = self._name_at(commit, revision)
        return Version(revision, self._load(commit, revision, path), self.repository.describe(commit, path))

    def of(self, commit: Commit) -> Version:
        """Return the plan in one of its commits; raises `GitFault` where that commit deleted it."""
        return Version(commit.short, self._load(commit.id, commit.short, commit.path), commit)

    def present(self) -> Version:
        """Return the plan as it lies in the working tree."""
        return Version("", load_plan(self.source))

    def _name_at(self, commit: str, revision: str) -> str:
        """What the plan was called: as now, or as before it was renamed."""
        if self.repository.files(commit, [self.path]):
            return self.path
        names = dict.fromkeys(each.path for each in self.repository.log(self.path))
        found = next((name for name in names if self.repository.files(commit, [name])), None)
        if found is None:
            raise GitFault(Problem("E704", {"file": self.source.name, "revision": revision}))
        return found

    def _load(self, commit: str, name: str, path: str) -> "Loaded[Any, Any]":
        listed = self.repository.files(commit, [path])
        whole = PurePosixPath(path)
        is_file = path in listed
        root = whole.parent if is_file else whole
        above = [_join(folder, WORKSPACE_FILE) for folder in (root, *root.parents)[: WORKSPACE_LEVELS + 1]]
        beside = self.repository.files(commit, [*above, *([_join(root, "")] if is_file else [])])
        files = {
            file: blob
            for file, blob in {**listed, **beside}.items()
            if file == path or file in above or file.endswith(TABLES) or (file.endswith(SUFFIXES) and not is_file)
        }
        key = frozenset(files.items())
        if key not in self._read:
            self._read[key] = self._export(files, path, name)
        return self._read[key]

    def _export(self, files: dict[str, str], path: str, name: str) -> "Loaded[Any, Any]":
        """Read a plan from a folder that holds nothing but its files."""
        contents = self.repository.read(files.values())
        with TemporaryDirectory(prefix="acbp-", ignore_cleanup_errors=True) as folder:
            home = Path(folder).resolve()
            # Nothing above this folder is looked at, as if it were the repository.
            (home / ".git").mkdir()
            for file, blob in files.items():
                (home / file).parent.mkdir(parents=True, exist_ok=True)
                (home / file).write_bytes(contents[blob])
            found = locate(home / path)
            if isinstance(found, Problem):
                raise GitFault(Problem("E704", {"file": self.source.name, "revision": name}))
            return _rename(load_plan(found), f"{home.as_posix()}/", name)


def open_versions(path: Path) -> Versions:
    """Return the versions of the plan at a path; raises `GitFault` where it has none, or there is no plan."""
    source = locate(path)
    if isinstance(source, Problem):
        raise GitFault(source)
    repository = open_repository(source.path.absolute())
    here = (source.root if source.is_folder else source.path).resolve()
    inside = here.relative_to(repository.root.resolve()).as_posix()
    return Versions(source, repository, "" if inside == "." else inside)


def _join(folder: PurePosixPath, name: str) -> str:
    return (folder / name).as_posix().removeprefix("./").removesuffix("/") if folder.parts else name


def _rename(loaded: "Loaded[Any, Any]", home: str, revision: str) -> "Loaded[Any, Any]":
    """The same plan with its files named as in the repository, and the revision behind them: ``plan.yaml@HEAD``."""
    sources: dict[int, tuple[SourceText, SourceText]] = {}

    def rename(text: str) -> str:
        return f"{text.removeprefix(home)}@{revision}" if text.startswith(home) else text

    def source_of(source: SourceText) -> SourceText:
        # The old text is kept beside the new one: an id is its own only as long as it lives.
        if id(source) not in sources:
            sources[id(source)] = source, replace(source, file=rename(source.file))
        return sources[id(source)][1]

    for node in _nodes(loaded):
        node.source = source_of(node.source)
        if node.key is not None:
            node.key.source = source_of(node.key.source)
    problems = tuple(
        replace(
            problem,
            values={name: rename(value) for name, value in problem.values.items()},
            place=problem.place and replace(problem.place, file=rename(problem.place.file)),
        )
        for problem in loaded.problems
    )
    return replace(loaded, problems=problems, sources=())


def _nodes(loaded: "Loaded[Any, Any]") -> Iterator[Node]:
    """Every node behind a plan, each once: what the workspace gives to the plan stands in both trees."""
    passed: set[int] = set()
    for root in (loaded.root, loaded.workspace_root):
        for node in root.walk() if root is not None else ():
            if id(node) not in passed:
                passed.add(id(node))
                yield node
