"""The file of personal notes that a plan may name: it has to lie outside the plan's folder and repository."""

import os
from pathlib import Path

from acbp.loading.nodes import Node
from acbp.loading.positions import find, name_of
from acbp.model.plan import Plan
from acbp.problems import Problem

_LOCATION = ("relationships", "personal_file")


def check_personal_file(plan: Plan, root: Node, folder: Path) -> list[Problem]:
    """Refuse a file of personal notes inside the plan's ``folder`` or the repository around it (E280).

    The file itself is never opened. A bare name is only a name, unless a file of that name lies in the folder.
    """
    name = plan.relationships.personal_file if plan.relationships else None
    if name is None:
        return []
    if "/" in name or os.sep in name:
        # No link is followed: asking for a path on the network would already tell who we are.
        home = Path.home() / name[2:] if name.startswith("~/") else Path(name)
        named = Path(os.path.normpath(folder.absolute() / home))
        shared = any(named.is_relative_to(kept) for kept in _kept_together(folder))
    else:
        shared = any(file.name == name for file in folder.iterdir())
    return [Problem("E280", {}, find(root, _LOCATION).node.place(), name_of(root, _LOCATION))] if shared else []


def _kept_together(folder: Path) -> list[Path]:
    """The plan's folder, and the repository that it lies in, if any."""
    places = {Path(os.path.normpath(folder.absolute())), folder.resolve()}
    repositories = [above for place in places for above in (place, *place.parents) if (above / ".git").exists()]
    return [*places, *repositories]
