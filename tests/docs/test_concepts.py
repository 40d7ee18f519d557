"""The table of concepts: every one has a field that exists and is filled, a page that prints it, and its audience."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from acbp.analysis.rules import known_rules
from acbp.loading import load_plan
from acbp.loading.schema import parts_in
from acbp.model import Plan
from acbp.model.base import Part, audience_of
from acbp.rendering.brand import Brand
from acbp.rendering.report import compose

ROOT = Path(__file__).parents[2]
PLANS = ("qingquan-hualian-2027", "northfield-castlegate-2027.yaml")
AUDIENCES = {"customer", "internal", "both", "tool", "none"}
ROW = re.compile(r"\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]*) \| ([^|]*) \| (\w+) \| ([^|]*) \|")
NAMED = re.compile(r"`([^`]+)`")


@cache
def rows() -> dict[int, tuple[str, ...]]:
    """Number → Chinese, English, fields, pages, audience, note."""
    found = ROW.findall((ROOT / "docs" / "concepts.md").read_text(encoding="utf-8"))
    assert len({number for number, *_ in found}) == len(found), "a number is given twice"
    return {int(number): tuple(cell.strip() for cell in cells) for number, *cells in found}


def fields_at(path: str) -> list[Any]:
    """The fields of the model that a dotted path leads to, lists passed over."""
    models: list[Any] = [Plan]
    fields: list[Any] = []
    for name in path.split("."):
        fields = [model.model_fields[name] for model in models if name in model.model_fields]
        models = [part for field in fields for part in parts_in(field.annotation)]
    return fields


def held(part: Any, names: list[str]) -> Iterator[Any]:
    """Every value that a plan holds at a path, lists passed over."""
    if isinstance(part, tuple):
        for item in part:
            yield from held(item, names)
    elif not names:
        yield part
    elif isinstance(part, Part):
        yield from held(getattr(part, names[0]), names[1:])


@cache
def plan(name: str) -> Plan:
    """An example plan."""
    loaded = load_plan(ROOT / "plans" / name)
    assert loaded.plan is not None
    return loaded.plan


@cache
def pages(name: str, edition: str) -> frozenset[str]:
    """The names of the pages that an example prints."""
    document, *_ = compose(
        plan(name), None, edition=edition, language="en", brand=Brand("plain"), as_of=plan(name).plan.date
    )
    return frozenset({page["name"] for page in document["pages"]} | {"cover", "contents"})


def test_there_are_118_rows_and_none_is_empty() -> None:
    assert sorted(rows()) == list(range(1, 119))
    for number, (chinese, english, fields, shown, audience, note) in rows().items():
        assert chinese and english and audience in AUDIENCES, number
        assert (fields and shown) or note, f"{number} has neither a home nor a reason"


@pytest.mark.parametrize("number", range(1, 119))
def test_each_field_exists_and_both_examples_fill_it(number: int) -> None:
    for path in NAMED.findall(rows()[number][2]):
        assert fields_at(path), f"no field {path}"
        for name in PLANS:
            values = [value for value in held(plan(name), path.split(".")) if value not in (None, (), "", {})]
            assert values, f"{name} leaves {path} empty"


@pytest.mark.parametrize("number", range(1, 119))
def test_each_page_is_printed_for_those_who_may_see_it(number: int) -> None:
    _, _, _, shown, audience, _ = rows()[number]
    for page in NAMED.findall(shown):
        for name in PLANS:
            assert page in pages(name, "internal"), f"{name} prints no page {page}"
            if audience == "customer":
                assert page in pages(name, "customer"), f"{name} prints no page {page} for the customer"


@pytest.mark.parametrize("number", range(1, 119))
def test_each_audience_is_that_of_the_fields(number: int) -> None:
    _, _, fields, _, audience, _ = rows()[number]
    eyes = {eye for path in NAMED.findall(fields) for eye in audiences_along(path)}
    if audience == "customer":
        assert eyes == {"customer"}
    elif audience == "internal":
        assert eyes == {"internal"}
    elif audience == "both":
        assert eyes == {"customer", "internal"}


def audiences_along(path: str) -> set[str]:
    """Who may see the field at the end of a path: it is internal if anything above it is."""
    names = path.split(".")
    above = [field for end in range(1, len(names) + 1) for field in fields_at(".".join(names[:end]))]
    return {"internal"} if any(audience_of(field) == "internal" for field in above) else {"customer"}


def test_rules_that_are_named_exist() -> None:
    named = {code for *_, note in rows().values() for code in re.findall(r"\bR\d{3}\b", note)}
    assert named, "at least one concept is a rule"
    assert named <= {rule.code for rule in known_rules()}
