"""The cover's bars and captions."""

from decimal import Decimal as D

import pytest

from acbp.charts.cover import Cover, CoverYear, draw, whiten
from acbp.charts.style import Palette, Style

from .sheet import check


def _year(label: str, *values: D | None) -> CoverYear:
    return CoverYear(label, "18,600", "万元", values)


def test_white_over_the_panel() -> None:
    assert whiten("#003346", 1) == "#FFFFFF"
    assert whiten("#003346", 0) == "#003346"
    assert whiten("#000000", 0.54) == "#8A8A8A"


def test_years_grow_whiter_towards_the_plan() -> None:
    years = [_year(f"{2020 + i}", *[D(5)] * 52) for i in range(6)]
    sheet = check(draw(Cover(tuple(years)), 174, 110, Style()), 174, 110)
    deep = Palette().deep
    assert [shape.fill.upper() for shape in sheet.shapes] == [
        whiten(deep, s) for s in (0.26, 0.26, 0.26, 0.38, 0.54, 1)
    ]


def test_captions_begin_with_their_year() -> None:
    years = (_year("2026 实际", *[D(5)] * 12), _year("2027 计划", *[D(6)] * 12))
    sheet = check(draw(Cover(years), 174, 60, Style()), 174, 60)
    assert sheet.line("2027 计划").box.left == pytest.approx(87, abs=0.05)
    assert sheet.line("2027 计划").bold and not sheet.line("2026 实际").bold


def test_missing_and_zero_weeks_leave_a_gap_and_returns_hang_down() -> None:
    sheet = check(draw(Cover((_year("2027", None, D(0), D(10), D(-5)),)), 174, 40, Style()), 174, 40)
    (bars,) = sheet.shapes
    assert bars.box.left == pytest.approx(87, abs=0.05)
    assert bars.box.bottom == pytest.approx(40 - 11.8, abs=0.05)


@pytest.mark.parametrize("years", [0, 1, 9, 30])
def test_captions_never_meet(years: int) -> None:
    data = Cover(tuple(CoverYear(f"{2000 + i} 实际供货", "1,234,567,890", "万元", (D(i), D(1))) for i in range(years)))
    check(draw(data, 120, 50, Style()), 120, 50)


def test_a_year_without_values_takes_no_room() -> None:
    check(draw(Cover((_year("2026"), _year("2027", D(1)))), 120, 50, Style()), 120, 50)
