"""Our business at the customer beside the market: gaps of share in money, and the mix over the years."""

from dataclasses import dataclass

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure
from acbp.analysis.sales import Sales
from acbp.model import Plan


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
    raise NotImplementedError
