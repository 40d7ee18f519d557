"""What promotions cost and bring."""

from datetime import date
from decimal import Decimal as D

import pytest

from acbp.analysis.catalogue import list_names
from acbp.analysis.promotions import Returns, promoted_baseline, quarter_of, return_on_spend, total_promotions
from acbp.analysis.sales import work_out_sales

FULL = {"cost": 60, "baseline": 400, "uplift": "45%", "margin": "50%"}


def promotion(id: str, start: int = 3, end: int = 5, category: str = "tea", **more) -> dict:
    return {"id": id, "name": id, "category": category, "start_week": start, "end_week": end, "mechanic": "x", **more}


def promotions_of(plan):
    return total_promotions(plan, list_names(plan))


def test_increment_and_return_of_one_promotion(make_plan) -> None:
    result = promotions_of(make_plan(promotions={"items": [promotion("cny", **FULL)]}))
    (cny,) = result.items
    assert (cny.incremental, cny.incremental_profit, cny.per_unit, cny.roi) == (D(180), D(90), D(3), D("1.5"))
    assert (cny.quarter, cny.first_day, cny.last_day) == ("Q1", date(2027, 1, 18), date(2027, 2, 7))


@pytest.mark.parametrize(
    ("definition", "expected"), [("profit", D("1.5")), ("net-profit", D("0.5")), ("revenue", D(120) / D(180))]
)
def test_the_return_under_each_definition(definition, expected) -> None:
    assert return_on_spend(definition, D(60), D(180), D(90)) == expected
    assert return_on_spend(definition, None, D(180), D(90)) is None


def test_a_promotion_for_nothing_has_no_return() -> None:
    assert return_on_spend("profit", D(0), D(180), D(90)) is None
    assert return_on_spend("revenue", D(60), D(0), None) is None


def test_without_our_margin_a_return_on_profit_is_missing(make_plan) -> None:
    item = promotion("cny", **(FULL | {"margin": None}))
    (cny,) = promotions_of(make_plan(promotions={"items": [item]})).items
    assert (cny.per_unit, cny.roi) == (D(3), None)


def test_quarters_and_year_add_up_and_a_gap_leaves_a_sum_missing(make_plan) -> None:
    items = [promotion("a", 13, 15, **FULL), promotion("b", 14, 15, cost=20), promotion("c", 52, 52, **FULL)]
    result = promotions_of(make_plan(promotions={"items": items, "fund": 150}))
    assert [(quarter.count, quarter.cost, quarter.incremental) for quarter in result.quarters] == [
        (1, D(60), D(180)),
        (1, D(20), None),
        (0, D(0), D(0)),
        (1, D(60), D(180)),
    ]
    assert (result.year.cost, result.year.incremental, result.incomplete) == (D(140), None, ("b",))
    assert result.balance == D(10)
    assert result.halves[0].cost == D(80)


@pytest.mark.parametrize(
    ("week", "year", "fiscal_start", "quarter"),
    [
        (13, 2027, 1, "Q1"),
        (26, 2027, 1, "Q2"),
        (27, 2027, 1, "Q3"),
        (14, 2027, 1, "Q2"),
        (53, 2026, 1, "Q4"),
        (53, 2027, 1, None),
        (13, 2027, 4, "Q1"),
        (12, 2027, 4, "Q4"),
        (26, 2027, 4, "Q2"),
        (2, 2027, 4, "Q4"),
        (1, 2026, 1, "Q1"),
    ],
)
def test_the_quarter_of_a_week(make_plan, week, year, fiscal_start, quarter) -> None:
    plan = make_plan(heading={"year": year, "fiscal_start": fiscal_start})
    assert quarter_of(week, plan) == quarter


def test_last_year_and_what_was_measured_stand_beside_the_plan(make_plan) -> None:
    done = promotion("a", **FULL, actual_cost=50, actual_incremental=200)
    half = promotion("b", 20, 21, **FULL, actual_cost=70)
    section = {"items": [done, half], "last_year": {"count": 31, "cost": 1000, "incremental": 2900}, "roi": "revenue"}
    result = promotions_of(make_plan(promotions=section))
    assert (result.last.count, result.last.per_unit) == (31, D("2.9"))
    assert (result.actual.count, result.actual.per_unit, result.actual_plan.per_unit) == (1, D(4), D(3))
    assert (result.items[0].cost_variance, result.items[0].incremental_variance) == (D(-10), D(20))


def test_overlaps_within_a_category_only(make_plan) -> None:
    items = [promotion("a", 3, 5), promotion("b", 5, 6), promotion("c", 7, 8), promotion("d", 3, 5, "water")]
    (overlap,) = promotions_of(make_plan(promotions={"items": items})).overlaps
    assert (overlap.first.id, overlap.second.id) == ("a", "b")
    assert (overlap.first_day, overlap.last_day) == (date(2027, 2, 1), date(2027, 2, 7))


def test_expected_requests_are_added_up(make_plan) -> None:
    asks = [{"name": "opening", "amount": 20}, {"name": "flyer"}]
    section = {"items": [promotion("a")], "expected_asks": asks}
    assert promotions_of(make_plan(promotions=section)).asks == D(20)


def test_no_promotions_no_totals(make_plan) -> None:
    assert promotions_of(make_plan()) is None
    assert promotions_of(make_plan(promotions={"fund": 5})) is None


def test_the_baseline_of_a_quarter_counts_by_promoted_days(make_plan) -> None:
    item = promotion("cny", cost=10, period_baseline=910, uplift="50%")
    (cny,) = promotions_of(make_plan(promotions={"items": [item]})).items
    # Three of the quarter's thirteen weeks.
    assert (cny.baseline, cny.incremental) == (D(210), D(105))
    assert promoted_baseline(None, 21, 91) is None


def test_days_of_two_promotions_in_one_category_count_once(make_plan) -> None:
    items = [
        promotion("late", 4, 6, period_baseline=910),
        promotion("early", 3, 5, period_baseline=910),
        promotion("inside", 5, 5, period_baseline=910),
        promotion("other", 4, 4, "water", period_baseline=910),
    ]
    result = promotions_of(make_plan(promotions={"items": items}))
    assert {held.item.id: held.baseline for held in result.items} == {
        "early": D(210),
        "late": D(70),
        "inside": D(0),
        "other": D(70),
    }


def test_what_a_promotion_really_adds(make_plan, two_categories) -> None:
    item = promotion("cny", **FULL, stocking_up="20%", cannibalisation="30%")
    plan = make_plan(**two_categories, promotions={"items": [item, promotion("b", 9, 9, **FULL)]})
    names = list_names(plan)
    result = total_promotions(plan, names, work_out_sales(plan, names))
    cny, other = result.items
    assert (cny.stocking_up, cny.cannibalisation, cny.true_incremental) == (D(36), D(54), D(90))
    # Tea is planned at 60 for 5 units: 12 a unit.
    assert (cny.units, cny.cost_per_unit) == (D("7.5"), D(8))
    assert cny.returns == Returns(profit=D("0.75"), net_profit=D("-0.25"), revenue=D(30) / D(90))
    assert (cny.roi, cny.incremental_profit) == (D("1.5"), D(90))
    assert (other.true_incremental, other.returns) == (None, Returns(None, None, None))
    assert (result.true.count, result.true.lift, result.true.incremental) == (1, D(180), D(90))
    assert (result.true.cost_per_unit, result.true.returns) == (cny.cost_per_unit, cny.returns)


def test_without_a_price_there_are_no_units_and_without_parts_no_true_uplift(make_plan) -> None:
    item = promotion("cny", **FULL, stocking_up="20%", cannibalisation="30%")
    result = promotions_of(make_plan(promotions={"items": [item]}))
    assert (result.items[0].units, result.items[0].cost_per_unit, result.true.units) == (None, None, None)
    half = promotion("cny", **FULL, stocking_up="20%")
    assert promotions_of(make_plan(promotions={"items": [half]})).true is None
