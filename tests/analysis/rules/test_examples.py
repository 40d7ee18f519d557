"""Every rule finds the fault of its bad example at the marked line, and nothing in its good one."""

import string
from pathlib import Path

import pytest

from acbp.analysis.rules import Rule, known_rules
from acbp.loading.nodes import Node
from acbp.loading.positions import name_of
from acbp.loading.source import read_file

from .conftest import SOUND, Examine

MARK = "# ←"


def marked_names(text: str, file: Path) -> set[str]:
    """The names of everything that begins on the marked line of an example."""
    file.write_text(text.replace("~", "left-out"), "utf-8")
    root = read_file(file).root
    assert root is not None
    line = next(number for number, each in enumerate(text.split("\n"), 1) if MARK in each)
    names = set()

    def visit(node: Node, location: tuple[str | int, ...]) -> None:
        if location and node.place().line == line:
            names.add(name_of(root, location))
        keys = list(node.value) if node.kind == "mapping" else range(len(list(node.children())))
        for key, child in zip(keys, node.children(), strict=True):
            visit(child, (*location, key))

    visit(root, ())
    return names


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("rule", known_rules(), ids=lambda rule: rule.code)
def test_the_bad_example_is_found_where_it_is_marked(rule: Rule, lang: str, examine: Examine, tmp_path: Path) -> None:
    text = rule.example("bad", lang)
    assert text.count(MARK) == 1
    loaded, breaches = examine(text)
    found = [loaded.name(breach.location) for breach in breaches if breach.rule.code == rule.code]
    assert len(found) == 1, found
    assert found[0] in marked_names(text, tmp_path / "example.yaml")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("rule", known_rules(), ids=lambda rule: rule.code)
def test_the_good_example_passes(rule: Rule, lang: str, examine: Examine) -> None:
    assert MARK not in rule.example("good", lang)
    _, breaches = examine(rule.example("good", lang))
    assert [breach for breach in breaches if breach.rule.code == rule.code] == []


def test_no_rule_finds_anything_in_the_sound_plan(examine: Examine) -> None:
    loaded, breaches = examine(SOUND.read_text("utf-8"))
    assert [(breach.rule.code, loaded.name(breach.location)) for breach in breaches] == []


@pytest.mark.parametrize("rule", known_rules(), ids=lambda rule: rule.code)
def test_a_rule_speaks_both_languages_and_fills_every_field(rule: Rule, examine: Examine) -> None:
    fields = {
        lang: {name for text in words for _, name, _, _ in string.Formatter().parse(text) if name}
        for lang, words in rule.words.items()
    }
    assert fields["zh"] == fields["en"]
    assert all(text.strip() for words in rule.words.values() for text in words)
    assert not any("\u4e00" <= char <= "\u9fff" for text in rule.words["en"] for char in text)
    _, breaches = examine(rule.example("bad", "en"))
    values = next(breach.values for breach in breaches if breach.rule.code == rule.code)
    assert set(values) >= fields["en"]
