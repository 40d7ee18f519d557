"""Names written in Chinese → the names of the model, file by file; each node keeps its name as it was written."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from acbp.loading.nodes import Key, Node
from acbp.loading.positions import Location, find, kinds_of, parts_at
from acbp.model.chinese_names import chinese_names, chinese_words
from acbp.model.table_file import TableFile
from acbp.problems import Problem

_CHINESE_NAME = re.compile(r"[\u4e00-\u9fff](?: *:(?!\S)|[\"'] *:)")
_LANGUAGES = {"中文": "zh", "英文": "en"}
_NEUTRAL = {"Q1", "Q2", "Q3", "Q4", "zh", "en"}
"""Names that are as usual in a Chinese table as in an English one."""


def holds_chinese_names(text: str) -> bool:
    """Whether a file can hold Chinese names at all; most hold none, and then there is nothing to do."""
    return _CHINESE_NAME.search(text) is not None


def respell(root: Node, annotation: Any) -> list[Problem]:
    """Give the mappings of one file the names of the model, and its closed lists their words.

    `annotation` is the type of what the file holds: a part, or a list of them. Afterwards the nodes of a file that is
    written mostly in Chinese say so (`Node.chinese`). One name in both spellings is E101, a file that mixes them W290.
    """
    speller = _Speller()
    speller.take(root, annotation)
    if speller.chinese:
        chinese = len(speller.chinese) >= len(speller.english)
        for node in root.walk():
            node.chinese = chinese
        if speller.english:
            key, other = (speller.english if chinese else speller.chinese)[0]
            values = {"key": key.text, "other": other, **({"variant": "chinese"} if chinese else {})}
            speller.problems.append(Problem("W290", values, key.place()))
    return speller.problems


class _Speller:
    """Walks the tree along the model and gathers what it finds: each name with its other spelling."""

    def __init__(self) -> None:
        self.chinese: list[tuple[Key, str]] = []
        self.english: list[tuple[Key, str]] = []
        self.problems: list[Problem] = []

    def take(self, node: Node, annotation: Any, words: Mapping[str, Any] | None = None) -> None:
        """Respell a node that holds a value of that type; `words` are those of its closed list."""
        if node.kind == "scalar":
            if words and isinstance(node.value, str):
                node.value = words.get(node.value, node.value)
            return
        for kind in kinds_of(annotation):
            origin, arguments = get_origin(kind), get_args(kind)
            if node.kind == "list":
                for item in node.value if origin in (tuple, list) else ():
                    self.take(item, arguments[0], words)
            elif isinstance(kind, type) and issubclass(kind, BaseModel):
                self._take_part(node, kind)
            elif origin is tuple:
                # A list may stand in a spreadsheet, which a mapping names.
                self._take_part(node, TableFile)
            elif isinstance(origin, type) and issubclass(origin, Mapping):
                self._rename(node, words or {})
                for item in node.value.values():
                    self.take(item, arguments[1])
            elif kind is str:
                self._rename(node, _LANGUAGES)

    def _take_part(self, node: Node, part: type[BaseModel]) -> None:
        names = english_names(part)
        self._rename(node, names)
        for name, child in node.value.items():
            if name not in part.model_fields or child.key is None:
                continue
            if child.key.text != name:
                self.chinese.append((child.key, name))
            elif name not in _NEUTRAL:
                self.english.append((child.key, chinese_names(part).get(name, name)))
            self.take(child, part.model_fields[name].annotation, _english_words(part, name))

    def _rename(self, node: Node, names: Mapping[str, Any]) -> None:
        renamed: dict[str, Node] = {}
        for written, child in node.value.items():
            first = renamed.setdefault(names.get(written, written), child)
            if first is not child and child.key is not None and first.key is not None:
                values = {"key": written, "first": str(first.key.start.line)}
                self.problems.append(Problem("E101", values, child.key.place()))
        node.value = renamed


@cache
def english_names(part: type[BaseModel]) -> Mapping[str, str]:
    """The field of a part that each Chinese name stands for."""
    return {chinese: name for name, chinese in chinese_names(part).items()}


@cache
def _english_words(part: type[BaseModel], name: str) -> Mapping[str, Any]:
    return {chinese: word for word, chinese in chinese_words(part, name).items()}


def english_name(model: type[BaseModel], location: Location, written: str) -> str:
    """The name by which the model knows what is written at a location, in either language."""
    for part in parts_at(model, location):
        written = english_names(part).get(written, written)
    return written


def english_path(model: type[BaseModel], steps: Iterable[str]) -> tuple[str, ...]:
    """The location inside a part that names in either language lead to."""
    location: tuple[str, ...] = ()
    for step in steps:
        location = (*location, english_name(model, location, step))
    return location


def english_word(model: type[BaseModel], location: Location, value: Any) -> Any:
    """The word of a closed list that a value at a location stands for, in either language; any other value as it is."""
    for part, name in _fields_at(model, location):
        value = _english_words(part, name).get(value, value) if isinstance(value, str) else value
    return value


def spelled(root: Node, model: type[BaseModel], location: Location) -> str:
    """The last name of a location, in the language in which the file is written that it belongs to."""
    *above, name = location
    if find(root, above).node.chinese:
        for part in parts_at(model, above):
            return chinese_names(part).get(str(name), str(name))
    return str(name)


def spelled_path(root: Node, model: type[BaseModel], location: Location) -> str:
    """A location without items (`relationships.contacts`) in the language of the files."""
    return ".".join(spelled(root, model, location[: end + 1]) for end in range(len(location)))


def spelled_words(node: Node, model: type[BaseModel], location: Location, words: Iterable[str]) -> list[str]:
    """Words of the closed list at a location, in the language in which the node's file is written."""
    known: dict[Any, str] = {}
    for part, name in _fields_at(model, location) if node.chinese else ():
        known |= chinese_words(part, name)
    return [known.get(word, word) for word in words]


def _fields_at(model: type[BaseModel], location: Location) -> list[tuple[type[BaseModel], str]]:
    """The field whose value, or one of whose items, stands at a location."""
    for end in range(len(location) - 1, -1, -1):
        name = str(location[end])
        if found := [(part, name) for part in parts_at(model, location[:end]) if name in part.model_fields]:
            return found
    return []
