"""What the period brought: the scorecard, the bridge from plan to actual, and what explains it."""

from decimal import Decimal

from acbp.analysis.reviews import ReviewFigures
from acbp.analysis.variance import Variance
from acbp.charts import bridge as bridge_chart
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import TEXT_WIDTH, Module, row
from acbp.rendering.packing import room_for
from acbp.rendering.pages.reviews import (
    FIGURES,
    VARIANCES,
    causes_table,
    figures_table,
    review_notes,
    review_title,
    variances_table,
)
from acbp.rendering.pages.scorecard import score_rows, scorecard_notes, scorecard_title

LOWEST, HIGHEST = 40.0, 64.0
"""Heights of the bridge, mm."""
MOST_STEPS = 7


def write_scorecard(desk: Desk, review: ReviewFigures) -> list[Page]:
    """Write the scorecard at the review."""
    card = review.scorecard
    if card is None or card.total is None:
        return []
    title = scorecard_title(desk, card)
    return desk.bind("meeting-scorecard", 2, title, score_rows(desk, card), notes=scorecard_notes(desk, card))


def write(desk: Desk, review: ReviewFigures) -> list[Page]:
    """Write the period's sales against plan and why, under the author's title of the review where there is one."""
    rows: list[Row] = []
    remark = ""
    figures = figures_table(desk, review)
    if review.categories:
        beside = [(FIGURES, [figures])] if figures else []
        rows.append(row((VARIANCES, [variances_table(desk, review)]), *beside))
    elif figures:
        rows.append(row(figures))
    if review.causes:
        rows.append(row(causes_table(desk, review)))
    if review.sales.plan is not None and review.sales.actual is not None and review.categories:
        chart, cut = _bridge(desk, review, room_for(rows, LOWEST, HIGHEST))
        rows.insert(0, row(chart))
        remark = desk.words("note.cut_axis") if cut else ""
    title, notes = review_title(desk, review), review_notes(desk, review)
    return desk.bind(f"review-{review.period}", 2, title, rows, notes=notes, remark=remark)


def _bridge(desk: Desk, review: ReviewFigures, height: float) -> tuple[Module, bool]:
    """From the period's plan to its actual by category, the largest shortfall first, and whether the axis is cut."""
    words, locale, sales = desk.words, desk.locale, review.sales
    known = [held for held in review.categories if held.variance]
    if len(known) > MOST_STEPS:
        largest = sorted(known, key=_size, reverse=True)[:MOST_STEPS]
        known = [held for held in known if held in largest]
    steps = [(held.name or held.id, held.variance or Decimal(0)) for held in known]
    # What no single category explains: the small ones together, or sales that were stated without categories.
    rest = (sales.variance or Decimal(0)) - sum((value for _, value in steps), Decimal(0))
    if rest:
        steps.append((words("meeting.rest"), rest))
    period = desk.period(review.period)
    bars = [
        bridge_chart.BridgeBar(words("meeting.plan", period=period), sales.plan, locale.money(sales.plan), "past"),
        *(
            bridge_chart.BridgeBar(name, value, locale.money(value, signed=True), "up" if value > 0 else "down")
            for name, value in steps
        ),
        bridge_chart.BridgeBar(
            words("meeting.actual", period=period), sales.actual, locale.money(sales.actual), "plan"
        ),
    ]
    data = bridge_chart.Bridge(tuple(bars))
    heading = _heading(desk, known) or words("review.by_category", name=desk.sales_label)
    values = locale.join([f"{bar.label} {bar.text}" for bar in bars])
    alt = words("meeting.alt_bridge", heading=heading, unit=desk.money_label, values=values)
    name = f"meeting-{review.period}"
    chart = desk.chart(name, heading, (bridge_chart.draw, data), (TEXT_WIDTH, height), alt, unit=desk.money_label)
    return chart, bridge_chart.is_cut(data)


def _size(held: Variance) -> Decimal:
    return abs(held.variance or Decimal(0))


def _heading(desk: Desk, known: list[Variance]) -> str:
    """The category furthest ahead and the one furthest behind."""
    words, money = desk.words, desk.locale.money_long
    values = {held.name or held.id: held.variance or Decimal(0) for held in known}
    best, worst = max(values, key=values.__getitem__, default=""), min(values, key=values.__getitem__, default="")
    parts = []
    if best and values[best] > 0:
        parts.append(words("meeting.most", name=best, value=money(values[best])))
    if worst and values[worst] < 0:
        parts.append(words("meeting.least", name=worst, value=money(-values[worst])))
    return words("common.comma").join(parts)
