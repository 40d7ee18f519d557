"""The formats that a plan is printed in: how each is bound from the desk, and what it is set with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from acbp.analysis.reviews import ReviewFigures
from acbp.rendering import deck, onepage
from acbp.rendering.arrangement import arrange, list_parts
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import A4, Grid
from acbp.rendering.meeting import SECTIONS as MEETING
from acbp.rendering.meeting import cover_words, write_meeting
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
    return {"cover": deck.write_cover(desk), **_number(pages, parts)}


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
        **_number(pages, parts),
    }
    return made | ({"title": front["title"]} if front else {})


def _number(pages: Sequence[Page], parts: Sequence[Mapping[str, str]]) -> Bound:
    """The pages with the printed numbers of their parts."""
    numbers = {part["key"]: part["number"] for part in parts}
    return {
        "parts": [{"number": part["number"], "name": part["name"]} for part in parts],
        "pages": [{**page, "section": numbers[page["section"]]} for page in pages],
    }


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
