"""Figures that say where they come from, for which day they hold, and how sure they are."""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from acbp.model.reading import fail, read_day, read_string
from acbp.model.wording import read_line

Reader = Callable[[Any, ValidationInfo], Any]


class Sourced(Decimal):
    """A figure that says where it comes from; as a number it is like any other, and what is worked out of it is plain.

    `source` is a text, or None where none is given; `as_of` the day for which it holds; `confidence` is `high`,
    `medium` or `low`.
    """

    __slots__ = ("as_of", "confidence", "source")
    source: str | None
    as_of: date | None
    confidence: str | None

    def __new__(
        cls, value: Decimal, source: str | None = None, as_of: date | None = None, confidence: str | None = None
    ) -> "Sourced":
        """The figure `value` with its provenance."""
        figure = super().__new__(cls, value)
        figure.source, figure.as_of, figure.confidence = source, as_of, confidence
        return figure

    def carried_to(self, value: Decimal) -> "Sourced":
        """The same figure in another unit, with the same provenance."""
        return Sourced(value, self.source, self.as_of, self.confidence)

    def __reduce__(self) -> tuple[Any, ...]:
        return Sourced, (Decimal(self), self.source, self.as_of, self.confidence)

    def __copy__(self) -> "Sourced":
        return self

    def __deepcopy__(self, memo: Any) -> "Sourced":
        return self


CONFIDENCES: Mapping[str, str] = {
    "high": "high",
    "medium": "medium",
    "low": "low",
    "高": "high",
    "中": "medium",
    "低": "low",
}
_PROVENANCE: Mapping[str, str] = {
    "value": "value",
    "source": "source",
    "as_of": "as_of",
    "confidence": "confidence",
    "数值": "value",
    "来源": "source",
    "截至": "as_of",
    "可信度": "confidence",
}
"""The keys of a figure that is written with its provenance, in both spellings."""


def with_provenance(read: Reader) -> Reader:
    """The reader of a figure that may also be written `{value: …, source: …, as_of: …, confidence: …}`."""

    def read_sourced(value: Any, info: ValidationInfo) -> Any:
        if not isinstance(value, Mapping):
            return read(value, info)
        given: dict[str, Any] = {}
        for key, held in value.items():
            if key not in _PROVENANCE:
                fail("E201", key=str(key), known=", ".join(list(_PROVENANCE)[:4]), within=str(key))
            given[_PROVENANCE[key]] = _within_key(key, _PROVENANCE[key], held, read, info)
        if "value" not in given:
            fail("E202", key="value")
        figure = given.pop("value")
        # A quantity keeps its figure beside its unit.
        return (
            replace(figure, value=Sourced(figure.value, **given)) if is_dataclass(figure) else Sourced(figure, **given)
        )

    return read_sourced


def _within_key(
    key: str, name: str, held: Any, read: Callable[[Any, ValidationInfo], Any], info: ValidationInfo
) -> Any:
    try:
        if name == "value":
            return read(held, info)
        if name == "source":
            return read_line(held)
        if name == "as_of":
            return read_day(held)
        if (confidence := CONFIDENCES.get(read_string(held))) is None:
            fail("E203", allowed=", ".join(CONFIDENCES))
        return confidence
    except PydanticCustomError as fault:
        fail(fault.type, **{**(fault.context or {}), "within": key})
