"""The money: the year by quarter, the customer's own profit, and for our eyes what is left of it for us."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from acbp.analysis.contribution import Contribution, ContributionRow
from acbp.charts.bridge import Bridge, BridgeBar, draw, is_cut
from acbp.rendering.deck.slide import BETWEEN, FULL, SLIDE, WIDTH, beside, table_rows
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import height_of
from acbp.rendering.modules import Module, row, stretch
from acbp.rendering.packing import room_for
from acbp.rendering.pages import contribution, customer_profit, financials

GROWTH = 138.0
"""Width of the chart of growth."""
Kind = Literal["past", "subtotal", "plan"]


def write_financials(desk: Desk) -> list[Page]:
    """Write what the growth is made of, then the year by quarter, its supporting lines only as far as there is room."""
    sales = desk.figures.sales
    if sales.year.plan is None and not sales.categories:
        return []
    made = financials.quarters_table(desk)
    if height_of(made | {"pad": "0.75"}, WIDTH) > FULL:
        made = made | {"rows": [line for line in made["rows"] if "muted" not in line["class"]]}
    notes = desk.words(f"note.tax_{desk.plan.plan.tax_basis}", name=desk.sales_label)
    title = financials.page_title(desk)
    growth = financials.plot_growth(desk, GROWTH, room_for([], 50.0, 78.0, SLIDE.aim))
    if growth is None:
        return desk.bind("financials", 4, title, table_rows(made), notes=notes)
    chart, cut = growth
    rows = beside((GROWTH, chart), (WIDTH - GROWTH - BETWEEN, _key_figures(desk)))
    remark = desk.words("note.cut_axis") if cut else ""
    opening = desk.bind("financials", 4, title, rows, notes=notes, remark=remark)
    # The quarters have a message of their own; where the author arranges the pages they follow the growth.
    plain = made | {"heading": desk.words("financials.by_quarter")}
    quarters = desk.bind("quarters", 4, made["heading"], table_rows(plain), notes=notes)
    return [*opening, *({**page, "name": "financials"} for page in quarters)]


def _key_figures(desk: Desk) -> Module | None:
    made = financials.key_figures(desk)
    return stretch(made, WIDTH - GROWTH - BETWEEN) if made else None


def write_customer_profit(desk: Desk) -> list[Page]:
    """Write the steps to the customer's profit; nothing where the plan does not itemise it."""
    profit = desk.figures.customer_profit
    if profit is None or profit.profit.plan is None:
        return []
    chart = customer_profit.plot_profit(desk, profit, (WIDTH, room_for([], 50.0, 78.0, SLIDE.aim)))
    notes = desk.words("profit.note", us=desk.us, them=desk.them)
    return desk.bind(
        "customer-profit", 4, customer_profit.page_title(desk, profit), [row((WIDTH, [chart]))], notes=notes
    )


def write_contribution(desk: Desk) -> list[Page]:
    """Write our own profit; nothing where there are no lines, as in every customer's plan."""
    found = desk.figures.contribution
    if found is None or not found.rows:
        return []
    chart, cut = _plot_contribution(desk, found)
    notes = desk.words("contribution.note", name=desk.sales_name)
    remark = desk.words("note.cut_axis") if cut else ""
    title = contribution.page_title(desk, found)
    return desk.bind("contribution", 4, title, [row((WIDTH, [chart]))], notes=notes, remark=remark, internal=True)


def _plot_contribution(desk: Desk, found: Contribution) -> tuple[Module, bool]:
    """From list price to contribution as a bridge, what lies between two levels as one step; and if its axis is cut."""
    words, locale = desk.words, desk.locale
    bars: list[BridgeBar] = []
    between: list[ContributionRow] = []
    levels = [item for item in found.rows if item.stage]
    for item in found.rows:
        if item.stage is None:
            between.append(item)
            continue
        if between:
            bars.append(_step(desk, between))
            between = []
        kind: Kind = "past" if item is levels[0] else "plan" if item is levels[-1] else "subtotal"
        bars.append(
            BridgeBar(contribution.row_name(desk, item), item.amount.plan, locale.money(item.amount.plan), kind)
        )
    data = Bridge(tuple(bars))
    heading = contribution.waterfall_heading(desk, found)
    alt = words(
        "alt.waterfall",
        heading=heading,
        unit=desk.money_label,
        values=locale.join([f"{b.label} {b.text}" for b in bars]),
    )
    unit = words("profit.unit", year=str(desk.year), unit=desk.money_label)
    size = (WIDTH, room_for([], 50.0, 78.0, SLIDE.aim))
    tag = words("common.internal_tag")
    return desk.chart("contribution", heading, (draw, data), size, alt, unit=unit, tag=tag), is_cut(data)


def _step(desk: Desk, between: Sequence[ContributionRow]) -> BridgeBar:
    """What lies between two levels: one line by its name, several by the largest and how many more they are."""
    known = [item.amount.plan for item in between if item.amount.plan is not None]
    value = sum(known, Decimal(0)) if known else None
    largest = max(between, key=lambda item: abs(item.amount.plan or 0))
    name = contribution.row_name(desk, largest)
    if len(between) > 1:
        name = desk.words("deck.and_more", name=name, all=str(len(between)), more=str(len(between) - 1))
    return BridgeBar(name, value, desk.locale.money(value, signed=True), "up" if (value or 0) > 0 else "down")
