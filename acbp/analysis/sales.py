"""The year in money and volume: by quarter, by category, beside the year before, and over the years."""

from dataclasses import dataclass

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Comparison, Figure, Quarters
from acbp.model import Plan
from acbp.model.periods import Quarter


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
    price: Comparison
    """sales ÷ volume: money per unit of volume."""
    years: tuple[YearFigures, ...]
    """Oldest first, the plan's year last."""
    disagreements: tuple[Disagreement, ...]


def work_out_sales(plan: Plan, names: Catalogue) -> Sales:
    """Work out the year from the plan's financials and the history."""
    raise NotImplementedError
