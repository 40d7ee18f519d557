"""Who may see what is said at every field, and the customer's plan is a whole plan without the rest."""

from typing import Any, get_origin

import pytest

from acbp.model import Plan, Workspace
from acbp.model.base import Part, audience_of, internal, shared
from acbp.model.links import items_of, keys_link_of
from acbp.model.scalars import Line

from .walking import fields_of, reachable

FIELDS = fields_of(Plan, Workspace)


def undeclared(fields: list[Any]) -> list[str]:
    """Fields that do not say who may see them."""
    return [
        f"{part.__name__}.{name}"
        for part, name, field in fields
        if not isinstance(field.json_schema_extra, dict)
        or field.json_schema_extra.get("x-audience") not in ("customer", "internal")
    ]


def indispensable(model: type[Part]) -> list[str]:
    """Internal fields without which a part that the customer sees would be no part."""
    return [
        f"{part.__name__}.{name}"
        for part, is_seen in reachable(model).items()
        for name, field in part.model_fields.items()
        if is_seen and audience_of(field) == "internal" and field.is_required()
    ]


def without_words(fields: list[Any]) -> list[str]:
    """Fields that are not described in both languages."""
    return [
        f"{part.__name__}.{name}"
        for part, name, field in fields
        if set((field.json_schema_extra or {}).get("x-description") or {}) != {"en", "zh"}
        or not all(text.strip() for text in field.json_schema_extra["x-description"].values())
        or not field.description
    ]


def test_the_whole_model_is_walked() -> None:
    parts = {part.__name__ for part in reachable(Plan)}
    assert {"Heading", "Approval", "ContributionLine", "StrategyMeasure", "QuarterlyVolumes", "Carried"} <= parts
    assert "Grade" in {part.__name__ for part in reachable(Workspace)}
    assert len(FIELDS) > 300


def test_every_field_says_who_may_see_it() -> None:
    assert undeclared(FIELDS) == []


def test_every_field_is_described_in_both_languages() -> None:
    assert without_words(FIELDS) == []


@pytest.mark.parametrize("model", [Plan, Workspace])
def test_a_part_that_the_customer_sees_needs_nothing_internal(model: type[Part]) -> None:
    assert indispensable(model) == []


@pytest.mark.parametrize("model", [Plan, Workspace])
def test_what_is_left_out_leaves_its_default_which_says_nothing(model: type[Part]) -> None:
    telling = {
        f"{part.__name__}.{name}": field.get_default(call_default_factory=True)
        for part, is_seen in reachable(model).items()
        for name, field in part.model_fields.items()
        if is_seen and audience_of(field) == "internal"
    }
    # What the workspace says of dependency, of old customer files and of agents has a default, the same for all.
    assert {name for name, default in telling.items() if default not in (None, (), {})} == (
        {"Workspace.dependency", "Workspace.stale_after", "Workspace.stores_per_agent"} if model is Workspace else set()
    )


def test_the_guards_see_a_careless_part() -> None:
    class Careless(Part):
        bare: Line = ""
        secret: Line = internal("A secret.", "秘密。", required=True)
        mute: Line | None = shared("", "", None)

    class Holder(Part):
        part: Careless | None = shared("A part.", "部分。", None)

    fields = fields_of(Holder)
    assert undeclared(fields) == ["Careless.bare"]
    assert indispensable(Holder) == ["Careless.secret"]
    assert without_words(fields) == ["Careless.bare", "Careless.mute"]


def test_a_field_that_says_nothing_is_internal() -> None:
    class Silent(Part):
        bare: Line = ""

    assert audience_of(Silent.model_fields["bare"]) == "internal"


def test_every_link_points_into_a_list_that_a_plan_has(plan_of_nothing: Plan) -> None:
    kinds = set(items_of(plan_of_nothing))
    named = {
        f"{part.__name__}.{name}": extra[key]
        for part, name, field in FIELDS
        for key in ("x-link", "x-link-keys")
        if isinstance(extra := field.json_schema_extra, dict) and key in extra
    }
    assert {where: kind for where, kind in named.items() if kind not in kinds} == {}
    # Three lists are only a place to point at; every other kind of item is pointed at from somewhere.
    assert kinds - set(named.values()) == {"commitments", "issues", "promotions"}


def test_mappings_of_figures_say_what_their_keys_are() -> None:
    silent = [
        f"{part.__name__}.{name}"
        for part, name, field in FIELDS
        if get_origin(field.annotation) is dict and keys_link_of(field) is None
    ]
    # The factors of an assessment are its own; no list of the plan holds them.
    assert silent == ["Candidate.scores", "Heading.pages", "Translations.zh", "Translations.en", "Workspace.rules"]
