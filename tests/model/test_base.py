import pytest
from pydantic import ValidationError

from acbp.model import Plan
from acbp.model.base import Part, audience_of, internal, link_of, shared
from acbp.model.scalars import Line


class Sample(Part):
    name: Line = shared("Name.", "名称。", example="tea")
    value: Line | None = shared("Value.", "值。", None)
    owner: Line | None = internal("Owner.", "负责人。", link="contacts")


def codes(fault: ValidationError) -> list[str]:
    return [error["type"] for error in fault.errors()]


def test_a_field_is_described_in_both_languages_at_once() -> None:
    field = Sample.model_fields["name"]
    assert field.description == "名称。 · Name."
    assert field.examples == ["tea"]
    assert field.is_required()


def test_audiences_and_links_are_read_from_the_field() -> None:
    fields = Sample.model_fields
    assert [audience_of(fields[name]) for name in ("name", "value", "owner")] == ["customer", "customer", "internal"]
    assert [link_of(fields[name]) for name in ("name", "owner")] == [None, "contacts"]
    assert not fields["owner"].is_required()


def test_a_part_is_frozen_and_knows_no_other_keys() -> None:
    part = Sample(name="a")
    with pytest.raises(ValidationError):
        part.name = "b"
    with pytest.raises(ValidationError) as fault:
        Sample.model_validate({"name": "a", "nmae": "b"})
    assert codes(fault.value) == ["extra_forbidden"]


def test_a_value_is_never_told_in_a_fault() -> None:
    with pytest.raises(ValidationError) as fault:
        Sample.model_validate({"name": {"secret-key": "secret-word"}})
    assert "secret-word" not in str(fault.value)


def test_an_author_can_keep_more_back() -> None:
    assert Sample.model_validate({"name": "a", "internal": ["value", "owner"]}).internal == ("value", "owner")
    assert Sample.model_validate({"name": "a", "audience": "internal"}).audience == "internal"


@pytest.mark.parametrize(("named", "code"), [("nmae", "E220"), ("name", "E221"), ("valeu", "E220")])
def test_but_only_fields_that_are_there_and_can_be_spared(named: str, code: str) -> None:
    with pytest.raises(ValidationError) as fault:
        Sample.model_validate({"name": "a", "internal": ["value", named]})
    assert codes(fault.value) == [code]


def test_an_author_cannot_open_what_is_internal() -> None:
    with pytest.raises(ValidationError):
        Sample.model_validate({"name": "a", "audience": "customer"})


def test_sections_are_absent_unless_they_are_written(plan_of_nothing: Plan) -> None:
    written = {"plan", "account", "supplier"}
    assert all(getattr(plan_of_nothing, name) in (None, ()) for name in Plan.model_fields if name not in written)
