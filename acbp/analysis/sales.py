"""The year in money and volume: by quarter, by category, beside the year before, and over the years."""

from collections.abc import Iterable
from dataclasses import dataclass

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import NONE, Comparison, Figure, Quarters, compare, difference, growth, share, total
from acbp.model import Plan
from acbp.model.financials import Financials
from acbp.model.periods import QUARTERS, Quarter, QuarterlyAmounts, QuarterlyVolumes
from acbp.model.situation import Year


@dataclass(frozen=True, slots=True)
class QuarterSales:
    """Sales of one quarter."""

    quarter: Quarter
    plan: Figure
    last: Figure
    share: Figure
    """Share of the year's plan."""
    growth: Figure


@dataclass(frozen=True, slots=True)
class CategorySales:
    """One category in the plan's year and the year before."""

    id: str
    name: str
    focus: bool
    quarters: Quarters
    sales: Comparison
    volume: Comparison
    share: Comparison
    """Share of the plan's total, beside the share of last year's total; ``change`` is in points."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure by quarter and for the year, beside the year before: volume, spend, the customer's margin."""

    quarters: Quarters
    year: Comparison


@dataclass(frozen=True, slots=True)
class YearFigures:
    """One year of the business: a past one as it was, or the plan's."""

    year: int
    planned: bool
    sales: Figure
    growth: Figure
    """On the year before, where that is listed."""
    volume: Figure
    share: Figure
    market_share: Figure
    share_gap: Figure
    """market share − our share, in fractions."""
    customer_margin: Figure
    trade_spend: Figure
    spend_rate: Figure
    quarters: Quarters
    weeks: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A total that was stated, but is not what its parts add up to; the parts are used."""

    where: str
    """Path in the plan: ``financials.quarters.Q1``."""
    stated: Figure
    computed: Figure


@dataclass(frozen=True, slots=True)
class Sales:
    """The year in money and volume; all sums from the finest level that is complete."""

    year: Comparison
    quarters: tuple[QuarterSales, ...]
    """Always four."""
    peak: tuple[Quarter, ...]
    """The two quarters that are planned highest, in order of the calendar; empty unless all four are known."""
    peak_share: Figure
    """Their share of the year."""
    categories: tuple[CategorySales, ...]
    """In the order of the catalogue."""
    focus_share: Comparison
    """Share of the focus categories together."""
    volume: Row
    trade_spend: Row
    spend_rate: Row
    """trade spend ÷ sales, as fractions."""
    customer_margin: Row
    share: Comparison
    """Our share of the customer's category sales: last year's, and the one aimed at; ``change`` in fractions."""
    price: Comparison
    """sales ÷ volume: money per unit of volume."""
    years: tuple[YearFigures, ...]
    """Oldest first, the plan's year last."""
    disagreements: tuple[Disagreement, ...]


def work_out_sales(plan: Plan, names: Catalogue) -> Sales:
    """Work out the year from the plan's financials and the history.

    The year before is the one in the history that precedes the plan's year by one; without it, last year is missing.
    """
    financials = plan.financials or Financials()
    performance = plan.situation.performance if plan.situation else None
    history = performance.history if performance else ()
    last = next((year for year in history if year.year == plan.plan.year - 1), None)
    disagreements: list[Disagreement] = []

    quarters = _plan_quarters(financials, disagreements)
    planned = total(quarters)
    past = {year.year: _year_sales(year, names, disagreements) for year in history}
    last_sales = past[last.year] if last else None
    last_quarters = by_quarter(last.quarters) if last else NONE

    categories = _categories(financials, last, names, planned, last_sales)
    volumes = by_quarter(financials.volume)
    volume = Row(
        volumes,
        compare(
            _finest(total(volumes), total(item.volume.plan for item in categories)),
            _finest(last.volume, total(item.volume.last for item in categories)) if last else None,
        ),
    )
    trade_spend = _row(financials.trade_spend, last.trade_spend if last else None)
    margin = _row(financials.customer_margin, last.customer_margin if last else None)
    peak = _peak(quarters)
    return Sales(
        year=compare(planned, last_sales),
        quarters=tuple(
            QuarterSales(quarter, this, before, share(this, planned), growth(this, before))
            for quarter, this, before in zip(QUARTERS, quarters, last_quarters, strict=True)
        ),
        peak=peak,
        peak_share=share(total(quarters[QUARTERS.index(quarter)] for quarter in peak), planned),
        categories=categories,
        focus_share=compare(
            total(item.share.plan for item in categories if item.focus),
            total(item.share.last for item in categories if item.focus),
        ),
        volume=volume,
        trade_spend=trade_spend,
        spend_rate=_rate_row(trade_spend, quarters, planned, last_sales),
        customer_margin=margin,
        share=compare(
            performance.share_target if performance else None,
            last.share if last else None,
        ),
        price=compare(share(planned, volume.year.plan), share(last_sales, volume.year.last)),
        years=_years(plan, history, past, quarters, volume, margin, trade_spend),
        disagreements=tuple(disagreements),
    )


def by_quarter(given: QuarterlyAmounts | QuarterlyVolumes | None) -> Quarters:
    """Return what is given by quarter as four figures."""
    return (given.Q1, given.Q2, given.Q3, given.Q4) if given else NONE


def _finest(fine: Figure, coarse: Figure) -> Figure:
    return coarse if fine is None else fine


def _plan_quarters(financials: Financials, disagreements: list[Disagreement]) -> Quarters:
    stated = by_quarter(financials.quarters)
    columns = [by_quarter(item.quarters) for item in financials.categories]
    result = []
    for place, quarter in enumerate(QUARTERS):
        computed = total(column[place] for column in columns)
        _check(f"financials.quarters.{quarter}", stated[place], computed, disagreements)
        result.append(_finest(computed, stated[place]))
    return (result[0], result[1], result[2], result[3])


def _check(where: str, stated: Figure, computed: Figure, disagreements: list[Disagreement]) -> None:
    if stated is not None and computed is not None and stated != computed:
        disagreements.append(Disagreement(where, stated, computed))


def _year_sales(year: Year, names: Catalogue, disagreements: list[Disagreement]) -> Figure:
    """Sales of a past year: from its quarters, else as stated, else from the categories if all are there."""
    quarters = total(by_quarter(year.quarters))
    complete = bool(year.categories) and set(names.categories) <= set(year.categories)
    categories = total(year.categories.values()) if complete else None
    where = f"situation.performance.history[{year.year}]"
    _check(f"{where}.sales", year.sales, _finest(quarters, categories), disagreements)
    result = _finest(quarters, _finest(year.sales, categories))
    if quarters is not None:
        _check(f"{where}.categories", categories, quarters, disagreements)
    return result


def _categories(
    financials: Financials, last: Year | None, names: Catalogue, planned: Figure, last_sales: Figure
) -> tuple[CategorySales, ...]:
    plans = {item.category: item for item in financials.categories}
    before = last.categories if last else {}
    volumes_before = last.category_volumes if last else {}
    result = []
    for category in in_order(names, (*plans, *before)):
        item = plans.get(category)
        quarters = by_quarter(item.quarters) if item else NONE
        sales = compare(total(quarters), before.get(category))
        result.append(
            CategorySales(
                id=category,
                name=names.category_name(category),
                focus=names.is_focus(category),
                quarters=quarters,
                sales=sales,
                volume=compare(item.volume if item else None, volumes_before.get(category)),
                share=compare(share(sales.plan, planned), share(sales.last, last_sales)),
            )
        )
    return tuple(result)


def in_order(names: Catalogue, categories: Iterable[str]) -> tuple[str, ...]:
    """Return ids of categories once each: those of the catalogue in its order, then the others as they come."""
    wanted = dict.fromkeys(categories)
    return (
        *(item for item in names.categories if item in wanted),
        *(item for item in wanted if item not in names.categories),
    )


def _row(given: QuarterlyAmounts | None, last: Figure) -> Row:
    quarters = by_quarter(given)
    return Row(quarters, compare(total(quarters), last))


def _rate_row(spend: Row, quarters: Quarters, planned: Figure, last_sales: Figure) -> Row:
    one, two, three, four = (share(part, whole) for part, whole in zip(spend.quarters, quarters, strict=True))
    return Row((one, two, three, four), compare(share(spend.year.plan, planned), share(spend.year.last, last_sales)))


def _peak(quarters: Quarters) -> tuple[Quarter, ...]:
    if total(quarters) is None:
        return ()
    highest = sorted(QUARTERS, key=lambda quarter: quarters[QUARTERS.index(quarter)] or 0, reverse=True)[:2]
    return tuple(sorted(highest))


def _years(
    plan: Plan,
    history: tuple[Year, ...],
    past: dict[int, Figure],
    quarters: Quarters,
    volume: Row,
    margin: Row,
    trade_spend: Row,
) -> tuple[YearFigures, ...]:
    performance = plan.situation.performance if plan.situation else None
    planned = total(quarters)
    target = performance.share_target if performance else None
    result = [
        YearFigures(
            year=year.year,
            planned=False,
            sales=past[year.year],
            growth=growth(past[year.year], past.get(year.year - 1)),
            volume=year.volume,
            share=year.share,
            market_share=year.market_share,
            share_gap=difference(year.market_share, year.share),
            customer_margin=year.customer_margin,
            trade_spend=year.trade_spend,
            spend_rate=share(year.trade_spend, past[year.year]),
            quarters=by_quarter(year.quarters),
            weeks=year.weeks,
        )
        for year in sorted(history, key=lambda year: year.year)
        if year.year < plan.plan.year
    ]
    result.append(
        YearFigures(
            year=plan.plan.year,
            planned=True,
            sales=planned,
            growth=growth(planned, past.get(plan.plan.year - 1)),
            volume=volume.year.plan,
            share=target,
            market_share=None,
            share_gap=None,
            customer_margin=margin.year.plan,
            trade_spend=trade_spend.year.plan,
            spend_rate=share(trade_spend.year.plan, planned),
            quarters=quarters,
            weeks=plan.financials.weeks if plan.financials else (),
        )
    )
    return tuple(result)
