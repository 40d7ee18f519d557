"""Ids that are given twice, and ids that point at nothing: looked for in the tree, so that other faults hide none."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_args, get_origin

from acbp.loading.nodes import Node
from acbp.loading.positions import kinds_of
from acbp.loading.positions import name_of as item_name
from acbp.model.base import Part, link_of
from acbp.model.links import LISTS, Location, keys_link_of
from acbp.model.plan import Plan
from acbp.problems import Place, Problem, nearest

MOST_NAMES = 12


class _Pointer(NamedTuple):
    """An id somewhere in the tree that should be found among the items of a kind."""

    kind: str
    target: str
    location: Location
    place: Place


def check_references(root: Node) -> list[Problem]:
    """The faults of a plan's ids: E209 where two items of one kind share an id, E210 where there is no such item."""
    problems, known = [], {}
    for kind, path in LISTS.items():
        first: dict[str, str] = {}
        for location, label in _labels(root, path):
            name, place = str(label.value), label.place()
            if name in first:
                problems.append(Problem("E209", {"id": name, "first": first[name]}, place, item_name(root, location)))
            first.setdefault(name, f"{place.file}:{place.line}")
        known[kind] = list(first)
    for pointer in _pointers(root, Plan, ()):
        names = known.get(pointer.kind)
        if names is None or pointer.target in names:
            continue
        values = {"id": pointer.target, "target": pointer.kind}
        if near := nearest(pointer.target, names):
            values |= {"variant": "near", "nearest": near[0]}
        else:
            values["known"] = ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "") or "—"
        problems.append(Problem("E210", values, pointer.place, item_name(root, pointer.location)))
    return problems


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
