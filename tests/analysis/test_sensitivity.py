"""How far a weight may move before the first rank changes, worked by hand."""

from decimal import Decimal as D

import pytest

from acbp.analysis.sensitivity import find_leeway, weakest


def of(weights, *options, first=0):
    return find_leeway([D(w) for w in weights], [[D(s) for s in scores] for scores in options], first)


def test_a_weight_on_which_the_first_leads_may_fall_so_far() -> None:
    # Leads +2 and −1 at 60 : 40; level where 2t = 1 − t, at t = 1/3: the first down from 0.6, the second up to 2/3.
    first, second = of([60, 40], [5, 3], [3, 4])
    assert (first.share, second.share) == (D("0.6"), D("0.4"))
    assert (first.high, second.low) == (None, None)
    assert round(first.low, 4) == D("0.3333")
    assert round(second.high, 4) == D("0.6667")
    assert round(first.change, 4) == D("-0.2667")
    assert round(second.change, 4) == D("0.2667")
    assert (first.rival, second.rival) == (1, 1)


def test_the_others_keep_their_proportions() -> None:
    # Leads 0, +2, −1 at 50 : 30 : 20; moving the first weight leaves 3 : 2 between the others, where the first leads.
    even, ahead, behind = of([50, 30, 20], [3, 5, 3], [3, 3, 4])
    assert (even.low, even.high, even.change, even.rival) == (None, None, None, None)
    # The second: 2t = (1 − t) × 20/70, so t = 2/16; the third: t = (1 − t) × 60/80, so t = 3/7.
    assert ahead.low == D("0.125")
    assert round(behind.high, 6) == round(D(3) / 7, 6)
    assert weakest((even, ahead, behind)) == 1


def test_where_the_first_is_never_behind_nothing_changes_it() -> None:
    leeways = of([1, 1], [5, 4], [4, 4])
    assert [leeway.change for leeway in leeways] == [None, None]
    assert weakest(leeways) is None


def test_the_nearest_rival_counts() -> None:
    # Leads (+2, −1) over the second option and (+3, −2) over the third: level at 1/3 and at 2/5.
    first, _ = of([3, 1], [5, 2], [3, 3], [2, 4])
    assert (first.low, first.rival) == (D("0.4"), 2)


def test_a_tie_leaves_no_room_on_the_side_that_breaks_it() -> None:
    up, down = of([1, 1], [5, 1], [3, 3])
    assert (up.low, up.high, up.change) == (D("0.5"), None, D(0))
    assert (down.low, down.high, down.change) == (None, D("0.5"), D(0))


@pytest.mark.parametrize(
    ("weights", "options"),
    [([1, 1], [[5, 5]]), ([0, 0], [[5, 5], [1, 1]])],
    ids=["nobody beside it", "no weight"],
)
def test_nothing_to_compare(weights, options) -> None:
    assert of(weights, *options) == ()


def test_a_weight_that_is_alone_cannot_move() -> None:
    (only,) = of([7], [5], [3])
    assert (only.share, only.low, only.high, only.change) == (D(1), None, None, None)


def test_the_range_is_that_of_the_option_asked_for() -> None:
    swapped = of([60, 40], [3, 4], [5, 3], first=1)
    assert round(swapped[0].low, 4) == D("0.3333")
    assert swapped[0].rival == 0
