"""What changed since a revision, ready for the pages."""

from datetime import date
from pathlib import Path

from acbp.history.redline import read_redline
from acbp.rendering.redline import Line, Redline
from tests.history.ledger import PLAN, Ledger

HARBOUR = Path("harbour.yaml")
GOALS = "goals: {statement: 'Sell {{ sales.plan }} of tea'}\n"


def read(edition: str = "internal", language: str = "en", revision: str = "HEAD") -> Redline:
    """The redline of the plan in the working folder."""
    found = read_redline(HARBOUR, edition, language, revision=revision)
    assert isinstance(found, Redline)
    return found


def lines(found: Redline, kind: str = "changes") -> list[Line]:
    """All lines of a kind."""
    return [line for group in found.groups if group.kind == kind for line in group.lines]


def test_changes_and_what_follows(ledger: Ledger) -> None:
    ledger.write("harbour.yaml", PLAN + GOALS)
    first = ledger.commit("one")
    ledger.write("harbour.yaml", PLAN.replace("Q1: 10", "Q1: 6").replace("2027-01-04", "2027-02-01") + GOALS)
    found = read()
    assert (found.version, found.day, found.commit, found.count) == ("V1.0", date(2027, 1, 4), first, 2)
    assert lines(found) == [
        Line("date", "4\u00a0January 2027", "1\u00a0February 2027"),
        Line("categories · tea · quarters · Q1", "£10k", "£6k"),
    ]
    assert Line("Sales: year, plan", "£100k", "£96k") in lines(found, "effects")
    assert [group.heading for group in read(language="zh").groups] == ["计划", "财务", ""]


def test_texts_are_told_as_they_were_printed(ledger: Ledger) -> None:
    ledger.write("harbour.yaml", PLAN + GOALS.replace("{{ sales.plan }}", "£100k"))
    ledger.commit("one")
    ledger.write("harbour.yaml", PLAN + GOALS)
    assert lines(read()) == []
    ledger.write("harbour.yaml", PLAN + GOALS.replace("of tea", "|of teas"))
    assert lines(read()) == [Line("statement", "Sell £100k of tea", "Sell £100k of teas")]


def test_what_came_and_went_and_what_is_only_make_up(ledger: Ledger) -> None:
    ledger.write("harbour.yaml", PLAN + GOALS)
    ledger.commit("one")
    ledger.write("harbour.yaml", PLAN + "layout: {method: six-step}\n")
    assert lines(read()) == [Line("goals", "", "removed")]


def test_the_customer_sees_nothing_internal(ledger: Ledger) -> None:
    ledger.write("harbour.yaml", PLAN)
    ledger.commit("one")
    ledger.write("harbour.yaml", PLAN.replace("total_sales: 1000", "total_sales: 1500"))
    assert lines(read()) == [Line("total sales", "£1,000k", "£1,500k")]
    theirs = read("customer")
    assert lines(theirs) == [] and lines(theirs, "effects") == []


def test_a_revision_that_is_not_there(ledger: Ledger) -> None:
    ledger.write("harbour.yaml", PLAN)
    ledger.commit("one")
    found = read_redline(HARBOUR, "internal", "en", revision="v9")
    assert isinstance(found, tuple) and found[0].code == "E703"


def test_what_changed_between_two_revisions_is_told_whatever_came_after(ledger: Ledger) -> None:
    ledger.write("harbour.yaml", PLAN)
    first = ledger.commit("one")
    ledger.git("branch", "signed")
    ledger.write("harbour.yaml", PLAN.replace("Q1: 10", "Q1: 6"))
    second = ledger.commit("two")
    then = read(revision="signed")
    ledger.write("harbour.yaml", PLAN.replace("Q1: 10", "Q1: 9"))
    ledger.commit("three")
    assert read_redline(HARBOUR, "internal", "en", revision=first, until=second) == then
    assert read(revision=first) != then
