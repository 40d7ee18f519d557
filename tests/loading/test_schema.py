"""The JSON Schema: every property says who may see it, and what a plan may say it allows."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from acbp.loading.schema import (
    SECTIONS,
    parts_in,
    plan_schema,
    schema_text,
    section_schema,
    workspace_schema,
)
from acbp.model import Plan, Workspace
from acbp.model.base import audience_of
from acbp.model.chinese_names import chinese_names


def properties(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, list):
        for each in node:
            yield from properties(each, path)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "properties":
                for name, each in value.items():
                    yield f"{path}.{name}", each
                    yield from properties(each, f"{path}.{name}")
            elif key not in ("default", "examples", "defaultSnippets"):
                yield from properties(value, f"{path}/{key}" if key != "$defs" else "")


@pytest.mark.parametrize("schema", [plan_schema(), workspace_schema(), *map(section_schema, SECTIONS)])
def test_every_property_says_who_may_see_it(schema: dict[str, Any]) -> None:
    found = dict(properties(schema))
    assert found
    assert {each.get("x-audience") for each in found.values()} <= {"customer", "internal"}


def test_the_audiences_are_the_models() -> None:
    schema = plan_schema()
    for model in {part for field in Plan.model_fields.values() for part in parts_in(field.annotation)}:
        for name, field in model.model_fields.items():
            assert schema["$defs"][model.__name__]["properties"][name]["x-audience"] == audience_of(field)


def meant(schema: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """What a property says, followed to where it says it."""
    while "description" not in found and "$ref" in found:
        pointer, found = found["$ref"].removeprefix("#/").split("/"), schema
        for step in pointer:
            found = found[step]
    return found


def test_every_field_is_explained_in_both_languages() -> None:
    schema = plan_schema()
    for name, definition in schema["$defs"].items():
        for key, each in definition.get("properties", {}).items():
            each = meant(schema, each)
            assert " · " in each["description"], (name, key)
            assert "\n\n" in each["markdownDescription"], (name, key)


def test_items_of_lists_come_as_snippets() -> None:
    snippets = plan_schema()["$defs"]["Opportunity"]["defaultSnippets"]
    assert snippets[0]["body"] == {
        "id": "${1:cooler-rollout}",
        "name": "${2:冷藏陈列加密}",
        "customer_benefit": "${3:即饮购买增加，冷藏毛利更高}",
    }


def test_values_are_constrained() -> None:
    definitions = plan_schema()["$defs"]
    assert set(definitions["Heading"]["properties"]["status"]["enum"]) == {"draft", "proposed", "agreed", "closed"}
    assert definitions["Heading"]["properties"]["status"]["default"] == "draft"
    assert definitions["Opportunity"]["additionalProperties"] is False


def test_a_plan_file_may_leave_sections_to_other_files() -> None:
    schema = plan_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["anyOf"] == [{"required": ["plan"]}, {"required": ["计划"]}]
    assert set(SECTIONS) <= set(schema["properties"])


def test_a_section_schema_is_that_of_its_file() -> None:
    assert section_schema("actions")["type"] == "array"
    assert section_schema("scorecard")["type"] == "object"
    assert section_schema("risks")["x-audience"] == "internal"
    with pytest.raises(KeyError):
        section_schema("nothing")


def test_the_text_is_the_same_each_time() -> None:
    assert schema_text(plan_schema()) == schema_text(plan_schema())
    assert json.loads(schema_text(plan_schema())) == plan_schema()


def test_every_name_may_be_written_in_chinese() -> None:
    for schema, model in ((plan_schema(), Plan), (workspace_schema(), Workspace)):
        assert {chinese for chinese in chinese_names(model).values()} <= set(schema["properties"])
    definitions = plan_schema()["$defs"]
    spelled = [
        set(each["properties"]) for name, each in definitions.items() if name != "Marks" and "properties" in each
    ]
    assert [names for names in spelled if "可见范围" not in names] == []
    assert definitions["Action"]["anyOf"] == [{"required": ["id", "name"]}, {"required": ["编号", "名称"]}]
    assert definitions["Action"]["properties"]["期限"]["$ref"] == "#/$defs/Action/properties/due"
    assert definitions["Action"]["defaultSnippets"][1]["body"]["名称"] == "${2:棚格图定稿与 30 店试点}"


def test_closed_lists_take_chinese_words_under_chinese_names() -> None:
    action = plan_schema()["$defs"]["Action"]["properties"]
    assert action["状态"]["enum"] == ["进行中", "完成", "取消", "open", "done", "dropped"]
    assert action["status"]["enum"] == ["open", "done", "dropped"]
    assert action["有风险"]["enum"] == ["是", "否", True, False]
    assert plan_schema()["$defs"]["Heading"]["properties"]["页面"]["propertyNames"]["enum"][0] == "一页纸"


def test_a_section_in_a_file_of_its_own_takes_chinese_names() -> None:
    assert {"指标", "kpis"} <= set(section_schema("scorecard")["properties"])
    assert section_schema("situation")["$defs"]["Swot"]["properties"]["优势"]["x-audience"] == "customer"


def test_a_list_may_stand_in_a_spreadsheet() -> None:
    definitions = plan_schema()["$defs"]
    assert definitions["Opportunities"]["properties"]["items"]["type"] == ["array", "object"]
    assert definitions["Swot"]["properties"]["strengths"]["type"] == "array"


def test_texts_and_their_languages_may_be_named_in_chinese() -> None:
    name = plan_schema()["$defs"]["Objective"]["properties"]["name"]
    assert name["anyOf"][1]["propertyNames"]["enum"] == ["zh", "en", "中文", "英文"]


def test_the_schema_stays_of_a_size_that_editors_load_at_once() -> None:
    assert len(schema_text(plan_schema()).encode()) < 1_300_000
