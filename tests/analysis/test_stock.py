"""The customer's stock of our goods."""

from decimal import Decimal as D

import pytest

from acbp.analysis.catalogue import list_names
from acbp.analysis.stock import Stock, work_out_stock

TEA = {
    "id": "tea",
    "category": "tea",
    "opening": 80,
    "closing": 120,
    "received": 1040,
    "sold": 1000,
    "sales": 1250,
    "safety": 130,
    "slow": 6,
}
WATER = {
    "id": "water",
    "opening": 60,
    "closing": 40,
    "received": 480,
    "sold": 500,
    "sales": 600,
    "safety": 40,
    "slow": 0,
}


def stock_of(make_plan, *lines, **more) -> Stock | None:
    given = {"conclusion": "Tea is short", "days": 365, "lines": list(lines)} | more
    plan = make_plan(heading={"categories": [{"id": "tea", "name": "Tea"}]}, situation={"stock": given})
    return work_out_stock(plan, list_names(plan))


def test_a_line_as_worked_by_hand(make_plan) -> None:
    result = stock_of(make_plan, TEA)
    assert result is not None
    (tea,) = result.lines
    assert (tea.name, tea.average, tea.turn) == ("Tea", D(100), D(10))
    assert tea.weekly_sales == D(1000) / D(365) * 7
    assert tea.days == pytest.approx(D("43.8"))  # 120 of 1,000 sold in 365 days
    assert tea.weeks == pytest.approx(D("43.8") / 7)
    assert tea.sell_through == D(1000) / D(1120)
    # Margin 250 on an average stock of 100: 2.5 times, which is 20 % × 12.5.
    assert (tea.margin_rate, tea.sales_to_stock, tea.gmroi) == (D("0.2"), D("12.5"), D("2.5"))
    assert (tea.below_safety, tea.slow_share) == (True, D("0.05"))


def test_sell_through_by_its_other_definition(make_plan) -> None:
    result = stock_of(make_plan, TEA, sell_through="of-received")
    assert result is not None and result.lines[0].sell_through == D(1000) / D(1040)


def test_a_half_year_is_worked_out_for_the_year(make_plan) -> None:
    result = stock_of(make_plan, TEA | {"sold": 500, "sales": 625}, days=146)
    assert result is not None
    assert (result.lines[0].turn, result.lines[0].gmroi) == (D("12.5"), D("3.125"))


def test_the_latest_weeks_go_before_those_of_the_period(make_plan) -> None:
    result = stock_of(make_plan, TEA | {"weekly_sales": 30, "average": 50})
    assert result is not None
    assert (result.lines[0].weeks, result.lines[0].days, result.lines[0].turn) == (D(4), D(28), D(20))


def test_the_total_is_that_of_the_sums_and_knows_who_is_below(make_plan) -> None:
    result = stock_of(make_plan, TEA, WATER)
    assert result is not None and result.total is not None
    assert (result.total.closing, result.total.turn, result.total.gmroi) == (D(160), D(10), D(350) / D(150))
    # On the line is not below it.
    assert [line.name for line in result.below] == ["Tea"]
    assert result.total.below_safety is True


def test_missing_is_never_zero(make_plan) -> None:
    result = stock_of(make_plan, TEA, {"id": "water", "closing": 40})
    assert result is not None and result.total is not None
    water = result.lines[1]
    assert (water.weeks, water.turn, water.sell_through, water.gmroi, water.below_safety) == (None,) * 5
    assert (result.total.closing, result.total.weeks, result.total.safety) == (D(160), None, None)


def test_nothing_sold_and_nothing_held_give_no_ratio(make_plan) -> None:
    result = stock_of(make_plan, TEA | {"sold": 0, "sales": 0, "closing": 0, "opening": 0}, days=0)
    assert result is not None
    line = result.lines[0]
    assert (line.weeks, line.turn, line.gmroi, line.sell_through, line.slow_share) == (None,) * 5


def test_ages_and_first_in_first_out(make_plan) -> None:
    ages = {"to_30": 90, "to_60": 20, "over_90": 5}
    result = stock_of(make_plan, TEA, age=ages, fifo_checked=8, fifo_kept=6)
    assert result is not None
    assert [age.value for age in result.ages] == [D(90), D(20), None, D(5)]
    assert result.ages[0].share == D(90) / D(115)
    assert (result.unplaced, result.fifo) == (D(5), D("0.75"))


def test_a_plan_without_stock(make_plan) -> None:
    assert work_out_stock(make_plan(), list_names(make_plan())) is None
