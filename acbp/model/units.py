"""What a quantity counts, once its unit is known."""

from decimal import Decimal

from acbp.model.heading import Heading
from acbp.model.provenance import Sourced
from acbp.model.scalars import Quantity, magnitude

MONEY = "money"
VOLUME = "volume"
PERCENT = "%"

_HUNDREDTH = Decimal("0.01")
_ONE = Decimal(1)


def resolve(quantity: Quantity, unit: str | None, heading: Heading) -> Decimal:
    """Return what a quantity stands for: money in single currency units, volume in single units, percent as a fraction.

    A number that was written bare counts the plan's own unit of money or volume, and hundredths where the unit is
    ``%``: 18.8 beside the unit ``%`` is 0.188. Any other unit leaves the number as it is.
    """
    factor = _ONE if quantity.percent or not quantity.bare else _factor(unit, heading)
    if factor == _ONE:
        return quantity.value
    value = quantity.value * factor
    return quantity.value.carried_to(value) if isinstance(quantity.value, Sourced) else value


def _factor(unit: str | None, heading: Heading) -> Decimal:
    if unit == MONEY:
        return magnitude(heading.money_unit) or _ONE
    if unit == VOLUME:
        return magnitude(heading.volume_unit) or _ONE
    return _HUNDREDTH if unit == PERCENT else _ONE
