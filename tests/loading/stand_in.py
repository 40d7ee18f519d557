"""A small model in place of a plan, so that tests of the reader do not follow the plan's every change."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from acbp.model.scalars import Amount, Count, Day, Flag, Identifier, Line, Percent, Prose, Quantity, Score, Volume, Week


class Part(BaseModel):
    """A part of the stand-in."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Heading(Part):
    """Section `plan`."""

    id: Identifier
    title: Line = "Plan"
    language: Literal["zh", "en"] = "en"
    currency: str = "CNY"
    money_unit: Literal["1", "万", "k"] = "1"
    volume_unit: Literal["1", "万", "k"] = "1"
    volume_name: Line | None = None
    status: Literal["draft", "proposed", "agreed", "closed"] = "draft"


class Item(Part):
    """An item of a list section."""

    id: Identifier
    name: Line | None = None
    value: Amount | None = None
    volume: Volume | None = None
    target: Quantity | None = None
    due: Day | None = None
    week: Week | None = None
    stores: Count | None = None
    score: Score | None = None
    share: Percent | None = None
    focus: Flag | None = None
    note: Prose | None = None
    tags: tuple[Line, ...] = ()
    year: int = 2027


class Supplier(Part):
    """Section `supplier`."""

    name: Line


class Plan(Part):
    """The whole."""

    plan: Heading
    supplier: Supplier | None = None
    actions: tuple[Item, ...] = ()
    quarters: dict[Literal["Q1", "Q2", "Q3", "Q4"], Amount] = {}


class Workspace(Part):
    """The workspace file."""

    supplier: Supplier | None = None
    currency: str | None = None
