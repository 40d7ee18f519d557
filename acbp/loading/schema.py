"""Model → JSON Schema (2020-12), as editors and other programs read it: every property says who may see it."""

import json
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from acbp.loading.positions import kinds_of
from acbp.loading.source import MARKS
from acbp.model import Plan, Workspace
from acbp.model.base import audience_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SECTIONS = tuple(name for name in Plan.model_fields if name not in MARKS)

Schema = dict[str, Any]


def plan_schema() -> Schema:
    """The schema of a plan: one file, or a folder's plan.yaml, whose other sections may stand in files of their own."""
    schema = _finish(Plan.model_json_schema(), "plan", "年度客户业务计划 · Annual customer business plan")
    # In a folder any section may stand in a file of its own; which are missing is found when the plan is read.
    schema["required"] = ["plan"]
    return schema


def workspace_schema() -> Schema:
    """The schema of the workspace file acbp.yaml."""
    return _finish(
        Workspace.model_json_schema(), "workspace", "工作区文件 · Workspace file of annual customer business plans"
    )


def section_schema(name: str) -> Schema:
    """The schema of a section in a file of its own; KeyError if there is no such section."""
    field = Plan.model_fields[name]
    kinds = kinds_of(field.annotation)
    adapter: TypeAdapter[Any] = TypeAdapter(kinds[0])
    schema = _finish(adapter.json_schema(), name, f"{name}.yaml")
    return {**schema, "description": field.description, "x-audience": audience_of(field)}


def schema_text(schema: Schema) -> str:
    """A schema as it is written to a file, with a newline at its end."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _finish(schema: Schema, name: str, title: str) -> Schema:
    """Head the schema, and let each property say who may see it, in a form that editors show."""
    models = {model.__name__: model for model in _models((Plan, Workspace))}
    head = {"$schema": DIALECT, "$id": f"urn:acbp:schema:{name}", "title": title}
    schema = {**head, **{key: value for key, value in schema.items() if key not in head}}
    for defined, definition in schema.get("$defs", {}).items():
        _describe(definition, models.get(defined))
    _describe(schema, models.get({"plan": "Plan", "workspace": "Workspace"}.get(name, "")))
    _mark(schema, "internal")
    return schema


def _describe(definition: Schema, model: type[BaseModel] | None) -> None:
    """Drop the titles that merely repeat a name, and offer an item with what it must have as a snippet."""
    if model is None:
        return
    definition.pop("title", None) if "$id" not in definition else None
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    if required:
        body = {name: _blank(model.model_fields[name], place) for place, name in enumerate(required, 1)}
        definition["defaultSnippets"] = [{"label": model.__name__, "description": model.__doc__, "body": body}]


def _blank(field: FieldInfo, place: int) -> Any:
    """What a snippet offers for a field: its example, selected so that typing replaces it."""
    example = field.examples[0] if field.examples else ""
    nested = next((kind for kind in kinds_of(field.annotation) if _is_model(kind)), None)
    if nested is not None:
        return {}
    return f"${{{place}:{example}}}" if example != "" else f"${place}"


def _mark(node: Any, audience: str) -> None:
    """Give every property its audience, its own or that of the property it lies in, and its words as Markdown."""
    if isinstance(node, list):
        for each in node:
            _mark(each, audience)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key != "properties":
                if key not in ("examples", "default", "defaultSnippets"):
                    _mark(value, audience)
                continue
            for each in value.values():
                own = each.setdefault("x-audience", audience)
                each.pop("title", None)
                words = each.pop("x-description", None)
                if words:
                    whose = "内部 · internal" if own == "internal" else "客户可见 · customer"
                    each["markdownDescription"] = f"{words['zh']}\n\n{words['en']}\n\n*{whose}*"
                _mark(each, own)


def _models(roots: tuple[type[BaseModel], ...]) -> Iterator[type[BaseModel]]:
    """Every part of these models, each once."""
    seen, waiting = set[type[BaseModel]](), list(roots)
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            yield model
            waiting += [part for field in model.model_fields.values() for part in parts_in(field.annotation)]


def parts_in(annotation: Any) -> list[type[BaseModel]]:
    """The parts that a field may hold, alone, in a list, or under keys."""
    found = []
    for kind in kinds_of(annotation):
        if _is_model(kind):
            found.append(kind)
        else:
            found += [part for each in get_args(kind) if each is not Ellipsis for part in parts_in(each)]
    return found


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
