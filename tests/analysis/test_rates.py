"""Rates that stay missing."""

from decimal import Decimal as D

import pytest

from acbp.analysis.rates import (
    Comparison,
    Figure,
    compare,
    difference,
    divide,
    growth,
    index,
    product,
    ratio,
    share,
    sum_known,
    total,
)


@pytest.mark.parametrize(
    ("this", "last", "expected"),
    [
        (D(21000), D(18600), D(2400) / D(18600)),
        (D(0), D(5), D(-1)),
        (D(-5), D(10), D("-1.5")),
        (D(5), D(0), None),
        (D(5), D(-10), None),
        (None, D(5), None),
        (D(5), None, None),
    ],
)
def test_growth_needs_a_positive_base(this: Figure, last: Figure, expected: Figure) -> None:
    assert growth(this, last) == expected


def test_a_missing_input_gives_a_missing_result() -> None:
    for work_out in (difference, product, ratio, share, index):
        assert work_out(None, D(1)) is None
        assert work_out(D(1), None) is None


def test_a_share_needs_a_positive_whole_and_a_ratio_any_but_zero() -> None:
    assert share(D(1), D(-2)) is None
    assert share(D(1), D(0)) is None
    assert ratio(D(1), D(-2)) == D("-0.5")
    assert ratio(D(1), D(0)) is None
    assert index(D("15.1"), D("18.6")) == D("15.1") / D("18.6") * 100


def test_a_total_misses_what_one_part_misses() -> None:
    assert total([D(1), D(2)]) == 3
    assert total([D(1), None]) is None
    assert total([]) is None
    assert sum_known([D(1), None]) == 1
    assert sum_known([None]) is None


def test_a_comparison_carries_change_and_growth() -> None:
    assert compare(D(12), D(10)) == Comparison(last=D(10), plan=D(12), change=D(2), growth=D("0.2"))
    assert compare(D(12), None) == Comparison(plan=D(12))


def test_dividing_comparisons_keeps_a_year_that_is_known() -> None:
    assert divide(compare(D(6), D(5)), compare(D(12), None)) == Comparison(plan=D("0.5"))
