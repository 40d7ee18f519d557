"""`acbp new`: a plan that validates and builds as it is, and the commands that come next."""

from datetime import UTC, datetime
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_new_plan_validates_by_the_printed_command(acbp, lang: str) -> None:
    ran = acbp("new", "plans/harbour 2028", "--year", "2028", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[1:] == ["  acbp validate 'plans/harbour 2028'", "  acbp build 'plans/harbour 2028'"]
    ran = acbp("validate", "plans/harbour 2028", "--strict")
    assert (ran.code, ran.err) == (0, "1 plan checked: errors 0, warnings 0.\n")


def test_the_language_is_that_of_the_environment(acbp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACBP_LANG", "zh_CN.UTF-8")
    assert "接下来" in acbp("new", "harbour").out
    text = Path("harbour/plan.yaml").read_text("utf-8")
    assert "language: zh" in text
    assert f"year: {datetime.now(UTC).year + 1}" in text or f"year: {datetime.now(UTC).year}" in text


def test_its_names_may_be_chinese(acbp) -> None:
    assert acbp("new", "harbour", "--lang", "zh", "--keys", "zh").code == 0
    text = Path("harbour/plan.yaml").read_text("utf-8")
    assert "\n计划:\n  编号: harbour\n" in text
    assert acbp("validate", "harbour").code == acbp("validate", "harbour", "--set", "计划.状态=草稿").code
    assert acbp("new", "coast", "--keys", "fr").code == 2


def test_it_never_overwrites(acbp) -> None:
    acbp("new", "harbour")
    before = Path("harbour/plan.yaml").read_bytes()
    ran = acbp("new", "harbour", "--year", "2040")
    assert (ran.code, ran.out) == (1, "")
    assert "E911 'harbour' exists already" in ran.err
    assert Path("harbour/plan.yaml").read_bytes() == before


def test_bad_names_and_years(acbp) -> None:
    assert "E912" in acbp("new", "..").err
    assert "E913" in acbp("new", "harbour", "--year", "27").err
    assert acbp("new", "harbour", "--year", "soon").code == 2
    assert acbp("new").code == 2
    Path("taken").touch()
    ran = acbp("new", "taken/harbour")
    assert ran.code == 1 and "E909" in ran.err
