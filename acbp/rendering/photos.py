"""The pictures of a plan: each is read beside the plan, made safe as a logo is, and registered for its page."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from acbp.model import Plan
from acbp.problems import Problem
from acbp.rendering.logo import Logo, read_logo_beside

if TYPE_CHECKING:
    from acbp.rendering.assets import Assets

Location = tuple[str | int, ...]


def photos_of(plan: Plan) -> Iterator[tuple[Location, str]]:
    """Yield each picture that the plan names: its location in the plan, and the file's name."""
    for index, pair in enumerate(plan.space.photos if plan.space else ()):
        for when in ("before", "after"):
            if name := getattr(pair, when):
                yield ("space", "photos", index, when), name


def read_photo(folder: Path, name: str) -> Logo | Problem:
    """Read one picture beside the plan, or say what is wrong with it."""
    picture = read_logo_beside(folder, name)
    if isinstance(picture, Problem):
        return Problem(picture.code, {**picture.values, "variant": "photo"})
    return picture


def add_photos(assets: "Assets", plan: Plan, folder: Path | None) -> list[Problem]:
    """Register the plan's pictures as ``photo-0-before``…; one that cannot be used is a problem."""
    problems = []
    for location, name in photos_of(plan) if folder else ():
        picture = read_photo(folder, name)  # type: ignore[arg-type]
        if isinstance(picture, Problem):
            problems.append(picture)
        else:
            assets.add(f"photo-{location[2]}-{location[3]}", picture.mime, picture.data)
    return problems
