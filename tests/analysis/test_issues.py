"""Complaints and problems on a day, worked by hand."""

from datetime import date
from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.issues import follow_issues
from acbp.editions import for_customer

AS_OF = date(2027, 6, 30)
TERMS = {"complaint_terms": [{"severity": "major", "close_days": 7}, {"severity": "critical", "close_days": 3}]}
RULES = [
    {"severity": "critical", "days": 1, "level": "Director"},
    {"severity": "critical", "days": 3, "level": "Managing director"},
    {"days": 14, "level": "Director"},
]


def issue(id: str, day: str, severity: str = "major", closed: str | None = None) -> dict:
    return {"id": id, "name": id, "date": day, "severity": severity, "closed": closed}


def follow(make_plan, *items, as_of: date = AS_OF, service=TERMS, rules=RULES):
    plan = make_plan(service=service, issues={"items": list(items), "escalation": rules})
    return follow_issues(plan, list_names(plan), as_of)


def test_age_and_closing_in_time(make_plan) -> None:
    found = follow(
        make_plan,
        issue("fast", "2027-06-01", closed="2027-06-08"),
        issue("slow", "2027-06-01", closed="2027-06-09"),
        issue("same-day", "2027-06-10", "critical", closed="2027-06-10"),
        issue("waiting", "2027-06-20"),
        issue("young", "2027-06-29"),
        issue("no-limit", "2027-06-02", "minor", closed="2027-06-04"),
    )
    assert {state.item.id: (state.age, state.in_time) for state in found.items} == {
        "waiting": (10, False),
        "young": (1, None),
        "same-day": (0, True),
        "slow": (8, False),
        "fast": (7, True),
        "no-limit": (2, None),
    }
    assert (found.received, found.open, found.closed) == (6, 2, 4)
    assert found.closed_in_time == D("0.4")  # two of the five that have a limit
    assert found.median_days == D("4.5")  # 0, 2, 7, 8


def test_open_ones_climb_by_severity_and_age(make_plan) -> None:
    found = follow(
        make_plan,
        issue("crisis", "2027-06-27", "critical"),
        issue("fresh", "2027-06-30", "critical"),
        issue("old", "2027-06-16"),
        issue("older-but-done", "2027-05-01", closed="2027-06-30"),
        issue("just-below", "2027-06-17"),
    )
    assert [(s.item.id, s.escalation.level) for s in found.escalated] == [
        ("crisis", "Managing director"),
        ("old", "Director"),
    ]


def test_what_was_raised_or_closed_later_is_not_known_on_the_day(make_plan) -> None:
    found = follow(make_plan, issue("a", "2027-06-01", closed="2027-07-05"), issue("b", "2027-07-01"))
    assert [(state.item.id, state.open, state.age) for state in found.items] == [("a", True, 29)]
    assert (found.median_days, found.closed_in_time) == (None, 0)
    assert follow(make_plan, issue("b", "2027-07-01")) is None


def test_without_limits_nothing_is_said_of_time_and_the_customer_sees_no_climbing(make_plan) -> None:
    items = [issue("a", "2027-06-01", closed="2027-06-03"), issue("b", "2027-06-01", "critical")]
    plan = for_customer(make_plan(service=TERMS, issues={"items": items, "escalation": RULES}))
    found = follow_issues(plan, list_names(plan), AS_OF)
    assert (found.closed_in_time, found.escalated, found.median_days, found.open) == (None, (), 2, 1)


def test_no_issues(make_plan) -> None:
    plan = make_plan()
    assert follow_issues(plan, list_names(plan), AS_OF) is None
