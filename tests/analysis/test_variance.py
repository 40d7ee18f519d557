"""What each period planned and brought."""

from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.sales import work_out_sales
from acbp.analysis.variance import ReviewedYear, set_beside


def year_of(plan) -> ReviewedYear:
    return ReviewedYear(plan, work_out_sales(plan, list_names(plan)))


def review(period: str, **actuals) -> dict:
    return {"period": period, "date": "2027-04-16", "actuals": actuals}


def test_a_variance_carries_attainment_growth_and_colour() -> None:
    result = set_beside("sales", None, D(200), D(194), D(100), None)
    assert (result.variance, result.attainment, result.growth, result.colour) == (D(-6), D("0.97"), D("0.94"), "amber")


def test_less_is_better_for_a_rate_of_spend() -> None:
    assert set_beside("spend-rate", None, D("0.16"), D("0.2"), None, None, less_is_better=True).attainment == D("0.8")


def test_a_variance_misses_what_its_inputs_miss() -> None:
    result = set_beside("sales", None, None, D(194), None, None)
    assert (result.variance, result.attainment, result.growth, result.colour) == (None, None, None, None)


def test_sales_come_from_the_categories_where_all_are_there(make_plan, two_categories) -> None:
    complete = review("Q1", sales=99, categories={"tea": 8, "water": 11})
    partial = review("Q2", sales=40, categories={"tea": 8})
    stated = review("Q3", sales=41)
    year = year_of(make_plan(**two_categories, reviews=[complete, partial, stated]))
    assert [year.sales_of(period) for period in ("Q1", "Q2", "Q3", "Q4", "year")] == [D(19), D(40), D(41), None, None]


def test_a_year_is_its_quarters_unless_it_says_otherwise(make_plan, two_categories) -> None:
    quarters = [review(quarter, categories={"tea": 10, "water": 20}) for quarter in ("Q1", "Q2", "Q3", "Q4")]
    assert year_of(make_plan(**two_categories, reviews=quarters)).sales_of("year") == D(120)
    assert year_of(make_plan(**two_categories, reviews=quarters)).category_of("year", "tea") == D(40)
    assert year_of(make_plan(**two_categories, reviews=[*quarters, review("year", sales=121)])).sales_of("year") == D(
        121
    )


def test_the_year_to_date_needs_every_quarter_so_far(make_plan, two_categories) -> None:
    year = year_of(make_plan(**two_categories, reviews=[review("Q1", sales=15), review("Q3", sales=50)]))
    first, third = year.to_date("Q1", None), year.to_date("Q3", None)
    assert (first.plan, first.actual, first.last) == (D(20), D(15), D(10))
    assert (third.plan, third.actual, third.last) == (D(95), None, D(70))


def test_last_years_period_comes_from_the_history_else_from_the_review(make_plan, two_categories) -> None:
    actuals = {"last_year_categories": {"tea": 3, "water": 4}}
    assert year_of(make_plan(**two_categories, reviews=[review("Q1", **actuals)])).last_of("Q1") == D(10)
    del two_categories["situation"]["performance"]["history"][1]["quarters"]
    assert year_of(make_plan(**two_categories, reviews=[review("Q1", **actuals)])).last_of("Q1") == D(7)
