"""The measurements: commands in processes of their own, taken in turns, and the median of each.

Every command is started afresh, so that the interpreter and its imports count. Two commands that are compared run
alternately, since a machine gets slower and faster with what else it does; one round before is not counted.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmark import budgets, material
from benchmark.budgets import Budget, Row


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds on the clock, seconds of processors, and MB of its largest process, where known."""

    clock: float
    processor: float = 0.0
    peak: float | None = None


Step = Callable[[], Cost]

_ALONE = "import sys; from weasyprint import HTML; HTML(sys.argv[1]).write_pdf(sys.argv[2])"


def measure(folder: Path, *, runs: int, many: int, very_many: int) -> Iterator[Row]:
    """Measure every budget, below an empty folder; `many` and `very_many` are numbers of plans, 0 for not at all."""
    plan, output = material.copy_plans(folder / "one", 1)[0], folder / "output"
    page = folder / "page" / "index.html"
    run([sys.executable, "-m", "benchmark.finished_page", str(plan), str(page.parent)])

    def cold(source: Path = plan) -> Cost:
        return acbp("build", source, "--force", "--edition", "internal", "--output", output)

    def alone() -> Cost:
        return run([sys.executable, "-c", _ALONE, str(page), str(folder / "alone.pdf")])

    def unchanged() -> Cost:
        return acbp("build", plan, "--edition", "internal", "--output", output)

    built, by_itself, checked, again = medians(runs, cold, alone, lambda: acbp("validate", plan), unchanged)
    yield compare(budgets.COLD, built, by_itself)
    yield compare(budgets.VALIDATE, checked, built)
    yield compare(budgets.UNCHANGED, again, built)

    few, lots = (material.grow(plan, folder / f"actions-{count}", count) for count in (50, 200))
    large, small = medians(runs, lambda: cold(lots), lambda: cold(few))
    yield compare(budgets.GROWTH, large, small)
    if many:
        yield from _measure_many(folder / "many", many)
    if very_many:
        yield _measure_one_edited(folder / "very-many", very_many)


def _measure_many(folder: Path, count: int) -> Iterator[Row]:
    plans, output = material.copy_plans(folder / "plans", count), folder / "output"
    options = ("--force", "--edition", "internal", "--output", output)
    # Half the loop before and half after, so that both see the same machine.
    middle = count // 2
    loop = [acbp("build", plan, *options) for plan in plans[:middle]]
    once = acbp("build", folder / "plans", *options)
    loop += [acbp("build", plan, *options) for plan in plans[middle:]]
    total = Cost(sum(each.clock for each in loop), sum(each.processor for each in loop))
    yield compare(budgets.MANY, total, once, count)
    if once.peak is not None:
        yield Row(budgets.MEMORY, once.peak)


def _measure_one_edited(folder: Path, count: int) -> Row:
    plans, output = material.copy_plans(folder / "plans", count), folder / "output"
    options = ("--edition", "internal", "--output", output)
    cold = acbp("build", folder / "plans", *options)
    edited = []
    for plan in plans[:3]:
        material.edit(plan)
        edited.append(acbp("build", folder / "plans", *options))
    return compare(budgets.ONE_OF_MANY, middle_of(edited), cold, count)


def compare(budget: Budget, one: Cost, other: Cost, count: int = 0) -> Row:
    """The row of a ratio: on the clock, which the budgets mean, and in seconds of processors."""
    return Row(budget, one.clock / other.clock, (one.clock, other.clock), one.processor / other.processor, count)


def medians(runs: int, *steps: Step) -> list[Cost]:
    """The median cost of each step, taken in turns `runs` times after one round that is not counted."""
    rounds = [[step() for step in steps] for _ in range(runs + 1)][1:]
    return [middle_of([each[at] for each in rounds]) for at in range(len(steps))]


def middle_of(costs: Sequence[Cost]) -> Cost:
    """The median of the seconds."""
    return Cost(median(cost.clock for cost in costs), median(cost.processor for cost in costs))


def acbp(command: str, *arguments: object) -> Cost:
    """Run a command line of the product."""
    return run([sys.executable, "-m", "acbp", command, *map(str, arguments)])


def run(command: list[str]) -> Cost:
    """Run a command in the checkout with what it costs; one that fails ends the benchmark.

    The system counts for a process those that it waited for, so a command's workers are in; and a new process begins
    with its parent's peak of memory, which is why nothing heavy is imported here.
    """
    start, before = time.perf_counter(), os.times()
    process = subprocess.Popen(
        command, cwd=material.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert process.stderr is not None
    said, peak = process.stderr.read(), None
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    if process.wait():
        raise SystemExit(f"{' '.join(command)}\n{said}")
    clock, after = time.perf_counter() - start, os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(clock, spent, peak)
