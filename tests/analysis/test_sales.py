"""The year in money and volume."""

from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.rates import NONE
from acbp.analysis.sales import Disagreement, Sales, work_out_sales
from acbp.model import Plan


def sales_of(plan: Plan) -> Sales:
    return work_out_sales(plan, list_names(plan))


def test_the_year_adds_up_from_categories_and_quarters(make_plan, two_categories) -> None:
    sales = sales_of(make_plan(**two_categories))
    assert (sales.year.last, sales.year.plan, sales.year.growth) == (D(100), D(130), D("0.3"))
    first = sales.quarters[0]
    assert (first.plan, first.last, first.share, first.growth) == (D(20), D(10), D(20) / D(130), D(1))
    assert sales.peak == ("Q3", "Q4")
    assert sales.peak_share == D(80) / D(130)
    assert sales.volume.year.plan == D(19)
    assert sales.price.last == D(100) / D(16)
    assert sales.disagreements == ()


def test_categories_stand_in_the_catalogues_order_with_their_shares(make_plan, two_categories) -> None:
    tea, water = sales_of(make_plan(**two_categories)).categories
    assert (tea.id, tea.name, tea.focus, water.id) == ("tea", "Tea", True, "water")
    assert tea.quarters == (D(10), D(15), D(20), D(15))
    assert (tea.sales.last, tea.sales.plan, tea.sales.growth) == (D(40), D(60), D("0.5"))
    assert (tea.share.last, tea.share.plan) == (D("0.4"), D(60) / D(130))
    assert tea.volume.change == D(1)


def test_spend_is_a_rate_of_sales_by_quarter_and_year(make_plan, two_categories) -> None:
    rate = sales_of(make_plan(**two_categories)).spend_rate
    assert rate.quarters[0] == D("0.1")
    assert (rate.year.last, rate.year.plan, rate.year.change) == (D("0.1"), D("0.1"), D(0))


def test_years_run_from_the_oldest_to_the_plan(make_plan, two_categories) -> None:
    old, last, planned = sales_of(make_plan(**two_categories)).years
    assert (old.year, old.growth, old.share) == (2025, None, None)
    assert (last.year, last.sales, last.growth, last.share_gap) == (2026, D(100), D("0.25"), D("0.03"))
    assert (planned.year, planned.planned, planned.share, planned.customer_margin) == (2027, True, D("0.2"), D(33))


def test_stated_totals_that_disagree_are_named_and_the_parts_are_used(make_plan, two_categories) -> None:
    two_categories["financials"]["quarters"] = {"Q1": 21, "Q2": 30}
    two_categories["situation"]["performance"]["history"][1]["sales"] = 101
    sales = sales_of(make_plan(**two_categories))
    assert (sales.year.last, sales.quarters[0].plan) == (D(100), D(20))
    assert set(sales.disagreements) == {
        Disagreement("financials.quarters.Q1", D(21), D(20)),
        Disagreement("situation.performance.history[2026].sales", D(101), D(100)),
    }


def test_quarters_without_categories_carry_the_plan(make_plan) -> None:
    sales = sales_of(make_plan(financials={"quarters": {"Q1": 1, "Q2": 2, "Q3": 3, "Q4": 4}}))
    assert sales.year.plan == D(10)
    assert sales.categories == ()
    assert sales.year.last is None


def test_one_known_quarter_makes_no_year(make_plan) -> None:
    sales = sales_of(make_plan(financials={"quarters": {"Q1": 5}, "volume": {"Q1": 2}}))
    assert sales.year.plan is None
    assert sales.quarters[0].plan == D(5)
    assert sales.quarters[0].share is None
    assert sales.volume.year.plan is None
    assert sales.peak == ()


def test_a_category_quarter_that_is_missing_leaves_the_total_to_what_is_stated(make_plan) -> None:
    categories = [{"category": "tea", "quarters": {"Q1": 5}}, {"category": "water", "quarters": {"Q1": 6, "Q2": 7}}]
    sales = sales_of(make_plan(financials={"categories": categories, "quarters": {"Q2": 20}}))
    assert [quarter.plan for quarter in sales.quarters] == [D(11), D(20), None, None]


def test_a_gap_in_the_history_leaves_last_year_missing(make_plan) -> None:
    history = [{"year": 2025, "sales": 90}]
    plan = make_plan(
        situation={"performance": {"conclusion": "x", "history": history}},
        financials={"quarters": {"Q1": 25, "Q2": 25, "Q3": 25, "Q4": 25}},
    )
    sales = sales_of(plan)
    assert sales.year.last is None
    assert sales.years[-1].growth is None


def test_an_empty_plan_has_missing_figures_and_no_zeros(make_plan) -> None:
    sales = sales_of(make_plan())
    assert sales.year.plan is None
    assert sales.volume.quarters == NONE
    assert [year.sales for year in sales.years] == [None]
    assert sales.focus_share.plan is None
