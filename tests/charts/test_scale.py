"""Scales: exact in decimals, refusing what cannot be drawn."""

from decimal import Decimal as D

import pytest

from acbp.charts.scale import Scale, known


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_values_that_are_not_finite_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match="cannot show"):
        known([D(1), None, D(value)])


def test_missing_values_are_left_out() -> None:
    assert known([D(1), None, D(0)]) == [D(1), D(0)]


def test_ends_and_middle() -> None:
    scale = Scale(D(-10), D(30), 50, 10)
    assert [scale.at(D(v)) for v in (-10, 0, 10, 30)] == pytest.approx([50, 40, 30, 10])


def test_scale_without_extent() -> None:
    assert Scale(D(5), D(5), 50, 10).at(D(5)) == 50


def test_values_beyond_floating_point() -> None:
    scale = Scale(D(0), D("1e900"), 0, 100)
    assert scale.at(D("5e899")) == pytest.approx(50)
    assert scale.at(D(1)) == 0
