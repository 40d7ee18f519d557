"""The last year's business by cluster of stores, with distribution, and by month, with sell-in against sell-out."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from acbp.analysis.rates import Figure, difference, growth, ratio, share, total
from acbp.model import Plan
from acbp.model.records import MonthSales, StoreSales

DIVERSION = Decimal("0.05")
"""Share of sell-in that may go elsewhere before it looks like diversion."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Stores taken together."""

    name: str
    """Empty for all of them."""
    stores: int
    sales: Figure
    growth: Figure
    share: Figure
    """Of our sales in all stores."""
    per_store: Figure
    volume: Figure
    numeric: Figure
    """Numeric distribution: stores that handle us ÷ stores."""
    weighted: Figure
    """Weighted distribution: category sales of the stores that handle us ÷ category sales of all."""


@dataclass(frozen=True, slots=True)
class Stores:
    """Our business by cluster, and all together; a total misses what one store misses."""

    clusters: tuple[Cluster, ...]
    total: Cluster


@dataclass(frozen=True, slots=True)
class Month:
    """One month, or all of them together."""

    month: int
    """1 to 12; 0 for all."""
    sales: Figure
    previous: Figure
    growth: Figure
    share: Figure
    """Of the sales of all months."""
    volume: Figure
    sell_in: Figure
    sell_out: Figure
    gap: Figure
    """sell-in − sell-out."""
    running_gap: Figure
    """Of this and the months before it; missing from the first month that misses it."""


@dataclass(frozen=True, slots=True)
class Months:
    """The months that are given, in the order of the fiscal year."""

    months: tuple[Month, ...]
    total: Month


@dataclass(frozen=True, slots=True)
class SellGap:
    """What we sold to the customer against what shoppers bought; a large customer may be one on paper only."""

    sell_in: Figure
    sell_out: Figure
    gap: Figure
    stock_change: Figure
    unexplained: Figure
    """The gap less the growth of stock; the whole gap where the stock is not known."""
    share: Figure
    """Unexplained part of sell-in."""
    diverted: bool | None
    """Whether more than 5 % of sell-in went elsewhere; None where it cannot be told."""


def group_stores(plan: Plan) -> Stores | None:
    """Take the stores together by cluster, in the order in which clusters first appear; None where none is given."""
    given = plan.situation.performance.stores if plan.situation and plan.situation.performance else ()
    if not given:
        return None
    groups: dict[str, list[StoreSales]] = {}
    for row in given:
        groups.setdefault(row.cluster or row.name, []).append(row)
    whole = total(row.sales for row in given)
    return Stores(
        clusters=tuple(_cluster(name, rows, whole) for name, rows in groups.items()),
        total=_cluster("", given, whole),
    )


def _cluster(name: str, rows: Iterable[StoreSales], whole: Figure) -> Cluster:
    held = tuple(rows)
    stores = sum(row.stores for row in held)
    sales = total(row.sales for row in held)
    handling = total(None if row.handling is None else Decimal(row.handling) for row in held)
    return Cluster(
        name=name,
        stores=stores,
        sales=sales,
        growth=growth(sales, total(row.previous for row in held)),
        share=share(sales, whole),
        per_store=ratio(sales, Decimal(stores)),
        volume=total(row.volume for row in held),
        numeric=share(handling, Decimal(stores)),
        weighted=share(total(row.handling_sales for row in held), total(row.category_sales for row in held)),
    )


def list_months(plan: Plan) -> Months | None:
    """Work out growth, season and gaps month by month; None where no month is given."""
    given = plan.situation.performance.months if plan.situation and plan.situation.performance else ()
    if not given:
        return None
    whole = total(row.sales for row in given)
    months: list[Month] = []
    running: Figure = Decimal(0)
    for row in sorted(given, key=lambda row: (row.month - plan.plan.fiscal_start) % 12):
        running = total((running, difference(row.sell_in, row.sell_out)))
        months.append(_month(row.month, (row,), whole, running))
    return Months(tuple(months), _month(0, given, whole, running))


def _month(month: int, rows: tuple[MonthSales, ...], whole: Figure, running: Figure) -> Month:
    sales, previous = total(row.sales for row in rows), total(row.previous for row in rows)
    sell_in, sell_out = total(row.sell_in for row in rows), total(row.sell_out for row in rows)
    return Month(
        month=month,
        sales=sales,
        previous=previous,
        growth=growth(sales, previous),
        share=share(sales, whole),
        volume=total(row.volume for row in rows),
        sell_in=sell_in,
        sell_out=sell_out,
        gap=difference(sell_in, sell_out),
        running_gap=running,
    )


def compare_sell_in(plan: Plan) -> SellGap | None:
    """Set sell-in against sell-out, of the year or else of the months given; None where one of them is missing."""
    given = plan.situation.performance if plan.situation else None
    if given is None:
        return None
    sell_in, sell_out = given.sell_in, given.sell_out
    if sell_in is None and sell_out is None:
        sell_in, sell_out = total(row.sell_in for row in given.months), total(row.sell_out for row in given.months)
    gap = difference(sell_in, sell_out)
    if gap is None:
        return None
    unexplained = gap if given.stock_change is None else gap - given.stock_change
    part = share(unexplained, sell_in)
    return SellGap(
        sell_in=sell_in,
        sell_out=sell_out,
        gap=gap,
        stock_change=given.stock_change,
        unexplained=unexplained,
        share=part,
        diverted=None if part is None or (given.stock_change is None and part > DIVERSION) else part > DIVERSION,
    )
