"""The catalogues of words: complete in both languages, and in step with the program."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest

import acbp.rendering
from acbp.model.account import Account, Need, StoreGroup, TeamMember
from acbp.model.activity import Promotions
from acbp.model.ambitions import Opportunity
from acbp.model.assessment import ExitTest, ExitTests, Factor, Grading, Identification, Mark, ScreeningTest
from acbp.model.financials import ProfitItem
from acbp.model.governance import Evaluation, Occasion, Steering
from acbp.model.heading import Heading
from acbp.model.negotiation import Tactic
from acbp.model.organisation import Department, Resource, Style, Voice
from acbp.model.progress import Carried
from acbp.model.relationships import Contact, Ladder, Pair, Rhythm, Visit
from acbp.model.risks import Risk
from acbp.model.service import Enablement, Issue, ServiceLevel, Standard, Support
from acbp.model.shopper import JourneyStep
from acbp.model.situation import Force
from acbp.model.space import Material
from acbp.model.team import Liaison, Skill
from acbp.model.terms import Allowance, Discount, Lever, PaymentStep
from acbp.rendering.words import Words, load_words, read_catalogue

CATALOGUES = {language: read_catalogue(language) for language in ("zh", "en")}
PAGES = {key.partition(".")[0] for key in CATALOGUES["en"]}
TREES = {
    source: ast.parse(source.read_text(encoding="utf-8"))
    for source in sorted(Path(acbp.rendering.__file__).parent.rglob("*.py"))
}


def texts(held: Any) -> list[str]:
    """The forms of an entry."""
    return list(held.values()) if isinstance(held, dict) else [held]


def fields(held: Any) -> set[str]:
    """The names in braces in an entry, in any of its forms."""
    return {name for text in texts(held) for _, name, _, _ in Formatter().parse(text) if name is not None}


def pattern_of(node: ast.expr) -> str:
    """The key that an expression stands for, as a pattern: ``status\\..+`` for a family; empty if it is no key."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    pattern = ""
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            pattern += re.escape(part.value)
        elif isinstance(part, ast.FormattedValue):
            pattern += ".+"
    found = re.fullmatch(r"([a-z_]+)\\\.[a-z_0-9.+]+", pattern)
    return pattern if found and found[1] in PAGES else ""


def mentioned(tree: ast.AST) -> Iterator[str]:
    """Every key that a source mentions, as a pattern; the pieces of a family's name are no keys themselves."""
    for node in ast.iter_child_nodes(tree):
        if pattern := pattern_of(node):
            yield pattern
        if isinstance(node, ast.JoinedStr):
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    yield from mentioned(part)
        else:
            yield from mentioned(node)


def calls(tree: ast.AST) -> Iterator[tuple[str, set[str]]]:
    """Every look-up of a word: its key as a pattern, and the names of the values that it fills in."""
    for node in ast.walk(tree):
        name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
        if name == "words" and node.args and all(keyword.arg for keyword in node.keywords):
            key = node.args[0]
            for each in (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,):
                if pattern := pattern_of(each):
                    yield pattern, {str(keyword.arg) for keyword in node.keywords}


def test_both_languages_say_the_same_things() -> None:
    assert set(CATALOGUES["zh"]) == set(CATALOGUES["en"])


def test_every_value_that_a_text_wants_is_given_to_it() -> None:
    # The languages need not use the same values: English tells the currency where Chinese says the measure word.
    wanting = {
        f"{source.name}: {key} {language}: {sorted(lacking)}"
        for source, tree in TREES.items()
        for pattern, given in calls(tree)
        for language, catalogue in CATALOGUES.items()
        for key, held in catalogue.items()
        if pattern == re.escape(key) and (lacking := fields(held) - given)
    }
    assert wanting == set()


def test_no_entry_is_empty_and_no_brace_is_left_open() -> None:
    for language, catalogue in CATALOGUES.items():
        for key, held in catalogue.items():
            for text in texts(held):
                # Chinese sets nothing where English sets "of"; English knows neither measure words nor company seals.
                may_be_empty = key in ("common.of", "signoff.seal") or key.startswith("measure.")
                assert isinstance(text, str) and (text or may_be_empty), f"{language} {key}"
                assert "{}" not in text and not re.search(r"\{[^a-z]", text), f"{language} {key}"


def test_forms_by_count_are_one_and_other() -> None:
    for catalogue in CATALOGUES.values():
        forms = {tuple(sorted(held)) for held in catalogue.values() if isinstance(held, dict)}
        assert forms <= {("one", "other"), ("other",)}


def test_every_word_that_the_program_asks_for_is_there() -> None:
    unknown = {
        f"{source.name}: {pattern}"
        for source, tree in TREES.items()
        for pattern in mentioned(tree)
        if not any(re.fullmatch(pattern, key) for key in CATALOGUES["en"])
    }
    assert unknown == set()


def test_the_searches_see_what_they_should() -> None:
    tree = ast.parse(
        "words('contents.title', n=1); desk.words(f'status.{mark}'); f\"{words('common.of')}\"; words(key, **values);"
        "words('common.grows' if up else 'common.falls', by='x'); open('report.css'); 'cover.note_'"
    )
    assert set(mentioned(tree)) == {
        r"contents\.title", r"status\..+", r"common\.of", r"common\.grows", r"common\.falls", r"cover\.note_"
    }  # fmt: skip
    assert list(calls(tree)) == [
        (r"contents\.title", {"n"}), (r"status\..+", set()),
        (r"common\.grows", {"by"}), (r"common\.falls", {"by"}), (r"common\.of", set()),
    ]  # fmt: skip


def choices(part: Any, name: str) -> list[str]:
    """The values that a field may have."""

    def inner(kind: Any) -> Iterator[str]:
        for each in get_args(kind):
            if isinstance(each, str):
                yield each
            else:
                yield from inner(each)

    return list(inner(part.model_fields[name].annotation))


@pytest.mark.parametrize(
    ("family", "part", "name"),
    [
        ("plan_status.{}", Heading, "status"),
        ("note.tax_{}", Heading, "tax_basis"),
        ("account.tier_{}", Account, "tier"),
        ("account.customer_type_{}", Account, "customer_type"),
        ("account.customer_class_{}", Account, "customer_class"),
        ("raci.{}", TeamMember, "role"),
        ("estate.potential_{}", StoreGroup, "potential"),
        ("estate.priority_{}", Need, "priority"),
        ("standing.action_{}", Grading, "action"),
        ("standing.style_{}", Style, "kinds"),
        ("standing.method_{}", Identification, "method"),
        ("standing.mark_{}", Mark, "mark"),
        ("standing.resource_{}", Resource, "kind"),
        ("department.{}", Department, "kind"),
        ("part_in.{}", Voice, "part"),
        ("block.{}", Factor, "block"),
        ("criterion.{}", ScreeningTest, "test"),
        ("criterion.{}", ExitTest, "test"),
        ("result.{}", ExitTest, "result"),
        ("assessment.exit_{}", ExitTests, "decision"),
        ("assessment.title_{}", ExitTests, "decision"),
        ("function.{}", Liaison, "function"),
        ("skill.{}", Skill, "skill"),
        ("promotions.roi_{}", Promotions, "roi"),
        ("profit.group_{}", ProfitItem, "group"),
        ("profit.said_{}", ProfitItem, "group"),
        ("stance.{}", Contact, "stance"),
        ("tier.{}", Pair, "tier"),
        ("strength.{}", Pair, "strength"),
        ("level.{}", Pair, "level"),
        ("level.{}", Pair, "wanted"),
        ("mode.{}", Rhythm, "mode"),
        ("place.{}", Visit, "place"),
        ("rung.{}", Ladder, "now"),
        ("formation.{}", Ladder, "formation"),
        ("shopper.step_{}", JourneyStep, "step"),
        ("shopper.source_{}", JourneyStep, "sources"),
        ("outcome.{}", Carried, "outcome"),
        ("force.{}", Force, "kind"),
        ("effect.{}", Force, "effect"),
        ("condition.{}", Material, "condition"),
        ("level_of.{}", ServiceLevel, "measure"),
        ("level_means.{}", ServiceLevel, "measure"),
        ("standard.{}", Standard, "kind"),
        ("support.{}", Support, "part"),
        ("enablement.{}", Enablement, "now"),
        ("severity.{}", Issue, "severity"),
        ("issue_kind.{}", Issue, "kind"),
        ("stage.{}", Issue, "status"),
        ("occasion.{}", Occasion, "kind"),
        ("steering.{}", Steering, "kind"),
        ("horizon.{}", Evaluation, "horizon"),
        ("risk_kind.{}", Risk, "kind"),
        ("opportunity_stage.{}", Opportunity, "stage"),
        ("terms.kind_{}", Discount, "kind"),
        ("terms.kind_{}", Allowance, "kind"),
        ("pocket.kind_{}", Lever, "kind"),
        ("pocket.status_{}", PaymentStep, "status"),
        ("negotiation.tactic_{}", Tactic, "kind"),
    ],
)
def test_there_is_a_word_for_every_value_that_a_plan_may_hold(family: str, part: Any, name: str) -> None:
    values = choices(part, name)
    assert len(values) > 1
    for catalogue in CATALOGUES.values():
        assert [value for value in values if family.format(value) not in catalogue] == []


def test_filling_in() -> None:
    words = Words(
        "en", {"a.b": "{x} of {y}", "a.n": {"one": "one page", "other": "{count} pages"}, "a.o": {"other": "o"}}
    )
    assert words("a.b", x="1", y="2") == "1 of 2"
    assert [words("a.n", n=1), words("a.n", n=3, count="3"), words("a.o", n=1)] == ["one page", "3 pages", "o"]
    assert "a.b" in words and "a.c" not in words


def test_a_word_that_is_missing_is_a_fault_never_an_empty_place() -> None:
    with pytest.raises(KeyError):
        load_words("zh")("common.no-such-word")
    with pytest.raises(KeyError):
        load_words("en")("cover.note_week", name="x")


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    assert Words("en", {"a.b": "{x}"})("a.b", x="{y} {0} {x.__class__}") == "{y} {0} {x.__class__}"


def test_languages() -> None:
    assert load_words("zh-CN") is load_words("zh-CN")
    assert load_words("zh-CN").language == "zh"
    assert load_words("fr").language == "en"
