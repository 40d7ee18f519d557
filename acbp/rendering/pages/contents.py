"""The contents: the conclusions of all pages by part, and how the pages are to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from acbp.charts.metrics import measure
from acbp.rendering.desk import Desk, Page, capital, halve, split_title
from acbp.rendering.layout import FULL, PT, lines_of
from acbp.rendering.typography import is_chinese

_TERM_WIDTH, _TERM_LINES = 53.0, 7
_LINE_WIDTH = 118.0
_LEGEND = 44.0
"""What the legend takes with the gap above it, mm."""


def write(desk: Desk, pages: Sequence[Page], parts: Sequence[dict[str, str]]) -> dict[str, Any]:
    """Return what the template of the contents prints; a page that goes on overleaf is listed once."""
    words, locale = desk.words, desk.locale
    listed = [page for page in pages if page["part"] == 1]
    count, number = len(parts), len(listed)
    title = words(
        "contents.title",
        n=number,
        parts=locale.count_word(count, words("measure.unit"), capital=False),
        pages=locale.count_word(number, words("measure.unit"), capital=False),
    )
    listing = [
        {
            "number": part["number"],
            "name": part["name"],
            "lines": [
                {"title": page["bookmark"], "anchor": page["anchor"], "chinese": is_chinese(page["bookmark"])}
                for page in listed
                if page["section"] == part["key"]
            ],
        }
        for part in parts
    ]
    loose, dense = _deal(listing, _LOOSE), _deal(listing, _DENSE)
    is_dense = len(dense) < len(loose)
    size = (_DENSE if is_dense else _LOOSE).size
    for part in listing:
        for line in part["lines"]:
            line["shown"] = _balanced(line["title"], size)
    return {
        "title": title,
        "lead": words("contents.lead"),
        "notes": words("contents.notes"),
        "continued": words("common.continued"),
        "parts": listing,
        "sheets": dense if is_dense else loose,
        "dense": is_dense,
        "legend": _legend(desk),
    }


def _balanced(title: str, size: float) -> str:
    """A conclusion that takes two lines breaks after a clause, as the title of its page does, else at its middle.

    The break is a line feed: a link that holds elements of its own would not be tagged as one.
    """
    if measure(title, size) <= _LINE_WIDTH:
        return title
    for halves in (split_title(title, _LINE_WIDTH, size), halve(title, size)):
        if all(measure(half, size) <= _LINE_WIDTH for half in halves):
            return "\n".join(halves)
    return title


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the lines are set: type size and line height in points, the space below a line and around a part in mm."""

    size: float
    leading: float
    below: float
    around: float

    def height(self, line: Mapping[str, Any]) -> float:
        """What a line takes, mm."""
        return lines_of(line["title"], _LINE_WIDTH, self.size) * self.leading * PT + self.below


_LOOSE = _Setting(8.5, 14.0, 2.1, 7.0)
_DENSE = _Setting(8.0, 12.0, 1.2, 3.8)


def _deal(listing: Sequence[dict[str, Any]], setting: _Setting) -> list[list[dict[str, Any]]]:
    """Deal the parts out to as few sheets as hold them with the legend below the last, filled about evenly.

    A part stays whole unless it is longer than a sheet.
    """
    heights = [setting.around + sum(map(setting.height, part["lines"])) for part in listing]
    whole = sum(heights) + _LEGEND
    even = whole / ceil(whole / FULL)
    sheets: list[list[dict[str, Any]]] = [[]]
    taken = 0.0
    for part, height in zip(listing, heights, strict=True):
        # A part that would lie on the next sheet for the most part begins there.
        if taken and (taken + height > FULL or taken + height / 2 > even):
            sheets.append([])
            taken = 0.0
        for line in part["lines"]:
            if taken + setting.height(line) > FULL:
                sheets.append([])
                taken = 0.0
            if not sheets[-1] or sheets[-1][-1]["number"] != part["number"]:
                sheets[-1].append({**part, "lines": []})
                taken += setting.around
            sheets[-1][-1]["lines"].append(line)
            taken += setting.height(line)
    if taken + _LEGEND > FULL:
        sheets.append([])
    return sheets


def _legend(desk: Desk) -> dict[str, object]:
    words, locale, card = desk.words, desk.locale, desk.figures.scorecard
    colours = [
        {"token": "fill", "name": words("legend.plan", year=str(desk.year), us=desk.us)},
        {"token": "t60", "name": words("legend.increase")},
        {"token": "n300", "name": words("legend.history")},
        {"token": "ink3", "name": words("legend.decrease")},
    ]
    green, amber = (locale.percent(value, 0) for value in ((card.green, card.amber) if card else (None, None)))
    status = [
        {"mark": "done", "letter": "", "name": words("state.done")},
        {"mark": "waiting", "letter": "", "name": words("state.not-started")},
    ]
    if card:
        status = [
            {"mark": "green", "letter": "G", "name": words("legend.green", green=green)},
            {"mark": "amber", "letter": "A", "name": words("legend.amber", green=green, amber=amber)},
            {"mark": "red", "letter": "R", "name": words("legend.red", amber=amber)},
            *status,
        ]
    terms: list[str] = []
    for definition in desk.plan.plan.definitions:
        said = words("common.defined", term=capital(definition.term), meaning=definition.meaning)
        if sum(lines_of(term, _TERM_WIDTH, 7.5) for term in [*terms, said]) > _TERM_LINES:
            break
        terms.append(said)
    return {
        "heading": words("legend.heading"),
        "colours_name": words("legend.colours"),
        "status_name": words("legend.status"),
        "terms_name": words("legend.terms"),
        "colours": colours,
        "status": status[:5],
        "terms": terms or [words(f"note.tax_{desk.plan.plan.tax_basis}", name=desk.sales_label)],
    }
