"""Where the actions stand on a day."""

from datetime import date
from decimal import Decimal as D

import pytest

from acbp.analysis.actions import follow_actions, is_open
from acbp.analysis.catalogue import list_names

DAY = date(2027, 4, 16)


def follow(plan, day=DAY):
    return follow_actions(plan, list_names(plan), day)


def states(result) -> dict[str, str]:
    return {state.item.id: state.state for group in result.groups for state in group.actions}


def action(id: str, **more) -> dict:
    return {"id": id, "name": id, **more}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"status": "done"}, "done"),
        ({"status": "done", "done_on": "2027-04-17"}, "not-started"),
        ({"status": "dropped", "due": "2027-01-31"}, "dropped"),
        ({"due": "2027-04-15"}, "late"),
        ({"due": "2027-04-16"}, "not-started"),
        ({"start": "2027-05-01"}, "not-started"),
        ({"start": "2027-05-01", "at_risk": True}, "at-risk"),
        ({"start": "2027-04-16"}, "on-track"),
        ({"progress": "10%"}, "on-track"),
        ({}, "not-started"),
        # 106 of 181 days have passed: 58.6 %.
        ({"start": "2027-01-01", "due": "2027-06-30", "progress": "44%"}, "on-track"),
        ({"start": "2027-01-01", "due": "2027-06-30", "progress": "43%"}, "at-risk"),
        ({"start": "2027-01-01", "due": "2027-06-30"}, "on-track"),
        ({"start": "2027-06-30", "due": "2027-06-01"}, "not-started"),
    ],
)
def test_the_state_on_the_day(make_plan, fields, expected) -> None:
    assert states(follow(make_plan(actions=[action("a", **fields)]))) == {"a": expected}


def test_days_late_count_from_the_due_date_to_the_day_or_the_end(make_plan) -> None:
    late = action("late", due="2027-04-01")
    slow = action("slow", due="2027-03-01", status="done", done_on="2027-03-11")
    undated = action("undated", due="2027-03-01", status="done")
    result = follow(make_plan(actions=[late, slow, undated]))
    assert [state.days_late for state in result.groups[0].actions] == [15, 10, None]
    assert [state.item.id for state in result.attention] == ["late"]


def test_time_passed_lies_between_nothing_and_all(make_plan) -> None:
    spans = [("2027-04-16", "2027-04-17"), ("2027-05-01", "2027-05-31"), ("2027-01-01", "2027-01-31")]
    actions = [action(f"a{place}", start=start, due=due) for place, (start, due) in enumerate(spans)]
    result = follow(make_plan(actions=[*actions, action("open")]))
    assert [state.elapsed for state in result.groups[0].actions] == [D("0.5"), D(0), D(1), None]


def test_groups_follow_the_strategies_and_the_rest_comes_last(make_plan) -> None:
    strategies = [
        {"id": id, "name": id, "how": "x", "objective": "o", "customer_benefit": "y"} for id in ("one", "two", "three")
    ]
    actions = [action("x"), action("b", strategy="three"), action("a", strategy="one"), action("gone", strategy="lost")]
    result = follow(make_plan(strategies=strategies, actions=actions))
    assert [(group.number, group.strategy and group.strategy.id) for group in result.groups] == [
        (1, "one"),
        (3, "three"),
        (4, None),
    ]
    assert [state.number for group in result.groups for state in group.actions] == ["1.1", "3.1", "4.1", "4.2"]


def test_counts_name_every_state(make_plan) -> None:
    result = follow(make_plan(actions=[action("a", due="2027-01-31"), action("b", status="dropped")]))
    assert result.counts == {"done": 0, "on-track": 0, "at-risk": 0, "late": 1, "not-started": 0, "dropped": 1}
    assert result.total == 1


def test_an_action_is_critical_while_open_ones_wait_for_it(make_plan) -> None:
    actions = [
        action("first"),
        action("second", depends_on=["first"]),
        action("third", depends_on=["second", "ready", "lost"]),
        action("ready", status="done"),
    ]
    result = follow(make_plan(actions=actions))
    found = {state.item.id: state for state in result.groups[0].actions}
    assert found["first"].waiting == ("second",)
    assert found["third"].blocked_by == ("second",)
    assert [state.item.id for state in result.critical] == ["first", "second"]


def test_an_action_does_not_wait_for_itself(make_plan) -> None:
    actions = [action("a", depends_on=["b", "a"]), action("b", depends_on=["a"])]
    result = follow(make_plan(actions=actions))
    assert [state.waiting for state in result.groups[0].actions] == [("b",), ("a",)]


def test_the_load_counts_both_owners(make_plan) -> None:
    contacts = [{"id": "lin", "name": "Lin", "side": "us"}, {"id": "ma", "name": "Ma", "side": "customer"}]
    actions = [
        action("a", owner="lin", customer_owner="ma", due="2027-04-01"),
        action("b", owner="lin", status="done"),
        action("c", owner="lin", status="dropped"),
        action("d", customer_owner="ma", at_risk=True),
        action("e", owner="gone"),
    ]
    result = follow(make_plan(actions=actions, relationships={"contacts": contacts}))
    loads = [(load.name, load.side, load.actions, load.open, load.late, load.at_risk) for load in result.load]
    assert loads == [("Lin", "us", 2, 1, 1, 0), ("Ma", "customer", 2, 2, 1, 1), ("gone", None, 1, 1, 0, 0)]


def test_what_is_done_later_was_open_before(make_plan) -> None:
    (done,) = make_plan(actions=[action("a", status="done", done_on="2027-04-16")]).actions
    assert is_open(done, date(2027, 4, 15))
    assert not is_open(done, DAY)


def test_no_actions_nothing_to_follow(make_plan) -> None:
    assert follow(make_plan()) is None
