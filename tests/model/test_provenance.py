"""Figures that say where they come from: like any other number, until somebody asks."""

import copy
import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from acbp.model.heading import Heading
from acbp.model.provenance import Sourced
from acbp.model.scalars import Amount, Percent, Quantity, Volume
from acbp.model.units import resolve


class Held(BaseModel):
    """One figure of each kind."""

    amount: Amount | None = None
    volume: Volume | None = None
    percent: Percent | None = None
    quantity: Quantity | None = None


def read(**values: Any) -> Held:
    """The figures, in a plan in 万."""
    return Held.model_validate(values, context={"money_unit": Decimal(10_000), "currency": "CNY"})


def test_a_figure_carries_its_source_its_day_and_its_confidence() -> None:
    given = {"value": "1,200", "source": "POS, December", "as_of": "2026-12-31", "confidence": "high"}
    amount = read(amount=given).amount
    assert isinstance(amount, Sourced)
    assert amount == Decimal(12_000_000)
    assert (amount.source, amount.as_of, amount.confidence) == ("POS, December", date(2026, 12, 31), "high")


def test_the_keys_may_be_chinese() -> None:
    percent = read(percent={"数值": "8%", "来源": "尼尔森", "截至": "2026-06-30", "可信度": "低"}).percent
    assert isinstance(percent, Sourced)
    assert (percent, percent.source, percent.confidence) == (Decimal("0.08"), "尼尔森", "low")


def test_what_is_worked_out_is_a_plain_figure() -> None:
    figure = Sourced(Decimal(5), "somewhere")
    assert type(figure + 1) is Decimal
    assert figure == Decimal(5)
    assert hash(figure) == hash(Decimal(5))


@pytest.mark.parametrize("remake", [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))])
def test_a_copy_keeps_the_provenance(remake: Any) -> None:
    figure = remake(Sourced(Decimal("0.5"), "s", date(2026, 1, 1), "low"))
    assert (figure, figure.source, figure.as_of, figure.confidence) == (Decimal("0.5"), "s", date(2026, 1, 1), "low")


def test_a_quantity_keeps_it_in_the_unit_of_the_plan() -> None:
    heading = Heading.model_validate(
        {
            "id": "p",
            "title": "P",
            "year": 2027,
            "language": "zh",
            "owner": "A",
            "date": "2027-01-01",
            "money_unit": "万",
        }
    )
    quantity = read(quantity={"value": 12, "source": "ERP"}).quantity
    assert quantity is not None
    figure = resolve(quantity, "money", heading)
    assert isinstance(figure, Sourced)
    assert (figure, figure.source) == (Decimal(120_000), "ERP")


@pytest.mark.parametrize(
    ("given", "code", "within"),
    [
        ({"value": "x"}, "E107", "value"),
        ({"source": "ERP"}, "E202", None),
        ({"value": 1, "sources": "ERP"}, "E201", "sources"),
        ({"value": 1, "as_of": "2026-02-30"}, "E108", "as_of"),
        ({"value": 1, "confidence": "sure"}, "E203", "confidence"),
        ({"数值": 1, "来源": ""}, "E211", "来源"),
    ],
)
def test_each_fault_is_told_at_its_key(given: Any, code: str, within: str | None) -> None:
    with pytest.raises(ValidationError) as caught:
        read(amount=given)
    (error,) = caught.value.errors()
    assert (error["type"], (error.get("ctx") or {}).get("within")) == (code, within)
