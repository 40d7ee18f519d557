"""What the promotions cost and bring: by promotion, by quarter and for the year."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure
from acbp.model import Plan
from acbp.model.activity import Promotion
from acbp.model.periods import Quarter


@dataclass(frozen=True, slots=True)
class PromotionFigures:
    """One promotion, planned and as it came."""

    item: Promotion
    category: str
    """Name."""
    quarter: Quarter | None
    """The quarter in which its first week lies (by that week's Thursday, as ISO weeks do); None for a week there is not."""
    first_day: date | None
    last_day: date | None
    incremental: Figure
    """baseline × uplift."""
    incremental_profit: Figure
    """incremental × margin."""
    per_unit: Figure
    """incremental ÷ cost: sales per unit of money spent."""
    roi: Figure
    """Under the plan's definition."""
    actual_per_unit: Figure
    actual_roi: Figure
    cost_variance: Figure
    """actual − planned cost."""
    incremental_variance: Figure


@dataclass(frozen=True, slots=True)
class PromotionTotals:
    """Promotions added up; a sum is missing where one of them lacks the figure."""

    count: int
    cost: Figure
    incremental: Figure
    per_unit: Figure
    roi: Figure


@dataclass(frozen=True, slots=True)
class CategoryPromotions:
    """The promotions of one category."""

    id: str
    name: str
    items: tuple[PromotionFigures, ...]
    halves: tuple[PromotionTotals, PromotionTotals]
    """First and second half of the plan's year."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two promotions of one category in the same weeks."""

    category: str
    first: Promotion
    second: Promotion
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Promotions:
    """The year's promotions."""

    roi: Literal["profit", "net-profit", "revenue"]
    items: tuple[PromotionFigures, ...]
    """By first day."""
    categories: tuple[CategoryPromotions, ...]
    """In the order of the catalogue, those with promotions only."""
    quarters: tuple[PromotionTotals, ...]
    """Always four."""
    halves: tuple[PromotionTotals, PromotionTotals]
    year: PromotionTotals
    last: PromotionTotals | None
    actual: PromotionTotals | None
    """Over the promotions that have both actual figures; None where none has."""
    actual_plan: PromotionTotals | None
    """The same promotions as planned, to set beside."""
    incomplete: tuple[str, ...]
    """Ids of promotions that lack cost, baseline or uplift: the reason of a missing sum."""
    fund: Figure
    balance: Figure
    """fund − planned cost; negative where the fund is overspent."""
    asks: Figure
    """What is kept ready for expected requests."""
    overlaps: tuple[Overlap, ...]


def total_promotions(plan: Plan, names: Catalogue) -> Promotions | None:
    """Work out the promotions; None where there are none."""
    raise NotImplementedError
