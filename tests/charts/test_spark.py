"""The sparkline."""

from decimal import Decimal as D

import pytest

from acbp.charts.spark import Spark, draw
from acbp.charts.style import Palette, Style

from .sheet import check

TONES = Palette()


def test_last_step_is_in_the_accent() -> None:
    sheet = check(draw(Spark((D(1), D(2), D(3), D(9))), 36, 8, Style()), 36, 8)
    assert sheet.texts() == []
    accent = [shape for shape in sheet.shapes if shape.stroke == TONES.fill.lower()]
    assert len(accent) == 1 and accent[0].box.left == pytest.approx(1.3 + 2 / 3 * 33.4, abs=0.05)
    assert len(sheet.filled(TONES.fill)) == 1


@pytest.mark.parametrize(
    ("values", "strokes"), [((5, None, 5, 7), 1), ((5, 5, None, 7), 1), ((None, 5, 5, None), 1), ((3,), 0)]
)
def test_missing_values_break_the_line(values: tuple[int | None, ...], strokes: int) -> None:
    data = Spark(tuple(None if value is None else D(value) for value in values))
    sheet = check(draw(data, 36, 8, Style()), 36, 8)
    assert len([shape for shape in sheet.shapes if shape.stroke]) == strokes


def test_without_values_nothing_is_drawn() -> None:
    assert check(draw(Spark((None, None)), 36, 8, Style()), 36, 8).shapes == []
    assert check(draw(Spark(()), 36, 8, Style()), 36, 8).shapes == []


def test_level_line_runs_through_the_middle() -> None:
    sheet = check(draw(Spark((D(4), D(4), D(4))), 36, 8, Style()), 36, 8)
    assert {round(shape.box.top, 1) for shape in sheet.shapes if shape.stroke} == {4.0}
