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


STRATEGIES = """\
strategies:
  - {id: shelf, name: Shelf, how: Display, objective: grow-tea, customer_benefit: More}
"""


def test_a_list_that_is_missing_is_one_problem_however_many_ids_point_into_it(sound: str, tmp_path: Path) -> None:
    text = sound[: sound.index("relationships:")].replace("    target: 12m\n", "    target: 12m\n    owner: kim\n")
    text += "actions:\n" + "".join(f"  - {{id: a{n}, name: Act, owner: kim, due: 2027-03-01}}\n" for n in range(3))
    (problem,) = problems_of(text, tmp_path)
    assert (problem.code, problem.item) == ("E222", "objectives[grow-tea].owner")
    assert problem.message("en") == (
        "the list 'relationships.contacts' is missing or empty, and 4 ids point into it, the first here"
    )
    assert problem.message("zh") == "列表“relationships.contacts”没有写或是空的，却有 4 处引用其中的短名，这是第一处"
    assert problem.hint("en") == "add the section, or delete the references"
    assert problem.hint("zh") == "请补上这一部分，或删掉这些引用"
    assert problem.place is not None and (problem.place.line, problem.place.column) == (16, 12)


@pytest.mark.parametrize("wrong", ["objectves", "goals_of_ours"])
def test_a_section_misspelt_brings_one_problem_of_ids(sound: str, tmp_path: Path, wrong: str) -> None:
    found = problems_of(sound.replace("objectives:", f"{wrong}:") + STRATEGIES, tmp_path)
    assert [problem.code for problem in found] == ["E201", "E222"]
    assert found[1].message("en") == "the list 'objectives' is missing or empty, and this id points into it"


def test_an_empty_list_holds_no_id(sound: str, tmp_path: Path) -> None:
    text = sound[: sound.index("objectives:")] + "objectives: []\n" + STRATEGIES
    assert [problem.code for problem in problems_of(text, tmp_path)] == ["E222"]


def test_a_target_that_is_no_id_is_reported_once(sound: str, tmp_path: Path) -> None:
    text = sound.replace("    target: 12m\n", "    target: 12m\n    owner: Mr Smith\n")
    assert [problem.code for problem in problems_of(text, tmp_path)] == ["E208"]


@pytest.mark.parametrize("name", ["Kim", "金敏秀", "minsu"])
def test_a_name_in_place_of_an_id_is_told_the_id(sound: str, tmp_path: Path, name: str) -> None:
    text = sound.replace("    target: 12m\n", f"    target: 12m\n    owner: {name}\n").replace(
        "name: Kim", f"name: {name}"
    )
    (problem,) = problems_of(text, tmp_path)
    assert (problem.code, problem.item) == ("E210", "objectives[grow-tea].owner")
    assert problem.hint("en") == "write 'kim', or add that item first"


@pytest.mark.parametrize(
    ("item", "codes"),
    [
        ("{name: Grow tea, metric: Sales, unit: money, target: 12m}", ["E202"]),
        ("{id: Grow Coffee, name: Grow, metric: Sales, unit: money, target: 12m}", ["E208"]),
        ("just words", ["E204"]),
        ("{id: *tea, name: Grow, metric: Sales, unit: money, target: 12m}", ["E102"]),
    ],
)
def test_a_list_with_an_item_that_cannot_be_read_proves_nothing(
    sound: str, tmp_path: Path, item: str, codes: list[str]
) -> None:
    text = sound.replace("objectives:\n", f"objectives:\n  - {item}\n") + STRATEGIES.replace("grow-tea", "coffee")
    assert [problem.code for problem in problems_of(text, tmp_path)] == codes


def test_a_section_of_another_kind_proves_nothing(sound: str, tmp_path: Path) -> None:
    text = sound[: sound.index("objectives:")] + "objectives: many\n" + STRATEGIES
    assert [problem.code for problem in problems_of(text, tmp_path)] == ["E204"]
