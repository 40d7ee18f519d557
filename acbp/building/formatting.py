"""Many plans → their files in order, so that differences in git show what was changed and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin

from acbp.building.writing import write_file
from acbp.problems import Problem

if TYPE_CHECKING:
    from acbp.loading.source import PlanSource, Reading


@dataclass(frozen=True, slots=True)
class Formatted:
    """Which files were put in order, or would be; how many were looked at; and the faults that kept others from it."""

    changed: tuple[Path, ...]
    total: int
    problems: tuple[Problem, ...]


def format_plans(paths: Iterable[Path], check: bool = False) -> Formatted:
    """Put the files of every plan at or below `paths` in order, and their workspace files; with `check` only say which.

    A plan whose text has faults is left alone, and they are told.
    """
    from acbp.loading.source import discover, find_workspace, read_file, read_plan
    from acbp.loading.tidying import tidy
    from acbp.model import Plan, Workspace

    sources, problems = discover(paths)
    files: dict[Path, Any] = {}
    for source in sources:
        reading = read_plan(source, Plan)
        faults = [problem for problem in reading.problems if problem.is_error]
        problems += faults
        if not faults:
            files |= {path: annotation for path, annotation in _files_of(source, reading, Plan)}
        workspace = find_workspace(source.root)
        if workspace is not None and workspace not in files:
            faults = [problem for problem in read_file(workspace, annotation=Workspace).problems if problem.is_error]
            problems += [problem for problem in faults if problem not in problems]
            files |= {} if faults else {workspace: Workspace}
    changed = []
    for path, annotation in files.items():
        written = path.read_bytes()
        tidied = tidy(written.decode("utf-8"), annotation).encode()
        if tidied != written:
            unwritten = None if check else write_file(path, tidied)
            if unwritten is None:
                changed.append(path)
            else:
                problems.append(unwritten)
    return Formatted(tuple(changed), len(files), tuple(problems))


def _files_of(source: "PlanSource", reading: "Reading", model: Any) -> Iterator[tuple[Path, Any]]:
    """Each file of a plan with the type of what it holds: the plan, a section, or an item of one."""
    from acbp.loading.files import shown_name
    from acbp.loading.positions import kinds_of

    yield source.path, model
    root = reading.root
    paths = {shown_name(path): path for path in reading.files}
    for name, node in root.value.items() if root is not None else ():
        annotation = model.model_fields[name].annotation if name in model.model_fields else None
        if root is None or annotation is None or node.source is root.source:
            continue
        if node.source.file in paths:
            yield paths[node.source.file], annotation
            continue
        lists = [kind for kind in kinds_of(annotation) if get_origin(kind) in (tuple, list)]
        for item in node.children():
            yield paths[item.source.file], get_args(lists[0])[0]
