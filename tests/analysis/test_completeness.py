"""How far the plan is."""

from datetime import date
from decimal import Decimal as D

from acbp.analysis.completeness import measure_completeness

AS_OF = date(2027, 1, 4)


def step(plan, name: str, as_of=AS_OF):
    return next(step for step in measure_completeness(plan, as_of).steps if step.name == name)


def test_an_empty_plan_is_empty_step_by_step(make_plan) -> None:
    result = measure_completeness(make_plan(), AS_OF)
    assert [each.number for each in result.steps] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert {each.state for each in result.steps} == {"empty"}
    assert (result.filled, result.share) == (0, D(0))
    assert result.required == len(result.gaps)


def test_a_step_is_partly_filled_and_names_its_gaps(make_plan) -> None:
    goals = {"statement": "Grow", "ours": [{"text": "Sales"}]}
    found = step(make_plan(goals=goals), "goals")
    assert (found.state, found.filled, found.required) == ("partly", 2, 4)
    assert found.gaps == ("goals.customer", "goals.joint")


def test_every_class_of_information_needs_its_conclusion(make_plan) -> None:
    names = ("market", "shopper", "performance", "customer", "competition", "satisfaction", "swot")
    plan = make_plan(situation={name: {"conclusion": "So what"} for name in names})
    assert (step(plan, "information").state, step(plan, "conclusions").state) == ("filled", "filled")
    one = make_plan(situation={"market": {"conclusion": "So what"}})
    assert (step(one, "information").filled, step(one, "conclusions").required) == (1, 7)


def test_items_are_named_by_their_ids(make_plan) -> None:
    item = {"id": "shelf", "name": "Shelf", "customer_benefit": "y", "scores": {"impact": 5}}
    criteria = [{"id": id, "name": id, "weight": "50%"} for id in ("impact", "ease")]
    plan = make_plan(
        opportunities={"criteria": criteria, "items": [item]},
        objectives=[{"id": "sales", "name": "Sales", "baseline": 1}],
        actions=[
            {"id": "pilot", "name": "Pilot", "customer_owner": "ma"},
            {"id": "x", "name": "X", "status": "dropped"},
        ],
    )
    assert step(plan, "opportunities").gaps == ("opportunities[shelf].value", "opportunities[shelf].scores")
    assert step(plan, "objectives").gaps == ("strategies", "objectives[sales].target", "objectives[sales].strategies")
    assert step(plan, "actions").gaps == ("actions[pilot].due",)


def test_a_review_is_required_once_its_date_has_passed(make_plan) -> None:
    calendar = [{"period": "Q1", "date": "2027-04-22"}]
    plan = make_plan(heading={"review_calendar": calendar}, scorecard={"kpis": [{"id": "a", "name": "A", "weight": 1}]})
    assert step(plan, "scorecard", date(2027, 4, 22)).gaps == ("scorecard[a].target",)
    late = step(plan, "scorecard", date(2027, 7, 1))
    assert late.gaps == ("scorecard[a].target", "reviews[Q1].actuals", "reviews[Q2].actuals")


def test_a_band_is_a_target(make_plan) -> None:
    kpi = {"id": "stock", "name": "Stock", "weight": 1, "direction": "band", "low": 10}
    assert "scorecard[stock].target" not in step(make_plan(scorecard={"kpis": [kpi]}), "scorecard").gaps


def test_an_action_that_has_begun_reports_its_progress(make_plan) -> None:
    actions = [{"id": "a", "name": "A", "start": "2027-01-04"}, {"id": "b", "name": "B", "start": "2027-01-05"}]
    assert "actions[a].progress" in step(make_plan(actions=actions), "implementation").gaps
    assert "actions[b].progress" not in step(make_plan(actions=actions), "implementation").gaps
