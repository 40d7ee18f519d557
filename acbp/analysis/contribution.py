"""Our own profit on the customer: from list price over invoice and pocket to the contribution."""

from dataclasses import dataclass
from typing import Literal

from acbp.analysis.rates import Comparison, Figure
from acbp.analysis.sales import Sales
from acbp.model import Plan

Stage = Literal["list", "invoice", "pocket", "gross-profit", "contribution"]


@dataclass(frozen=True, slots=True)
class ContributionRow:
    """One line of the way down, or the level reached."""

    id: str
    """A line's own, or the stage's name."""
    name: str | None
    """None for a stage: the page names it."""
    stage: Stage | None
    """The level that the row states; None for a deduction."""
    amount: Comparison
    """Signed: deductions are negative; ``growth`` of a deduction is that of its size."""
    per_unit: Comparison
    """amount ÷ volume."""
    share: Comparison
    """Size of the amount ÷ invoiced sales, as fractions."""
    on_volume: bool
    """Whether the payment depends on volume sold."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """The way from list price to contribution; a level is missing where one of its lines is."""

    rows: tuple[ContributionRow, ...]
    """Top to bottom; a stage stands below its deductions and only where it differs from the one before."""
    trade: Comparison
    """Sum of spend off the invoice, positive."""
    trade_rate: Comparison
    """trade ÷ invoiced sales."""
    pocket: Comparison
    pocket_per_unit: Comparison
    gross_profit: Comparison
    contribution: Comparison
    contribution_rate: Comparison
    """contribution ÷ invoiced sales."""
    on_volume: Comparison
    """Share of trade spend that depends on volume sold."""
    missing: tuple[str, ...]
    """Names of lines that lack a figure."""
    reserve: Figure
    """What is kept back for requests during the year; no part of the rows."""


def work_out_contribution(plan: Plan, sales: Sales) -> Contribution | None:
    """Work out our profit on the customer; None where the plan has no line of it."""
    raise NotImplementedError
