"""The customer's own profit from our business: operating profit + support − expense, and the ratios behind it."""

from decimal import Decimal
from typing import Literal

from acbp.analysis.customer_profit import CustomerProfit
from acbp.charts import waterfall as waterfall_chart
from acbp.rendering.desk import Desk, Page, capital
from acbp.rendering.modules import Module, column, line, row, table, text
from acbp.rendering.packing import room_for

MOST_STEPS = 8
Kind = Literal["operating", "support", "expense"]


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan does not itemise the customer's profit."""
    profit = desk.figures.customer_profit
    if profit is None or not profit.groups:
        return []
    to_date = _to_date(desk)
    beside = [_ratios(desk, profit), *([to_date] if to_date else [])]
    rows = [row((104.0, [_items(desk, profit)]), (64.0, beside))]
    if profit.profit.plan is not None:
        rows.insert(0, row(plot_profit(desk, profit, (174.0, room_for(rows, 60.0, 96.0)))))
    source = (
        desk.plan.financials.customer_profit.source
        if desk.plan.financials and desk.plan.financials.customer_profit
        else None
    )
    notes = [
        desk.words("note.source", source=source) if source else "",
        desk.words("profit.note", us=desk.us, them=desk.them),
    ]
    if profit.missing:
        notes.append(desk.words("profit.missing", names=desk.locale.join(list(profit.missing))))
    return desk.bind("customer-profit", 4, page_title(desk, profit), rows, notes=desk.sentences(*notes))


def page_title(desk: Desk, profit: CustomerProfit) -> str:
    """What the page concludes, in a sentence with its figures."""
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


def plot_profit(desk: Desk, profit: CustomerProfit, size: tuple[float, float]) -> Module:
    """The steps to the customer's profit, ``size`` mm."""
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
    return desk.chart("customer-profit", heading, (waterfall_chart.draw, data), size, alt, unit=unit)


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
        (capital(name), -value if kind == "expense" and value is not None else value, kind)
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
                        capital(item.name),
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
    came = desk.figures.budget if desk.figures.budget and desk.figures.budget.profit is not None else None
    columns = [
        column("", 25.0),
        column(str(desk.year - 1), 11.5, "r"),
        column(str(desk.year), 14.5, "r", focus=True),
        column(words("profit_to_date.to_date", period=_period(desk)) if came else words("common.change"), 13.0, "r"),
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
        line([words(f"profit.{name}"), show(year.last), show(year.plan), show(getattr(came, name)) if came else change])
        for name, year, show, change in shown
        if year.plan is not None or year.last is not None or (came and getattr(came, name) is not None)
    ]
    if profit.target is not None:
        rows.append(line([words("profit.target", unit=desk.money_label), "", locale.money(profit.target), ""]))
        rows.append(line([words("profit.attainment"), "", text(locale.percent(profit.attainment), bold=True), ""]))
    return table(words("profit.ratios"), columns, rows, after=words("profit_to_date.note") if came else "")


def _period(desk: Desk) -> str:
    """The quarters reviewed so far: ``Q1—Q2``."""
    quarters = desk.figures.budget.quarters if desk.figures.budget else ()
    return quarters[0] if len(quarters) == 1 else f"{quarters[0]}–{quarters[-1]}"


def _to_date(desk: Desk) -> Module | None:
    """Budget and actual of the quarters reviewed, one figure to a column."""
    words, locale, budget = desk.words, desk.locale, desk.figures.budget
    if budget is None or budget.profit is None:
        return None
    names = {
        "sales": desk.sales_label,
        "volume": words("profit_to_date.volume", unit=desk.volume_label),
        "trade-spend": words("common.trade_spend"),
        "spend-rate": words("common.spend_rate"),
        "customer-margin": capital(desk.margin_name),
        "customer-profit": words("profit.profit", them=desk.them),
    }
    columns = [
        column(words("profit_to_date.item"), 25.0),
        column(words("profit_to_date.budget"), 13.0, "r"),
        column(words("profit_to_date.actual"), 13.0, "r", focus=True),
        column(words("profit_to_date.variance"), 13.0, "r"),
    ]
    rows = []
    for each in budget.lines:
        if each.name == "spend-rate":
            figures = [locale.percent(each.budget), locale.percent(each.actual), locale.points(each.variance)]
        else:
            show = locale.volume if each.name == "volume" else locale.money
            figures = [show(each.budget), show(each.actual), show(each.variance, signed=True)]
        rows.append(line([names[each.name], *figures]))
    heading = words("profit_to_date.heading", period=_period(desk))
    return table(heading, columns, rows, unit=desk.money_label, pad=0.8)
