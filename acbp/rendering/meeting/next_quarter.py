"""The next quarter: its targets, its promotions, the actions that fall due, and what the meeting sets in motion."""

from acbp.analysis.rates import Figure
from acbp.analysis.reviews import ReviewFigures
from acbp.model.periods import QUARTERS, Quarter, quarter_end
from acbp.rendering.desk import Desk, Page, capital
from acbp.rendering.layout import Row
from acbp.rendering.meeting.open_points import LINES, under_way
from acbp.rendering.modules import Module, column, line, row, table, text
from acbp.rendering.pages.reviews import next_steps_table
from acbp.rendering.pages.scorecard import band_of
from acbp.rendering.pages.steps import unit_beside

MOST_DUE = 8
"""Actions that stand beside the targets; every open one stands with its owners among the open points."""


def write(desk: Desk, review: ReviewFigures) -> list[Page]:
    """Write the page; after the last quarter only what is to be done next."""
    words = desk.words
    place = QUARTERS.index(review.period) + 1 if review.period in QUARTERS else len(QUARTERS)
    quarter = QUARTERS[place] if place < len(QUARTERS) else None
    rows: list[Row] = []
    steps = next_steps_table(desk, review)
    if quarter:
        left = [made for made in (_targets(desk, review, place), _due(desk, review, quarter)) if made]
        kpis = _kpis(desk, review, place)
        sides = [(72.0, left)] if left else []
        rows.append(row(*sides, (96.0, [kpis])) if kpis else row(*sides))
        if promotions := _promotions(desk, quarter):
            rows.append(row(promotions))
    if steps:
        rows.append(row(steps))
    return desk.bind("meeting-next", 4, _title(desk, review, quarter), rows, notes=words("meeting.next_note"))


def _title(desk: Desk, review: ReviewFigures, quarter: Quarter | None) -> str:
    words, locale = desk.words, desk.locale
    if quarter is None:
        count = locale.count_word(len(review.next_steps), words("measure.item"))
        return words("meeting.next_steps", n=len(review.next_steps), count=count)
    period, recovery = desk.period(quarter), review.recovery
    target = recovery.rolling_target if recovery else None
    target = desk.figures.sales.quarters[QUARTERS.index(quarter)].plan if target is None else target
    if target is None:
        return words("meeting.next_plain", period=period)
    title = words("meeting.next", period=period, value=locale.money_long(target))
    promotions = desk.figures.promotions
    count = sum(held.quarter == quarter for held in promotions.items) if promotions else 0
    return title + (words("meeting.next_promotions", n=count, count=locale.count(count)) if count else "")


def _targets(desk: Desk, review: ReviewFigures, place: int) -> Module | None:
    """Sales planned by category, and the rolling target with what is made up."""
    words, locale, sales = desk.words, desk.locale, desk.figures.sales
    planned: list[tuple[str, Figure]] = [(item.name, item.quarters[place]) for item in sales.categories]
    total = sales.quarters[place].plan
    if total is None:
        return None
    rows = [line([name, locale.money(value)]) for name, value in planned if value is not None]
    rows.append(line([capital(words("common.plan")), locale.money(total)], "sub" if rows else ""))
    recovery = review.recovery
    if recovery and recovery.rolling_target is not None:
        rows.append(line([words("meeting.made_up"), locale.money(recovery.total, signed=True)]))
        rolling = text(locale.money(recovery.rolling_target), tone="accent")
        rows.append(line([words("review.rolling", period=desk.period(QUARTERS[place])), rolling], "total"))
    columns = [column("", 52.0), column("", 20.0, "r")]
    return table(desk.sales_label, columns, rows, unit=desk.money_label, headless=True)


def _kpis(desk: Desk, review: ReviewFigures, place: int) -> Module | None:
    """What every KPI reached, and its target for the next quarter."""
    words, card = desk.words, review.scorecard
    aimed = [kpi for kpi in card.kpis if kpi.quarters[place] is not None or band_of(desk, kpi)] if card else []
    if not aimed:
        return None
    columns = [
        column(words("scorecard.kpi"), 46.0),
        column(words("scorecard.period_actual", period=desk.period(review.period)), 18.0, "r"),
        column("", 10.0),
        column(words("meeting.planned_target", period=desk.period(QUARTERS[place])), 22.0, "r", focus=True),
    ]
    rows = []
    for kpi in aimed:
        unit, like = kpi.item.unit, (kpi.actual, *kpi.quarters)
        rows.append(
            line(
                [
                    text(kpi.item.name, unit=unit_beside(desk, kpi)),
                    desk.measured(kpi.actual, unit, like=like),
                    desk.status(kpi.colour),
                    text(band_of(desk, kpi) or desk.measured(kpi.quarters[place], unit, like=like), bold=True),
                ]
            )
        )
    return table(words("meeting.kpi_targets"), columns, rows, pad=0.9)


def _promotions(desk: Desk, quarter: Quarter) -> Module | None:
    words, locale, promotions = desk.words, desk.locale, desk.figures.promotions
    held = [item for item in promotions.items if item.quarter == quarter][:LINES] if promotions else []
    if not held:
        return None
    columns = [
        column(words("meeting.weeks"), 22.0),
        column(words("meeting.promotion"), 46.0),
        column(words("meeting.category"), 26.0),
        column(words("meeting.mechanic"), 44.0),
        column(words("meeting.cost"), 16.0, "r"),
        column(words("meeting.incremental"), 20.0, "r"),
    ]
    rows = [
        line(
            [
                f"W{each.item.start_week:02d}–{each.item.end_week:02d}",
                text(each.item.name, bold=True),
                each.category,
                each.item.mechanic,
                locale.money(each.item.cost),
                locale.money(each.incremental),
            ]
        )
        for each in held
    ]
    costs, brought = [each.item.cost for each in held], [each.incremental for each in held]
    if len(held) > 1 and None not in (*costs, *brought):
        sums = (locale.money(desk.tied_sum(amounts)) for amounts in (costs, brought))
        rows.append(line([words("common.total"), "", "", "", *sums], "total"))
    heading = words("meeting.promotions", period=desk.period(quarter))
    return table(heading, columns, rows, unit=desk.money_label, pad=0.9)


def _due(desk: Desk, review: ReviewFigures, quarter: Quarter) -> Module | None:
    """The next actions that fall due by the end of the quarter; what was due before is carried over."""
    heading, words, carried = desk.plan.plan, desk.words, {held.item.id for held in review.carried}
    end = quarter_end(heading.year, heading.fiscal_start, quarter)
    due = [s for s in under_way(desk) if s.item.due and s.item.due <= end and s.item.id not in carried][:MOST_DUE]
    if not due:
        return None
    columns = [column(words("actions.action"), 54.0), column(words("review.due"), 18.0, "r")]
    rows = [line([state.item.name, desk.locale.date(state.item.due)]) for state in due]
    return table(words("meeting.due", period=desk.period(quarter)), columns, rows)
