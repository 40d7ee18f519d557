"""`python -m benchmark`: measure and print a table of budgets, aims and what was measured."""

import argparse
import os
import tempfile
from pathlib import Path

from benchmark.budgets import Row, table
from benchmark.measuring import measure


def main() -> None:
    """Measure what was asked for; the exit code is 0 whatever comes out, for a busy machine is no fault of the code."""
    parser = argparse.ArgumentParser(prog="python -m benchmark", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="measured runs of each command (default: 3)")
    parser.add_argument("--plans", type=int, default=8, help="plans in the folder that is built whole (default: 8)")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="one plan alone, one run of each command")
    size.add_argument(
        "--full", action="store_true", help="50 plans, and 200 of which one is edited: about half an hour"
    )
    wanted = parser.parse_args()

    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="acbp-benchmark-") as folder:
        for row in measure(
            Path(folder),
            runs=1 if wanted.quick else max(1, wanted.runs),
            many=0 if wanted.quick else 50 if wanted.full else max(2, wanted.plans),
            very_many=200 if wanted.full else 0,
        ):
            rows.append(row)
            print(f"{len(rows)}. {row.what}: {row.shown}", flush=True)
    print()
    print(table(rows))
    if hasattr(os, "getloadavg"):
        print(f"\nLoad of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")


if __name__ == "__main__":
    main()
