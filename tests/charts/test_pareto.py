"""Bars and the cumulative curve on one axis."""

from decimal import Decimal as D

import pytest

from acbp.charts.pareto import Pareto, draw
from acbp.charts.style import Palette, Style

from .sheet import Shape, Sheet, check

TONES = Palette()


def made(*shares: str, eighty: int = 1, name: str = "1 Tea", mark: str = "1 article makes 80%") -> Sheet:
    data = Pareto(tuple(map(D, shares)), eighty, D("0.8"), "80%", mark, name, str(len(shares)))
    return check(draw(data, 174, 62, Style()), 174, 62)


def curve(sheet: Sheet) -> Shape:
    """The cumulative line: the one line that is neither level nor upright."""
    (found,) = [
        s for s in sheet.shapes if s.stroke == TONES.ink2.lower() and s.fill == "none" and s.box.right - s.box.left > 2
    ]
    return found


def test_bars_and_curve_share_one_axis() -> None:
    sheet = made("0.6", "0.25", "0.15", eighty=2)
    (first,), (rest,) = sheet.filled(TONES.fill), sheet.filled(TONES.n300)
    line = curve(sheet).box
    # The curve begins at the top of the first bar and ends at the whole: 0.6 : 1.
    assert line.bottom == pytest.approx(first.top, abs=0.05)
    assert (first.bottom - first.top) / (first.bottom - line.top) == pytest.approx(0.6, abs=0.01)
    assert rest.left > first.right
    assert sheet.line("80%").box.right < first.left


def test_one_article_is_the_whole() -> None:
    sheet = made("1")
    assert "1 article makes 80%" in sheet.texts() and "1 Tea" in sheet.texts()
    assert sheet.filled(TONES.n300) == []


def test_returns_go_below_the_line_and_the_curve_above_the_whole() -> None:
    sheet = made("0.9", "0.2", "-0.1")
    (first,), (rest,) = sheet.filled(TONES.fill), sheet.filled(TONES.n300)
    assert rest.bottom > first.bottom
    assert curve(sheet).box.top < sheet.line("100%").box.top


@pytest.mark.parametrize("count", [2, 40, 5000])
@pytest.mark.parametrize("name", ["1", "一" * 80, "a very long name of an article indeed " * 5])
def test_any_number_of_articles_stays_in_its_room(count: int, name: str) -> None:
    share = str(D(1) / count)
    sheet = made(*[share] * count, eighty=count * 4 // 5, name=name, mark=name)
    assert len(sheet.shapes) < 12


def test_nothing_to_draw() -> None:
    assert made().lines == []
