from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from acbp.model.provenance import Sourced
from acbp.rendering.locale import MISSING, Locale, scale_of
from acbp.rendering.typography import space_mixed

ZH = Locale("zh", "CNY", Decimal(10_000), Decimal(10_000), "标箱")
EN = Locale("en", "CNY", Decimal(10_000), Decimal(10_000), "cases")


def shown(text: str) -> str:
    """No-break spaces as plain ones."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        ("21000", 0, "21,000"),
        ("-350", 0, "−350"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "−3"),
        ("0.125", 2, "0.13"),
        ("-0.04", 1, "0.0"),
        ("684", 1, "684.0"),
        ("97.50", None, "97.5"),
        ("1.23456", None, "1.23"),
        ("1E+3", None, "1,000"),
    ],
)
def test_number(value: str, decimals: int | None, printed: str) -> None:
    assert ZH.number(Decimal(value), decimals) == EN.number(Decimal(value), decimals) == printed


def test_every_change_but_none_carries_a_sign() -> None:
    assert [ZH.signed(Decimal(change), 0) for change in (1120, -350, 0)] == ["+1,120", "−350", "0"]
    assert ZH.signed(Decimal("0.04"), 1) == "0.0"


def test_percent_is_of_a_fraction() -> None:
    assert ZH.percent(Decimal("0.129")) == "12.9%"
    assert ZH.percent(Decimal("0.28"), 0) == "28%"
    assert ZH.percent(Decimal("0.1285"), signed=True) == "+12.9%"
    assert ZH.percent(Decimal("-0.05"), 1) == "−5.0%"


def test_points() -> None:
    assert shown(ZH.points(Decimal("0.013"))) == shown(EN.points(Decimal("0.013"))) == "+1.3 pt"
    assert shown(ZH.points(Decimal("-0.008"), long=True)) == "−0.8 个百分点"
    assert shown(EN.points(Decimal("0.013"), long=True)) == "+1.3 percentage points"


def test_missing_is_a_dash_and_never_zero() -> None:
    printed = [
        ZH.number(None, 1),
        ZH.signed(None),
        ZH.percent(None),
        ZH.points(None),
        ZH.money(None),
        ZH.money_long(None),
        ZH.volume(None),
        ZH.date(None),
        ZH.date_long(None),
    ]
    assert set(printed) == {MISSING}


@pytest.mark.parametrize(
    ("unit", "zh", "en"),
    [
        (1, ("", 0), ("", 0)),
        (1_000, ("万", 1), ("k", 0)),
        (10_000, ("万", 0), ("m", 2)),
        (1_000_000, ("万", 0), ("m", 1)),
        (100_000_000, ("亿", 2), ("m", 1)),
        (1_000_000_000, ("亿", 2), ("bn", 2)),
    ],
)
def test_the_scale_of_a_plan_follows_the_habit_of_the_language(
    unit: int, zh: tuple[str, int], en: tuple[str, int]
) -> None:
    for lang, wanted in (("zh", zh), ("en", en)):
        scale = scale_of(Decimal(unit), lang)
        assert (scale.word, scale.decimals) == wanted


def test_money_in_tables() -> None:
    assert ZH.money(Decimal(210_000_000)) == "21,000"
    assert EN.money(Decimal(210_000_000)) == "210.00"
    assert EN.money(Decimal(45_050_000)) == "45.05"
    assert EN.money(Decimal(210_000_000), 1) == "210.0"
    assert ZH.money(Decimal(2_600_000), signed=True) == "+260"
    assert Locale("zh", "USD", Decimal(1_000)).money(Decimal(1_234_000)) == "123.4"
    assert Locale("en", "USD", Decimal(1_000)).money(Decimal(1_234_000)) == "1,234"


@pytest.mark.parametrize(
    ("currency", "unit", "zh", "en"),
    [
        ("CNY", 10_000, "万元", "RMB m"),
        ("CNY", 1, "元", "RMB"),
        ("CNY", 100_000_000, "亿元", "RMB m"),
        ("USD", 1_000, "万美元", "$k"),
        ("EUR", 1_000, "万欧元", "€k"),
        ("GBP", 1_000_000, "万英镑", "£m"),
        ("GBP", 1, "英镑", "£"),
        ("HKD", 1, "港元", "HKD"),
        ("JPY", 1_000_000_000, "亿日元", "JPY bn"),
        ("SGD", 1, "新加坡元", "SGD"),
        ("MYR", 10_000, "万马来西亚林吉特", "MYR m"),
    ],
)
def test_the_label_of_the_money_unit(currency: str, unit: int, zh: str, en: str) -> None:
    assert Locale("zh", currency, Decimal(unit)).money_unit_label() == zh
    assert shown(Locale("en", currency, Decimal(unit)).money_unit_label()) == en


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("210000000", "2.1 亿元", "RMB 210 m"),
        ("186000000", "1.86 亿元", "RMB 186 m"),
        ("9000000", "900 万元", "RMB 9 m"),
        ("33600000", "3,360 万元", "RMB 33.6 m"),
        ("45050500", "4,505 万元", "RMB 45.05 m"),
        ("125000", "13 万元", "RMB 0.13 m"),
        ("8500", "8,500 元", "RMB 8,500"),
        ("0", "0 元", "RMB 0"),
        ("-9000000", "−900 万元", "RMB −9 m"),
        ("99960000", "9,996 万元", "RMB 99.96 m"),
        ("99999999", "1 亿元", "RMB 100 m"),
        ("9999.999", "1 万元", "RMB 10 k"),
        ("1234567890123", "12,346 亿元", "RMB 1,235 bn"),
    ],
)
def test_money_in_sentences_takes_the_unit_that_suits_its_size(value: str, zh: str, en: str) -> None:
    assert shown(ZH.money_long(Decimal(value))) == zh
    assert shown(EN.money_long(Decimal(value))) == en


def test_money_in_sentences_with_decimals_asked_for() -> None:
    assert shown(EN.money_long(Decimal(9_000_000), 1)) == "RMB 9.0 m"
    assert shown(Locale("zh", "USD").money_long(Decimal(12_400_000))) == "1,240 万美元"


@pytest.mark.parametrize(
    ("value", "plain", "in_thousands", "in_millions"),
    [
        ("125000", "125 k", "125 k", "0.1 m"),
        ("8499.4", "8,499.40", "8,000", "8,499.40"),
        ("46804300", "46.8 m", "46.8 m", "46.8 m"),
        ("46849000", "46.85 m", "46.85 m", "46.8 m"),
    ],
)
def test_a_sentence_tells_no_more_decimals_than_the_tables(
    value: str, plain: str, in_thousands: str, in_millions: str
) -> None:
    """Unless the tables could not show it at all."""
    told = [shown(Locale("en", "CNY", Decimal(unit)).money_long(Decimal(value))) for unit in (1, 1_000, 1_000_000)]
    assert told == [f"RMB {figure}" for figure in (plain, in_thousands, in_millions)]


@pytest.mark.parametrize(("currency", "sign"), [("GBP", "£"), ("EUR", "€"), ("USD", "$")])
def test_english_sets_some_currencies_by_their_sign(currency: str, sign: str) -> None:
    locale = Locale("en", currency, Decimal(1_000))
    assert locale.money_long(Decimal(46_800_000)) == f"{sign}46.8m"
    assert locale.money_long(Decimal(-9_000_000)) == f"−{sign}9m"
    assert locale.money_long(Decimal(750_000)) == f"{sign}750k"
    assert shown(Locale("en", "HKD", Decimal(1_000)).money_long(Decimal(750_000))) == "HKD 750 k"


def test_volume_and_its_unit() -> None:
    assert (ZH.volume(Decimal(6_840_000)), ZH.volume_unit_label()) == ("684.0", "万标箱")
    assert (EN.volume(Decimal(6_840_000)), shown(EN.volume_unit_label())) == ("6.8", "m cases")
    assert replace(EN, volume_decimals=2).volume(Decimal(6_840_000)) == "6.84"
    single = Locale("en", volume_noun="cases")
    assert (single.volume(Decimal(1_500)), single.volume_unit_label()) == ("1,500", "cases")


def test_dates() -> None:
    day = date(2027, 4, 16)
    assert (shown(ZH.date(day)), shown(ZH.date_long(day))) == ("4 月 16 日", "2027 年 4 月 16 日")
    assert (shown(EN.date(day)), shown(EN.date_long(day))) == ("16 Apr", "16 April 2027")
    assert shown(EN.date(date(2027, 9, 1))) == "1 Sep"


def test_months_and_quarters() -> None:
    assert (shown(ZH.month(5)), EN.month(6), EN.month(6, long=True)) == ("5 月", "Jun", "June")
    assert [ZH.quarter(number) for number in (1, 2, 3, 4)] == ["一季度", "二季度", "三季度", "四季度"]
    assert ZH.quarter(1, short=True) == EN.quarter(1) == "Q1"
    for wrong in (0, 5):
        with pytest.raises(ValueError, match="no quarter"):
            ZH.quarter(wrong)
    with pytest.raises(ValueError, match="no month"):
        ZH.month(0)


def test_lists() -> None:
    assert ZH.join(["甲", "乙", "丙"]) == "甲、乙、丙"
    assert EN.join(["A", "B", "C"]) == "A, B and C"
    assert EN.join(["A", "B"]) == "A and B"
    assert (EN.join(["A"]), EN.join([]), ZH.join([])) == ("A", "", "")


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (0, "零项", "Zero"),
        (1, "一项", "One"),
        (2, "两项", "Two"),
        (6, "六项", "Six"),
        (10, "十项", "Ten"),
        (12, "十二项", "Twelve"),
        (20, "二十项", "Twenty"),
        (21, "21 项", "21"),
        (1200, "1,200 项", "1,200"),
    ],
)
def test_counts_in_words(number: int, zh: str, en: str) -> None:
    assert shown(ZH.count_word(number, "项")) == zh
    assert EN.count_word(number, "项") == en


def test_counts_within_a_title() -> None:
    assert [Locale("en").count(n, capital=n > 1) for n in (0, 1, 6, 23)] == ["none", "one", "Six", "23"]
    assert [Locale("zh").count(n) for n in (0, 6, 23)] == ["0", "6", "23"]


def test_a_sum_that_is_not_round_does_not_look_round() -> None:
    pounds = Locale("en", "GBP", Decimal(1000))
    assert [pounds.money_long(Decimal(value)) for value in (13_001_000, 13_000_000, 12_680_000)] == [
        "£13.0m",
        "£13m",
        "£12.68m",
    ]


def test_counts_in_words_alone() -> None:
    assert ZH.count_word(2) == "二"
    assert EN.count_word(6, capital=False) == "six"


def test_spacing_finds_nothing_to_mend_in_what_is_printed() -> None:
    day = date(2027, 6, 30)
    for text in (
        ZH.money_long(Decimal(9_000_000)),
        EN.money_long(Decimal(9_000_000)),
        ZH.date(day),
        ZH.date_long(day),
        EN.date(day),
        EN.date_long(day),
        ZH.points(Decimal("0.013"), long=True),
        EN.points(Decimal("0.013"), long=True),
        ZH.count_word(21, "项"),
        Locale("zh", "USD").money_long(Decimal(12_400_000)),
        Locale("en", "GBP").money_long(Decimal(12_400_000)),
    ):
        assert space_mixed(text) == text


def test_figures_that_cannot_be_taken_as_they_stand_carry_a_quiet_sign() -> None:
    locale = replace(ZH, judged_on=date(2027, 1, 1), stale_after=100)
    sound = Sourced(Decimal(120_000), "ERP", date(2026, 12, 1))
    assert locale.money(sound) == "12"
    assert locale.money(Sourced(sound, "ERP", date(2026, 9, 1))) == "12†"
    assert locale.money(Sourced(sound)) == "12‡"
    assert locale.money(Sourced(sound, "ERP", None, "low")) == "12‡"
    assert locale.percent(Sourced(Decimal("0.08"))) == "8.0%‡"
    assert locale.number(Sourced(Decimal(4))) == "4‡"
    assert locale.money(Sourced(sound) + 10_000) == "13", "what is worked out is not marked"
    assert ZH.money(Sourced(sound)) == "12"


def test_a_negative_figure_has_its_sign_before_that_of_the_currency() -> None:
    locale = Locale("en", "GBP", Decimal(1_000))
    assert locale.money_figure(Decimal(-108_000)) == ("−£108k", "")
    assert locale.money_figure(Decimal(108_000)) == ("£108k", "")
