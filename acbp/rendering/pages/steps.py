"""Maturity ladders and checklists on the scorecard: what each level means, which is reached, which items are met."""

from acbp.analysis.scorecard import KpiScore, ScorecardFigures
from acbp.rendering.desk import Desk
from acbp.rendering.layout import Row
from acbp.rendering.modules import TEXT_WIDTH, Cell, Module, column, line, rag, row, table, text


def step_rows(desk: Desk, card: ScorecardFigures) -> list[Row]:
    """Every ladder with what its levels mean, and every checklist with its items."""
    return [
        row(_ladder(desk, card, kpi) if kpi.item.levels else _checklist(desk, kpi))
        for kpi in sorted(card.kpis, key=lambda kpi: not kpi.item.levels)
        if kpi.item.top
    ]


def unit_beside(desk: Desk, kpi: KpiScore) -> str:
    """The unit that stands beside a KPI's name: of a ladder and a checklist, how far they go."""
    if kpi.item.top:
        return desk.words("measures.of_levels" if kpi.item.levels else "measures.of_items", top=str(kpi.item.top))
    return "" if kpi.item.unit == "%" else desk.unit_name(kpi.item.unit)


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
        name = words("measures.level", level=str(level))
        columns.append(column(name, width, focus=reached, pre=level > 1 and not reached))
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
