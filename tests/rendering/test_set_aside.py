"""Rules set aside are printed with their reasons, for our own eyes only."""

from typing import Any

import pytest

from acbp.model import Plan
from tests.rendering.sample import document_of, make

LINES = [
    {"rule": "R312", "at": "strategies[coolers]", "reason": "Coolers last five years"},
    {"rule": "R610", "reason": "The board accepts it"},
    {"rule": "R999", "at": "account", "reason": "Nobody knows"},
]


def texts(value: Any) -> list[str]:
    """Every text below a value."""
    if isinstance(value, dict):
        return [text for held in value.values() for text in texts(held)]
    if isinstance(value, list | tuple):
        return [text for held in value for text in texts(held)]
    return [value] if isinstance(value, str) else []


@pytest.fixture
def plan() -> Plan:
    """A plan that sets three rules aside and says nothing else."""
    return make({"set_aside": LINES})


def test_they_are_printed_with_title_place_and_reason(plan: Plan) -> None:
    (page,) = (page for page in document_of(plan)["pages"] if page["name"] == "contingency")
    said = texts(page)
    assert {"R312", "A strategy costs more than it earns", "strategies[coolers]", "Coolers last five years"} <= set(
        said
    )
    assert {"R610", "Dependence on one customer", "The whole plan", "The board accepts it"} <= set(said)
    assert {"R999", "—", "Nobody knows"} <= set(said)
    assert any("Three rules are set aside" in text for text in said)


def test_an_item_is_called_by_its_name() -> None:
    plan = make(
        {"set_aside": [{"rule": "R312", "at": "strategies[coolers]", "reason": "Coolers last five years"}]},
        strategies=[
            {"id": "coolers", "name": "More coolers", "how": "Fit", "objective": "o", "customer_benefit": "More"}
        ],
    )
    (page,) = (page for page in document_of(plan)["pages"] if page["name"] == "contingency")
    said = texts(page)
    assert "More coolers" in said
    assert "strategies[coolers]" not in said


def test_titles_follow_the_language_of_the_page(plan: Plan) -> None:
    said = texts(document_of(plan, language="zh"))
    assert "对单一客户依赖过高" in said
    assert any("三条规则有意搁置" in text for text in said)


def test_the_customer_sees_nothing_of_it(plan: Plan) -> None:
    said = texts(document_of(plan, "customer"))
    assert not any("R312" in text or "five years" in text or "set aside" in text for text in said)


def test_without_them_there_is_no_page() -> None:
    assert "contingency" not in [page["name"] for page in document_of(make())["pages"]]
