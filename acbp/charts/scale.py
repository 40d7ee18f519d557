"""Values onto millimetres, in decimals until the last step."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext


def known(values: Iterable[Decimal | None]) -> list[Decimal]:
    """The values that are there, in order.

    Raises ValueError for NaN and infinity: a chart never draws them.
    """
    found = [value for value in values if value is not None]
    for value in found:
        if not value.is_finite():
            raise ValueError(f"a chart cannot show the value {value}")
    return found


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale: ``low`` lies at ``start`` mm and ``high`` at ``end`` mm."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        """The place of a value in mm; on a scale without extent every value lies at its start."""
        if self.low == self.high:
            return self.start
        with localcontext() as context:
            context.prec = 28
            share = (value - self.low) / (self.high - self.low)
        return self.start + float(share) * (self.end - self.start)
