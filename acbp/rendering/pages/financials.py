"""The year in money and volume: what the growth is made of, and every category by quarter."""

from collections.abc import Sequence
from decimal import Decimal

from acbp.analysis.rates import Comparison, Figure
from acbp.analysis.sales import Row
from acbp.charts import bridge as bridge_chart
from acbp.charts import quarters as quarters_chart
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Cell, Module, column, line, row, table, text
from acbp.rendering.packing import room_for


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan holds no sales."""
    sales, words = desk.figures.sales, desk.words
    if sales.year.plan is None and not sales.categories:
        return []
    by_quarter = row(quarters_table(desk))
    support = _support(desk)
    below = [by_quarter, *([support] if support else [])]
    remark = ""
    notes = [words(f"note.tax_{desk.plan.plan.tax_basis}", name=desk.sales_label)]
    height = room_for(below, 44.0, 62.0)
    top: list[tuple[float, list[Module]]] = []
    growth = plot_growth(desk, 104.0, height)
    if growth:
        module, cut = growth
        top.append((104.0, [module]))
        notes.append(words("financials.growth_note"))
        if cut:
            remark = words("note.cut_axis")
    keys = key_figures(desk)
    if keys:
        top.append((64.0, [keys]))
    if not top or len(top) == 1:
        chart = _quarters_chart(desk, 174.0 if not top else 104.0, height)
        if chart and not growth:
            top.insert(0, (174.0 if not top else 104.0, [chart]))
    rows = [row(*top)] if top else []
    rows += below
    return desk.bind("financials", 4, page_title(desk), rows, notes=desk.sentences(*notes), remark=remark)


def page_title(desk: Desk) -> str:
    """What the page concludes, in a sentence with its figures."""
    words, locale, sales = desk.words, desk.locale, desk.figures.sales
    growth = desk.figures.growth
    parts = []
    if growth and growth.volume_share is not None and Decimal("0.5") <= growth.volume_share <= 1:
        parts.append(words("financials.title_volume", share=locale.percent(growth.volume_share, 0)))
    elif sales.year.growth is not None:
        parts.append(
            words(
                "financials.title_growth",
                name=desk.sales_label,
                growth=desk.growth(sales.year.growth),
                target=locale.money_long(sales.year.plan),
            )
        )
    rate = sales.spend_rate.year
    if rate.last is not None and rate.plan is not None:
        way = "falls" if rate.plan < rate.last else "rises" if rate.plan > rate.last else "stays"
        parts.append(
            words(f"financials.title_rate_{way}", last=locale.percent(rate.last), plan=locale.percent(rate.plan))
        )
    elif sales.peak and sales.peak_share is not None:
        parts.append(words("financials.title_peak", quarters=_peak(desk), share=locale.percent(sales.peak_share, 0)))
    if not parts:
        return words("financials.title_plain", name=desk.sales_label, target=locale.money_long(sales.year.plan))
    return words("common.clause").join(parts)


def _peak(desk: Desk) -> str:
    quarters = desk.figures.sales.peak
    if desk.locale.chinese and len(quarters) == 2:
        first, second = (desk.locale.quarter(int(q[1])) for q in quarters)
        return f"{first.removesuffix('季度')}、{second}"
    return desk.locale.join([desk.locale.quarter(int(q[1])) for q in quarters])


def plot_growth(desk: Desk, width: float, height: float) -> tuple[Module, bool] | None:
    """What the growth is made of, volume, mix and price, as a bridge; and whether its axis is cut."""
    growth, words, locale = desk.figures.growth, desk.words, desk.locale
    if growth is None:
        return None
    steps: list[tuple[str, Figure]] = [
        (
            words(
                "financials.volume_step",
                change=locale.volume(growth.volume_change, signed=True),
                unit=desk.volume_label,
            ),
            growth.volume,
        )
    ]
    if growth.mix is not None:
        steps.append((words("financials.mix_step"), growth.mix))
    steps.append((words("financials.price_step"), growth.price))
    bars = [bridge_chart.BridgeBar(desk.past(desk.year - 1), growth.last, locale.money(growth.last), "past")]
    bars += [
        bridge_chart.BridgeBar(name, value, locale.money(value, signed=True), "up" if (value or 0) >= 0 else "down")
        for name, value in steps
    ]
    bars.append(bridge_chart.BridgeBar(desk.planned(), growth.plan, locale.money(growth.plan), "plan"))
    data = bridge_chart.Bridge(tuple(bars))
    heading = words("financials.growth")
    if growth.volume_share is not None and growth.volume > 0 and growth.volume_share <= 1:
        heading = words(
            "financials.growth_volume",
            value=locale.money_long(growth.volume),
            share=locale.percent(growth.volume_share, 0),
        )
    alt = words(
        "alt.bridge",
        heading=heading,
        last=locale.money(growth.last),
        plan=locale.money(growth.plan),
        unit=desk.money_label,
        steps=locale.join([f"{name.split(chr(10))[0]} {locale.money(value, signed=True)}" for name, value in steps]),
    )
    unit = f"{desk.sales_label}{words('common.comma')}{desk.money_label}"
    chart = desk.chart("growth", heading, (bridge_chart.draw, data), (width, height), alt, unit=unit)
    return chart, bridge_chart.is_cut(data)


def _quarters_chart(desk: Desk, width: float, height: float) -> Module | None:
    quarters, words, locale = desk.figures.sales.quarters, desk.words, desk.locale
    if all(q.plan is None for q in quarters):
        return None
    data = quarters_chart.Quarters(
        tuple(
            quarters_chart.Quarter(
                q.quarter,
                q.plan,
                None,
                q.last,
                locale.money(q.plan),
                "",
                locale.money(q.last) if q.last is not None else "",
            )
            for q in quarters
        ),
        words("common.plan"),
        "",
        str(desk.year - 1) if any(q.last is not None for q in quarters) else "",
    )
    heading = _by_quarter_heading(desk)
    values = locale.join([f"{q.quarter} {locale.money(q.plan)}" for q in quarters])
    alt = words("alt.columns", heading=heading, unit=desk.money_label, values=values)
    return desk.chart(
        "quarters-plan", heading, (quarters_chart.draw, data), (width, height), alt, unit=desk.money_label
    )


def key_figures(desk: Desk) -> Module | None:
    """The year beside the year before in its headline figures; None where they are not known."""
    sales, words, locale = desk.figures.sales, desk.words, desk.locale
    columns = [
        column("", 27.0),
        column(str(desk.year - 1), 12.0, "r"),
        column(str(desk.year), 13.0, "r", focus=True),
        column(words("common.change"), 12.0, "r"),
    ]
    rows = []

    def add(name: str, year: Comparison, show, change: str, style: str = "") -> None:
        if year.plan is not None:
            rows.append(line([text(name, unit=""), show(year.last), show(year.plan), change], style))

    add(desk.sales_label, sales.year, locale.money, desk.growth(sales.year.growth), "total")
    add(
        f"{words('common.volume')}{words('common.comma')}{desk.volume_label}",
        sales.volume.year,
        locale.volume,
        desk.growth(sales.volume.year.growth),
    )
    add(
        words("financials.price", unit=desk.price_unit()),
        sales.price,
        lambda v: locale.number(v, 2),
        desk.growth(sales.price.growth),
    )
    add(words("common.trade_spend"), sales.trade_spend.year, locale.money, desk.growth(sales.trade_spend.year.growth))
    add(words("common.spend_rate"), sales.spend_rate.year, locale.percent, desk.points(sales.spend_rate.year))
    add(
        desk.of(desk.them, desk.margin_name),
        sales.customer_margin.year,
        locale.money,
        desk.growth(sales.customer_margin.year.growth),
    )
    if len(rows) < 2:
        return None
    return table(words("financials.keys"), columns, rows, unit=desk.money_label)


def _by_quarter_heading(desk: Desk) -> str:
    sales, words = desk.figures.sales, desk.words
    if sales.peak and sales.peak_share is not None:
        return words("financials.peak", quarters=_peak(desk), share=desk.locale.percent(sales.peak_share, 0))
    return words("financials.by_quarter")


def quarters_table(desk: Desk) -> Module:
    """Every category and every headline figure by quarter."""
    sales, words, locale = desk.figures.sales, desk.words, desk.locale
    columns = [
        column("", 44.0),
        *(column(q, 19.0, "r") for q in ("Q1", "Q2", "Q3", "Q4")),
        column(words("common.full_year"), 19.0, "r", focus=True),
        column(words("common.year", year=str(desk.year - 1)), 18.0, "r"),
        column(words("common.growth"), 17.0, "r"),
    ]

    def figures(
        name: str, quarters: Sequence[Figure], year: Comparison, show, change: str, style: str = ""
    ) -> dict[str, object]:
        cells: list[Cell | str] = [
            name,
            *(show(q) for q in quarters),
            text(show(year.plan), bold=style != "muted"),
            show(year.last),
            change,
        ]
        return line(cells, style)

    rows = [figures(c.name, c.quarters, c.sales, locale.money, desk.growth(c.sales.growth)) for c in sales.categories]
    plan = [q.plan for q in sales.quarters]
    rows.append(
        figures(
            desk.sales_label, plan, sales.year, locale.money, desk.growth(sales.year.growth), "total" if rows else "sub"
        )
    )
    if any(q.share is not None for q in sales.quarters):
        shares = [locale.percent(q.share) for q in sales.quarters]
        rows.append(line([words("financials.of_year"), *shares, locale.percent(Decimal(1)), "", ""], "muted"))
    if any(q.last is not None for q in sales.quarters):
        last = [locale.money(q.last) for q in sales.quarters]
        rows.append(
            line(
                [
                    words("financials.last_quarters", year=str(desk.year - 1)),
                    *last,
                    locale.money(sales.year.last),
                    "",
                    "",
                ],
                "muted",
            )
        )
        grown = [desk.growth(q.growth) for q in sales.quarters]
        rows.append(line([words("common.growth"), *grown, desk.growth(sales.year.growth), "", ""], "muted"))

    def add(name: str, held: Row, show, change: str, style: str = "") -> None:
        if held.year.plan is not None or any(q is not None for q in held.quarters):
            rows.append(figures(name, held.quarters, held.year, show, change, style))

    add(
        f"{words('common.volume')}{words('common.comma')}{desk.volume_label}",
        sales.volume,
        locale.volume,
        desk.growth(sales.volume.year.growth),
    )
    add(words("common.trade_spend"), sales.trade_spend, locale.money, desk.growth(sales.trade_spend.year.growth))
    add(
        words("common.spend_rate"),
        sales.spend_rate,
        locale.percent,
        desk.points(sales.spend_rate.year),
        "muted",
    )
    add(
        desk.of(desk.them, desk.margin_name),
        sales.customer_margin,
        locale.money,
        desk.growth(sales.customer_margin.year.growth),
    )
    unit = words("financials.by_quarter_unit", year=str(desk.year), unit=desk.money_label)
    return table(_by_quarter_heading(desk), columns, rows, unit=unit)


def _support(desk: Desk) -> list[dict[str, object]] | None:
    financials, words = desk.plan.financials, desk.words
    if financials is None or not financials.support_plan:
        return None
    columns = [
        column(words("financials.support_what"), 48.0),
        column(words("financials.budget", unit=desk.money_label), 20.0, "r"),
        column(words("financials.how"), 74.0, pre=True),
        column(words("financials.when"), 32.0),
    ]
    rows = [
        line([text(s.name, bold=True), desk.locale.money(s.budget), s.how or "—", s.when or "—"])
        for s in financials.support_plan
    ]
    budgets = [s.budget for s in financials.support_plan]
    if len(budgets) > 1 and all(b is not None for b in budgets):
        rows.append(line([words("common.total"), desk.locale.money(sum(budgets, Decimal(0))), "", ""], "total"))  # type: ignore[arg-type]
    return row(table(words("financials.support"), columns, rows))
