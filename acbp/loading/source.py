"""Where plans are: one file, or a folder whose sections may stand in files of their own; and the workspace file."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin

from acbp.loading.files import read_bytes, shown_name
from acbp.loading.nodes import Key, Mark, Node, SourceText
from acbp.problems import Place, Problem, nearest

if TYPE_CHECKING:
    from pydantic import BaseModel

WORKSPACE_FILE = "acbp.yaml"
PLAN_FILES = ("plan.yaml", "plan.yml", "计划.yaml", "计划.yml")
SUFFIXES = (".yaml", ".yml")
WORKSPACE_LEVELS = 5
MARKS = ("audience", "internal")
"""Fields that every part has; of the plan as a whole they are no sections."""
_SKIPPED_FOLDERS = {"brands", "output", "templates"}
_PLAN_KEY = re.compile(
    rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:plan|%s)\s*(:|\xef\xbc\x9a)" % "计划".encode(), re.MULTILINE
)


@dataclass(frozen=True, slots=True, order=True)
class PlanSource:
    """A plan that was found: its main file, and whether its sections may stand in files beside it."""

    path: Path
    is_folder: bool = False

    @property
    def root(self) -> Path:
        """The folder of the plan; nothing outside it is read, except the workspace file."""
        return self.path.parent

    @property
    def name(self) -> str:
        """The plan as a user would name it: its file, or its folder."""
        return shown_name(self.root if self.is_folder else self.path)


@dataclass(slots=True)
class Reading:
    """What was read of a plan: the tree (None if its main file cannot be read), the problems, and the files."""

    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    text: str = ""


def locate(path: Path) -> PlanSource | Problem:
    """The plan at a path: a YAML file, or a folder that holds plan.yaml; or why there is none (E001, E002)."""
    if path.is_dir():
        for name in PLAN_FILES:
            if os.path.lexists(path / name):
                return PlanSource(path / name, is_folder=True)
        return _without_plan(path, [each.path for each in _search(path) if each.path.parent == path])
    if not os.path.lexists(path):
        return Problem("E001", {"file": shown_name(path)}, Place(shown_name(path), 1, 1))
    return PlanSource(path, is_folder=path.name in PLAN_FILES)


def discover(paths: Iterable[Path]) -> tuple[list[PlanSource], list[Problem]]:
    """Every plan at or below these paths, in order of the paths and then of their names, and what could not be found.

    A folder without plan.yaml is searched: its plans are the folders with plan.yaml and the YAML files whose first
    level holds `plan`. Hidden folders, brand packs, output and the workspace file are passed over.
    """
    plans: dict[Path, PlanSource] = {}
    problems = []
    for path in paths:
        found = locate(path)
        several = [found] if isinstance(found, PlanSource) else _search(path) if path.is_dir() else []
        if not several and isinstance(found, Problem):
            problems.append(found)
        for each in several:
            if each.path != path and _is_misnamed(each, several):
                problems.append(_without_plan(each.root, [each.path]))
                continue
            plans.setdefault(Path(os.path.realpath(each.path)), each)
    return list(plans.values()), problems


def _search(folder: Path) -> list[PlanSource]:
    found = []
    for current, folders, files in os.walk(folder):
        here = Path(current)
        main = next((name for name in PLAN_FILES if name in files), None)
        if main is not None:
            folders.clear()
            found.append(PlanSource(here / main, is_folder=True))
            continue
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _SKIPPED_FOLDERS]
        for name in files:
            if name.endswith(SUFFIXES) and not name.startswith(".") and name != WORKSPACE_FILE:
                data = read_bytes(here / name, folder)
                if isinstance(data, bytes) and _may_be_plan(data):
                    found.append(PlanSource(here / name))
    return sorted(found)


def _is_misnamed(plan: PlanSource, found: Iterable[PlanSource]) -> bool:
    """Whether a file is the only plan of a folder that holds section files too, so that it should be plan.yaml."""
    if plan.is_folder or sum(each.root == plan.root for each in found) > 1:
        return False
    beside = {path.stem for path in plan.root.iterdir() if path.suffix in SUFFIXES and path != plan.path}
    if not beside:
        return False
    # Only now is the model worth its loading: an unchanged plan that lies alone must cost next to nothing.
    from acbp.loading.schema import SECTIONS
    from acbp.loading.spelling import english_names
    from acbp.model import Plan

    return not {english_names(Plan).get(name, name) for name in beside}.isdisjoint(SECTIONS)


def _without_plan(folder: Path, candidates: Iterable[Path]) -> Problem:
    """E002 for a folder, which names the only file that seems to be its plan."""
    shown, names = shown_name(folder), [each.name for each in candidates]
    candidate = {"variant": "candidate", "candidate": names[0]} if len(names) == 1 else {}
    return Problem("E002", {"file": shown, **candidate}, Place(shown, 1, 1))


def _may_be_plan(data: bytes) -> bool:
    """Whether a YAML file found in a folder is a plan, or could have been one: empty and unreadable files are told."""
    if not data.strip() or _PLAN_KEY.search(data.replace(b"\0", b"")):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return b"\0" in data


def find_workspace(root: Path) -> Path | None:
    """The workspace file for a plan in the folder `root`: there or up to five levels above, within the repository."""
    folder = Path(os.path.realpath(root))
    for level in (folder, *folder.parents)[: WORKSPACE_LEVELS + 1]:
        if (level / WORKSPACE_FILE).is_file():
            return level / WORKSPACE_FILE
        if (level / ".git").exists():
            return None
    return None


def read_file(path: Path, root: Path | None = None, annotation: Any = None) -> Reading:
    """One YAML file as a tree, with all problems of its text; Chinese names become those of the type it describes."""
    from acbp.loading.compose import read_yaml

    reading = Reading(files=[path])
    data = read_bytes(path, root)
    if isinstance(data, Problem):
        reading.problems.append(data)
    else:
        reading.root, reading.problems = read_yaml(data, shown_name(path))
        reading.text = data.decode("utf-8", "replace")
    if reading.root is not None:
        from acbp.loading.spelling import holds_chinese_names, respell

        if holds_chinese_names(reading.text):
            reading.problems += respell(reading.root, annotation)
    return reading


def read_plan(source: PlanSource, model: "type[BaseModel]") -> Reading:
    """The whole plan as one tree, its section files put in their places; every node remembers its file.

    A section that is a list may be a folder that holds one file for each item, taken in order of the file names. The
    files and folders may bear the Chinese names of their sections. A section given twice is E008.
    """
    from acbp.loading.spelling import english_names

    reading = read_file(source.path, source.root, model)
    if reading.root is not None and reading.root.kind != "mapping":
        reading.problems.append(Problem("E204", {"expected": "@mapping"}, reading.root.place()))
        reading.root = None
    if not source.is_folder:
        return reading
    try:
        entries = sorted(source.root.iterdir())
    except OSError:
        entries = []
    sections = {name: field.annotation for name, field in model.model_fields.items() if name not in MARKS}
    chinese = {written: name for written, name in english_names(model).items() if name in sections}
    for entry in entries:
        if entry.name.startswith(".") or entry.name == WORKSPACE_FILE or entry == source.path:
            continue
        name = chinese.get(entry.stem, entry.stem)
        if entry.is_dir():
            if "." not in entry.name and name in sections:
                _add_section_folder(reading, source, entry, name, sections[name])
        elif entry.suffix not in SUFFIXES:
            continue
        elif entry.name in PLAN_FILES:
            values = {"section": entry.stem, "other": shown_name(source.path)}
            reading.problems.append(Problem("E008", values, Place(shown_name(entry), 1, 1)))
        elif name not in sections or name == "plan":
            near = nearest(entry.stem, [*sections, *chinese])
            values = {"variant": "rename", "nearest": near[0] + entry.suffix} if near else {}
            reading.problems.append(Problem("E009", {"file": entry.name, **values}, Place(shown_name(entry), 1, 1)))
        else:
            _add_section_file(reading, source, entry, name, sections[name])
    return reading


def _add_section_file(reading: Reading, source: PlanSource, entry: Path, section: str, annotation: Any) -> None:
    node = _read_part(reading, source, entry, annotation)
    if node.kind == "mapping" and list(node.value) in ([section], [entry.stem]):
        (child,) = node.value.values()
        reading.problems.append(Problem("E012", {"section": entry.stem}, child.key.place() if child.key else None))
        node.faulty = True
        node = _blank(entry)
    _add_section(reading, section, entry.stem, node)


def _add_section_folder(reading: Reading, source: PlanSource, entry: Path, section: str, annotation: Any) -> None:
    from acbp.loading.positions import kinds_of

    place = Place(shown_name(entry), 1, 1)
    lists = [kind for kind in kinds_of(annotation) if get_origin(kind) in (tuple, list)]
    try:
        files = sorted(each for each in entry.iterdir() if each.suffix in SUFFIXES and not each.name.startswith("."))
    except OSError:
        reading.problems.append(Problem("E003", {"file": shown_name(entry), "reason": "@unreadable"}, place))
        return
    if files and not lists:
        reading.problems.append(Problem("E010", {"section": entry.name}, place))
    elif files:
        items = [_read_part(reading, source, each, get_args(lists[0])[0]) for each in files]
        node = _blank(entry)
        node.kind, node.value, node.faulty = "list", items, False
        _add_section(reading, section, entry.name, node)


def _read_part(reading: Reading, source: PlanSource, path: Path, annotation: Any) -> Node:
    part = read_file(path, source.root, annotation)
    reading.problems += part.problems
    reading.files += part.files
    reading.text += part.text
    return part.root or _blank(path)


def _blank(path: Path) -> Node:
    """A node in place of what could not be read, so that it does not count as missing too."""
    return Node("scalar", None, SourceText(shown_name(path), ""), Mark(1, 1), Mark(1, 1), faulty=True)


def _add_section(reading: Reading, section: str, written: str, node: Node) -> None:
    if reading.root is None:
        return
    there = reading.root.value.get(section)
    if there is not None:
        other = f"{there.source.file}:{there.place().line}"
        values = {"section": written, "other": other}
        reading.problems.append(Problem("E008", values, Place(node.source.file, 1, 1)))
        return
    node.key = Key(written, node.source, Mark(1, 1), Mark(1, 1))
    reading.root.value[section] = node
