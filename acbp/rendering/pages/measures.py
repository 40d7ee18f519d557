"""How the year is measured: where each figure comes from, who brings it, and when both sides look at it."""

from acbp.analysis.scorecard import ScorecardFigures
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import TEXT_WIDTH, Cell, Module, column, line, row, table, text


def write(desk: Desk) -> list[Page]:
    """Write the page, and further ones where there are many KPIs."""
    card = desk.figures.scorecard
    if card is None or not any(kpi.item.source or kpi.item.data_owner for kpi in card.kpis):
        return []
    rows = [row(_sources(desk, card))]
    if desk.plan.plan.review_calendar:
        rows.append(row(_calendar(desk)))
    return desk.bind("measures", 5, _title(desk, card), rows, notes=desk.words("measures.note"))


def _title(desk: Desk, card: ScorecardFigures) -> str:
    words, locale = desk.words, desk.locale
    sourced = sum(kpi.item.source is not None for kpi in card.kpis)
    count = locale.count_word(len(card.kpis), words("measure.item"))
    key = "measures.title" if sourced == len(card.kpis) else "measures.title_partly"
    title = words(key, n=len(card.kpis), count=count, sourced=locale.number(sourced))
    meetings = len({meeting.date for meeting in desk.plan.plan.review_calendar})
    return title + (words("measures.title_reviews", n=meetings, count=locale.count(meetings)) if meetings else "")


def _sources(desk: Desk, card: ScorecardFigures) -> Module:
    """What each figure comes from, what it serves, and in the internal edition who brings it."""
    words = desk.words
    objectives = {item.id: item.name for item in desk.plan.objectives}
    owned = any(kpi.item.data_owner for kpi in card.kpis)
    columns = [
        column(words("scorecard.kpi"), 44.0),
        column(words("measures.better"), 22.0),
        column(words("measures.source"), 108.0 - 42.0 - (desk.person + 6.0 if owned else 0.0)),
        column(words("measures.objective"), 42.0),
    ]
    if owned:
        columns.append(column(words("measures.data_owner"), desk.person + 6.0))
    rows = []
    for kpi in card.kpis:
        item = kpi.item
        kind = "ladder" if item.levels else "checklist" if item.checks else item.direction
        cells: list[Cell | str] = [
            text(item.name, bold=True),
            words(f"measures.kind_{kind}"),
            item.source or "—",
            objectives.get(item.objective or "", "—"),
        ]
        if owned:
            cells.append(desk.figures.names.person(item.data_owner) or "—")
        rows.append(line(cells))
    return table(words("measures.sources"), columns, rows, pad=0.9)


def _calendar(desk: Desk) -> Module:
    """When both sides review, and when they did."""
    words = desk.words
    meetings = desk.plan.plan.review_calendar
    held = {review.period: review.item.date for review in desk.figures.reviews}
    width = (TEXT_WIDTH - 34.0) / len(meetings)
    columns = [column("", 34.0), *(column(desk.period(meeting.period), width) for meeting in meetings)]
    rows = [line([words("measures.planned"), *(desk.date(meeting.date) for meeting in meetings)])]
    if held:
        rows.append(line([words("measures.held"), *(desk.date(held.get(meeting.period)) for meeting in meetings)]))
    return table(words("measures.calendar"), columns, rows)
