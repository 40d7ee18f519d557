"""`acbp validate`: where the report goes, in which form, and the exit codes."""

import json
from pathlib import Path

import pytest

from tests.building.stand_in import write_plan


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two plans, one of them with an error."""
    monkeypatch.chdir(tmp_path)
    write_plan(tmp_path / "plans", "harbour")
    write_plan(tmp_path / "plans", "coast", "zh", "gaols: {}\n")


def test_a_valid_plan(acbp) -> None:
    ran = acbp("validate", "plans/harbour.yaml")
    assert (ran.code, ran.out, ran.err) == (0, "", "1 plan checked: errors 0, warnings 0.\n")


def test_problems_go_to_stderr_in_the_language_of_their_plan(acbp) -> None:
    ran = acbp("validate", "plans")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(
        "plans/coast.yaml:15:1: E201 这里没有“gaols”这一项，是不是“goals”？ (gaols)\n    gaols: {}\n"
    )
    assert ran.err.endswith("2 plans checked: errors 1, warnings 0.\n")


def test_json_goes_to_stdout(acbp) -> None:
    ran = acbp("validate", "plans", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    report = json.loads(ran.out)
    assert report["counts"] == {"errors": 1, "warnings": 0}
    assert (report["problems"][0]["code"], report["problems"][0]["place"]["line"]) == ("E201", 15)


def test_github_annotations_go_to_stdout(acbp) -> None:
    ran = acbp("validate", "plans", "--format", "github")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("::error file=plans/coast.yaml,line=15,col=1,")
    assert acbp("validate", "plans/harbour.yaml", "--format", "github").out == ""


def test_warnings_fail_only_when_strict(acbp, tmp_path: Path) -> None:
    write_plan(tmp_path, "noted", text="# end\n").open("a", encoding="utf-8").close()
    file = write_plan(tmp_path, "noted")
    file.write_text(file.read_text("utf-8").replace("Plan noted", "Plan #1 noted"), encoding="utf-8")
    assert "W104" in acbp("validate", file).err
    assert acbp("validate", file).code == 0
    assert acbp("validate", file, "--strict").code == 1


def test_values_can_be_put_in(acbp) -> None:
    assert acbp("validate", "plans/harbour.yaml", "--set", "plan.year=1900").code == 1
    assert acbp("validate", "plans/harbour.yaml", "--set", "plan.year=2030").code == 0


def test_without_a_path_the_workspace_is_meant(acbp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "plans" / "acbp.yaml").write_text("stale_after: 90\n", encoding="utf-8")
    (tmp_path / "plans" / "north").mkdir()
    monkeypatch.chdir(tmp_path / "plans" / "north")
    assert acbp("validate").err.endswith("2 plans checked: errors 1, warnings 0.\n")


def test_nothing_to_check_is_an_error(acbp, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path in ("empty", "none.yaml"):
        ran = acbp("validate", path)
        assert ran.code == 1 and "E00" in ran.err
    report = json.loads(acbp("validate", "none.yaml", "--format", "json").out)
    assert [problem["code"] for problem in report["problems"]] == ["E001"]


def test_usage(acbp) -> None:
    assert acbp("validate", "--format", "xml").code == 2


@pytest.mark.parametrize(
    ("path", "asked", "locale", "summary"),
    [
        ("plans/coast.yaml", "", "C.UTF-8", "检查了 1 个计划：1 个错误，0 个警告。\n"),
        ("plans/coast.yaml", "en", "C.UTF-8", "1 plan checked: errors 1, warnings 0.\n"),
        ("plans/harbour.yaml", "", "C.UTF-8", "1 plan checked: errors 0, warnings 0.\n"),
        ("plans/harbour.yaml", "", "zh_CN.UTF-8", "检查了 1 个计划：0 个错误，0 个警告。\n"),
        ("plans", "", "C.UTF-8", "2 plans checked: errors 1, warnings 0.\n"),
    ],
)
def test_the_summary_is_in_the_language_of_the_plans(
    acbp, monkeypatch: pytest.MonkeyPatch, path: str, asked: str, locale: str, summary: str
) -> None:
    monkeypatch.setenv("ACBP_LANG", asked)
    monkeypatch.setenv("LC_ALL", locale)
    assert acbp("validate", path).err.endswith(summary)
