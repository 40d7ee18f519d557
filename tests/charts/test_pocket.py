"""From the list price down to the pocket price."""

from decimal import Decimal as D
from typing import Literal

import pytest

from acbp.charts.pocket import Pocket, PocketRow, draw, is_cut
from acbp.charts.style import Palette, Style

from .sheet import check

TONES = Palette()


def _row(label: str, value: int | None, kind: Literal["list", "level", "deduction"]) -> PocketRow:
    number = "—" if value is None else f"{value:,}"
    return PocketRow(label, None if value is None else D(value), (number, "100.0%"), kind)


PRICE = Pocket(
    (
        _row("目录价销售额", 24000, "list"),
        _row("票面折扣", -3000, "deduction"),
        _row("发票供货额", 21000, "level"),
        _row("年度返利", -840, "deduction"),
        _row("口袋净额", 20160, "level"),
    ),
    ("万元", "占供货额"),
    "项目",
)


def test_deductions_lead_from_one_level_to_the_next() -> None:
    sheet = check(draw(PRICE, 174, 40, Style()), 174, 40)
    (listed,), (invoice, pocket) = sheet.filled(TONES.n300), sheet.filled(TONES.fill)
    discount, rebate = sheet.filled(TONES.ink3)
    assert discount.right == pytest.approx(listed.right, abs=0.02)
    assert discount.left == pytest.approx(invoice.right, abs=0.02)
    assert rebate.left == pytest.approx(pocket.right, abs=0.02)
    assert is_cut(PRICE) and len(sheet.filled(TONES.white)) == 3


def test_deep_deductions_leave_the_axis_whole() -> None:
    rows = (_row("目录价", 100, "list"), _row("折扣", -120, "deduction"), _row("口袋", -20, "level"))
    data = Pocket(rows, ("万元", "%"))
    sheet = check(draw(data, 110, 30, Style()), 110, 30)
    assert not is_cut(data) and sheet.filled(TONES.white) == []
    (listed,), (pocket,) = sheet.filled(TONES.n300), sheet.filled(TONES.fill)
    assert pocket.right == pytest.approx(listed.left, abs=0.02)


def test_missing_deduction_has_its_row_but_no_bar() -> None:
    rows = (_row("目录价", 100, "list"), _row("折扣", None, "deduction"), _row("口袋", 90, "level"))
    sheet = check(draw(Pocket(rows, ("万元", "%")), 110, 30, Style()), 110, 30)
    assert sheet.filled(TONES.ink3) == [] and "折扣" in sheet.texts() and "—" in sheet.texts()


def test_no_rows() -> None:
    assert check(draw(Pocket((), ()), 110, 30, Style()), 110, 30).shapes == []
