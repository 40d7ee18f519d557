"""How the year is measured: every level of a ladder, every item of a checklist, and where each figure comes from."""

from acbp.analysis.scorecard import KpiScore, ScorecardFigures
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import TEXT_WIDTH, Cell, Module, column, line, rag, row, table, text
from acbp.rendering.pages.scorecard import unit_beside


def write(desk: Desk) -> list[Page]:
    """Write the page, and further ones where there are many KPIs."""
    card = desk.figures.scorecard
    if card is None or not any(kpi.item.top or kpi.item.source or kpi.item.data_owner for kpi in card.kpis):
        return []
    rows = [*step_rows(desk, card), row(_sources(desk, card))]
    if desk.plan.plan.review_calendar:
        rows.append(row(_calendar(desk)))
    return desk.bind("measures", 5, _title(desk, card), rows, notes=desk.words("measures.note"))


def step_rows(desk: Desk, card: ScorecardFigures) -> list[Row]:
    """Every ladder with what its levels mean, and every checklist with its items."""
    return [
        row(_ladder(desk, card, kpi) if kpi.item.levels else _checklist(desk, kpi))
        for kpi in sorted(card.kpis, key=lambda kpi: not kpi.item.levels)
        if kpi.item.top
    ]


def _title(desk: Desk, card: ScorecardFigures) -> str:
    words, locale = desk.words, desk.locale
    sourced = sum(kpi.item.source is not None for kpi in card.kpis)
    count = locale.count_word(len(card.kpis), words("measure.item"))
    key = "measures.title" if sourced == len(card.kpis) else "measures.title_partly"
    title = words(key, n=len(card.kpis), count=count, sourced=locale.number(sourced))
    ladders = sum(bool(kpi.item.levels) for kpi in card.kpis)
    checks = sum(len(kpi.item.checks) for kpi in card.kpis)
    if ladders:
        levels = sum(len(kpi.item.levels) for kpi in card.kpis)
        title += words("measures.title_levels", levels=locale.number(levels))
    if checks:
        title += words("measures.title_items" if ladders else "measures.title_only_items", items=locale.number(checks))
    return title


def _ladder(desk: Desk, card: ScorecardFigures, kpi: KpiScore) -> Module:
    """The level texts from the lowest to the highest; the level reached is tinted, the target is named."""
    words = desk.words
    width = TEXT_WIDTH / len(kpi.item.levels)
    columns, marks = [], []
    for level in range(1, len(kpi.item.levels) + 1):
        reached = kpi.actual == level
        said = [words("measures.reached", period=desk.period(card.period))] if reached else []
        if kpi.target == level:
            said.append(words("measures.aimed", period=desk.period(card.period)))
        if kpi.year_target == level and card.period != "year":
            said.append(words("measures.aimed", period=words("common.full_year")))
        columns.append(column(words("measures.level", level=str(level)), width, focus=reached))
        marks.append(text(words("common.list").join(said), bold=True, tone="accent" if reached else "muted"))
    rows = [line([*map(str, kpi.item.levels)], head=False), line(marks, head=False)]
    return table(kpi.item.name, columns, rows, unit=unit_beside(desk, kpi), aside=_attained(desk, kpi))


def _checklist(desk: Desk, kpi: KpiScore) -> Module:
    """The items in two columns, each with whether it is met."""
    words = desk.words
    items = kpi.item.checks
    half = (len(items) + 1) // 2
    columns = [column("", 62.0), column("", 25.0), column("", 62.0), column("", 25.0)]

    def said(at: int) -> list[Cell | str]:
        if at >= len(items):
            return ["", ""]
        if kpi.actual is None:
            return [items[at].name, rag("none", "", word=words("measures.not_said"))]
        met = items[at].id in kpi.met
        word = words("measures.met" if met else "measures.not_met")
        return [items[at].name, rag("done" if met else "waiting", "", word=word)]

    rows = [line([*said(at), *said(at + half)]) for at in range(half)]
    unit = unit_beside(desk, kpi)
    return table(kpi.item.name, columns, rows, unit=unit, aside=_attained(desk, kpi), headless=True)


def _attained(desk: Desk, kpi: KpiScore) -> str:
    return desk.words("measures.attained", share=desk.locale.percent(kpi.attainment)) if kpi.actual is not None else ""


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
    words, locale = desk.words, desk.locale
    meetings = desk.plan.plan.review_calendar
    held = {review.period: review.item.date for review in desk.figures.reviews}
    width = (TEXT_WIDTH - 34.0) / len(meetings)
    columns = [column("", 34.0), *(column(desk.period(meeting.period), width) for meeting in meetings)]
    rows = [line([words("measures.planned"), *(locale.date(meeting.date) for meeting in meetings)])]
    if held:
        rows.append(line([words("measures.held"), *(locale.date(held.get(meeting.period)) for meeting in meetings)]))
    return table(words("measures.calendar"), columns, rows)
