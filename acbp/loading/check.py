"""Tree → model: every fault that pydantic finds becomes a problem at its place, told by its type, not its text."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from acbp.loading import traps
from acbp.loading.nodes import Node
from acbp.loading.positions import Found, Location, find, name_of, parts_at, takes
from acbp.loading.spelling import spelled, spelled_words
from acbp.model.base import link_of
from acbp.model.scalars import Percent
from acbp.problems import Place, Problem, nearest
from acbp.problems.codes import lookup

Model = TypeVar("Model", bound=BaseModel)

MOST_NAMES = 12

_WANTED_KIND = {
    "list_type": "@list",
    "tuple_type": "@list",
    "set_type": "@list",
    "frozen_set_type": "@list",
    "iterable_type": "@list",
    "dict_type": "@mapping",
    "mapping_type": "@mapping",
    "model_type": "@mapping",
    "model_attributes_type": "@mapping",
    "dataclass_type": "@mapping",
    "int_type": "@whole",
    "int_parsing": "@whole",
    "int_from_float": "@whole",
    "string_type": "@text",
}
_NOT_A_NUMBER = {"decimal_type", "decimal_parsing", "float_type", "float_parsing", "int_parsing"}
_BOUNDS = {"greater_than": ("gt", ">"), "greater_than_equal": ("ge", "≥"), "less_than": ("lt", "<")}
_BOUNDS |= {"less_than_equal": ("le", "≤"), "multiple_of": ("multiple_of", "×")}
_CODE = re.compile(r"[EW]\d{3}")
_PERCENTAGE = re.compile(r"[-+]?\d[\d,.]*\s*%")
_PERCENT_WORDS = re.compile(r"百分之|\d\s*(percent|per cent|pct)\b", re.IGNORECASE)


def validate(root: Node, model: type[Model], context: Mapping[str, Any]) -> tuple[Model | None, list[Problem]]:
    """The plan that a tree describes, or None and everything that is wrong with it, sorted.

    `context` is handed to the validators. A part that the reader has reported already is not reported again. A
    validator names its own problem by raising PydanticCustomError with a code as type and the values as context; the
    value `within` (a key or a list of keys) narrows the place down.
    """
    try:
        return model.model_validate(root.plain(), context=dict(context)), []
    except ValidationError as fault:
        errors = fault.errors(include_input=False, include_url=False)
    except (ValueError, OverflowError, RecursionError, UnicodeError, ArithmeticError) as fault:
        return None, [Problem("E219", {"kind": type(fault).__name__}, _start(root))]
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    problems = []
    for error in errors:
        if error["type"] == "extra_forbidden":
            problem, renamed = _unknown_key(root, model, error["loc"], missing)
            missing -= {renamed}
            problems.append(problem)
    for error in errors:
        if error["type"] == "missing":
            if error["loc"] in missing:
                problems.append(_missing_key(root, model, error["loc"]))
        elif error["type"] != "extra_forbidden":
            problems.append(_convert(root, model, error))
    return None, sorted(problem for problem in problems if problem is not None)


def _start(node: Node) -> Place:
    return node.source.place(node.start)


def _unknown_key(
    root: Node, model: type[BaseModel], location: Location, missing: set[Location]
) -> tuple[Problem, Location | None]:
    """The problem of a key that nobody knows, and the location of the required one that it was meant to be."""
    parent, key = location[:-1], str(location[-1])
    found = find(root, location)
    place = found.node.key.place() if found.node.key and not found.beyond else found.node.place()
    item = name_of(root, (*found.path, *found.beyond[-1:]))
    required = {spelled(root, model, each): each for each in missing if each[:-1] == parent}
    if near := nearest(key, required):
        return Problem("E201", {"variant": "rename", "key": key, "nearest": near[0]}, place, item), required[near[0]]
    names = [name for part in parts_at(model, parent) for name in part.model_fields]
    known = [spelled(root, model, (*parent, name)) for name in names]
    mapping = find(root, parent).node
    given = mapping.value if mapping.kind == "mapping" else ()
    free = [written for name, written in zip(names, known, strict=True) if name not in given]
    if near := nearest(key, free) or nearest(key, known):
        return Problem("E201", {"variant": "near", "key": key, "nearest": near[0]}, place, item), None
    return Problem("E201", {"key": key, "known": _shown(free or known)}, place, item), None


def _missing_key(root: Node, model: type[BaseModel], location: Location) -> Problem | None:
    found = find(root, location[:-1])
    if found.faulty:
        return None
    key = spelled(root, model, location)
    return Problem("E202", {"key": key}, found.node.place(), name_of(root, (*found.path, key)))


def _convert(root: Node, model: type[BaseModel], error: Any) -> Problem | None:
    """The problem of one pydantic error; None if the reader has reported that very value."""
    values = dict(error.get("ctx") or {})
    within = values.pop("within", ())
    if error["type"] == "union_tag_invalid":
        within = str(values.get("discriminator", "")).strip("'")
    location = (*error["loc"], *([within] if isinstance(within, (str, int)) else within))
    found = find(root, location)
    if found.faulty:
        return None
    code, values = _explain(error["type"], values, found, model)
    code, values = _word(code, values, root, _field_at(model, found.path), found.node)
    if code in ("E220", "E221"):
        values = {"key": spelled(root, model, (*found.path, "internal")), **values}
        values["field"] = spelled(root, model, (*found.path, values["field"]))
    place, item = found.node.place(), name_of(root, found.path) or None
    wrong_key = "[key]" in found.beyond or code == "E201"
    if wrong_key and found.node.key is not None:
        place = found.node.key.place()
    if code == "E204" and values.get("expected") in ("@list", "@mapping"):
        habit = traps.explain_value(found.node)
        if habit is not None:
            return Problem(habit.code, habit.values, habit.place, item)
    return Problem(code, {name: str(value) for name, value in values.items()}, place, item)


def _field_at(model: type[BaseModel], location: Location) -> FieldInfo | None:
    """The field whose value, or one of whose items, stands at a location."""
    for end in range(len(location) - 1, -1, -1):
        fields = [part.model_fields.get(str(location[end])) for part in parts_at(model, location[:end])]
        if fields:
            return fields[0]
    return None


def _word(
    code: str, values: dict[str, Any], root: Node, field: FieldInfo | None, node: Node
) -> tuple[str, dict[str, Any]]:
    """The same code in the words that fit the field and what was written there, or a code that says more."""
    text = node.value.strip() if isinstance(node.value, str) else ""
    if code == "E205" and str(values.get("range", "")).startswith("±"):
        return code, {**values, "variant": "figure"}
    if values.get("expected") in ("@number", "@whole") and _PERCENTAGE.fullmatch(text):
        return "E213", {**values, "variant": "bare", "plain": text.rstrip("% ")}
    if code in ("E107", "E119") and (_is_percent(field) or _PERCENT_WORDS.search(text)):
        return code, {**values, "variant": "percent"}
    if code == "E208" and field is not None and (kind := link_of(field)):
        from acbp.loading.references import find_named, shown_list

        if near := find_named(root, kind, text):
            return "E210", {"id": text, "target": shown_list(root, kind), "variant": "near", "nearest": near}
    return code, values


def _is_percent(field: FieldInfo | None) -> bool:
    """Whether a field, or the items of a field, take percentages only."""
    return field is not None and takes(field.annotation, Percent, field.metadata)


def _explain(kind: str, values: dict[str, Any], found: Found, model: type[BaseModel]) -> tuple[str, dict[str, Any]]:
    """The code and the values of its message for one type of pydantic error."""
    node, empty = found.node, found.node.kind == "scalar" and found.node.value in (None, "")
    if _CODE.fullmatch(kind):
        return _known_code(kind), values
    if kind in ("literal_error", "enum", "union_tag_invalid"):
        allowed = re.findall(r"'([^']*)'", str(values.get("expected") or values.get("expected_tags")))
        words = spelled_words(node, model, found.path, allowed)
        return _not_allowed(node, words, is_key="[key]" in found.beyond)
    if kind == "union_tag_not_found":
        return "E202", {"key": str(values.get("discriminator", "")).strip("'")}
    if empty and (kind in _WANTED_KIND or kind in _NOT_A_NUMBER or kind.startswith(("bool", "date"))):
        return "E211", {}
    if kind == "string_type" and node.kind == "scalar":
        return "E127", {}
    if kind in _NOT_A_NUMBER and node.kind == "scalar":
        return ("E106", {"expected": "@number"}) if isinstance(node.value, bool) else ("E107", {})
    if kind in _WANTED_KIND:
        return "E204", {"expected": _WANTED_KIND[kind]}
    if kind.startswith("bool"):
        return "E106", {"expected": "@flag"}
    if kind.startswith("date"):
        return "E108", {}
    if kind == "finite_number":
        return "E109", {}
    if kind == "string_too_long":
        length = len(node.value) if isinstance(node.value, str) else 0
        return "E206", {"limit": f"{values['max_length']:,}", "length": f"{length:,}"}
    if kind == "string_too_short":
        return "E211", {}
    if kind == "string_pattern_mismatch":
        return "E218", {"variant": str(found.path[-1])} if found.path else {}
    if kind == "too_long":
        return "E207", {"limit": values["max_length"], "count": values.get("actual_length") or len(node.value)}
    if kind == "too_short":
        return "E215", {"limit": values["min_length"], "count": values.get("actual_length") or len(node.value)}
    if kind in _BOUNDS:
        name, sign = _BOUNDS[kind]
        return "E205", {"range": f"{sign} {values[name]}"}
    return "E219", {"kind": kind}


def _known_code(kind: str) -> str:
    try:
        return lookup(kind).name
    except KeyError:
        return "E219"


def _not_allowed(node: Node, allowed: list[str], is_key: bool) -> tuple[str, dict[str, Any]]:
    written = node.key.text if is_key and node.key is not None else node.value
    near = nearest(str(written), allowed, count=len(allowed))
    if is_key:
        return "E212" if {"Q1", "一季度"} & set(allowed) else "E201", {
            "key": str(written),
            "known": _shown([*near, *allowed]),
        }
    if node.kind != "scalar":
        return "E204", {"expected": "@text"}
    if written is None or written == "":
        return "E211", {}
    if not isinstance(written, str) and str(written).lower() in allowed:
        return "E127", {}
    return "E203", {"allowed": _shown([*near, *allowed])}


def _shown(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    return ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")
