"""Everything that can be said of a brand pack before a page is printed with it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from acbp.problems import Problem

if TYPE_CHECKING:
    from acbp.building.machine import Finding, Words
    from acbp.rendering.brand import Brand
    from acbp.rendering.logo import Logo

FAINTEST = 1.5
"""The least contrast of a logo's strongest colour with its ground: a pale yellow on white has 1.3."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a pack, which of its fonts this machine lacks, and what its one colour has become."""

    problems: tuple[Problem, ...]
    fonts: "tuple[Finding, ...]"
    colours: "tuple[Words, ...]"

    @property
    def is_usable(self) -> bool:
        """Whether plans can be printed with the pack as it is meant to look."""
        return not any(problem.is_error for problem in self.problems) and all(font.ok for font in self.fonts)


def check_brand(folder: Path) -> Verdict:
    """Read the pack of a folder and look at its colour, logos and fonts."""
    from acbp.rendering.brand import load_brand

    brand, problems = load_brand(folder)
    if any(problem.is_error for problem in problems):
        return Verdict(tuple(problems), (), ())
    return Verdict((*problems, *_check_logos(brand)), _check_fonts(brand), _describe_colours(brand))


def _check_logos(brand: "Brand") -> list[Problem]:
    from acbp.rendering.logo import whiten

    if brand.logo is None:
        return []
    problems = _check_visible(brand.logo, brand.palette.white)
    if brand.logo_on_dark:
        return problems + _check_visible(brand.logo_on_dark, brand.palette.deep, variant="dark")
    return problems if whiten(brand.logo) else [*problems, Problem("W812")]


def _check_visible(logo: "Logo", ground: str, **variant: str) -> list[Problem]:
    """W811 where the strongest of a drawing's colours nearly equals its ground; names of colours are not judged."""
    from acbp.rendering.colour import contrast, is_colour
    from acbp.rendering.logo import inks_of

    inks = inks_of(logo)
    if not inks or not all(is_colour(ink) for ink in inks):
        return []
    strongest = max(inks, key=lambda ink: contrast(ink, ground))
    ratio = contrast(strongest, ground)
    if ratio >= FAINTEST:
        return []
    return [Problem("W811", {"colour": strongest.upper(), "ground": ground, "ratio": f"{ratio:.1f}", **variant})]


def _check_fonts(brand: "Brand") -> "tuple[Finding, ...]":
    from acbp.building.machine import WEIGHTS, check_font
    from acbp.rendering.brand import SANS, SERIF

    families = {"sans": brand.sans, "serif": brand.serif}
    found = [check_font(role, family, weight) for role, family in families.items() for weight in WEIGHTS]
    # The command that can be named installs the product's own fonts.
    return tuple(
        each if families[each.name.split("-")[1]] in (SANS, SERIF) else replace(each, remedy="") for each in found
    )


def _describe_colours(brand: "Brand") -> "tuple[Words, ...]":
    from acbp.building.machine import Words
    from acbp.rendering.colour import TEXT_PAIRS, contrast

    p = brand.palette
    on_white = f"{contrast(p.accent, p.white):.1f}"
    if p.fill == p.accent == p.accent_ink:
        kept = Words(
            f"品牌色 {p.accent} 在白底上对比度 {on_white}，文字和图形都直接使用",
            f"{p.accent} has a contrast of {on_white} on white: text and charts take it as it is",
        )
    else:
        ink = f"{contrast(p.accent_ink, p.white):.1f}"
        kept = Words(
            f"品牌色 {p.accent} 在白底上对比度 {on_white}，文字改用同色相的 {p.accent_ink}({ink})，图形用 {p.fill}",
            f"{p.accent} has a contrast of {on_white} on white: text takes {p.accent_ink} of the same hue ({ink}), "
            f"charts {p.fill}",
        )
    ratios = {pair: contrast(getattr(p, pair[0]), getattr(p, pair[1])) for pair in TEXT_PAIRS}
    (text, ground), weakest = min(ratios.items(), key=lambda each: each[1])
    return (
        kept,
        Words(
            f"{len(ratios)} 组文字与底色中对比度最低的是 {weakest:.1f}({text} 在 {ground} 上)",
            f"of {len(ratios)} pairs of text and ground the weakest has {weakest:.1f} ({text} on {ground})",
        ),
    )
