"""Ids that are given twice, and ids that point at nothing."""

from pathlib import Path

import pytest

from acbp.loading import load_plan
from acbp.problems import Problem

PLAN = """\
plan:
  id: demo-2027
  title: Plan
  year: 2027
  language: en
  owner: Kim
  date: 2027-01-04
account: {name: Castlegate Stores, short_name: Castlegate}
supplier: {name: Northfield Foods, short_name: Northfield}
objectives:
  - id: grow-tea
    name: Grow tea
    metric: Sales
    unit: money
    target: 12m
relationships:
  contacts:
    - {id: kim, name: Kim, side: us, title: Manager, function: sales}
"""


def problems_of(text: str, folder: Path) -> list[Problem]:
    (folder / ".git").mkdir(exist_ok=True)
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    return list(load_plan(folder / "plan.yaml").problems)


@pytest.fixture(name="sound")
def _sound(tmp_path: Path) -> str:
    codes = [(problem.code, problem.item) for problem in problems_of(PLAN, tmp_path)]
    assert not codes
    return PLAN


def test_ids_that_fit_are_no_problem(sound: str, tmp_path: Path) -> None:
    strategy = "strategies: [{id: shelf, name: Shelf, how: Display, objective: grow-tea, customer_benefit: More}]\n"
    assert problems_of(sound + strategy, tmp_path) == []


def test_an_id_that_points_at_nothing_is_told_the_nearest(sound: str, tmp_path: Path) -> None:
    text = sound.replace("    target: 12m\n", "    target: 12m\n    owner: kin\n")
    (problem,) = problems_of(text, tmp_path)
    assert (problem.code, problem.item) == ("E210", "objectives[grow-tea].owner")
    assert problem.message("en") == "contacts holds no item with the id 'kin'; did you mean 'kim'?"
    assert problem.message("zh") == "在 contacts 里找不到短名“kin”，是不是“kim”？"
    assert problem.place is not None and (problem.place.line, problem.place.column) == (16, 12)


def test_an_id_far_from_all_is_shown_those_that_exist(sound: str, tmp_path: Path) -> None:
    text = sound.replace("    target: 12m\n", "    target: 12m\n    owner: somebody\n")
    (problem,) = problems_of(text, tmp_path)
    assert problem.hint("en") == "add that item first, or use an id that exists: kim"


def test_an_id_given_twice_names_the_first(sound: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    contact = "    - {id: kim, name: Kim, side: us, title: Manager, function: sales}\n"
    (problem,) = problems_of(sound + contact, tmp_path)
    assert problem.code == "E209"
    assert problem.message("en") == "the id 'kim' is used twice; the first is at plan.yaml:18"
    assert problem.place is not None and (problem.place.line, problem.place.column) == (19, 12)


def test_other_faults_do_not_hide_an_id_that_points_at_nothing(sound: str, tmp_path: Path) -> None:
    text = sound.replace("    target: 12m\n", "    target: 12m\n    owner: kin\n    targt: 3\n")
    assert sorted(problem.code for problem in problems_of(text, tmp_path)) == ["E201", "E210"]
