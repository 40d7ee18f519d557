"""How the account is steered: the year's calendar for both sides; incentive, control and evaluation for us."""

from collections.abc import Sequence
from datetime import date

from acbp.analysis.governance import Judgement
from acbp.model.governance import Occasion, Steering
from acbp.model.periods import first_day
from acbp.rendering.desk import Desk, Page, capital
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, column, line, row, table, text
from acbp.rendering.packing import fits


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan says nothing of it."""
    section, words = desk.plan.plan.governance, desk.words
    if section is None:
        return []
    rows: list[Row] = []
    if section.calendar:
        rows.append(row(_calendar(desk, section.calendar)))
    for name, items in (("incentives", section.incentives), ("controls", section.controls)):
        if items:
            rows.append(row(_steering(desk, items, words(f"governance.{name}"))))
    if desk.figures.evaluation:
        rows.append(row(_evaluation(desk, desk.figures.evaluation)))
    if not rows:
        return []
    if (year := _year(desk, section.calendar)) and fits([rows[0], row(year), *rows[1:]]):
        rows.insert(1, row(year))
    count = len(section.calendar)
    title = words("governance.title", n=count, count=desk.locale.count_word(count, words("measure.item")))
    if not count:
        title = words("governance.title_internal")
    return desk.bind("governance", 6, title, rows, internal=not section.calendar)


def _calendar(desk: Desk, occasions: Sequence[Occasion]) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("governance.when"), 26.0),
        column(words("governance.kind"), 20.0),
        column(words("governance.what"), 44.0),
        column(words("governance.people"), 36.0),
        column(words("governance.output"), 48.0),
    ]
    rows = [
        line(
            [
                locale.date(item.date) if item.date else item.rhythm or "—",
                words(f"occasion.{item.kind}"),
                text(item.name, bold=True),
                item.people or "—",
                item.output or "—",
            ],
            head=False,
        )
        for item in sorted(occasions, key=lambda item: item.date or date.max)
    ]
    return table(words("governance.calendar"), columns, rows, prose=True)


def _year(desk: Desk, occasions: Sequence[Occasion]) -> Module | None:
    """The days of the year at a glance, one row a kind, where the page has the room; reviews stand among them."""
    words, locale, heading = desk.words, desk.locale, desk.plan.plan
    first = first_day(heading.year, heading.fiscal_start)
    days = {words(f"occasion.{item.kind}"): [] for item in occasions if item.date}
    for item in occasions:
        if item.date:
            days[words(f"occasion.{item.kind}")].append(item.date)
    days |= {words("governance.review"): [held.date for held in heading.review_calendar]} if days else {}
    months = [(first.year + (first.month + at - 1) // 12, (first.month + at - 1) % 12 + 1) for at in range(12)]
    rows = []
    for name, dates in days.items():
        held = [sorted(day.day for day in dates if (day.year, day.month) == month) for month in months]
        if any(held):
            said = (words("common.list").join(map(str, each)) for each in held)
            rows.append(line([text(capital(name), bold=True), *said]))
    columns = [column("", 30.0), *(column(locale.month(month), 12.0, "r") for _, month in months)]
    return table(words("governance.year"), columns, rows, unit=words("governance.year_unit")) if rows else None


def _steering(desk: Desk, items: Sequence[Steering], heading: str) -> Module:
    words = desk.words
    columns = [
        column(words("governance.way"), 24.0),
        column(words("governance.done"), 74.0),
        column(words("governance.condition"), 76.0 - desk.person),
        column(words("governance.owner"), desk.person),
    ]
    rows = [
        line(
            [
                text(capital(words(f"steering.{item.kind}")), bold=True),
                item.what,
                item.condition or "—",
                desk.figures.names.person(item.owner) or "—",
            ]
        )
        for item in items
    ]
    return table(heading, columns, rows, tag=words("common.internal_tag"))


def _evaluation(desk: Desk, judgements: Sequence[Judgement]) -> Module:
    words = desk.words
    columns = [
        column(words("governance.measure"), 42.0),
        column(words("governance.horizon"), 12.0),
        column(words("governance.before"), 16.0, "r"),
        column(words("governance.now"), 16.0, "r"),
        column(words("governance.over_time"), 18.0, "r"),
        column(words("governance.peers"), 16.0, "r"),
        column(words("governance.against_peers"), 18.0, "r"),
        column(words("governance.verdict"), 36.0, pre=True),
    ]
    rows = []
    for judged in judgements:
        item = judged.item
        values = [value for value in (judged.before, judged.now, judged.peers) if value is not None]
        before, now, peers = (
            desk.measured(value, item.unit, like=values) for value in (judged.before, judged.now, judged.peers)
        )
        over_time, against = (
            desk.locale.points(change)
            if item.unit == "%"
            else desk.measured(change, item.unit, like=values, signed=True)
            for change in (judged.over_time, judged.against_peers)
        )
        unit = "" if item.unit in (None, "%") else desk.unit_name(item.unit)
        cells = [text(item.name, bold=True, unit=unit), words(f"horizon.{item.horizon}"), before, now]
        rows.append(line([*cells, over_time, peers, against, item.verdict or "—"]))
    tag = words("common.internal_tag")
    return table(words("governance.evaluation"), columns, rows, unit=words("governance.evaluation_unit"), tag=tag)
