"""Two shares over the years."""

from decimal import Decimal as D

import pytest

from acbp.charts.shares import SharePoint, Shares, draw
from acbp.charts.style import Palette, Style

from .sheet import check

TONES = Palette()


def _point(label: str, own: str | None, other: str | None) -> SharePoint:
    return SharePoint(label, D(own) if own else None, own or "", D(other) if other else None, other or "")


PAST = (_point("2024", "17.6", "18.9"), _point("2025", "17.9", "19.3"), _point("2026", "18.2", "19.6"))
GOAL = Shares(PAST, "清泉在华联", "市场份额", "差 1.4", "2027", D("19.5"), "2027 目标 19.5", "+1.3 个百分点")


def test_plan_is_an_open_point_at_the_end_of_a_dashed_line() -> None:
    sheet = check(draw(GOAL, 84, 58, Style()), 84, 58)
    dashed = [shape for shape in sheet.shapes if shape.dashed]
    (point,) = [shape for shape in sheet.shapes if shape.fill == "#ffffff"]
    assert len(dashed) == 1 and point.stroke == TONES.fill.lower()
    assert dashed[0].box.right == pytest.approx((point.box.left + point.box.right) / 2, abs=0.02)
    assert {"2027", "2027 目标 19.5", "+1.3 个百分点", "差 1.4"} <= set(sheet.texts())


def test_lines_are_named_on_their_own_side() -> None:
    sheet = check(draw(GOAL, 84, 58, Style()), 84, 58)
    assert sheet.line("市场份额").box.bottom < sheet.line("清泉在华联").box.top
    assert sheet.line("18.9").box.bottom < sheet.line("17.6").box.top


def test_missing_year_interrupts_its_line() -> None:
    points = (PAST[0], _point("2025", None, "19.3"), PAST[2])
    sheet = check(draw(Shares(points, "清泉", "市场"), 84, 58, Style()), 84, 58)
    assert [shape for shape in sheet.shapes if shape.stroke == TONES.fill.lower()] == []
    assert len(sheet.filled(TONES.fill)) == 1
    assert "" not in sheet.texts() and "17.6" in sheet.texts()


def test_gap_is_measured_in_the_last_year_both_are_known() -> None:
    points = (*PAST, _point("2027", "18.4", None))
    data = Shares(points, "清泉", "市场", "差 1.4")
    sheet = check(draw(data, 84, 58, Style()), 84, 58)
    assert sheet.line("差 1.4").box.right < sheet.line("2026").box.right


def test_no_arrow_where_there_is_no_gap_to_measure() -> None:
    points = (_point("2025", "5.0", "5.0"), _point("2026", "9.0", "9.0"))
    assert "差 0" not in check(draw(Shares(points, "清泉", "市场", "差 0"), 84, 58, Style()), 84, 58).texts()


def test_plan_may_be_the_only_value() -> None:
    data = Shares((_point("2026", None, None),), "清泉", "市场", "", "2027", D(20), "2027 目标 20.0")
    assert "2027 目标 20.0" in check(draw(data, 84, 58, Style()), 84, 58).texts()
    assert check(draw(Shares((), "清泉", "市场"), 84, 58, Style()), 84, 58).texts() == []


@pytest.mark.parametrize("years", [1, 2, 6, 12])
def test_crossing_and_flat_lines_keep_their_numbers_apart(years: int) -> None:
    crossing = tuple(_point(str(2015 + i), f"{10 + i * 2}.0", f"{24 - i}.0") for i in range(years))
    check(
        draw(Shares(crossing, "我们", "市场", "差 9", "2027", D(30), "2027 目标 30", "+1"), 100, 64, Style()), 100, 64
    )
    flat = tuple(_point(str(2015 + i), "5.0", "7.0") for i in range(years))
    check(draw(Shares(flat, "我们的一个很长的名称", "市场平均份额", "差 2"), 100, 64, Style()), 100, 64)
