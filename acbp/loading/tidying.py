"""The text of a plan file → the same plan, written in the one way that keeps differences small."""

import re
from typing import Any

from acbp.loading.compose import interpret, read_yaml
from acbp.loading.key_order import Order, in_model_order, order_keys
from acbp.loading.nodes import Node
from acbp.loading.spelling import holds_chinese_names, respell

_PLAIN = re.compile(r"[^\W_][^\n:：,，\[\]{}#\"'`&*!|>%@\\]*(?<!\s)")
_FIGURE_LIKE = re.compile(r"[\d.,:+\-_/ ]+|0[xo].*", re.IGNORECASE)
_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
"""Words that other readers of YAML take for something else than text."""


def tidy(text: str, annotation: Any, order: Order = in_model_order) -> str:
    """Return the text of a plan file in order; `annotation` is the type of what it holds, a part or a list of them.

    Line ends are LF and the last line ends; no spaces or tabs at the end of a line; two spaces or more before a
    comment; no quotes around texts that need none, else double ones; keys in the order of the model. Whatever would
    change the plan is left as it is, and so is a text with faults. Tidying twice changes nothing.
    """
    text = _settle(text, text.removeprefix("\ufeff").replace("\r\n", "\n"))
    for step in (_tidy_lines, _drop_quotes):
        root, problems = read_yaml(text.encode(), "")
        if root is None or problems:
            return text
        text = _settle(text, step(text, root))
    root, problems = read_yaml(text.encode(), "")
    if root is None or problems:
        return text
    if holds_chinese_names(text):
        respell(root, annotation)
    return _settle(text, order_keys(text, root, annotation, order))


def _settle(old: str, new: str) -> str:
    """The new text if it says the same, else the old one."""
    return new if new == old or _meaning(new) == _meaning(old) else old


def _meaning(text: str) -> Any:
    root, problems = read_yaml(text.encode(), "")
    return (root and root.plain(), [problem.code for problem in problems])


def _tidy_lines(text: str, root: Node) -> str:
    lines = text.split("\n")
    inside, ends = set[int](), dict[int, int]()
    for node in root.walk():
        if node.kind == "scalar" and node.end.line > node.start.line:
            first = node.start.line + (1 if node.style in ("|", ">") else 0)
            inside.update(range(first, node.end.line + (0 if node.end.column == 1 else 1)))
        marks = [node.end] if node.end.column > 1 and node.style not in ("|", ">") else []
        for mark in (*marks, *([node.key.end] if node.key else [])):
            ends[mark.line] = max(ends.get(mark.line, 0), mark.column - 1)
    for number, line in enumerate(lines, start=1):
        if number in inside:
            continue
        line = line.rstrip(" \t")
        start = ends.get(number, 0)
        sign = line.find("#", start) if start or line.lstrip()[:1] == "-" else -1
        before = line[:sign]
        if sign > 0 and before[-1] in " \t" and (before[-2:] != "  " or "\t" in before[len(before.rstrip()) :]):
            line = f"{before.rstrip()}  {line[sign:]}"
        lines[number - 1] = line
    return "\n".join(lines).rstrip("\n") + "\n"


def _drop_quotes(text: str, root: Node) -> str:
    lines = text.split("\n")
    quoted = [node for node in root.walk() if node.style in ("'", '"') and node.start.line == node.end.line]
    for node in sorted(quoted, key=lambda node: node.start, reverse=True):
        line = lines[node.start.line - 1]
        start, end = node.start.column - 1, node.end.column - 1
        lines[node.start.line - 1] = line[:start] + _quote(str(node.value), line[start:end]) + line[end:]
    return "\n".join(lines)


def _quote(value: str, written: str) -> str:
    """A text with as few quotes as it needs."""
    if _PLAIN.fullmatch(value) and not _FIGURE_LIKE.fullmatch(value) and value.lower() not in _WORDS:
        return value if interpret(value) == value else written
    return f'"{value}"' if written[0] == "'" and not re.search(r'["\\]', value) and value.isprintable() else written
