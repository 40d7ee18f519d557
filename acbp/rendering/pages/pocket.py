"""Our own side of the terms: the pocket price by unit, what the spend depends on, limits, payment and levers."""

from decimal import Decimal

from acbp.analysis.rates import difference
from acbp.analysis.terms import PriceLevel, PriceStep, TermsFigures
from acbp.charts import pocket as pocket_chart
from acbp.model.terms import Allowance
from acbp.rendering.desk import Desk, Page, share_of
from acbp.rendering.layout import FULL, Row
from acbp.rendering.modules import Cell, Module, bar, column, line, row, table, text
from acbp.rendering.packing import room_for

HALF = 84.0
_ROW = 4.0
"""The height that a step of the waterfall needs, mm."""


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing in the customer's plan, nor where the plan has no terms."""
    found = desk.figures.terms
    if found is None or not desk.internal:
        return []
    below = [each for each in (_spend(desk, found), _road(desk, found)) if each]
    if found.item.levers:
        below.append(row(_levers(desk, found)))
    for held in (each for part in below for side in part for each in side["modules"]):
        held["pad"] = "0.75"
    notes, rows = [], below
    if len(found.rows) > 1 and found.pocket.amount is not None:
        least = max(47.0, min(FULL - 12.0, _ROW * len(found.rows) + 8.0))
        chart, cut = _waterfall(desk, found, room_for(below, least, max(84.0, least), FULL - 0.5))
        rows = [row(chart), *below]
        notes.append(desk.words("pocket.formula"))
        if cut:
            notes.append(desk.words("note.cut_axis"))
    if found.gaps:
        names = [_gap_name(desk, gap.name) for gap in found.gaps]
        notes.append(desk.words("pocket.gap", names=desk.locale.join(names)))
    return desk.bind("pocket", 4, _title(desk, found), rows, notes=desk.sentences(*notes), internal=True)


def one_unit(desk: Desk) -> str:
    """What one unit of volume is called: ``标箱``, ``case``."""
    noun = desk.plan.plan.volume_name or desk.words("common.unit")
    return noun if desk.locale.chinese else noun.removesuffix("s")


def price(desk: Desk, value: Decimal | None) -> str:
    """A price in a sentence: ``25.79 元``, ``£10.53``, ``RMB 8.00``."""
    shown, name = desk.locale.number(value, 2), desk.locale.currency_name
    if desk.locale.chinese:
        return f"{shown} {name}"
    return f"{name} {shown}" if name.isalpha() else f"{name}{shown}"


def _gap_name(desk: Desk, name: str) -> str:
    return desk.words(f"pocket.level_{name}") if name in ("list", "invoice", "pocket") else name


def _title(desk: Desk, found: TermsFigures) -> str:
    words, locale, pocket = desk.words, desk.locale, found.pocket
    if pocket.per_unit is None or pocket.of_list is None:
        return words("pocket.title_plain")
    title = words(
        "pocket.title", noun=one_unit(desk), price=price(desk, pocket.per_unit), rate=locale.percent(pocket.of_list)
    )
    if found.tied_share is not None:
        title += words("pocket.title_tied", share=locale.percent(found.tied_share, 0))
    return title


def _waterfall(desk: Desk, found: TermsFigures, height: float) -> tuple[Module, bool]:
    words, locale = desk.words, desk.locale
    by_unit = found.pocket.per_unit is not None

    def shown(item: PriceStep | PriceLevel) -> pocket_chart.PocketRow:
        value = item.per_unit if by_unit else item.amount
        if isinstance(item, PriceLevel):
            name = words(f"pocket.level_{item.name}")
            kind = "list" if item.name == "list" else "level"
            signed = value
        else:
            name, kind = item.item.name, "deduction"
            signed = None if value is None else -value
        amount = item.amount if isinstance(item, PriceLevel) or item.amount is None else -item.amount
        texts = (locale.number(signed, 2), locale.percent(item.of_list)) if by_unit else (locale.percent(item.of_list),)
        return pocket_chart.PocketRow(name, signed, (locale.money(amount), *texts), kind)  # type: ignore[arg-type]

    rows = tuple(shown(item) for item in found.rows)
    heads = (desk.money_label, *((desk.price_unit(),) if by_unit else ()), words("pocket.of_list"))
    data = pocket_chart.Pocket(rows, heads, words("terms.item"))
    levels = {item.name: item.per_unit for item in found.rows if isinstance(item, PriceLevel)}
    heading = words("pocket.waterfall_plain")
    if by_unit and "list" in levels:
        heading = words(
            "pocket.waterfall",
            noun=one_unit(desk),
            list=price(desk, levels["list"]),
            invoice=price(desk, levels["invoice"]),
            pocket=price(desk, levels["pocket"]),
        )
    alt = words(
        "alt.waterfall",
        heading=heading,
        unit=desk.money_label,
        values=locale.join([f"{each.label} {each.texts[0]}" for each in rows]),
    )
    module = desk.chart(
        "pocket",
        heading,
        (pocket_chart.draw, data),
        (174.0, height),
        alt,
        unit=words(
            "pocket.waterfall_unit", year=str(desk.year), unit=desk.price_unit() if by_unit else desk.money_label
        ),
        tag=words("common.internal_tag"),
    )
    return module, pocket_chart.is_cut(data)


def _spend(desk: Desk, found: TermsFigures) -> Row | None:
    """What the spend depends on and its rates, beside the limits."""
    left = [*_mix(desk, found), *_rates(desk, found)]
    limits = _limits(desk, found)
    return row(*((HALF, modules) for modules in (left, limits) if modules)) if left or limits else None


def _mix(desk: Desk, found: TermsFigures) -> list[Module]:
    words, locale = desk.words, desk.locale
    if found.spend is None or found.tied is None or found.tied_share is None:
        return []
    columns = [column("", 26.0), column("", 40.0), column("", 18.0, "r")]
    parts = (("tied", found.tied, "fill"), ("fixed", found.spend - found.tied, "n300"))
    rows = [
        line(
            [
                words(f"pocket.{name}"),
                bar(value, found.spend, 26.0, locale.percent(share_of(value, found.spend), 0), tone),
                locale.money(value),
            ]
        )
        for name, value, tone in parts
    ]
    heading = words("pocket.mix", share=locale.percent(found.tied_share, 0))
    return [table(heading, columns, rows, unit=desk.money_label, headless=True)]


def _rates(desk: Desk, found: TermsFigures) -> list[Module]:
    words, locale = desk.words, desk.locale
    shown = [
        (words("pocket.spend_of_list"), locale.percent(found.spend_of_list)),
        (words("pocket.spend_of_invoice", name=desk.sales_name), locale.percent(found.spend_of_invoice)),
        (words("pocket.pocket_rate", name=desk.sales_name), locale.percent(found.pocket_rate)),
    ]
    if found.above_floor is not None:
        floor = locale.percent(found.item.pocket_floor)
        above = locale.money(found.above_floor, signed=True)
        shown.append((words("pocket.above_floor", floor=floor, unit=desk.money_label), above))
    if found.spend is None:
        return []
    rows = [line([name, text(value, bold=True)]) for name, value in shown]
    columns = [column("", 60.0), column("", 24.0, "r")]
    return [table(words("pocket.rates"), columns, rows, headless=True)]


def _limits(desk: Desk, found: TermsFigures) -> list[Module]:
    """What was agreed beside the most that we may give; rates of discounts, money of rebates and fees."""
    words, locale = desk.words, desk.locale
    columns = [
        column(words("terms.item"), 39.0),
        *(column(words(f"pocket.{name}"), 15.0, "r") for name in ("limit", "agreed", "room")),
    ]
    rows = []
    for step in (*found.discounts, *found.allowances):
        limit = step.item.limit
        if limit is None:
            continue
        if isinstance(step.item, Allowance):
            cells = [locale.money(limit), locale.money(step.amount), locale.money(difference(limit, step.amount))]
        else:
            rates = (limit, step.rate, difference(limit, step.rate))
            cells = [locale.percent(rate, 2) for rate in rates]
        rows.append(line([step.item.name, *cells]))
    return [table(words("pocket.limits"), columns, rows, unit=desk.money_label)] if rows else []


def _road(desk: Desk, found: TermsFigures) -> Row | None:
    words, locale = desk.words, desk.locale
    if not found.roadmap:
        return None
    columns = [
        column(words("pocket.step"), 36.0),
        column(words("pocket.days"), 11.0, "r"),
        column(words("pocket.from"), 27.0, "r"),
        *(column(words(f"pocket.{name}", unit=desk.money_label), 16.0, "r") for name in ("tied_up", "credit_cost")),
        column(words("pocket.saving", unit=desk.money_label), 16.0, "r", focus=True),
        column("", 3.0),
        column(words("pocket.offer"), 33.0),
        column(words("pocket.status"), 16.0),
    ]
    rows = []
    for step in found.roadmap:
        cells: list[Cell | str] = [
            text(step.item.name, bold=True),
            locale.number(step.item.days),
            locale.date_long(step.item.date),
            locale.money(step.tied_up),
            locale.money(step.credit_cost),
            locale.money(step.saving, signed=True),
            "",
            step.item.offer or "—",
            words(f"pocket.status_{step.item.status}"),
        ]
        rows.append(line(cells))
    return row(table(words("pocket.roadmap"), columns, rows))


def _levers(desk: Desk, found: TermsFigures) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("pocket.lever"), 37.0),
        column(words("terms.what"), 60.0),
        column(words("pocket.value", unit=desk.money_label), 16.0, "r"),
        column("", 3.0),
        column(words("pocket.note"), 58.0),
    ]
    rows = []
    for lever in found.item.levers:
        name = words(f"pocket.kind_{lever.kind}")
        if lever.kind == "loading":
            name += words("common.paren", text=words("pocket.risk"))
        cells: list[Cell | str] = [
            text(name, bold=True),
            lever.what,
            locale.money(lever.value),
            "",
            lever.note or "—",
        ]
        rows.append(line(cells))
    return table(words("pocket.levers"), columns, rows)
