"""A name and a year → a plan to begin with: figures that tie out, comments that teach, and more parts for later."""

import os
import re
import shlex
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from acbp.building.writing import write_file
from acbp.problems import Place, Problem

SCHEMA_FILE = "acbp.schema.json"
_LATER = re.compile("( *)# (?!yaml-language-server)")
YEARS = range(2000, 2101)
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Created:
    """The new plan's file, or the problems because of which nothing was written."""

    folder: Path
    problems: tuple[Problem, ...] = ()

    @property
    def plan(self) -> Path:
        """The plan's file."""
        return self.folder / "plan.yaml"

    @property
    def shell_name(self) -> str:
        """The folder as it can be typed on a command line."""
        return shlex.quote(self.folder.as_posix())


def create(folder: Path, year: int, lang: str, keys: str = "en") -> Created:
    """Write a plan into a new folder, and the schema that editors read beside the workspace file or the folder.

    `lang` is the language of its texts, `keys` that of the names to the left of the colons.
    Nothing that exists is overwritten: a folder that is not empty is E911, as is a foreign file in the schema's place.
    """
    from acbp.loading.chinese_text import comment_in_chinese, write_in_chinese
    from acbp.loading.schema import plan_schema, schema_text
    from acbp.loading.source import find_workspace
    from acbp.loading.tidying import tidy
    from acbp.model import Plan

    if problem := _refuse(folder, year):
        return Created(folder, (problem,))
    workspace = find_workspace(folder.parent)
    schema = (workspace.parent if workspace else folder.parent) / SCHEMA_FILE
    described = schema_text(plan_schema())
    if schema.exists() and '"$id": "urn:acbp:' not in schema.read_text("utf-8", "replace")[:400]:
        return Created(folder, (_exists(schema),))
    template = _read_template(lang)
    later: dict[int, int] = {}
    if keys == "zh":
        template, later = _open(template)
        template = comment_in_chinese(template) if lang == "zh" else template
    text = _fill(
        template,
        id=slug(folder.name, f"plan-{year}"),
        folder=folder.as_posix(),
        schema=Path(os.path.relpath(schema, folder)).as_posix(),
        year=str(year),
        last_year=str(year - 1),
        before_last=str(year - 2),
        next_year=str(year + 1),
    )
    if keys == "zh":
        text = _close(write_in_chinese(text, Plan), later)
    text = tidy(text, Plan)
    created = Created(folder)
    written = (write_file(created.plan, text.encode()), write_file(schema, described.encode()))
    return Created(folder, tuple(problem for problem in written if problem))


def slug(name: str, spare: str) -> str:
    """The name in small letters, digits and hyphens, at most 60 of them; `spare` if no letter of it can be kept."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    kept = re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")
    # YAML would take a name such as 2028 or true for something else than text.
    return kept if re.search("[a-z]", kept) and kept not in ("true", "false", "null") else spare


def _refuse(folder: Path, year: int) -> Problem | None:
    name = folder.name
    if not name or name == ".." or "\0" in str(folder) or _RESERVED.fullmatch(name) or name != name.rstrip(". "):
        return Problem("E912", {"name": str(folder)})
    if year not in YEARS:
        return Problem("E913", {"range": f"{YEARS[0]}-{YEARS[-1]}"})
    # Anything in the way is left alone, be it a file or a folder with something in it.
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        return _exists(folder)
    return None


def _exists(path: Path) -> Problem:
    from acbp.loading.files import shown_name

    return Problem("E911", {"file": shown_name(path)}, Place(shown_name(path), 1, 1))


def _read_template(lang: str) -> str:
    from acbp.rendering.resources import template_root

    return (template_root() / "new" / f"plan.{lang}.yaml").read_text(encoding="utf-8")


def _open(text: str) -> tuple[str, dict[int, int]]:
    """Open the parts for later, which stand behind `# `; say in which lines and columns that stood."""
    lines, later = text.split("\n"), {}
    for at, line in enumerate(lines):
        if found := _LATER.match(line):
            later[at] = found.end(1)
            lines[at] = found[1] + line[found.end() :]
    return "\n".join(lines), later


def _close(text: str, later: dict[int, int]) -> str:
    """Put the parts for later behind `# ` again."""
    lines = text.split("\n")
    for at, column in later.items():
        lines[at] = f"{lines[at][:column]}# {lines[at][column:]}"
    return "\n".join(lines)


def _fill(text: str, **values: str) -> str:
    """Put the values in place of their names in braces; other braces are YAML's own."""
    return re.sub(r"\{([a-z_]+)\}", lambda found: values[found[1]], text)
