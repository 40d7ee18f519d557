"""Broken plans, one fault each: what `acbp validate` says of every one of them, in both languages.

Beside each plan (a file, or a folder) stand the reports that it must bring: NAME.zh.txt and NAME.en.txt. After a change
of wording, run `pytest tests/broken --refresh` and read the difference before keeping it.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner

from acbp.cli.validate import command
from acbp.loading import load_plan
from acbp.problems import to_text

HERE = Path(__file__).parent
PLANS = sorted(
    path
    for path in HERE.iterdir()
    if path.suffix == ".yaml" or (path.is_dir() and path.name.startswith(("folder-", "workspace-")))
)
"""`folder-without-plan` holds a file that is no plan; every other one would be a sound plan but for its fault."""


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports name files as seen from the folder in which one works."""
    monkeypatch.chdir(HERE)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.name)
def test_a_fault_is_told_word_for_word(plan: Path, language: str, pytestconfig: pytest.Config) -> None:
    loaded = load_plan(Path(plan.name))
    told = to_text(loaded.problems, language)
    expected = HERE / f"{plan.stem}.{language}.txt"
    if pytestconfig.getoption("--refresh"):
        expected.write_text(told, encoding="utf-8", newline="\n")
    assert loaded.plan is None
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.name)
def test_validate_tells_it_and_fails(plan: Path) -> None:
    run = CliRunner().invoke(command, [plan.name])
    assert run.exit_code == 1, run.output
    language = load_plan(Path(plan.name)).language
    assert (HERE / f"{plan.stem}.{language}.txt").read_text(encoding="utf-8") in run.stderr
    assert run.stdout == ""


def test_validate_tells_of_all_of_them_at_once() -> None:
    run = CliRunner().invoke(command, ["."])
    assert run.exit_code == 1
    for plan in PLANS:
        named = plan.name if plan.is_file() else f"{plan.name}/"
        # A folder without plan.yaml, or a file in which no section `plan` can be seen, is no plan when one searches.
        if plan.name not in (
            "binary.yaml",
            "comments-only.yaml",
            "empty.yaml",
            "folder-without-plan",
            "root-is-a-list.yaml",
        ):
            assert named in run.stderr, named


def test_each_plan_has_one_fault() -> None:
    counts = {plan.stem: len(load_plan(Path(plan.name)).problems) for plan in PLANS}
    assert {name: count for name, count in counts.items() if count != 1} == {"several-faults": 3}


def test_there_are_many_and_each_report_belongs_to_one() -> None:
    assert len(PLANS) >= 60
    reports = {path.name for path in HERE.glob("*.txt")}
    assert reports == {f"{plan.stem}.{language}.txt" for plan in PLANS for language in ("zh", "en")}


def test_a_file_that_is_not_there() -> None:
    run = CliRunner().invoke(command, ["no-such-plan.yaml"])
    assert run.exit_code == 1
    assert run.stderr.startswith("no-such-plan.yaml: E001 ")
