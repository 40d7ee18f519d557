"""pydantic's locations → nodes, and the names of parts."""

from acbp.loading.compose import read_yaml
from acbp.loading.nodes import Node
from acbp.loading.positions import find, name_of, parts_at

from .stand_in import Heading, Item, Plan


def tree(text: str) -> Node:
    root, _ = read_yaml(text.encode(), "f")
    assert root is not None
    return root


ROOT = tree("actions:\n  - id: tea\n    value: 5\n  - value: 6\nplan:\n  title: x\n")


def test_a_location_is_followed() -> None:
    found = find(ROOT, ("actions", 1, "value"))
    assert (found.node.value, found.path, found.beyond) == (6, ("actions", 1, "value"), ())


def test_tags_and_validators_are_passed_over() -> None:
    found = find(ROOT, ("actions", "function-after[check(), list]", 0, "tagged", "value"))
    assert (found.node.value, found.path, found.beyond) == (5, ("actions", 0, "value"), ())


def test_what_is_not_there_lies_beyond() -> None:
    found = find(ROOT, ("actions", 0, "due"))
    assert (found.path, found.beyond) == (("actions", 0), ("due",))
    assert find(ROOT, ("actions", 9, "due")).beyond == (9, "due")


def test_items_are_named_by_id_or_counted_from_one() -> None:
    assert name_of(ROOT, ("actions", 0, "value")) == "actions[tea].value"
    assert name_of(ROOT, ("actions", 1, "value")) == "actions[2].value"
    assert name_of(ROOT, ("actions", 7, "value")) == "actions[8].value"
    assert name_of(ROOT, ()) == ""
    assert name_of(tree("actions:\n  - id: [a]\n"), ("actions", 0)) == "actions[1]"


def test_the_parts_that_may_stand_somewhere() -> None:
    assert parts_at(Plan, ()) == [Plan]
    assert parts_at(Plan, ("plan",)) == [Heading]
    assert parts_at(Plan, ("actions", 3)) == [Item]
    assert parts_at(Plan, ("actions",)) == []
