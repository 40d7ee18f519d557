"""Two versions of a list → which of their items are the same, and which of those changed places."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any

from acbp.model.base import Part

Pairs = dict[int, int]
"""Index in the old list → index in the new one."""

KEYS = (
    *("id", "category", "period", "year", "month", "measure", "contact", "kpi", "action", "sku", "rule", "format"),
    *(
        "severity",
        "grade",
        "function",
        "name",
        "label",
        "term",
        "test",
        "mark",
        "method",
        "step",
        "criterion",
        "topic",
        "need",
    ),
    *("skill", "subject", "party", "date", "what", "heading", "text", "path", "kind"),
)
"""Fields that tell an item of a list from its neighbours, the best first."""
_ALIKE = 0.5
"""From this likeness on, two items without a common name are versions of one."""


def name_items(*lists: Sequence[Any]) -> list[list[str]]:
    """Return the names of the items of lists that are versions of each other: by id or what else tells them apart."""
    for name in KEYS:
        columns = [[_text(getattr(item, name, None)) for item in items] for items in lists]
        if all("" not in keys and len(set(keys)) == len(keys) for keys in columns):
            return columns
    return [[str(number) for number, _ in enumerate(items, 1)] for items in lists]


def match_items(old: Sequence[Any], new: Sequence[Any]) -> Pairs:
    """Match the items of two versions of a list: the same id; else equal ones, the same name, those that are alike."""
    if _have_ids(old) and _have_ids(new):
        pairs = _match(range(len(old)), range(len(new)), lambda i, j: bool(old[i].id == new[j].id))
        # An item that is the same in all but its id was given another id.
        return pairs | _match(
            *_rest(pairs, old, new), lambda i, j: bool(old[i].model_copy(update={"id": new[j].id}) == new[j])
        )
    if _are_figures(old) and _are_figures(new):
        return {index: index for index in range(min(len(old), len(new)))}
    before, after = _unlike_names(old, new)
    pairs = _match(range(len(old)), range(len(new)), lambda i, j: _equal(old[i], new[j]))
    pairs |= _match(*_rest(pairs, old, new), lambda i, j: before[i] != "" and before[i] == after[j])
    likes = [
        (-likeness, abs(i - j), i, j)
        for i in _rest(pairs, old, new)[0]
        for j in _rest(pairs, old, new)[1]
        if (likeness := measure_likeness(old[i], new[j])) >= _ALIKE
    ]
    taken = set(pairs.values())
    for _, _, i, j in sorted(likes):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    if len(old) == len(new) and all(isinstance(item, str) for item in (*old, *new)):
        # A word that stands where another stood took its place.
        gone, come = _rest(pairs, old, new)
        pairs |= {i: i for i in gone if i in come}
    return pairs


def find_moved(pairs: Pairs) -> frozenset[int]:
    """Return the old indices of the fewest items that must be moved to bring the old order into the new one."""
    tails: list[int] = []
    chains: list[tuple[int, ...]] = []
    for i in sorted(pairs):
        at = bisect_left(tails, pairs[i])
        chain = (*(chains[at - 1] if at else ()), i)
        tails[at:], chains[at:] = [pairs[i], *tails[at + 1 :]], [chain, *chains[at + 1 :]]
    kept = chains[-1] if chains else ()
    return frozenset(pairs) - set(kept)


def measure_likeness(old: Any, new: Any) -> float:
    """Return how alike two values are, from 0 to 1: the same letters of a text, the mean over the fields of a part."""
    if isinstance(old, Part) and isinstance(new, Part):
        pairs = [(getattr(old, name), getattr(new, name)) for name in type(old).model_fields]
        fields = [pair for pair in pairs if not all(map(_is_empty, pair))]
        return sum(measure_likeness(*pair) for pair in fields) / len(fields) if fields else 1.0
    if isinstance(old, str) and isinstance(new, str):
        return SequenceMatcher(None, old, new, autojunk=False).ratio()
    return float(_equal(old, new))


def _match(old: Iterable[int], new: Iterable[int], same: Callable[[int, int], bool]) -> Pairs:
    pairs: Pairs = {}
    left = list(new)
    for i in old:
        # Of several that are the same, the one that stands where it stood.
        found = i if i in left and same(i, i) else next((j for j in left if same(i, j)), None)
        if found is not None:
            pairs[i] = found
            left.remove(found)
    return pairs


def _rest(pairs: Pairs, old: Sequence[Any], new: Sequence[Any]) -> tuple[list[int], list[int]]:
    taken = set(pairs.values())
    return [i for i in range(len(old)) if i not in pairs], [j for j in range(len(new)) if j not in taken]


def _unlike_names(old: Sequence[Any], new: Sequence[Any]) -> tuple[list[str], list[str]]:
    """The names of the items; nothing for texts, and for items that are told apart by their number alone."""
    before, after = name_items(old, new)
    if all(name.isdigit() and int(name) == number for number, name in enumerate(before, 1)):
        return [""] * len(old), [""] * len(new)
    return before, after


def _have_ids(items: Sequence[Any]) -> bool:
    return all(hasattr(item, "id") for item in items)


def _are_figures(items: Sequence[Any]) -> bool:
    return not any(isinstance(item, Part | str) for item in items)


def _equal(old: Any, new: Any) -> bool:
    return bool(old == new) and type(old) is type(new)


def _is_empty(value: Any) -> bool:
    return value is None or value == () or value == {}


def _text(value: Any) -> str:
    return "" if value is None else str(value)
