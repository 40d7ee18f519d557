"""The last year by month and by cluster of stores, with distribution; for our own eyes, sell-in against sell-out."""

from acbp.analysis.breakdown import Cluster, Months, SellGap, Stores
from acbp.charts import columns as columns_chart
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, column, line, module, row, table, text
from acbp.rendering.packing import room_for

SHOWN = 14
"""Clusters in the table; the others are told in the footer."""


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where neither months nor stores are given."""
    stores, months, gap = desk.figures.stores, desk.figures.months, desk.figures.sell_gap
    rows: list[Row] = [row(_clusters(desk, stores))] if stores else []
    seasonal = months is not None and sum(month.sales is not None for month in months.months) > 1
    if not (rows or seasonal):
        return []
    if gap:
        rows.append(row(_sell_gap(desk, gap, months)))
    if months and seasonal:
        rows.insert(0, row(_season(desk, months, room_for(rows, 42.0, 104.0))))
    notes = desk.words("breakdown.note") if stores and stores.total.numeric is not None else ""
    return desk.bind("breakdown", 2, _title(desk, stores, months), rows, notes=notes)


def _title(desk: Desk, stores: Stores | None, months: Months | None) -> str:
    words, locale = desk.words, desk.locale
    grown = [cluster for cluster in stores.clusters if cluster.growth is not None] if stores else []
    if stores and len(grown) > 1:
        best = max(grown, key=lambda cluster: cluster.growth or 0)
        title = words("breakdown.title", cluster=best.name, growth=desk.growth(best.growth))
        if stores.total.weighted is not None:
            title += words("common.clause")
            title += words("breakdown.title_weighted", share=locale.percent(stores.total.weighted, 0))
        return title
    known = [month for month in months.months if month.share is not None] if months else []
    if known:
        peak = max(known, key=lambda month: month.share or 0)
        return words(
            "breakdown.title_peak", month=locale.month(peak.month, long=True), share=locale.percent(peak.share)
        )
    return words("breakdown.title_plain", us=desk.us, them=desk.them)


def _season(desk: Desk, months: Months, height: float) -> Module:
    words, locale = desk.words, desk.locale
    peak = max((month.sales for month in months.months if month.sales is not None), default=None)
    bars = tuple(
        columns_chart.Column(
            locale.month(month.month),
            month.sales,
            locale.money(month.sales),
            desk.growth(month.growth) if month.growth is not None else "",
            month.sales == peak,
        )
        for month in months.months
    )
    heading = words("breakdown.season", name=desk.sales_label)
    if months.total.growth is not None:
        heading = words("breakdown.season_grown", name=desk.sales_label, growth=desk.growth(months.total.growth))
    unit = words("breakdown.season_unit", year=str(desk.year - 1), unit=desk.money_label)
    values = locale.join([f"{bar.label} {bar.text} {bar.inside}".strip() for bar in bars])
    alt = words("alt.columns", heading=heading, unit=desk.money_label, values=values)
    return desk.chart(
        "season", heading, (columns_chart.draw, columns_chart.Columns(bars)), (174.0, height), alt, unit=unit
    )


def _clusters(desk: Desk, stores: Stores) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("breakdown.cluster"), 40.0),
        column(words("breakdown.stores"), 14.0, "r"),
        column(f"{desk.sales_label}\n{desk.money_label}", 19.0, "r"),
        column(words("common.growth"), 16.0, "r"),
        column(words("breakdown.share"), 16.0, "r"),
        column(words("breakdown.per_store", unit=desk.money_label), 21.0, "r"),
        column(f"{words('common.volume')}\n{desk.volume_label}", 18.0, "r"),
        column(words("breakdown.numeric"), 15.0, "r"),
        column(words("breakdown.weighted"), 15.0, "r"),
    ]

    def shown(cluster: Cluster, sales: str) -> list[object]:
        return [
            text(cluster.name or words("common.total"), bold=True),
            locale.number(cluster.stores),
            sales,
            desk.growth(cluster.growth),
            locale.percent(cluster.share),
            locale.money(cluster.per_store, locale.money_scale.decimals + 1),
            locale.volume(cluster.volume),
            locale.percent(cluster.numeric, 0),
            locale.percent(cluster.weighted, 0),
        ]

    top = stores.clusters[:SHOWN]
    rest = stores.clusters[SHOWN:]
    rows = [line(shown(cluster, locale.money(cluster.sales))) for cluster in top]  # type: ignore[arg-type]
    if rest:
        label = words("breakdown.rest", n=len(rest), count=locale.number(len(rest)))
        count = locale.number(sum(cluster.stores for cluster in rest))
        sales = "—" if stores.total.sales is None else locale.money(desk.tied_sum(c.sales for c in rest))
        rows.append(line([label, count, sales, *[""] * 6], "muted"))
    whole = "—" if stores.total.sales is None else locale.money(desk.tied_sum(c.sales for c in stores.clusters))
    rows.append(line(shown(stores.total, whole), "total"))  # type: ignore[arg-type]
    performance = desk.plan.situation.performance if desk.plan.situation else None
    of = performance.distribution_of if performance else None
    unit = words("common.year_actual", year=str(desk.year - 1))
    after = words("breakdown.distribution_of", what=of) if of else ""
    return table(words("breakdown.clusters"), columns, rows, unit=unit, after=after)


def _sell_gap(desk: Desk, gap: SellGap, months: Months | None) -> Module:
    """Sell-in against sell-out: the gap as it runs up month by month, and what it says of diversion."""
    words, locale = desk.words, desk.locale
    verdict = "unknown" if gap.diverted is None else "diverted" if gap.diverted else "clear"
    unit = desk.volume_label
    values = {
        "gap": f"{locale.volume(gap.gap, signed=True)} {unit}",
        "sell_in": locale.volume(gap.sell_in),
        "sell_out": locale.volume(gap.sell_out),
        "stock": locale.volume(gap.stock_change, signed=True),
        "rest": locale.volume(gap.unexplained, signed=True),
        "share": locale.percent(gap.share),
    }
    heading = words(f"breakdown.sell_{verdict}", **values)
    after = words("breakdown.sell_stock" if gap.stock_change is not None else "breakdown.sell_year", **values)
    known = [month for month in months.months if month.running_gap is not None] if months else []
    tag = words("common.internal_tag")
    if len(known) < 2:
        return module("text", heading, paragraphs=[after], room="174", tag=tag)
    bars = tuple(
        columns_chart.Column(
            locale.month(month.month),
            month.running_gap,
            locale.volume(month.running_gap, signed=True),
            locale.volume(month.gap, signed=True),
            month is known[-1],
        )
        for month in known
    )
    told = locale.join([f"{bar.label} {bar.text}" for bar in bars])
    alt = words("alt.columns", heading=heading, unit=unit, values=told)
    drawing = (columns_chart.draw, columns_chart.Columns(bars))
    shown_unit = words("breakdown.sell_unit", unit=unit)
    return desk.chart("sell-gap", heading, drawing, (174.0, 40.0), alt, unit=shown_unit, tag=tag, after=after)
