"""The contents: the conclusions of all pages by part, and how the pages are to be read."""

from collections.abc import Sequence

from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import lines_of
from acbp.rendering.typography import is_chinese

_TERM_WIDTH, _TERM_LINES = 53.0, 7


def write(desk: Desk, pages: Sequence[Page], parts: Sequence[dict[str, str]]) -> dict[str, object]:
    """Return what the template of the contents prints; a page that goes on overleaf is listed once."""
    words, locale = desk.words, desk.locale
    listed = [page for page in pages if page["part"] == 1]
    count, number = len(parts), len(listed)
    title = words(
        "contents.title",
        n=number,
        parts=locale.count_word(count, words("measure.unit")),
        pages=locale.count_word(number, words("measure.unit"), capital=False),
    )
    return {
        "title": title,
        "lead": words("contents.lead"),
        "notes": words("contents.notes"),
        "parts": [
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
        ],
        "dense": sum(lines_of(page["bookmark"], 110.0, 8.5) for page in listed) > 13,
        "legend": _legend(desk),
    }


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
        said = words("common.defined", term=definition.term, meaning=definition.meaning)
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
