"""A plan at a revision."""

from pathlib import Path

import pytest

from acbp.history.git import GitFault
from acbp.history.versions import open_versions
from tests.history.ledger import PLAN, Ledger


def sales(loaded) -> str:
    """Sales of the first quarter."""
    return str(loaded.plan.financials.categories[0].quarters.Q1)


def test_a_single_file_with_its_table_and_workspace(ledger: Ledger) -> None:
    ledger.write("acbp.yaml", "dependency: 7%\n")
    ledger.write("plans/harbour.yaml", PLAN)
    ledger.write("plans/broken.yaml", "not: [a\n")
    ledger.commit("one")
    ledger.write("acbp.yaml", "dependency: 9%\n")
    ledger.write("plans/harbour.yaml", PLAN.replace("Q1: 10", "Q1: 15"))
    versions = open_versions(Path("plans/harbour.yaml"))
    then, now = versions.at("HEAD"), versions.present()
    assert (sales(then.loaded), sales(now.loaded)) == ("10000", "15000")
    assert (str(then.loaded.workspace.dependency), str(now.loaded.workspace.dependency)) == ("0.07", "0.09")
    assert (then.name, then.commit.subject, now.commit) == ("HEAD", "one", None)


def test_a_folder_and_its_section_files(ledger: Ledger) -> None:
    ledger.write("harbour/plan.yaml", PLAN)
    ledger.write("harbour/goals.yaml", "customer: []\nours: []\njoint: [{text: Grow}]\n")
    ledger.commit("one")
    (ledger.folder / "harbour/goals.yaml").unlink()
    ledger.commit("two")
    versions = open_versions(Path("harbour"))
    goals = [version.loaded.plan.goals for version in map(versions.of, versions.commits())]
    assert goals[0] is None and goals[1].joint[0].text == "Grow"


def test_problems_name_the_file_and_the_revision(ledger: Ledger) -> None:
    ledger.write("harbour.yaml", PLAN.replace("year: 2027", "year: soon"))
    ledger.commit("one")
    version = open_versions(Path("harbour.yaml")).at("HEAD")
    assert version.loaded.plan is None
    assert {problem.place.file for problem in version.loaded.problems} == {"harbour.yaml@HEAD"}
    assert version.loaded.place(("financials",)).file == "harbour.yaml@HEAD"


def test_an_earlier_name(ledger: Ledger) -> None:
    ledger.write("old.yaml", PLAN)
    first = ledger.commit("one")
    ledger.git("mv", "old.yaml", "new.yaml")
    ledger.commit("two")
    assert open_versions(Path("new.yaml")).at(first).loaded.plan.plan.id == "harbour"


def test_a_plan_that_was_not_there_yet(ledger: Ledger) -> None:
    ledger.write("readme", "x\n")
    first = ledger.commit("zero")
    ledger.write("harbour.yaml", PLAN)
    ledger.commit("one")
    with pytest.raises(GitFault) as raised:
        open_versions(Path("harbour.yaml")).at(first)
    assert raised.value.problem.code == "E704"


def test_the_same_content_is_read_once(ledger: Ledger) -> None:
    ledger.write("harbour.yaml", PLAN)
    ledger.commit("one")
    ledger.git("commit", "-q", "--allow-empty", "-m", "two")
    versions = open_versions(Path("harbour.yaml"))
    assert versions.at("HEAD").loaded is versions.at("HEAD~1").loaded
