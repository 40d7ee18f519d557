"""Ids that are given twice, and ids that point at nothing: looked for in the tree, so that other faults hide none."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_args, get_origin

from acbp.loading.nodes import Node
from acbp.loading.positions import kinds_of
from acbp.loading.positions import name_of as item_name
from acbp.loading.spelling import spelled_path
from acbp.model.base import Part, link_of
from acbp.model.links import LISTS, Location, keys_link_of
from acbp.model.plan import Plan
from acbp.problems import Place, Problem, nearest

MOST_NAMES = 12
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


class _Pointer(NamedTuple):
    """An id somewhere in the tree that should be found among the items of a kind."""

    kind: str
    target: str
    location: Location
    place: Place


def check_references(root: Node) -> list[Problem]:
    """The faults of a plan's ids: E209 where two items of one kind share an id, E210 where there is no such item.

    A list that is missing or empty is one problem (E222), however many ids point into it. A list or an id that has been
    reported already proves nothing, and brings no further problem.
    """
    problems, known = [], {}
    for kind, path in LISTS.items():
        first: dict[str, str] = {}
        for location, label in _labels(root, path):
            name, place = str(label.value), label.place()
            if name in first:
                problems.append(Problem("E209", {"id": name, "first": first[name]}, place, item_name(root, location)))
            first.setdefault(name, f"{place.file}:{place.line}")
        known[kind] = list(first)
    readable = {kind for kind, path in LISTS.items() if _is_readable(root, path)}
    lost: dict[str, list[_Pointer]] = {}
    for pointer in _pointers(root, Plan, ()):
        if pointer.kind not in readable or pointer.target in known[pointer.kind] or not _ID.fullmatch(pointer.target):
            continue
        names = known[pointer.kind]
        if not names:
            lost.setdefault(pointer.kind, []).append(pointer)
            continue
        values = {"id": pointer.target, "target": shown_list(root, pointer.kind)}
        named = find_named(root, pointer.kind, pointer.target)
        if near := (named,) if named else nearest(pointer.target, names):
            values |= {"variant": "near", "nearest": near[0]}
        else:
            values["known"] = ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")
        problems.append(Problem("E210", values, pointer.place, item_name(root, pointer.location)))
    return problems + [_missing_list(root, kind, pointers) for kind, pointers in lost.items()]


def find_named(root: Node, kind: str, text: str) -> str | None:
    """The id of the item of a kind whose name, in any language, is that text; None if there is none."""
    listed = root.get(*LISTS[kind])
    for item in listed.value if listed is not None and listed.kind == "list" else ():
        name = item.get("name")
        if _is_labelled(item) and name is not None and text in [each.value for each in name.walk()]:
            return str(item.value["id"].value)
    return None


def shown_list(root: Node, kind: str) -> str:
    """What messages call the list of the items of a kind: in Chinese its place in the plan."""
    path = spelled_path(root, Plan, LISTS[kind])
    return kind if path.isascii() else path


def _missing_list(root: Node, kind: str, pointers: list[_Pointer]) -> Problem:
    first = min(pointers, key=lambda each: (each.place.file, each.place.line, each.place.column))
    values = {"kind": spelled_path(root, Plan, LISTS[kind]), "count": str(len(pointers))}
    if len(pointers) == 1:
        values["variant"] = "one"
    return Problem("E222", values, first.place, item_name(root, first.location))


def _is_readable(root: Node, path: tuple[str, ...]) -> bool:
    """Whether all ids of a list can be known: nothing around it, no item and no id has been reported."""
    *above, listed = (root.get(*path[:depth]) for depth in range(len(path) + 1))
    for node in above:
        if node is not None and (node.faulty or (node.kind != "mapping" and node.value is not None)):
            return False
    if listed is None or listed.kind != "list":
        return listed is None or (listed.value is None and not listed.faulty)
    return not listed.faulty and all(_is_labelled(item) for item in listed.value)


def _is_labelled(item: Node) -> bool:
    """Whether an item has an id that can be pointed at."""
    label = item.get("id")
    return label is not None and not item.faulty and _is_text(label) and _ID.fullmatch(label.value) is not None


def _labels(root: Node, path: tuple[str, ...]) -> Iterator[tuple[Location, Node]]:
    """The ids of the items of one list, with their locations."""
    listed = root.get(*path)
    for index, item in enumerate(listed.value if listed is not None and listed.kind == "list" else ()):
        label = item.get("id")
        if label is not None and _is_text(label):
            yield (*path, index, "id"), label


def _pointers(node: Node, model: type[Part], location: Location) -> Iterator[_Pointer]:
    if node.kind != "mapping":
        return
    for name, field in model.model_fields.items():
        child, here = node.value.get(name), (*location, name)
        if child is None:
            continue
        if kind := link_of(field):
            held = child.value if child.kind == "list" else (child,)
            for index, target in enumerate(held):
                if _is_text(target):
                    where = (*here, index) if child.kind == "list" else here
                    yield _Pointer(kind, target.value, where, target.place())
        elif kind := keys_link_of(field):
            for key, value in child.value.items() if child.kind == "mapping" else ():
                yield _Pointer(kind, key, (*here, key), value.key.place() if value.key else value.place())
        else:
            yield from _inside(child, field.annotation, here)


def _inside(node: Node, annotation: Any, location: Location) -> Iterator[_Pointer]:
    for kind in kinds_of(annotation):
        origin, arguments = get_origin(kind), get_args(kind)
        if isinstance(kind, type) and issubclass(kind, Part):
            yield from _pointers(node, kind, location)
        elif origin is tuple and node.kind == "list":
            for index, item in enumerate(node.value):
                yield from _inside(item, arguments[0], (*location, index))
        elif isinstance(origin, type) and issubclass(origin, Mapping) and node.kind == "mapping":
            for key, item in node.value.items():
                yield from _inside(item, arguments[1], (*location, key))


def _is_text(node: Node) -> bool:
    return node.kind == "scalar" and isinstance(node.value, str) and not node.faulty
