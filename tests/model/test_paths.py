"""Figures found by path, and changed in a copy of the plan."""

from decimal import Decimal as D

import pytest

from acbp.model import Plan
from acbp.model.paths import change_figure, find_figures, read_as, scaled
from acbp.model.scalars import Quantity

TEA = {"category": "tea", "start_week": 1, "end_week": 2, "mechanic": "Two for one"}
SECTIONS = {
    "plan": {
        "id": "p",
        "title": "Plan",
        "year": 2027,
        "owner": "Lin",
        "language": "en",
        "date": "2027-01-04",
        "categories": [{"id": "tea", "name": "Tea"}],
    },
    "account": {"name": "Castlegate Stores", "short_name": "Castlegate"},
    "supplier": {"name": "Northfield Foods", "short_name": "Northfield"},
    "financials": {
        "categories": [{"category": "tea", "quarters": {"Q1": 10, "Q3": 30}, "volume": 4}],
        "adjustments": [{"id": "closures", "name": "Closures", "value": -5}],
    },
    "promotions": {
        "items": [
            {"id": "one", "name": "One", "uplift": "40%", **TEA},
            {"id": "two", "name": "Two", "cost": 3, **TEA},
        ]
    },
    "scorecard": {"kpis": [{"id": "sales", "name": "Sales", "weight": 100, "unit": "money", "target": 40}]},
}  # fmt: skip


@pytest.fixture
def plan() -> Plan:
    return Plan.model_validate(SECTIONS)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("financials.categories.tea.quarters.Q3", [("money", D(30))]),
        ("financials.categories[tea].quarters.Q1", [("money", D(10))]),
        ("financials.categories.1.volume", [("volume", D(4))]),
        ("financials.adjustments.closures.value", [("money", D(-5))]),
        ("promotions.items.one.uplift", [("percent", D("0.4"))]),
        ("promotions.items.*.cost", [("money", None), ("money", D(3))]),
        ("scorecard.kpis.sales.weight", [("number", D(100))]),
        ("scorecard.kpis.sales.target", [("quantity", Quantity(D(40)))]),
    ],
)
def test_a_path_leads_to_a_figure(plan: Plan, path: str, expected: list[object]) -> None:
    assert [(found.kind, found.value) for found in find_figures(plan, path)] == expected


def test_a_path_to_a_part_names_its_money_and_volume_but_no_rates(plan: Plan) -> None:
    assert [found.value for found in find_figures(plan, "financials.categories.tea")] == [D(10), D(30), D(4)]
    assert [found.value for found in find_figures(plan, "promotions.items")] == [D(3)]


@pytest.mark.parametrize(
    "path",
    ["nothing", "plan.title", "financials.categories.juice", "promotions.items.*.name", "terms.pocket_floor"],
)
def test_a_path_to_anything_else_finds_nothing(plan: Plan, path: str) -> None:
    assert find_figures(plan, path) == ()


def test_a_change_leaves_the_plan_as_it_was(plan: Plan) -> None:
    found = find_figures(plan, "financials.categories.tea.quarters.Q3")[0]
    changed = change_figure(plan, found.location, D(33))
    assert [part.financials.categories[0].quarters.Q3 for part in (changed, plan)] == [D(33), D(30)]
    assert changed.promotions is plan.promotions


def test_figures_of_every_kind_can_be_scaled() -> None:
    assert scaled(D(30), D("0.9")) == D(27)
    assert scaled(Quantity(D("0.2"), percent=True, bare=False), D("1.5")) == Quantity(D("0.3"))


def test_what_a_value_stands_for_depends_on_its_place(plan: Plan) -> None:
    thousands = plan.plan.model_copy(update={"money_unit": "k", "volume_unit": "1"})
    assert read_as("money", Quantity(D(5)), thousands) == D(5000)
    assert read_as("money", Quantity(D(5), bare=False), thousands) == D(5)
    assert read_as("volume", Quantity(D(5)), thousands) == D(5)
    share = Quantity(D("0.05"), percent=True, bare=False)
    assert read_as("percent", share, thousands) == D("0.05")
    assert read_as("percent", Quantity(D(5)), thousands) is None
    assert read_as("money", share, thousands) is None
    assert read_as("quantity", share, thousands) is share


def test_fields_may_be_named_in_chinese(plan: Plan) -> None:
    english = find_figures(plan, "financials.categories.tea.quarters")
    assert english
    assert find_figures(plan, "财务.品类.tea.分季度") == english
