"""The look of a plan: which brand pack and which customer's logo it asks for, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acbp.problems import Place, Problem

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
    from acbp.rendering.photos import photos_of, read_photo

    problems = list(find_brand(loaded, source).problems)
    logo = loaded.plan.account.logo
    read = [read_logo_beside(source.root, logo)] if logo else []
    read += [read_photo(source.root, name) for _, name in photos_of(loaded.plan)]
    places = find_pictures(loaded)
    return problems + [place_picture(found, places) for found in read if isinstance(found, Problem)]


def find_pictures(loaded: Any) -> dict[str, tuple[Place | None, str]]:
    """Return for each picture that the plan names beside itself where it names it first, and the item's name."""
    from acbp.rendering.photos import photos_of

    logo = loaded.plan.account.logo
    named = [(("account", "logo"), logo)] if logo else []
    found: dict[str, tuple[Place | None, str]] = {}
    for location, name in [*named, *photos_of(loaded.plan)]:
        found.setdefault(name, (loaded.place(location), loaded.name(location)))
    return found


def place_picture(problem: Problem, places: Mapping[str, tuple[Place | None, str]]) -> Problem:
    """Put a problem with a picture where the plan names the picture; any other problem stays as it is."""
    place, item = places.get(problem.values.get("file", ""), (None, None))
    return replace(problem, place=place, item=item) if item and not problem.place else problem
