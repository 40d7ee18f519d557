"""Promises kept by their date, worked by hand."""

from datetime import date
from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.commitments import Tally, follow_promises

AS_OF = date(2027, 7, 16)


def promise(id: str, due: str | None, status: str = "open", kept_on: str | None = None, side: str = "us") -> dict:
    return {"id": id, "side": side, "what": id, "due": due, "status": status, "kept_on": kept_on}


def follow(make_plan, *promises, as_of: date = AS_OF, **heading):
    plan = make_plan(heading=heading, commitments=list(promises))
    return follow_promises(plan, list_names(plan), as_of)


def test_kept_by_its_date_late_broken_and_open(make_plan) -> None:
    found = follow(
        make_plan,
        promise("in-time", "2027-06-30", "kept", "2027-06-30"),
        promise("after", "2027-06-30", "kept", "2027-07-05"),
        promise("undated", "2027-03-31", "kept"),
        promise("broken", "2027-06-30", "broken"),
        promise("late", "2027-07-15"),
        promise("today", "2027-07-16"),
        promise("year", None),
    )
    assert {p.item.id: (p.state, p.days_late) for p in found.both.items} == {
        "undated": ("kept", None),
        "in-time": ("kept", None),
        "after": ("kept-late", 5),
        "broken": ("broken", None),
        "late": ("late", 1),
        "today": ("open", None),
        "year": ("open", None),
    }
    assert found.both.items[-1].due == date(2027, 12, 31)
    assert (found.both.whole.due, found.both.whole.kept) == (5, 2)
    assert found.both.whole.rate == D("0.4")
    assert [p.item.id for p in found.late] == ["late"]


def test_sides_and_quarters_apart(make_plan) -> None:
    found = follow(
        make_plan,
        promise("a", "2027-03-31", "kept", "2027-03-01"),
        promise("b", "2027-04-01", "broken"),
        promise("c", "2027-06-30", "kept", "2027-06-30", side="customer"),
        promise("d", "2026-12-31", "kept", side="customer"),
        promise("e", "2027-09-30", side="customer"),
    )
    assert found.sides["us"].quarters == {
        "Q1": Tally(1, 1, 1),
        "Q2": Tally(1, 0, 0),
        "Q3": Tally(0, 0, None),
        "Q4": Tally(0, 0, None),
    }
    assert found.sides["customer"].whole == Tally(2, 2, 1)
    assert found.sides["customer"].quarters["Q2"] == Tally(1, 1, 1)
    assert found.both.quarters["Q2"].rate * 2 == 1


def test_quarters_follow_the_fiscal_year(make_plan) -> None:
    found = follow(make_plan, promise("a", "2027-06-30", "kept"), fiscal_start=4)
    assert (found.both.quarters["Q1"].due, found.both.quarters["Q2"].due) == (1, 0)
    assert follow(make_plan, promise("a", None), fiscal_start=4).both.items[0].due == date(2028, 3, 31)


def test_a_promise_is_judged_by_what_was_known_on_the_day(make_plan) -> None:
    kept = promise("a", "2027-06-30", "kept", "2027-06-20")
    before = follow(make_plan, kept, as_of=date(2027, 6, 1))
    assert (before.both.items[0].state, before.both.whole) == ("open", Tally(0, 0, None))
    assert follow(make_plan, kept, as_of=date(2027, 6, 30)).both.whole == Tally(1, 1, 1)


def test_no_promises(make_plan) -> None:
    assert follow(make_plan) is None
