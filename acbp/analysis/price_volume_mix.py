"""How much of the growth comes from volume, from the mix of categories and from price."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Figure
from acbp.analysis.sales import Sales


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
    """Split the growth; None where sales or volume of either year are missing or last year's volume is zero."""
    raise NotImplementedError
