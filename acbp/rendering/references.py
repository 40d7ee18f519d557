"""Figures that are asked for by reference, in the words of a page: beside others in a table, and in a sentence."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from acbp.analysis.explaining import Explanation, References
from acbp.analysis.explaining.braces import fill_in
from acbp.model import Plan
from acbp.model.texts import map_texts
from acbp.rendering.locale import MISSING, Locale, own_decimals
from acbp.rendering.typography import NO_BREAK
from acbp.rendering.words import Words

_SIGNS = "£€$"
"""Signs of currencies that stand before the figure."""


def price_unit(plan: Plan, words: Words, locale: Locale) -> str:
    """Money per unit of volume: ``元/标箱``, ``£/case``."""
    noun = plan.plan.volume_name or words("common.unit")
    one = noun if locale.chinese else noun.removesuffix("s")
    return words("financials.per_unit", currency=locale.currency_name, noun=one)


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Prints figures as the pages of one document do."""

    locale: Locale
    words: Words
    price_unit: str

    def in_table(self, found: Explanation) -> tuple[str, str]:
        """Return a figure as tables print it, and its unit, which is empty where the figure carries it."""
        value, decimals = found.value, found.decimals
        if isinstance(value, date):
            return self.locale.date(value), ""
        if found.unit == "money":
            return self.locale.money_figure(value)
        if found.unit == "volume":
            return self.locale.volume(value), self.locale.volume_unit_label()
        if found.unit == "growth":
            return self.locale.percent(value, signed=True), ""
        if found.unit == "points":
            return self.locale.points(value), ""
        return self._plain(value, found.unit, decimals)

    def in_sentence(self, found: Explanation) -> str:
        """Return a figure as a sentence says it: ``2.1 亿元``, ``£46.8m``, ``9.9%``, ``30 June 2027``."""
        value = found.value
        if isinstance(value, date):
            return self.locale.date_long(value)
        if value is None:
            return MISSING
        if found.unit == "money":
            return self.locale.money_long(value)
        if found.unit == "growth":
            return self.locale.percent(value)
        if found.unit == "points":
            return self.locale.points(value, long=True).removeprefix("+")
        figure, unit = self.in_table(found)
        if found.unit == "volume":
            scale = self.locale.volume_scale
            figure = self.locale.volume(value, min(scale.decimals, own_decimals(value / scale.divisor)))
        if found.unit == "price" and unit[0] in _SIGNS:
            return f"{unit[0]}{figure}{unit[1:]}"
        space = "" if unit in ("", "×") else NO_BREAK
        return f"{figure}{space}{unit}"

    def _plain(self, value: Decimal | None, unit: str, decimals: int | None) -> tuple[str, str]:
        if value is None:
            return MISSING, ""
        if unit == "percent":
            return self.locale.percent(value, 1 if decimals is None else decimals), ""
        if unit == "year":
            return str(value), ""
        if unit == "index":
            return self.locale.number(value, 0 if decimals is None else decimals), ""
        if decimals is None:
            decimals = min(2, own_decimals(value))
        figure = self.locale.number(value, decimals)
        if unit == "price":
            return figure, self.price_unit
        if unit in ("days", "weeks", "times"):
            return figure, self.words(f"figure.{unit}", value)
        return figure, "" if unit == "number" else unit


def fill_references(plan: Plan, references: References, words: FigureWords) -> Plan:
    """Return the plan with every reference in its texts put in words; one that leads nowhere is marked as missing."""

    def say(reference: str) -> str:
        found = references.look_up(reference)
        return MISSING if found is None else words.in_sentence(found)

    return map_texts(plan, lambda text: fill_in(text, say))
