"""The launch plan: its steps on a strip of days, then who does each and what shows that it is done."""

from itertools import count

from acbp.analysis.launch import Launch, StepDates
from acbp.charts.metrics import measure
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import TEXT_WIDTH, Cell, Module, column, line, module, row, table, text, track

_DAYS, _STATE, _UNTIL = 13.0, 18.0, 17.0
_NAME_LEAST, _NAME_MOST = 34.0, 62.0
_TICKS = 12
"""Ticks across the strip of a launch at the most."""
_TONES = {"past": "b-n400", "running": "b-fill", "ahead": "b-t30"}


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan launches nothing."""
    launch = desk.figures.launch
    if launch is None:
        return []
    rows = [row(_standing(desk, launch)), row(_strips(desk, launch)), row(_steps(desk, launch))]
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


def _standing(desk: Desk, launch: Launch) -> Module:
    """How far the launch has come: its day, and how many steps are over, running and still ahead."""
    words, locale = desk.words, desk.locale
    entries = [
        {
            "name": words("launch.today_is") if launch.today else words("launch.length"),
            "figure": str(launch.today or launch.days),
            "unit": words("launch.of_days" if launch.today else "launch.in_days", days=str(launch.days)),
        }
    ]
    for state in _TONES:
        steps = [step for step in launch.steps if step.state == state]
        entries.append(
            {
                "name": words(f"launch.state_{state}"),
                "figure": locale.number(len(steps)),
                "unit": words("launch.of_steps", n=len(launch.steps), count=locale.number(len(launch.steps))),
            }
        )
    return module("headlines", entries=entries, width="43.5")


def _name_width(launch: Launch) -> float:
    """The width of the column of steps, mm: as wide as the longest name, within bounds."""
    longest = max(measure(step.item.name, 8.0, True) for step in launch.steps)
    return min(_NAME_MOST, max(_NAME_LEAST, longest + 2.6))


def _strips(desk: Desk, launch: Launch) -> Module:
    words, locale = desk.words, desk.locale
    name = _name_width(launch)
    strip = TEXT_WIDTH - name - _DAYS - _STATE - _UNTIL
    columns = [
        column(words("launch.step"), name),
        column(words("launch.days"), _DAYS, "r"),
        column(words("launch.strip", days=str(launch.days), tick=str(_tick(launch))), strip, pre=True),
        column(words("launch.state"), _STATE),
        column(words("launch.until"), _UNTIL, "r"),
    ]
    rows = [
        line(
            [
                text(step.item.name, bold=True),
                f"{step.item.from_day}–{step.item.to_day}",
                _strip(step, launch, strip),
                words(f"launch.state_{step.state}"),
                locale.date(step.last),
            ]
        )
        for step in launch.steps
    ]
    unit = words("launch.tones")
    return table(words("launch.calendar"), columns, rows, unit=unit, prose=True, **{"class": "kpis"})


def _tick(launch: Launch) -> int:
    """Every how many days a tick stands: ten, twenty, fifty, a hundred …"""
    steps = (digit * 10**power for power in count(1) for digit in (1, 2, 5))
    return next(step for step in steps if launch.days <= step * _TICKS)


def _strip(step: StepDates, launch: Launch, width: float) -> Cell:
    """The step's days as a bar on the launch's, with a tick every so many days and a line for today."""
    tick = _tick(launch)
    day = (width - 4.4) / launch.days
    item = step.item
    boxes = [("b-n100", 0.0, day * launch.days, 0.7, 2.8)]
    boxes += [("b-n300", day * at, 0.2, 0.0, 4.2) for at in range(tick, launch.days, tick)]
    boxes.append((_TONES[step.state], day * (item.from_day - 1), day * (item.to_day - item.from_day + 1), 0.7, 2.8))
    if launch.today:
        boxes.append(("b-ink", day * launch.today, 0.3, 0.0, 4.2))
    return track(boxes, 4.2)


def _steps(desk: Desk, launch: Launch) -> Module:
    words = desk.words
    name = _name_width(launch)
    columns = [
        column(words("launch.step"), name),
        column(desk.sides[0], desk.person),
        column(desk.sides[1], desk.person),
        column(words("launch.measure"), TEXT_WIDTH - name - 2 * desk.person, pre=True),
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
