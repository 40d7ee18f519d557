"""The customer's stock of our goods: cover, turn, sell-through, GMROI, safety and age."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure, difference, product, ratio, share, sum_known, total
from acbp.model import Plan
from acbp.model.supply import Stock as Given
from acbp.model.supply import StockLine

AGES = ("to_30", "to_60", "to_90", "over_90")
_YEAR = Decimal(365)
_WEEK = Decimal(7)


@dataclass(frozen=True, slots=True)
class StockFigures:
    """One line of stock, or all of them together; money at the customer's cost."""

    name: str
    """Empty for the total."""
    opening: Figure
    closing: Figure
    average: Figure
    weekly_sales: Figure
    weeks: Figure
    """Weeks on hand: closing stock ÷ average weekly sales."""
    days: Figure
    """Days of cover: weeks on hand × 7."""
    turn: Figure
    """Times a year: goods sold ÷ average stock × 365 ÷ days of the period."""
    sell_through: Figure
    """Goods sold ÷ (sold + on hand), or ÷ received, as the plan says."""
    margin_rate: Figure
    """(sales − goods sold) ÷ sales."""
    sales_to_stock: Figure
    """Times a year: sales ÷ average stock at cost."""
    gmroi: Figure
    """Gross margin a year ÷ average stock at cost, which is margin rate × sales to stock."""
    safety: Figure
    below_safety: bool | None
    """Whether the closing stock is below the safety stock; None where one is missing."""
    slow: Figure
    slow_share: Figure


@dataclass(frozen=True, slots=True)
class AgeFigures:
    """Stock of one age."""

    name: str
    """One of AGES."""
    value: Figure
    share: Figure
    """Of all ages that are known."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The stock line by line, together, and by age."""

    lines: tuple[StockFigures, ...]
    total: StockFigures | None
    """A figure is missing where one line lacks it."""
    ages: tuple[AgeFigures, ...]
    unplaced: Figure
    """Closing stock − stock of all ages; zero where they agree."""
    fifo: Figure
    """Checks in which first in, first out was kept."""
    below: tuple[StockFigures, ...]
    """Lines below their safety stock."""


def work_out_stock(plan: Plan, names: Catalogue) -> Stock | None:
    """Work out the customer's stock; None where the plan says nothing of it."""
    given = plan.situation.stock if plan.situation else None
    if given is None:
        return None
    lines = tuple(_figures(_name(line, names), (line,), given) for line in given.lines)
    whole = _figures("", given.lines, given) if lines else None
    ages = [(name, getattr(given.age, name) if given.age else None) for name in AGES]
    aged = sum_known(value for _, value in ages)
    checked = None if given.fifo_checked is None else Decimal(given.fifo_checked)
    return Stock(
        lines=lines,
        total=whole,
        ages=tuple(AgeFigures(name, value, share(value, aged)) for name, value in ages) if aged is not None else (),
        unplaced=difference(whole.closing if whole else None, aged),
        fifo=None if given.fifo_kept is None else share(Decimal(given.fifo_kept), checked),
        below=tuple(line for line in lines if line.below_safety),
    )


def _name(line: StockLine, names: Catalogue) -> str:
    return line.name or (names.category_name(line.category) if line.category else line.id)


def _average(line: StockLine) -> Figure:
    if line.average is not None:
        return line.average
    ends = total((line.opening, line.closing))
    return None if ends is None else ends / 2


def _figures(name: str, lines: Iterable[StockLine], given: Given) -> StockFigures:
    held = tuple(lines)
    closing, average = total(line.closing for line in held), total(_average(line) for line in held)
    sold, sales = total(line.sold for line in held), total(line.sales for line in held)
    days = Decimal(given.days) or None
    weekly = total(line.weekly_sales if line.weekly_sales is not None else _a_week(line.sold, days) for line in held)
    received = total(line.received for line in held)
    available = received if given.sell_through == "of-received" else total((sold, closing))
    weeks, safety = share(closing, weekly), total(line.safety for line in held)
    slow = total(line.slow for line in held)
    margin_rate = share(difference(sales, sold), sales)
    sales_to_stock = _a_year(share(sales, average), days)
    return StockFigures(
        name=name,
        opening=total(line.opening for line in held),
        closing=closing,
        average=average,
        weekly_sales=weekly,
        weeks=weeks,
        days=product(weeks, _WEEK),
        turn=_a_year(share(sold, average), days),
        sell_through=share(sold, available),
        margin_rate=margin_rate,
        sales_to_stock=sales_to_stock,
        gmroi=product(margin_rate, sales_to_stock),
        safety=safety,
        below_safety=None if closing is None or safety is None else closing < safety,
        slow=slow,
        slow_share=share(slow, closing),
    )


def _a_week(figure: Figure, days: Figure) -> Figure:
    return product(ratio(figure, days), _WEEK)


def _a_year(figure: Figure, days: Figure) -> Figure:
    return product(ratio(figure, days), _YEAR)
