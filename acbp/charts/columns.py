"""One column per year: the value on top, the growth inside, always from zero."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.charts.canvas import Canvas
from acbp.charts.style import Style


@dataclass(frozen=True, slots=True)
class Column:
    """One year."""

    label: str
    value: Decimal | None
    text: str
    """The value as printed, above the column."""
    inside: str = ""
    """The growth as printed, inside the column; empty if there is none."""
    plan: bool = False
    """Whether this is the plan year, in the accent."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns from left to right."""

    columns: tuple[Column, ...]


def draw(data: Columns, width: float, height: float, style: Style) -> str:
    """The columns as SVG of ``width`` × ``height`` mm."""
    return Canvas(width, height, style).svg()
