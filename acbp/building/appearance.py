"""The look of a plan: which brand pack and which customer's logo it asks for, and what is wrong with them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acbp.problems import Problem

if TYPE_CHECKING:
    from acbp.loading import PlanSource
    from acbp.rendering.brand import Brand

DEFAULT_BRAND = "spring"


@dataclass(frozen=True, slots=True)
class FoundBrand:
    """The pack that a plan is printed with, None where there is no such pack; ``homes`` may hold packs."""

    name: str
    brand: "Brand | None"
    folder: Path
    homes: tuple[Path, ...]
    problems: tuple[Problem, ...]


def find_brand(loaded: Any, source: "PlanSource", chosen: str | None = None) -> FoundBrand:
    """Find and read the brand pack of a loaded plan; ``chosen`` goes before what the plan says."""
    from acbp.loading.source import find_workspace
    from acbp.rendering.brand import known_brands, load_brand

    name = chosen or loaded.plan.plan.brand or DEFAULT_BRAND
    workspace = find_workspace(source.root)
    homes = tuple(folder / "brands" for folder in ([workspace.parent] if workspace else []) + [source.root])
    packs = known_brands(*homes)
    if name not in packs:
        place, item = (None, None) if chosen else (loaded.place(("plan", "brand")), "plan.brand")
        unknown = Problem("E810", {"name": name, "known": ", ".join(packs)}, place, item)
        return FoundBrand(name, None, source.root, homes, (unknown,))
    brand, problems = load_brand(packs[name])
    return FoundBrand(name, brand, packs[name], homes, tuple(problems))


def check_appearance(loaded: Any, source: "PlanSource") -> list[Problem]:
    """What would keep the pages of a sound plan from being printed as they are meant to look."""
    from acbp.rendering.logo import read_logo_beside

    problems = list(find_brand(loaded, source).problems)
    if name := loaded.plan.account.logo:
        logo = read_logo_beside(source.root, name)
        if isinstance(logo, Problem):
            problems.append(Problem(logo.code, logo.values, loaded.place(("account", "logo")), "account.logo"))
    return problems
