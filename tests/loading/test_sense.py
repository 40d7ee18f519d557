"""Faults that show only where two fields are read together."""

from pathlib import Path

import pytest

from acbp.loading import load_plan
from acbp.problems import Problem

PLAN = Path(__file__).parents[2] / "plans" / "northfield-castlegate-2027.yaml"


def problems_with(*overrides: str) -> list[Problem]:
    return list(load_plan(PLAN, overrides=overrides).problems)


def test_the_example_makes_sense() -> None:
    assert problems_with() == []


def first_ids() -> dict[str, str]:
    plan = load_plan(PLAN).plan
    assert plan is not None and plan.promotions and plan.opportunities and plan.scorecard
    share = next(kpi.id for kpi in plan.scorecard.kpis if kpi.unit == "%")
    money = next(kpi.id for kpi in plan.scorecard.kpis if kpi.unit == "money")
    opportunity = plan.opportunities.items[0]
    return {
        "promotion": plan.promotions.items[-1].id,
        "action": plan.actions[0].id,
        "dependent": next(action.id for action in plan.actions if action.depends_on),
        "share": share,
        "money": money,
        "opportunity": opportunity.id,
        "criterion": next(iter(opportunity.scores)),
    }


@pytest.mark.parametrize(
    ("override", "code", "english"),
    [
        ("promotions.items[{promotion}].end_week=1", "E230", "it ends before it starts"),
        ("actions[{action}].due=2026-01-01", "E230", "it ends before it starts"),
        ("actions[{action}].progress=350%", "E234", "progress lies between 0% and 100%"),
        ("actions[{dependent}].depends_on[1]={dependent}", "E233", "an action cannot depend on itself"),
        (
            "opportunities.items[{opportunity}].scores.{criterion}=9.7",
            "E232",
            "a score of 9.7 is outside the scale 1 to 5",
        ),
        ("account.assessments[1].factors[1].score=6", "E232", "a score of 6 is outside the scale 1 to 5"),
        ("account.assessments[2].candidates[1].scores.coverage=0", "E232", "a score of 0 is outside the scale 1 to 5"),
        ("account.assessments[1].candidates[1].scores.colour=3", "E201", "there is no 'colour' here"),
        ("scorecard.kpis[{share}].target=0.94", "E213", "a percentage"),
        ("scorecard.kpis[{money}].target=94%", "E213", "a number"),
        ("reviews[1].actuals.kpis.{share}=0.872", "E213", "a percentage"),
        ("reviews[2].period=Q1", "E231", "Q1 is reviewed twice"),
        ("issues.items[march-fines].closed=2027-04-01", "E230", "it ends before it starts"),
        ("promotions.launch_plan.steps[2].to_day=3", "E230", "it ends before it starts"),
        ("space.shelves[1].now.own=20000", "E235", "the part is larger than the whole: 20,000 of 17,664"),
        ("space.distribution[1].target=185", "E235", "the part is larger than the whole: 185 of 184"),
        ("service.levels[2].now.met=366", "E235", "the part is larger than the whole: 366 of 365"),
        ("service.standards[2].now=0.88", "E213", "a percentage"),
        ("plan.governance.evaluations[1].peers=3.1", "E213", "a percentage"),
    ],
)
def test_each_fault_is_told_at_its_place(override: str, code: str, english: str) -> None:
    problems = problems_with(override.format(**first_ids()))
    assert [problem.code for problem in problems] == [code]
    assert english in problems[0].message("en")
    assert problems[0].message("zh") and problems[0].hint("zh")
    assert problems[0].place is not None and problems[0].item


def test_more_cases_may_be_delivered_than_were_ordered() -> None:
    assert problems_with("service.levels[4].now.met=976000") == []
