"""Actual against plan, row by row."""

from decimal import Decimal as D

import pytest

from acbp.charts.style import Palette, Style
from acbp.charts.variance import Variance, VarianceRow, draw

from .sheet import check

TONES = Palette()
HEADS = ("计划", "实际", "差异")


def test_bar_is_the_actual_and_tick_the_plan_on_one_scale() -> None:
    rows = (
        VarianceRow("果汁", D(629), D(690), ("690", "629", "−61"), True),
        VarianceRow("水", D(1258), D(1258), ("", "", "")),
    )
    sheet = check(draw(Variance(HEADS, rows), 110, 40, Style()), 110, 40)
    (focus,), (other,) = sheet.filled(TONES.fill), sheet.filled(TONES.t60)
    assert (focus.right - focus.left) * 2 == pytest.approx(other.right - other.left, abs=0.05)
    (ticks,) = sheet.filled(TONES.ink)
    assert ticks.right == pytest.approx(other.right + 0.25, abs=0.02)


def test_numbers_end_under_their_head() -> None:
    rows = (VarianceRow("果汁", D(1), D(2), ("690", "629", "−61")),)
    sheet = check(draw(Variance(HEADS, rows, ("合计", "97.5% 达成", ("1", "2", "3"))), 110, 40, Style()), 110, 40)
    for head, number in (("计划", "690"), ("实际", "629"), ("差异", "−61")):
        assert sheet.line(head).box.right == pytest.approx(sheet.line(number).box.right, abs=0.03)
    assert sheet.line("合计").bold and sheet.line("97.5% 达成").bold


def test_focus_rows_set_one_column_bold() -> None:
    rows = (VarianceRow("a", D(1), D(2), ("10", "11", "12"), True), VarianceRow("b", D(1), D(2), ("20", "21", "22")))
    sheet = check(draw(Variance(HEADS, rows, bold_column=2), 110, 40, Style()), 110, 40)
    assert [line.text for line in sheet.lines if line.bold] == ["a", "12"]


def test_missing_values_draw_neither_bar_nor_tick() -> None:
    rows = (VarianceRow("a", None, None, ("—", "—", "—")), VarianceRow("b", D(-5), None, ("—", "−5", "—")))
    sheet = check(draw(Variance(HEADS, rows), 110, 40, Style()), 110, 40)
    assert len(sheet.filled(TONES.t60)) == 1 and sheet.filled(TONES.ink) == []


@pytest.mark.parametrize("count", [0, 1, 12])
def test_long_labels_and_many_rows(count: int) -> None:
    rows = tuple(
        VarianceRow("全渠道无糖即饮茶冷藏货架", D(10) ** i, D(5), ("1,234,567",) * 3, i == 0) for i in range(count)
    )
    check(draw(Variance(HEADS, rows, ("全渠道无糖即饮茶合计", "说明" * 20, ("1", "2", "3"))), 84, 66, Style()), 84, 66)
