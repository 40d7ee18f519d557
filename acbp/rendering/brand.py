"""A brand pack: a folder with ``brand.yml`` → the colours, fonts and logo of the pages.

The file follows the public brand.yml format (https://posit-dev.github.io/brand-yml). Used are ``meta.name``,
``color.primary`` with ``color.palette``, ``typography.base`` and ``typography.headings``, and ``logo``; what the format
offers beyond that is accepted and left alone.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from acbp.charts.style import Palette, Style
from acbp.loading.compose import read_yaml
from acbp.loading.encoding import LARGEST_FILE
from acbp.loading.nodes import Node
from acbp.problems import Problem, nearest
from acbp.rendering import brand_codes  # noqa: F401  (registers the codes)
from acbp.rendering.colour import derive, is_colour
from acbp.rendering.logo import MOST_PICTURE_BYTES, Logo, LogoError, read_logo
from acbp.rendering.resources import template_root

FILE_NAMES = ("brand.yml", "_brand.yml")
SANS = "Noto Sans CJK SC"
SERIF = "Noto Serif CJK SC"

# The names that the format defines; `accent` is accepted where a pack has no primary colour.
_COLOURS = (
    "primary",
    "accent",
    "secondary",
    "tertiary",
    "success",
    "info",
    "warning",
    "danger",
    "light",
    "dark",
    "link",
)
_TEXTS = ("base", "headings", "monospace", "monospace-inline", "monospace-block", "link")
_KNOWN = {
    "": ("meta", "logo", "color", "typography", "defaults"),
    "color": ("palette", "foreground", "background", *_COLOURS),
    "logo": ("images", "small", "medium", "large", "path", "alt"),
    "typography": ("fonts", *_TEXTS),
    "meta": (),
}
_FONT_NAME = re.compile(r"[^\W_][\w .&+\-]{0,79}")


@dataclass(frozen=True, slots=True)
class Brand:
    """What the pages take from a brand.

    ``logo`` stands on white, ``logo_on_dark`` on the dark cover; without one the company's name is set in type.
    ``name_beside_logo`` tells that the logo is a mark alone, so that the name is set beside it.
    """

    name: str
    palette: Palette = field(default_factory=Palette)
    sans: str = SANS
    serif: str = SERIF
    logo: Logo | None = None
    logo_on_dark: Logo | None = None
    name_beside_logo: bool = False

    def style(self, language: str) -> Style:
        """The style of the charts in this brand; ``language`` is ``zh`` or ``en``."""
        return Style(self.palette, self.sans, self.serif, language)


def known_brands(*folders: Path) -> dict[str, Path]:
    """The brand packs that come with the product and those in these folders, which win: name to folder, by name."""
    roots = [template_root() / "brands", *folders]
    packs = {file.parent.name: file.parent for root in roots for name in FILE_NAMES for file in root.glob(f"*/{name}")}
    return dict(sorted(packs.items()))


def load_brand(folder: Path) -> tuple[Brand, list[Problem]]:
    """The brand of a folder and everything wrong with it, sorted; whatever cannot be read keeps its default.

    Nothing is read outside the folder. Whether the fonts are installed is found out when pages are made.
    """
    file = next((folder / name for name in FILE_NAMES if (folder / name).is_file()), None)
    default = Brand(folder.name)
    if file is None:
        return default, [Problem("E801", {"folder": str(folder)})]
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as fault:
        return default, [Problem("E003", {"file": str(file), "reason": fault.strerror or "?"})]
    root, problems = read_yaml(data, str(file))
    if root is None:
        return default, problems
    if root.kind != "mapping":
        return default, [*problems, Problem("E204", {"expected": "@mapping"}, root.place())]
    reader = _Reader(folder, root, list(problems))
    return reader.read(), sorted(reader.problems)


class _Reader:
    """Reads one brand.yml and gathers its problems."""

    def __init__(self, folder: Path, root: Node, problems: list[Problem]) -> None:
        self.folder = folder
        self.root = root
        self.problems = problems
        self.mistyped = set[str]()
        """Known names that an unknown one was taken for: they are not called missing as well."""

    def read(self) -> Brand:
        for section, known in _KNOWN.items():
            self._check_keys(section, known)
        meta = self.root.get("meta", "name")
        name = self._text(meta.get("full") or meta.get("short") if meta and meta.kind == "mapping" else meta)
        colour = self._colour()
        light, dark, size = self._logo_nodes()
        return Brand(
            name=name or self.folder.name,
            palette=derive(colour) if colour else Palette(),
            sans=self._font("base") or SANS,
            serif=self._font("headings") or SERIF,
            logo=self._logo(light),
            logo_on_dark=self._logo(dark),
            name_beside_logo=size == "small",
        )

    def _check_keys(self, section: str, known: tuple[str, ...]) -> None:
        node = self.root.get(section) if section else self.root
        if node is None or node.value is None or (section == "logo" and node.kind == "scalar"):
            return
        if node.kind != "mapping":
            self._report("E204", node, expected="@mapping")
            return
        for name, child in node.value.items() if known else ():
            if name not in known and child.key is not None:
                near = nearest(name, known)
                self.mistyped.update(near)
                values = {"variant": "near", "nearest": near[0]} if near else {"known": ", ".join(known)}
                self.problems.append(Problem("E201", {"key": name, **values}, child.key.place()))

    def _colour(self) -> str | None:
        section = self.root.get("color")
        node = self.root.get("color", "primary") or self.root.get("color", "accent")
        if node is None or node.value is None:
            stated = section is not None and (
                section.faulty or section.kind == "list" or isinstance(section.value, str)
            )
            if not (stated or self.mistyped & {"color", "primary"} or (node is not None and node.faulty)):
                self.problems.append(Problem("E802", {}, (node or section or self.root).place()))
            return None
        seen = set[str]()
        while (text := self._text(node)) and not is_colour(text):
            named = self.root.get("color", "palette", text)
            if named is None or text in seen:
                self._report("E803", node, value=text)
                return None
            seen.add(text)
            node = named
        return text

    def _font(self, use: str) -> str | None:
        node = self.root.get("typography", use)
        node = node.get("family") if node is not None and node.kind == "mapping" else node
        family = self._text(node)
        if node is not None and family is not None and not _FONT_NAME.fullmatch(family):
            self._report("E808", node, value=family)
            return None
        return family

    def _logo_nodes(self) -> tuple[Node | None, Node | None, str]:
        """The nodes of the logo on white and on the dark cover, and the size they were given for.

        A full logo (medium, large, or the only one) goes before a small one, which is a mark without the name.
        """
        node, size = self.root.get("logo"), ""
        if node is not None and node.kind == "mapping" and node.get("path") is None:
            size = next((each for each in ("medium", "large", "small") if each in node.value), "")
            node = node.get(size)
        if node is not None and node.kind == "mapping" and node.get("path") is None:
            return node.get("light"), node.get("dark"), size
        return node, None, size

    def _logo(self, node: Node | None) -> Logo | None:
        named = self.root.get("logo", "images", str(node.value)) if node is not None and node.kind == "scalar" else None
        node = named or node
        node = node.get("path") if node is not None and node.kind == "mapping" else node
        name = self._text(node)
        if node is None or name is None:
            return None
        try:
            path = (self.folder / name).resolve()
            if not path.is_relative_to(self.folder.resolve()) or not path.is_file():
                raise LogoError("E804")
            with path.open("rb") as stream:
                return read_logo(stream.read(MOST_PICTURE_BYTES + 1))
        except LogoError as fault:
            self._report(fault.code, node, file=name, **fault.values)
        except (OSError, ValueError):  # a path that no file can have, or one that may not be read
            self._report("E804", node, file=name)
        return None

    def _text(self, node: Node | None) -> str | None:
        """The text of a scalar; nothing for a missing or empty one, and a problem for any other kind."""
        if node is None or node.value is None or node.faulty:
            return None
        if node.kind != "scalar":
            self._report("E204", node, expected="@text")
            return None
        return str(node.value).strip() or None

    def _report(self, code: str, node: Node, **values: str) -> None:
        if node.faulty:
            return
        self.problems.append(Problem(code, values, node.place()))
