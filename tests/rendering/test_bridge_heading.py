"""What the heading over the bridge claims: the strategies' sum, never with an unexplained rest in it."""

from decimal import Decimal
from pathlib import Path

from acbp.charts.style import Style
from acbp.loading import load_plan
from acbp.rendering.brand import known_brands, load_brand
from acbp.rendering.pages.overview import merge_steps
from acbp.rendering.report import compose

PLAN = Path(__file__).parents[2] / "plans" / "northfield-castlegate-2027.yaml"


def heading_with(*overrides: str) -> str:
    loaded = load_plan(PLAN, overrides=overrides)
    assert loaded.plan is not None, [problem.message("en") for problem in loaded.problems]
    brand, _ = load_brand(known_brands()["cliff"])
    document, _, _ = compose(
        loaded.plan, None, edition="internal", language="en", brand=brand, as_of=loaded.plan.plan.date
    )
    assert isinstance(brand.style("en"), Style)
    overview = next(page for page in document["pages"] if page["anchor"] == "overview")
    modules = [module for row in overview["rows"] for column in row for module in column["modules"]]
    return next(module["heading"] for module in modules if module["kind"] == "chart")


def first_strategy() -> str:
    plan = load_plan(PLAN).plan
    assert plan is not None
    return next(strategy.id for strategy in plan.strategies if strategy.value is not None)


def test_a_bridge_that_ties_out_says_what_adds_and_what_goes_off() -> None:
    assert heading_with() == "Six strategies add £4.9m; deductions take back £700k: net growth £4.2m"


def test_what_no_strategy_stands_for_is_not_counted_as_theirs() -> None:
    heading = heading_with(f"strategies[{first_strategy()}].value=450")
    assert heading == "Six strategies add £3.9m; £1m of the way is still open"


def test_small_steps_are_added_up_gains_and_losses_apart() -> None:
    steps = [
        (name, Decimal(value)) for name, value in (("a", 90), ("b", 3), ("c", -2), ("d", 4), ("e", -50), ("f", -1))
    ]
    assert merge_steps(steps, 6, "gains", "losses") == steps
    assert merge_steps(steps, 4, "gains", "losses") == [
        ("a", Decimal(90)),
        ("gains", Decimal(7)),
        ("losses", Decimal(-3)),
        ("e", Decimal(-50)),
    ]
    # One step alone keeps its name.
    assert [name for name, _ in merge_steps(steps[:3] + steps[4:], 4, "gains", "losses")] == ["a", "b", "losses", "e"]
    assert merge_steps(steps, 2, "gains", "losses") == [("gains", Decimal(97)), ("losses", Decimal(-53))]
