"""The terms of trade as agreed: discounts, rebates and fees, prices with retail margins, and how they are watched."""

from datetime import date
from decimal import Decimal

from acbp.analysis.rates import Comparison
from acbp.analysis.terms import PriceStep, TermsFigures
from acbp.model.terms import Allowance
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import TEXT_WIDTH, Cell, Module, column, line, lines, row, stretch, table, text

GAP = 6.0
"""Between modules side by side, mm."""


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan has no terms."""
    found = desk.figures.terms
    if found is None:
        return []
    rows = [
        _row(_agreement(desk, found)),
        _row(_discounts(desk, found), _margins(desk, found)),
        _row(_allowances(desk, found)),
        _row(_prices(desk, found), _monitoring(desk, found)),
    ]
    notes = [desk.words("terms.note_margin")] if found.margin.plan is not None else []
    if found.prices:
        notes.append(desk.words("terms.note_maintained", them=desk.them))
    if found.missing:
        notes.append(desk.words("pocket.missing", names=desk.locale.join(list(found.missing))))
    return desk.bind("terms", 4, _title(desk, found), rows, notes=desk.sentences(*notes))


def _row(*modules: Module | None) -> Row | None:
    """Modules side by side, the first as wide as its table and the last in what is left; nothing without modules."""
    held = [module for module in modules if module]
    if len(held) < 2:
        return row(stretch(held[0], TEXT_WIDTH)) if held else None
    left = sum(float(each["width"]) for each in held[0]["columns"])
    return row((left, [held[0]]), (TEXT_WIDTH - left - GAP, [held[1]]), gap=GAP)


def _title(desk: Desk, found: TermsFigures) -> str:
    words, locale = desk.words, desk.locale
    parts = []
    if found.discount_rate is not None:
        parts.append(words("terms.title_discount", rate=locale.percent(found.discount_rate)))
    if found.spend_of_invoice is not None:
        parts.append(words("terms.title_spend", name=desk.sales_name, rate=locale.percent(found.spend_of_invoice)))
    if found.margin.plan is not None:
        parts.append(words("terms.title_margin", them=desk.them, rate=locale.percent(found.margin.plan)))
    if not parts:
        return words("terms.title_plain")
    joined = words("common.clause").join([words("common.comma").join(parts[:2]), *parts[2:]])
    return joined[:1].upper() + joined[1:]


def _agreement(desk: Desk, found: TermsFigures) -> Module | None:
    """What the agreement says, two facts to a line."""
    words, locale, item = desk.words, desk.locale, found.item

    def span(start: date | None, end: date | None) -> str:
        if start is None and end is None:
            return ""
        return words("terms.between", start=locale.date_long(start), end=locale.date_long(end))

    credit = item.payment
    if credit is None and item.payment_days is not None:
        credit = words("terms.days", item.payment_days, count=str(item.payment_days))
    said = [
        ("agreement", item.agreement),
        ("valid", span(item.valid_from, item.valid_to)),
        ("price_list", item.price_list),
        ("price_valid", span(item.price_from, item.price_to)),
        ("payment", credit),
        ("price_change", item.price_change),
        ("delivery", item.delivery),
        ("minimum_order", item.minimum_order),
        ("returns", item.returns),
    ]
    facts = [(text(words(f"terms.{name}"), tone="muted"), text(value)) for name, value in said if value]
    if not facts:
        return None
    facts += [(text(""), text(""))] * (len(facts) % 2)
    rows = [line([*one, *other]) for one, other in zip(facts[::2], facts[1::2], strict=True)]
    columns = [column("", 23.0), column("", 66.0), column("", 23.0), column("", 62.0)]
    return table(words("terms.agreed"), columns, rows, headless=True)


def _margins(desk: Desk, found: TermsFigures) -> Module | None:
    words, locale = desk.words, desk.locale
    if found.margin.plan is None:
        return None
    columns = [
        column("", 11.0),
        column(str(desk.year - 1), 14.0, "r"),
        column(str(desk.year), 15.0, "r", focus=True),
        column(words("common.change"), 16.0, "r"),
    ]

    def shown(name: str, rate: Comparison, style: str = "") -> dict[str, object]:
        cells = [words(f"terms.{name}"), locale.percent(rate.last), locale.percent(rate.plan), desk.points(rate)]
        return line(cells, style)

    rows = [shown("front", found.front), shown("back", found.back), shown("margin", found.margin, "total")]
    return table(words("terms.margins", them=desk.them), columns, rows)


def _discounts(desk: Desk, found: TermsFigures) -> Module | None:
    """The chain of discounts, the list price being 100."""
    words, locale = desk.words, desk.locale
    if not found.discounts:
        return None
    columns = [
        column(words("terms.item"), 28.0),
        column(words("terms.kind"), 17.0),
        column(words("terms.rate"), 13.0, "r"),
        column(words("terms.left"), 14.0, "r", focus=True),
        column("", 3.0),
        column(words("terms.condition"), 37.0),
    ]
    hundred = Decimal(100)
    left: Decimal | None = hundred
    rows = [line([words("terms.list_price"), "", "", locale.number(hundred, 1), "", ""], "muted")]
    for step in found.discounts:
        left = None if left is None or step.of_list is None else left - step.of_list * hundred
        rows.append(
            line(
                [
                    step.item.name,
                    words(f"terms.kind_{step.kind}"),
                    locale.percent(step.rate),
                    locale.number(left, 1),
                    "",
                    step.item.condition or "—",
                ]
            )
        )
    whole = locale.percent(found.discount_rate)
    rows.append(line([words("terms.invoice_price"), "", whole, locale.number(left, 1), "", ""], "total"))
    heading = (
        words("terms.discounts", rate=whole) if found.discount_rate is not None else words("terms.discounts_plain")
    )
    return table(heading, columns, rows)


def _allowances(desk: Desk, found: TermsFigures) -> Module | None:
    words, locale = desk.words, desk.locale
    if not found.allowances:
        return None
    columns = [
        column(words("terms.item"), 37.0),
        column(words("terms.kind"), 20.0),
        column(f"{desk.year}\n{desk.money_label}", 17.0, "r", focus=True),
        column(words("terms.of_sales", name=desk.sales_name), 17.0, "r"),
        column("", 4.0),
        column(words("terms.condition"), 51.0),
        column(words("terms.paid"), 28.0),
    ]

    def shown(step: PriceStep) -> dict[str, object]:
        assert isinstance(step.item, Allowance)
        cells: list[Cell | str] = [
            step.item.name,
            words(f"terms.kind_{step.kind}"),
            locale.money(step.amount),
            locale.percent(step.rate),
            "",
            step.item.condition or "—",
            step.item.paid or "—",
        ]
        return line(cells)

    rows = [shown(step) for step in found.allowances]
    total: list[Cell | str] = [words("common.total"), "", locale.money(found.spend)]
    rows.append(line([*total, locale.percent(found.spend_of_invoice), "", "", ""], "total"))
    heading = words("terms.spend")
    if found.spend is not None and found.spend_of_invoice is not None:
        heading = words(
            "terms.spend_said",
            value=locale.money_long(found.spend),
            rate=locale.percent(found.spend_of_invoice),
            name=desk.sales_name,
        )
    return table(heading, columns, rows)


def _prices(desk: Desk, found: TermsFigures) -> Module | None:
    words, locale = desk.words, desk.locale
    if not found.prices:
        return None
    columns = [
        column(words("terms.product"), 34.0),
        *(column(words(f"terms.{name}"), 13.0, "r") for name in ("list", "cost")),
        column(words("terms.retail"), 13.0, "r", focus=True),
        *(column(words(f"terms.{name}"), 13.0, "r") for name in ("initial", "markdown", "maintained")),
    ]
    rows = []
    for price in found.prices:
        item = price.item
        bound = item.retail is not None and not item.recommended
        name = text(f"{item.name}\n{words('terms.binding')}") if bound else text(item.name)
        rows.append(
            line(
                [
                    name,
                    locale.number(item.list_price, 2),
                    locale.number(item.cost, 2),
                    locale.number(item.retail, 2),
                    locale.percent(price.initial),
                    locale.percent(item.markdown),
                    text(locale.percent(price.maintained), bold=True),
                ]
            )
        )
    return table(words("terms.prices"), columns, rows, unit=found.item.price_basis or "")


def _monitoring(desk: Desk, found: TermsFigures) -> Module | None:
    """What is watched; each with how and when below."""
    if not found.item.monitoring:
        return None
    rows = [
        line([lines((each.what, "bold"), (each.how or "", ""), (each.when or "", "muted"))])
        for each in found.item.monitoring
    ]
    return table(desk.words("terms.monitoring"), [column("", 56.0)], rows, headless=True)
