"""Who meets whom, and what is overdue."""

from datetime import date

from acbp.analysis.catalogue import list_names
from acbp.analysis.relationships import Ties, map_ties

TODAY = date(2027, 7, 16)
PEOPLE = [
    {"id": "kam", "name": "Kam", "side": "us", "function": "Sales"},
    {"id": "log", "name": "Log", "side": "us", "function": "Supply"},
    {"id": "buy", "name": "Buy", "side": "customer", "function": "Buying"},
    {"id": "head", "name": "Head", "side": "customer", "function": "Buying"},
    {"id": "depot", "name": "Depot", "side": "customer", "function": "Logistics"},
    {"id": "money", "name": "Money", "side": "customer", "function": "Finance"},
]


def ties_of(make_plan, people=PEOPLE, **section) -> Ties | None:
    plan = make_plan(relationships={"contacts": people, **section})
    return map_ties(plan, list_names(plan), TODAY)


def test_functions_without_a_pair_and_people_without_an_owner(make_plan) -> None:
    result = ties_of(make_plan, pairs=[{"ours": "kam", "theirs": "buy"}, {"ours": "log", "theirs": "depot"}])
    assert result is not None
    assert [thread.function for thread in result.uncovered] == ["Finance"]
    assert [contact.id for contact in result.unowned] == ["head", "money"]
    assert result.functions == ("Sales", "Supply")


def test_an_owner_or_a_regular_contact_covers_a_person(make_plan) -> None:
    people = [*PEOPLE[:3], PEOPLE[3] | {"owner": "kam"}, PEOPLE[4]]
    result = ties_of(make_plan, people, rhythm=[{"ours": "log", "theirs": "depot", "mode": "phone"}])
    assert result is not None
    assert [contact.id for contact in result.unowned] == ["buy"]
    # A phone call is no pair.
    assert [thread.function for thread in result.uncovered] == ["Buying", "Logistics"]


def test_a_function_hangs_by_one_thread_until_a_second_person_meets_it(make_plan) -> None:
    pairs = [{"ours": "kam", "theirs": "buy"}, {"ours": "kam", "theirs": "head"}, {"ours": "log", "theirs": "depot"}]
    rhythm = [{"ours": "kam", "theirs": "depot", "mode": "visit"}]
    result = ties_of(make_plan, pairs=pairs, rhythm=rhythm)
    assert result is not None
    assert {thread.function: thread.single for thread in result.threads} == {
        "Buying": True,
        "Logistics": False,
        "Finance": False,
    }
    assert result.threads[1].ours == ("Log", "Kam")


def test_the_matrix_names_the_firmest_tie_first(make_plan) -> None:
    pairs = [
        {"ours": "kam", "theirs": "buy", "strength": "to-build"},
        {"ours": "kam", "theirs": "head", "strength": "firm"},
    ]
    result = ties_of(make_plan, pairs=pairs)
    assert result is not None
    assert [pair.strength for pair in result.matrix["Buying", "Sales"]] == ["firm", "to-build"]
    assert ("Finance", "Sales") not in result.matrix


def test_contacts_are_due_as_planned_or_after_the_interval(make_plan) -> None:
    rhythm = [
        {"ours": "kam", "theirs": "buy", "mode": "visit", "next": "2027-07-16"},
        {"ours": "kam", "theirs": "head", "mode": "visit", "last": "2027-07-01", "every": 14},
        {"ours": "log", "theirs": "depot", "mode": "phone", "next": "2027-07-10", "last": "2027-07-12", "every": 7},
        {"ours": "kam", "theirs": "money", "mode": "mail", "last": "2027-01-01"},
    ]
    result = ties_of(make_plan, rhythm=rhythm)
    assert result is not None
    assert [(due.item.theirs, due.due, due.overdue) for due in result.contacts] == [
        ("head", date(2027, 7, 15), True),
        ("buy", date(2027, 7, 16), False),
        ("depot", date(2027, 7, 19), False),
        ("money", None, False),
    ]
    assert result.contacts[0].days_late == 1


def test_visits_of_the_year_by_place(make_plan) -> None:
    visits = [
        {"date": "2026-12-30", "place": "store", "where": "Old"},
        {"date": "2027-02-01", "place": "store", "where": "A", "done": True},
        {"date": "2027-03-01", "place": "store", "where": "B", "follow_up": "Mend", "done": False},
        {"date": "2027-01-10", "place": "warehouse", "where": "C"},
    ]
    result = ties_of(make_plan, visits=visits)
    assert result is not None
    assert [(place.place, place.count, place.last) for place in result.places] == [
        ("store", 2, date(2027, 3, 1)),
        ("warehouse", 1, date(2027, 1, 10)),
        ("trade", 0, None),
    ]
    assert [visit.where for visit in result.visits] == ["B", "A", "C"]
    # What has nothing to follow up is not open.
    assert [place.open for place in result.places] == [1, 0, 0]


def test_a_plan_without_contacts(make_plan) -> None:
    assert map_ties(make_plan(), list_names(make_plan()), TODAY) is None
