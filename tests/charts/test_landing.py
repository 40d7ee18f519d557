"""The year to date and where it lands."""

from decimal import Decimal as D

import pytest

from acbp.charts.landing import Landing, draw
from acbp.charts.style import Palette, Style

from .sheet import check

TONES = Palette()


def _series(*values: int | None) -> tuple[D | None, ...]:
    return tuple(None if value is None else D(value) for value in values)


QUARTERS = ("Q1", "Q2", "Q3", "Q4")
YEAR = Landing(
    QUARTERS,
    _series(10, 20, 30, 40),
    _series(9, 17, None, None),
    _series(None, 17, 26, 35),
    "计划 40",
    "实际 17",
    "预计 35",
    "差 −5",
)


def test_projection_is_dashed_from_the_last_actual() -> None:
    sheet = check(draw(YEAR, 110, 58, Style()), 110, 58)
    (dashed,) = [shape.box for shape in sheet.shapes if shape.dashed]
    (actual,) = [
        shape.box
        for shape in sheet.shapes
        if shape.stroke == TONES.fill.lower() and shape.fill == "none" and not shape.dashed
    ]
    assert dashed.left == pytest.approx(actual.right, abs=0.02)
    assert dashed.bottom == pytest.approx(actual.top, abs=0.02)
    assert len(sheet.filled(TONES.white)) == 1


def test_names_of_close_ends_keep_apart_in_order() -> None:
    for landing, plan_first in ((39, True), (41, False)):
        data = Landing(
            QUARTERS, YEAR.plan, YEAR.actual, _series(None, 17, 26, landing), "计划 40", "实际 17", "预计", "差 1"
        )
        sheet = check(draw(data, 110, 58, Style()), 110, 58)
        assert (sheet.line("计划 40").box.top < sheet.line("预计").box.top) is plan_first


def test_before_the_first_actual_only_the_plan_is_drawn() -> None:
    nothing = _series(None, None, None, None)
    sheet = check(draw(Landing(QUARTERS, YEAR.plan, nothing, nothing, "计划 40", ""), 110, 58, Style()), 110, 58)
    assert sheet.filled(TONES.fill) == [] and "计划 40" in sheet.texts()
    assert check(draw(Landing(QUARTERS, nothing, nothing, nothing, "a", "b"), 84, 50, Style()), 84, 50).shapes == []


def test_lone_points_and_negative_values_are_seen() -> None:
    data = Landing(
        QUARTERS, _series(-5, None, 5, 10), _series(-8, None, None, None), _series(*[None] * 4), "计划 10", "实际 −8"
    )
    sheet = check(draw(data, 84, 58, Style()), 84, 58)
    points = sheet.filled(TONES.n400)
    assert len(points) == 1 and points[0].right - points[0].left > 60, "one element with the lone and the last point"


@pytest.mark.parametrize("count", [1, 2, 12, 52])
def test_any_number_of_periods_keeps_labels_apart(count: int) -> None:
    plan = _series(*[i * 10 for i in range(count)])
    actual = _series(*[i * 4 if i < count / 3 else None for i in range(count)])
    ahead = _series(*[i * 4 if i >= count / 3 - 1 else None for i in range(count)])
    labels = tuple(f"第 {i + 1} 周" for i in range(count))
    check(
        draw(Landing(labels, plan, actual, ahead, "计划 510", "实际 76", "预计 204", "差 −306"), 84, 58, Style()),
        84,
        58,
    )
