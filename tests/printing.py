"""Prints documents for tests to look at, and looks over the typesetter's shoulder while they are laid out."""

import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from traceback import format_exc
from typing import Any

from filelock import FileLock, Timeout

from acbp.loading import load_plan
from acbp.loading.nodes import Node
from acbp.model import Plan, Workspace
from acbp.rendering.brand import Brand, known_brands, load_brand
from tests.lines import Line, lines_of, unwrapped

DOCUMENTS = (
    "zh-customer-zh",
    "en-customer-en",
    "zh-internal-zh",
    "en-internal-en",
    "zh-internal-en",
    "en-customer-zh",
)
"""Example, edition and language of every report that is looked at: both editions, and one in the other language."""
KINDS = (
    *DOCUMENTS,
    "zh-customer-zh-deck",
    "en-customer-en-deck",
    "zh-customer-zh-onepage",
    "en-customer-en-onepage",
    "en-customer-zh-onepage",
    "zh-internal-zh-review-Q2",
    "en-internal-en-review-Q2",
    # The examples have the brands spring and cliff; these are the others.
    "zh-customer-zh-deck-dusk",
    "en-customer-en-deck-primrose",
    "zh-customer-zh-onepage-primrose",
    "en-customer-en-onepage-dusk",
)
"""Documents of every format and brand pack, with the reports."""


@dataclass(frozen=True, slots=True, repr=False)
class Example:
    """A plan with all that it takes to print it."""

    plan: Plan
    workspace: Workspace | None
    brand: Brand
    folder: Path
    root: Node
    """The tree behind the plan."""

    def options(self, edition: str, language: str, *form: str) -> dict[str, Any]:
        """The named arguments of `compose` and `render`; for a review's pack `form` names the period too."""
        options = {"edition": edition, "language": language, "brand": self.brand, "folder": self.folder}
        options |= zip(("form", "period"), form, strict=False)
        days = {review.period: review.date for review in self.plan.reviews}
        return options | {"as_of": days[form[1]] if form[1:] else self.plan.plan.date}


@dataclass(frozen=True, slots=True, repr=False)
class Printed:
    """A document as it was composed, its PDF, and every box in it that does not fit."""

    document: dict[str, Any]
    content: bytes
    pages: int
    problems: tuple[Any, ...]
    places: dict[str, int]
    misfits: tuple[str, ...]
    lines: "tuple[tuple[Line, ...], ...]" = ()
    """The lines of text of each page, as they were laid out."""
    drawings: dict[str, str] = field(default_factory=dict)
    """The charts as SVG, by name."""


def read_example(path: Path) -> Example:
    """Read a plan with its brand."""
    loaded = load_plan(path)
    assert loaded.plan is not None, [str(problem) for problem in loaded.problems]
    brand = read_brand(loaded.plan.plan.brand or "spring")
    assert loaded.root is not None
    return Example(loaded.plan, loaded.workspace, brand, path if path.is_dir() else path.parent, loaded.root)


def read_brand(name: str) -> Brand:
    """Read a brand pack that is shipped."""
    brand, problems = load_brand(known_brands()[name])
    assert not problems
    return brand


class Press:
    """Documents of the examples, each printed once in a run of the tests, by whichever of its workers needs it first.

    They are asked for by example, edition and language, then by a format other than the report and a brand other than
    the plan's own: `zh-customer-zh`, `en-customer-en-deck-dusk`, `zh-internal-zh-review-Q2`.
    """

    def __init__(self, examples: dict[str, Example], folder: Path, alone: bool) -> None:
        self._examples, self._folder, self._alone = examples, folder, alone
        self._held: dict[str, Printed] = {}

    def __getitem__(self, name: str) -> Printed:
        if name not in self._held:
            if self._alone and name in DOCUMENTS and not (self._folder / name).exists():
                self._print_reports()
            # While another worker prints it, there is time for one that will be asked for next.
            ahead = iter(DOCUMENTS)
            while not self._lay_by(name, wait=False) and (other := next(ahead, None)):
                self._lay_by(other, wait=False)
            self._lay_by(name)
            made = pickle.loads((self._folder / name).read_bytes())
            assert isinstance(made, Printed), made
            self._held[name] = made
        return self._held[name]

    def _print_reports(self) -> None:
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
            list(pool.map(self._lay_by, DOCUMENTS))

    def _lay_by(self, name: str, wait: bool = True) -> bool:
        """Print a document into the folder, or what went wrong, unless it is there; false while another does so."""
        try:
            with FileLock(self._folder / f"{name}.lock", blocking=wait):
                if not (self._folder / name).exists():
                    try:
                        made: Printed | str = print_document(self._examples[name[:2]], name)
                    except Exception:
                        made = format_exc()
                    (self._folder / name).write_bytes(pickle.dumps(made))
                return True
        except Timeout:
            return False


def print_document(example: Example, name: str) -> Printed:
    """Compose and print a document by the name that the press knows it by."""
    _, *asked = name.split("-")
    brand = {"brand": read_brand(asked.pop())} if asked[-1] in known_brands() else {}
    return print_plan(example.plan, example.workspace, **example.options(*asked) | brand)


def print_plan(plan: Plan, workspace: Workspace | None = None, **options: Any) -> Printed:
    """Compose and print a plan with the arguments of `render`."""
    from acbp.rendering import report

    composed: list[Any] = []
    original = report.compose

    def compose(*args: Any, **kwargs: Any) -> Any:
        composed[:] = original(*args, **kwargs)
        return tuple(composed)

    report.compose = compose
    try:
        with watching() as seen:
            made = report.render(plan, workspace, **options)
    finally:
        report.compose = original
    document, assets, _ = composed
    drawings = {name: assets.get(f"{name}.svg")[1].decode() for name in assets.drawn}
    return Printed(
        document, made.content, made.pages, made.problems, dict(made.places), *map(tuple, seen), drawings=drawings
    )


@contextmanager
def watching() -> Iterator[tuple[list[str], list[tuple[Line, ...]]]]:
    """Note the misfits and the lines of the last layout that is made meanwhile."""
    from weasyprint import HTML

    found: tuple[list[str], list[tuple[Line, ...]]] = ([], [])
    original = HTML.render

    def render(self: Any, *args: Any, **kwargs: Any) -> Any:
        document = original(self, *args, **kwargs)
        found[0][:] = misfits_of(document)
        found[1][:] = [tuple(lines_of(page._page_box)) for page in document.pages]
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

    box = unwrapped(box)
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
