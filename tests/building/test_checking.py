"""Rules as problems: their places, the workspace's slips, and what a build does with them."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from acbp.building.builder import build
from acbp.building.jobs import Options
from acbp.building.outcome import PlanOutcome, pack_problem
from acbp.building.validating import validate
from tests.building.stand_in import render, write_plan

ROOT = Path(__file__).parents[2]

ACTIONS = """\
actions:
  - id: tasting
    name: Tasting
    due: 2028-03-01
"""


def ignore(outcome: PlanOutcome, done: int, total: int) -> None:
    """Report nothing."""


def test_a_finding_has_a_code_a_place_and_a_name(tmp_path: Path) -> None:
    file = write_plan(tmp_path, "a", text=ACTIONS)
    problems = validate([file]).plans[0].problems
    found = {problem.code: problem for problem in problems}
    assert {"R401", "R212"} <= set(found)
    assert found["R401"].severity == "warning"
    assert found["R401"].item == "actions[tasting]"
    assert found["R401"].place is not None and found["R401"].place.excerpt == "  - id: tasting"
    assert found["R401"].message("en") == "nobody on either side answers for the action 'Tasting'"
    assert "“Tasting”" in found["R401"].message("zh")


def test_the_day_decides_what_is_late(tmp_path: Path) -> None:
    file = write_plan(tmp_path, "a", text=ACTIONS)
    assert "R408" not in [problem.code for problem in validate([file]).plans[0].problems]
    late = validate([file], as_of=date(2028, 3, 2)).plans[0].problems
    assert "R408" in [problem.code for problem in late]


def test_a_plan_with_errors_is_not_checked_by_rules(tmp_path: Path) -> None:
    file = write_plan(tmp_path, "a", text=ACTIONS)
    codes = [problem.code for problem in validate([file], ["plan.yaer=2028"]).plans[0].problems]
    assert codes == ["E201"]


def test_an_unknown_code_in_the_workspace_is_told_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "acbp.yaml").write_text("rules:\n  R212: off\n  R401: off\n  R499: off\n", "utf-8")
    file = write_plan(tmp_path, "a", text=ACTIONS)
    (problem,) = validate([file]).plans[0].problems
    assert (problem.code, problem.severity, problem.item) == ("R906", "warning", "rules.R499")
    assert problem.place is not None and problem.place.line == 4
    assert problem.message("en") == "there is no rule R499; did you mean R409?"


def test_a_plan_that_is_skipped_keeps_its_findings(tmp_path: Path) -> None:
    file = write_plan(tmp_path / "plans", "a", text=ACTIONS)
    options = Options(tmp_path / "output", workers=1)
    first = build([file], options, ignore, render).plans[0]
    again = build([file], options, ignore, render).plans[0]
    assert all(document.unchanged for document in again.documents) and again.documents
    assert {problem.code for problem in first.problems} >= {"R212", "R401"}
    assert sorted(again.problems) == sorted(first.problems)
    assert [problem.message("en") for problem in again.problems] == [p.message("en") for p in first.problems]


def test_a_rule_that_the_workspace_raised_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "acbp.yaml").write_text("rules: {R401: error}\n", "utf-8")
    file = write_plan(tmp_path, "a", text=ACTIONS)
    outcome = build([file], Options(tmp_path / "output", workers=1), ignore, render).plans[0]
    assert not outcome.is_built and outcome.documents == ()


def test_a_finding_is_told_again_without_loading_the_rules(tmp_path: Path) -> None:
    (problem,) = [p for p in validate([write_plan(tmp_path, "a", text=ACTIONS)]).plans[0].problems if p.code == "R401"]
    told = (
        "import json, sys; from acbp.building.outcome import unpack_problem;"
        "problem = unpack_problem(json.loads(sys.argv[1]));"
        "print(problem.message('en'), problem.hint('en'), problem.severity, 'acbp.model' in sys.modules)"
    )
    packed = json.dumps(pack_problem(problem))
    run = subprocess.run([sys.executable, "-c", told, packed], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == f"{problem.message('en')} {problem.hint('en')} warning False\n"
