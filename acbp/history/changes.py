"""Two versions of a plan → what was changed, one change for each field that was edited."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from pydantic.fields import FieldInfo

from acbp.analysis.explaining.fields import Location, list_stated
from acbp.history.matching import Pairs, find_moved, match_items, name_items
from acbp.model import Plan
from acbp.model.base import Part, link_of
from acbp.model.chinese_names import chinese_names, chinese_words
from acbp.model.links import items_of, keys_link_of
from acbp.model.provenance import Sourced
from acbp.model.scalars import Quantity
from acbp.model.wording import Wording

Kind = Literal["changed", "added", "gone", "moved"]
Words = tuple[str, str]
"""The same words in Chinese and in English."""

_TITLES = (
    *("title", "name", "heading", "label", "what", "text", "need", "term", "topic", "category", "period", "year"),
    *("subject", "give", "asked", "function", "test", "mark", "method", "step", "skill", "measure"),
)
"""Fields that say what an item is."""


@dataclass(frozen=True, slots=True)
class Value:
    """What stood or stands in a place.

    ``held`` is a figure in single units (a Decimal), a day, a flag, a text, an item (a `Part`) or a list; ``unit`` that
    of a figure, as `explaining.fields` names it; ``words`` what people call it where it is an item, the id of one, or
    one of the words that a field knows.
    """

    held: Any
    unit: str = ""
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One edit: a field that was changed, an item or a value that came or went, or an item that was moved."""

    kind: Kind
    name: str
    """In the words of the plan, items by their ids: ``objectives[sales].target``."""
    label: Words
    """For people who do not read the file: ``Objectives · Sales value: target``."""
    location: Location
    """In the new version; in the old one for what is gone."""
    old: Value | None
    new: Value | None

    @property
    def section(self) -> str:
        """The section of the plan that it belongs to."""
        return str(self.location[0])


def find_changes(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Compare two versions, both of one audience, in the order of the new plan; what is gone stands at its old place.

    Items are matched by id, others by what tells them apart, else by likeness. What is written otherwise but means the
    same (a default spelt out, a figure in another unit) is no change.
    """
    return tuple(_Walk(old, new).part(old, new, _Path()))


@dataclass(frozen=True, slots=True)
class _Path:
    """The way to a value in both versions, and what it is called."""

    name: str = ""
    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    old: Location = ()
    new: Location = ()

    def field(self, kind: type[Part], name: str) -> "_Path":
        zh, en = chinese_names(kind).get(name, name), name.replace("_", " ")
        unspoken = name == "items"
        return _Path(
            f"{self.name}.{name}" if self.name else name,
            self.zh if unspoken else (*self.zh, zh),
            self.en if unspoken else (*self.en, en),
            (*self.old, name),
            (*self.new, name),
        )

    def item(self, name: str, words: Words, old: int | None, new: int | None) -> "_Path":
        return _Path(
            f"{self.name}[{name}]",
            (*self.zh, words[0]),
            (*self.en, words[1]),
            self.old if old is None else (*self.old, old),
            self.new if new is None else (*self.new, new),
        )

    def key(self, name: str, words: Words) -> "_Path":
        zh, en = (*self.zh, words[0]), (*self.en, words[1])
        return _Path(f"{self.name}.{name}", zh, en, (*self.old, name), (*self.new, name))

    @property
    def label(self) -> Words:
        return " · ".join(self.zh), " · ".join(self.en)


class _Walk:
    def __init__(self, old: Plan, new: Plan) -> None:
        self._stated = tuple({found.location: found for found in list_stated(plan).values()} for plan in (old, new))
        self._titles = tuple(
            {
                (kind, item.id): words
                for kind, items in items_of(plan).items()
                for _, item in items
                if (words := title_of(item))
            }  # type: ignore[attr-defined]
            for plan in (old, new)
        )
        self._languages = old.plan.language, new.plan.language

    def part(self, old: Part, new: Part, path: _Path) -> Iterator[Change]:
        """Compare two versions of a part, field by field."""
        for name, field in type(new).model_fields.items():
            yield from self._field(
                type(new), field, getattr(old, name), getattr(new, name), path.field(type(new), name)
            )

    def _field(self, kind: type[Part], field: FieldInfo, old: Any, new: Any, path: _Path) -> Iterator[Change]:
        if isinstance(old, Part) and isinstance(new, Part) and type(old) is type(new):
            yield from self.part(old, new, path)
        elif isinstance(old, tuple) and isinstance(new, tuple):
            yield from self._items(kind, field, old, new, path)
        elif isinstance(old, Mapping) and isinstance(new, Mapping):
            yield from self._mapping(kind, field, old, new, path)
        elif isinstance(old, Wording) or isinstance(new, Wording):
            yield from self._wording(old, new, path)
        else:
            yield from self._scalar(kind, field, old, new, path)

    def _scalar(self, kind: type[Part], field: FieldInfo, old: Any, new: Any, path: _Path) -> Iterator[Change]:
        before, after = self._value(kind, field, old, path, 0), self._value(kind, field, new, path, 1)
        if before is None or after is None:
            if before or after:
                yield _change(path, before, after)
        elif before.held != after.held or type(before.held) is bool is not type(after.held):
            yield _change(path, before, after)
        if before is not None and after is not None:
            yield from _compare_provenance(old, new, path)

    def _items(
        self, kind: type[Part], field: FieldInfo, old: tuple[Any, ...], new: tuple[Any, ...], path: _Path
    ) -> Iterator[Change]:
        if old == new and not _may_hide_more(old):
            return
        is_linked = link_of(field) is not None
        pairs = _same_values(old, new) if is_linked else match_items(old, new)
        sources = {j: i for i, j in pairs.items()}
        names = [list(map(str, items)) for items in (old, new)] if is_linked else name_items(old, new)
        moved = find_moved(pairs)
        gone = [i for i in range(len(old)) if i not in pairs]

        def at(i: int | None, j: int | None) -> _Path:
            item = old[i] if j is None and i is not None else new[j] if j is not None else None
            name = names[1][j] if j is not None else names[0][i] if i is not None else ""
            words = title_of(item) if isinstance(item, Part) else None
            return path.item(name, words or self._words_of(_CONTACTS, name), i, j)

        for j in range(len(new)):
            source = sources.get(j)
            if source is None:
                yield _change(at(None, j), None, self._value(kind, field, new[j], at(None, j), 1))
                continue
            here = at(source, j)
            if source in moved:
                yield Change(
                    "moved", here.name, here.label, here.new, Value(Decimal(source + 1)), Value(Decimal(j + 1))
                )
            if not is_linked:
                yield from self._field(kind, field, old[source], new[j], here)
        for i in gone:
            yield _change(at(i, None), self._value(kind, field, old[i], at(i, None), 0), None)

    def _mapping(
        self, kind: type[Part], field: FieldInfo, old: Mapping[str, Any], new: Mapping[str, Any], path: _Path
    ) -> Iterator[Change]:
        link = keys_link_of(field)
        for key in (*new, *(key for key in old if key not in new)):
            here = path.key(key, self._words_of(link, key) if link else (key, key))
            yield from self._field(kind, field, old.get(key), new.get(key), here)

    def _wording(self, old: Any, new: Any, path: _Path) -> Iterator[Change]:
        """Texts that are given in several languages: each language is a field of its own."""
        before, after = (
            {} if text is None else text.translations if isinstance(text, Wording) else {language: text}
            for text, language in zip((old, new), self._languages, strict=True)
        )
        for language in dict.fromkeys((*after, *before)):
            one, other = before.get(language), after.get(language)
            if one != other:
                here = path if language == self._languages[1] else path.key(language, (_NAMES[language], language))
                yield _change(here, one and Value(one), other and Value(other))

    def _value(self, kind: type[Part], field: FieldInfo, held: Any, path: _Path, side: int) -> Value | None:
        """A value with its unit or its words; None for what is not there."""
        if held is None or held == () or held == {}:
            return None
        if isinstance(held, Part):
            return Value(held, words=title_of(held))
        if isinstance(held, tuple | Mapping):
            return Value(held)
        stated = self._stated[side].get((path.old, path.new)[side])
        if stated is not None and stated.value is not None:
            return Value(stated.value, stated.unit)
        if isinstance(held, Quantity):
            return Value(held.value)
        if link := link_of(field):
            return Value(held, words=self._words_of(link, held))
        name = path.name.rpartition(".")[2]
        words = chinese_words(kind, name) if name in kind.model_fields else {}
        return Value(held, words=(words[held], str(held)) if held in words else None)

    def _words_of(self, kind: str, target: str) -> Words:
        return self._titles[1].get((kind, target)) or self._titles[0].get((kind, target)) or (target, target)


_NAMES = {"zh": "中文", "en": "英文"}
_CONTACTS = "contacts"


def title_of(item: Part) -> Words | None:
    """What people call an item: its title, name or text in each language, else its id; None where it has none."""
    for name in (*_TITLES, "id"):
        text = getattr(item, name, None)
        if isinstance(text, Wording):
            return text.translations.get("zh", str(text)), text.translations.get("en", str(text))
        if text is not None:
            return str(text), str(text)
    return None


def _change(path: _Path, old: Value | None, new: Value | None) -> Change:
    kind: Kind = "added" if old is None else "gone" if new is None else "changed"
    return Change(kind, path.name, path.label, path.old if kind == "gone" else path.new, old, new)


def _same_values(old: tuple[Any, ...], new: tuple[Any, ...]) -> Pairs:
    return {old.index(value): j for j, value in enumerate(new) if value in old}


def _may_hide_more(items: tuple[Any, ...]) -> bool:
    """Whether items that are equal may still differ in what their figures say of themselves."""
    return any(not isinstance(item, str) for item in items)


def _compare_provenance(old: Any, new: Any, path: _Path) -> Iterator[Change]:
    """Where a figure comes from, for which day it holds, and how sure it is."""
    before, after = (figure.value if isinstance(figure, Quantity) else figure for figure in (old, new))
    for name, words in (("source", "来源"), ("as_of", "截至"), ("confidence", "可信度")):
        one, other = (getattr(figure, name) if isinstance(figure, Sourced) else None for figure in (before, after))
        if one != other:
            here = path.key(name, (words, name.replace("_", " ")))
            yield _change(here, None if one is None else Value(one), None if other is None else Value(other))
