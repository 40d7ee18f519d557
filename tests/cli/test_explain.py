"""`acbp explain`: where it goes, in which form, and the exit codes."""

import json
from pathlib import Path

import pytest

from tests.building.test_references import PLAN


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A plan of 100 after 80."""
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN.removesuffix("goals:\n"), encoding="utf-8")


def test_a_figure(acbp) -> None:
    ran = acbp("explain", "plan.yaml", "sales.growth")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("sales.growth: Sales: year, growth\n  formula  (plan − last year) ÷ last year\n")
    assert "plan.yaml:13:38\n" in ran.out


def test_in_another_language(acbp) -> None:
    assert acbp("explain", "plan.yaml", "sales.growth", "--lang", "zh").out.startswith(
        "sales.growth：销售额：全年，同比\n"
    )


def test_all_references(acbp) -> None:
    ran = acbp("explain", "plan.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert "\n  sales.growth " in ran.out
    figures = json.loads(acbp("explain", "plan.yaml", "--format", "json").out)["figures"]
    assert {"sales.growth", "account.dependency", "plan.date"} <= {figure["reference"] for figure in figures}


def test_as_json(acbp) -> None:
    told = json.loads(acbp("explain", "plan.yaml", "sales.plan", "--format", "json").out)
    assert (told["version"], told["figure"]["exact"]) == (1, "100 CNY")


def test_an_internal_figure_does_not_exist_in_the_customers_edition(acbp) -> None:
    assert acbp("explain", "plan.yaml", "account.dependency").code == 0
    ran = acbp("explain", "plan.yaml", "account.dependency", "--edition", "customer")
    assert (ran.code, ran.out) == (2, "")
    assert "the plan has no figure 'account.dependency'" in ran.err


def test_an_unknown_reference_is_a_usage_error_with_its_neighbours(acbp) -> None:
    ran = acbp("explain", "plan.yaml", "sales.grwth")
    assert (ran.code, ran.out) == (2, "")
    assert "those that resemble it: sales.growth" in ran.err


def test_the_day_counts(acbp) -> None:
    assert acbp("explain", "plan.yaml", "sales.growth", "--as-of", "2027-06-30").code == 0
    assert acbp("explain", "plan.yaml", "sales.growth", "--as-of", "soon").code == 2


def test_values_can_be_put_in(acbp) -> None:
    ran = acbp("explain", "plan.yaml", "sales.last", "--set", "situation.performance.history[1].sales=50")
    assert "result  50 CNY" in ran.out and "--set:1:" in ran.out


def test_a_plan_with_errors(acbp) -> None:
    ran = acbp("explain", "none.yaml", "sales.growth")
    assert (ran.code, ran.out) == (1, "") and "E001" in ran.err


def test_validate_tells_what_texts_refer_to(acbp) -> None:
    Path("plan.yaml").write_text(PLAN + "  statement: To {{ sales.plann }}\n", encoding="utf-8")
    ran = acbp("validate", "plan.yaml")
    assert ran.code == 1
    assert "plan.yaml:19:17: E271 " in ran.err


def test_build_tells_the_same_and_writes_nothing(acbp) -> None:
    Path("plan.yaml").write_text(PLAN + "  statement: To {{ sales.plann }}\n", encoding="utf-8")
    ran = acbp("build", "plan.yaml", "--jobs", "1")
    assert (ran.code, ran.out) == (1, "")
    assert "plan.yaml:19:17: E271 " in ran.err
    assert list(Path("output").glob("*/*.pdf")) == []
