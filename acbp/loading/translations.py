"""The section `translations` → texts given in both languages, each where its original stands."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from acbp.loading.nodes import Node
from acbp.loading.positions import kinds_of, takes
from acbp.model.layout import Entry
from acbp.model.scalars import Line, Prose
from acbp.problems import Problem, nearest

SECTION = "translations"
MOST_GUESSES = 20
"""Of so many stale translations the nearest text is looked for; more are told without."""
_LONGEST_SHOWN = 40
_OTHER = {"en": "zh", "zh": "en"}


def apply_translations(root: Node, model: type[BaseModel]) -> list[Problem]:
    """Give each text of the tree that has a translation both languages; a translation without an original is W291.

    Originals are compared without regard to where their lines break. A text that is given per language is left as it
    is, and what is wrong with the section itself is found when the plan is checked.
    """
    section = root.get(SECTION)
    if section is None or section.kind != "mapping":
        return []
    entries = {language: _entries(section.get(language)) for language in _OTHER}
    used: set[tuple[str, str]] = set()
    others = []
    for node in _texts(root, model):
        original = _plain(node.value)
        language = next((language for language in _OTHER if original in entries[language]), None)
        if language is None:
            others.append(original)
        else:
            used.add((language, original))
            _put(node, entries[language][original], language)
    unused = [node for language in _OTHER for text, node in entries[language].items() if (language, text) not in used]
    return [_stale(node, others if guess < MOST_GUESSES else []) for guess, node in enumerate(unused)]


def _entries(node: Node | None) -> dict[str, Node]:
    """The translations into one language that can be used, by their originals."""
    held = node.value if node is not None and node.kind == "mapping" else {}
    return {_plain(text): each for text, each in held.items() if _is_text(each)}


def _plain(text: str) -> str:
    return " ".join(text.split())


def _is_text(node: Node) -> bool:
    return node.kind == "scalar" and isinstance(node.value, str) and not node.faulty


def _put(node: Node, translation: Node, language: str) -> None:
    """Make a text one that is given in both languages, the original first; each keeps its place."""
    both = {_OTHER[language]: node, language: translation}
    node.value = {
        name: Node("scalar", each.value, each.source, each.start, each.end, each.style) for name, each in both.items()
    }
    node.kind = "mapping"


def _stale(node: Node, texts: list[str]) -> Problem:
    original = node.key.text if node.key else ""
    values = {}
    if near := nearest(_plain(original), texts):
        values = {"variant": "near", "nearest": near[0][:_LONGEST_SHOWN] + "…" * (len(near[0]) > _LONGEST_SHOWN)}
    return Problem("W291", values, node.key.place() if node.key else node.place())


def _texts(node: Node, annotation: Any, marks: Any = ()) -> Iterator[Node]:
    """The texts below a node of that type: the words that are printed, not ids and words of closed lists."""
    if node.kind == "scalar":
        if _is_text(node) and any(takes(annotation, scalar, marks) for scalar in (Line, Prose, Entry)):
            yield node
        return
    for kind in kinds_of(annotation):
        origin, inner = get_origin(kind), get_args(kind)
        if node.kind == "list":
            for item in node.value if origin in (tuple, list) else ():
                yield from _texts(item, inner[0])
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            for name, child in node.value.items():
                if field := kind.model_fields.get(name):
                    yield from _texts(child, field.annotation, field.metadata)
        elif isinstance(origin, type) and issubclass(origin, Mapping):
            for item in node.value.values():
                yield from _texts(item, inner[1])
