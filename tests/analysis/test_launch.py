"""The launch plan on the calendar."""

from datetime import date

from acbp.analysis.catalogue import list_names
from acbp.analysis.launch import date_launch

STEPS = [
    {"name": "Sell", "from_day": 15, "to_day": 60},
    {"name": "List", "from_day": 1, "to_day": 14},
]


def launch_of(make_plan, as_of: date, steps=STEPS):
    plan = make_plan(promotions={"launch_plan": {"name": "Tea", "start": "2027-03-01", "steps": steps}})
    return date_launch(plan, list_names(plan), as_of)


def test_steps_stand_on_the_calendar(make_plan) -> None:
    found = launch_of(make_plan, date(2027, 3, 20))
    assert [(s.item.name, s.first, s.last, s.state) for s in found.steps] == [
        ("List", date(2027, 3, 1), date(2027, 3, 14), "past"),
        ("Sell", date(2027, 3, 15), date(2027, 4, 29), "running"),
    ]
    assert (found.days, found.end, found.today) == (60, date(2027, 4, 29), 20)


def test_before_and_after_the_launch(make_plan) -> None:
    assert [step.state for step in launch_of(make_plan, date(2027, 2, 28)).steps] == ["ahead", "ahead"]
    days = [launch_of(make_plan, date(2027, *day)).today for day in ((2, 28), (3, 1), (4, 29), (4, 30))]
    assert days == [None, 1, 60, None]


def test_nothing_to_launch(make_plan) -> None:
    assert launch_of(make_plan, date(2027, 3, 1), steps=[]) is None
