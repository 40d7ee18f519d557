"""A folder → a repository for plans: shared settings, a first plan, and what git, editors and CI want to know."""

from dataclasses import dataclass
from pathlib import Path

from acbp import __version__
from acbp.building.scaffold import SCHEMA_FILE, create
from acbp.building.writing import write_file
from acbp.problems import Problem

FILES = {
    "acbp.{lang}.yaml": "acbp.yaml",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "settings.json": ".vscode/settings.json",
    "extensions.json": ".vscode/extensions.json",
    "github.yml": ".github/workflows/plans.yml",
    "gitlab.yml": ".gitlab-ci.yml",
}
"""Each template in `templates/workspace` with the file that it becomes."""
WORKSPACE_SCHEMA_FILE = "acbp-workspace.schema.json"
GIT_SETTINGS = {"diff.acbp.textconv": "acbp diff --textconv", "diff.acbp.cachetextconv": "false"}
"""What git wants to know of the differ that `.gitattributes` names; each clone is told anew."""
_PLANS = "plans"
_FIRST = "harbour"


@dataclass(frozen=True, slots=True)
class Begun:
    """What was written, what was there before and was left alone, the first plan's folder, and what went wrong."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    plan: Path | None
    problems: tuple[Problem, ...]


def begin_workspace(folder: Path, year: int, lang: str, keys: str = "en") -> Begun:
    """Write what is missing of a repository for plans; a first plan only where there is no folder of plans yet.

    `lang` is the language of the settings' comments and of the plan, `keys` that of the names in the plan.
    """
    from acbp.loading.schema import plan_schema, schema_text, workspace_schema
    from acbp.rendering.resources import template_root

    home = template_root() / "workspace"
    texts = {
        target: (home / name.format(lang=lang)).read_text("utf-8").replace("{version}", __version__)
        for name, target in FILES.items()
    }
    texts[SCHEMA_FILE] = schema_text(plan_schema())
    texts[WORKSPACE_SCHEMA_FILE] = schema_text(workspace_schema())
    written, kept, problems = [], [], []
    for target, text in texts.items():
        path = folder / target
        if path.exists():
            kept.append(path)
        elif problem := write_file(path, text.encode()):
            return Begun(tuple(written), tuple(kept), None, (problem,))
        else:
            written.append(path)
    plan = None
    if not (folder / _PLANS).exists():
        created = create(folder / _PLANS / f"{_FIRST}-{year}", year, lang, keys)
        problems += created.problems
        if not created.problems:
            plan = created.folder
            # Its comments show commands as they are typed in the repository.
            text = created.plan.read_text("utf-8").replace(plan.as_posix(), plan.relative_to(folder).as_posix())
            problems += filter(None, [write_file(created.plan, text.encode())])
    return Begun(tuple(written), tuple(kept), plan, tuple(problems))
