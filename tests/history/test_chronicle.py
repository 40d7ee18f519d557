"""The versions of a plan, and how a figure moved through them."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from acbp.history.chronicle import follow_versions, remember_landings, trace
from acbp.history.chronicle_report import moves_to_svg, moves_to_text, to_json, version_line
from acbp.history.git import GitFault
from tests.history.ledger import PLAN, Ledger

HARBOUR = Path("harbour.yaml")
ACTUALS = "actuals: {{categories: {{tea: {tea}}}}}"
LOG = "  change_log: [{date: 2027-03-09, version: V1.0, what: More tea, reason: New stores}]\n  categories"


def review(period: str, day: str, tea: str, forecast: str) -> str:
    """A review with its actual and its forecast of the year."""
    return f"  - {{period: {period}, date: {day}, forecast: {forecast}, {ACTUALS.format(tea=tea)}}}\n"


@pytest.fixture
def plan(ledger: Ledger) -> Ledger:
    """Four commits: 100, then 120 with a reason, then a fault, then another title; and the files a little further."""
    ledger.write("harbour.yaml", PLAN)
    ledger.commit("First plan", "2027-01-05")
    more = PLAN.replace("Q4: 40", "Q4: 60").replace("  categories", LOG, 1)
    ledger.write("harbour.yaml", more)
    ledger.commit("Ask for more", "2027-03-09", "Ben")
    ledger.write("harbour.yaml", more.replace("year: 2027", "year: soon", 1))
    ledger.commit("Slip")
    ledger.write("harbour.yaml", more.replace("title: Plan", "title: Our plan"))
    ledger.commit("Title")
    return ledger


def test_every_version(plan: Ledger) -> None:
    entries = list(follow_versions(HARBOUR))
    assert [(entry.changes, len(entry.problems) > 0) for entry in entries] == [
        (None, False),
        (2, False),
        (None, True),
        (1, False),
    ]
    plan.write("harbour.yaml", PLAN)
    *_, last = follow_versions(HARBOUR)
    assert last.version.commit is None and last.changes == 3


def test_a_line_for_each(plan: Ledger) -> None:
    first, second, broken, _ = (version_line(entry, "en") for entry in follow_versions(HARBOUR))
    assert first.endswith("  Ann  V1.0 draft  £100k  score —  first version  First plan")
    assert second.startswith("2027-03-09  ") and "  Ben  V1.0 draft  £120k  score —  2 changes  Ask" in second
    assert "harbour.yaml@" in broken and ":4" in broken
    entries = list(follow_versions(HARBOUR))
    assert "首个版本" in version_line(entries[0], "zh") and "草稿" in version_line(entries[0], "zh")
    told = json.loads(to_json(entries))["versions"]
    assert [each["sales.plan"] for each in told] == ["100000", "120000", None, "120000"]
    assert told[2]["problems"] and told[1]["author"] == "Ben"


def test_how_a_figure_moved(plan: Ledger) -> None:
    moves = trace(HARBOUR, "sales.plan")
    assert [(move.entry.version.commit.author, move.found.value) for move in moves] == [
        ("Ann", 100_000),
        ("Ben", 120_000),
    ]
    told = moves_to_text(moves, "en")
    assert told.startswith("sales.plan: Sales: year, plan\n") and "£120k  Ask for more  reason: New stores\n" in told
    assert "More tea" in moves_to_text(trace(HARBOUR, "sales.plan", edition="customer"), "en")
    assert json.loads(to_json((), moves))["moves"][1]["value"] == "120000"
    assert moves_to_svg(moves, "en").startswith("<svg")
    assert trace(HARBOUR, "sales.nothing") == ()


def test_forecasts_are_remembered_and_scored_once_the_year_is_known(ledger: Ledger) -> None:
    reviews = "reviews:\n" + review("Q1", "2027-04-10", "12", "110")
    ledger.write("harbour.yaml", PLAN + reviews)
    ledger.commit("Q1", "2027-04-10")
    for period, day, tea in (("Q2", "2027-07-10", "22"), ("Q3", "2027-10-10", "33"), ("Q4", "2028-01-10", "58")):
        reviews += review(period, day, tea, "121")
    ledger.write("harbour.yaml", PLAN + reviews + review("year", "2028-01-20", "125", "125"))
    ledger.commit("The year", "2028-01-20")
    first, last = remember_landings(HARBOUR)
    # A quarter that was planned as a tenth of the year brought 12,000.
    assert (first.period, first.landing, first.forecast, first.actual) == ("Q1", 120_000, 110_000, 125_000)
    assert last.period == "year"
    moves = trace(HARBOUR, "reviews.*.forecast")
    assert (moves[0].bias, moves[0].accuracy) == (Decimal("-0.12"), Decimal("0.88"))
    assert "accuracy 88.0%, bias -12.0%" in moves_to_text(moves, "en")


def test_commits_from_before_the_plan_was_there_are_passed_over(ledger: Ledger) -> None:
    ledger.write("readme", "x\n")
    ledger.commit("zero")
    ledger.write("plan.yaml", PLAN)
    ledger.commit("one")
    assert [entry.version.commit.subject for entry in follow_versions(Path("plan.yaml"))] == ["one"]


def test_a_shallow_clone_says_so(plan: Ledger, tmp_path: Path) -> None:
    plan.git("clone", "-q", "--depth", "1", plan.folder.as_uri(), str(tmp_path / "clone"))
    (entry,) = follow_versions(tmp_path / "clone/harbour.yaml")
    assert [problem.code for problem in entry.problems] == ["W700"] and entry.references is not None


def test_a_folder_without_git(tmp_path: Path) -> None:
    (tmp_path / "harbour.yaml").write_text(PLAN, encoding="utf-8")
    with pytest.raises(GitFault) as raised:
        list(follow_versions(tmp_path / "harbour.yaml"))
    assert raised.value.problem.code == "E702"
