"""Our own profit on the customer, from list price down to contribution; a page for our own eyes only."""

from decimal import Decimal

from acbp.analysis.contribution import Contribution, ContributionRow
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Cell, Module, column, line, row, table, text, track

ROOM = 48.0
HEIGHT = 4.0


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where there are no lines, as in every customer's plan."""
    found = desk.figures.contribution
    if found is None or not found.rows:
        return []
    rows = [row(_waterfall(desk, found)), row(_ratios(desk, found))]
    notes = [desk.words("contribution.note", name=desk.sales_name)]
    if found.missing:
        notes.append(desk.words("profit.missing", names=desk.locale.join(list(found.missing))))
    return desk.bind("contribution", 4, _title(desk, found), rows, notes=desk.sentences(*notes), internal=True)


def _title(desk: Desk, found: Contribution) -> str:
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
                noun=desk.plan.plan.volume_name or words("common.unit"),
                growth=locale.percent(abs(pocket.growth)),
            )
        return title
    return words("contribution.title_plain", us=desk.us, them=desk.them)


def _name(desk: Desk, item: ContributionRow) -> str:
    if item.name is not None:
        return item.name
    return desk.words(f"contribution.stage_{item.stage}", name=desk.sales_label)


def _waterfall(desk: Desk, found: Contribution) -> Module:
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
    levels = [item.amount.plan for item in found.rows if item.stage and item.amount.plan is not None]
    top = max(levels, default=Decimal(0))
    low = min(levels, default=Decimal(0))
    # The levels lie close together far from zero: the common scale begins at half of the lowest one.
    base = (low / 2).quantize(Decimal(1)) if low > 0 and low > top / 3 else Decimal(0)
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
            text(_name(desk, item), bold=bold),
            track(boxes, HEIGHT),
            text(locale.money(item.amount.last), tone="muted"),
            text(locale.money(amount), bold=bold, tone=tone),
            text(desk.growth(item.amount.growth)),
            text(locale.number(item.per_unit.plan, 2) if with_unit else "", bold=bold, tone=tone),
            text(share, bold=bold, tone=tone),
        ]
        rows.append(line(cells))
    heading = words("contribution.waterfall")
    count = sum(1 for item in found.rows if item.stage is None)
    if found.trade.plan is not None and found.pocket_per_unit.plan is not None:
        heading = words(
            "contribution.waterfall_said",
            spend=locale.money_long(found.trade.plan),
            n=count,
            pocket=locale.number(found.pocket_per_unit.plan, 2),
            unit=desk.price_unit(),
        )
    return table(
        heading,
        columns,
        rows,
        pad=0.8,
        unit=words("contribution.waterfall_unit", year=str(desk.year)),
        tag=words("common.internal_tag"),
    )


def _ratios(desk: Desk, found: Contribution) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column("", 93.0),
        column(words("common.year", year=str(desk.year - 1)), 27.0, "r"),
        column(desk.planned(), 27.0, "r", focus=True),
        column(words("common.change"), 27.0, "r"),
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
    if found.reserve is not None:
        rows.append(line([words("contribution.reserve", unit=desk.money_label), "", locale.money(found.reserve), ""]))
    asks = desk.figures.promotions.asks if desk.figures.promotions else None
    if asks is not None:
        rows.append(line([words("contribution.asks", unit=desk.money_label), "", locale.money(asks), ""]))
    return table(words("profit.ratios"), columns, rows)
