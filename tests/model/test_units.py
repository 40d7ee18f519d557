"""What quantities count."""

from decimal import Decimal

import pytest

from acbp.model.heading import Heading
from acbp.model.scalars import Quantity
from acbp.model.units import resolve

HEADING = Heading.model_validate(
    {
        "id": "p",
        "title": "Plan",
        "year": 2027,
        "owner": "Lin",
        "language": "en",
        "date": "2027-01-04",
        "money_unit": "万",
        "volume_unit": "k",
    }
)


@pytest.mark.parametrize(
    ("quantity", "unit", "expected"),
    [
        (Quantity(Decimal(21000)), "money", "210000000"),
        (Quantity(Decimal(210000000), bare=False), "money", "210000000"),
        (Quantity(Decimal(620)), "volume", "620000"),
        (Quantity(Decimal("0.188"), percent=True, bare=False), "%", "0.188"),
        (Quantity(Decimal("18.8")), "%", "0.188"),
        (Quantity(Decimal(300)), "coolers", "300"),
        (Quantity(Decimal(300)), None, "300"),
    ],
)
def test_a_bare_number_counts_the_unit_beside_it(quantity: Quantity, unit: str | None, expected: str) -> None:
    assert resolve(quantity, unit, HEADING) == Decimal(expected)
