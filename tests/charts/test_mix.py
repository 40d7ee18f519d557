"""Parts stacked to 100 %."""

from decimal import Decimal as D

import pytest

from acbp.charts.mix import Mix, MixPart, draw
from acbp.charts.style import Palette, Style

from .sheet import check

TONES = Palette()


def _part(name: str, *values: int | None, focus: bool = False) -> MixPart:
    amounts = tuple(None if value is None else D(value) for value in values)
    return MixPart(name, amounts, tuple("" if value is None else f"{value}.0" for value in values), focus)


def test_focus_is_on_top_and_every_year_fills_the_height() -> None:
    data = Mix(("2026", "2027"), ("200", "400"), (_part("水", 150, 200), _part("茶", 50, 200, focus=True)))
    sheet = check(draw(data, 68, 84, Style()), 68, 84)
    tea, water = sheet.filled(TONES.fill), sheet.filled(TONES.n100)
    for top, bottom in zip(tea, water, strict=True):
        assert top.bottom == pytest.approx(bottom.top, abs=0.02)
    assert tea[0].top == pytest.approx(tea[1].top) and water[0].bottom == pytest.approx(water[1].bottom)
    heights = [box.bottom - box.top for box in tea]
    assert heights[0] / heights[1] == pytest.approx(0.5, abs=0.01)
    assert sheet.line("茶").bold and sheet.line("茶").box.top < sheet.line("水").box.top


def test_missing_and_negative_parts_take_no_area() -> None:
    data = Mix(("2026", "2027"), ("", ""), (_part("a", 10, -5), _part("b", None, 10)))
    sheet = check(draw(data, 68, 60, Style()), 68, 60)
    (first,), (second,) = sheet.filled(TONES.n100), sheet.filled(TONES.n300)
    assert first.bottom - first.top == pytest.approx(second.bottom - second.top)
    assert "-5.0" not in sheet.texts()


def test_year_without_any_value_is_a_dash() -> None:
    data = Mix(("2026", "2027"), ("0", "5"), (_part("茶", 0, 5),))
    assert "—" in check(draw(data, 68, 60, Style()), 68, 60).texts()


def test_sliver_keeps_its_name_but_not_its_number() -> None:
    data = Mix(("2026", "2027"), ("", ""), (_part("大", 995, 995), _part("小甲", 3, 3), _part("小乙", 2, 2)))
    sheet = check(draw(data, 68, 60, Style()), 68, 60)
    assert {"小甲", "小乙"} <= set(sheet.texts()) and "3.0" not in sheet.texts()


@pytest.mark.parametrize(("years", "parts"), [(1, 1), (3, 12), (8, 9), (16, 3)])
def test_many_years_and_parts_keep_apart(years: int, parts: int) -> None:
    data = Mix(
        tuple(f"{2020 + i} 年度计划" for i in range(years)),
        tuple(f"{i * 1234567:,}" for i in range(years)),
        tuple(_part("全渠道无糖即饮茶冷藏货架"[: 2 + i], *[7 + i] * years, focus=i % 4 == 1) for i in range(parts)),
    )
    check(draw(data, 68, 84, Style()), 68, 84)


def test_nothing_to_show() -> None:
    assert check(draw(Mix((), (), ()), 68, 60, Style()), 68, 60).texts() == []
