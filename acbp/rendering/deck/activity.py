"""What is done when: the action plan as a Gantt chart, and the promotions of each half-year on its calendar."""

from collections.abc import Sequence
from itertools import groupby

from acbp.analysis.actions import ActionGroup, ActionState
from acbp.model.periods import weeks_in
from acbp.rendering.deck.slide import FULL, WIDTH
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import PT, Row, height_of, lines_of
from acbp.rendering.modules import Cell, Module, column, line, lines, mm, rag, row, table, text
from acbp.rendering.pages import promotions
from acbp.rendering.pages.actions import MARKS, bars, months_column, page_notes, page_title
from acbp.rendering.pages.promotions import Half, draw_calendars
from acbp.rendering.pages.strategies import CIRCLED

INITIATIVE, STATE = 46.0, 22.0
ON_A_SLIDE, SLIDES_AT_MOST = 14, 2
URGENCY = {state: rank for rank, state in enumerate(("late", "at-risk", "on-track", "not-started", "done", "dropped"))}

Shown = tuple[ActionGroup, ActionState]


def write_actions(desk: Desk) -> list[Page]:
    """Write the actions, on a second slide if more are open than one holds; what is done gives way to what is not."""
    actions = desk.figures.actions
    if actions is None or not actions.groups:
        return []
    every = [(group, state) for group in actions.groups for state in group.actions]
    still = sum(state.item.status == "open" for _, state in every)
    slides = SLIDES_AT_MOST if still > ON_A_SLIDE else 1
    urgent = sorted(range(len(every)), key=lambda at: (URGENCY[every[at][1].state], not every[at][1].critical))
    most = min(len(every), ON_A_SLIDE * slides)
    while len(charts := _charts(desk, [every[at] for at in sorted(urgent[:most])])) > slides:
        most -= 1
    rows = [row((WIDTH, [each])) for each in charts]
    rest = desk.words("deck.more", count=str(len(every) - most)) if len(every) > most else ""
    return desk.bind("actions", 3, page_title(desk, actions), rows, notes=page_notes(desk), remark=rest)


def _charts(desk: Desk, shown: Sequence[Shown]) -> list[Module]:
    """As many charts as it takes, none higher than a slide and all about as long."""
    charts: list[Module] = []
    count = -(-len(shown) // ON_A_SLIDE)
    start = 0
    while start < len(shown):
        size = -(-(len(shown) - start) // max(1, count - len(charts)))
        while size > 1 and _height(made := _gantt(desk, shown[start : start + size])) > FULL:
            size -= 1
        charts.append(made if size > 1 else _gantt(desk, shown[start : start + 1]))
        start += size
    return charts


def _height(chart: Module) -> float:
    return height_of(chart | {"pad": "0.75"}, WIDTH) + sum(float(line["spare"]) for line in chart["rows"])


def _gantt(desk: Desk, shown: Sequence[Shown]) -> Module:
    words = desk.words
    name = 50.0 if desk.locale.chinese else 60.0
    width = WIDTH - INITIATIVE - name - STATE - 2 * desk.person
    columns = [
        column(words("deck.strategy"), INITIATIVE),
        column(words("actions.action"), name),
        column(desk.sides[0], desk.person),
        column(desk.sides[1], desk.person),
        months_column(desk, width),
        column(words("actions.state"), STATE, pre=True),
    ]
    rows = []
    for _, held in groupby(shown, key=lambda each: each[0].number):
        states = list(held)
        for at, (group, state) in enumerate(states):
            mark, letter = MARKS[state.state]
            word, alt = desk.words(f"state_short.{state.state}"), desk.words(f"state.{state.state}")
            cells: list[Cell | str] = [
                state.item.name,
                state.owner or "—",
                state.customer_owner or "—",
                bars(desk, state, width),
                rag(mark, letter, word=word, alt=alt),
            ]
            head, spare = _head(desk, group, len(states))
            made = line([head, *cells] if at == 0 else cells, "groupend" if at == len(states) - 1 else "", head=at == 0)
            rows.append(made | {"from": 0 if at == 0 else 1, "spare": spare if at == 0 else 0.0})
    chart = table("", columns, rows, **{"class": "gantt"})
    spares = [each["spare"] for each in rows]
    return chart | {"rows": [each | {"spare": mm(spare)} for each, spare in zip(chart["rows"], spares, strict=True)]}


def _head(desk: Desk, group: ActionGroup, rows: int) -> tuple[Cell, float]:
    """A strategy beside its actions with what it brings, and by how much it is higher than their rows, mm."""
    if group.strategy is None:
        name, value = desk.words("actions.no_strategy"), ""
    else:
        number = group.number
        mark = CIRCLED[number - 1] if number <= len(CIRCLED) else f"{number}."
        name = f"{mark} {group.strategy.name}"
        value = desk.locale.money_long(group.strategy.value) if group.strategy.value is not None else ""
    if rows == 1:
        return text(name, bold=True), 0.0
    high = lines_of(name, INITIATIVE - 2.0, bold=True) + bool(value)
    return lines((name, "bold"), (value, "quiet"), rows=rows), max(0.0, (high - rows) * 11.5 * PT - (rows - 1) * 1.5)


def write_promotions(desk: Desk) -> list[Page]:
    """Write the calendar, a slide for each half-year that has something on it."""
    found, section = desk.figures.promotions, desk.plan.promotions
    if found is None or section is None or not (section.items or section.campaigns):
        return []
    rows: list[Row] = []
    for index, (first, last) in enumerate(((1, 26), (27, weeks_in(desk.year)))):
        half = Half(first, last, label=26.0, week=7.3, cost=14.0, lane=10.0)
        if any(half.holds(each.start_week, each.end_week) for each in (*section.items, *section.campaigns)):
            rows += [row((WIDTH, [each])) for each in draw_calendars(desk, found, half, index)]
    notes = promotions.page_notes(desk, found)
    return desk.bind("promotions", 3, promotions.page_title(desk, found), rows, notes=notes)
