"""The front door: a path → the plan, the workspace, and every problem at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from acbp.loading import positions
from acbp.loading.check import validate
from acbp.loading.language import language_of
from acbp.loading.nodes import Node
from acbp.loading.overrides import apply_overrides
from acbp.loading.source import PlanSource, find_workspace, locate, read_file, read_plan
from acbp.loading.tables import fill_tables
from acbp.loading.translations import apply_translations
from acbp.model.scalars import magnitude
from acbp.problems import Place, Problem

if TYPE_CHECKING:
    from acbp.model import Plan, Workspace

PlanType = TypeVar("PlanType", bound=BaseModel)
WorkspaceType = TypeVar("WorkspaceType", bound=BaseModel)

# What a plan takes from the workspace unless it says so itself: key of the workspace → place in the plan.
_SHARED_KEYS = {
    "supplier": ("supplier",),
    "categories": ("plan", "categories"),
    "definitions": ("plan", "definitions"),
    "brand": ("plan", "brand"),
    "currency": ("plan", "currency"),
    "layout": ("layout",),
}


@dataclass(frozen=True)
class Loaded(Generic[PlanType, WorkspaceType]):
    """A plan that was read. `plan` is None if any error was found; `workspace` is all defaults if there is no file.

    `sources` are the files that were read, `language` is that of the problems, `root` the tree behind the
    plan and `workspace_root` that behind the workspace file.
    """

    plan: PlanType | None
    workspace: WorkspaceType | None
    problems: tuple[Problem, ...]
    sources: tuple[Path, ...]
    language: str
    root: Node | None = None
    workspace_root: Node | None = None

    def place(self, location: Iterable[str | int]) -> Place | None:
        """Where a part of the plan stands, or the part that it is missing from; None if nothing could be read."""
        return positions.find(self.root, location).node.place() if self.root else None

    def name(self, location: Iterable[str | int]) -> str:
        """A location in the words of the plan, items named by id: `actions[tasting].due`."""
        return positions.name_of(self.root, location) if self.root else ""


def load_plan(
    path: Path | str | PlanSource, *, overrides: Iterable[str] = (), lang: str | None = None
) -> "Loaded[Plan, Workspace]":
    """Read the plan at a path (a YAML file, or a folder with plan.yaml) with its workspace file, and check it.

    `overrides` are `path=value` texts; `lang` is the language of the problems where it is not to be the plan's own.
    Bad input of any kind gives problems, never an exception.
    """
    from acbp.loading.personal import check_personal_file
    from acbp.loading.references import check_references
    from acbp.loading.sense import check_sense
    from acbp.model import Plan, Workspace

    place = path.path if isinstance(path, PlanSource) else Path(path)
    folder = place if place.is_dir() else place.parent

    def check_plan(plan: Plan, root: Node) -> list[Problem]:
        return check_sense(plan, root) + check_personal_file(plan, root, folder)

    return load(path, Plan, Workspace, overrides=overrides, lang=lang, check=check_references, check_plan=check_plan)


def load(
    path: Path | str | PlanSource,
    plan_model: type[PlanType],
    workspace_model: type[WorkspaceType],
    *,
    overrides: Iterable[str] = (),
    lang: str | None = None,
    check: Callable[[Node], list[Problem]] | None = None,
    check_plan: Callable[[PlanType, Node], list[Problem]] | None = None,
) -> Loaded[PlanType, WorkspaceType]:
    """Do the work of `load_plan` with any models.

    `check` looks at the tree, whatever else is wrong, and `check_plan` at a plan whose fields are sound.
    """
    source = path if isinstance(path, PlanSource) else locate(Path(path))
    if isinstance(source, Problem):
        return Loaded(None, None, (source,), (), lang or language_of(str(path)))
    reading = read_plan(source, plan_model)
    root, problems, files = reading.root, reading.problems, reading.files
    workspace_root = None
    if (file := find_workspace(source.root)) is not None:
        shared = read_file(file, annotation=workspace_model)
        problems, files = problems + shared.problems, [*files, file]
        workspace_root = shared.root if shared.root is not None and shared.root.kind == "mapping" else None
        if shared.root is not None and workspace_root is None:
            problems.append(Problem("E204", {"expected": "@mapping"}, shared.root.place()))
    if root is not None:
        if workspace_root is not None:
            _share(workspace_root, root)
        tables = fill_tables(root, plan_model, source.root, _context(root, plan_model))
        problems, files = problems + tables.problems, [*files, *tables.files]
        problems += apply_overrides(root, overrides, plan_model)
        problems += apply_translations(root, plan_model)
    context = _context(root, plan_model)
    workspace, found = _check_workspace(workspace_root, workspace_model, context, is_read=file is not None)
    problems += found
    plan = None
    if root is not None:
        plan, found = validate(root, plan_model, context)
        problems += found
        if check is not None:
            problems += check(root)
        if check_plan is not None and plan is not None:
            problems += check_plan(plan, root)
    problems = _without_repeats(problems)
    if any(problem.is_error for problem in problems):
        plan = None
    declared = root.get("plan", "language") if root is not None else None
    language = lang or language_of(reading.text, declared.value if declared is not None else None)
    return Loaded(plan, workspace, tuple(problems), tuple(files), language, root, workspace_root)


def _share(workspace: Node, plan: Node) -> None:
    """Give the plan what the workspace says for all plans, where the plan is silent."""
    for name, (*above, last) in _SHARED_KEYS.items():
        node, target = workspace.get(name), plan.get(*above)
        if node is not None and target is not None and target.kind == "mapping":
            target.value.setdefault(last, node)


def _context(root: Node | None, model: type[BaseModel]) -> dict[str, Any]:
    """How bare figures are meant: the plan's own words in section `plan`, or the defaults of that section."""
    said: dict[str, Any] = {}
    for part in positions.parts_at(model, ("plan",)):
        said |= {name: field.default for name, field in part.model_fields.items() if not field.is_required()}
    heading = root.get("plan") if root is not None else None
    if heading is not None and heading.kind == "mapping":
        said |= {name: node.value for name, node in heading.value.items() if node.kind == "scalar"}
    currency, volume_name = said.get("currency"), said.get("volume_name")
    return {
        "money_unit": magnitude(said.get("money_unit", "1")),
        "volume_unit": magnitude(said.get("volume_unit", "1")),
        "currency": currency if isinstance(currency, str) else "",
        "volume_name": volume_name if isinstance(volume_name, str) else "",
    }


def _check_workspace(
    root: Node | None, model: type[WorkspaceType], context: Mapping[str, Any], is_read: bool
) -> tuple[WorkspaceType | None, list[Problem]]:
    if root is not None:
        return validate(root, model, context)
    return (None if is_read else model.model_validate({}, context=dict(context))), []


def _without_repeats(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in order; one part that both the plan and the workspace use is reported once."""
    kept: dict[Any, Problem] = {}
    for problem in sorted(problems):
        kept.setdefault((problem.code, problem.place, tuple(sorted(problem.values.items()))), problem)
    return list(kept.values())
