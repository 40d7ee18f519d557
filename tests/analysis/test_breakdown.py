"""The last year by cluster of stores and by month."""

from decimal import Decimal as D

import pytest

from acbp.analysis.breakdown import compare_sell_in, group_stores, list_months


def plan_of(make_plan, heading=None, **performance):
    return make_plan(heading=heading, situation={"performance": {"conclusion": "So"} | performance})


def store(name: str, **more):
    return {"id": name, "name": name} | more


def test_stores_are_taken_together_by_cluster(make_plan) -> None:
    rows = [
        store("a", cluster="City", sales=60, previous=50, category_sales=300, handling=1, handling_sales=300),
        store("b", sales=20, previous=25, stores=4, category_sales=100, handling=1, handling_sales=40),
        store("c", cluster="City", sales=20, previous=30, category_sales=100, handling=0, handling_sales=0),
    ]
    result = group_stores(plan_of(make_plan, stores=rows))
    assert result is not None
    city, other = result.clusters
    assert (city.name, city.stores, city.sales, city.growth) == ("City", 2, D(80), D(0))
    assert (city.numeric, city.weighted, city.per_store) == (D("0.5"), D("0.75"), D(40))
    assert (other.name, other.stores, other.share, other.growth) == ("b", 4, D("0.2"), D("-0.2"))
    whole = result.total
    # Distribution of all is no mean of the clusters': 2 of 6 stores with 340 of 500.
    assert (whole.numeric, whole.weighted) == (D(2) / D(6), D("0.68"))


def test_a_cluster_misses_what_one_store_misses(make_plan) -> None:
    rows = [store("a", cluster="City", sales=60, handling=1), store("b", cluster="City", handling=1)]
    result = group_stores(plan_of(make_plan, stores=rows))
    assert result is not None
    assert (result.total.sales, result.total.per_store, result.total.numeric) == (None, None, D(1))
    assert result.total.weighted is None


def test_months_stand_in_the_order_of_the_fiscal_year(make_plan) -> None:
    rows = [{"month": 3, "sales": 30}, {"month": 4, "sales": 50, "previous": 40}, {"month": 12, "sales": 20}]
    result = list_months(plan_of(make_plan, heading={"fiscal_start": 4}, months=rows))
    assert result is not None
    assert [month.month for month in result.months] == [4, 12, 3]
    assert [month.share for month in result.months] == [D("0.5"), D("0.2"), D("0.3")]
    assert (result.months[0].growth, result.total.growth) == (D("0.25"), None)


def test_the_gap_runs_up_until_a_month_misses_it(make_plan) -> None:
    rows = [
        {"month": 1, "sell_in": 10, "sell_out": 8},
        {"month": 2, "sell_in": 10, "sell_out": 11},
        {"month": 3, "sell_in": 10},
        {"month": 4, "sell_in": 10, "sell_out": 9},
    ]
    result = list_months(plan_of(make_plan, months=rows))
    assert result is not None
    assert [month.gap for month in result.months] == [D(2), D(-1), None, D(1)]
    assert [month.running_gap for month in result.months] == [D(2), D(1), None, None]
    assert result.total.gap is None


@pytest.mark.parametrize(
    ("sell_out", "stock_change", "unexplained", "diverted"),
    [
        (98, 1, 1, False),
        (90, 4, 6, True),
        (90, 5, 5, False),
        (96, None, 4, False),
        (90, None, 10, None),
        (110, 0, -10, False),
    ],
)
def test_diversion_is_what_stock_does_not_explain(make_plan, sell_out, stock_change, unexplained, diverted) -> None:
    given = {"sell_in": 100, "sell_out": sell_out}
    result = compare_sell_in(
        plan_of(make_plan, **given, **({} if stock_change is None else {"stock_change": stock_change}))
    )
    assert result is not None
    assert (result.gap, result.unexplained, result.share) == (D(100 - sell_out), D(unexplained), D(unexplained) / 100)
    assert result.diverted is diverted


def test_the_months_stand_in_for_the_year(make_plan) -> None:
    months = [{"month": 1, "sell_in": 10, "sell_out": 8}, {"month": 2, "sell_in": 20, "sell_out": 21}]
    result = compare_sell_in(plan_of(make_plan, months=months))
    assert result is not None and (result.sell_in, result.gap) == (D(30), D(1))


def test_one_side_alone_is_no_gap(make_plan) -> None:
    assert compare_sell_in(plan_of(make_plan, sell_in=100)) is None
    assert group_stores(make_plan()) is None and list_months(make_plan()) is None
