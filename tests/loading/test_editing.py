import pytest

from acbp.loading.compose import read_yaml
from acbp.loading.editing import Edits
from acbp.loading.nodes import Node


def read(text: str) -> Node:
    root, problems = read_yaml(text.encode(), "plan.yaml")
    assert root is not None and problems == []
    return root


def at(root: Node, path: str) -> Node:
    node = root
    for step in path.split("."):
        node = node.value[int(step)] if step.isdigit() else node.value[step]
    return node


@pytest.mark.parametrize(
    ("text", "gone", "left"),
    [
        ("a: 1\n# of b\nb: 2\nc: 3\n", ["b"], "a: 1\nc: 3\n"),
        ("a: 1\n\nb:\n  - x\n  - y\n  # deeper\n\nc: 3\n", ["b"], "a: 1\n\nc: 3\n"),
        ("l:\n  - id: x\n    n: 1\n  # of y\n  - id: y\n    n: 2\n", ["l.1"], "l:\n  - id: x\n    n: 1\n"),
        ("l:\n  - {id: x, n: 1, m: 2}\n", ["l.0.n", "l.0.m"], "l:\n  - {id: x}\n"),
        ("l:\n  - { id: x, n: 1, m: 2 }\n", ["l.0.m"], "l:\n  - { id: x, n: 1 }\n"),
        ("l:\n  - {n: 1, id: x}\n", ["l.0.n"], "l:\n  - {id: x}\n"),
        ("l: [a, b, c]\n", ["l.1"], "l: [a, c]\n"),
        ("l: [a]\n", ["l.0"], "l: []\n"),
        ("a:\n  b: 1\n  c:\n    d: 2\n", ["a.c", "a.c.d"], "a:\n  b: 1\n"),
        ("a: >-\n  two\n  lines\nb: 1\n", ["a"], "b: 1\n"),
        ("t:\n  ? long\n  : 1\n  ? longer\n  : 2\n  c: 3\n", ["t.longer"], "t:\n  ? long\n  : 1\n  c: 3\n"),
    ],
)
def test_what_is_left_out_leaves_the_rest_as_it_was(text: str, gone: list[str], left: str) -> None:
    root, edits = read(text), Edits()
    for path in gone:
        assert edits.leave_out(at(root, path))
    assert edits.apply() == {"plan.yaml": left}


def test_what_cannot_be_taken_out_stays() -> None:
    root, edits = read("l:\n  - id: x\n    n: 1\nm: {a: {b: 1,\n  c: 2}}\n"), Edits()
    assert not edits.leave_out(at(root, "l.0.id"))
    assert not edits.leave_out(at(root, "m.a"))
    assert edits.apply() == {}


def test_values_are_replaced_in_their_places() -> None:
    root, edits = read("a: 1  # one\nb: >-\n  two\n  lines\nc: {d: x, e: y}\n"), Edits()
    edits.put(at(root, "a"), "10")
    edits.put(at(root, "b"), '"short"')
    edits.put(at(root, "c.e"), "longer")
    edits.put(at(root, "c.d"), "z")
    assert edits.apply() == {"plan.yaml": 'a: 10  # one\nb: "short"\nc: {d: z, e: longer}\n'}


def test_a_value_inside_what_is_left_out_is_not_written() -> None:
    root, edits = read("a:\n  b: 1\nc: {d: 1, e: 2}\n"), Edits()
    edits.put(at(root, "a.b"), "10")
    edits.put(at(root, "c.d"), "10")
    edits.leave_out(at(root, "a"))
    edits.leave_out(at(root, "c.d"))
    assert edits.apply() == {"plan.yaml": "c: {e: 2}\n"}


def test_lines_are_added_below_a_value() -> None:
    root, edits = read("l:\n  - {y: 1}\n  - y: 2\n    z: 3\nm: 1\n"), Edits()
    edits.add_below(at(root, "l.1"), ["  - {y: 3}"])
    assert edits.apply() == {"plan.yaml": "l:\n  - {y: 1}\n  - y: 2\n    z: 3\n  - {y: 3}\nm: 1\n"}
