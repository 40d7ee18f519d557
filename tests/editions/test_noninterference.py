"""Whatever stands in internal fields, the customer's document comes out the same."""

import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from acbp.editions import for_customer, projection
from acbp.model import Plan, Workspace
from acbp.rendering import report
from tests.printing import Example

from .planting import Planter, planted_in

LANGUAGES = ("zh", "en")


def composed(example: Example, plan: Plan, workspace: Workspace | None, edition: str = "customer") -> tuple[Any, Any]:
    """The document and the bytes of all its pictures."""
    document, assets, problems = report.compose(plan, workspace, **example.options(edition, example.plan.plan.language))
    return document, {"assets": dict(assets), "problems": problems}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(12))
def test_the_customers_document_does_not_depend_on_what_is_internal(
    seed: int, language: str, examples: dict[str, Example]
) -> None:
    example, planter = examples[language], Planter(random.Random(seed))
    plan, workspace = planter.plant(example.plan), planter.plant(example.workspace)
    assert plan != example.plan
    assert composed(example, plan, workspace) == composed(example, example.plan, example.workspace)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_planted_is_in_the_customers_document(language: str, examples: dict[str, Example]) -> None:
    example, planter = examples[language], Planter()
    document, rest = composed(example, planter.plant(example.plan), planter.plant(example.workspace))
    assert planted_in(document) == []
    drawn = b"".join(content for _, content in rest["assets"].values())
    assert b"kanarienvogel" not in drawn and b"987,654" not in drawn and b"987654" not in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_absent_altogether_makes_no_difference(language: str, examples: dict[str, Example]) -> None:
    example = examples[language]
    assert composed(example, for_customer(example.plan), projection.seen(example.workspace)) == composed(
        example, example.plan, example.workspace
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_internal_document_does_depend_on_it(language: str, examples: dict[str, Example]) -> None:
    example = examples[language]
    bare = composed(example, for_customer(example.plan), None, "internal")
    assert bare != composed(example, example.plan, example.workspace, "internal")


def tell(plan: Plan, secret: object) -> Plan:
    """The plan with something that it must not tell in the customer's name."""
    return plan.model_copy(update={"account": plan.account.model_copy(update={"short_name": f"C{secret}"})})


def put(plan: Plan, section: str, **values: object) -> Plan:
    """The plan with other values in one section."""
    return plan.model_copy(update={section: getattr(plan, section).model_copy(update=values)})


LEAKS: dict[str, Callable[[Plan, Plan], Plan]] = {
    "a figure": lambda seen, plan: tell(seen, plan.supplier.total_sales),
    "a sum": lambda seen, plan: tell(seen, sum(item.margin or 0 for item in plan.promotions.items)),
    "a count": lambda seen, plan: tell(seen, len(plan.risks)),
    "whether there is any": lambda seen, plan: tell(seen, bool(plan.plan.approvals)),
    "a list": lambda seen, plan: put(seen, "financials", contribution=plan.financials.contribution),
    "a part of a part": lambda seen, plan: put(seen, "situation", competition=plan.situation.competition),
    "an order": lambda seen, plan: seen.model_copy(
        update={"strategies": tuple(sorted(seen.strategies, key=lambda each: -plan_value(plan, each.id)))}
    ),
}


def plan_value(plan: Plan, strategy: str) -> Decimal:
    """What a strategy costs us, which is internal."""
    return next(each.investment or Decimal(0) for each in plan.strategies if each.id == strategy)


@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_shows(leak: str, examples: dict[str, Example], monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison above is worth something only if it fails when something slips through."""
    example = examples["zh"]
    monkeypatch.setattr(report, "for_customer", lambda plan: LEAKS[leak](for_customer(plan), plan))
    bare = for_customer(example.plan)
    assert composed(example, example.plan, None) != composed(example, bare, None)
