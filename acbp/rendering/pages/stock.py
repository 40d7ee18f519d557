"""The customer's stock of our goods, help in collecting; for our own eyes, what the customer owes us."""

from acbp.analysis.receivables import Receivables
from acbp.analysis.stock import Stock, StockFigures
from acbp.charts import columns as columns_chart
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import TEXT_WIDTH, Module, bar, column, line, row, table, text
from acbp.rendering.packing import room_for

SHOWN = 12
COVER_LEAST, COVER_MOST = 40.0, 58.0
"""Heights of the chart of days, mm."""


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan says nothing of stock and of collecting."""
    situation, stock = desk.plan.situation, desk.figures.stock
    owed = desk.figures.receivables if desk.internal else None
    rows: list[Row] = []
    if stock and stock.total:
        rows.append(row(_lines(desk, stock)))
    halves = [half for half in (_ages(desk, stock), _help(desk)) if half]
    if halves:
        width = 84.0 if len(halves) == 2 else 174.0
        rows.append(row(*((width, [half]) for half in halves)))
    if owed:
        rows.append(row((84.0, [_debt(desk, owed)]), (84.0, [_credit(desk, owed)])))
    if not rows:
        return []
    if stock and (cover := _cover(desk, stock, room_for(rows, 0.0, COVER_MOST))):
        rows.insert(0, row(cover))
    given = situation.stock if situation else None
    words = desk.words
    notes = (
        [words("stock.note"), words(f"stock.note_{given.sell_through.replace('-', '_')}")] if stock and given else []
    )
    if not stock:
        return desk.bind("stock", 2, _title_of_debt(desk, owed), rows, internal=owed is not None)
    lead = given.conclusion if given else ""
    return desk.bind("stock", 2, _title(desk, stock), rows, lead=lead, notes=desk.sentences(*notes))


def _title(desk: Desk, stock: Stock) -> str:
    words, locale, whole = desk.words, desk.locale, stock.total
    given = desk.plan.situation.stock if desk.plan.situation else None
    if whole is None or whole.days is None:
        return given.conclusion if given else ""
    title = words("stock.title", us=desk.us, them=desk.them, days=locale.number(whole.days, 0))
    if stock.below:
        count = locale.count_word(len(stock.below), words("measure.item"), capital=False)
        return title + words("common.clause") + words("stock.title_below", n=len(stock.below), count=count)
    if whole.turn is not None:
        title += words("common.clause") + words("stock.title_turn", turn=locale.number(whole.turn, 1))
    return title


def _title_of_debt(desk: Desk, owed: Receivables | None) -> str:
    if owed is None:
        return desk.words("stock.title_help", them=desk.them)
    return _debt_heading(desk, owed)


def _lines(desk: Desk, stock: Stock) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("stock.line"), 24.0),
        column(words("stock.closing", unit=desk.money_label), 16.0, "r"),
        column(words("stock.weekly", unit=desk.money_label), 16.0, "r"),
        column(words("stock.weeks"), 13.0, "r"),
        column(words("stock.days"), 13.0, "r"),
        column(words("stock.turn"), 13.0, "r"),
        column(words("stock.sell_through"), 15.0, "r"),
        column(words("stock.gmroi"), 14.0, "r"),
        column(words("stock.gmroi_parts"), 25.0, "r"),
        column(words("stock.safety", unit=desk.money_label), 25.0, "r"),
    ]

    def shown(figures: StockFigures, total: bool = False) -> dict[str, object]:
        parts = "—"
        if figures.margin_rate is not None and figures.sales_to_stock is not None:
            parts = f"{locale.percent(figures.margin_rate)} × {locale.number(figures.sales_to_stock, 1)}"
        closing = desk.tied_sum(one.closing for one in stock.lines) if total else figures.closing
        safety = locale.money(figures.safety)
        return line(
            [
                text(figures.name or words("common.total"), bold=True),
                locale.money(closing if figures.closing is not None else None),
                locale.money(figures.weekly_sales),
                locale.number(figures.weeks, 1) if figures.weeks is not None else "—",
                locale.number(figures.days, 0) if figures.days is not None else "—",
                locale.number(figures.turn, 1) if figures.turn is not None else "—",
                locale.percent(figures.sell_through),
                locale.number(figures.gmroi, 2) if figures.gmroi is not None else "—",
                parts,
                text(words("stock.below", safety=safety), bold=True) if figures.below_safety and not total else safety,
            ],
            "total" if total else "",
        )

    rows = [shown(figures) for figures in stock.lines[:SHOWN]]
    if rest := stock.lines[SHOWN:]:
        label = words("stock.rest", n=len(rest), count=locale.number(len(rest)))
        rows.append(line([label, locale.money(desk.tied_sum(one.closing for one in rest)), *[""] * 8], "muted"))
    if stock.total:
        rows.append(shown(stock.total, total=True))
    given = desk.plan.situation.stock if desk.plan.situation else None
    unit = words("stock.unit", date=locale.date_long(given.date), days=locale.number(given.days)) if given else ""
    return table(words("stock.lines", us=desk.us), columns, rows, unit=unit, pad=1.6)


def _cover(desk: Desk, stock: Stock, height: float) -> Module | None:
    """How many days each line's stock lasts, where the page has room for it."""
    words, locale = desk.words, desk.locale
    lines = [(one, one.days) for one in stock.lines[:SHOWN] if one.days is not None]
    if len(lines) < 2 or height < COVER_LEAST:
        return None
    (longest, most), (shortest, least) = (how(lines, key=lambda each: each[1]) for how in (max, min))
    bars = tuple(
        columns_chart.Column(one.name, days, locale.number(days, 0), "", one is longest) for one, days in lines
    )
    heading = words(
        "stock.cover",
        longest=longest.name,
        most=locale.number(most, 0),
        shortest=shortest.name,
        least=locale.number(least, 0),
    )
    unit = words("stock.cover_unit")
    values = locale.join([f"{bar.label} {bar.text}" for bar in bars])
    alt = words("alt.columns", heading=heading, unit=unit, values=values)
    drawing = (columns_chart.draw, columns_chart.Columns(bars))
    return desk.chart("stock-cover", heading, drawing, (TEXT_WIDTH, height), alt, unit=unit)


def _ages(desk: Desk, stock: Stock | None) -> Module | None:
    words, locale = desk.words, desk.locale
    if stock is None or not (stock.ages or stock.fifo is not None):
        return None
    columns = [
        column(words("stock.age"), 28.0),
        column(desk.money_label, 18.0, "r"),
        column(words("stock.share"), 38.0, pre=True),
    ]
    top = max((age.share for age in stock.ages if age.share is not None), default=None)
    rows = [
        line(
            [
                words(f"stock.age_{age.name}"),
                locale.money(age.value),
                bar(age.share, top, 18.0, locale.percent(age.share)) if top else "—",
            ]
        )
        for age in stock.ages
    ]
    whole = stock.total
    if whole and whole.slow is not None:
        rows.append(line([words("stock.slow"), locale.money(whole.slow), text(locale.percent(whole.slow_share))]))
    given = desk.plan.situation.stock if desk.plan.situation else None
    if given and stock.fifo is not None:
        of = words("stock.fifo_of", kept=locale.number(given.fifo_kept), checked=locale.number(given.fifo_checked))
        rows.append(line([words("stock.fifo"), of, text(locale.percent(stock.fifo))]))
    after = ""
    if stock.unplaced:
        after = words("stock.unplaced", value=locale.money_long(stock.unplaced))
    return table(words("stock.ages"), columns, rows, after=after)


def _help(desk: Desk) -> Module | None:
    words = desk.words
    receivables = desk.plan.situation.receivables if desk.plan.situation else None
    if receivables is None or not receivables.help:
        return None
    columns = [
        column(words("receivables.help_what"), 44.0),
        column(words("receivables.help_whom"), 20.0),
        column(words("receivables.help_when"), 20.0, "r"),
    ]
    rows = [line([item.what, item.whom or "—", item.when or "—"]) for item in receivables.help]
    return table(words("receivables.help", them=desk.them), columns, rows)


def _debt_heading(desk: Desk, owed: Receivables) -> str:
    balance = desk.locale.money_long(owed.balance)
    if owed.overdue_share is None:
        return desk.words("receivables.heading", balance=balance)
    share = desk.locale.percent(owed.overdue_share)
    return desk.words("receivables.heading_overdue", balance=balance, share=share)


def _debt(desk: Desk, owed: Receivables) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("receivables.age"), 28.0),
        column(desk.money_label, 18.0, "r"),
        column(words("receivables.share"), 38.0, pre=True),
    ]
    top = max((age.share for age in owed.ages if age.share is not None), default=None)
    rows = [
        line(
            [
                words(f"receivables.age_{age.name}"),
                locale.money(age.value),
                bar(age.share, top, 18.0, locale.percent(age.share), "" if age.name == "not_due" else "fill")
                if top
                else "—",
            ]
        )
        for age in owed.ages
    ]
    total = desk.tied_sum(age.value for age in owed.ages) if owed.ages and not owed.unplaced else owed.balance
    rows.append(line([words("receivables.balance"), locale.money(total), ""], "total"))
    after = words("receivables.unplaced", value=locale.money_long(owed.unplaced)) if owed.unplaced else ""
    return table(_debt_heading(desk, owed), columns, rows, tag=words("common.internal_tag"), after=after)


def _credit(desk: Desk, owed: Receivables) -> Module:
    words, locale = desk.words, desk.locale
    given = desk.plan.situation.receivables if desk.plan.situation else None
    assert given is not None
    facts: list[tuple[str, str]] = []
    if owed.dso is not None:
        said = words("receivables.days", days=locale.number(owed.dso, 0))
        if owed.dso_change is not None:
            said += words("common.semicolon") + words(
                "receivables.dso_change", change=locale.number(owed.dso_change, 0, signed=True)
            )
        facts.append((words("receivables.dso"), said))
    if given.terms is not None:
        said = words("receivables.days", days=locale.number(given.terms))
        if owed.beyond_terms is not None:
            said += words("common.semicolon") + words(
                "receivables.beyond", days=locale.number(owed.beyond_terms, 0, signed=True)
            )
        facts.append((words("receivables.terms"), said))
    if owed.limit_use is not None:
        flag = "over" if owed.over_limit else "within"
        limit, use = locale.money_long(given.credit_limit), locale.percent(owed.limit_use, 0)
        facts.append((words("receivables.limit"), words(f"receivables.limit_{flag}", limit=limit, use=use)))
    if given.conclusion:
        facts.append((words("receivables.conclusion"), given.conclusion))
    if given.source:
        facts.append((words("receivables.source"), given.source))
    columns = [column("", 22.0), column("", 62.0)]
    shown = [line([text(name, tone="muted"), said]) for name, said in facts]
    return table(
        words("receivables.credit"),
        columns,
        shown,
        headless=True,
        tag=words("common.internal_tag"),
        after=words("receivables.note") if owed.dso is not None else "",
    )
