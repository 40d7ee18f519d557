"""The bridge: levels, the cut axis, and bars that lack their value."""

from decimal import Decimal as D
from typing import Literal

import pytest

from acbp.charts.bridge import Bridge, BridgeBar, draw, is_cut
from acbp.charts.style import Palette, Style

from .sheet import check

TONES = Palette()
Kind = Literal["past", "plan", "up", "down", "subtotal"]
LONG = "全渠道无糖即饮茶冷藏货架与端架联合扩容专项"


def _bridge(*bars: tuple[str, int | None, Kind]) -> Bridge:
    return Bridge(
        tuple(BridgeBar(n, None if v is None else D(v), "" if v is None else f"{v:,}", k) for n, v, k in bars)
    )


GROWTH = _bridge(("2026", 18600, "past"), ("货架", 2950, "up"), ("闭店", -550, "down"), ("2027", 21000, "plan"))


def test_steps_lead_from_last_year_to_the_plan() -> None:
    sheet = check(draw(GROWTH, 104, 60, Style()), 104, 60)
    (past,), (plan,) = sheet.filled(TONES.n300), sheet.filled(TONES.fill)
    (up,), (down,) = sheet.filled(TONES.t60), sheet.filled(TONES.ink3)
    assert up.bottom == pytest.approx(past.top, abs=0.02)
    assert down.top == pytest.approx(up.top, abs=0.02)
    assert down.bottom == pytest.approx(plan.top, abs=0.02)
    assert (up.bottom - up.top) / (down.bottom - down.top) == pytest.approx(2950 / 550, rel=0.01)


def test_cut_axis_carries_a_slash_through_each_total() -> None:
    assert is_cut(GROWTH)
    sheet = check(draw(GROWTH, 104, 60, Style()), 104, 60)
    assert len(sheet.filled(TONES.white)) == 2


@pytest.mark.parametrize(
    "bars",
    [
        (("2026", 100, "past"), ("a", 200, "up"), ("2027", 300, "plan")),
        (("2026", -100, "past"), ("a", 50, "up"), ("2027", -50, "plan")),
        (("2026", 100, "past"), ("2027", 100, "plan")),
        (("2026", 0, "past"), ("2027", 0, "plan")),
        (("2026", None, "past"), ("2027", None, "plan")),
        (),
    ],
)
def test_axis_begins_at_zero_where_a_cut_would_not_help(bars: tuple[tuple[str, int | None, Kind], ...]) -> None:
    data = _bridge(*bars)
    assert not is_cut(data)
    assert check(draw(data, 84, 50, Style()), 84, 50).filled(TONES.white) == []


def test_a_long_name_takes_the_room_its_neighbours_leave() -> None:
    steps = (("Capsule bay", 1450), ("Dishwasher trade-up", 900), ("Local range", 680), ("Big packs", 630))
    data = _bridge(("2026", 42600, "past"), *((n, v, "up") for n, v in steps), ("2027", 46260, "plan"))
    sheet = check(draw(data, 73, 40, Style()), 73, 40)
    assert {"Dishwasher", "trade-up"} <= set(sheet.texts())


def test_missing_values_are_a_dash_and_no_bar() -> None:
    data = _bridge(("2026", None, "past"), ("a", 10, "up"), ("b", None, "up"), ("2027", 50, "plan"))
    sheet = check(draw(data, 84, 50, Style()), 84, 50)
    assert sheet.texts().count("—") == 2
    assert sheet.filled(TONES.n300) == []
    assert len(sheet.filled(TONES.t60)) == 1


def test_levels_below_zero_hang_from_the_axis() -> None:
    data = _bridge(("2026", 100, "past"), ("a", -300, "down"), ("中", -200, "subtotal"), ("2027", -150, "plan"))
    sheet = check(draw(data, 84, 50, Style()), 84, 50)
    (past,), (plan,), (middle,) = sheet.filled(TONES.n300), sheet.filled(TONES.fill), sheet.filled(TONES.n400)
    assert past.bottom == pytest.approx(plan.top, abs=0.02) == pytest.approx(middle.top, abs=0.02)
    assert middle.bottom > plan.bottom


@pytest.mark.parametrize("steps", [0, 1, 8, 12, 20, 40])
@pytest.mark.parametrize("label", ["短", LONG, "a rather long English label"])
def test_many_bars_and_long_labels_keep_apart(steps: int, label: str) -> None:
    bars: list[tuple[str, int | None, Kind]] = [(label, 1860000, "past")]
    bars += [(label, 72345 * (-1) ** i, "up" if i % 2 == 0 else "down") for i in range(steps)]
    sheet = check(draw(_bridge(*bars, (label, 1860000, "plan")), 174, 74, Style()), 174, 74)
    assert len(sheet.filled(TONES.t60)) == (steps + 1) // 2


def test_huge_range_leaves_a_hairline_for_the_small_step() -> None:
    data = _bridge(("2026", 10**12, "past"), ("a", 1, "up"), ("b", 10**13, "up"), ("2027", 11 * 10**12 + 1, "plan"))
    small, large = check(draw(data, 104, 60, Style()), 104, 60).filled(TONES.t60)
    assert small.bottom - small.top == pytest.approx(0.25, abs=0.02)
    assert large.bottom - large.top > 40


def test_values_that_are_not_finite_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot show"):
        draw(Bridge((BridgeBar("a", D("NaN"), "", "past"),)), 84, 50, Style())


def test_labels_are_broken_before_they_all_but_touch() -> None:
    bars = tuple(BridgeBar("冷藏陈列加密", D(1), "+1", "up") for _ in range(10))
    sheet = check(draw(Bridge(bars), 174, 60, Style()), 174, 60)
    assert "冷藏陈列加密" not in sheet.texts() and "冷藏陈列" in sheet.texts()
