"""The launch plan: its steps on a strip of days, who does each and what shows that it is done."""

from acbp.analysis.launch import Launch, StepDates
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Cell, Module, column, line, lines, row, table, track

_STRIP = 46.0
_TONES = {"past": "b-n400", "running": "b-fill", "ahead": "b-t30"}


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan launches nothing."""
    launch = desk.figures.launch
    if launch is None:
        return []
    lead = launch.item.aim or ""
    return desk.bind(
        "launch", 3, _title(desk, launch), [row(_steps(desk, launch))], lead=lead, notes=_notes(desk, launch)
    )


def _title(desk: Desk, launch: Launch) -> str:
    words, locale = desk.words, desk.locale
    return words(
        "launch.title",
        n=len(launch.steps),
        name=launch.item.name,
        days=locale.number(launch.days),
        count=locale.count_word(len(launch.steps), words("measure.step"), capital=False),
    )


def _notes(desk: Desk, launch: Launch) -> str:
    words, locale = desk.words, desk.locale
    span = words("launch.note", start=locale.date_long(launch.item.start), end=locale.date_long(launch.end))
    today = words("launch.today", day=str(launch.today), date=locale.date(desk.figures.as_of)) if launch.today else ""
    return desk.sentences(span, today)


def _steps(desk: Desk, launch: Launch) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("launch.step"), 174.0 - _STRIP - 32.0 - 2 * desk.person),
        column(desk.sides[0], desk.person),
        column(desk.sides[1], desk.person),
        column(words("launch.days"), 12.0, "r"),
        column(words("launch.strip", days=str(launch.days)), _STRIP, pre=True),
        column(words("launch.until"), 20.0, "r"),
    ]
    rows = [
        line(
            [
                lines((step.item.name, "bold"), (step.item.measure or "", "muted")),
                step.owner or "—",
                step.customer_owner or "—",
                f"{step.item.from_day}–{step.item.to_day}",
                _strip(step, launch.days),
                locale.date(step.last),
            ]
        )
        for step in launch.steps
    ]
    return table(words("launch.heading"), columns, rows, prose=True, **{"class": "kpis"})


def _strip(step: StepDates, days: int) -> Cell:
    room = _STRIP - 4.4
    left = room * (step.item.from_day - 1) / days
    width = room * (step.item.to_day - step.item.from_day + 1) / days
    return track([("b-n100", 0.0, room, 0.7, 2.8), (_TONES[step.state], left, width, 0.7, 2.8)], 4.2)
