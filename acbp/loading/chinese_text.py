"""The text of a plan file with English names → the same text with Chinese ones; everything else stays as it is."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from acbp.loading.compose import read_yaml
from acbp.loading.nodes import Mark, Node
from acbp.loading.positions import kinds_of
from acbp.model.chinese_names import COMMON_NAMES, COMMON_WORDS, chinese_names, chinese_words
from acbp.model.table_file import TableFile

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)
_PLACEHOLDER_OR_WORD = re.compile(r"\{\w+\}|(?<![\w/.-])[A-Za-z][\w-]*(?![\w/.-])")


class _Edit(NamedTuple):
    """A stretch of one line, and what is to stand in its place."""

    start: Mark
    end: Mark
    text: str


def write_in_chinese(text: str, annotation: Any) -> str:
    """Rename what stands in the file of a plan: the names of fields and the words of closed lists.

    `annotation` is the type of what the file holds, a part or a list of them. The text must be free of faults; quotes,
    order, spaces and comments are kept.
    """
    root, _ = read_yaml(text.encode(), "")
    lines = text.split("\n")
    for edit in sorted(_edits(root, annotation) if root else (), reverse=True):
        line = lines[edit.start.line - 1]
        lines[edit.start.line - 1] = line[: edit.start.column - 1] + edit.text + line[edit.end.column - 1 :]
    return "\n".join(lines)


def comment_in_chinese(text: str) -> str:
    """Rename what the comments of a Chinese file mention; names in braces are left to be filled in."""

    def rename(found: re.Match[str]) -> str:
        is_name = found.string.startswith(":", found.end())
        return (COMMON_NAMES if is_name else COMMON_WORDS).get(found[0], found[0])

    def rename_all(comment: re.Match[str]) -> str:
        renamed = _PLACEHOLDER_OR_WORD.sub(rename, comment[0])
        # A comment that says what an English word means says the same twice now.
        return re.sub(r"([\u4e00-\u9fff]+) \1(?![\u4e00-\u9fff])", r"\1", renamed)

    return _COMMENT.sub(rename_all, text)


def _edits(node: Node, annotation: Any, words: Mapping[Any, str] | None = None) -> Iterator[_Edit]:
    if node.kind == "scalar":
        if words and not node.style and node.value in words:
            yield _Edit(node.start, node.end, words[node.value])
        return
    for kind in kinds_of(annotation):
        origin, inner = get_origin(kind), get_args(kind)
        if origin is tuple and node.kind == "mapping":
            # A list may stand in a spreadsheet, which a mapping names.
            kind = TableFile
        if node.kind == "list":
            for item in node.value if origin is tuple else ():
                yield from _edits(item, inner[0], words)
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            for name, child in node.value.items():
                if field := kind.model_fields.get(name):
                    yield from _rename(child, chinese_names(kind).get(name))
                    yield from _edits(child, field.annotation, chinese_words(kind, name))
        elif isinstance(origin, type) and issubclass(origin, Mapping):
            for name, child in node.value.items():
                yield from _rename(child, (words or {}).get(name))
                yield from _edits(child, inner[1])


def _rename(node: Node, chinese: str | None) -> Iterator[_Edit]:
    if node.key is not None and chinese is not None:
        yield _Edit(node.key.start, node.key.end, chinese)
