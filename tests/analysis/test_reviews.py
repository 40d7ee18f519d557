"""What each review found."""

from datetime import date
from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.reviews import as_known_at, review_periods
from acbp.analysis.sales import work_out_sales

Q1 = {
    "period": "Q1",
    "date": "2027-04-16",
    "actuals": {
        "categories": {"tea": 7, "water": 11},
        "last_year_categories": {"tea": 5},
        "volume": 3,
        "trade_spend": 3,
    },
    "recovery": [{"name": "Gift boxes", "value": 1}, {"name": "End caps", "value": 1}],
    "forecast": 128,
}


def reviews_of(plan):
    names = list_names(plan)
    return review_periods(plan, names, work_out_sales(plan, names), date(2027, 7, 20))


def test_the_largest_shortfall_comes_first(make_plan, two_categories) -> None:
    (first,) = reviews_of(make_plan(**two_categories, reviews=[Q1]))
    assert [(row.id, row.plan, row.actual, row.variance) for row in first.categories] == [
        ("tea", D(10), D(7), D(-3)),
        ("water", D(10), D(11), D(1)),
    ]
    assert [row.id for row in first.shortfalls] == ["tea"]
    assert first.categories[0].growth == D("0.4")
    assert first.categories[1].growth is None
    assert (first.sales.actual, first.sales.variance, first.sales.growth) == (D(18), D(-2), D("0.8"))


def test_other_figures_are_listed_where_they_were_measured(make_plan, two_categories) -> None:
    (first,) = reviews_of(make_plan(**two_categories, reviews=[Q1]))
    found = {row.id: row for row in first.figures}
    assert list(found) == ["volume", "trade-spend", "spend-rate"]
    assert (found["volume"].plan, found["volume"].colour) == (D(3), "green")
    assert (found["trade-spend"].variance, found["trade-spend"].colour) == (D(1), None)
    assert (found["spend-rate"].actual, found["spend-rate"].plan, found["spend-rate"].colour) == (
        D(3) / 18,
        D("0.1"),
        "red",
    )


def test_recovery_makes_the_next_quarters_rolling_target(make_plan, two_categories) -> None:
    (first,) = reviews_of(make_plan(**two_categories, reviews=[Q1]))
    recovery = first.recovery
    assert (recovery.quarter, recovery.plan, recovery.total, recovery.rolling_target) == ("Q2", D(30), D(2), D(32))
    last = Q1 | {"period": "Q4"}
    (fourth,) = reviews_of(make_plan(**two_categories, reviews=[last]))
    assert (fourth.recovery.quarter, fourth.recovery.rolling_target) == (None, None)


def test_reviews_stand_in_the_order_of_the_year_and_beside_the_quarter_before(make_plan, two_categories) -> None:
    second = {"period": "Q2", "date": "2027-07-16", "actuals": {"sales": 27}}
    first, later = reviews_of(make_plan(**two_categories, reviews=[second, Q1]))
    assert (first.period, later.period) == ("Q1", "Q2")
    assert (first.previous_sales, later.previous_sales, later.previous_growth) == (None, D(18), D("0.5"))
    assert later.year_to_date.actual == D(45)
    assert first.landing.landing == D(18) * D(130) / D(20)


def test_the_forecast_is_scored_once_the_year_is_known(make_plan, two_categories) -> None:
    (first,) = reviews_of(make_plan(**two_categories, reviews=[Q1]))
    assert (first.forecast_gap, first.accuracy) == (D(-2), None)
    closed = {"period": "year", "date": "2028-01-20", "actuals": {"sales": 160}}
    first, year = reviews_of(make_plan(**two_categories, reviews=[Q1, closed]))
    assert (first.accuracy.accuracy, first.accuracy.bias) == (D("0.8"), D("-0.2"))
    assert (year.sales.variance, year.landing.method, year.to_go) == (D(30), "actual", None)


def test_causes_answers_and_steps_find_what_they_speak_of(make_plan, two_categories) -> None:
    review = Q1 | {
        "causes": [{"category": "tea", "what": "Out of stock"}, {"topic": "Season", "what": "Late"}],
        "responses": [
            {"kpi": "lost", "cause": "x", "response": "y"},
            {"kpi": "fill", "cause": "x", "response": "y", "owner": "lin"},
            {"kpi": "sales", "cause": "x", "response": "y"},
        ],
        "next_steps": [{"what": "Order", "customer_owner": "gone", "action": "gifts"}],
    }
    review["actuals"] = review["actuals"] | {"kpis": {"fill": 97, "sales": 50}}
    plan = make_plan(
        **two_categories,
        reviews=[review],
        actions=[{"id": "gifts", "name": "Gifts"}],
        scorecard={"kpis": [{"id": id, "name": id, "weight": 50, "quarters": {"Q1": 100}} for id in ("fill", "sales")]},
        relationships={"contacts": [{"id": "lin", "name": "Lin", "side": "us"}]},
    )
    (first,) = reviews_of(plan)
    assert [(cause.name, cause.variance) for cause in first.causes] == [("Tea", D(-3)), ("Season", None)]
    assert [(answer.item.kpi, answer.owner) for answer in first.responses] == [
        ("sales", None),
        ("fill", "Lin"),
        ("lost", None),
    ]
    assert (first.next_steps[0].action.id, first.next_steps[0].customer_owner) == ("gifts", None)


def test_a_review_without_actuals_has_missing_figures(make_plan, two_categories) -> None:
    (first,) = reviews_of(make_plan(**two_categories, reviews=[{"period": "Q1", "date": "2027-04-16"}]))
    assert (first.sales.plan, first.sales.actual, first.landing, first.recovery) == (D(20), None, None, None)
    assert (first.figures, first.scorecard, first.shortfalls) == ((), None, ())
    assert [row.variance for row in first.categories] == [None, None]


def test_a_review_of_a_plan_without_figures(make_plan) -> None:
    (first,) = reviews_of(make_plan(reviews=[Q1]))
    assert (first.sales.plan, first.sales.actual, first.to_go) == (None, D(18), None)
    assert first.landing.method == "run-rate"


def test_what_is_amber_or_red_and_has_no_answer_is_told(make_plan) -> None:
    kpis = [
        {"id": name, "name": name, "weight": 25, "target": 100, "quarters": {"Q1": 100}}
        for name in ("a", "b", "c", "d")
    ]
    held = {
        "period": "Q1",
        "date": "2027-04-16",
        "actuals": {"kpis": {"a": 96, "b": 80, "c": 100, "d": 97}},
        "responses": [{"kpi": "d", "cause": "late", "response": "faster"}],
    }
    (first,) = reviews_of(make_plan(scorecard={"kpis": kpis}, reviews=[held]))
    assert [(kpi.item.id, kpi.colour) for kpi in first.unanswered] == [("b", "red"), ("a", "amber")]


def test_earlier_forecasts_are_followed(make_plan, two_categories) -> None:
    second = {"period": "Q2", "date": "2027-07-16", "actuals": {"sales": 33}, "forecast": 140}
    first, latest = reviews_of(make_plan(**two_categories, reviews=[second, Q1]))
    assert first.tracked == ()
    # 128 − 18 were to come after Q1, 30 ÷ 110 of them in Q2.
    assert [(held.period, held.expected, held.since.actual) for held in latest.tracked] == [("Q1", D(30), D(33))]


def test_a_review_knows_nothing_of_later_ones(make_plan) -> None:
    plan = make_plan(reviews=[Q1, {"period": "year", "date": "2028-01-20"}, {"period": "Q2", "date": "2027-07-16"}])
    assert [review.period for review in as_known_at(plan, "Q2").reviews] == ["Q1", "Q2"]
    assert [review.period for review in plan.reviews] == ["Q1", "year", "Q2"]


def test_the_customers_profit_stands_beside_its_target(make_plan, two_categories) -> None:
    profit = {"items": [], "target": 20, "quarters": {"Q1": 4}}
    two_categories["financials"]["customer_profit"] = profit

    def found(amount: int) -> tuple:
        held = Q1 | {"actuals": Q1["actuals"] | {"customer_profit": amount}}
        (first,) = reviews_of(make_plan(**two_categories, reviews=[held]))
        assert [row.id for row in first.figures] == ["volume", "customer-profit", "trade-spend", "spend-rate"]
        return first.figures[1]

    assert (found(5).plan, found(5).variance, found(5).colour) == (D(4), D(1), "green")
    assert found(-1).colour == "red"
    del profit["quarters"]
    assert (found(5).plan, found(5).colour, found(-1).colour) == (None, None, "red")
