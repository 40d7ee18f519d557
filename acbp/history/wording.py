"""Values of a comparison in the words of one language: figures as the pages print them, ids by their names."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from acbp.analysis.explaining import Explanation
from acbp.analysis.explaining.braces import fill_in
from acbp.history.changes import Value
from acbp.history.effects import Outcome
from acbp.model.base import Part
from acbp.model.wording import translated
from acbp.rendering.locale import MISSING, locale_of
from acbp.rendering.references import FigureWords, price_unit
from acbp.rendering.typography import plain
from acbp.rendering.words import load_words

_FLAGS = {True: ("是", "yes"), False: ("否", "no")}


class Sayer:
    """Says values in a language (``zh`` or ``en``); ``references`` are those of the plan that they belong to.

    Texts come as they were written, or as they are printed where they are to be ``filled``.
    """

    def __init__(self, references: Any, language: str, *, filled: bool = False) -> None:
        self.language = language
        self._references = references if filled else None
        self._chosen = 0 if language == "zh" else 1
        self._currency = references.plan.plan.currency
        locale, words = locale_of(references.plan.plan, language, references.sales), load_words(language)
        self._figures = FigureWords(locale, words, price_unit(references.plan, words, locale))

    def __call__(self, zh: str, en: str) -> str:
        """One of the two texts."""
        return (zh, en)[self._chosen]

    def pick(self, words: tuple[str, str]) -> str:
        """The words in the language."""
        return words[self._chosen]

    def values(self, *values: Value | None) -> tuple[str, ...]:
        """Values that stand beside each other; where they print the same they are said exactly."""
        said = tuple(map(self.value, values))
        if len(set(said)) < len(said):
            said = tuple(self._exactly(value) or words for value, words in zip(values, said, strict=True))
        return said

    def value(self, value: Value | None) -> str:
        """One value; a dash where there is none."""
        if value is None:
            return MISSING
        if value.words is not None:
            return self.pick(value.words)
        held = value.held
        if isinstance(held, bool):
            return self.pick(_FLAGS[held])
        if isinstance(held, Decimal | int) and value.unit:
            figure = Explanation("", ("", ""), Decimal(held), value.unit, None, ("", ""), ("", ""), (), None)
            return self._figure(figure)
        if isinstance(held, tuple):
            return self("、", ", ").join(self.value(Value(item)) for item in held)
        if isinstance(held, dict):
            return self("，", ", ").join(f"{key} {self.value(Value(item, value.unit))}" for key, item in held.items())
        return self._plain(held)

    def outcome(self, found: Outcome | None) -> str:
        """A figure with its unit, or a verdict; a dash where there is none."""
        if found is None:
            return MISSING
        return self._figure(found) if isinstance(found, Explanation) else self.pick(found)

    def outcomes(self, found: Iterable[Outcome | None]) -> tuple[str, ...]:
        """Figures beside each other; where they print the same they are said nearly exactly."""
        found = tuple(found)
        said = tuple(map(self.outcome, found))
        if len(set(said)) < len(said):
            said = tuple(
                self._digits(_rounded(each.value), each.unit) if isinstance(each, Explanation) else words
                for each, words in zip(found, said, strict=True)
            )
        return said

    def _figure(self, found: Explanation) -> str:
        if isinstance(found.value, date):
            return self._day(found.value)
        figure, unit = self._figures.in_table(found)
        return f"{figure} {unit}".rstrip()

    def _day(self, day: date) -> str:
        return day.isoformat() if self._references is None else self._figures.locale.date_long(day)

    def _plain(self, held: Any) -> str:
        if isinstance(held, date):
            return self._day(held)
        if isinstance(held, Decimal):
            return f"{held.normalize():,f}"
        if isinstance(held, Part):
            return self("（无名）", "(unnamed)")
        if isinstance(held, str):
            text = translated(held, self.language)
            return text if self._references is None else plain(fill_in(text, self._refer))
        return str(held)

    def _refer(self, reference: str) -> str:
        found = self._references.look_up(reference) if self._references else None
        return MISSING if found is None else self._figures.in_sentence(found)

    def _exactly(self, value: Value | None) -> str | None:
        return self._digits(value.held, value.unit) if value and isinstance(value.held, Decimal) else None

    def _digits(self, value: Any, unit: str) -> str:
        if not isinstance(value, Decimal):
            return str(value)
        if unit in ("percent", "growth", "points"):
            return f"{(value * 100).normalize():,f}%"
        return f"{value.normalize():,f} {self._currency if unit == 'money' else ''}".rstrip()


def _rounded(value: Any) -> Any:
    """A figure without the digits that dividing left behind."""
    return round(value, 6) if isinstance(value, Decimal) else value
