"""What is to be built: which editions and formats of which plans, and the files they become."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

EDITIONS = ("internal", "customer")
FORMATS = ("report", "deck", "onepage", "review")


@dataclass(frozen=True, slots=True)
class Options:
    """What a build was asked for. `lang` and `brand` override the plan's own; `as_of` its date.

    `workers` is the number of processes, None for one per core; `force` builds what is unchanged too. `aliases` name
    the files of plans that share their id with another plan: plan as the user knows it → what stands for its id.
    `period` is the review that a pack is for, None for each plan's latest. `read_stamp` finds out where a plan stands
    in git, by its folder or file and all files that it depends on; with several workers it is a function of a module.
    `attach_source` puts the plan's files into its internal edition. `read_redline` finds out what changed in a plan
    since an earlier version, by its path, the edition and the language; it returns problems where that cannot be told.
    It goes with `force`, since no file tells what another version held. `recall_forecasts` finds out what a plan's
    reviews forecast by its history, by its path, the plan, the edition and the last commit to look at.
    With `picture_dpi` each page becomes a picture too.
    """

    output: Path = Path("output")
    editions: tuple[str, ...] = EDITIONS
    formats: tuple[str, ...] = ("report",)
    lang: str | None = None
    brand: str | None = None
    as_of: date | None = None
    overrides: tuple[str, ...] = ()
    force: bool = False
    workers: int | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)
    period: str | None = None
    read_stamp: Callable[[Iterable[Path]], Any] | None = None
    attach_source: bool = False
    picture_dpi: int | None = None
    read_redline: Callable[[Path, str, str], Any] | None = None
    recall_forecasts: Callable[[Path, Any, str, str], Any] | None = None

    def file_id(self, name: str, plan_id: str) -> str:
        """What the files of a plan begin with: its id, unless another plan of the run has the same one."""
        return self.aliases.get(name, plan_id)

    def stamp(self, place: Path, files: Iterable[Path]) -> Any:
        """Where a plan stands in git; None where nobody asked. A plan with values put in stands nowhere."""
        if self.read_stamp is None:
            return None
        stamp = self.read_stamp((place, *files))
        return replace(stamp, changed=True) if self.overrides and stamp.commit else stamp

    @property
    def is_lenient(self) -> bool:
        """Whether a plan without a review simply has no pack: every format was asked for, and no review by name."""
        return len(self.formats) > 1 and self.period is None

    def documents(self) -> Iterable[tuple[str, str]]:
        """Each edition with each format, in building order."""
        return ((edition, form) for edition in self.editions for form in self.formats)


def document_path(output: Path, plan_id: str, edition: str, form: str, lang: str) -> Path:
    """The file of one document: `<output>/<id>/<id>-<edition>-<format>-<lang>.pdf`; only the id comes from the plan."""
    return output / plan_id / f"{plan_id}-{edition}-{form}-{lang}.pdf"


def default_paths() -> tuple[Path, ...]:
    """What is built where nothing is named: the plan in the current folder, else the workspace's folder, else here."""
    from acbp.loading.source import PLAN_FILES, find_workspace

    workspace = find_workspace(Path())
    is_plan = any(Path(name).is_file() for name in PLAN_FILES)
    return (Path(),) if is_plan or workspace is None else (Path(os.path.relpath(workspace.parent)),)
