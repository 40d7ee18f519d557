"""Validation finds every problem of every plan, and needs no library for pages."""

import subprocess
import sys
from pathlib import Path

from acbp.building.validating import validate
from tests.building.stand_in import write_plan

ROOT = Path(__file__).parents[2]


def test_all_plans_are_checked(tmp_path: Path) -> None:
    write_plan(tmp_path, "harbour")
    write_plan(tmp_path, "coast", "zh", "gaols: {}\n")
    outcome = validate([tmp_path, tmp_path / "none.yaml"])
    assert outcome.exit_code == 1
    assert [[problem.code for problem in plan.problems] for plan in outcome.plans] == [["E201"], []]
    assert [plan.language for plan in outcome.plans] == ["zh", "en"]
    assert [problem.code for problem in outcome.problems] == ["E001"]


def test_values_from_the_command_line_are_checked(tmp_path: Path) -> None:
    file = write_plan(tmp_path, "harbour")
    assert validate([file], ["plan.year=2029"]).exit_code == 0
    (problem,) = validate([file], ["plan.yaer=2029"]).plans[0].problems
    assert problem.code == "E201"


def test_no_library_for_pages_is_loaded(tmp_path: Path) -> None:
    file = write_plan(tmp_path, "harbour")
    code = (
        "import sys\nfrom acbp.cli.door import run\n"
        f"assert run(['validate', {str(file)!r}]) == 0\n"
        "print([name for name in ('matplotlib', 'jinja2', 'weasyprint', 'PIL', 'babel') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.stdout == "[]\n", done.stderr


def test_what_a_build_would_refuse_is_told_at_its_place(tmp_path: Path) -> None:
    file = write_plan(tmp_path, "harbour")
    given = ["plan.brand=nosuch", "account.logo=images/harbour.png"]
    problems = validate([file], given).plans[0].problems
    assert [(problem.code, problem.item) for problem in problems] == [("E810", "plan.brand"), ("E001", "account.logo")]
    assert all(problem.place for problem in problems)


def test_a_picture_that_cannot_be_used_is_told_where_the_plan_names_it(tmp_path: Path) -> None:
    shelf = """\
space:
  conclusion: Hold 28% of the shelf
  photos:
    - name: Capsule bay
      after: photos/none.jpg
"""
    file = write_plan(tmp_path, "harbour", text=shelf)
    (problem,) = validate([file]).plans[0].problems
    assert (problem.code, problem.values["file"]) == ("E001", "photos/none.jpg")
    assert problem.place is not None and problem.place.excerpt.strip() == "after: photos/none.jpg"
