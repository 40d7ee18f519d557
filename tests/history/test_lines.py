"""A plan file, one line for each field."""

import sys
from pathlib import Path

import pytest

import acbp
from acbp.history.lines import write_lines
from tests.history.ledger import PLAN, Ledger


def lines(tmp_path: Path, name: str, text: str) -> list[str]:
    """The lines of a file of that name."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return write_lines(path).splitlines()


def test_a_plan(tmp_path: Path) -> None:
    told = lines(tmp_path, "plan.yaml", PLAN.replace("Q1: 10", "Q1: 12000"))
    assert "financials.categories[tea].quarters.Q1: 12,000" in told
    assert "plan.categories[tea].name: Tea" in told and "plan.date: 2027-01-04" in told


@pytest.mark.parametrize("name", ["objectives.yaml", "目标.yaml", "a1B2c3_objectives.yaml"])
def test_a_section_in_a_file_of_its_own_and_as_git_hands_it_over(tmp_path: Path, name: str) -> None:
    assert lines(tmp_path, name, "- {id: sales, target: 21000, note: yes}\n") == [
        "objectives[sales].id: sales",
        "objectives[sales].target: 21,000",
        "objectives[sales].note: yes",
    ]


def test_chinese_names_become_those_of_the_plan(tmp_path: Path) -> None:
    assert lines(tmp_path, "plan.yaml", "目标:\n  - {编号: sales, 目标值: 1}\n") == [
        "objectives[sales].id: sales",
        "objectives[sales].target: 1",
    ]


def test_a_text_keeps_its_lines(tmp_path: Path) -> None:
    assert lines(tmp_path, "acbp.yaml", "note: |\n  one\n  two\nlist: [a, true, null]\n") == [
        "note: one",
        "    two",
        "list[1]: a",
        "list[2]: true",
        "list[3]:",
    ]


def test_a_broken_file_comes_as_it_is(tmp_path: Path) -> None:
    assert lines(tmp_path, "plan.yaml", "a: [1\n<<<<<<< HEAD\n") == ["a: [1", "<<<<<<< HEAD"]
    (tmp_path / "picture.yaml").write_bytes(b"\x89PNG\xff")
    assert write_lines(tmp_path / "picture.yaml")


def test_git_shows_a_change_in_the_terms_of_the_plan(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(acbp.__file__).parents[1]))
    ledger.write(".gitattributes", "*.yaml diff=acbp\n")
    ledger.write("harbour.yaml", PLAN)
    ledger.commit("one")
    ledger.write("harbour.yaml", PLAN.replace("Q4: 40", "Q4: 45"))
    ledger.git("config", "diff.acbp.textconv", f"'{sys.executable}' -m acbp diff --textconv")
    told = ledger.git("diff", "-U0")
    assert "-financials.categories[tea].quarters.Q4: 40\n+financials.categories[tea].quarters.Q4: 45\n" in told
