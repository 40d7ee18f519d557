"""The launch plan: its steps on a strip of days, then who does each and what shows that it is done."""

from acbp.analysis.launch import Launch, StepDates
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Cell, Module, column, line, row, table, text, track

_STRIP = 98.0
_TICK = 10
"""Days between the ticks of the strip."""
_TONES = {"past": "b-n400", "running": "b-fill", "ahead": "b-t30"}


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan launches nothing."""
    launch = desk.figures.launch
    if launch is None:
        return []
    rows = [row(_strips(desk, launch)), row(_steps(desk, launch))]
    lead = launch.item.aim or ""
    return desk.bind("launch", 3, _title(desk, launch), rows, lead=lead, notes=_notes(desk, launch))


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


def _strips(desk: Desk, launch: Launch) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("launch.step"), 174.0 - _STRIP - 30.0),
        column(words("launch.days"), 14.0, "r"),
        column(words("launch.strip", days=str(launch.days), tick=str(_TICK)), _STRIP, pre=True),
        column(words("launch.until"), 16.0, "r"),
    ]
    rows = [
        line(
            [
                text(step.item.name, bold=True),
                f"{step.item.from_day}–{step.item.to_day}",
                _strip(step, launch),
                locale.date(step.last),
            ]
        )
        for step in launch.steps
    ]
    unit = words("launch.tones")
    return table(words("launch.calendar"), columns, rows, unit=unit, **{"class": "kpis"})


def _strip(step: StepDates, launch: Launch) -> Cell:
    """The step's days as a bar on the launch's, with a tick every ten days and a line for today."""
    day = (_STRIP - 4.4) / launch.days
    item = step.item
    boxes = [("b-n100", 0.0, day * launch.days, 0.7, 2.8)]
    boxes += [("b-n300", day * at, 0.2, 0.0, 4.2) for at in range(_TICK, launch.days, _TICK)]
    boxes.append((_TONES[step.state], day * (item.from_day - 1), day * (item.to_day - item.from_day + 1), 0.7, 2.8))
    if launch.today:
        boxes.append(("b-ink", day * launch.today, 0.3, 0.0, 4.2))
    return track(boxes, 4.2)


def _steps(desk: Desk, launch: Launch) -> Module:
    words = desk.words
    columns = [
        column(words("launch.step"), 62.0),
        column(desk.sides[0], desk.person),
        column(desk.sides[1], desk.person),
        column(words("launch.measure"), 112.0 - 2 * desk.person, pre=True),
    ]
    rows = [
        line(
            [
                text(step.item.name, bold=True),
                step.owner or "—",
                step.customer_owner or "—",
                step.item.measure or "—",
            ]
        )
        for step in launch.steps
    ]
    return table(words("launch.heading"), columns, rows, prose=True)
