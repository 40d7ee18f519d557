"""Model → JSON Schema (2020-12), as editors and other programs read it: every property says who may see it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from acbp.loading.positions import kinds_of
from acbp.loading.source import MARKS
from acbp.model import Plan, Workspace
from acbp.model.base import audience_of
from acbp.model.chinese_names import chinese_names, chinese_words

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SECTIONS = tuple(name for name in Plan.model_fields if name not in MARKS)

_VALUES = ("examples", "default", "defaultSnippets")
"""What in a schema holds values and no schemas."""

Schema = dict[str, Any]


def plan_schema() -> Schema:
    """The schema of a plan: one file, or a folder's plan.yaml, whose other sections may stand in files of their own."""
    schema = _finish(Plan.model_json_schema(), "plan", "年度客户业务计划 · Annual customer business plan", Plan)
    # In a folder any section may stand in a file of its own; which are missing is found when the plan is read.
    schema["anyOf"] = [{"required": ["plan"]}, {"required": [chinese_names(Plan)["plan"]]}]
    return schema


def workspace_schema() -> Schema:
    """The schema of the workspace file acbp.yaml."""
    title = "工作区文件 · Workspace file of annual customer business plans"
    return _finish(Workspace.model_json_schema(), "workspace", title, Workspace)


def section_schema(name: str) -> Schema:
    """The schema of a section in a file of its own; KeyError if there is no such section."""
    field = Plan.model_fields[name]
    kinds = kinds_of(field.annotation)
    adapter: TypeAdapter[Any] = TypeAdapter(kinds[0])
    schema = _finish(adapter.json_schema(), name, f"{name}.yaml", kinds[0] if _is_model(kinds[0]) else None)
    return {**schema, "description": field.description, "x-audience": audience_of(field)}


def schema_text(schema: Schema) -> str:
    """A schema as it is written to a file, with a newline at its end."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _finish(schema: Schema, name: str, title: str, root: type[BaseModel] | None) -> Schema:
    """Head the schema of a root, and let each property say who may see it, in a form that editors show."""
    head = {"$schema": DIALECT, "$id": f"urn:acbp:schema:{name}", "title": title}
    schema = {**head, **{key: value for key, value in schema.items() if key not in head}}
    models = {(model.__name__, tuple(model.model_fields)): model for model in _models((Plan, Workspace))}
    described = [(schema, root, "#")]
    for defined, definition in schema.get("$defs", {}).items():
        # Parts of one name that stand in different sections bear their modules in front.
        key = (defined.split("__")[-1], tuple(definition.get("properties", ())))
        described.append((definition, models.get(key), f"#/$defs/{defined}"))
    for definition, model, _ in described:
        _describe(definition, model)
    _mark(schema, "internal")
    for definition, model, pointer in described:
        _spell(definition, model, pointer)
    _share_marks(schema)
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
                if key not in _VALUES:
                    _mark(value, audience)
                continue
            for each in value.values():
                own = each.setdefault("x-audience", audience)
                if each.get("type") == "array" and "$ref" in each.get("items", {}):
                    # The list may stand in a spreadsheet: {file: data/skus.xlsx}.
                    each |= {"type": ["array", "object"], "minProperties": 1}
                each.pop("title", None)
                words = each.pop("x-description", None)
                if words:
                    whose = "内部 · internal" if own == "internal" else "客户可见 · customer"
                    each["markdownDescription"] = f"{words['zh']}\n\n{words['en']}\n\n*{whose}*"
                _mark(each, own)


def _spell(definition: Schema, model: type[BaseModel] | None, pointer: str) -> None:
    """Let each property be written in Chinese too."""
    if model is None:
        return
    properties = definition["properties"]
    for name, chinese in chinese_names(model).items():
        own, words = properties[name], chinese_words(model, name)
        reworded = own if name == "internal" else _reword(own, words)
        is_own = reworded != own or name in MARKS
        properties[chinese] = reworded if is_own else _refer(f"{pointer}/properties/{name}", own)
    if required := definition.pop("required", None):
        spelled = [chinese_names(model).get(name, name) for name in required]
        definition["anyOf"] = [{"required": required}, {"required": spelled}]
    for snippet in definition.get("defaultSnippets", ())[:1]:
        body = {chinese_names(model).get(name, name): value for name, value in snippet["body"].items()}
        definition["defaultSnippets"].append({**snippet, "label": f"{snippet['label']} (中文)", "body": body})


def _share_marks(schema: Schema) -> None:
    """Describe the marks that every part has in one place."""
    marks: Schema = {}
    for definition in (*schema.get("$defs", {}).values(), schema):
        properties = definition.get("properties", {})
        for name in (*MARKS, *(chinese_names(Plan)[mark] for mark in MARKS)):
            if name in properties:
                marks.setdefault(name, properties[name])
                properties[name] = _refer(f"#/$defs/Marks/properties/{name}", properties[name])
    schema.setdefault("$defs", {})["Marks"] = {"properties": marks}


def _refer(pointer: str, meant: Schema) -> Schema:
    return {"$ref": pointer, "x-audience": meant["x-audience"]}


def _reword(node: Any, words: Mapping[Any, str]) -> Any:
    """The schema of a closed list with its Chinese words before the others."""
    if isinstance(node, list):
        return [_reword(each, words) for each in node]
    if not isinstance(node, dict):
        return node
    listed = node.get("enum") or ([node["const"]] if "const" in node else [])
    if node.get("type") == "boolean":
        listed = [True, False]
    rest = {key: value for key, value in node.items() if key not in ("enum", "const")}
    if not listed:
        return {key: value if key in _VALUES else _reword(value, words) for key, value in rest.items()}
    rest = {**rest, "type": ["boolean", "string"]} if node.get("type") == "boolean" else rest
    return {**rest, "enum": [*(words[each] for each in listed if each in words), *listed]}


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
