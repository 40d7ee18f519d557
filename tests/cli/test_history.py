"""`acbp history`: the versions, a figure's moves, and the exit codes."""

import json
from pathlib import Path

import pytest

from tests.history.ledger import PLAN, Ledger


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A plan of 100, then of 120."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    made = Ledger(tmp_path / "plans")
    monkeypatch.chdir(made.folder)
    made.write("plan.yaml", PLAN)
    made.commit("one")
    made.write("plan.yaml", PLAN.replace("Q4: 40", "Q4: 60"))
    made.commit("two", author="Ben")
    return made


def test_the_versions(acbp) -> None:
    ran = acbp("history", "plan.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert [line.split("  ")[2] for line in ran.out.splitlines()] == ["Ann", "Ben"]
    assert len(json.loads(acbp("history", "plan.yaml", "--format", "json").out)["versions"]) == 2


def test_a_figure(acbp) -> None:
    ran = acbp("history", "plan.yaml", "sales.plan")
    assert ran.code == 0 and ran.out.splitlines()[2].endswith("  Ben  £120k  two")
    assert json.loads(acbp("history", "plan.yaml", "sales.plan", "--format", "json").out)["reference"] == "sales.plan"
    assert acbp("history", "plan.yaml", "sales.plan", "--format", "svg").out.startswith("<svg")


def test_what_cannot_be_told(acbp, tmp_path: Path) -> None:
    ran = acbp("history", "plan.yaml", "sales.none")
    assert ran.code == 2 and "no version has the figure 'sales.none'" in ran.err
    assert acbp("history", "plan.yaml", "--format", "svg").code == 2
    (tmp_path / "lone.yaml").write_text(PLAN, encoding="utf-8")
    ran = acbp("history", tmp_path / "lone.yaml")
    assert ran.code == 1 and "E702" in ran.err


def test_a_shallow_clone(acbp, ledger: Ledger, tmp_path: Path) -> None:
    ledger.git("clone", "-q", "--depth", "1", ledger.folder.as_uri(), str(tmp_path / "clone"))
    ran = acbp("history", tmp_path / "clone")
    assert ran.code == 0 and "W700" in ran.err and "first version  two" in ran.out
