"""Attainment, colours and scores of the KPIs."""

from decimal import Decimal as D

import pytest

from acbp.analysis.rates import Figure
from acbp.analysis.scorecard import attain, colour_of, score_kam, score_kpis

CAP = D("1.2")


@pytest.mark.parametrize(
    ("actual", "target", "direction", "expected"),
    [
        (D(4505), D(4620), "higher", D(4505) / D(4620)),
        (D(10), D(5), "higher", CAP),
        (D(-3), D(5), "higher", D(0)),
        (D(0), D(5), "higher", D(0)),
        (D(5), D(0), "higher", None),
        (D(5), D(-1), "higher", None),
        (None, D(5), "higher", None),
        (D(5), None, "higher", None),
        (D(5), D(4), "lower", D("0.8")),
        (D(2), D(4), "lower", CAP),
        (D(0), D(4), "lower", CAP),
        (D(0), D(0), "lower", D(1)),
        (D(3), D(0), "lower", D(0)),
    ],
)
def test_attainment_lies_between_nothing_and_the_cap(
    actual: Figure, target: Figure, direction: str, expected: Figure
) -> None:
    assert attain(actual, target, direction, cap=CAP) == expected


@pytest.mark.parametrize(
    ("actual", "low", "high", "expected"),
    [
        (D(20), D(20), D(30), D(1)),
        (D(25), D(20), D(30), D(1)),
        (D(15), D(20), D(30), D("0.75")),
        (D(45), D(20), D(30), D("0.5")),
        (D(90), D(20), D(30), D(0)),
        (D(45), None, D(30), D("0.5")),
        (D(1), D(0), D(0), None),
        (D(25), None, None, None),
    ],
)
def test_within_a_band_is_one_and_outside_counts_the_distance(
    actual: Figure, low: Figure, high: Figure, expected: Figure
) -> None:
    assert attain(actual, None, "band", low, high, CAP) == expected


def test_colours_change_at_the_thresholds() -> None:
    values = [D("1"), D("0.9999"), D("0.95"), D("0.9499"), None]
    assert [colour_of(value, D(1), D("0.95")) for value in values] == ["green", "amber", "amber", "red", None]


def kpi(id: str, weight: int, **more) -> dict:
    return {"id": id, "name": id, "weight": weight, "target": 100, **more}


def review(period: str, **kpis) -> dict:
    return {"period": period, "date": "2027-04-16", "actuals": {"kpis": kpis}}


def card(*kpis, **more) -> dict:
    return {"kpis": list(kpis), **more}


QUARTERLY = {"Q1": 20, "Q2": 50}


def test_the_total_weighs_only_what_was_measured(make_plan) -> None:
    kpis = card(kpi("sales", 60, quarters=QUARTERLY), kpi("fill", 20, quarters=QUARTERLY), kpi("share", 20))
    result = score_kpis(make_plan(scorecard=kpis, reviews=[review("Q1", sales=15, fill=20, share=99)]))
    assert result.period == "Q1"
    assert [(score.attainment, score.reason, score.colour) for score in result.kpis] == [
        (D("0.75"), None, "red"),
        (D(1), None, "green"),
        (None, "no-target", None),
    ]
    assert result.total == D("81.25")
    assert (result.missing_weight, result.unmeasured, result.weight) == (D("0.2"), 1, D(100))
    assert result.counts == {"green": 1, "amber": 0, "red": 1}


def test_a_kpi_without_an_actual_is_no_zero(make_plan) -> None:
    kpis = card(kpi("sales", 50, quarters=QUARTERLY), kpi("fill", 50, quarters=QUARTERLY))
    result = score_kpis(make_plan(scorecard=kpis, reviews=[review("Q1", sales=20)]))
    assert (result.kpis[1].reason, result.kpis[1].score) == ("no-actual", None)
    assert (result.total, result.missing_weight) == (D(100), D("0.5"))


def test_the_latest_measured_period_is_shown_beside_the_one_before(make_plan) -> None:
    kpis = card(
        kpi("sales", 50, quarters=QUARTERLY), kpi("stock", 50, direction="lower", quarters={"Q1": 10, "Q2": 10})
    )
    later = {"period": "Q3", "date": "2027-10-16"}
    reviews = [review("Q2", sales=40, stock=20), review("Q1", sales=18, stock=10), later]
    result = score_kpis(make_plan(scorecard=kpis, reviews=reviews))
    assert (result.period, result.previous_period, result.previous_total, result.total) == ("Q2", "Q1", D(95), D(65))
    sales, stock = result.kpis
    # More was sold, but less of what was due: the trend follows the attainment.
    assert (sales.previous, sales.change, sales.trend) == (D(18), D(22), "worse")
    assert (stock.change, stock.trend) == (D(10), "worse")


def test_a_period_can_be_asked_for_and_the_year_has_the_years_targets(make_plan) -> None:
    plan = make_plan(
        scorecard=card(kpi("sales", 50, quarters=QUARTERLY)),
        reviews=[review("Q1", sales=20), review("Q2", sales=25), review("year", sales=90)],
    )
    assert score_kpis(plan, "Q1").total == D(100)
    year = score_kpis(plan)
    assert (year.period, year.previous_period, year.kpis[0].target, year.total) == ("year", "Q2", D(100), D(90))


def test_before_the_first_review_there_are_targets_only(make_plan) -> None:
    result = score_kpis(make_plan(scorecard=card(kpi("sales", 50, quarters=QUARTERLY))))
    assert (result.period, result.total, result.missing_weight) == (None, None, D(1))
    assert (result.kpis[0].target, result.kpis[0].quarters[1]) == (D(100), D(50))


def test_groups_add_up_and_what_has_no_group_comes_last(make_plan) -> None:
    groups = [{"id": "business", "name": "Business"}, {"id": "empty", "name": "Empty"}]
    kpis = [kpi("loose", 10), kpi("sales", 30, group="business"), kpi("share", 10, group="business")]
    plan = make_plan(scorecard=card(*kpis, groups=groups), reviews=[review("year", sales=50, loose=100)])
    business, loose = score_kpis(plan).groups
    assert (business.group.id, business.weight, business.score, business.attainment) == (
        "business",
        D(40),
        D(15),
        D("0.5"),
    )
    assert (loose.group, loose.score) == (None, D(10))


def test_units_are_those_of_the_plan(make_plan) -> None:
    plan = make_plan(heading={"money_unit": "k"}, scorecard=card(kpi("sales", 50, unit="money", last_year=80)))
    (sales,) = score_kpis(plan).kpis
    assert (sales.year_target, sales.last) == (D(100_000), D(80_000))


def test_no_kpis_no_scorecard(make_plan) -> None:
    assert score_kpis(make_plan()) is None
    assert score_kpis(make_plan(scorecard={})) is None


LADDER = {"id": "forecast", "name": "Joint forecast", "weight": 40, "levels": ["alone", "linked", "weekly", "one"]}
CHECKS = [{"id": name, "name": name} for name in ("data", "price", "stock", "hours", "deal")]
CHECKLIST = {"id": "launch", "name": "Launch", "weight": 60, "checks": CHECKS}


def stepped(period: str, level: object = None, met: list[str] | None = None) -> dict:
    actuals = {"kpis": {} if level is None else {"forecast": level}, "met": {} if met is None else {"launch": met}}
    return {"period": period, "date": "2027-04-16", "actuals": actuals}


def test_a_ladder_counts_the_way_to_its_top_and_is_coloured_by_the_target(make_plan) -> None:
    kpis = card(LADDER | {"quarters": {"Q1": 2, "Q2": 3, "Q3": 3}}, CHECKLIST)
    plan = make_plan(scorecard=kpis, reviews=[stepped("Q1", 2, []), stepped("Q2", 2), stepped("Q3", 4)])
    found = [score_kpis(plan, period).kpis[0] for period in ("Q1", "Q2", "Q3")]
    assert [(kpi.attainment, kpi.colour) for kpi in found] == [(D("0.5"), "green"), (D("0.5"), "red"), (D(1), "green")]
    assert [kpi.score for kpi in found] == [D("20.0"), D("20.0"), D("40.0")]
    assert [kpi.year_target for kpi in found] == [D(4)] * 3


def test_a_level_is_not_asked_for_before_its_time(make_plan) -> None:
    kpis = card(LADDER | {"quarters": {"Q1": 0}})
    (kpi,) = score_kpis(make_plan(scorecard=kpis, reviews=[stepped("Q1", 0)])).kpis
    assert (kpi.attainment, kpi.colour) == (D(0), "green")
    (kpi,) = score_kpis(make_plan(scorecard=card(LADDER)), "Q1").kpis
    assert (kpi.attainment, kpi.colour, kpi.reason) == (None, None, "no-actual")


def test_a_checklist_counts_the_items_met(make_plan) -> None:
    kpis = card(CHECKLIST | {"quarters": {"Q1": 3}}, LADDER)
    plan = make_plan(scorecard=kpis, reviews=[stepped("Q1", met=["data", "price"]), stepped("Q2", 1)])
    first = score_kpis(plan, "Q1")
    assert first.kpis[0].met == {"data", "price"}
    assert (first.kpis[0].actual, first.kpis[0].attainment, first.kpis[0].colour) == (D(2), D("0.4"), "red")
    assert (first.kpis[0].score, first.total) == (D("24.0"), D(40))
    # Not reviewed is unknown; reviewed and empty is none.
    assert score_kpis(plan, "Q2").kpis[0].actual is None
    empty = make_plan(scorecard=kpis, reviews=[stepped("Q1", met=[])])
    assert score_kpis(empty, "Q1").kpis[0].attainment == 0


def test_an_item_that_is_left_out_counts_no_more(make_plan) -> None:
    fewer = CHECKLIST | {"checks": CHECKS[:2]}
    plan = make_plan(scorecard=card(fewer), reviews=[stepped("Q1", met=["data", "hours"])])
    assert score_kpis(plan).kpis[0].attainment == D("0.5")


def test_the_account_manager_has_a_score_of_their_own(make_plan) -> None:
    kam = [kpi("growth", 30, unit="%", target="10%", quarters={"Q1": "8%"}), kpi("calls", 10, quarters={"Q1": 20})]
    actuals = {"kpis": {"sales": 10}, "kam": {"growth": "4%", "calls": 20}}
    held = {"period": "Q1", "date": "2027-04-16", "actuals": actuals}
    plan = make_plan(scorecard=card(kpi("sales", 100, quarters=QUARTERLY), kam=kam), reviews=[held])
    found = score_kam(plan)
    assert [(each.item.id, each.attainment) for each in found.kpis] == [("growth", D("0.5")), ("calls", D(1))]
    assert (found.total, found.period) == (D("62.5"), "Q1")
    assert [each.item.id for each in score_kpis(plan).kpis] == ["sales"]
    assert score_kam(make_plan(scorecard=card(kpi("sales", 100)))) is None
