"""What is measured, what it may come to and what it should come to; and the table that says how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """A limit and an aim, each a ratio or, with a `unit`, a quantity; `least` marks those that should be high."""

    what: str
    limit: float
    aim: float
    unit: str = ""
    least: bool = False

    def verdict(self, measured: float) -> str:
        """How a measured value stands."""
        sign = -1 if self.least else 1
        if sign * measured <= sign * self.aim:
            return "aim reached"
        return "within budget" if sign * measured <= sign * self.limit else "OVER BUDGET"

    def show(self, value: float) -> str:
        """A value as printed: quantities whole, ratios with as many digits as tell them apart."""
        return f"{value:.0f} {self.unit}" if self.unit else f"{value:.3f}" if value < 0.1 else f"{value:.2f}"


COLD = Budget("cold build ÷ WeasyPrint alone on the finished page", 1.0, 0.65)
VALIDATE = Budget("validate ÷ cold build", 0.10, 0.05)
UNCHANGED = Budget("unchanged rebuild ÷ cold build", 0.05, 0.015)
GROWTH = Budget("build of 200 actions ÷ build of 50", 4.4, 4)
MANY = Budget("{count} plans: one command each ÷ one `acbp build`", 2.5, 3, least=True)
MEMORY = Budget("peak memory of one worker", 250, 180, "MB")
ONE_OF_MANY = Budget("{count} plans: one edited ÷ all cold", 0.02, 0.01)


@dataclass(frozen=True, slots=True)
class Row:
    """One measured budget. `seconds` are the two medians on the clock that the ratio was made of, None for a quantity.

    `processor` is the same ratio in seconds of processors, which others at work on the machine distort less.
    """

    budget: Budget
    measured: float
    seconds: tuple[float, float] | None = None
    processor: float | None = None
    count: int = 0

    @property
    def what(self) -> str:
        """What was measured, with the number of plans."""
        return self.budget.what.format(count=self.count)

    @property
    def shown(self) -> str:
        """The measured value, with the seconds it was made of."""
        value = self.budget.show(self.measured)
        return value if self.seconds is None else f"{value} ({self.seconds[0]:.2f} s ÷ {self.seconds[1]:.2f} s)"


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table that reads well on a console too."""
    cells = [("what", "budget", "aim", "measured", "processor", "verdict")]
    for row in rows:
        budget, sign = row.budget, "≥" if row.budget.least else "≤"
        limit, aim, verdict = budget.show(budget.limit), budget.show(budget.aim), budget.verdict(row.measured)
        processor = "" if row.processor is None else budget.show(row.processor)
        cells.append((row.what, f"{sign} {limit}", aim, row.shown, processor, verdict))
    widths = [max(len(line[column]) for line in cells) for column in range(6)]
    padded = [[cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in cells]
    lines = [f"| {' | '.join(line)} |" for line in padded]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])
