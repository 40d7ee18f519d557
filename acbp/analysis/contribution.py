"""Our own profit on the customer: from list price over invoice and pocket to the contribution."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Comparison, Figure, compare, difference, divide, total
from acbp.analysis.sales import Sales
from acbp.model import Plan
from acbp.model.financials import ContributionLine

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
    """Work out our profit on the customer; None where the plan has no line of it.

    Where the plan gives no sales at list price, the way begins at its invoiced sales.
    """
    lines = plan.financials.contribution if plan.financials else ()
    if not lines:
        return None
    by_kind = {
        kind: [line for line in lines if line.kind == kind] for kind in ("list", "invoice", "trade", "goods", "cost")
    }
    start = _sum(by_kind["list"])
    invoice = _less(start, by_kind["invoice"]) if by_kind["list"] else sales.year
    pocket = _less(invoice, by_kind["trade"])
    gross = _less(pocket, by_kind["goods"]) if by_kind["goods"] else Comparison()
    contribution = _less(gross, by_kind["cost"]) if by_kind["goods"] else Comparison()

    row = _RowMaker(sales.volume.year, invoice)
    rows: list[ContributionRow] = []
    if by_kind["list"]:
        rows.append(row.stage("list", start))
        rows.extend(row.line(line) for line in by_kind["invoice"])
    rows.append(row.stage("invoice", invoice))
    rows.extend(row.line(line) for line in by_kind["trade"])
    if by_kind["trade"]:
        rows.append(row.stage("pocket", pocket))
    rows.extend(row.line(line) for line in by_kind["goods"])
    if by_kind["goods"]:
        rows.append(row.stage("gross-profit", gross))
    rows.extend(row.line(line) for line in by_kind["cost"])
    if by_kind["goods"] and by_kind["cost"]:
        rows.append(row.stage("contribution", contribution))

    trade = _sum(by_kind["trade"])
    tied = [line for line in by_kind["trade"] if line.on_volume]
    tied_sum = _sum(tied) if tied else compare(Decimal(0), Decimal(0))
    return Contribution(
        rows=tuple(rows),
        trade=trade,
        trade_rate=divide(trade, invoice),
        pocket=pocket,
        pocket_per_unit=divide(pocket, sales.volume.year),
        gross_profit=gross,
        contribution=contribution,
        contribution_rate=divide(contribution, invoice),
        on_volume=divide(tied_sum, trade),
        missing=tuple(line.name for line in lines if line.plan is None or line.last_year is None),
        reserve=plan.financials.reserve if plan.financials else None,
    )


def _sum(lines: Sequence[ContributionLine]) -> Comparison:
    return compare(total(line.plan for line in lines), total(line.last_year for line in lines))


def _less(level: Comparison, deductions: Sequence[ContributionLine]) -> Comparison:
    if not deductions:
        return level
    taken = _sum(deductions)
    return compare(difference(level.plan, taken.plan), difference(level.last, taken.last))


class _RowMaker:
    """Sets amounts beside volume and invoiced sales."""

    def __init__(self, volume: Comparison, invoice: Comparison) -> None:
        self._volume = volume
        self._invoice = invoice

    def stage(self, name: Stage, amount: Comparison) -> ContributionRow:
        return self._row(name, None, name, amount, divide(amount, self._invoice), False)

    def line(self, line: ContributionLine) -> ContributionRow:
        size = compare(line.plan, line.last_year)
        signed = replace(
            compare(difference(Decimal(0), line.plan), difference(Decimal(0), line.last_year)), growth=size.growth
        )
        return self._row(line.id, line.name, None, signed, divide(size, self._invoice), line.on_volume)

    def _row(
        self, id: str, name: str | None, stage: Stage | None, amount: Comparison, share: Comparison, on_volume: bool
    ) -> ContributionRow:
        return ContributionRow(id, name, stage, amount, divide(amount, self._volume), share, on_volume)
