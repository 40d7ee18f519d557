"""The pages on the rules."""

import re

import pytest

from acbp.analysis.rules import find_rule, known_rules
from acbp.building.rule_pages import describe_rules, explain_rule


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_has_its_section_under_its_group(lang: str) -> None:
    page = describe_rules(lang)
    headings = re.findall(r"^### (R\d{3}) (.+)$", page, re.MULTILINE)
    assert headings == [(rule.code, rule.words[lang].title) for rule in known_rules()]
    groups = re.findall(r"^## (R\d) ", page, re.MULTILINE)
    assert groups == sorted({rule.code[:2] for rule in known_rules()})
    assert page.count("```yaml") == 2 * len(headings) + 2
    assert "«" not in page


def test_an_explanation_says_why_how_and_by_example() -> None:
    rule = find_rule("R203")
    assert rule is not None
    text = explain_rule(rule, "en")
    words = rule.words["en"]
    assert text.startswith(f"# R203 {words.title}\n")
    assert words.why in text and words.hint in text and "decision: pursue" in text
    assert "{name}" not in text


def test_the_english_page_is_in_english() -> None:
    assert not re.search("[\u4e00-\u9fff]", describe_rules("en").replace("{zh: 货架扩容", ""))
