"""Quarters with target, actual and last year."""

from decimal import Decimal as D

import pytest

from acbp.charts.quarters import Quarter, Quarters, draw
from acbp.charts.style import Palette, Style

from .sheet import check

TONES = Palette()
DONE = Quarter("Q1", D(4620), D(4505), D(4150), "4,620", "4,505", "4,150", "97.5%")
AHEAD = Quarter("Q2", D(5670), None, D(4980), "5,670", "", "4,980")


def _chart(*quarters: Quarter) -> Quarters:
    return Quarters(quarters, "目标", "实际", "去年", "达成率")


def test_actual_is_a_bar_and_the_target_a_tick() -> None:
    sheet = check(draw(_chart(DONE), 84, 60, Style()), 84, 60)
    bar = max(sheet.filled(TONES.fill), key=lambda box: box.bottom - box.top)
    before = max(sheet.filled(TONES.n300), key=lambda box: box.bottom - box.top)
    tick = min((box for box in sheet.filled(TONES.ink)), key=lambda box: box.top)
    assert (bar.bottom - bar.top) / (before.bottom - before.top) == pytest.approx(4505 / 4150, rel=0.01)
    assert tick.top < bar.top and tick.left < bar.left and tick.right > bar.right


def test_quarter_still_ahead_shows_its_plan_and_a_dash() -> None:
    sheet = check(draw(_chart(AHEAD), 84, 60, Style()), 84, 60)
    assert len(sheet.filled(TONES.t30)) == 1
    assert sheet.texts().count("—") == 2
    assert all(box.bottom - box.top < 2.1 for box in sheet.filled(TONES.fill)), "only the sample beside the name"


def test_rows_without_a_name_are_left_out() -> None:
    sheet = check(draw(Quarters((DONE,), "目标", "实际", ""), 84, 60, Style()), 84, 60)
    assert "4,150" not in sheet.texts() and "97.5%" not in sheet.texts() and "4,505" in sheet.texts()


def test_nothing_known_still_shows_the_quarters() -> None:
    blank = [Quarter(f"Q{i}", None, None, None, "", "", "") for i in range(1, 5)]
    sheet = check(draw(_chart(*blank), 84, 60, Style()), 84, 60)
    assert sheet.texts().count("—") == 16
    assert check(draw(_chart(), 84, 60, Style()), 84, 60).texts() == []


def test_returns_hang_below_the_axis_and_months_keep_apart() -> None:
    months = [
        Quarter(
            f"{i} 月",
            D(1234567),
            D(-99 if i == 3 else 1200000),
            D(990000),
            "1,234,567",
            "1,200,000",
            "990,000",
            "97.5%",
        )
        for i in range(1, 13)
    ]
    check(draw(_chart(*months), 174, 66, Style()), 174, 66)
    check(draw(_chart(*months), 84, 66, Style()), 84, 66)
