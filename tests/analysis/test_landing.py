"""Where the year is going to land."""

from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.landing import cumulate, land, score_forecast, track_forecasts, work_out_to_go
from acbp.analysis.sales import work_out_sales
from acbp.analysis.variance import ReviewedYear


def year_of(make_plan, quarters, *actuals) -> ReviewedYear:
    reviews = [
        {"period": f"Q{place}", "date": "2027-04-16", "actuals": {"sales": sales}}
        for place, sales in enumerate(actuals, start=1)
        if sales is not None
    ]
    plan = make_plan(financials={"quarters": quarters}, reviews=reviews)
    return ReviewedYear(plan, work_out_sales(plan, list_names(plan)))


PHASED = {"Q1": 20, "Q2": 30, "Q3": 40, "Q4": 10}


def test_the_landing_follows_the_phasing(make_plan) -> None:
    landing = land(year_of(make_plan, PHASED, 18, 27), "Q2")
    assert (landing.method, landing.year_to_date, landing.elapsed) == ("phasing", D(45), D("0.5"))
    assert (landing.landing, landing.gap) == (D(90), D(-10))


def test_without_phasing_it_follows_the_run_rate(make_plan) -> None:
    landing = land(year_of(make_plan, None, 18), "Q1")
    assert (landing.method, landing.landing, landing.gap) == ("run-rate", D(72), None)


def test_at_the_end_the_landing_is_what_came(make_plan) -> None:
    year = year_of(make_plan, PHASED, 18, 27, 40, 15)
    for period in ("Q4", "year"):
        landing = land(year, period)
        assert (landing.method, landing.landing, landing.gap) == ("actual", D(100), D(0))


def test_a_quarter_that_is_missing_leaves_no_landing(make_plan) -> None:
    assert land(year_of(make_plan, PHASED, None, 27), "Q2") is None


def test_nothing_planned_so_far_leaves_no_landing(make_plan) -> None:
    assert land(year_of(make_plan, PHASED | {"Q1": 0}, 5), "Q1") is None


def test_the_rest_of_the_year_as_rate_and_stretch(make_plan) -> None:
    to_go = work_out_to_go(year_of(make_plan, PHASED, 18, 32), "Q2")
    assert (to_go.remaining, to_go.quarters_left, to_go.per_quarter, to_go.run_rate) == (D(50), 2, D(25), D(25))
    assert to_go.stretch == D(1)


def test_a_target_already_reached_has_nothing_to_go(make_plan) -> None:
    to_go = work_out_to_go(year_of(make_plan, PHASED, 110), "Q1")
    assert (to_go.remaining, to_go.stretch) == (D(-10), D(-10) / 3 / D(110))


def test_nothing_is_to_go_after_the_last_quarter_or_before_the_first_sale(make_plan) -> None:
    assert work_out_to_go(year_of(make_plan, PHASED, 18, 27, 40, 15), "Q4") is None
    assert work_out_to_go(year_of(make_plan, PHASED), "Q1") is None
    assert work_out_to_go(year_of(make_plan, PHASED, 0), "Q1").stretch is None


def test_lines_cumulate_and_the_projection_starts_at_the_last_actual(make_plan) -> None:
    year = year_of(make_plan, PHASED, 18, 27, 99)
    points = cumulate(year, "Q2", land(year, "Q2"))
    assert [point.plan for point in points] == [D(20), D(50), D(90), D(100)]
    assert [point.actual for point in points] == [D(18), D(45), None, None]
    assert [point.landing for point in points] == [None, D(45), D(81), D(90)]


def test_forecast_accuracy_and_bias() -> None:
    result = score_forecast(D(90), D(100))
    assert (result.accuracy, result.bias) == (D("0.9"), D("-0.1"))
    assert score_forecast(D(110), D(100)).bias == D("0.1")
    assert score_forecast(D(110), None) is None
    assert score_forecast(None, D(100)) is None
    assert score_forecast(D(110), D(0)) is None


def test_a_forecast_is_set_beside_what_came_since(make_plan) -> None:
    year = year_of(make_plan, PHASED, 18, 27, 44)
    first, second = track_forecasts(year, {"Q1": D(98), "Q2": D(95)}, "Q3")
    # After Q1 80 were to come, 70 ÷ 80 of them in Q2 and Q3 by phasing; 27 + 44 came.
    assert (first.period, first.forecast, first.expected, first.since.actual) == ("Q1", D(98), D(70), D(71))
    assert first.since.bias == D(-1) / 71
    assert first.since.accuracy == 1 - D(1) / 71
    # After Q2 50 were to come, 40 ÷ 50 of them in Q3; 44 came.
    assert (second.expected, second.since.bias) == (D(40), D(-4) / 44)


def test_without_phasing_the_rest_is_spread_evenly(make_plan) -> None:
    (only,) = track_forecasts(year_of(make_plan, None, 20, 25), {"Q1": D(110)}, "Q2")
    assert (only.expected, only.since.bias) == (D(30), D("0.2"))


def test_nothing_is_scored_that_nobody_forecast_or_that_has_not_come(make_plan) -> None:
    year = year_of(make_plan, PHASED, 18, None, 44)
    assert track_forecasts(year, {"Q1": None}, "Q2") == ()
    assert track_forecasts(year, {"Q1": D(98)}, "Q3") == ()
    assert track_forecasts(year_of(make_plan, PHASED, 18, 27, 40, 15), {"Q4": D(98)}, "year") == ()
