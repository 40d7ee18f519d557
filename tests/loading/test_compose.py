"""Text → tree: values, places, and the limits that keep a hostile file harmless."""

from decimal import Decimal
from typing import Any

import pytest

from acbp.loading.compose import DEEPEST, interpret, read_yaml
from acbp.loading.nodes import Mark, Node


def tree(text: str) -> Node:
    root, problems = read_yaml(text.encode(), "plan.yaml")
    assert root is not None and not problems
    return root


def codes(text: str) -> list[str]:
    _, problems = read_yaml(text.encode(), "plan.yaml")
    assert all(problem.place is not None for problem in problems)
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("false", False),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("12.50", Decimal("12.50")),
        ("-0.5", Decimal("-0.5")),
        ("Null", "Null"),
        ("yes", "yes"),
        ("No", "No"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2027-01-31", "2027-01-31"),
        (".5", ".5"),
        ("5.", "5."),
        ("1e5", "1e5"),
        (".nan", ".nan"),
        ("+5", "+5"),
        ("１２", "１２"),
        ("9" * 31, "9" * 31),
        ("0." + "9" * 29, "0." + "9" * 29),
    ],
)
def test_plain_values(text: str, value: Any) -> None:
    read = interpret(text)
    assert read == value and type(read) is type(value)
    if text:
        assert tree(f"a: {text}\n").plain() == {"a": value}


def test_numbers_are_never_floats() -> None:
    assert [type(value) for value in tree("[1.5, 1e3, .5, 2]").plain()] == [Decimal, str, str, int]


@pytest.mark.parametrize("text", ['a: "360"', "a: '360'", "a: |\n  360", "a: >\n  360\n"])
def test_quoted_and_block_texts_are_text(text: str) -> None:
    assert tree(text).plain()["a"].strip() == "360"


def test_structure_and_order() -> None:
    text = "b: [1, {c: d}]\na:\n  - x: 1\n    y: ~\n  - - nested\n"
    assert tree(text).plain() == {"b": [1, {"c": "d"}], "a": [{"x": 1, "y": None}, ["nested"]]}
    assert list(tree(text).plain()) == ["b", "a"]


def test_keys_are_strings_as_written() -> None:
    assert tree("1: a\ntrue: b\n2027-01-01: c\nno: d\n").plain() == {
        "1": "a",
        "true": "b",
        "2027-01-01": "c",
        "no": "d",
    }


def test_places_count_code_points() -> None:
    node = tree("客户:\n  - 名称: 深圳𠮷店\n    id: a\n").get("客户").value[0]  # type: ignore[union-attr]
    name = node.value["名称"]
    assert (name.start, name.end) == (Mark(2, 9), Mark(2, 13))
    assert name.key is not None and (name.key.start, name.key.end) == (Mark(2, 5), Mark(2, 7))
    assert name.place().excerpt == "  - 名称: 深圳𠮷店"
    assert (name.place().column, name.place().end_column) == (9, 13)


def test_windows_line_ends_change_nothing() -> None:
    text = "a:\n  b: 1\n  c: |\n    x\n    y\n"
    unix, windows = tree(text), tree(text.replace("\n", "\r\n"))
    assert unix.plain() == windows.plain()
    assert [node.start for node in unix.walk()] == [node.start for node in windows.walk()]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "a:\n" + "".join(" " * n + "- \n" for n in range(60))]
)
def test_deep_nesting_neither_crashes_nor_hangs(text: str) -> None:
    assert codes(text) in (["E105"], ["E126"], ["E133"])


def test_the_deepest_level_allowed() -> None:
    assert codes("[" * DEEPEST + "]" * DEEPEST) == []
    assert codes("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) == ["E105"]


def test_an_alias_bomb_is_refused_alias_by_alias() -> None:
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    assert codes(text) == ["E103", "E103", "E102", "E102", "E102", "E102"]


def test_too_many_values() -> None:
    assert codes("[" + "1, " * 100_001 + "]") == ["E129"]


def test_a_number_of_any_length_is_read() -> None:
    assert tree("a: " + "9" * 5000).plain() == {"a": "9" * 5000}


@pytest.mark.parametrize(
    "text",
    [
        "a: 2026-02-30",
        "a: !!bool x",
        "a: !!timestamp x",
        "a: !!int ''",
        'a: "\\UFFFFFFFF"',
        'a: "\\uD800"',
        "a: !!binary '*'",
        "a: !!set {x}",
        "? ? ? a",
        "%TAG ! tag:x,2000:\n---\na: !x 1",
    ],
)
def test_what_breaks_other_readers_is_read_or_reported(text: str) -> None:
    root, problems = read_yaml(text.encode(), "f")
    assert (root is not None) or problems


def test_all_problems_of_a_text_are_found_at_once() -> None:
    assert codes("a: 1\na: 2\nb: &x y\nc: *x\nd: z #w\n") == ["E101", "E103", "E102", "W104"]


def test_a_key_without_space_is_text_and_no_key() -> None:
    assert tree("a: http://example.com:80/x\nb: 12:30\n").plain() == {"a": "http://example.com:80/x", "b": "12:30"}


@pytest.mark.parametrize(
    "text",
    ["a: x # note\n", "# note\na: x\n", "a: 'x #y'\n", "a: x#y\n", "a: |\n  x #y\n", "a: [x, y] # z\n", "a: x #\n"],
)
def test_comments_that_are_meant_as_comments(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text", ["a: [1, 200]\n", "a: [1,2]\n", "a: [2027,1]\n", "a: ['1,200']\n", "a: [x,200]\n", "a: 1,200\n"]
)
def test_lists_that_are_meant_as_lists(text: str) -> None:
    assert codes(text) == []


def test_full_width_signs_in_prose_are_prose() -> None:
    assert codes("a: 提示：先谈价格，再谈陈列（见附件）\nb: “快乐”计划\nc: ［一］\nd:\n  - 目标：增长\n") == []


def test_paragraphs_with_full_width_indents_are_prose() -> None:
    assert codes("a: |\n  \u3000\u3000第一段\n  \u3000\u3000第二段\n") == []
