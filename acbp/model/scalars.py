"""The single values of a plan: money, volumes, percentages, days, names and texts, as people write them.

Faults are raised as pydantic errors whose type is a code of `acbp.problems` and whose context holds the values of its
message, never the text that was typed: a field may be internal. The validation context (all keys optional) tells how
bare figures are meant: `money_unit` and `volume_unit` (Decimal multipliers), `currency` (ISO code), `volume_name`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, localcontext
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import core_schema

from acbp.model.provenance import with_provenance
from acbp.model.reading import fail, read_day, read_string
from acbp.model.wording import LANGUAGES, LONGEST_LINE, LONGEST_PROSE, read_line, read_prose

LONGEST_NUMBER = 30
LARGEST = Decimal(10) ** 15

MAGNITUDES: Mapping[str, Decimal] = {
    "": Decimal(1),
    "千": Decimal(10) ** 3,
    "万": Decimal(10) ** 4,
    "百万": Decimal(10) ** 6,
    "千万": Decimal(10) ** 7,
    "亿": Decimal(10) ** 8,
    "k": Decimal(10) ** 3,
    "m": Decimal(10) ** 6,
    "mn": Decimal(10) ** 6,
    "bn": Decimal(10) ** 9,
}
_UNITS_SHOWN = "万, 亿, k, m, bn"

# A sign may stand for several currencies: the plan's own currency decides.
_CURRENCY_SIGNS: Mapping[str, frozenset[str]] = {
    "￥": frozenset({"CNY", "JPY"}),
    "¥": frozenset({"CNY", "JPY"}),
    "$": frozenset({"USD", "HKD", "SGD", "AUD", "CAD", "NZD", "TWD", "MXN"}),
    "US$": frozenset({"USD"}),
    "HK$": frozenset({"HKD"}),
    "€": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
    "RMB": frozenset({"CNY"}),
    "人民币": frozenset({"CNY"}),
    "元": frozenset({"CNY", "HKD", "TWD", "MOP"}),
    "美元": frozenset({"USD"}),
    "港元": frozenset({"HKD"}),
    "港币": frozenset({"HKD"}),
    "欧元": frozenset({"EUR"}),
    "日元": frozenset({"JPY"}),
    "英镑": frozenset({"GBP"}),
}
_SIGN_WORDS = "|".join(re.escape(sign) for sign in sorted(_CURRENCY_SIGNS, key=len, reverse=True))
_BEFORE = re.compile(rf"({_SIGN_WORDS}|[A-Z]{{3}}(?![A-Za-z]))\s*")
_AFTER = re.compile(rf"\s*({_SIGN_WORDS}|(?<![A-Za-z])[A-Z]{{3}})$")
_NUMBER = re.compile(r"(?P<number>\d[\d,.]*)\s*(?P<rest>.*)", re.ASCII | re.DOTALL)
_PLAIN = re.compile(r"(0|[1-9]\d*)(\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?", re.ASCII)
_UNIT = re.compile(r"[^\W\d_]{1,6}[²³]?")
_ENDLESS = re.compile(r"[+-]?\.?(nan|inf|infinity|∞|\d[\d.]*e[+]?\d{3,})", re.IGNORECASE)
_FULL_WIDTH = re.compile("[\uff01-\uff5e\u3000]")
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number as it was written: its value without the plan's unit, and what stood beside it."""

    value: Decimal
    bare: bool
    percent: bool = False


def magnitude(text: Any) -> Decimal | None:
    """The multiplier that a unit such as `万`, `万元`, `k`, `bn` or `1` stands for; None if it is no such unit."""
    word = str(text).strip().removesuffix("元")
    return Decimal(1) if word == "1" else MAGNITUDES.get(word) or MAGNITUDES.get(word.lower())


def _context(info: ValidationInfo) -> Mapping[str, Any]:
    return info.context or {}


def _neat(value: Decimal) -> Decimal:
    """The same number in one form only: no exponent, no zeros at the end, no negative zero."""
    with localcontext(prec=80):
        if value == value.to_integral_value():
            return value.quantize(Decimal(1)) + 0
        return value.normalize()


def _times(value: Decimal, factor: Decimal) -> Decimal:
    with localcontext(prec=80):
        return value * factor


def _within(value: Decimal, bound: Decimal = LARGEST) -> Decimal:
    if abs(value) >= bound:
        fail("E205", range=f"±{bound:,}")
    return _neat(value)


def _read_figure(value: Any, expected: str, currency: str | None = None, names: tuple[str, ...] = ()) -> _Figure:
    """A figure from what the reader found: an int, a Decimal, or text in the grammar that people use.

    `expected` is the term for messages; `currency` is None where money is not meant, and empty where any will do;
    `names` are further words that may follow the number, such as the name of the unit of volume.
    """
    if value is None or value == "":
        fail("E211")
    if isinstance(value, bool):
        fail("E106", expected=expected)
    if isinstance(value, int):
        if value.bit_length() > 100:
            fail("E110", limit=str(LONGEST_NUMBER))
        return _Figure(Decimal(value), bare=True)
    if isinstance(value, Decimal):
        if not value.is_finite():
            fail("E109")
        return _Figure(value, bare=True)
    if not isinstance(value, str):
        fail("E204", expected=expected)
    return _read_text(value.strip(), currency, names)


def _read_text(text: str, currency: str | None, names: tuple[str, ...]) -> _Figure:
    if _FULL_WIDTH.search(text):
        fail("E115")
    if _ENDLESS.fullmatch(text):
        fail("E109")
    if sum(map(str.isdigit, text)) > LONGEST_NUMBER:
        fail("E110", limit=str(LONGEST_NUMBER))
    negative, text = _strip_sign(text)
    marked = False
    if currency is not None and (match := _BEFORE.match(text)):
        _check_currency(match[1], currency)
        marked, text = True, text[match.end() :]
        again, text = _strip_sign(text)
        negative = negative or again
    if (match := _NUMBER.fullmatch(text)) is None:
        fail("E107")
    number, rest = _read_digits(match["number"]), match["rest"].strip()
    if rest == "%":
        return _Figure(-number if negative else number, bare=False, percent=True)
    for name in names:
        if name and rest.endswith(name):
            marked, rest = True, rest.removesuffix(name).strip()
            break
    if currency is not None and (match := _AFTER.search(rest)):
        _check_currency(match[1], currency)
        marked, rest = True, rest[: match.start()].strip()
    factor = MAGNITUDES.get(rest) or MAGNITUDES.get(rest.lower())
    if factor is None:
        if _UNIT.fullmatch(rest):
            fail("E119", unit=rest, allowed=_UNITS_SHOWN)
        fail("E107")
    return _Figure(_times(-number if negative else number, factor), bare=not (marked or rest))


def _strip_sign(text: str) -> tuple[bool, str]:
    if text[:1] in ("-", "\N{MINUS SIGN}"):
        return True, text[1:].lstrip()
    return False, text[1:].lstrip() if text[:1] == "+" else text


def _read_digits(text: str) -> Decimal:
    if _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    fail("E117" if "," in text else "E107")


def _check_currency(sign: str, currency: str) -> None:
    if currency and currency not in _CURRENCY_SIGNS.get(sign, {sign}):
        fail("E134", given=sign, currency=currency)


def _read_amount(value: Any, info: ValidationInfo) -> Decimal:
    context = _context(info)
    figure = _read_figure(value, "@amount", currency=context.get("currency") or "")
    return _counted(figure, "@amount", context.get("money_unit"))


def _read_volume(value: Any, info: ValidationInfo) -> Decimal:
    context = _context(info)
    figure = _read_figure(value, "@volume", names=(str(context.get("volume_name") or ""),))
    return _counted(figure, "@volume", context.get("volume_unit"))


def _counted(figure: _Figure, expected: str, unit: Decimal | None) -> Decimal:
    if figure.percent:
        fail("E213", expected=expected)
    return _within(_times(figure.value, unit) if figure.bare and unit is not None else figure.value)


def _read_percent(value: Any, info: ValidationInfo) -> Decimal:
    figure = _read_figure(value, "@percent")
    if not figure.percent:
        fail("E118")
    return _within(_times(figure.value, Decimal("0.01")), Decimal(1000))


def _read_score(value: Any, info: ValidationInfo) -> Decimal:
    figure = _read_figure(value, "@number")
    if figure.percent:
        fail("E213", expected="@number")
    if not figure.bare:
        fail("E107")
    return _within(figure.value)


def _read_whole(value: Any, least: int, most: int | Decimal) -> int:
    figure = _read_figure(value, "@whole")
    if figure.percent:
        fail("E213", expected="@whole")
    if figure.value != figure.value.to_integral_value():
        fail("E204", expected="@whole")
    if not least <= figure.value <= most:
        fail("E205", range=f"{least} … {most:,}" if most < LARGEST else f"≥ {least}")
    return int(figure.value)


def _read_count(value: Any) -> int:
    return _read_whole(value, 0, LARGEST)


def _read_week(value: Any) -> int:
    return _read_whole(value, 1, 53)


def _read_flag(value: Any) -> bool:
    if not isinstance(value, bool):
        fail("E211" if value is None else "E106", expected="@flag")
    return value


def _read_identifier(value: Any) -> str:
    text = read_string(value)
    if not _IDENTIFIER.fullmatch(text):
        fail("E208")
    return text


_SOURCED_SCHEMA: dict[str, Any] = {"type": "object", "minProperties": 1}
"""A figure with its provenance; its keys are listed in the documentation, since they would be repeated everywhere."""


def _figure_schema(words: str, *examples: Any) -> WithJsonSchema:
    text = {"type": "string", "pattern": r"\d", "maxLength": 60}
    forms = [{"type": "number"}, text, _SOURCED_SCHEMA]
    return WithJsonSchema({"anyOf": forms, "description": words, "examples": list(examples)})


def _words_schema(longest: int) -> WithJsonSchema:
    text = {"type": "string", "minLength": 1, "maxLength": longest}
    names = {"enum": [*LANGUAGES, "中文", "英文"]}
    languages = {"type": "object", "propertyNames": names, "additionalProperties": text, "minProperties": 1}
    return WithJsonSchema({"anyOf": [text, languages]})


def _number_schema(**limits: Any) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [limits, {"type": "string", "pattern": r"^[-+\u2212\d]", "maxLength": 60}]})


Amount = Annotated[
    Decimal,
    PlainValidator(with_provenance(_read_amount)),
    _figure_schema(
        "金额；不带单位的数字按 plan.money_unit 计 · money; a bare number counts plan.money_unit", 1200, "1.2亿"
    ),
]
"""Money, in single units of the plan's currency (a Decimal, finite, below 10^15 either way)."""

Volume = Annotated[
    Decimal,
    PlainValidator(with_provenance(_read_volume)),
    _figure_schema(
        "数量；不带单位的数字按 plan.volume_unit 计 · a volume; a bare number counts plan.volume_unit", 350, "3.5万"
    ),
]
"""A volume, in single units (a Decimal, finite, below 10^15 either way)."""

Percent = Annotated[
    Decimal,
    PlainValidator(with_provenance(_read_percent)),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string", "pattern": r"^[-+\u2212]?\s*[\d,]+(\.\d+)?\s*%$"}, _SOURCED_SCHEMA],
            "examples": ["8%", "-3.5%"],
        }
    ),
]
"""A percentage as a fraction: 8% is Decimal('0.08')."""

Score = Annotated[Decimal, PlainValidator(with_provenance(_read_score)), _number_schema(type="number")]
"""A plain number: a score or a weight."""

Count = Annotated[int, PlainValidator(_read_count), _number_schema(type="integer", minimum=0)]
"""A whole number, zero or more; `12万` and `1,200` are understood."""

Week = Annotated[int, PlainValidator(_read_week), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 53})]
"""The number of an ISO week."""

Day = Annotated[
    date,
    PlainValidator(read_day),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2027-06-30"]}),
]
"""A day of the calendar, written 2027-06-30."""

Flag = Annotated[bool, PlainValidator(_read_flag), WithJsonSchema({"type": "boolean"})]
"""Yes or no, written true or false."""

Identifier = Annotated[
    str,
    PlainValidator(_read_identifier),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,59}$"}),
]
"""The short name by which other parts of the plan refer to an item."""

Line = Annotated[str, PlainValidator(read_line), _words_schema(LONGEST_LINE)]
"""A text of one line, at most 300 characters, or one for each language (see `Wording`)."""

Prose = Annotated[str, PlainValidator(read_prose), _words_schema(LONGEST_PROSE)]
"""A text of up to 10,000 characters, or one for each language (see `Wording`)."""


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """A figure whose unit is said beside it: a plain number, or a percentage as a fraction.

    `bare` tells that it was written without a magnitude, a currency or a percent sign, so that the unit of the plan
    may still apply. Quantities compare by `value` alone.
    """

    value: Decimal
    percent: bool = field(default=False, compare=False)
    bare: bool = field(default=True, compare=False)

    @classmethod
    def read(cls, value: Any, info: ValidationInfo) -> "Quantity":
        """The quantity that `value` (int, Decimal, text, a figure with its provenance, or a Quantity) stands for."""
        if isinstance(value, Quantity):
            return value
        return with_provenance(cls._read_bare)(value, info)  # type: ignore[no-any-return]

    @classmethod
    def _read_bare(cls, value: Any, info: ValidationInfo) -> "Quantity":
        figure = _read_figure(value, "@quantity", currency=_context(info).get("currency") or "")
        if figure.percent:
            return cls(_within(_times(figure.value, Decimal("0.01"))), percent=True, bare=False)
        return cls(_within(figure.value), bare=figure.bare)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Read by `read`, written as it might stand in a plan."""
        return core_schema.with_info_plain_validator_function(
            cls.read, serialization=core_schema.plain_serializer_function_ser_schema(str, when_used="json")
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """A number, or text such as `12万` or `8%`."""
        return {
            "anyOf": [{"type": "number"}, {"type": "string", "pattern": r"\d", "maxLength": 60}, _SOURCED_SCHEMA],
            "description": "数字或百分数 · a number or a percentage",
            "examples": [12, "1.2亿", "8%"],
        }

    def __str__(self) -> str:
        return f"{_neat(_times(self.value, Decimal(100)))}%" if self.percent else str(self.value)
