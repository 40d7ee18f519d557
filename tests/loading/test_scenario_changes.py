"""Changes of scenarios that cannot be made."""

from pathlib import Path

import pytest

from acbp.loading import load_plan

PLAN = Path(__file__).parents[2] / "plans" / "northfield-castlegate-2027.yaml"
CHANGE = "scenarios[downside].changes[1]"
BY = (f"{CHANGE}.to=", f"{CHANGE}.by=-5%")


@pytest.mark.parametrize(
    ("overrides", "code", "where"),
    [
        ((f"{CHANGE}.path=strategies.nothing.value",), "E240", f"{CHANGE}.path"),
        ((f"{CHANGE}.path=plan.title",), "E240", f"{CHANGE}.path"),
        ((f"{CHANGE}.to=5%",), "E213", f"{CHANGE}.to"),
        ((f"{CHANGE}.path=promotions.items.*.uplift",), "E213", f"{CHANGE}.to"),
        ((f"{CHANGE}.by=-5%",), "E241", CHANGE),
        ((f"{CHANGE}.to=",), "E241", CHANGE),
        ((*BY, f"{CHANGE}.path=strategies.steady-supply.value"), "E242", f"{CHANGE}.path"),
    ],
)
def test_a_change_of_nothing_is_told_at_its_place(overrides: tuple[str, ...], code: str, where: str) -> None:
    problems = load_plan(PLAN, overrides=overrides).problems
    assert [(problem.code, problem.item) for problem in problems] == [(code, where)]
    assert problems[0].message("zh") and problems[0].hint("en")


def test_a_percentage_of_itself_is_a_change() -> None:
    assert load_plan(PLAN, overrides=BY).problems == ()
