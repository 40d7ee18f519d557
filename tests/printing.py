"""Prints documents for tests to look at, and looks over the typesetter's shoulder while they are laid out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from acbp.loading import load_plan
from acbp.model import Plan, Workspace
from acbp.rendering.brand import Brand, known_brands, load_brand

DOCUMENTS = (
    "zh-customer-zh",
    "en-customer-en",
    "zh-internal-zh",
    "en-internal-en",
    "zh-internal-en",
    "en-customer-zh",
)
"""Example, edition and language of every document that is looked at: both editions, and one in the other language."""


@dataclass(frozen=True, slots=True)
class Example:
    """A plan with all that it takes to print it."""

    plan: Plan
    workspace: Workspace | None
    brand: Brand
    folder: Path

    def options(self, edition: str, language: str) -> dict[str, Any]:
        """The named arguments of `compose` and `render`."""
        return {
            "edition": edition,
            "language": language,
            "brand": self.brand,
            "as_of": self.plan.plan.date,
            "folder": self.folder,
        }


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as it was composed, its PDF, and every box in it that does not fit."""

    document: dict[str, Any]
    content: bytes
    pages: int
    problems: tuple[Any, ...]
    places: dict[str, int]
    misfits: tuple[str, ...]


def read_example(path: Path) -> Example:
    """Read a plan with its brand."""
    loaded = load_plan(path)
    assert loaded.plan is not None, [str(problem) for problem in loaded.problems]
    brand, problems = load_brand(known_brands()[loaded.plan.plan.brand or "spring"])
    assert not problems
    return Example(loaded.plan, loaded.workspace, brand, path if path.is_dir() else path.parent)


def print_document(example: Example, name: str) -> Printed:
    """Compose and print one of DOCUMENTS."""
    _, edition, language = name.split("-")
    return print_plan(example.plan, example.workspace, **example.options(edition, language))


def print_plan(plan: Plan, workspace: Workspace | None = None, **options: Any) -> Printed:
    """Compose and print a plan with the arguments of `render`."""
    from acbp.rendering.report import compose, render

    document, _, _ = compose(plan, workspace, **options)
    with watching() as misfits:
        made = render(plan, workspace, **options)
    return Printed(document, made.content, made.pages, made.problems, dict(made.places), tuple(misfits))


@contextmanager
def watching() -> Iterator[list[str]]:
    """Note the misfits of the last layout that is made meanwhile."""
    from weasyprint import HTML

    found: list[str] = []
    original = HTML.render

    def render(self: Any, *args: Any, **kwargs: Any) -> Any:
        document = original(self, *args, **kwargs)
        found[:] = misfits_of(document)
        return document

    HTML.render = render
    try:
        yield found
    finally:
        HTML.render = original


def misfits_of(document: Any) -> list[str]:
    """What is cut, leaves the page or runs into other text in a laid-out document, page by page."""
    return [
        f"page {number}: {misfit}"
        for number, page in enumerate(document.pages, start=1)
        for misfit in _misfits(page._page_box)
    ]


@dataclass(frozen=True, slots=True)
class _Rect:
    """Where something stands, px from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def hits(self, other: "_Rect") -> bool:
        """Whether two texts overlap so far that both become hard to read."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1.5 and down > 0.4 * min(self.bottom - self.top, other.bottom - other.top)


def _misfits(page: Any) -> Iterator[str]:
    paper = _Rect(0, 0, page.margin_width(), page.margin_height())
    held = list(_held(page, None, None))
    for said, rect, cell, window in held:
        if rect.left < -1 or rect.top < -1 or rect.right > paper.right + 1 or rect.bottom > paper.bottom + 1:
            yield f"off the page: {said}"
        elif window and (rect.left < window.left - 1 or rect.right > window.right + 1):
            yield f"cut at the side: {said}"
        elif window and (rect.bottom - window.bottom > 0.4 * (rect.bottom - rect.top) or rect.bottom < window.top):
            yield f"cut below: {said}"
        elif cell and (rect.left < cell.left - 1 or rect.right > cell.right + 1):
            for other, place, its_cell, _ in held:
                if its_cell is not cell and other != "picture" and rect.hits(place):
                    yield f"wider than its cell: {said} runs into {other}"


def _held(
    box: Any, cell: _Rect | None, window: _Rect | None
) -> Iterator[tuple[str, _Rect, _Rect | None, _Rect | None]]:
    """Every text and picture: what it says, where it stands, the table cell and the clipping box around it."""
    from weasyprint.formatting_structure import boxes

    left, top = box.position_x, box.position_y
    if isinstance(box, (boxes.TextBox, boxes.ReplacedBox)):
        said = box.text.strip()[:40] if isinstance(box, boxes.TextBox) else "picture"
        if said:
            yield said, _Rect(left, top, left + box.width, top + box.height), cell, window
        return
    if not isinstance(box, boxes.ParentBox):
        return
    if isinstance(box, boxes.BlockContainerBox) and not isinstance(box, boxes.PageBox):
        around = _Rect(left, top, left + box.margin_width(), top + box.margin_height())
        if box.style["overflow"] == "hidden":
            window = around
        if isinstance(box, boxes.TableCellBox):
            cell = around
    if box.style["position"] == "absolute":
        cell = None  # The label of a strip stands beside its bar on purpose.
    for child in box.children:
        yield from _held(child, cell, window)
