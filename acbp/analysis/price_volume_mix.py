"""How much of the growth comes from volume, from the mix of categories and from price."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Figure, ratio, total
from acbp.analysis.sales import Sales

_ROUNDING = Decimal("0.005")
"""Volumes by category come rounded: up to half a per cent they still make up the total."""


@dataclass(frozen=True, slots=True)
class PriceVolumeMix:
    """The way from last year's sales to the plan's in three steps, which always add up."""

    last: Decimal
    plan: Decimal
    volume_change: Decimal
    """In units of volume."""
    volume: Decimal
    """Change of volume at last year's average price."""
    mix: Figure
    """What the shift between categories brings at last year's category prices; None where only totals are known."""
    price: Decimal
    """The rest."""
    volume_share: Figure
    """Volume's share of the growth."""
    basis: Literal["categories", "totals"]


def split_growth(sales: Sales) -> PriceVolumeMix | None:
    """Split the growth; None where sales or volume of either year are missing or last year's volume is not positive.

    volume = (V1 − V0) × P0 with P0 = S0 ÷ V0; mix = Σ v1 × p0 − V1 × P0 over the categories with p0 = s0 ÷ v0;
    price = S1 − S0 − volume − mix. A category that is new has no price of last year: its own of the plan stands in, so
    that all of it counts as mix.
    """
    last, plan = sales.year.last, sales.year.plan
    before, after = sales.volume.year.last, sales.volume.year.plan
    if last is None or plan is None or before is None or after is None or before <= 0:
        return None
    average = last / before
    volume = (after - before) * average
    at_last_prices = _at_last_prices(sales, before, after)
    mix = None if at_last_prices is None else at_last_prices - after * average
    return PriceVolumeMix(
        last=last,
        plan=plan,
        volume_change=after - before,
        volume=volume,
        mix=mix,
        price=plan - last - volume - (mix or 0),
        volume_share=ratio(volume, plan - last),
        basis="totals" if mix is None else "categories",
    )


def _at_last_prices(sales: Sales, before: Decimal, after: Decimal) -> Figure:
    """The plan's volume at last year's category prices, where the categories make up the totals of both years."""
    volumes = [item.volume for item in sales.categories]
    if not _near(total(item.last for item in volumes), before) or not _near(
        total(item.plan for item in volumes), after
    ):
        return None
    result = Decimal(0)
    for item in sales.categories:
        price = ratio(item.sales.last, item.volume.last)
        if price is None and item.volume.last == 0:
            price = ratio(item.sales.plan, item.volume.plan)
        if item.volume.plan:
            if price is None:
                return None
            result += item.volume.plan * price
    return result


def _near(computed: Figure, stated: Decimal) -> bool:
    return computed is not None and abs(computed - stated) <= _ROUNDING * stated
