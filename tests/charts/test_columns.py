"""Columns from zero."""

from decimal import Decimal as D

import pytest

from acbp.charts.columns import Column, Columns, draw
from acbp.charts.style import Palette, Style

from .sheet import check

TONES = Palette()


def test_heights_are_in_proportion_from_zero() -> None:
    data = Columns((Column("2026", D(9000), "9,000"), Column("2027", D(12000), "12,000", "+33.3%", True)))
    sheet = check(draw(data, 84, 58, Style()), 84, 58)
    (past,), (plan,) = sheet.filled(TONES.n300), sheet.filled(TONES.fill)
    assert (past.bottom - past.top) / (plan.bottom - plan.top) == pytest.approx(0.75, abs=0.01)
    growth = sheet.line("+33.3%").box
    assert growth.within(plan)
    assert sheet.line("12,000").box.bottom <= plan.top


def test_negative_missing_and_tiny_columns() -> None:
    data = Columns(
        (
            Column("a", D(-120), "−120", "−4%"),
            Column("b", None, "", "+1%"),
            Column("c", D(0), "0"),
            Column("d", D(300), "300"),
            Column("e", D("0.01"), "0.01", "−99%", True),
        )
    )
    sheet = check(draw(data, 84, 58, Style()), 84, 58)
    below, above = sheet.filled(TONES.n300)
    assert below.top == pytest.approx(above.bottom, abs=0.02)
    (tiny,) = sheet.filled(TONES.fill)
    assert tiny.bottom - tiny.top == pytest.approx(0.2, abs=0.02)
    assert "—" in sheet.texts() and "0" in sheet.texts()
    assert "+1%" not in sheet.texts() and "−99%" not in sheet.texts()


@pytest.mark.parametrize("count", [0, 1, 2, 7, 12, 30])
@pytest.mark.parametrize("label", ["2024 实际", "二〇二四财年全渠道实际供货额", "financial year 2024 actual"])
def test_any_number_of_columns_keeps_labels_apart(count: int, label: str) -> None:
    data = Columns(tuple(Column(label, D(10) ** i, f"{10**i:,}"[:13], "+900.0%", i == count - 1) for i in range(count)))
    sheet = check(draw(data, 84, 58, Style()), 84, 58)
    assert len(sheet.filled(TONES.fill)) == min(count, 1)
