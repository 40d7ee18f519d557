"""Figures in the words of a page."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from acbp.analysis.explaining import Explanation
from acbp.rendering.locale import Locale
from acbp.rendering.references import FigureWords
from acbp.rendering.words import load_words

ZH = FigureWords(Locale("zh", "CNY", Decimal(10_000), Decimal(10_000), "标箱"), load_words("zh"), "元/标箱")
EN = FigureWords(Locale("en", "GBP", Decimal(1_000), Decimal(1_000), "cases"), load_words("en"), "£/case")


def figure(value: Any, unit: str, decimals: int | None = None) -> Explanation:
    value = Decimal(value) if isinstance(value, str) else value
    return Explanation("x", ("", ""), value, unit, decimals, ("", ""), ("", ""), (), None)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("found", "zh", "en"),
    [
        (figure("210000000", "money"), "2.1 亿元", "£210m"),
        (figure("-4200000", "money"), "−420 万元", "−£4.2m"),
        (figure("3800000", "volume"), "380 万标箱", "3,800 k cases"),
        (figure("0.0986", "growth"), "9.9%", "9.9%"),
        (figure("-0.0986", "growth"), "−9.9%", "−9.9%"),
        (figure("0.145", "percent"), "14.5%", "14.5%"),
        (figure("0.4", "percent", 0), "40%", "40%"),
        (figure("0.012", "points"), "1.2 个百分点", "1.2 percentage points"),
        (figure("-0.012", "points"), "−1.2 个百分点", "−1.2 percentage points"),
        (figure("12.316", "price", 2), "12.32 元/标箱", "£12.32/case"),
        (figure("3.456", "number", 1), "3.5", "3.5"),
        (figure("93.4", "index"), "93", "93"),
        (figure("1.182", "times", 2), "1.18 次", "1.18×"),
        (figure("36.5", "days", 0), "37 天", "37 days"),
        (figure("1", "days", 0), "1 天", "1 day"),
        (figure("4.25", "weeks", 1), "4.3 周", "4.3 weeks"),
        (figure("300", "台"), "300 台", "300 台"),
        (figure("2027", "year"), "2027", "2027"),
        (figure(date(2027, 6, 30), "day"), "2027 年 6 月 30 日", "30 June 2027"),
        (figure(None, "money"), "—", "—"),
    ],
)
def test_in_a_sentence(found: Explanation, zh: str, en: str) -> None:
    assert (plain(ZH.in_sentence(found)), plain(EN.in_sentence(found))) == (zh, en)


@pytest.mark.parametrize(
    ("found", "zh", "en"),
    [
        (figure("210000000", "money"), ("21,000", "万元"), ("£210,000k", "")),
        (figure("3800000", "volume"), ("380.0", "万标箱"), ("3,800.0", "k cases")),
        (figure("0.0986", "growth"), ("+9.9%", ""), ("+9.9%", "")),
        (figure("0.012", "points"), ("+1.2 pt", ""), ("+1.2 pt", "")),
        (figure(date(2027, 6, 30), "day"), ("6 月 30 日", ""), ("30 Jun", "")),
        (figure(None, "percent"), ("—", ""), ("—", "")),
    ],
)
def test_in_a_table(found: Explanation, zh: tuple[str, str], en: tuple[str, str]) -> None:
    assert tuple(map(plain, ZH.in_table(found))) == zh
    assert tuple(map(plain, EN.in_table(found))) == en
