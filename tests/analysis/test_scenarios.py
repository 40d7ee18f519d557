"""Scenarios side by side."""

from decimal import Decimal as D

import pytest

from acbp.analysis.catalogue import list_names
from acbp.analysis.scenarios import compare_scenarios

LINES = [
    {"id": "rebate", "name": "Rebate", "kind": "trade", "plan": 13, "on_volume": True},
    {"id": "display", "name": "Display", "kind": "trade", "plan": 10},
    {"id": "goods", "name": "Goods", "kind": "goods", "plan": 65},
    {"id": "team", "name": "Team", "kind": "cost", "plan": 6},
]
PROFIT = {
    "items": [
        {"id": "markup", "name": "Mark-up", "group": "operating", "plan": 33, "on_volume": True},
        {"id": "labour", "name": "Labour", "group": "expense", "plan": 20},
    ]
}
STRATEGIES = [
    {"id": "shelf", "name": "Shelf", "how": "H", "objective": "grow", "customer_benefit": "More", "value": 30},
]
GROW = [{"id": "grow", "name": "Grow", "unit": "money"}]


@pytest.fixture
def compared(make_plan, two_categories):
    def compare(*scenarios, **sections):
        two_categories["financials"] |= {"contribution": LINES, "customer_profit": PROFIT}
        made = [{"name": "N", **scenario} for scenario in scenarios]
        plan = make_plan(**two_categories, strategies=STRATEGIES, objectives=GROW, scenarios=made, **sections)
        return compare_scenarios(plan, list_names(plan))

    return compare


def test_the_plan_itself_comes_first_and_unchanged(compared) -> None:
    result = compared({"id": "down", "changes": [{"path": "financials.categories.tea", "by": "-10%"}]}, {"id": "base"})
    planned, down = result.columns
    assert (planned.item.id, planned.sales.plan, planned.contribution, planned.customer_profit) == ("base", 130, 36, 13)
    assert (planned.against_plan, planned.bridge.residual) == (0, 0)
    assert down.item.id == "down"
    without = compared({"id": "down", "changes": [{"path": "financials.categories.tea", "by": "-10%"}]})
    assert [column.item and column.item.id for column in without.columns] == [None, "down"]


def test_what_moves_with_sales_moves_in_proportion_and_the_rest_stays(compared) -> None:
    # Tea 60 → 47, so sales fall by a tenth, to 117: rebate 11.7, goods 58.5; display and team stay.
    change = {"path": "financials.categories.tea.quarters.Q3", "to": 7}
    down = compared({"id": "down", "changes": [change]}).columns[1]
    assert (down.sales.plan, down.sales.growth, down.against_plan) == (D(117), D("0.17"), D(-13))
    assert (down.spend, down.spend_rate) == (D("21.7"), D("21.7") / 117)
    assert down.contribution == D("117") - D("21.7") - D("58.5") - 6
    assert down.customer_profit == D("29.7") - 20
    assert down.volume == D("17.1")
    assert down.bridge.residual == D(-13)


def test_what_the_scenario_sets_itself_does_not_move(compared) -> None:
    changes = [
        {"path": "financials.categories.tea.quarters.Q3", "to": 7},
        {"path": "strategies.shelf.value", "by": "-50%"},
        {"path": "financials.contribution.rebate.plan", "to": 0},
        {"path": "financials.contribution.goods.plan", "to": 65},
    ]
    down = compared({"id": "down", "changes": changes}).columns[1]
    assert (down.spend, down.contribution) == (D(10), D(117 - 10 - 65 - 6))
    assert (down.bridge.strategies, down.bridge.residual) == (D(15), D(2))


def test_volume_said_by_category_goes_before_the_proportion(compared) -> None:
    changes = [{"path": "financials.categories.tea", "by": "-20%"}]
    down = compared({"id": "down", "changes": changes}).columns[1]
    # Tea 60 → 48 in money, 5 → 4 in volume: 19 → 18, not 19 × 118 ÷ 130.
    assert (down.sales.plan, round(down.volume, 9)) == (D(118), D(18))


def test_changes_apply_one_after_the_other(compared) -> None:
    changes = [
        {"path": "financials.categories.*.quarters", "by": "100%"},
        {"path": "financials.categories.tea.quarters.Q1", "to": 5},
    ]
    up = compared({"id": "up", "changes": changes}).columns[1]
    assert up.sales.plan == D(260 - 20 + 5)


def test_the_score_of_what_is_expected(compared) -> None:
    kpis = [
        {"id": "sales", "name": "S", "weight": 60, "unit": "money", "target": 100},
        {"id": "share", "name": "T", "weight": 40, "unit": "%", "target": "20%"},
    ]
    result = compared({"id": "down", "kpis": {"sales": 90}}, {"id": "base"}, scorecard={"kpis": kpis})
    assert result.columns[0].score == D(94)
    assert compared({"id": "base"}, scorecard={"kpis": kpis}).columns[0].score is None


def test_sales_weighted_by_likelihood_need_all_of_them(compared) -> None:
    down = {"id": "down", "changes": [{"path": "financials.categories.tea.quarters.Q3", "to": 7}]}
    assert compared({"id": "base", "likelihood": "60%"}, down | {"likelihood": "40%"}).expected == D("124.8")
    assert compared({"id": "base", "likelihood": "60%"}, down | {"likelihood": "30%"}).expected is None
    assert compared({"id": "base", "likelihood": "60%"}, down).expected is None


def test_none_without_scenarios(compared) -> None:
    assert compared() is None
