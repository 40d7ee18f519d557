"""Growth split into volume, mix and price."""

from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.price_volume_mix import PriceVolumeMix, split_growth
from acbp.analysis.sales import work_out_sales
from acbp.model import Plan


def split(plan: Plan) -> PriceVolumeMix | None:
    return split_growth(work_out_sales(plan, list_names(plan)))


def test_the_three_steps_as_worked_by_hand(make_plan, two_categories) -> None:
    # P0 = 100/16 = 6.25; volume (19 - 16) x 6.25 = 18.75; at last prices 5 x 10 + 14 x 5 = 120; mix 120 - 118.75.
    result = split(make_plan(**two_categories))
    assert result is not None
    assert (result.volume, result.mix, result.price) == (D("18.75"), D("1.25"), D(10))
    assert (result.basis, result.volume_share) == ("categories", D("0.625"))


def test_without_category_volumes_only_volume_and_price_are_known(make_plan, two_categories) -> None:
    two_categories["situation"]["performance"]["history"][1]["category_volumes"] = {}
    result = split(make_plan(**two_categories))
    assert result is not None
    assert (result.basis, result.volume, result.mix, result.price) == ("totals", D("18.75"), None, D("11.25"))


def test_category_volumes_that_miss_part_of_the_total_are_not_used(make_plan, two_categories) -> None:
    two_categories["situation"]["performance"]["history"][1]["volume"] = 20
    result = split(make_plan(**two_categories))
    assert result is not None
    assert (result.basis, result.volume) == ("totals", D(-5))


def test_a_new_category_counts_as_mix(make_plan, two_categories) -> None:
    year = two_categories["situation"]["performance"]["history"][1]
    year["categories"] = {"tea": 0, "water": 100}
    year["category_volumes"] = {"tea": 0, "water": 16}
    result = split(make_plan(**two_categories))
    # Tea at its own price of the plan: 60; water 14 x 6.25 = 87.5; together 147.5 against 118.75.
    assert result is not None
    assert result.mix == D("28.75")
    assert result.last + result.volume + result.mix + result.price == result.plan


def test_no_volume_last_year_no_split(make_plan, two_categories) -> None:
    year = two_categories["situation"]["performance"]["history"][1]
    for volume in (0, None):
        year["volume"], year["category_volumes"] = volume, {}
        assert split(make_plan(**two_categories)) is None
    assert split(make_plan()) is None
