"""The plainest values of a plan, texts and days, and how a reader refuses a value."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NoReturn

from pydantic_core import PydanticCustomError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def fail(code: str, **values: str) -> NoReturn:
    """Refuse a value: raise the pydantic error whose type is a code of `acbp.problems`, with its message's values."""
    # PydanticCustomError wants literal strings; the code is one of a closed list.
    raise PydanticCustomError(code, code, values)  # type: ignore[arg-type]


def read_string(value: Any) -> str:
    """A text that is not empty, without spaces around it; a number or `true` is no text (E127)."""
    if value is None or (isinstance(value, str) and not value.strip()):
        fail("E211")
    if isinstance(value, (bool, int, Decimal)):
        fail("E127")
    if not isinstance(value, str):
        fail("E204", expected="@text")
    return value.strip()


def read_day(value: Any) -> date:
    """A day of the calendar, written 2027-06-30."""
    if value is None or value == "":
        fail("E211")
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value.strip()):
        fail("E108")
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        fail("E108")
