"""Figures, money, dates and lists in the words of the document's language.

Everything is a Decimal until it is printed, rounds half up, and carries U+2212 for minus. A figure that is missing
prints as an em dash, never as zero. A space inside a figure is a no-break space, as in `acbp.rendering.typography`.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from acbp.analysis.sales import Sales
from acbp.model.heading import Heading
from acbp.model.provenance import Sourced
from acbp.model.scalars import magnitude
from acbp.rendering.typography import NO_BREAK

MISSING = "—"
MINUS = "\u2212"
STALE, UNSOURCED = "\u2020", "\u2021"
"""Quiet signs behind a figure: the day it holds for is long past; nobody says where it comes from, or it is unsure."""
_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}
"""Currencies that English sets by their sign, without a space: ``£46.8m``; others by their code: ``RMB 210 m``."""
_NUMERALS_ZH = "零一二三四五六七八九十"
_NUMERALS_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit that tables are printed in: ``divisor`` single units, its word (``万``, ``m``) and its usual decimals."""

    divisor: Decimal
    word: str
    decimals: int


def scale_of(unit: Decimal, lang: str) -> Scale:
    """The scale that prints a plan written in ``unit`` (1, 1,000, 10,000 …) without loss in another language's habit.

    Chinese counts in 万 and 亿, English in k, m and bn. A plan in 万 keeps two decimals in m, so that ratios worked out
    from the printed figures still agree; a plan in k keeps one decimal in 万.
    """
    steps = _SCALES_ZH if lang.startswith("zh") else _SCALES_EN
    return next(scale for least, scale in steps if unit >= least or least == 1)


_SCALES_ZH = (
    (Decimal(10**8), Scale(Decimal(10**8), "亿", 2)),
    (Decimal(10**4), Scale(Decimal(10**4), "万", 0)),
    (Decimal(10**3), Scale(Decimal(10**4), "万", 1)),
    (Decimal(1), Scale(Decimal(1), "", 0)),
)
_SCALES_EN = (
    (Decimal(10**9), Scale(Decimal(10**9), "bn", 2)),
    (Decimal(10**6), Scale(Decimal(10**6), "m", 1)),
    (Decimal(10**4), Scale(Decimal(10**6), "m", 2)),
    (Decimal(10**3), Scale(Decimal(10**3), "k", 0)),
    (Decimal(1), Scale(Decimal(1), "", 0)),
)
_SENTENCE_ZH = (Scale(Decimal(1), "", 0), Scale(Decimal(10**4), "万", 0), Scale(Decimal(10**8), "亿", 2))
_SENTENCE_EN = (
    Scale(Decimal(1), "", 0),
    Scale(Decimal(10**3), "k", 0),
    Scale(Decimal(10**6), "m", 1),
    Scale(Decimal(10**9), "bn", 2),
)


@dataclass(frozen=True, slots=True)
class Locale:
    """The words and figures of one document.

    ``lang`` is ``zh`` or ``en``; ``currency`` an ISO 4217 code; ``money_unit`` and ``volume_unit`` say how many single
    units the plan is written in (10,000 for 万元); ``volume_noun`` is what volume counts, in the document's language.
    """

    lang: str = "zh"
    currency: str = "CNY"
    money_unit: Decimal = Decimal(1)
    volume_unit: Decimal = Decimal(1)
    volume_noun: str = ""
    volume_decimals: int = 1
    """Decimals of volume in tables, where its scale has a word."""
    judged_on: datetime.date | None = None
    """The day by which a figure is stale; None if none is to be marked."""
    stale_after: int = 365
    """Days after which a figure is stale."""

    @property
    def chinese(self) -> bool:
        """Whether the document is in Chinese."""
        return self.lang.startswith("zh")

    # --- figures ---

    def number(self, value: Decimal | int | None, decimals: int | None = None, *, signed: bool = False) -> str:
        """A figure with thousands commas; without ``decimals`` it keeps its own, at most two."""
        if value is None:
            return MISSING
        exact = Decimal(value)
        if decimals is None:
            decimals = min(2, own_decimals(exact))
        rounded = _rounded(exact, decimals)
        sign = MINUS if rounded < 0 else "+" if signed and rounded > 0 else ""
        return f"{sign}{abs(rounded):,f}{self.mark(value)}"

    def mark(self, value: Decimal | int | None) -> str:
        """The quiet sign of a figure that carries its provenance and cannot be taken as it stands; else nothing."""
        if self.judged_on is None or not isinstance(value, Sourced):
            return ""
        if value.as_of is not None and (self.judged_on - value.as_of).days > self.stale_after:
            return STALE
        return UNSOURCED if value.source is None or value.confidence == "low" else ""

    def signed(self, value: Decimal | int | None, decimals: int | None = None) -> str:
        """A change: ``+1,120``, ``−350``; no change carries no sign."""
        return self.number(value, decimals, signed=True)

    def percent(self, fraction: Decimal | None, decimals: int = 1, *, signed: bool = False) -> str:
        """A fraction as a percentage: 0.129 → ``12.9%``."""
        if fraction is None:
            return MISSING
        return f"{self.number(fraction * 100, decimals, signed=signed)}%{self.mark(fraction)}"

    def points(self, difference: Decimal | None, decimals: int = 1, *, long: bool = False) -> str:
        """The difference of two fractions in percentage points: 0.013 → ``+1.3 pt``, long ``+1.3 个百分点``."""
        if difference is None:
            return MISSING
        unit = "pt" if not long else "个百分点" if self.chinese else "percentage points"
        return f"{self.number(difference * 100, decimals, signed=True)}{NO_BREAK}{unit}"

    # --- money and volume ---

    @property
    def money_scale(self) -> Scale:
        """The scale of money in tables."""
        return scale_of(self.money_unit, self.lang)

    @property
    def volume_scale(self) -> Scale:
        """The scale of volume in tables."""
        scale = scale_of(self.volume_unit, self.lang)
        return Scale(scale.divisor, scale.word, self.volume_decimals) if scale.word else scale

    def money(self, value: Decimal | None, decimals: int | None = None, *, signed: bool = False) -> str:
        """Money for a table whose head names the unit; ``value`` in single currency units."""
        return self._scaled(value, self.money_scale, decimals, signed)

    def money_unit_label(self) -> str:
        """The unit of ``money``: ``万元``, ``RMB m``, ``USD k``."""
        word = self.money_scale.word
        if self.chinese:
            return f"{word}{_currency_zh(self.currency)}"
        if self.currency in _SYMBOLS:
            return f"{_SYMBOLS[self.currency]}{word}"
        return f"{self._code}{NO_BREAK}{word}" if word else self._code

    def money_figure(self, value: Decimal | None) -> tuple[str, str]:
        """A headline figure and the unit behind it: (``21,000``, ``万元``), (``£46,800k``, nothing)."""
        if self.chinese or self.currency not in _SYMBOLS or value is None:
            return self.money(value), self.money_unit_label()
        return self._with_symbol(self.money(value), self.money_scale.word), ""

    def _with_symbol(self, figure: str, word: str) -> str:
        """A figure behind the sign of its currency, its own sign in front of both: ``−£108k``."""
        sign, digits = (figure[0], figure[1:]) if figure[0] in f"{MINUS}+" else ("", figure)
        return f"{sign}{_SYMBOLS[self.currency]}{digits}{word}"

    def money_long(self, value: Decimal | None, decimals: int | None = None) -> str:
        """Money for a sentence, in the unit that suits its size: ``2.1 亿元``, ``900 万元``, ``RMB 210 m``.

        Without ``decimals`` it keeps as many as tell something: three or four figures, and no zeros at the end.
        """
        if value is None:
            return MISSING
        step = self.money_scale.divisor.scaleb(-self.money_scale.decimals)
        if decimals is None and self.money_scale.word and abs(value) >= step:
            # A sentence never tells more than the tables print, so that the two cannot disagree.
            table = self.money_scale
            value = _rounded(value / table.divisor, table.decimals) * table.divisor
        scale, figure = self._for_sentence(value, decimals)
        if self.chinese:
            return f"{figure}{NO_BREAK}{scale.word}{_currency_zh(self.currency)}"
        if self.currency in _SYMBOLS:
            return self._with_symbol(figure, scale.word)
        return NO_BREAK.join(part for part in (self._code, figure, scale.word) if part)

    def volume(self, value: Decimal | None, decimals: int | None = None, *, signed: bool = False) -> str:
        """Volume for a table whose head names the unit; ``value`` in single units."""
        return self._scaled(value, self.volume_scale, decimals, signed)

    def volume_unit_label(self) -> str:
        """The unit of ``volume``: ``万标箱``, ``m cases``."""
        word, noun = self.volume_scale.word, self.volume_noun
        return f"{word}{noun}" if self.chinese else NO_BREAK.join(part for part in (word, noun) if part)

    # --- dates ---

    def date(self, day: datetime.date | None) -> str:
        """A day within the plan's year: ``6 月 30 日``, ``30 Jun``."""
        if day is None:
            return MISSING
        if self.chinese:
            return f"{day.month}{NO_BREAK}月{NO_BREAK}{day.day}{NO_BREAK}日"
        return f"{day.day}{NO_BREAK}{self.month(day.month)}"

    def date_long(self, day: datetime.date | None) -> str:
        """A day in full: ``2027 年 4 月 16 日``, ``16 April 2027``."""
        if day is None:
            return MISSING
        if self.chinese:
            return f"{day.year}{NO_BREAK}年 {self.date(day)}"
        return f"{day.day}{NO_BREAK}{self.month(day.month, long=True)} {day.year}"

    def month(self, number: int, *, long: bool = False) -> str:
        """A month, 1 to 12: ``6 月``, ``Jun``, long ``June``. ValueError for any other number."""
        if not 1 <= number <= 12:
            raise ValueError(f"no month {number}")
        return f"{number}{NO_BREAK}月" if self.chinese else _months_en("wide" if long else "abbreviated")[number]

    def quarter(self, number: int, *, short: bool = False) -> str:
        """A quarter, 1 to 4: ``一季度``, short and in English ``Q1``. ValueError for any other number."""
        if not 1 <= number <= 4:
            raise ValueError(f"no quarter {number}")
        return f"{_NUMERALS_ZH[number]}季度" if self.chinese and not short else f"Q{number}"

    # --- words ---

    def join(self, items: Sequence[str]) -> str:
        """A list in a sentence: ``甲、乙、丙``; ``A, B and C``."""
        if self.chinese:
            return "、".join(items)
        return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)

    def count_word(self, number: int, measure: str = "", *, capital: bool = True) -> str:
        """A count up to twenty in words, for a title: ``六项`` with the measure word 项, ``Six``; beyond, in figures.

        English takes no measure word; it begins a title unless ``capital`` is False.
        """
        if not 0 <= number <= 20:
            figure = self.number(number)
            return f"{figure}{NO_BREAK}{measure}" if self.chinese and measure else figure
        if self.chinese:
            return f"{_numeral_zh(number, counting=bool(measure))}{measure}"
        word = _NUMERALS_EN.split()[number]
        return word.capitalize() if capital else word

    def count(self, number: int, *, capital: bool = False) -> str:
        """A count within a title, where the words around it name what is counted: ``6``, in English ``six``."""
        if self.chinese:
            return self.number(number)
        return self.count_word(number, capital=capital) if number else "None" if capital else "none"

    @property
    def currency_name(self) -> str:
        """The currency in a word: ``元``, ``RMB``, ``GBP``."""
        return _currency_zh(self.currency) if self.chinese else self._code

    @property
    def _code(self) -> str:
        return "RMB" if self.currency == "CNY" else _SYMBOLS.get(self.currency, self.currency)

    def _scaled(self, value: Decimal | None, scale: Scale, decimals: int | None, signed: bool) -> str:
        if value is None:
            return MISSING
        figure = self.number(value / scale.divisor, scale.decimals if decimals is None else decimals, signed=signed)
        return f"{figure}{self.mark(value)}"

    def _for_sentence(self, value: Decimal, decimals: int | None) -> tuple[Scale, str]:
        steps = _SENTENCE_ZH if self.chinese else _SENTENCE_EN
        for at, scale in enumerate(steps):
            places = _telling(value, scale) if decimals is None else decimals
            rounded = _rounded(value / scale.divisor, places)
            # The rounded sum decides: 9,999.96 万 is 1 亿, and 9,996 万 stays.
            if at + 1 == len(steps) or abs(rounded) * scale.divisor < _least(steps[at + 1]):
                break
        table = self.money_scale
        if not self.chinese and scale.divisor < table.divisor == 1_000_000 <= abs(value) * 10:
            # Beside a chart or table in millions, 0.88 m is found again and 880 k is not.
            scale, places = table, table.decimals if decimals is None else decimals
            rounded = _rounded(value / scale.divisor, places)
        if decimals is None and scale.word:
            # A sum that is not round keeps one zero: £13.0m is about so much, £13m is (all but) exactly so.
            least = 0 if abs(rounded * scale.divisor - value) * 100_000 < abs(value) else 1
            places = min(places, max(own_decimals(rounded), least))
        return scale, self.number(rounded, places)


def locale_of(heading: Heading, language: str, sales: Sales) -> Locale:
    """The figures of a plan in a language.

    Volumes get as many decimals as every one of them prints with, without loss, at most three: so quarters add up.
    """
    locale = Locale(
        language,
        heading.currency,
        magnitude(heading.money_unit) or Decimal(1),
        magnitude(heading.volume_unit) or Decimal(1),
        heading.volume_name or "",
    )
    volumes = [*sales.volume.quarters, sales.volume.year.plan, sales.volume.year.last, *(y.volume for y in sales.years)]
    divisor = locale.volume_scale.divisor
    decimals = max((own_decimals(volume / divisor) for volume in volumes if volume is not None), default=0)
    return replace(locale, volume_decimals=min(3, decimals))


def _least(scale: Scale) -> Decimal:
    """The smallest sum said in this unit: 8,500 reads better than 8.5 k."""
    return scale.divisor * (10 if scale.word == "k" else 1)


def _telling(value: Decimal, scale: Scale) -> int:
    """Decimals that leave three or four figures; none for single units."""
    if not scale.word:
        return 0 if value == value.to_integral_value() else 2
    size = abs(value) / scale.divisor
    return 0 if size >= 1000 else 1 if size >= 100 else 2


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def own_decimals(value: Decimal) -> int:
    """How many decimals a figure has of its own, zeros at the end not counted."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _numeral_zh(number: int, *, counting: bool) -> str:
    if number == 2 and counting:
        return "两"
    tens, ones = divmod(number, 10)
    if not tens:
        return _NUMERALS_ZH[ones]
    return ("二" if tens == 2 else "") + "十" + (_NUMERALS_ZH[ones] if ones else "")


@cache
def _currency_zh(code: str) -> str:
    if code == "CNY":
        return "元"
    from babel.numbers import get_currency_name

    return get_currency_name(code, locale="zh_Hans_CN")


@cache
def _months_en(width: str) -> dict[int, str]:
    from babel.dates import get_month_names

    return dict(get_month_names(width, locale="en"))  # type: ignore[arg-type]
