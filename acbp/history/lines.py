"""A plan file → one line for each field, items by their ids: what `git diff` compares for those who read plans."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from acbp.history.matching import KEYS
from acbp.loading.compose import read_yaml
from acbp.loading.encoding import decode
from acbp.loading.nodes import Node
from acbp.loading.schema import SECTIONS
from acbp.loading.source import PLAN_FILES, WORKSPACE_FILE
from acbp.loading.spelling import english_names, respell

_COPY = re.compile(r"[A-Za-z0-9]{6}_(.+)")
"""Git hands over an old version in a file of its own, with six letters before its name."""


def write_lines(path: Path) -> str:
    """Return a plan file, or the file of one section, line by line: ``objectives[sales].target: 21,000``.

    What cannot be read comes as it is. Raises OSError where there is no such file.
    """
    data = path.read_bytes()
    source, _ = decode(data, path.name)
    if source is None:
        return data.decode("utf-8", "replace")
    root, _ = read_yaml(data, path.name)
    if root is None:
        return source.text
    model, name = _model_of(path)
    if model is not None:
        respell(root, model)
    return "".join(f"{line}\n" for line in _lines(root, name))


def _model_of(path: Path) -> tuple[Any, str]:
    """What a file describes, and the section that it is; a plan where its name tells nothing."""
    from acbp.model import Plan, Workspace

    copied = _COPY.fullmatch(path.name)
    names = [Path(name) for name in (path.name, copied and copied[1]) if name]
    if any(name.name == WORKSPACE_FILE for name in names):
        return Workspace, ""
    chinese = english_names(Plan)
    for name in names:
        section = chinese.get(name.stem, name.stem)
        if name.name not in PLAN_FILES and section in SECTIONS:
            return Plan.model_fields[section].annotation, section
    return Plan, ""


def _lines(node: Node, name: str) -> Iterator[str]:
    if node.kind == "mapping":
        for key, child in node.value.items():
            yield from _lines(child, f"{name}.{key}" if name else key)
    elif node.kind == "list":
        for label, child in zip(_names(node.value), node.value, strict=True):
            yield from _lines(child, f"{name}[{label}]")
    else:
        # A text of several lines keeps them, so that the line that changed is seen.
        yield f"{name}: {_say(node.value)}".rstrip().replace("\n", "\n    ")


def _names(items: list[Node]) -> list[str]:
    """The names of the items of a list: what tells them apart, else their numbers."""
    for key in KEYS:
        held = [item.get(key) for item in items]
        names = ["" if node is None or node.kind != "scalar" else _say(node.value) for node in held]
        if all(names) and len(set(names)) == len(names):
            return names
    return [str(number) for number, _ in enumerate(items, 1)]


def _say(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:,}" if isinstance(value, int | Decimal) else "" if value is None else str(value)
