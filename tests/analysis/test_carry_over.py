"""Actions carried over from review to review."""

from datetime import date

from acbp.analysis.carry_over import carry_over
from acbp.analysis.catalogue import list_names

AS_OF = date(2027, 7, 20)


def carried(make_plan, actions, said=()):
    review = {"period": "Q1", "date": "2027-04-16", "carried": list(said)}
    plan = make_plan(actions=actions, reviews=[review])
    return carry_over(plan.reviews[0], plan, list_names(plan), AS_OF)


def action(id: str, due: str, **more) -> dict:
    return {"id": id, "name": id, "due": due, **more}


def test_only_what_was_due_and_open_at_the_review_is_carried(make_plan) -> None:
    actions = [
        action("late", "2027-04-15"),
        action("today", "2027-04-16"),
        action("done", "2027-04-01", status="done", done_on="2027-04-10"),
        action("undated", "2027-04-01", status="done"),
        action("dropped", "2027-04-01", status="dropped"),
    ]
    (late,) = carried(make_plan, actions)
    assert (late.item.id, late.days_late, late.outcome) == ("late", 1, "unaccounted")


def test_what_the_review_says_counts_first(make_plan) -> None:
    said = [{"action": "late", "outcome": "moved", "due": "2027-05-28", "reason": "No night crew"}]
    (late,) = carried(make_plan, [action("late", "2027-04-01", recovery_date="2027-06-30")], said)
    assert (late.outcome, late.due, late.reason) == ("moved", date(2027, 5, 28), "No night crew")


def test_an_action_that_was_given_a_new_date_is_listed_if_the_review_speaks_of_it(make_plan) -> None:
    said = [{"action": "moved", "outcome": "moved", "due": "2027-05-28"}, {"action": "gone", "outcome": "done"}]
    (moved,) = carried(make_plan, [action("moved", "2027-05-28")], said)
    assert (moved.item.id, moved.days_late) == ("moved", None)


def test_done_since_and_a_new_date_account_for_an_action(make_plan) -> None:
    actions = [
        action("since", "2027-04-01", status="done", done_on="2027-05-01"),
        action("future", "2027-04-01", status="done", done_on="2027-12-01"),
        action("again", "2027-04-01", recovery_date="2027-05-28", cause="Labels late"),
        action("past", "2027-04-01", recovery_date="2027-04-10"),
    ]
    assert [(each.item.id, each.outcome, each.reason) for each in carried(make_plan, actions)] == [
        ("since", "done", None),
        ("future", "unaccounted", None),
        ("again", "moved", "Labels late"),
        ("past", "unaccounted", None),
    ]
