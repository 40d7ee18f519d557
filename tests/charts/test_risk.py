"""The grid of likelihood and impact."""

import pytest

from acbp.charts.risk import RiskGrid, RiskMark, draw
from acbp.charts.style import Palette, Style

from .sheet import check

TONES = Palette()


def _grid(*marks: RiskMark) -> RiskGrid:
    return RiskGrid(marks, "可能性", "影响")


def test_marks_stand_higher_and_further_right_the_graver_they_are() -> None:
    sheet = check(draw(_grid(RiskMark("7", 1, 1), RiskMark("8", 5, 5, focus=True)), 84, 66, Style()), 84, 66)
    slight, grave = sheet.line("7").box, sheet.line("8").box
    assert grave.left > slight.right and grave.bottom < slight.top
    assert len(sheet.filled(TONES.fill)) == 1


def test_tones_darken_towards_the_corner() -> None:
    sheet = check(draw(_grid(), 84, 66, Style()), 84, 66)
    assert [shape.fill.upper() for shape in sheet.shapes] == [TONES.n50, TONES.n200, TONES.n300]


def test_several_risks_share_a_cell() -> None:
    marks = [RiskMark(str(10 + i), 3, 3) for i in range(6)]
    sheet = check(draw(_grid(*marks), 110, 80, Style()), 110, 80)
    boxes = [sheet.line(str(10 + i)).box for i in range(6)]
    circles = sheet.filled(TONES.white)
    assert len(circles) == 6
    assert all(a.overlap(b) == 0 for i, a in enumerate(circles) for b in circles[:i])
    assert max(box.right for box in boxes) - min(box.left for box in boxes) < 110 / 5


def test_what_does_not_fit_is_counted() -> None:
    marks = [RiskMark(str(i), 2, 4) for i in range(30)]
    sheet = check(draw(_grid(*marks), 60, 60, Style()), 60, 60)
    (rest,) = [text for text in sheet.texts() if text.startswith("+")]
    shown = [text for text in sheet.texts() if text.isdigit()]
    assert len(sheet.filled(TONES.white)) + int(rest[1:]) == 30
    assert len(shown) >= len(sheet.filled(TONES.white))


@pytest.mark.parametrize(
    "mark",
    [
        RiskMark("9", None, 3),
        RiskMark("9", 3, None),
        RiskMark("9", None, None),
        RiskMark("9", 6, 3),
        RiskMark("9", 3, 0),
    ],
)
def test_risk_without_a_place_is_listed_below(mark: RiskMark) -> None:
    sheet = check(draw(_grid(mark), 84, 66, Style()), 84, 66)
    assert sheet.line("9").box.top > sheet.line("可能性").box.bottom
    assert "—" in sheet.texts()


def test_long_names_are_wrapped_or_cut() -> None:
    ticks = ("几乎不可能发生的情况",) * 5
    data = RiskGrid((RiskMark("1", 1, 1),), "可能性" * 30, "影响" * 40, ticks, ticks, "尚未评估的风险" * 9)
    check(draw(data, 84, 66, Style()), 84, 66)
