"""Who meets whom: pairs across the table with the strength of the tie, and the meetings of the year."""

from acbp.model.relationships import Pair
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import shorten
from acbp.rendering.modules import Module, column, line, module, row, table, text

_WHO, _FOCUS, _TIE = 30.5, 19.5, 57.0
"""The room on a card for who somebody is and what they look after, and between two cards, mm."""
TIERS = ("executive", "business", "function")


def write(desk: Desk) -> list[Page]:
    """Write the page; a second one where the meetings do not fit below the map."""
    section, words = desk.plan.relationships, desk.words
    if section is None or not (section.pairs or section.meetings):
        return []
    rows = [row(_map(desk))] if section.pairs else []
    if section.meetings:
        rows.append(row(_meetings(desk)))
    lead = words("relationships.lead") if section.pairs else ""
    return desk.bind("relationships", 6, _title(desk), rows, lead=lead, notes=words("relationships.note"))


def _title(desk: Desk) -> str:
    words, locale, section = desk.words, desk.locale, desk.plan.relationships
    assert section is not None
    pairs = section.pairs
    if not pairs:
        return words(
            "relationships.title_meetings",
            n=len(section.meetings),
            count=locale.count_word(len(section.meetings), words("measure.unit")),
        )
    weak = [pair for pair in pairs if pair.strength != "firm"]
    values = {
        "count": locale.count_word(len(pairs), words("measure.pair")),
        "tiers": locale.count_word(len({pair.tier for pair in pairs}), words("measure.unit"), capital=False),
    }
    if not weak:
        return words("relationships.title_firm", n=len(pairs), **values)
    weak_count = locale.count_word(len(weak), words("measure.pair"), capital=False)
    return words("relationships.title", n=len(pairs), weak=weak_count, **values)


def _person(desk: Desk, contact: str) -> dict[str, str]:
    found = desk.figures.names.contacts.get(contact)
    return {
        "name": shorten(found.name if found else contact, _WHO, 1, 9.0, bold=True),
        "title": shorten((found.title or found.function or "") if found else "", _WHO, 2, 7.5),
        "focus": shorten((found.focus or "") if found else "", _FOCUS, 3, 7.5),
    }


def _map(desk: Desk) -> Module:
    section, words = desk.plan.relationships, desk.words
    assert section is not None

    def shown(pair: Pair) -> dict[str, object]:
        return {
            "ours": _person(desk, pair.ours),
            "theirs": _person(desk, pair.theirs),
            "rhythm": shorten(pair.rhythm or "", _TIE, 1, 7.5),
            "strength": pair.strength,
            "strength_name": words(f"strength.{pair.strength}"),
            "weak": pair.strength != "firm",
        }

    tiers = [
        {"name": words(f"tier.{tier}"), "pairs": [shown(pair) for pair in section.pairs if pair.tier == tier]}
        for tier in TIERS
        if any(pair.tier == tier for pair in section.pairs)
    ]
    return module(
        "pairs",
        us=desk.us,
        them=desk.them,
        focus=words("relationships.focus"),
        contact=words("relationships.contact"),
        tiers=tiers,
    )


def _meetings(desk: Desk) -> Module:
    section, words = desk.plan.relationships, desk.words
    assert section is not None
    columns = [
        column(words("relationships.meeting"), 26.0),
        column(words("relationships.rhythm"), 20.0),
        column(words("relationships.people"), 36.0),
        column(words("relationships.output"), 46.0),
        column(words("relationships.dates", year=str(desk.year)), 46.0, "r"),
    ]
    rows = [
        line([text(m.name, bold=True), m.rhythm, m.people or "—", m.output or "—", m.dates or "—"])
        for m in section.meetings
    ]
    return table(words("relationships.meetings"), columns, rows)
