"""Personal notes stay out of the plan's folder and repository."""

from pathlib import Path

import pytest

from acbp.loading import load_plan

PLAN = """\
plan: {id: p, title: Plan, year: 2027, owner: Lin, language: en, date: 2027-01-04}
account: {name: Castlegate Stores, short_name: Castlegate}
supplier: {name: Northfield Foods, short_name: Northfield}
relationships: {personal_file: NAME}
"""


def codes_of(folder: Path, name: str) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.yaml").write_text(PLAN.replace("NAME", f'"{name}"'), encoding="utf-8")
    return [problem.code for problem in load_plan(folder / "plan.yaml").problems]


@pytest.mark.parametrize("name", ["people.txt", "~/private/people.txt", "../elsewhere/people.txt", "字" * 150])
def test_a_name_or_a_path_outside_is_fine(tmp_path: Path, name: str) -> None:
    assert codes_of(tmp_path / "plans", name) == []


@pytest.mark.parametrize("name", ["./people.txt", "notes/people.txt", "../plans/people.txt", "~nobody-here/p.txt"])
def test_a_path_inside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    assert codes_of(tmp_path / "plans", name) == ["E280"]


def test_an_absolute_path_inside_the_folder_is_refused(tmp_path: Path) -> None:
    assert codes_of(tmp_path / "plans", (tmp_path / "plans" / "people.txt").as_posix()) == ["E280"]


def test_a_name_is_refused_where_the_file_lies_beside_the_plan(tmp_path: Path) -> None:
    (tmp_path / "people.txt").write_text("born in …", encoding="utf-8")
    assert codes_of(tmp_path, "people.txt") == ["E280"]


def test_a_path_in_the_repository_around_the_plan_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert codes_of(tmp_path / "plans", "../private/people.txt") == ["E280"]
    assert codes_of(tmp_path / "plans", "../../private/people.txt") == []


def test_the_problem_stands_at_the_name(tmp_path: Path) -> None:
    codes_of(tmp_path, "./people.txt")
    (problem,) = load_plan(tmp_path / "plan.yaml").problems
    assert problem.place is not None and problem.place.line == 4
    assert problem.item == "relationships.personal_file"
