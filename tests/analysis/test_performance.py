"""Our shares beside the market's."""

from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.performance import Performance, compare_with_market
from acbp.analysis.sales import work_out_sales
from acbp.model import Plan

TEA = {
    "category": "tea",
    "customer_sales": 400,
    "customer_growth": "25%",
    "our_growth": "-20%",
    "our_share": "15%",
    "market_share": "18%",
}
WATER = {
    "category": "water",
    "customer_sales": 600,
    "customer_growth": "-40%",
    "our_growth": "0%",
    "our_share": "25%",
    "market_share": "24%",
}


def performance_of(plan: Plan) -> Performance | None:
    names = list_names(plan)
    return compare_with_market(plan, names, work_out_sales(plan, names))


def with_categories(sections, *categories):
    sections["situation"]["performance"]["categories"] = list(categories)
    return sections


def test_the_gap_in_money_as_worked_by_hand(make_plan, two_categories) -> None:
    result = performance_of(make_plan(**with_categories(two_categories, WATER, TEA)))
    assert result is not None
    tea, water = result.categories
    assert (tea.name, tea.gap, tea.gap_value, tea.gap_share) == ("Tea", D("0.03"), D(12), D(1))
    assert (water.gap_value, water.gap_share) == (D(-6), None)
    assert result.largest == tea
    assert water.fair_share_index == D("0.25") / D("0.24") * 100


def test_the_total_is_weighted_by_the_customers_sales(make_plan, two_categories) -> None:
    result = performance_of(make_plan(**with_categories(two_categories, WATER, TEA)))
    assert result is not None and result.total is not None
    # 400 / 1.25 + 600 / 0.6 = 1320 last year; ours 60 / 0.8 + 150 = 225 against 210.
    assert result.total.customer_growth == D(1000 - 1320) / D(1320)
    assert result.total.our_growth == D(-15) / D(225)
    assert (result.total.our_share, result.total.market_share) == (D("0.21"), D("0.216"))
    assert result.total.gap_value == D(6)


def test_a_total_misses_what_one_category_misses(make_plan, two_categories) -> None:
    tea = TEA | {"our_share": None}
    result = performance_of(make_plan(**with_categories(two_categories, WATER, tea)))
    assert result is not None and result.total is not None
    assert result.categories[0].gap_value is None
    assert (result.total.our_share, result.total.gap_value) == (None, None)
    assert result.total.market_share == D("0.216")
    assert result.largest is None


def test_the_mix_of_each_year_comes_to_its_whole(make_plan, two_categories) -> None:
    result = performance_of(make_plan(**two_categories))
    assert result is not None
    assert [(mix.year, mix.planned, mix.total) for mix in result.mix] == [(2026, False, D(100)), (2027, True, D(130))]
    assert [(part.id, part.share) for part in result.mix[0].parts] == [("tea", D("0.4")), ("water", D("0.6"))]
    assert result.mix[0].focus_share == D("0.4")


def test_stock_builds_up_where_we_sell_in_more_than_out(make_plan, two_categories) -> None:
    two_categories["situation"]["performance"] |= {"sell_in": 16, "sell_out": 15}
    result = performance_of(make_plan(**two_categories))
    assert result is not None
    assert result.stock_build == D(1)
    assert result.total is None


def test_a_plan_that_says_nothing_has_no_performance(make_plan) -> None:
    assert performance_of(make_plan()) is None
