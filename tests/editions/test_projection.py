"""Nothing internal is left in the customer's plan, and what is left is a whole plan."""

from typing import Any

import pytest

from acbp.analysis.figures import analyse
from acbp.editions import for_customer, projection
from acbp.editions.projection import seen
from acbp.model import Plan
from acbp.model.base import Part, audience_of
from acbp.model.links import ids_of, links_of
from tests.printing import Example

from .planting import Planter, parts_with_paths, planted_in, remains_of_internal

LANGUAGES = ("zh", "en")
MARKS = ("audience", "internal")
SECTIONS = [name for name in Plan.model_fields if name not in ("plan", "account", "supplier", *MARKS)]


def every_part(plan: Plan) -> list[tuple[str, Part]]:
    """Every part of a plan, with the way to it."""
    found, todo = [], [("plan", plan)]
    while todo:
        path, part = todo.pop()
        found.append((path, part))
        for name in type(part).model_fields:
            todo += parts_with_paths(getattr(part, name), f"{path}.{name}")
    return found


def incomplete(plan: Plan) -> list[str]:
    """Required fields that are missing and links that lead nowhere."""
    missing = [
        f"{path}.{name}"
        for path, part in every_part(plan)
        for name, field in type(part).model_fields.items()
        if field.is_required() and getattr(part, name, None) is None
    ]
    ids = ids_of(plan)
    return missing + [str(link) for link in links_of(plan) if link.target not in ids[link.kind]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_internal_value_remains(language: str, examples: dict[str, Example]) -> None:
    example = examples[language]
    planted = Planter().plant(example.plan)
    assert len(planted_in(planted)) > 150
    projected = for_customer(planted)
    assert planted_in(projected) == []
    assert planted_in(projected.model_dump()) == []
    assert "kanarienvogel" not in repr(projected) and "987654" not in repr(projected)
    assert remains_of_internal(projected) == []


def test_no_internal_value_of_the_workspace_remains(examples: dict[str, Example]) -> None:
    workspace = examples["zh"].workspace
    assert workspace is not None and workspace.grades
    planted = Planter().plant(workspace)
    assert len(planted_in(planted)) > 5
    assert planted_in(seen(planted)) == []
    assert remains_of_internal(seen(planted)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_internal_values_change_nothing_that_remains(language: str, examples: dict[str, Example]) -> None:
    plan = examples[language].plan
    assert for_customer(Planter().plant(plan)) == for_customer(plan)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_remains_is_a_whole_plan(language: str, examples: dict[str, Example]) -> None:
    example = examples[language]
    projected = for_customer(example.plan)
    assert incomplete(projected) == []
    assert analyse(projected, seen(example.workspace), projected.plan.date).risks is None
    customers = [
        name
        for name, field in Plan.model_fields.items()
        if audience_of(field) == "customer" and name not in ("audience", "internal")
    ]
    assert all(bool(getattr(projected, name)) == bool(getattr(example.plan, name)) for name in customers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_remains_is_not_cut_further(language: str, examples: dict[str, Example]) -> None:
    once = for_customer(examples[language].plan)
    assert for_customer(once) == once


def test_the_plan_itself_is_left_alone(examples: dict[str, Example]) -> None:
    plan = examples["zh"].plan
    before = plan.model_dump()
    for_customer(plan)
    assert plan.model_dump() == before


def test_the_search_finds_a_projection_that_keeps_everything(
    examples: dict[str, Example], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projection, "audience_of", lambda field: "customer")
    plan = examples["en"].plan
    assert len(planted_in(for_customer(Planter().plant(plan)))) > 150
    assert len(remains_of_internal(for_customer(plan))) > 100


@pytest.mark.parametrize("kept", ["total_sales", "margin", "internal_title", "reason", "investment"])
def test_the_search_finds_a_single_field_that_slipped_through(
    kept: str, examples: dict[str, Example], monkeypatch: pytest.MonkeyPatch
) -> None:
    declared = projection.audience_of
    kinds = {type(part) for _, part in every_part(examples["zh"].plan)}
    slipped = {id(kind.model_fields[kept]) for kind in kinds if kept in kind.model_fields}
    monkeypatch.setattr(
        projection, "audience_of", lambda field: "customer" if id(field) in slipped else declared(field)
    )
    assert planted_in(for_customer(Planter().plant(examples["zh"].plan)))


# --- what the author keeps back ---


def tightened(plan: Plan, change: Any) -> Plan:
    """The plan with one part replaced: `change` gets every part and returns it, or another in its place."""

    def visit(value: Any) -> Any:
        if isinstance(value, Part):
            fields = type(value).model_fields
            return change(value.model_copy(update={name: visit(getattr(value, name)) for name in fields}))
        if isinstance(value, tuple):
            return tuple(map(visit, value))
        if isinstance(value, dict):
            return {key: visit(held) for key, held in value.items()}
        return value

    return visit(plan)


def hide(kind: str, **match: Any) -> Any:
    """Mark the part of that kind and those values internal as a whole."""

    def change(part: Part) -> Part:
        hit = type(part).__name__ == kind and all(getattr(part, name) == value for name, value in match.items())
        return part.model_copy(update={"audience": "internal"}) if hit else part

    return change


def test_an_item_kept_back_takes_its_links_along(examples: dict[str, Example]) -> None:
    plan = examples["zh"].plan
    strategy = plan.strategies[0]
    projected = for_customer(tightened(plan, hide("Strategy", id=strategy.id)))
    assert strategy.id not in {each.id for each in projected.strategies}
    followers = {action.id for action in plan.actions if action.strategy == strategy.id}
    assert followers
    # An action means something without its strategy, so it stays, without the link.
    assert {action.strategy for action in projected.actions if action.id in followers} == {None}
    assert incomplete(projected) == []


def test_an_item_that_means_nothing_without_its_link_goes_too(examples: dict[str, Example]) -> None:
    plan = examples["zh"].plan
    objective = plan.objectives[0].id
    projected = for_customer(tightened(plan, hide("Objective", id=objective)))
    gone = {strategy.id for strategy in plan.strategies if strategy.objective == objective}
    assert gone and not gone & {strategy.id for strategy in projected.strategies}
    assert not gone & {action.strategy for action in projected.actions}
    assert incomplete(projected) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_category_kept_back_leaves_no_figure_of_its_own(language: str, examples: dict[str, Example]) -> None:
    plan = examples[language].plan
    category = plan.plan.categories[0]
    projected = for_customer(tightened(plan, hide("Category", id=category.id)))
    assert f"'{category.id}'" not in repr(projected)
    articles = {sku.name for sku in plan.situation.performance.skus if sku.category == category.id}
    assert articles and not articles & {sku.name for sku in projected.situation.performance.skus}
    assert incomplete(projected) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contact_kept_back_is_named_nowhere(language: str, examples: dict[str, Example]) -> None:
    plan = examples[language].plan
    contact = next(each for each in plan.relationships.contacts if each.id == plan.relationships.pairs[0].ours)
    projected = for_customer(tightened(plan, hide("Contact", id=contact.id)))
    assert f"'{contact.id}'" not in repr(projected)
    assert len(projected.relationships.pairs) < len(plan.relationships.pairs)
    assert incomplete(projected) == []


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_kept_back_is_as_if_it_had_not_been_written(section: str, examples: dict[str, Example]) -> None:
    plan = examples["en"].plan
    field = Plan.model_fields[section]
    kept = for_customer(plan.model_copy(update={"internal": (section,)}))
    absent = for_customer(plan.model_copy(update={section: field.get_default()}))
    assert kept == absent
    assert incomplete(kept) == []
    analyse(kept, None, kept.plan.date)


def test_every_field_that_can_be_kept_back_is_gone_when_it_is(examples: dict[str, Example]) -> None:
    plan = examples["zh"].plan
    spare: dict[type[Part], list[str]] = {}
    for _, part in every_part(for_customer(plan)):
        names = spare.setdefault(type(part), [])
        for name, field in type(part).model_fields.items():
            if (
                not field.is_required()
                and name not in (*MARKS, *names, "pages")
                and getattr(part, name) not in (None, ())
            ):
                names.append(name)
    del spare[Plan]
    assert sum(map(len, spare.values())) > 100
    # In each round every kind of part keeps back one field more.
    for turn in range(max(map(len, spare.values()))):
        chosen = {kind: names[turn] for kind, names in spare.items() if turn < len(names)}

        def keep_back(part: Part, chosen: dict[type[Part], str] = chosen) -> Part:
            return part.model_copy(update={"internal": (chosen[type(part)],)}) if type(part) in chosen else part

        projected = for_customer(tightened(plan, keep_back))
        assert incomplete(projected) == []
        for path, part in every_part(projected):
            if name := chosen.get(type(part)):
                default = type(part).model_fields[name].get_default(call_default_factory=True)
                assert getattr(part, name) == default, f"{path}.{name}"
