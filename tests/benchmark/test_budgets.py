import pytest

from benchmark.budgets import COLD, MANY, MEMORY, Row, table


@pytest.mark.parametrize(
    ("measured", "verdict"),
    [(0.65, "aim reached"), (0.66, "within budget"), (1.0, "within budget"), (1.01, "OVER BUDGET")],
)
def test_the_lower_the_better(measured: float, verdict: str) -> None:
    assert COLD.verdict(measured) == verdict


@pytest.mark.parametrize(("measured", "verdict"), [(3.2, "aim reached"), (2.5, "within budget"), (2.4, "OVER BUDGET")])
def test_the_higher_the_better(measured: float, verdict: str) -> None:
    assert MANY.verdict(measured) == verdict


def test_the_table_names_budget_aim_measure_and_verdict() -> None:
    rows = [Row(COLD, 0.7, (3.5, 5.0), 0.8), Row(MANY, 2.0, (16, 8), 1.1, 8), Row(MEMORY, 190.4)]
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in table(rows).splitlines()[2:]]
    assert lines == [
        [COLD.what, "≤ 1.00", "0.65", "0.70 (3.50 s ÷ 5.00 s)", "0.80", "within budget"],
        [
            "8 plans: one command each ÷ one `acbp build`",
            "≥ 2.50",
            "3.00",
            "2.00 (16.00 s ÷ 8.00 s)",
            "1.10",
            "OVER BUDGET",
        ],
        ["peak memory of one worker", "≤ 250 MB", "180 MB", "190 MB", "", "within budget"],
    ]
    assert len({len(line) for line in table(rows).splitlines()}) == 1
