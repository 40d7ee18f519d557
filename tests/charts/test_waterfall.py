"""The customer's profit, item by item."""

from decimal import Decimal as D

import pytest

from acbp.charts.style import Palette, Style
from acbp.charts.waterfall import Waterfall, WaterfallItem, draw

from .sheet import check

TONES = Palette()
ITEMS = (
    WaterfallItem("前台毛利", D(6000), "+6,000", "operating"),
    WaterfallItem("返利", D(840), "+840", "support"),
    WaterfallItem("人工", D(-1890), "−1,890", "expense"),
    WaterfallItem("净利", D(4950), "4,950", "total"),
)


def test_last_year_stands_beside_on_the_same_scale() -> None:
    sheet = check(draw(Waterfall(ITEMS, "2026 净利", D(3300), "3,300"), 104, 60, Style()), 104, 60)
    (total,), (before,) = sheet.filled(TONES.fill), sheet.filled(TONES.n300)
    assert before.left > total.right
    assert before.bottom == pytest.approx(total.bottom, abs=0.02)
    assert (before.bottom - before.top) / (total.bottom - total.top) == pytest.approx(3300 / 4950, rel=0.01)


def test_axis_always_begins_at_zero() -> None:
    items = (
        WaterfallItem("a", D(1000), "+1,000", "operating"),
        WaterfallItem("b", D(-10), "−10", "expense"),
        WaterfallItem("c", D(990), "990", "total"),
    )
    sheet = check(draw(Waterfall(items), 84, 50, Style()), 84, 50)
    (expense,), (total,) = sheet.filled(TONES.ink3), sheet.filled(TONES.fill)
    assert (expense.bottom - expense.top) / (total.bottom - total.top) == pytest.approx(10 / 990, rel=0.1)


def test_loss_hangs_below_the_axis_and_missing_values_draw_nothing() -> None:
    items = (
        WaterfallItem("毛利", D(100), "+100", "operating"),
        WaterfallItem("支持", None, "", "support"),
        WaterfallItem("费用", D(-400), "−400", "expense"),
        WaterfallItem("净利", D(-300), "−300", "total"),
    )
    sheet = check(draw(Waterfall(items, "2026", None, ""), 104, 60, Style()), 104, 60)
    (income,), (total,) = sheet.filled(TONES.t60), sheet.filled(TONES.fill)
    assert total.top == pytest.approx(income.bottom, abs=0.02)
    assert sheet.filled(TONES.t30) == [] and sheet.filled(TONES.n300) == []
    assert sheet.texts().count("—") == 2


def test_no_items_give_an_empty_sheet() -> None:
    assert check(draw(Waterfall(()), 84, 50, Style()), 84, 50).texts() == []
