"""Generated plans: every page of those that are printed is fit to be put before a customer."""

import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from acbp.model.base import Part
from acbp.model.texts import texts_of
from tests.conformance import breaches_of
from tests.printing import Example, print_plan

from .inspection import inspect
from .plans import Case, generate

SEEDS = range(300)
PRINTED = SEEDS if os.environ.get("CI") else SEEDS[96:108]
"""The seeds whose plans are printed: all of them take a quarter of an hour, which only continuous integration has."""


@pytest.mark.parametrize("seed", PRINTED, ids=lambda seed: f"seed-{seed:03}")
def test_a_generated_plan_prints_without_a_finding(seed: int, examples: dict[str, Example], tmp_path: Path) -> None:
    case = generate(seed, examples)
    made = print_plan(case.plan, case.workspace, **case.options())
    assert [str(finding) for finding in inspect(made, case.form, case.language)] == [], case
    assert breaches_of(made.content, tmp_path) == [], case


def test_a_seed_makes_the_same_plan_each_time(examples: dict[str, Example]) -> None:
    assert generate(7, examples) == generate(7, examples) != generate(8, examples)


@pytest.fixture(scope="module")
def cases(examples: dict[str, Example]) -> list[Case]:
    """All of them."""
    return [generate(seed, examples) for seed in SEEDS]


def test_the_edges_are_reached(cases: list[Case]) -> None:
    plans = [case.plan for case in cases]
    actions = {len(plan.actions) for plan in plans}
    promotions = {len(plan.promotions.items) for plan in plans if plan.promotions}
    kpis = {len(plan.scorecard.kpis) for plan in plans if plan.scorecard}
    reviews = {len(plan.reviews) for plan in plans}
    assert {0, 3, 80} <= actions
    assert {1, 120} <= promotions
    assert {2, 40} <= kpis
    assert {0, 1, 4, 5} <= reviews
    figures = [figure for plan in plans for figure in figures_of(plan)]
    assert min(figures) < 0 and 0 in figures and max(figures) > 10**10
    said = [text for plan in plans for _, text in texts_of(plan)]
    assert any(55 <= len(text) <= 60 for text in said) and any(len(text) > 1000 for text in said)
    assert all(any(word in text for text in said) for word in ("Kühlmöbelbeschaffungsrahmenvereinbarung", "𠮷", "µ"))


def test_every_kind_of_document_is_among_them(cases: list[Case]) -> None:
    assert {case.form for case in cases} == {"report", "review", "deck", "onepage"}
    kinds = {(case.form, case.edition, case.language) for case in cases if case.form != "review"}
    assert len(kinds) == 3 * 2 * 2
    assert len({case.brand.name for case in cases}) == 4


def figures_of(value: object) -> Iterator[Decimal]:
    """Every single figure below a part."""
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from figures_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from figures_of(item)
    elif isinstance(value, Decimal):
        yield value
