"""Where a part of the plan stands in its files: pydantic's location → node, and the name that people know it by."""

import types
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from acbp.loading.nodes import Node

Location = tuple[str | int, ...]


class Found(NamedTuple):
    """The deepest node that a location leads to, the path to it, and what of the location lies beyond.

    `faulty` says that the node, or a list around it, has been reported already.
    """

    node: Node
    path: Location
    beyond: Location
    faulty: bool


def find(root: Node, location: Iterable[str | int]) -> Found:
    """Follow a location as far as the tree goes.

    Elements that name nothing in the tree (the tag of a union, the name of a validator) are passed over; `beyond` holds
    those after the last one that was found.
    """
    node, path, beyond, doubtful = root, [], [], False
    for element in location:
        child = _child(node, element)
        if child is None:
            beyond.append(element)
        else:
            doubtful = doubtful or (node.kind == "list" and node.faulty)
            node, beyond = child, []
            path.append(element)
    return Found(node, tuple(path), tuple(beyond), doubtful or node.faulty)


def name_of(root: Node, location: Iterable[str | int]) -> str:
    """A location in the words of the plan: `opportunities.items[cooler-rollout].value`.

    An item of a list is named by its id, or by its number, counted from 1; all else as it is written in its file.
    """
    name, node = "", root
    for element in location:
        child = None if node is None else _child(node, element)
        if isinstance(element, int):
            name += f"[{_id_of(child) or element + 1}]"
        else:
            written = child.key.text if child is not None and child.key is not None else element
            name += f".{written}" if name else written
        node = child
    return name


def _id_of(item: Node | None) -> str | None:
    """The id of an item, if it has one that is short enough to name it by."""
    label = item.get("id") if item is not None else None
    text = "" if label is None or label.kind != "scalar" or label.value is None else str(label.value)
    return text if 0 < len(text) <= 60 else None


def _child(node: Node | None, element: str | int) -> Node | None:
    if node is None:
        return None
    if node.kind == "mapping" and isinstance(element, str):
        return node.value.get(element)
    if node.kind == "list" and isinstance(element, int) and 0 <= element < len(node.value):
        return node.value[element]
    return None


def parts_at(model: type[BaseModel], location: Iterable[str | int]) -> list[type[BaseModel]]:
    """The kinds of part that may stand at a location of the model: none, one, or the members of a union."""
    current: list[Any] = [model]
    for element in location:
        current = [inner for kind in current for inner in _inside(kind, element)] or current
    return [kind for kind in current if isinstance(kind, type) and issubclass(kind, BaseModel)]


def _inside(kind: Any, element: str | int) -> list[Any]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            if element in (name, field.alias):
                return kinds_of(field.annotation)
        return []
    origin, arguments = get_origin(kind), [each for each in get_args(kind) if each is not Ellipsis]
    if isinstance(element, int) and origin in (list, tuple) and arguments:
        return kinds_of(arguments[0])
    if isinstance(element, str) and isinstance(origin, type) and issubclass(origin, Mapping) and len(arguments) == 2:
        return kinds_of(arguments[1])
    return []


def kinds_of(annotation: Any) -> list[Any]:
    """The alternatives of a field's annotation, without None and without notes (`Annotated`)."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return kinds_of(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return [inner for each in get_args(annotation) if each is not type(None) for inner in kinds_of(each)]
    return [annotation]


def takes(annotation: Any, scalar: Any, marks: Iterable[Any] = ()) -> bool:
    """Whether values of a type, or the items that it holds, are of a kind of `model.scalars` (`Line`, `Percent`…).

    `marks` are the notes that pydantic keeps beside a field's type.
    """
    notes = (*marks, *getattr(annotation, "__metadata__", ()))
    return scalar.__metadata__[0] in notes or any(takes(each, scalar) for each in get_args(annotation))
