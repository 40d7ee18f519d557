"""The front door: a path → a plan, a workspace and every problem."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from acbp.loading.load import Loaded, load

from .stand_in import Plan, Workspace


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def read(text: str, *overrides: str, workspace: str | None = None) -> Loaded[Plan, Workspace]:
    Path("plan.yaml").write_text(text, encoding="utf-8")
    if workspace is not None:
        Path("acbp.yaml").write_text(workspace, encoding="utf-8")
    return load("plan.yaml", Plan, Workspace, overrides=overrides)


def test_a_sound_plan_is_returned_whole() -> None:
    loaded = read("plan:\n  id: x\n  money_unit: 万\nactions:\n  - id: tea\n    value: 1,200\n    due: 2027-06-30\n")
    assert loaded.problems == ()
    assert loaded.plan is not None and loaded.plan.actions[0].value == Decimal(12_000_000)
    assert loaded.workspace == Workspace()
    assert [path.name for path in loaded.sources] == ["plan.yaml"]
    assert loaded.language == "zh"


def test_bare_figures_count_the_units_of_the_plan() -> None:
    text = (
        "plan: {id: x, volume_unit: k, volume_name: cases}\nactions: [{id: a, volume: 3}, {id: b, volume: 30 cases}]\n"
    )
    loaded = read(text)
    assert loaded.plan is not None
    assert [item.volume for item in loaded.plan.actions] == [3000, 30]


def test_the_currency_counts_even_where_the_plan_does_not_name_it() -> None:
    assert [each.code for each in read("plan: {id: x}\nactions: [{id: a, value: $5}]\n").problems] == ["E134"]
    assert read("plan: {id: x}\nactions: [{id: a, value: $5}]\n", workspace="currency: USD\n").problems == ()
    assert read("plan: {id: x, currency: HKD}\nactions: [{id: a, value: HK$5}]\n").problems == ()


def test_the_plan_takes_from_the_workspace_what_it_does_not_say() -> None:
    workspace = "supplier:\n  name: Tea\n"
    loaded = read("plan: {id: x}\n", workspace=workspace)
    assert loaded.plan is not None and loaded.plan.supplier is not None and loaded.plan.supplier.name == "Tea"
    loaded = read("plan: {id: x}\nsupplier: {name: Water}\n", workspace=workspace)
    assert loaded.plan is not None and loaded.plan.supplier is not None and loaded.plan.supplier.name == "Water"


def test_a_fault_of_the_workspace_is_told_once() -> None:
    loaded = read("plan: {id: x}\n", workspace="supplier:\n  name: 360\n")
    (problem,) = loaded.problems
    assert problem.code == "E127"
    assert problem.place is not None and (problem.place.file, problem.place.line) == ("acbp.yaml", 2)
    assert loaded.plan is None and loaded.workspace is None


def test_problems_of_reading_and_of_meaning_come_together_in_order() -> None:
    loaded = read("plan:\n  id: x\n  status: agree\n  id: y\nactions:\n  - id: a\n    due: soon\n    name: a #1\n")
    assert [problem.code for problem in loaded.problems] == ["E203", "E101", "E108", "W104"]
    assert loaded.plan is None


def test_a_warning_does_not_stop_a_plan() -> None:
    loaded = read("plan:\n  id: x\n  title: Project #1\n")
    assert [problem.code for problem in loaded.problems] == ["W104"]
    assert loaded.plan is not None


def test_a_fault_of_the_command_line_has_its_place_there() -> None:
    loaded = read("plan:\n  id: x\n", "plan.status=later", "plan.colour=red", "nowhere.at.all=1")
    assert [(each.code, each.place.file) for each in loaded.problems if each.place] == [
        ("E201", "--set"),
        ("E217", "--set"),
        ("E203", "--set"),
    ]


def test_parts_can_be_placed_and_named_afterwards() -> None:
    loaded = read("plan: {id: x}\nactions:\n  - id: tea\n    value: 5\n")
    place = loaded.place(("actions", 0, "value"))
    assert place is not None and (place.line, place.column) == (4, 12)
    absent = loaded.place(("actions", 0, "due"))
    assert absent is not None and absent.line == 3
    assert loaded.name(("actions", 0, "value")) == "actions[tea].value"


@pytest.mark.parametrize(("path", "code"), [("absent.yaml", "E001"), (".", "E002"), ("\0", "E001"), ("a.yaml", "E121")])
def test_what_cannot_be_read_is_a_problem(path: str, code: str) -> None:
    Path("a.yaml").write_bytes("计划: 客户".encode("gbk"))
    loaded = load(path, Plan, Workspace)
    assert [problem.code for problem in loaded.problems] == [code]
    assert loaded.plan is None and loaded.place(("plan",)) is None and loaded.name(("plan",)) == ""


def test_reading_a_plan_loads_nothing_heavy() -> None:
    script = (
        "import sys, acbp.loading.load, acbp.problems; print({'matplotlib', 'jinja2', 'weasyprint'} & set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    )
    assert run.stdout.strip() == "set()"
