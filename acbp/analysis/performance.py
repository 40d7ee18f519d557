"""Our business at the customer beside the market: gaps of share in money, and the mix over the years."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure, difference, growth, index, product, ratio, share, sum_known, total
from acbp.analysis.sales import Sales, in_order
from acbp.model import Plan
from acbp.model.situation import CategorySales as Given
from acbp.model.situation import Year


@dataclass(frozen=True, slots=True)
class CategoryGap:
    """One category at the customer, or all of them together."""

    id: str
    """Empty for the total."""
    name: str
    focus: bool
    customer_sales: Figure
    customer_growth: Figure
    our_sales: Figure
    """customer sales × our share."""
    our_growth: Figure
    our_share: Figure
    market_share: Figure
    gap: Figure
    """market share − our share; positive where we fall behind the market."""
    gap_value: Figure
    """customer sales × gap: what we would sell more with the market's share."""
    gap_share: Figure
    """Share of all positive gaps; None where the gap is not positive."""
    fair_share_index: Figure
    """our share ÷ market share × 100."""


@dataclass(frozen=True, slots=True)
class MixPart:
    """One category's part of a year's sales."""

    id: str
    name: str
    focus: bool
    sales: Figure
    share: Figure


@dataclass(frozen=True, slots=True)
class YearMix:
    """The parts of one year's sales, in the order of the catalogue."""

    year: int
    planned: bool
    total: Figure
    parts: tuple[MixPart, ...]
    focus_share: Figure


@dataclass(frozen=True, slots=True)
class Performance:
    """Our business at the customer."""

    categories: tuple[CategoryGap, ...]
    total: CategoryGap | None
    """Weighted over the categories; a figure is missing where one category lacks it."""
    largest: CategoryGap | None
    """The category with the largest positive gap in money."""
    mix: tuple[YearMix, ...]
    """Years whose sales are known by category, oldest first, the plan's last."""
    sell_in: Figure
    sell_out: Figure
    stock_build: Figure
    """sell-in − sell-out."""


def compare_with_market(plan: Plan, names: Catalogue, sales: Sales) -> Performance | None:
    """Set our shares beside the market's; None where the plan says nothing of either."""
    given = plan.situation.performance if plan.situation else None
    mix = _mixes(given.history if given else (), names, sales)
    if not given and not mix:
        return None
    by_id = {item.category: item for item in given.categories} if given else {}
    gaps = tuple(_gap(by_id[category], names) for category in in_order(names, by_id))
    whole = sum_known(gap.gap_value for gap in gaps if gap.gap_value is not None and gap.gap_value > 0)
    gaps = tuple(
        replace(gap, gap_share=share(gap.gap_value, whole)) if gap.gap_value is not None and gap.gap_value > 0 else gap
        for gap in gaps
    )
    behind = [gap for gap in gaps if gap.gap_share is not None]
    return Performance(
        categories=gaps,
        total=_weighted(gaps) if gaps else None,
        largest=max(behind, key=lambda gap: gap.gap_value or 0) if behind else None,
        mix=mix,
        sell_in=given.sell_in if given else None,
        sell_out=given.sell_out if given else None,
        stock_build=difference(given.sell_in, given.sell_out) if given else None,
    )


def _gap(item: Given, names: Catalogue) -> CategoryGap:
    gap = difference(item.market_share, item.our_share)
    return CategoryGap(
        id=item.category,
        name=names.category_name(item.category),
        focus=names.is_focus(item.category),
        customer_sales=item.customer_sales,
        customer_growth=item.customer_growth,
        our_sales=product(item.customer_sales, item.our_share),
        our_growth=item.our_growth,
        our_share=item.our_share,
        market_share=item.market_share,
        gap=gap,
        gap_value=product(item.customer_sales, gap),
        gap_share=None,
        fair_share_index=index(item.our_share, item.market_share),
    )


def _weighted(gaps: tuple[CategoryGap, ...]) -> CategoryGap:
    """All categories together: shares weighted by the customer's sales, growth by the sales of the year before."""
    customer = total(gap.customer_sales for gap in gaps)
    ours = total(gap.our_sales for gap in gaps)
    market = total(product(gap.customer_sales, gap.market_share) for gap in gaps)
    our_share, market_share = share(ours, customer), share(market, customer)
    return CategoryGap(
        id="",
        name="",
        focus=False,
        customer_sales=customer,
        customer_growth=growth(customer, total(_year_before(gap.customer_sales, gap.customer_growth) for gap in gaps)),
        our_sales=ours,
        our_growth=growth(ours, total(_year_before(gap.our_sales, gap.our_growth) for gap in gaps)),
        our_share=our_share,
        market_share=market_share,
        gap=difference(market_share, our_share),
        gap_value=total(gap.gap_value for gap in gaps),
        gap_share=None,
        fair_share_index=index(our_share, market_share),
    )


def _year_before(sales: Figure, rate: Figure) -> Figure:
    return None if rate is None else ratio(sales, 1 + rate)


def _mixes(history: tuple[Year, ...], names: Catalogue, sales: Sales) -> tuple[YearMix, ...]:
    past = sorted(
        (year for year in history if year.categories and year.year < sales.years[-1].year), key=lambda y: y.year
    )
    result = [_mix(year.year, False, dict(year.categories), names) for year in past]
    planned = {item.id: item.sales.plan for item in sales.categories if item.sales.plan is not None}
    if planned:
        result.append(_mix(sales.years[-1].year, True, planned, names))
    return tuple(result)


def _mix(year: int, planned: bool, values: Mapping[str, Figure], names: Catalogue) -> YearMix:
    """Shares of what is known by category, so that the parts of a year come to its whole."""
    whole = sum_known(values.values())
    parts = tuple(
        MixPart(category, names.category_name(category), names.is_focus(category), value, share(value, whole))
        for category in in_order(names, values)
        for value in (values[category],)
    )
    return YearMix(year, planned, whole, parts, sum_known(part.share for part in parts if part.focus))
