"""References in the texts of a plan are checked before a page is made."""

from pathlib import Path

import pytest

from acbp.building.references import check_texts
from acbp.loading import load_plan
from acbp.problems import Problem

PLAN = """\
plan:
  id: harbour
  title: Plan
  year: 2027
  language: en
  owner: Lin
  date: 2027-01-04
  categories: [{id: tea, name: Tea}]
account: {name: Harbour Stores, short_name: Harbour}
supplier: {name: Coast Foods, short_name: Coast, total_sales: 1000}
financials:
  categories:
    - {category: tea, quarters: {Q1: 10, Q2: 20, Q3: 30, Q4: 40}}
situation:
  performance:
    conclusion: Tea
    history: [{year: 2026, sales: 80}]
goals:
"""


def check(tmp_path: Path, goals: str) -> list[Problem]:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN + goals, encoding="utf-8")
    loaded = load_plan(file)
    assert loaded.problems == ()
    return check_texts(loaded)


def told(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems]


def test_a_plan_without_references_is_not_even_analysed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acbp.building.references.read_references", lambda *_: pytest.fail("analysed"))
    assert check(tmp_path, "  statement: Grow by 25%\n") == []


def test_references_that_lead_to_figures_are_fine(tmp_path: Path) -> None:
    goals = '  statement: "{{ sales.plan }}, {{ sales.growth }}, {{ financials.categories[tea].quarters.Q1 }}"\n'
    assert check(tmp_path, goals) == []


def test_all_faults_at_once_each_at_its_place(tmp_path: Path) -> None:
    goals = (
        "  statement: To {{ sales.plann }} and {{ sales.plan + 1 }}\n"
        "  joint:\n"
        "    - {text: '{{ volume.plan }}', measure: '{{ account.dependency }} {{ sales.plan'}\n"
    )
    problems = check(tmp_path, goals)
    marked = [(each.code, each.place.line, each.place.excerpt[each.place.column - 1 :][:12]) for each in problems]
    assert marked == [
        ("E271", 19, "{{ sales.pla"),
        ("E270", 19, "{{ sales.pla"),
        ("E272", 21, "{{ volume.pl"),
        ("E273", 21, "{{ account.d"[:12]),
        ("E270", 21, "{{ sales.pla"),
    ]
    columns = [each.place.column for each in problems]
    assert columns == [17, 39, 15, 45, 70]
    assert problems[0].item == "goals.statement"
    assert "did you mean 'sales.plan'" in problems[0].message("en")
    assert "financials.volume.Q1" in problems[2].message("en")
    assert problems[4].message("en") == "the double braces are not closed"


def test_our_own_texts_may_refer_to_our_own_figures(tmp_path: Path) -> None:
    assert told(check(tmp_path, "  ours: [{text: '{{ account.dependency }}'}]\n")) == [("E273", 19, 18)]
    assert check(tmp_path, "  ours: [{text: '{{ account.dependency }}', audience: internal}]\n") == []
    assert check(tmp_path, "  ours: [{text: A, measure: '{{ account.dependency }}', internal: [measure]}]\n") == []


def test_what_resembles_a_reference_tells_the_customer_nothing(tmp_path: Path) -> None:
    (problem,) = check(tmp_path, "  statement: '{{ account.dependancy }}'\n")
    assert "account.dependency" not in problem.message("en") + problem.hint("en")


def test_each_language_is_checked(tmp_path: Path) -> None:
    problems = check(tmp_path, "  statement: {zh: '{{ sales.plan }}', en: '{{ sales.pln }}'}\n")
    assert told(problems) == [("E271", 19, 44)]


def test_a_text_put_in_from_outside_has_the_place_of_its_whole(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN.removesuffix("goals:\n") + "goals: {statement: A}\n", encoding="utf-8")
    loaded = load_plan(file, overrides=["goals.statement=To {{ sales.pln }}"])
    (problem,) = check_texts(loaded)
    assert (problem.code, problem.place.file) == ("E271", "--set")
