"""References inside texts."""

import pytest

from acbp.analysis.explaining.braces import fill_in, holds_references, references_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Grow by 5%", []),
        ("Grow by {{ sales.growth }}", ["sales.growth"]),
        ("{{sales.growth}} and {{ objectives[tea].target }}.", ["sales.growth", "objectives[tea].target"]),
        ("{{ sales.growth * 2 }}", [None]),
        ("{{ sales.plan | upper }}", [None]),
        ("{{ 'text' }}", [None]),
        ("{{ }}", [None]),
        ("{{ sales..plan }}", [None]),
        ("{{{ sales.plan }}}", [None]),
        ("{{ sales.plan", [""]),
        ("{{ sales.plan {{ sales.last }}", ["", "sales.last"]),
        ("{% if x %} { sales.plan }", []),
    ],
)
def test_a_reference_and_nothing_else_stands_between_the_braces(text: str, found: list[str | None]) -> None:
    assert references_in(text) == found


def test_each_reference_is_filled_in() -> None:
    assert fill_in("a {{ x.y }} b {{z}} c", lambda name: f"<{name}>") == "a <x.y> b <z> c"


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    assert fill_in("{{ x }}", lambda name: "{{ y }}") == "{{ y }}"


def test_a_plan_holds_references_in_any_text_and_language(make_plan) -> None:
    assert not holds_references(make_plan())
    assert holds_references(make_plan(goals={"statement": "To {{ sales.plan }}"}))
    assert holds_references(make_plan(goals={"joint": [{"text": {"zh": "目标", "en": "To {{ sales.plan }}"}}]}))
    assert holds_references(make_plan(heading={"pages": {"overview": {"title": "{{ sales.plan }}"}}}))
