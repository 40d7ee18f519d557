"""The articles by weight: the curve, the classes A, B and C, and the best of the list."""

from collections.abc import Sequence
from decimal import Decimal

from acbp.analysis.pareto import Assortment, RankedSku
from acbp.charts import pareto as pareto_chart
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, column, line, row, table, text

SHOWN = 15
"""Articles in the list; the others stand in one row below."""


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where no article's sales are known."""
    found = desk.figures.assortment
    if found is None:
        return []
    rows: list[Row] = [row((116.0, [_curve(desk, found)]), (52.0, [_grades(desk, found)])), row(_list(desk, found))]
    words = desk.words
    notes = [words("assortment.note")]
    if any(sku.distribution is not None or sku.item.weighted_distribution is not None for sku in found.skus):
        notes.append(words("assortment.note_distribution"))
    if found.unknown:
        notes.append(words("assortment.note_unknown", count=desk.locale.number(found.unknown)))
    return desk.bind("assortment", 2, _title(desk, found), rows, notes=desk.sentences(*notes))


def _title(desk: Desk, found: Assortment) -> str:
    locale, best = desk.locale, found.grades[0]
    rest = len(found.skus) - best.count
    values = {
        "count": locale.count_word(best.count, desk.words("measure.article")),
        "share": locale.percent(best.share, 0),
        "sales": desk.sales_name,
    }
    if not rest:
        return desk.words("assortment.title_all", n=best.count, **values)
    left = locale.percent(1 - (best.share or 0), 0)
    others = locale.count_word(rest, desk.words("measure.article"), capital=False)
    return desk.words("assortment.title", n=best.count, rest=others, left=left, **values)


def _curve(desk: Desk, found: Assortment) -> Module:
    words, locale, best = desk.words, desk.locale, found.grades[0]
    mark = words("assortment.mark", count=locale.number(best.count), share=locale.percent(best.share))
    data = pareto_chart.Pareto(
        shares=tuple(sku.share for sku in found.skus if sku.share is not None),
        eighty=found.eighty,
        marked=Decimal("0.8"),
        marked_text="80%",
        mark_text=mark,
        first=f"1 {found.skus[0].item.name}",
        last=locale.number(len(found.skus)),
    )
    alt = words("alt.pareto", mark=mark, total=locale.number(len(found.skus)))
    return desk.chart(
        "pareto",
        words("assortment.curve"),
        (pareto_chart.draw, data),
        (116.0, 60.0),
        alt,
        unit=words("assortment.curve_unit", sales=desk.sales_name, year=str(desk.year - 1)),
    )


def _grades(desk: Desk, found: Assortment) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("assortment.grade"), 13.0),
        column(words("assortment.articles"), 11.0, "r"),
        column(f"{desk.sales_label}\n{desk.money_label}", 16.0, "r"),
        column(words("assortment.share"), 12.0, "r"),
    ]
    rows = [
        line(
            [
                text(grade.grade, bold=True, tone="accent" if grade.grade == "A" else ""),
                locale.number(grade.count),
                locale.money(grade.sales),
                locale.percent(grade.share),
            ]
        )
        for grade in found.grades
        if grade.count
    ]
    total = desk.tied_sum(grade.sales for grade in found.grades)
    count = locale.number(len(found.skus))
    rows.append(line([words("common.total"), count, locale.money(total), locale.percent(Decimal(1))], "total"))
    return table(words("assortment.grades"), columns, rows, after=words("assortment.grades_meaning"))


def _list(desk: Desk, found: Assortment) -> Module:
    words, locale = desk.words, desk.locale
    top = found.skus[:SHOWN] if len(found.skus) > SHOWN + 1 else found.skus
    rest = found.skus[len(top) :]
    weighted = any(sku.item.weighted_distribution is not None for sku in found.skus)
    category = 20.0 if locale.chinese else 27.0
    columns = [
        column("", 7.0),
        column(words("assortment.article"), (51.0 if weighted else 65.0) + 20.0 - category),
        column(words("assortment.category"), category),
        column(words("assortment.grade"), 9.0),
        column(f"{desk.sales_label}\n{desk.money_label}", 16.0, "r"),
        column(words("common.growth"), 14.0, "r"),
        column(words("assortment.cumulative"), 14.0, "r"),
        column(f"{words('common.volume')}\n{desk.volume_label}", 15.0, "r"),
        column(words("assortment.numeric"), 14.0, "r"),
        *([column(words("assortment.weighted"), 14.0, "r")] if weighted else []),
    ]

    def shown(sku: RankedSku) -> dict[str, object]:
        cells = [
            str(sku.rank),
            text(sku.item.name, bold=sku.grade == "A"),
            sku.category or "—",
            sku.grade,
            locale.money(sku.item.sales),
            desk.growth(sku.growth),
            locale.percent(sku.cumulative),
            locale.volume(sku.volume),
            locale.percent(sku.distribution, 0),
        ]
        return line([*cells, locale.percent(sku.item.weighted_distribution, 0)] if weighted else cells)

    rows = [shown(sku) for sku in top]
    if rest:
        label = words("assortment.rest", n=len(rest), count=locale.number(len(rest)))
        sales = locale.money(desk.tied_sum(sku.item.sales for sku in rest))
        cells = ["", label, "", "", sales, "", locale.percent(rest[-1].cumulative), _volume(desk, rest)]
        rows.append(line([*cells, *[""] * (len(columns) - len(cells))], "muted"))
    total = locale.money(desk.tied_sum(sku.item.sales for sku in found.skus))
    cells = ["", words("common.total"), "", "", total, desk.growth(found.growth), "", locale.volume(found.volume)]
    rows.append(line([*cells, *[""] * (len(columns) - len(cells))], "total"))
    heading = words("assortment.list_top", count=str(len(top))) if rest else words("assortment.list")
    return table(heading, columns, rows, unit=words("common.year_actual", year=str(desk.year - 1)))


def _volume(desk: Desk, skus: Sequence[RankedSku]) -> str:
    """What the SKUs sell together; nothing where one is not known."""
    known = [sku.volume for sku in skus if sku.volume is not None]
    return desk.locale.volume(sum(known, Decimal(0))) if len(known) == len(skus) else ""
