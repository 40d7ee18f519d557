"""The tree and its places."""

from acbp.loading.compose import read_yaml
from acbp.loading.nodes import Mark, SourceText


def test_a_place_ends_with_its_line() -> None:
    source = SourceText("f", "abc: |\n  text\n")
    place = source.place(Mark(1, 6), Mark(3, 1))
    assert (place.column, place.end_column, place.excerpt) == (6, 7, "abc: |")


def test_a_line_beyond_the_end_is_empty() -> None:
    assert SourceText("f", "a\n").line(99) == ""


def test_a_mapping_is_placed_at_its_key_and_an_item_at_its_start() -> None:
    root, _ = read_yaml(b"a:\n  b:\n    - c: 1\nd:\n", "f")
    assert root is not None
    inner = root.get("a", "b")
    assert inner is not None
    assert (inner.place().line, inner.place().column) == (2, 3)
    assert (inner.value[0].place().line, inner.value[0].place().column) == (3, 7)
    assert root.value["d"].place().end_column == 2
    assert root.get("a", "x", "y") is None


def test_walk_meets_every_node() -> None:
    root, _ = read_yaml(b"a: [1, 2]\nb: {c: 3}\n", "f")
    assert root is not None
    assert [node.value for node in root.walk() if node.kind == "scalar"] == [1, 2, 3]
