"""Values given on the command line (`--set path=value`), put into the tree before it is checked."""

import re
from collections.abc import Iterable

from pydantic import BaseModel

from acbp.loading.compose import interpret
from acbp.loading.nodes import Key, Mark, Node, SourceText
from acbp.loading.positions import Location
from acbp.loading.spelling import english_name, english_word
from acbp.problems import Problem, nearest

FILE = "--set"
_STEP = re.compile(r"([^.\[\]]+)|\[([^\[\]]+)\]")
_PATH = re.compile(r"[^.\[\]]+(\.[^.\[\]]+|\[[^\[\]]+\])*")


def apply_overrides(root: Node, overrides: Iterable[str], model: type[BaseModel]) -> list[Problem]:
    """Put each `path=value` into the tree and report those that cannot be (E216 unreadable, E217 no such path).

    Steps of a path are separated by dots; an item of a list is named by its id or its number, counted from 1, in
    brackets or after a dot. Names and the words of closed lists may be written in Chinese, whatever the files do. The
    value is read as an unquoted YAML value; in quotes it is text; nothing means absent.
    """
    return [problem for text in overrides if (problem := _apply(root, text, model)) is not None]


def _apply(root: Node, text: str, model: type[BaseModel]) -> Problem | None:
    source = SourceText(FILE, text.replace("\n", " "))
    path, equals, value = text.partition("=")
    path = path.strip()
    whole = source.place(Mark(1, 1), Mark(1, len(text) + 1))
    if not equals or not _PATH.fullmatch(path):
        return Problem("E216", {}, whole)
    steps = [match[1] or match[2] for match in _STEP.finditer(path)]
    node: Node = root
    location: Location = ()
    for count, step in enumerate(steps[:-1], 1):
        name = english_name(model, location, step)
        child = _child(node, name)
        if child is None:
            return _unknown(source, node, steps[:count])
        location = (*location, node.value.index(child) if node.kind == "list" else name)
        node = child
    last = english_name(model, location, steps[-1])
    start = Mark(1, text.index("=") + 2)
    read = english_word(model, (*location, last), _read(value.strip()))
    fresh = Node("scalar", read, source, start, Mark(1, max(start.column, len(text) + 1)))
    if node.kind == "mapping":
        fresh.key = Key(steps[-1], source, Mark(1, 1), Mark(1, len(path) + 1))
        node.value[last] = fresh
    elif node.kind == "list" and (found := _child(node, last)) is not None:
        node.value[node.value.index(found)] = fresh
    else:
        return _unknown(source, node, steps)
    return None


def _read(value: str) -> object:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return interpret(value)


def _child(node: Node, step: str) -> Node | None:
    if node.kind == "mapping":
        return node.get(step)
    if node.kind == "list":
        for item in node.value:
            if (label := item.get("id")) is not None and str(label.value) == step:
                return item
        if step.isascii() and step.isdigit() and len(step) < 6 and 1 <= int(step) <= len(node.value):
            return node.value[int(step) - 1]
    return None


def _unknown(source: SourceText, node: Node, steps: list[str]) -> Problem:
    *above, last = steps
    place = source.place(Mark(1, 1), Mark(1, source.text.index("=") + 1))
    known = [each.key.text if each.key else name for name, each in node.value.items()] if node.kind == "mapping" else []
    if node.kind == "list":
        known = [str(label.value) for item in node.value if (label := item.get("id")) is not None]
    if near := nearest(last, known):
        return Problem(
            "E217", {"variant": "near", "path": ".".join(steps), "nearest": ".".join([*above, near[0]])}, place
        )
    return Problem("E217", {"path": ".".join(steps)}, place)
