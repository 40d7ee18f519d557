"""The formats that a plan is printed in: how each is bound from the desk, and what it is set with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from acbp.analysis.reviews import ReviewFigures
from acbp.charts.labels import cut
from acbp.charts.metrics import measure
from acbp.rendering import deck, onepage
from acbp.rendering.arrangement import arrange, list_parts
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import A4, Grid
from acbp.rendering.meeting import SECTIONS as MEETING
from acbp.rendering.meeting import cover_words, write_meeting
from acbp.rendering.modules import mm
from acbp.rendering.pages import changes, contents, cover, write_pages

Bound = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is bound of a plan, and the template, style sheets and page measures that it is printed with."""

    bind: Callable[[Desk, ReviewFigures | None], Bound]
    template: str = "report/document.html.j2"
    styles: tuple[str, ...] = ("report/report.css",)
    grid: Grid = A4
    zoom: float = 1.0
    """By how much the laid-out pages are enlarged: a format with larger type needs no measures of its own."""


def _bind_report(desk: Desk, review: ReviewFigures | None) -> Bound:
    """The whole plan with its cover and contents; first of all what changed, where that was asked for."""
    pages, parts = arrange(desk, write_pages(desk))
    asked = [{**page, "section": part["key"]} for part in parts[:1] for page in changes.write(desk)]
    return _add_contents(desk, [*asked, *pages], parts, {})


def _bind_review(desk: Desk, review: ReviewFigures | None) -> Bound:
    """The pack of one review's meeting."""
    assert review is not None
    # The scorecard as it stands at this review, which may be older than the latest actuals.
    desk = replace(desk, figures=replace(desk.figures, scorecard=review.scorecard))
    pages = write_meeting(desk, review)
    parts = list_parts(pages, [desk.words(f"part.{name}") for name in MEETING])
    return _add_contents(desk, pages, parts, cover_words(desk, review))


def _bind_deck(desk: Desk, review: ReviewFigures | None) -> Bound:
    """The slides for the meeting with the customer."""
    pages, parts = arrange(desk, deck.write_slides(desk))
    return {"cover": deck.write_cover(desk), **_number(desk, pages, parts)}


def _bind_one_page(desk: Desk, review: ReviewFigures | None) -> Bound:
    """The plan on one page."""
    return {"pages": [onepage.write(desk)]}


def _add_contents(
    desk: Desk, pages: Sequence[Page], parts: Sequence[Mapping[str, str]], front: Mapping[str, str]
) -> Bound:
    listing = contents.write(desk, pages, parts)  # type: ignore[arg-type]
    first = 2 + len(listing["sheets"])
    made = {
        "numbers": {page["anchor"]: str(number) for number, page in enumerate(pages, start=first)},
        "cover": cover.write(desk, **front),
        "contents": listing,
        **_number(desk, pages, parts),
    }
    return made | ({"title": front["title"]} if front else {})


_CELLS = 6
"""Cells of the tracker at the least; more parts make them narrower."""
_BETWEEN = 1.6
"""Between two cells, mm."""


def _number(desk: Desk, pages: Sequence[Page], parts: Sequence[Mapping[str, str]]) -> Bound:
    """The pages with the printed numbers of their parts, and the parts as the tracker names them."""
    numbers = {part["key"]: part["number"] for part in parts}
    return {
        "parts": _name_parts(parts, desk.grid.strip),
        "pages": [{**page, "section": numbers[page["section"]]} for page in pages],
    }


def _name_parts(parts: Sequence[Mapping[str, str]], strip: float) -> list[dict[str, str]]:
    """Each part on one line of the tracker: in cells as wide as each other, else as wide as the names, else cut."""
    equal = strip / max(_CELLS, len(parts)) - _BETWEEN
    number = measure("0", 7.5, True) + 1.4
    needed = [number + measure(part["name"], 7.5, True) for part in parts]
    if sum(needed) + _BETWEEN * len(parts) > strip:
        # Short names keep what they need; the others share what is left.
        room = strip - _BETWEEN * len(parts)
        for done, at in enumerate(sorted(range(len(needed)), key=needed.__getitem__)):
            needed[at] = min(needed[at], room / (len(needed) - done))
            room -= needed[at]
    is_equal = len(parts) <= _CELLS and max(needed, default=0.0) <= equal
    return [
        {
            "number": part["number"],
            "name": cut(part["name"], need - number + 0.05, 7.5, bold=True),
            "width": "" if is_equal else mm(need + 0.05),
        }
        for part, need in zip(parts, needed, strict=True)
    ]


FORMATS: Mapping[str, Format] = {
    "report": Format(_bind_report),
    "review": Format(_bind_review),
    "deck": Format(
        _bind_deck,
        "deck/document.html.j2",
        ("report/report.css", "deck/deck.css"),
        deck.SLIDE,
        deck.ENLARGED,
    ),
    "onepage": Format(
        _bind_one_page,
        "onepage/document.html.j2",
        ("report/report.css", "onepage/onepage.css"),
        onepage.SHEET,
        onepage.REDUCED,
    ),
}
