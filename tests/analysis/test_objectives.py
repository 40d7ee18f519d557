"""Objectives, their phasing and their building blocks."""

from decimal import Decimal as D

import pytest

from acbp.analysis.catalogue import list_names
from acbp.analysis.objectives import ObjectiveFigures, check_objectives
from acbp.model import Plan

SALES = {"id": "sales", "name": "Sales", "unit": "money", "baseline": 100, "target": 130}


def first_of(plan: Plan) -> ObjectiveFigures:
    return check_objectives(plan, list_names(plan))[0]


def test_the_needed_change_beside_what_the_strategies_bring(make_plan) -> None:
    strategies = [
        {"id": id, "name": id, "how": "x", "objective": objective, "customer_benefit": "y", "value": value}
        for id, objective, value in (("a", "sales", 20), ("b", "sales", None), ("c", "other", 50))
    ]
    plan = make_plan(heading={"money_unit": "k"}, objectives=[SALES], strategies=strategies)
    result = first_of(plan)
    assert (result.baseline, result.change, result.growth) == (D(100_000), D(30_000), D("0.3"))
    assert [strategy.id for strategy in result.strategies] == ["a", "b"]
    # Strategies made without the reader's context count single units.
    assert (result.blocks, result.blocks_gap) == (D(20), D(29_980))
    assert result.customer_value is None


def test_a_percentage_is_a_fraction_and_has_no_building_blocks(make_plan) -> None:
    share = {"id": "share", "name": "Share", "unit": "%", "baseline": "18.2%", "target": "19.5%"}
    result = first_of(make_plan(objectives=[share]))
    assert (result.baseline, result.change, result.blocks) == (D("0.182"), D("0.013"), None)


@pytest.mark.parametrize(
    ("quarters", "cumulative", "phasing", "gap"),
    [
        ({"Q1": 30, "Q2": 30, "Q3": 40, "Q4": 30}, True, "ties", D(0)),
        ({"Q1": 30, "Q2": 30, "Q3": 40, "Q4": 20}, True, "gap", D(10)),
        ({"Q1": 30}, True, "incomplete", None),
        ({"Q4": 130}, False, "ties", D(0)),
        ({"Q1": 110, "Q4": 120}, False, "gap", D(10)),
        (None, True, "none", None),
    ],
)
def test_the_quarters_come_to_the_target(make_plan, quarters, cumulative, phasing, gap) -> None:
    result = first_of(make_plan(objectives=[SALES | {"quarters": quarters, "cumulative": cumulative}]))
    assert (result.phasing, result.phasing_gap) == (phasing, gap)


def test_a_target_against_the_direction_is_backwards(make_plan) -> None:
    assert first_of(make_plan(objectives=[SALES | {"direction": "down"}])).backwards
    assert not first_of(make_plan(objectives=[SALES])).backwards


def test_without_a_baseline_change_and_growth_are_missing(make_plan) -> None:
    result = first_of(make_plan(objectives=[SALES | {"baseline": None}]))
    assert (result.target, result.change, result.growth, result.backwards) == (D(130), None, None, False)
    zero = first_of(make_plan(objectives=[SALES | {"baseline": 0}]))
    assert (zero.change, zero.growth) == (D(130), None)
