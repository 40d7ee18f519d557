"""Translations in a section of their own: put to their originals, and told where they have none."""

from pathlib import Path

import pytest

from acbp.editions import for_customer
from acbp.editions.language import in_language, untranslated
from acbp.loading import load_plan
from acbp.loading.load import Loaded
from acbp.model import Plan, Workspace
from acbp.model.wording import Wording

PLAN = """
plan: {id: tea, title: 年度计划, year: 2028, language: zh, owner: 林悦, date: 2028-04-16}
account: {name: 海棠里商业集团, short_name: 海棠里}
supplier: {name: 禾悦食品有限公司, short_name: 禾悦}
opportunities:
  items:
    - {id: price, name: 坚果, customer_benefit: 单米毛利更高, our_benefit: 补上缺口}
    - {id: tins, name: {zh: 礼盒, en: Gift tins}, customer_benefit: 客单更高, audience: internal}
goals:
  messages:
    - heading: 坚果
      text: >
        第一行
        第二行
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def read(translations: str, *overrides: str, workspace: str = "") -> Loaded[Plan, Workspace]:
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    Path("translations.yaml").write_text(translations, encoding="utf-8")
    if workspace:
        Path("acbp.yaml").write_text(workspace, encoding="utf-8")
    return load_plan(".", overrides=overrides)


def test_every_text_that_equals_an_original_is_given_in_both_languages() -> None:
    loaded = read("en: {坚果: Nuts, 单米毛利更高: More margin a metre, 第一行 第二行: Two lines}\n")
    assert loaded.problems == () and loaded.plan is not None
    plan = in_language(loaded.plan, "en")
    assert [item.name for item in plan.opportunities.items] == ["Nuts", "Gift tins"]
    assert plan.goals is not None
    assert (plan.goals.messages[0].heading, plan.goals.messages[0].text) == ("Nuts", "Two lines")
    assert in_language(loaded.plan, "zh").opportunities.items[0].name == "坚果"
    assert loaded.plan.opportunities.items[0].name == Wording({"zh": "坚果", "en": "Nuts"})
    assert untranslated(loaded.plan, "en") == 8


def test_ids_and_words_of_closed_lists_are_no_texts() -> None:
    loaded = read("zh: {price: 价格, zh: 中文}\n")
    assert [problem.code for problem in loaded.problems] == ["W291", "W291"]
    assert loaded.plan is not None
    assert (loaded.plan.opportunities.items[0].id, loaded.plan.plan.language) == ("price", "zh")
    assert not isinstance(loaded.plan.opportunities.items[0].id, Wording)


def test_a_translation_without_an_original_is_told_with_the_nearest_text() -> None:
    loaded = read("en:\n  坚果: Nuts\n  单米毛利高: More margin a metre\n  全新的一句话: New\n  礼盒: Tins\n")
    assert [(each.code, each.place.file, each.place.line) for each in loaded.problems if each.place] == [
        ("W291", "translations.yaml", 3),
        ("W291", "translations.yaml", 4),
        ("W291", "translations.yaml", 5),
    ]
    assert [each.values.get("nearest") for each in loaded.problems] == ["单米毛利更高", None, None]
    assert loaded.plan is not None


def test_a_fault_of_a_translation_is_told_where_it_stands() -> None:
    loaded = read(f"en:\n  坚果: {'a ' * 200}\n  补上缺口: 5\n  客单更高:\n")
    found = [(each.code, each.place.line, each.item) for each in loaded.problems if each.place]
    assert found == [
        ("E206", 2, "goals.messages[1].heading.en"),
        ("E127", 3, "translations.en.补上缺口"),
        ("E211", 4, "translations.en.客单更高"),
    ]
    (problem,) = read("fr: {坚果: Noix}\n").problems
    assert (problem.code, problem.item) == ("E201", "translations.fr")


def test_values_from_elsewhere_are_translated_too() -> None:
    workspace = "definitions: [{term: 供货额, meaning: 不含税}]\n"
    loaded = read("en: {不含税: without tax, 新标题: New title}\n", "plan.title=新标题", workspace=workspace)
    assert loaded.problems == () and loaded.plan is not None and loaded.workspace is not None
    plan = in_language(loaded.plan, "en")
    assert (plan.plan.title, plan.plan.definitions[0].meaning) == ("New title", "without tax")


def test_the_section_may_be_chinese() -> None:
    loaded = read("英文: {坚果: Nuts}\n")
    assert loaded.problems == () and loaded.plan is not None
    assert in_language(loaded.plan, "en").opportunities.items[0].name == "Nuts"


def test_no_edition_carries_the_section() -> None:
    loaded = read("en: {坚果: Nuts, 补上缺口: Kanarienvogel, 客单更高: Kanarienvogel, 没有这句: Kanarienvogel}\n")
    assert loaded.plan is not None and loaded.plan.translations is None
    assert "Kanarienvogel" in repr(in_language(loaded.plan, "en"))
    for language in ("zh", "en"):
        told = repr(in_language(for_customer(loaded.plan), language))
        assert "Kanarienvogel" not in told and "没有这句" not in told


def test_long_texts_may_be_keys() -> None:
    loaded = read('en:\n  ? "第一行\n    第二行"\n  : Two lines\n')
    assert loaded.problems == () and loaded.plan is not None and loaded.plan.goals is not None
    assert in_language(loaded.plan, "en").goals.messages[0].text == "Two lines"
