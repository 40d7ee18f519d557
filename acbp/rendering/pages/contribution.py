"""Our own profit on the customer, from list price down to contribution; a page for our own eyes only."""

from decimal import Decimal

from acbp.analysis.contribution import Contribution, ContributionRow
from acbp.rendering.desk import Desk, Page, share_of
from acbp.rendering.modules import Cell, Module, column, line, row, table, text, track
from acbp.rendering.pages.pocket import one_unit, price

ROOM = 48.0
HALF = 84.0
MOST_USES = 3
HEIGHT = 4.0


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where there are no lines, as in every customer's plan."""
    found = desk.figures.contribution
    if found is None or not found.rows:
        return []
    rows = [
        row(waterfall_table(desk, found)),
        row(*((HALF, [each]) for each in (_ratios(desk, found), _fund(desk)) if each)),
    ]
    if serving := _serving(desk):
        rows.append(row(serving))
    notes = [desk.words("contribution.note", name=desk.sales_name)]
    if _base(found) > 0:
        notes.append(desk.words("contribution.cut"))
    if found.missing:
        notes.append(desk.words("profit.missing", names=desk.locale.join(list(found.missing))))
    return desk.bind("contribution", 4, page_title(desk, found), rows, notes=desk.sentences(*notes), internal=True)


def page_title(desk: Desk, found: Contribution) -> str:
    """What the page concludes, in a sentence with its figures."""
    words, locale = desk.words, desk.locale
    contribution, pocket = found.contribution, found.pocket_per_unit
    if contribution.plan is not None:
        title = words(
            "contribution.title",
            us=desk.us,
            them=desk.them,
            plan=locale.money_long(contribution.plan),
            rate=locale.percent(found.contribution_rate.plan),
        )
        if pocket.growth is not None:
            way = "up" if pocket.growth >= 0 else "down"
            title += words(
                f"contribution.title_pocket_{way}",
                noun=one_unit(desk),
                growth=locale.percent(abs(pocket.growth)),
            )
        return title
    return words("contribution.title_plain", us=desk.us, them=desk.them)


def row_name(desk: Desk, item: ContributionRow) -> str:
    """A line's own name, or what its level is called."""
    if item.name is not None:
        return item.name
    return desk.words(f"contribution.stage_{item.stage}", name=desk.sales_label)


def _levels(found: Contribution) -> list[Decimal]:
    return [item.amount.plan for item in found.rows if item.stage and item.amount.plan is not None]


def _base(found: Contribution) -> Decimal:
    """Where the common scale begins: at half of the lowest level where the levels lie close together, else at zero."""
    levels = _levels(found)
    low, top = min(levels, default=Decimal(0)), max(levels, default=Decimal(0))
    return (low / 2).quantize(Decimal(1)) if low > 0 and low > top / 3 else Decimal(0)


def waterfall_table(desk: Desk, found: Contribution) -> Module:
    """From list price down to contribution, line by line."""
    words, locale = desk.words, desk.locale
    with_unit = any(item.per_unit.plan is not None for item in found.rows)
    columns = [
        column(words("profit.item"), 37.0),
        column("", ROOM + 4.0),
        column(f"{desk.year - 1}\n{desk.money_label}", 17.0, "r"),
        column(f"{desk.year}\n{desk.money_label}", 17.0, "r", focus=True),
        column(words("common.change"), 17.0, "r"),
        column(desk.price_unit() if with_unit else "", 17.0, "r"),
        column(words("contribution.of_sales", name=desk.sales_name), 17.0, "r"),
    ]
    base = _base(found)
    top = max(_levels(found), default=Decimal(0))
    span = top - base
    rows, level = [], top
    for item in found.rows:
        amount = item.amount.plan
        boxes = []
        if amount is not None and span > 0:
            if item.stage:
                level = amount
                tone = "b-n300" if item.stage == "list" else "b-fill"
                length = max(0.0, float((amount - base) / span) * ROOM)
                boxes = [(tone, 0.0, length, 0.6, 2.8)]
                if base > 0:
                    boxes.append(("b-white slash", 5.0, 0.9, 0.0, HEIGHT))
            else:
                left = float((level + amount - base) / span) * ROOM
                right = float((level - base) / span) * ROOM
                level += amount
                boxes = [("b-ink3", max(0.0, min(left, right)), abs(right - max(0.0, left)), 0.6, 2.8)]
        bold = item.stage is not None
        tone = "accent" if item.stage in ("pocket", "contribution") else ""
        share = locale.percent(item.share.plan) if item.share.plan is not None else "—"
        cells: list[Cell | str] = [
            text(row_name(desk, item), bold=bold),
            track(boxes, HEIGHT),
            text(locale.money(item.amount.last), tone="muted"),
            text(locale.money(amount), bold=bold, tone=tone),
            text(desk.growth(item.amount.growth)),
            text(locale.number(item.per_unit.plan, 2) if with_unit else "", bold=bold, tone=tone),
            text(share, bold=bold, tone=tone),
        ]
        rows.append(line(cells))
    return table(
        waterfall_heading(desk, found),
        columns,
        rows,
        pad=0.8,
        unit=words("contribution.waterfall_unit", year=str(desk.year)),
        tag=words("common.internal_tag"),
    )


def waterfall_heading(desk: Desk, found: Contribution) -> str:
    """What the trade spend leaves of the price, where that is known."""
    words, locale = desk.words, desk.locale
    count = sum(1 for item in found.rows if item.stage is None)
    if found.trade.plan is not None and found.pocket_per_unit.plan is not None:
        return words(
            "contribution.waterfall_said",
            spend=locale.money_long(found.trade.plan),
            n=count,
            price=price(desk, found.pocket_per_unit.plan),
            noun=one_unit(desk),
        )
    return words("contribution.waterfall")


def _ratios(desk: Desk, found: Contribution) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column("", 36.0),
        column(str(desk.year - 1), 16.0, "r"),
        column(str(desk.year), 16.0, "r", focus=True),
        column(words("common.change"), 16.0, "r"),
    ]
    shown = [
        (words("common.spend_rate"), found.trade_rate),
        (words("contribution.on_volume"), found.on_volume),
        (words("contribution.rate"), found.contribution_rate),
    ]
    rows = [
        line([name, locale.percent(year.last), locale.percent(year.plan), desk.points(year)])
        for name, year in shown
        if year.plan is not None
    ]
    asks = desk.figures.promotions.asks if desk.figures.promotions else None
    if asks is not None:
        rows.append(line([words("contribution.asks", unit=desk.money_label), "", locale.money(asks), ""]))
    return table(words("profit.ratios"), columns, rows)


def _fund(desk: Desk) -> Module | None:
    """The fund of trade spend and the reserve, with what has been used of each."""
    words, locale, found = desk.words, desk.locale, desk.figures.fund
    if found is None:
        return None
    columns = [
        column(words("fund.item"), 28.0),
        *(column(words(f"fund.{name}"), 14.0, "r") for name in ("planned", "used", "left", "used_share")),
    ]
    shown = (
        ("fund", found.fund, found.used, found.left),
        ("reserve", found.reserve, found.reserve_used, found.reserve_left),
    )
    rows = [
        line(
            [words(f"fund.{name}"), *map(locale.money, (agreed, used, left)), locale.percent(share_of(used, agreed), 0)]
        )
        for name, agreed, used, left in shown
        if agreed is not None
    ]
    uses = desk.plan.financials.reserve_uses if desk.plan.financials else ()
    for use in uses[-MOST_USES:]:
        name = words("fund.use", name=use.name, date=locale.date(use.date))
        rows.append(line([text(name, tone="muted", span=2), locale.money(use.amount), "", ""], "muted"))
    return table(words("fund.heading"), columns, rows, unit=desk.money_label)


def _serving(desk: Desk) -> Module | None:
    """What drives the cost of serving this customer."""
    words, locale, found = desk.words, desk.locale, desk.figures.cost_to_serve
    if found is None:
        return None
    columns = [
        column(words("serving.item"), 44.0),
        column(words("serving.line"), 36.0),
        column(words("serving.quantity"), 20.0, "r"),
        column("", 2.0),
        column(words("serving.driver"), 18.0),
        column(words("serving.unit_cost", currency=locale.currency_name), 20.0, "r"),
        column(words("serving.cost", unit=desk.money_label), 17.0, "r", focus=True),
        column(words("serving.of_total"), 17.0, "r"),
    ]
    rows = []
    for each in found.items:
        item = each.item
        quantity, cost = locale.number(item.quantity), locale.number(item.unit_cost, 0)
        cells = [item.name, each.line or "—", quantity, "", item.driver or "", cost]
        rows.append(line([*cells, locale.money(each.cost), locale.percent(each.of_total)]))
    whole = locale.money(found.cost)
    rows.append(line([words("common.total"), "", "", "", "", "", whole, locale.percent(Decimal(1))], "total"))
    if found.unexplained is not None and locale.money(found.unexplained) not in ("0", locale.money(Decimal(0))):
        rows.append(
            line([words("serving.unexplained"), "", "", "", "", "", locale.money(found.unexplained), ""], "muted")
        )
    heading = words("serving.plain")
    if found.cost is not None and found.rate is not None:
        rate = locale.percent(found.rate)
        heading = words("serving.heading", value=locale.money_long(found.cost), rate=rate, name=desk.sales_name)
    return table(heading, columns, rows, pad=0.8)
