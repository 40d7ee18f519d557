"""The promotion calendar: two half-years of weeks, and what the year's promotions cost and bring."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from acbp.analysis.promotions import CategoryPromotions, PromotionFigures, Promotions, PromotionTotals, TrueTotals
from acbp.analysis.rates import Figure
from acbp.charts.labels import cut, wrap
from acbp.charts.metrics import measure
from acbp.model.activity import Promotion
from acbp.model.periods import week_start, weeks_in
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import height_of
from acbp.rendering.modules import Module, column, line, mm, module, row, table, text
from acbp.rendering.typography import space_mixed

LABEL, WEEK, COST = 20.0, 5.5, 11.0
HEAD, LANE, ROW, THIN = 4.6, 8.4, 5.2, 4.6
TOP = HEAD * 2


@dataclass(frozen=True, slots=True)
class Half:
    """A half-year of the calendar: its first and last ISO week."""

    first: int
    last: int
    label: float = LABEL
    """Widths of the column of names, of a week and of the column of costs, mm."""
    week: float = WEEK
    cost: float = COST
    lane: float = LANE
    """Height of a promotion, mm."""

    def left(self, week: int) -> float:
        """Where a week begins, mm from the left edge of the calendar."""
        return self.label + (max(week, self.first) - self.first) * self.week

    def width(self, first: int, last: int) -> float:
        """How wide a span of weeks is within this half, mm."""
        return (min(last, self.last) - max(first, self.first) + 1) * self.week

    def holds(self, first: int, last: int) -> bool:
        """Whether a span of weeks touches this half."""
        return first <= self.last and last >= self.first


def write(desk: Desk) -> list[Page]:
    """Write the calendar and the figures below it; on a second page where they do not fit."""
    promotions, section = desk.figures.promotions, desk.plan.promotions
    if promotions is None or section is None or not (section.items or section.campaigns):
        return []
    costs = [desk.locale.money(each.cost) for category in promotions.categories for each in category.halves]
    cost = max(COST, *(measure(said, 7.5) + 1.0 for said in costs), 0.0)
    week = WEEK - (cost - COST) / 26
    halves = [Half(first, last, week=week, cost=cost) for first, last in ((1, 26), (27, weeks_in(desk.year)))]
    rows = [row(part) for index, half in enumerate(halves) for part in draw_calendars(desk, promotions, half, index)]
    roi = desk.words(f"promotions.roi_{promotions.roi}") if promotions.year.roi is not None else ""
    if sums := _sums(desk, promotions):
        rows.append(sums)
    if promotions.items:
        rows.append(row(_list(desk, promotions)))
    if promotions.true:
        rows.append(row(_true_lift(desk, promotions, promotions.true)))
    return desk.bind(
        "promotions", 3, page_title(desk, promotions), rows, notes=page_notes(desk, promotions), remark=roi
    )


def page_title(desk: Desk, promotions: Promotions) -> str:
    """What the page concludes, in a sentence with its figures."""
    words, locale = desk.words, desk.locale
    year, last = promotions.year, promotions.last
    values = {"count": locale.number(year.count), "cost": locale.money_long(year.cost)}
    if last and last.count and last.per_unit is not None and year.per_unit is not None:
        change = "down" if year.count < last.count else "up" if year.count > last.count else "same"
        better = "up" if year.per_unit > last.per_unit else "down"
        return words(
            f"promotions.title_{change}",
            before=locale.number(last.count),
            way=words(f"promotions.{better}"),
            last=locale.number(last.per_unit, 2),
            plan=locale.number(year.per_unit, 2),
            unit=_unit(desk),
            **values,
        )
    if year.cost is not None and year.per_unit is not None:
        return words(
            "promotions.title_cost", n=year.count, unit=_unit(desk), plan=locale.number(year.per_unit, 2), **values
        )
    return words("promotions.title", n=year.count, **values)


def _unit(desk: Desk) -> str:
    return _each(desk, "promotions.per_unit_of")


def _each(desk: Desk, key: str) -> str:
    """A text that may say what one unit of the currency brings: ``每元``, ``£1``."""
    one = desk.locale.money_long(Decimal(1))
    return desk.words(key, currency=desk.locale.currency_name, one=one, unit=desk.money_label)


def page_notes(desk: Desk, promotions: Promotions) -> str:
    """Which days the weeks stand for, and how the figures are made."""
    words = desk.words
    weeks = words(
        "promotions.weeks_note",
        first=desk.locale.date_long(week_start(desk.year, 1)),
        last=f"W{weeks_in(desk.year)}",
        start=desk.locale.date_long(week_start(desk.year, weeks_in(desk.year))),
    )
    return desk.sentences(weeks, words("promotions.formula"))


def draw_calendars(desk: Desk, promotions: Promotions, half: Half, index: int) -> list[Module]:
    """A half-year's calendar, in two or more parts where no page holds all categories."""
    categories = promotions.categories
    made: list[Module] = []
    for parts in range(1, max(1, len(categories)) + 1):
        size = -(-len(categories) // parts) or 1
        shown = [categories[at : at + size] for at in range(0, max(1, len(categories)), size)]
        made = [draw_calendar(desk, promotions, half, index, each) for each in shown]
        if max(height_of(each, desk.grid.width) for each in made) <= desk.grid.full:
            break
    return made


def draw_calendar(
    desk: Desk, promotions: Promotions, half: Half, index: int, categories: Sequence[CategoryPromotions] | None = None
) -> Module:
    """A half-year, the first (``index`` 0) or the second, of all categories or of some."""
    words, locale, section = desk.words, desk.locale, desk.plan.promotions
    assert section is not None
    boxes: list[dict[str, str]] = []
    rules: list[dict[str, str]] = []
    y = _head(desk, half, boxes)
    rules.append(_rule(y, ink=True))
    holidays = [h for h in section.holidays if half.first <= h.week <= half.last]
    if holidays:
        boxes.append(_box(words("promotions.holidays"), 0, y + 0.7, half.label, THIN))
        boxes += _holidays(holidays, half, y)
        y += THIN
        rules.append(_rule(y))
    for label, spans, style in ((words("promotions.campaigns", them=desk.them), section.campaigns, "camp"),):
        y = _spans(label, [s for s in spans if half.holds(s.start_week, s.end_week)], half, y, style, boxes, rules)
    for category in promotions.categories if categories is None else categories:
        items = [f.item for f in category.items if half.holds(f.item.start_week, f.item.end_week)]
        lanes = stack(items)
        height = max(1, len(lanes)) * half.lane
        boxes.append(_box(_cut(category.name, half.label - 1.0, False), 0, y + height / 2 - 1.7, half.label, 4.0))
        cost = category.halves[index].cost
        if items:
            boxes.append(
                _box(
                    locale.money(cost), half.label + 26 * half.week, y + height / 2 - 1.7, half.cost, 4.0, align="right"
                )
            )
        for at, lane in enumerate(lanes):
            boxes += _lane(lane, half, partial(_promotion, half=half, y=y + at * half.lane))
        y += height
        rules.append(_rule(y))
    displays = [s for s in section.displays if half.holds(s.start_week, s.end_week)]
    y = _spans(words("promotions.displays"), displays, half, y, "disp", boxes, rules)
    rules[-1] = _rule(y, ink=True)
    weeks = half.last - half.first + 1
    grid = [
        {"class": "v", "left": mm(half.label + at * half.week), "top": mm(HEAD), "height": mm(y - HEAD)}
        for at in range(weeks + 1)
    ]
    quarter = [13 if half.first == 1 else 39, half.last]
    grid += [
        {"class": "v q", "left": mm(half.left(week) + half.week), "top": "0", "height": mm(y)}
        for week in quarter
        if week <= half.last
    ]
    total = promotions.halves[index]
    unit = words(
        "promotions.half_unit",
        first=f"W{half.first:02d}",
        last=f"W{half.last}",
        cost=locale.money_long(total.cost),
    )
    aside = words("promotions.lead_note") if index == 0 and any(item.lead for item in section.items) else ""
    return module(
        "calendar",
        words(f"promotions.half_{index + 1}"),
        unit=unit,
        aside=aside,
        height=mm(y + 0.4),
        boxes=boxes,
        lines=[*grid, *rules],
    )


def _head(desk: Desk, half: Half, boxes: list[dict[str, str]]) -> float:
    """Months and week numbers."""
    month = 0
    for week in range(half.first, half.last + 1):
        monday = week_start(desk.year, week)
        named = 1 if monday.year < desk.year else monday.month
        if named != month:
            boxes.append(_box("", half.left(week) + 0.5, 0, 12.0, HEAD, bold=desk.locale.month(named), over=True))
            month = named
        boxes.append(_box(str(week), half.left(week), HEAD + 0.3, half.week, HEAD, align="center"))
    boxes.append(_box(desk.words("promotions.week"), 0, HEAD + 0.3, half.label, HEAD))
    boxes.append(
        _box(desk.words("promotions.cost"), half.label + 26 * half.week, HEAD + 0.3, half.cost, HEAD, align="right")
    )
    return TOP


def _holidays(holidays: Iterable[object], half: Half, y: float) -> list[dict[str, str]]:
    """Names of holidays, those of one week together, none over the next."""
    by_week: dict[int, list[str]] = {}
    for holiday in holidays:
        by_week.setdefault(holiday.week, []).append(holiday.name)  # type: ignore[attr-defined]
    boxes = []
    right_edge = 0.0
    for week in sorted(by_week):
        name = " ".join(by_week[week])
        width = measure(name, 7.5) + 0.6
        left = max(half.label, min(half.left(week) + half.week / 2 - width / 2, half.label + 26 * half.week - width))
        left = max(left, right_edge + 0.6)
        if left + width > half.label + 26 * half.week + 0.5:
            continue
        boxes.append(_box(name, left, y + 0.7, width + 0.6, THIN - 0.6, over=True))
        right_edge = left + width
    return boxes


def _spans(
    label: str,
    spans: list[object],
    half: Half,
    y: float,
    style: str,
    boxes: list[dict[str, str]],
    rules: list[dict[str, str]],
) -> float:
    if not spans:
        return y
    lanes = stack(spans)
    boxes.append(_box(_cut(label, half.label - 1.0, False), 0, y + 0.9, half.label, 4.0))
    for at, lane in enumerate(lanes):
        boxes += _lane(lane, half, partial(_span, half=half, y=y + at * ROW, style=style))
    y += len(lanes) * ROW
    rules.append(_rule(y))
    return y


def stack(spans: Iterable[object]) -> list[list[object]]:
    """Deal spans out to as few lanes as it takes so that none lies over another."""
    lanes: list[list[object]] = []
    for span in sorted(spans, key=lambda s: (s.start_week, s.end_week)):  # type: ignore[attr-defined]
        for lane in lanes:
            if lane[-1].end_week < span.start_week:  # type: ignore[attr-defined]
                lane.append(span)
                break
        else:
            lanes.append([span])
    return lanes


def _lane(
    lane: Sequence[object], half: Half, draw: Callable[[Any, float, float], list[dict[str, str]]]
) -> list[dict[str, str]]:
    """The boxes of a lane, each drawn knowing from where to where there is nothing else."""
    boxes: list[dict[str, str]] = []
    edge = half.label
    for at, span in enumerate(lane):
        following = lane[at + 1].start_week if at + 1 < len(lane) else half.last + 1  # type: ignore[attr-defined]
        made = draw(span, edge, half.left(following))
        edge = max(float(box["left"]) + float(box["width"]) for box in made)
        boxes += made
    return boxes


def _promotion(item: Promotion, start: float, end: float, *, half: Half, y: float) -> list[dict[str, str]]:
    """A bar with the promotion's name and mechanic; where it is too short for them they run on over free weeks."""
    left, width = half.left(item.start_week), half.width(item.start_week, item.end_week) - 0.2
    top, height, style = y + 0.5, half.lane - 1.0, "promo lead" if item.lead else "promo"
    wide = max(measure(item.name, 7.5, True), measure(item.mechanic, 7.5)) + 1.4
    at = None if item.lead or wide <= width else _first((left, left + width - wide), wide, start, end)
    if at is None:
        name, rest = _two_lines(item.name, item.mechanic, width - 1.4)
        return [_box(rest, left, top, width, height, bold=name, style=style)]
    return [
        _patch(at, top, wide, height),
        _box("", left, top, width, height, style=style),
        _box(item.mechanic, at, top, wide + 0.6, height, bold=item.name, style="promo bare"),
    ]


def _span(span: Any, start: float, end: float, *, half: Half, y: float, style: str) -> list[dict[str, str]]:
    """A campaign or display with its name inside, or beside it where it is too short for the name."""
    left, width = half.left(span.start_week) + 0.2, half.width(span.start_week, span.end_week) - 0.4
    top, height, wide = y + 0.6, ROW - 1.2, measure(span.name, 7.5) + 0.8
    if wide <= width:
        return [_box(span.name, left, top, width, height, style=style)]
    inside = (left + 0.6, left + width - wide) if style == "camp" else ()
    at = _first((*inside, left + width + 0.6, left - wide - 0.2), wide, start, end)
    if at is None:
        return [_box(_cut(span.name, width - 0.8, False), left, top, width, height, style=style)]
    return [
        _patch(at, top, wide, height),
        _box("", left, top, width, height, style=style),
        _box(span.name, at, top, wide, height),
    ]


def _first(starts: Iterable[float], wide: float, start: float, end: float) -> float | None:
    """The first of some places where a text is wholly between two edges."""
    return next((at for at in starts if at >= start - 0.01 and at + wide <= end + 0.01), None)


def _patch(left: float, top: float, width: float, height: float) -> dict[str, str]:
    """White below a text, so that no week's line runs through it."""
    return _box("", left, top, width, height, over=True)


def _two_lines(name: str, mechanic: str, room: float) -> tuple[str, str]:
    """Two lines for a box: the name and the mechanic, or a long name over both lines."""
    if measure(name, 7.5, True) <= room:
        return name, _cut(mechanic, room, False)
    wrapped = wrap(name, room, 7.5, True)
    return wrapped[0], wrapped[1] if len(wrapped) > 1 else ""


def _cut(name: str, room: float, bold: bool) -> str:
    """A name cut to the room it has; the list of promotions holds it whole."""
    return cut(name, room, 7.5, bold)


def _box(
    shown: str,
    left: float,
    top: float,
    width: float,
    height: float,
    *,
    bold: str = "",
    style: str = "",
    align: str = "",
    over: bool = False,
) -> dict[str, str]:
    return {
        "class": f"{style} over".strip() if over else style,
        "left": mm(left),
        "top": mm(top),
        "width": mm(width),
        "height": mm(height),
        "text": space_mixed(shown),
        "bold": space_mixed(bold),
        "align": align,
    }


def _rule(y: float, *, ink: bool = False) -> dict[str, str]:
    return {"class": "rule ink" if ink else "rule", "top": mm(y), "left": "", "height": ""}


def _sums(desk: Desk, promotions: Promotions) -> list[dict[str, object]] | None:
    words, locale, section = desk.words, desk.locale, desk.plan.promotions
    assert section is not None
    if not section.items:
        return None
    rules = section.rules
    width = 104.0 if rules else 174.0
    with_roi = promotions.year.roi is not None
    step = (width - 24.0) / (5 if with_roi else 4)
    columns = [
        column(words("promotions.quarter"), 20.0),
        column(words("promotions.count"), step, "r"),
        column(words("promotions.cost_in", unit=desk.money_label), step, "r"),
        column(words("promotions.incremental", name=desk.sales_name, unit=desk.money_label), step + 4.0, "r"),
        column(_each(desk, "promotions.per_unit"), step, "r"),
    ]
    if with_roi:
        columns.append(column(words("promotions.roi"), step, "r"))

    def shown(name: str, total: PromotionTotals, style: str) -> dict[str, object]:
        cells = [
            name,
            locale.number(total.count),
            locale.money(total.cost),
            locale.money(total.incremental),
            locale.number(total.per_unit, 2),
        ]
        if with_roi:
            as_percent = promotions.roi == "revenue"
            cells.append(locale.percent(total.roi, 0) if as_percent else locale.number(total.roi, 2))
        return line(cells, style)

    rows = [shown(f"Q{index + 1}", total, "") for index, total in enumerate(promotions.quarters)]
    rows.append(shown(desk.planned(), promotions.year, "total"))
    if promotions.last:
        rows.append(shown(desk.past(desk.year - 1), promotions.last, "muted"))
    sums = (width, [table(words("promotions.sums"), columns, rows)])
    if not rules:
        return row(sums)
    return row(sums, (64.0, [module("list", words("promotions.rules"), entries=list(rules), room="64")]))


def _list(desk: Desk, promotions: Promotions) -> Module:
    """Every promotion by week, with what it costs and brings, as planned and as it came."""
    words, locale = desk.words, desk.locale
    came = promotions.actual is not None
    figures = ["cost_in", "baseline", "uplift", "added", "per_unit_short"] + (
        ["actual_cost", "actual_added"] if came else []
    )
    width = 12.0 if came else 15.0
    names = 174.0 - 14.0 - width * len(figures)
    columns = [
        column(words("promotions.week"), 14.0),
        column(words("promotions.promotion"), names * 0.39),
        column(words("promotions.mechanic"), names * 0.3),
        column(words("performance.category"), names * 0.31),
        *(column(_each(desk, f"promotions.{name}"), width, "r") for name in figures),
    ]
    rows = []
    for held in promotions.items:
        item = held.item
        cells = [
            f"W{item.start_week:02d}–{item.end_week:02d}",
            text(item.name, bold=item.lead),
            item.mechanic,
            held.category,
            locale.money(item.cost),
            locale.money(held.baseline),
            locale.percent(item.uplift, 0),
            locale.money(held.incremental),
            locale.number(held.per_unit, 2),
        ]
        if came:
            cells += [locale.money(item.actual_cost), locale.money(item.actual_incremental)]
        rows.append(line(cells))
    total = promotions.year
    cells = [words("common.total"), "", "", "", locale.money(total.cost), "", "", locale.money(total.incremental)]
    cells.append(locale.number(total.per_unit, 2))
    if promotions.actual:
        cells += [locale.money(promotions.actual.cost), locale.money(promotions.actual.incremental)]
    rows.append(line(cells, "total"))
    return table(words("promotions.list"), columns, rows, unit=desk.money_label)


def _true_lift(desk: Desk, promotions: Promotions, totals: TrueTotals) -> Module:
    """What each promotion adds once stocking-up and cannibalisation are taken off; for our own eyes."""
    words, locale = desk.words, desk.locale
    columns = [
        column(words("true_lift.week"), 16.0),
        column(words("true_lift.promotion"), 35.0),
        *(column(words(f"true_lift.{name}"), 13.0, "r") for name in ("lift", "stocking_up", "cannibalisation")),
        column(words("true_lift.incremental"), 13.0, "r", focus=True),
        column(words("true_lift.units", unit=desk.volume_label), 13.0, "r"),
        column(words("true_lift.cost_per_unit"), 13.0, "r"),
        *(column(_each(desk, f"true_lift.{name}"), 15.0, "r") for name in ("a", "b", "c")),
    ]

    def figures(held: PromotionFigures | TrueTotals, lift: Figure, incremental: Figure) -> list[str]:
        returns = held.returns
        money = (lift, negative(held.stocking_up), negative(held.cannibalisation), incremental)
        return [
            *(locale.money(value) for value in money),
            locale.volume(held.units, max(1, locale.volume_scale.decimals)),
            locale.number(held.cost_per_unit, 2),
            locale.number(returns.profit, 2),
            locale.number(returns.net_profit, 2),
            locale.percent(returns.revenue, 0),
        ]

    def negative(value: Figure) -> Figure:
        return None if value is None else -value

    rows = [
        line(
            [
                f"W{held.item.start_week:02d}–{held.item.end_week:02d}",
                text(held.item.name, bold=held.item.lead),
                *figures(held, held.incremental, held.true_incremental),
            ]
        )
        for held in promotions.items
        if held.true_incremental is not None
    ]
    rows.append(line([words("common.total"), "", *figures(totals, totals.lift, totals.incremental)], "total"))
    heading = words("true_lift.plain")
    if totals.cost_per_unit is not None:
        noun = desk.plan.plan.volume_name or words("common.unit")
        heading = words(
            "true_lift.heading",
            noun=noun if locale.chinese else noun.removesuffix("s"),
            cost=locale.money_long(totals.cost_per_unit, 2),
        )
    tag, note = words("common.internal_tag"), words("true_lift.note")
    return table(heading, columns, rows, unit=desk.money_label, tag=tag, after=note, pad=0.75)
