"""`acbp diff`: which versions are compared, in which form, and the exit codes."""

import json
from pathlib import Path

import pytest

from tests.history.ledger import PLAN, Ledger


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A plan of 100, tagged `signed`, then of 120."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    made = Ledger(tmp_path)
    monkeypatch.chdir(tmp_path)
    made.write("plan.yaml", PLAN)
    made.commit("one")
    made.git("tag", "signed")
    made.write("plan.yaml", PLAN.replace("Q4: 40", "Q4: 60"))
    return made


def test_what_is_here_against_the_last_commit(acbp) -> None:
    for arguments in ((), ("plan.yaml",), ("plan.yaml", "signed")):
        ran = acbp("diff", *arguments)
        assert (ran.code, ran.err) == (0, "")
        assert "  financials.categories[tea].quarters.Q4: £40k → £60k\n" in ran.out


def test_two_revisions(acbp, ledger: Ledger) -> None:
    ledger.commit("two")
    assert "£40k → £60k" in acbp("diff", "plan.yaml", "signed", "HEAD").out
    assert "£60k → £40k" in acbp("diff", "plan.yaml", "HEAD", "signed").out
    assert "no changes" in acbp("diff", "plan.yaml").out
    assert acbp("diff", "plan.yaml", "a", "b", "c").code == 2


def test_forms_and_languages(acbp) -> None:
    assert json.loads(acbp("diff", "--format", "json").out)["changes"][0]["old"] == "40000"
    assert acbp("diff", "--format", "markdown").out.startswith("### .")
    assert "1 处改动" in acbp("diff", "--lang", "zh").out


def test_an_item_that_came_is_told_with_all_that_it_says(acbp, ledger: Ledger) -> None:
    ledger.commit("two")
    ledger.write("plan.yaml", PLAN.replace("Q4: 40", "Q4: 60") + "actions: [{id: a, name: A, start: 2027-02-01}]\n")
    ran = acbp("diff", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    added = json.loads(ran.out)["changes"][0]
    assert (added["kind"], added["new"]) == ("added", {"id": "a", "name": "A", "start": "2027-02-01"})


def test_rows_of_a_spreadsheet_are_items_like_others(acbp, ledger: Ledger) -> None:
    rows = ["id,name,category,sales", "green,Green tea,tea,3", "black,Black tea,tea,4", "white,White tea,tea,5"]
    ledger.write("plan.yaml", PLAN.replace("    conclusion: Tea", "    conclusion: Tea\n    skus: {file: 茶.csv}"))
    ledger.write("茶.csv", "\n".join(rows) + "\n")
    ledger.commit("two")
    rows[1:] = [rows[1].replace(",3", ",3.5"), rows[3], "mint,Mint tea,tea,6"]
    ledger.write("茶.csv", "\n".join(rows) + "\n")
    for asked in (("plan.yaml",), ("plan.yaml", "HEAD~1", "HEAD")):
        if len(asked) > 1:
            ledger.commit("three")
        told = json.loads(acbp("diff", *asked, "--format", "json").out)["changes"]
        assert [(each["kind"], each["name"]) for each in told] == [
            ("changed", "situation.performance.skus[green].sales"),
            ("added", "situation.performance.skus[mint]"),
            ("gone", "situation.performance.skus[black]"),
        ]


def test_what_cannot_be_compared(acbp) -> None:
    ran = acbp("diff", "plan.yaml", "singed")
    assert (ran.code, ran.out) == (1, "") and "did you mean 'signed'?" in ran.err
    assert acbp("diff", "none.yaml").code == 1


def test_lines_for_git(acbp) -> None:
    assert "financials.categories[tea].quarters.Q4: 60\n" in acbp("diff", "--textconv", "plan.yaml").out
    assert acbp("diff", "--textconv", "none.yaml").code == 2
