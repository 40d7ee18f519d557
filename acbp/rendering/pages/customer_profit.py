"""The customer's own profit from our business: operating profit + support − expense, and the ratios behind it."""

from decimal import Decimal
from typing import Literal

from acbp.analysis.customer_profit import CustomerProfit
from acbp.charts import waterfall as waterfall_chart
from acbp.rendering.desk import Desk, Page, capital
from acbp.rendering.layout import room_for
from acbp.rendering.modules import Module, column, line, row, table, text

MOST_STEPS = 8
Kind = Literal["operating", "support", "expense"]


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan does not itemise the customer's profit."""
    profit = desk.figures.customer_profit
    if profit is None or not profit.groups:
        return []
    tables = row((104.0, [_items(desk, profit)]), (64.0, [_ratios(desk, profit)]))
    rows = [tables]
    if profit.profit.plan is not None:
        rows.insert(0, row(_chart(desk, profit, room_for(rows, 60.0, 96.0))))
    source = (
        desk.plan.financials.customer_profit.source
        if desk.plan.financials and desk.plan.financials.customer_profit
        else None
    )
    notes = [desk.words("note.source", source=source) if source else "", desk.words("profit.note", them=desk.them)]
    if profit.missing:
        notes.append(desk.words("profit.missing", names=desk.locale.join(list(profit.missing))))
    return desk.bind("customer-profit", 4, _title(desk, profit), rows, notes=desk.sentences(*notes))


def _title(desk: Desk, profit: CustomerProfit) -> str:
    words, locale, year = desk.words, desk.locale, profit.profit
    if year.plan is None:
        return words("profit.title_plain", them=desk.them)
    if year.plan < 0:
        return words("profit.title_loss", them=desk.them, loss=locale.money_long(-year.plan))
    if year.change is not None and year.last is not None:
        way = "up" if year.change >= 0 else "down"
        title = words(
            f"profit.title_{way}",
            them=desk.them,
            plan=locale.money_long(year.plan),
            change=locale.money_long(abs(year.change)),
        )
        margin = profit.margin
        if margin.plan is not None and margin.last is not None:
            title += words("profit.title_margin", last=locale.percent(margin.last), plan=locale.percent(margin.plan))
        return title
    return words("profit.title", them=desk.them, plan=locale.money_long(year.plan))


def _chart(desk: Desk, profit: CustomerProfit, height: float) -> Module:
    words, locale = desk.words, desk.locale
    items = [
        waterfall_chart.WaterfallItem(name, value, locale.money(value, signed=True), kind)
        for name, value, kind in _steps(desk, profit)
    ]
    items.append(
        waterfall_chart.WaterfallItem(
            words("profit.profit", them=desk.them), profit.profit.plan, locale.money(profit.profit.plan), "total"
        )
    )
    last = profit.profit.last
    data = waterfall_chart.Waterfall(
        tuple(items),
        desk.past(desk.year - 1) if last is not None else "",
        last,
        locale.money(last) if last is not None else "",
    )
    parts = [
        words(f"profit.said_{g.group}", value=locale.money_long(g.subtotal.plan))
        for g in profit.groups
        if g.subtotal.plan is not None
    ]
    heading = capital(words("common.comma").join(parts)) or words("profit.profit", them=desk.them)
    alt = words(
        "alt.waterfall",
        heading=heading,
        unit=desk.money_label,
        values=locale.join([f"{i.label} {i.text}" for i in items]),
    )
    unit = words("profit.unit", year=str(desk.year), unit=desk.money_label)
    return desk.chart("customer-profit", heading, (waterfall_chart.draw, data), (174.0, height), alt, unit=unit)


def _steps(desk: Desk, profit: CustomerProfit) -> list[tuple[str, Decimal | None, Kind]]:
    """The chart's steps, few enough to be read: support as one step, then the small expenses together."""
    groups = {group.group: [(item.name, item.year.plan) for item in group.lines] for group in profit.groups}
    subtotals = {group.group: group.subtotal.plan for group in profit.groups}

    def count() -> int:
        return sum(map(len, groups.values()))

    if count() > MOST_STEPS and len(groups.get("support", ())) > 1:
        groups["support"] = [(desk.words("profit.group_support"), subtotals["support"])]
    expenses = groups.get("expense", [])
    if count() > MOST_STEPS and len(expenses) > 2 and all(value is not None for _, value in expenses):
        kept = len(expenses) - (count() - MOST_STEPS) - 1
        ranked = sorted(expenses, key=lambda item: -(item[1] or 0))
        rest = sum((value or Decimal(0) for _, value in ranked[max(1, kept) :]), Decimal(0))
        groups["expense"] = [*ranked[: max(1, kept)], (desk.words("profit.other_expense"), rest)]
    return [
        (name, -value if kind == "expense" and value is not None else value, kind)
        for kind, items in groups.items()
        for name, value in items
    ]


def _items(desk: Desk, profit: CustomerProfit) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("profit.item"), 50.0),
        column(words("common.year", year=str(desk.year - 1)), 18.0, "r"),
        column(desk.planned(), 19.0, "r", focus=True),
        column(words("common.change"), 17.0, "r"),
    ]
    rows = []
    for group in profit.groups:
        for item in group.lines:
            rows.append(
                line(
                    [
                        item.name,
                        locale.money(item.year.last),
                        locale.money(item.year.plan),
                        desk.growth(item.year.growth),
                    ]
                )
            )
        total = group.subtotal
        rows.append(
            line(
                [
                    words(f"profit.group_{group.group}"),
                    locale.money(total.last),
                    locale.money(total.plan),
                    desk.growth(total.growth),
                ],
                "sub",
            )
        )
    year = profit.profit
    rows.append(
        line(
            [
                words("profit.profit", them=desk.them),
                locale.money(year.last),
                locale.money(year.plan),
                desk.growth(year.growth),
            ],
            "total",
        )
    )
    return table(words("profit.items"), columns, rows, unit=desk.money_label, pad=0.9)


def _ratios(desk: Desk, profit: CustomerProfit) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column("", 22.0),
        column(str(desk.year - 1), 12.0, "r"),
        column(str(desk.year), 16.0, "r", focus=True),
        column(words("common.change"), 14.0, "r"),
    ]
    shown = [
        ("margin", profit.margin, lambda v: locale.percent(v), desk.points(profit.margin)),
        (
            "expense_ratio",
            profit.expense_ratio,
            lambda v: locale.percent(v),
            desk.points(profit.expense_ratio),
        ),
        ("turnover", profit.turnover, lambda v: locale.number(v, 1), locale.signed(profit.turnover.change, 1)),
        (
            "turnover_days",
            profit.turnover_days,
            lambda v: locale.number(v, 0),
            locale.signed(profit.turnover_days.change, 0),
        ),
    ]
    rows = [
        line([words(f"profit.{name}"), show(year.last), show(year.plan), change])
        for name, year, show, change in shown
        if year.plan is not None or year.last is not None
    ]
    if profit.target is not None:
        rows.append(line([words("profit.target", unit=desk.money_label), "", locale.money(profit.target), ""]))
        rows.append(line([words("profit.attainment"), "", text(locale.percent(profit.attainment), bold=True), ""]))
    return table(words("profit.ratios"), columns, rows)
