"""Quarters, weeks and the year's calendar, and figures given by quarter."""

from datetime import date, timedelta
from typing import Literal

from acbp.model.base import Part, shared
from acbp.model.scalars import Amount, Quantity, Volume

Quarter = Literal["Q1", "Q2", "Q3", "Q4"]
Period = Literal["Q1", "Q2", "Q3", "Q4", "year"]

QUARTERS: tuple[Quarter, ...] = ("Q1", "Q2", "Q3", "Q4")


def first_day(year: int, fiscal_start: int) -> date:
    """Return the first day of the plan's year: the fiscal year is named after the year in which it begins."""
    return date(year, fiscal_start, 1)


def last_day(year: int, fiscal_start: int) -> date:
    """Return the last day of the plan's year."""
    return date(year + 1, fiscal_start, 1) - timedelta(days=1)


def quarter_end(year: int, fiscal_start: int, quarter: Quarter) -> date:
    """Return the last day of a quarter of the plan's year."""
    months = fiscal_start - 1 + 3 * (QUARTERS.index(quarter) + 1)
    return date(year + months // 12, months % 12 + 1, 1) - timedelta(days=1)


def weeks_in(year: int) -> int:
    """Return how many ISO weeks a calendar year has: 52 or 53."""
    return date(year, 12, 28).isocalendar().week


def week_start(year: int, week: int) -> date:
    """Return the Monday of an ISO week."""
    return date.fromisocalendar(year, week, 1)


class QuarterlyAmounts(Part):
    """Money by quarter; a quarter that is left out is unknown, not zero."""

    Q1: Amount | None = shared("First quarter.", "一季度。", None, example="4620")
    Q2: Amount | None = shared("Second quarter.", "二季度。", None, example="5670")
    Q3: Amount | None = shared("Third quarter.", "三季度。", None, example="6300")
    Q4: Amount | None = shared("Fourth quarter.", "四季度。", None, example="4410")


class QuarterlyVolumes(Part):
    """Volume by quarter; a quarter that is left out is unknown, not zero."""

    Q1: Volume | None = shared("First quarter.", "一季度。", None, example="150")
    Q2: Volume | None = shared("Second quarter.", "二季度。", None, example="185")
    Q3: Volume | None = shared("Third quarter.", "三季度。", None, example="205.5")
    Q4: Volume | None = shared("Fourth quarter.", "四季度。", None, example="143.5")


class QuarterlyQuantities(Part):
    """A measure by quarter, in the unit that stands beside it; a quarter that is left out is unknown."""

    Q1: Quantity | None = shared("First quarter.", "一季度。", None, example="18.8%")
    Q2: Quantity | None = shared("Second quarter.", "二季度。", None, example="19.2%")
    Q3: Quantity | None = shared("Third quarter.", "三季度。", None, example="19.5%")
    Q4: Quantity | None = shared("Fourth quarter.", "四季度。", None, example="19.5%")
