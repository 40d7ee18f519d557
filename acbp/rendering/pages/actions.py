"""The action plan as a Gantt chart by strategy, with the day's state, and how late ones are caught up."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from acbp.analysis.actions import ActionGroup, Actions, ActionState
from acbp.charts.metrics import measure
from acbp.model.periods import first_day, last_day
from acbp.rendering.assets import SVG
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import TEXT_WIDTH, Cell, Module, column, line, lines, mm, rag, row, table, text
from acbp.rendering.packing import deal
from acbp.rendering.pages.strategies import CIRCLED
from acbp.rendering.typography import NO_BREAK

_STATE = 22.0
LINES_ON_A_PAGE = 30
MARKS = {
    "done": ("done", ""),
    "on-track": ("green", "G"),
    "at-risk": ("amber", "A"),
    "late": ("red", "R"),
    "not-started": ("waiting", ""),
    "dropped": ("dropped", ""),
}


def write(desk: Desk) -> list[Page]:
    """Write the page, and further ones where the plan has many actions."""
    actions = desk.figures.actions
    if actions is None or not actions.groups:
        return []
    chunks = [
        [replace(actions.groups[at], actions=actions.groups[at].actions[start:stop]) for at, start, stop in page]
        for page in deal([len(group.actions) for group in actions.groups], LINES_ON_A_PAGE)
    ]
    attention = _attention(desk, actions) if actions.attention else None
    rows = [row(_gantt(desk, chunk, "" if index else _counts(desk, actions))) for index, chunk in enumerate(chunks)]
    if attention:
        rows.append(row(attention))
    return desk.bind("actions", 3, page_title(desk, actions), rows, lead=_lead(desk, actions), notes=page_notes(desk))


def page_title(desk: Desk, actions: Actions) -> str:
    """What the page concludes, in a sentence with its figures."""
    words, locale = desk.words, desk.locale
    counts, total = actions.counts, actions.total
    values = {
        "total": locale.number(total),
        "done": locale.count(counts["done"], capital=True),
        "late": locale.count(counts["late"]),
        "date": desk.locale.date(actions.as_of),
    }
    if counts["late"]:
        return words("actions.title_late", n=counts["late"], **values)
    if counts["done"]:
        return words("actions.title_done", n=total, **values)
    return words("actions.title", n=total, **values)


def _lead(desk: Desk, actions: Actions) -> str:
    names = [state.item.name for state in actions.attention if state.state == "late"][:3]
    if not names:
        return desk.words("actions.lead")
    # Names of actions hold commas and "and" of their own.
    return desk.words("actions.lead_late", names=desk.words("common.semicolon").join(names))


def page_notes(desk: Desk) -> str:
    """What the bars and marks mean, and the day they are judged on."""
    return desk.words("actions.note", date=desk.locale.date_long(desk.figures.as_of))


def _counts(desk: Desk, actions: Actions) -> str:
    return desk.words("common.comma").join(
        f"{MARKS[state][1]} {desk.words(f'state.{state}')} {count}".strip()
        for state, count in actions.counts.items()
        if count
    )


def _gantt(desk: Desk, groups: Sequence[ActionGroup], aside: str) -> Module:
    words, width = desk.words, _chart_width(desk)
    columns = [
        column(words("actions.action"), _name_width(desk)),
        column(desk.sides[0], desk.person),
        column(desk.sides[1], desk.person),
        months_column(desk, width),
        column(words("actions.state"), _STATE, pre=True),
    ]
    rows = []
    for group in groups:
        rows.append(line([_group_head(desk, group), text(""), text(""), strip([]), text("")], "group"))
        for state in group.actions:
            item = state.item
            mark, letter = MARKS[state.state]
            name = lines((f"{state.number}{NO_BREAK}{NO_BREAK}{item.name}", ""))
            rows.append(
                line(
                    [
                        name,
                        state.owner or "—",
                        state.customer_owner or "—",
                        bars(desk, state, width),
                        rag(mark, letter, word=words(f"state_short.{state.state}"), alt=words(f"state.{state.state}")),
                    ]
                )
            )
    unit = words("actions.unit", year=str(desk.year), date=desk.locale.date(desk.figures.as_of))
    return table(words("actions.heading"), columns, rows, unit=unit, aside=aside, **{"class": "gantt"})


def months_column(desk: Desk, width: float) -> dict[str, object]:
    """The chart's column with the months in its head; registers what lies behind every row of the chart."""
    start, end = _year(desk)
    months = _months(start)
    _add_grid(desk, start, end, months, width)
    made = column("", width, classes="g")
    made["months"] = [
        {"left": mm(_at(day, start, end, width) + 0.4), "name": _month(desk, day.month, width / 12)} for day in months
    ]
    return made


def _year(desk: Desk) -> tuple[date, date]:
    heading = desk.plan.plan
    return first_day(heading.year, heading.fiscal_start), last_day(heading.year, heading.fiscal_start)


def _add_grid(desk: Desk, start: date, end: date, months: Sequence[date], width: float) -> None:
    """The months' lines and the line of the day."""
    lines_ = "".join(f"M{_at(day, start, end, width):.2f} 0V6" for day in months)
    today = ""
    if start <= desk.figures.as_of <= end:
        left = _at(desk.figures.as_of, start, end, width)
        today = f'<path d="M{left:.2f} 0V6" stroke="{desk.palette.ink}" stroke-width="0.32"/>'
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="6mm" viewBox="0 0 {width} 6" '
        f'preserveAspectRatio="none"><path d="{lines_}" stroke="{desk.palette.n200}" stroke-width="0.12"/>{today}</svg>'
    )
    desk.assets.add("gantt.svg", SVG, drawing.encode())


def _group_head(desk: Desk, group: ActionGroup) -> Cell:
    if group.strategy is None:
        return text(desk.words("actions.no_strategy"), bold=True)
    number = group.number - 1
    mark = CIRCLED[number] if number < len(CIRCLED) else f"{group.number}."
    value = group.strategy.value
    unit = desk.locale.money_long(value) if value is not None else ""
    return text(f"{mark} {group.strategy.name}", bold=True, unit=unit, span=1)


def _month(desk: Desk, month: int, room: float) -> str:
    """A month as short as the columns ask for, all twelve alike: ``10月``, ``Oct`` or ``O``."""
    if desk.locale.chinese:
        return f"{month}月" if room >= 6.2 else str(month)
    fits = all(measure(desk.locale.month(each), 7.5) < room - 0.6 for each in range(1, 13))
    return desk.locale.month(month) if fits else desk.locale.month(month)[0]


def _months(start: date) -> list[date]:
    return [date(start.year + (start.month + at - 1) // 12, (start.month + at - 1) % 12 + 1, 1) for at in range(12)]


def _name_width(desk: Desk) -> float:
    """The width of the column of action names, mm."""
    return 47.0 if desk.locale.chinese else 56.0


def _chart_width(desk: Desk) -> float:
    """The width of the chart column, mm."""
    return TEXT_WIDTH - _name_width(desk) - _STATE - 2 * desk.person


def _at(day: date, start: date, end: date, width: float) -> float:
    """Where a day lies on a chart of that width, mm from its left edge, kept within the year."""
    return width * min(1.0, max(0.0, (day - start).days / ((end - start).days + 1)))


def strip(boxes: list[dict[str, str]], **data: object) -> Cell:
    """A cell of the chart's column."""
    return {"kind": "gantt", "boxes": boxes, "mark": "", "label": "", "classes": "", **data}


def bars(desk: Desk, state: ActionState, width: float) -> Cell:
    """An action's period, its progress and its milestone, on a chart ``width`` mm wide."""
    start, end = _year(desk)
    item = state.item
    due = item.done_on if item.status == "done" and item.done_on else item.due
    begin = item.start or due
    if begin is None or due is None:
        return strip([])
    left, right = _at(begin, start, end, width), _at(due + timedelta(days=1), start, end, width)
    right = max(right, left + 0.6)
    done = item.status == "done"
    boxes = [{"tone": "b-n400" if done else "b-t30", "left": mm(left), "width": mm(right - left)}]
    if not done and item.progress:
        boxes.append({"tone": "b-fill", "left": mm(left), "width": mm((right - left) * float(min(item.progress, 1)))})
    begun = done or bool(item.progress)
    data: dict[str, object] = {
        "mark": "milestone" if begun else "milestone-open",
        "alt": item.milestone or desk.words("actions.end"),
        "mark_left": mm(right - 1.5),
    }
    if item.milestone:
        needed = measure(item.milestone, 7) + 3.0
        # Beside the bar where there is room, before it where there is none behind; else the mark speaks alone.
        if width - right > needed:
            data |= {"label": item.milestone, "label_side": "left", "label_at": mm(right + 2.4)}
        elif left > needed:
            data |= {"label": item.milestone, "label_side": "right", "label_at": mm(width - left + 0.8)}
    return strip(boxes, **data)


def _attention(desk: Desk, actions: Actions) -> Module | None:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("actions.action"), 44.0),
        column(words("actions.cause"), 48.0),
        column(words("actions.recovery"), 48.0),
        column(words("actions.recovery_date"), 20.0, "r"),
        column(words("actions.state"), 14.0, pre=True),
    ]
    rows = []
    for state in actions.attention[:12]:
        mark, letter = MARKS[state.state]
        item = state.item
        rows.append(
            line(
                [
                    text(f"{state.number} {item.name}", bold=True),
                    item.cause or words("common.gap_cause"),
                    item.recovery or words("common.gap_recovery"),
                    locale.date(item.recovery_date),
                    rag(mark, letter, alt=words(f"state.{state.state}")),
                ]
            )
        )
    return table(words("actions.attention"), columns, rows)
