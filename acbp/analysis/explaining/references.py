"""Everything that a text or a person can ask a plan for by its reference, and how it came about."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from acbp.analysis.explaining.chinese import in_english
from acbp.analysis.explaining.fields import Location, Stated, Value, list_stated
from acbp.analysis.explaining.metric import Metric, Subject, Words, first_of
from acbp.analysis.explaining.register import SUBJECTS
from acbp.analysis.figures import Figures
from acbp.analysis.rates import Figure
from acbp.analysis.sales import Sales
from acbp.model import Plan
from acbp.problems import nearest

_ITEM = re.compile(r"\[([^\[\]]+)\]")
_AGREED = ("取自计划", "as the plan states it")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure with the way to it; a figure that the plan states has a place in it and no inputs."""

    reference: str
    title: Words
    value: Value
    unit: str
    decimals: int | None
    formula: Words
    definition: Words
    inputs: tuple["Explanation", ...]
    location: Location | None
    optional: bool = False
    """True for an input that the formula can do without."""

    def missing(self) -> tuple["Explanation", ...]:
        """Return the figures at the ends of the way that are missing, each once; empty where the value is there."""
        if self.value is not None:
            return ()
        needed = [given for given in self.inputs if not given.optional] or self.inputs
        found = [end for given in needed for end in given.missing()]
        return tuple({end.reference: end for end in found}.values()) or (self,)


@dataclass(frozen=True, slots=True)
class _Worked:
    """A metric of one thing."""

    metric: Metric
    subject: Subject
    keys: tuple[str, ...]
    item: Any


class References:
    """The references of one edition of a plan. ``whole`` is the plan that it was cut down from, if it was."""

    def __init__(self, plan: Plan, figures: Figures, whole: Plan | None = None) -> None:
        self.plan, self._figures, self._whole = plan, figures, whole

    @property
    def sales(self) -> Sales:
        """The year's sales, which decide how figures are printed."""
        return self._figures.sales

    @cached_property
    def stated(self) -> dict[str, Stated]:
        """The figures that the plan states, by reference; those left out too."""
        return list_stated(self.plan, self._whole)

    @cached_property
    def _worked(self) -> dict[str, _Worked]:
        found = {}
        for subject in SUBJECTS:
            for keys, item in subject.items(self._figures, self.plan).items():
                start = subject.pattern.format(*keys)
                if any(key.isdigit() for key in keys) and not self._counts_the_same(start):
                    continue
                for metric in subject.metrics:
                    found[f"{start}.{metric.name}"] = _Worked(metric, subject, keys, item)
        return found

    @cached_property
    def _spellings(self) -> dict[str, str]:
        # A hyphen and an underscore are the same to whoever writes a reference; a figure of the plan goes first.
        return {_plain(name): name for name in (*self._worked, *self.stated)}

    def spell(self, text: str) -> str | None:
        """Return the reference that ``text`` means, as it is spelt properly; None if there is none.

        ``opportunities.items[coolers].value``, as problems name it, means ``opportunities.coolers.value``; so does
        ``机会.coolers.销售增量`` where that is how the plan spells its keys.
        """
        plain = _ITEM.sub(r".\1", text.strip())
        plain = (plain if plain.isascii() else in_english(plain)).replace(".items.", ".")
        return self._spellings.get(_plain(plain))

    def names(self) -> tuple[str, ...]:
        """Return every reference that has a value: the metrics by subject, then what the plan states."""
        return tuple(name for name in (*self._worked, *self.stated) if self._read(name) is not None)

    def nearest(self, text: str, count: int = 3) -> tuple[str, ...]:
        """Return up to ``count`` references with a value that resemble ``text``, the nearest first."""
        names = self.names()
        beginning = text.rpartition(".")[0]
        beside = [name for name in names if beginning and name.startswith(f"{beginning}.")]
        return nearest(text, beside, count) or nearest(text, names, count) or tuple(beside[:count])

    def explain(self, text: str) -> Explanation | None:
        """Explain a figure, with its inputs and theirs; None for a reference that means nothing."""
        name = self.spell(text)
        return None if name is None else self._explain(name)

    def look_up(self, text: str) -> Explanation | None:
        """Return a figure without the way to it; None for a reference that means nothing."""
        name = self.spell(text)
        return None if name is None else self._explain(name, inputs=False)

    def evaluate(self, name: str) -> Figure:
        """Work a metric out anew, by its declared formula from its declared inputs; its value where none can."""
        held = self._worked[name]
        if held.metric.work is None:
            return held.metric.read(held.item)
        given: list[Any] = []
        for pattern in self._patterns(held):
            values = {star: self._number(found) for star, found in self._matches(pattern)}
            given.append(values if "*" in pattern else next(iter(values.values()), None))
        return held.metric.work(*given)

    def metrics(self) -> Iterator[tuple[str, str, str]]:
        """Yield reference, pattern of the subject and name of every metric of this plan, with or without a value."""
        for name, held in self._worked.items():
            yield name, held.subject.pattern, held.metric.name

    def _counts_the_same(self, start: str) -> bool:
        """Whether an item named by its number has that number in the whole plan too; a year is no such number."""
        if start.partition(".")[0] not in Plan.model_fields:
            return True
        return any(name.startswith(f"{start}.") for name in self.stated)

    def _read(self, name: str) -> Value:
        if name in self.stated:
            return self.stated[name].value
        held = self._worked.get(name)
        return None if held is None else held.metric.read(held.item)

    def _number(self, name: str) -> Figure:
        value = self._read(name)
        return value if isinstance(value, Decimal) else None

    def _explain(self, name: str, *, inputs: bool = True, optional: bool = False) -> Explanation:
        if (stated := self.stated.get(name)) is not None:
            title = (stated.chinese.rstrip("。"), stated.english.rstrip("."))
            return Explanation(
                name, title, stated.value, stated.unit, None, _AGREED, ("", ""), (), stated.location, optional
            )
        held = self._worked.get(name)
        if held is None:
            # An input that this plan has no place for yet: it can still be said what is missing.
            return Explanation(name, ("", ""), None, "number", None, _AGREED, ("", ""), (), None, optional)
        metric, subject = held.metric, held.subject
        given = [self._explain(match, optional=may_miss) for match, may_miss in self._shown(held)] if inputs else []
        return Explanation(
            reference=name,
            title=_join(subject.title, held.keys, metric.title),
            value=metric.read(held.item),
            unit=metric.unit(held.item) if callable(metric.unit) else metric.unit,
            decimals=metric.decimals,
            formula=metric.formula,
            definition=subject.definition,
            inputs=tuple(given),
            location=None,
            optional=optional,
        )

    def _shown(self, held: _Worked) -> Iterator[tuple[str, bool]]:
        """The inputs that a figure was worked out from, each with whether the formula can do without it."""
        offered = []
        for pattern in self._patterns(held):
            may_miss = pattern.endswith("?")
            matches = [match for _, match in self._matches(pattern)] or [pattern.rstrip("?")]
            offered.append((matches, may_miss))
        if held.metric.work is first_of:
            whole = (each for each in offered if all(self._read(match) is not None for match in each[0]))
            used = next(whole, None)
            # Where no way can be taken, any of them would do: all are shown.
            yield from ((match, True) for matches, _ in ([used] if used else offered) for match in matches)
            return
        for matches, may_miss in offered:
            yield from ((match, may_miss) for match in matches if not may_miss or self._read(match) is not None)

    def _patterns(self, held: _Worked) -> Iterator[str]:
        """The inputs of a metric with everything filled in but the stars."""
        year, card = self.plan.plan.year, self._figures.scorecard
        words: Mapping[str, Any] = {"year": year, "last": year - 1, "period": card.period if card else None}
        inputs = held.metric.inputs
        for given in inputs(held.item) if callable(inputs) else inputs:
            pattern = f"{held.subject.pattern.format(*held.keys)}{given}" if given.startswith(".") else given
            yield pattern.format(*held.keys, **words)

    def _matches(self, pattern: str) -> Iterator[tuple[str, str]]:
        """What stands in the place of the stars of an input, with the reference that results."""
        pattern = pattern.rstrip("?")
        if "*" not in pattern:
            yield "", self.spell(pattern) or pattern
            return
        shape = re.compile(re.escape(_plain(pattern)).replace(r"\*", r"([^.]+)"))
        for plain, name in self._spellings.items():
            if match := shape.fullmatch(plain):
                yield ".".join(match.groups()), name


def _plain(name: str) -> str:
    return name.replace("_", "-").casefold()


def _join(subject: Words, keys: tuple[str, ...], metric: Words) -> Words:
    named = f" {' · '.join(keys)}" if keys else ""
    zh = f"{subject[0]}{named}：{metric[0]}" if metric[0] else f"{subject[0]}{named}"
    en = f"{subject[1]}{named}: {metric[1]}" if metric[1] else f"{subject[1]}{named}"
    return zh, en
