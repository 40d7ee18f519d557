"""Where the pairs of braces of a text stand in its file."""

import re

from acbp.loading.nodes import Mark, Node
from acbp.problems import Place

_BRACES = re.compile(r"\{\{(?:[^{}]*\}\})?")


def brace_places(node: Node, count: int) -> list[Place]:
    """Return the places of the ``count`` references of a text, in order.

    A text that does not stand in the file as it reads (an override, a cell of a table) gives its own place for each.
    """
    found = []
    for number in range(node.start.line, node.end.line + 1):
        line = node.source.line(number)
        first = node.start.column - 1 if number == node.start.line else 0
        stop = node.end.column - 1 if number == node.end.line else len(line)
        for match in _BRACES.finditer(line, first, stop):
            found.append(node.source.place(Mark(number, match.start() + 1), Mark(number, match.end() + 1)))
    return found if len(found) == count else [node.place()] * count
