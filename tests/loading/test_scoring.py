"""Ladders and checklists that do not agree with themselves, or with what a review says of them."""

from pathlib import Path

import pytest

from acbp.loading import load_plan

PLAN = """\
plan: {id: p, title: Plan, year: 2027, owner: Lin, language: en, date: 2027-04-16}
account: {name: Castlegate Stores, short_name: Castlegate, why_key: large}
supplier: {name: Northfield Foods, short_name: Northfield}
scorecard:
  kpis:
    - {id: forecast, name: Forecast, weight: 50, levels: [alone, linked, one], target: 3, quarters: {Q1: 2}}
    - id: launch
      name: Launch
      weight: 50
      checks: [{id: price, name: Price}, {id: stock, name: Stock}]
  kam:
    - {id: ranks, name: Ranks, weight: 100, levels: [first, second]}
reviews:
  - period: Q1
    date: 2027-04-16
    actuals: {kpis: {forecast: 2}, met: {launch: [price]}, kam: {ranks: 1}}
"""


def problems(tmp_path: Path, old: str, new: str) -> list[tuple[str, str, str]]:
    assert old in PLAN
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN.replace(old, new), encoding="utf-8")
    return [(problem.code, problem.item, problem.hint("en")) for problem in load_plan(file).problems]


def test_the_plan_is_sound_as_it_is(tmp_path: Path) -> None:
    assert problems(tmp_path, "price", "price") == []


@pytest.mark.parametrize(
    ("old", "new", "code", "item"),
    [
        ("checks: [", "levels: [a, b]\n      checks: [", "E260", "scorecard.kpis[launch].checks"),
        ("target: 3", "target: 4", "E261", "scorecard.kpis[forecast].target"),
        ("Q1: 2", "Q1: 1.5", "E261", "scorecard.kpis[forecast].quarters.Q1"),
        ("forecast: 2", "forecast: -1", "E261", "reviews[1].actuals.kpis.forecast"),
        ("ranks: 1", "ranks: 3", "E261", "reviews[1].actuals.kam.ranks"),
        ("forecast: 2", "forecast: 2, launch: 1", "E262", "reviews[1].actuals.kpis.launch"),
        ("{id: stock", "{id: price", "E263", "scorecard.kpis[launch].checks[price].id"),
        ("[price]", "[shelf]", "E264", "reviews[1].actuals.met.launch[1]"),
        ("launch: [price]", "forecast: [price]", "E264", "reviews[1].actuals.met.forecast[1]"),
        ("ranks: 1", "rank: 1", "E210", "reviews[1].actuals.kam.rank"),
    ],
)
def test_what_does_not_agree_is_told_at_its_place(tmp_path: Path, old: str, new: str, code: str, item: str) -> None:
    assert [(found[0], found[1]) for found in problems(tmp_path, old, new)] == [(code, item)]


def test_the_nearest_item_is_named(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "[price]", "[prise]")
    assert (found[0], found[2]) == ("E264", "did you mean 'price'?")


def test_none_of_a_ladder_and_none_of_a_checklist_are_actuals_too(tmp_path: Path) -> None:
    assert problems(tmp_path, "forecast: 2}, met: {launch: [price]}", "forecast: 0}, met: {launch: []}") == []
