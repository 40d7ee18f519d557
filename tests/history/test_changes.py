"""What changed between two versions: every edit and no other."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from acbp.history.changes import find_changes
from acbp.history.matching import match_items
from acbp.loading import load_plan
from acbp.model import Plan
from tests.history.edits import Edit, Offers, edit
from tests.history.ledger import PLAN
from tests.printing import Example


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_edit_and_no_other_comes_out(examples: dict[str, Example], language: str) -> None:
    plan = examples[language].plan

    @settings(derandomize=True, max_examples=12, deadline=None, phases=[Phase.generate])
    @given(st.integers(0, 10**9), st.integers(1, 12))
    def check(seed: int, count: int) -> None:
        edited, done = edit(plan, random.Random(seed), count)
        assert {Edit(change.kind, change.location) for change in find_changes(plan, edited)} == done

    check()


def test_edits_of_every_kind_are_offered(examples: dict[str, Example]) -> None:
    plan = examples["en"].plan
    offered = [(location[-1], kind.split()[0]) for location, kind in Offers(plan).of_part(plan, ())]
    assert set(offered) >= {
        *(("status", "state"), ("owner", "link"), ("due", "day"), ("target", "figure"), ("weight", "figure")),
        *(("name", "text"), ("focus", "flag")),
    }
    assert {"add", "remove", "move"} <= {kind for _, kind in offered}


def changes(old: str, new: str, swap: tuple[str, str] = ("", "")) -> list[tuple[str, str, str]]:
    """Kind, name and English words of each change between two plans that differ in one place."""
    before, after = (read(PLAN + text) for text in (old, new))
    if swap[0]:
        after = read((PLAN + new).replace(*swap))
    return [(change.kind, change.name, change.label[1]) for change in find_changes(before, after)]


def read(text: str) -> Plan:
    """The plan in a text."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "harbour.yaml"
        path.write_text(text, encoding="utf-8")
        loaded = load_plan(path)
    assert loaded.plan is not None, [problem.message("en") for problem in loaded.problems]
    return loaded.plan


ACTION = "  - {{id: {id}, name: {name}, owner: ann, due: 2027-06-30}}\n"


def actions(*ids: str) -> str:
    """A list of actions."""
    return "relationships: {contacts: [{id: ann, side: us, name: Ann}]}\nactions:\n" + "".join(
        ACTION.format(id=each, name=each.title()) for each in ids
    )


def test_items_are_told_apart_by_their_ids() -> None:
    assert changes(actions("one", "two"), actions("zero", "one", "two")) == [
        ("added", "actions[zero]", "actions · Zero")
    ]
    assert changes(actions("one", "two"), actions("two")) == [("gone", "actions[one]", "actions · One")]
    assert changes(actions("a", "b", "c"), actions("c", "a", "b")) == [("moved", "actions[c]", "actions · C")]


def test_an_item_may_be_moved_and_edited_at_once() -> None:
    edited = actions("c", "a", "b").replace("name: C,", "name: New,")
    assert [(kind, name) for kind, name, _ in changes(actions("a", "b", "c"), edited)] == [
        ("moved", "actions[c]"),
        ("changed", "actions[c].name"),
    ]


def test_another_id_for_the_same_item() -> None:
    assert changes(actions("one"), actions("one").replace("id: one", "id: first")) == [
        ("changed", "actions[first].id", "actions · One · id")
    ]


def test_a_section_that_is_new_is_one_change() -> None:
    assert changes("", "goals: {statement: Grow}\n") == [("added", "goals", "goals")]


def test_what_means_the_same_is_no_change() -> None:
    assert changes("", "", ("Q1: 10,", "Q1: 10k,")) == []
    assert changes(actions("one"), actions("one").replace("due:", "status: open, due:")) == []


def test_the_unit_of_the_plan_bears_on_every_figure() -> None:
    found = changes("", "", ("money_unit: k", "money_unit: m"))
    assert (
        len(found) == 7
        and ("changed", "financials.categories[tea].quarters.Q4", "financials · categories · tea · quarters · Q4")
        in found
    )


def test_where_a_figure_comes_from() -> None:
    sourced = ("Q1: 10,", "Q1: {value: 10, source: ERP, as_of: 2027-01-01},")
    assert changes("", "", sourced) == [
        (
            "added",
            "financials.categories[tea].quarters.Q1.source",
            "financials · categories · tea · quarters · Q1 · source",
        ),
        (
            "added",
            "financials.categories[tea].quarters.Q1.as_of",
            "financials · categories · tea · quarters · Q1 · as of",
        ),
    ]


def test_each_language_of_a_text() -> None:
    assert changes("", "", ("title: Plan", "title: {en: Plan, zh: 计划}")) == [
        ("added", "plan.title.zh", "plan · title · zh")
    ]


def test_figures_carry_their_unit_and_old_and_new() -> None:
    (change,) = find_changes(read(PLAN), read(PLAN.replace("Q1: 10", "Q1: 12.5")))
    assert (change.old.held, change.new.held, change.new.unit) == (10_000, 12_500, "money")
    assert change.label[0] == "财务 · 品类 · tea · 分季度 · 一季度"


def test_a_word_of_a_list_that_took_the_place_of_another_is_changed() -> None:
    assert match_items(("A", "B"), ("A", "new word")) == {0: 0, 1: 1}
    assert match_items(("A", "B"), ("B",)) == {1: 0}
