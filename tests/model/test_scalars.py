"""The single values of a plan, as people write them."""

import copy
import json
import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from acbp.model.scalars import (
    Amount,
    Count,
    Day,
    Flag,
    Identifier,
    Line,
    Percent,
    Prose,
    Quantity,
    Score,
    Volume,
    Week,
    magnitude,
)
from acbp.model.wording import Wording, translated
from acbp.problems import lookup

CONTEXT = {
    "money_unit": Decimal(10_000),
    "volume_unit": Decimal(1_000),
    "currency": "CNY",
    "volume_name": "标箱",
}


class Values(BaseModel):
    """One field of each kind."""

    amount: Amount | None = None
    volume: Volume | None = None
    percent: Percent | None = None
    quantity: Quantity | None = None
    day: Day | None = None
    week: Week | None = None
    count: Count | None = None
    score: Score | None = None
    flag: Flag | None = None
    identifier: Identifier | None = None
    line: Line | None = None
    prose: Prose | None = None


def read(kind: str, value: Any, **context: Any) -> Any:
    return getattr(Values.model_validate({kind: value}, context={**CONTEXT, **context}), kind)


def code_of(kind: str, value: Any, **context: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(ValidationError) as caught:
        read(kind, value, **context)
    (error,) = caught.value.errors(include_input=False, include_url=False)
    assert lookup(error["type"])
    return error["type"], error.get("ctx", {})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        # bare figures count the plan's unit, here 万
        (12, "120000"),
        (Decimal("12.50"), "125000"),
        ("1,200.5", "12005000"),
        ("-5", "-50000"),
        ("\N{MINUS SIGN}5", "-50000"),
        ("+5", "50000"),
        # a magnitude or a currency makes them absolute
        ("12万", "120000"),
        ("1.2亿", "120000000"),
        ("1.2 亿元", "120000000"),
        ("3千万", "30000000"),
        ("100元", "100"),
        ("￥100", "100"),
        ("¥-100", "-100"),
        ("-¥1,000.25", "-1000.25"),
        ("12k", "12000"),
        ("5 M", "5000000"),
        ("3 bn CNY", "3000000000"),
        ("RMB 5m", "5000000"),
        ("-0", "0"),
    ],
)
def test_amounts(written: Any, meant: str) -> None:
    amount = read("amount", written)
    assert isinstance(amount, Decimal)
    assert str(amount) == meant


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("010", "E107"),
        ("1_000", "E107"),
        ("0x1F", "E107"),
        ("12:30", "E107"),
        ("about 5", "E107"),
        ("5 - 6", "E107"),
        ("1e5", "E107"),
        ("1.2.3", "E107"),
        ("--5", "E107"),
        ("CNY", "E107"),
        ("nan", "E109"),
        ("-.inf", "E109"),
        ("1e400", "E109"),
        (Decimal("NaN"), "E109"),
        (Decimal("Infinity"), "E109"),
        ("9" * 31, "E110"),
        (10**40, "E110"),
        (10**4000, "E110"),
        ("１２００", "E115"),
        ("1，200", "E115"),
        ("1,20", "E117"),
        ("1.200,5", "E117"),
        ("0,200", "E117"),
        ("5 apple", "E119"),
        ("5w", "E119"),
        ("$5", "E134"),
        ("5 USD", "E134"),
        ("5 港元", "E134"),
        ("8%", "E213"),
        (True, "E106"),
        ([5], "E204"),
        ({"value": 5, "unit": "kg"}, "E201"),
        ("", "E211"),
        (10**11, "E205"),
        ("10,000,000亿", "E205"),
    ],
)
def test_amounts_that_are_refused(written: Any, code: str) -> None:
    assert code_of("amount", written)[0] == code


def test_equal_amounts_print_equal() -> None:
    written = ["1.20亿", "120,000,000元", "12000", Decimal("12000.00"), "120m"]
    assert {str(read("amount", each)) for each in written} == {"120000000"}


def test_a_sign_of_several_currencies_follows_the_plan() -> None:
    assert read("amount", "$5k", currency="HKD") == 5000
    assert read("amount", "¥5k", currency="JPY") == 5000
    assert code_of("amount", "5元", currency="USD") == ("E134", {"given": "元", "currency": "USD"})


def test_without_context_a_bare_amount_is_what_it_says() -> None:
    assert Values.model_validate({"amount": "$12.5"}).amount == Decimal("12.5")
    assert Values.model_validate({"amount": 12}).amount == 12


def test_volumes_have_magnitudes_and_a_unit_name_but_no_currency() -> None:
    assert read("volume", 3) == 3000
    assert read("volume", "3.5万") == 35000
    assert read("volume", "3.5万标箱") == 35000
    assert read("volume", "120 标箱") == 120
    assert code_of("volume", "¥3")[0] == "E107"
    assert code_of("volume", "3 CNY")[0] == "E119"


@pytest.mark.parametrize(
    ("written", "meant"), [("8%", "0.08"), ("-3.5%", "-0.035"), ("8 %", "0.08"), ("1,200%", "12"), ("0%", "0")]
)
def test_percentages_are_fractions(written: str, meant: str) -> None:
    assert str(read("percent", written)) == meant


@pytest.mark.parametrize(
    ("written", "code"),
    [(8, "E118"), (Decimal("0.08"), "E118"), ("8", "E118"), ("8％", "E115"), ("x%", "E107"), ("100000%", "E205")],
)
def test_percentages_that_are_refused(written: Any, code: str) -> None:
    assert code_of("percent", written)[0] == code


def test_a_quantity_remembers_how_it_was_written() -> None:
    bare, absolute, share = read("quantity", "1.50"), read("quantity", "12万"), read("quantity", "8%")
    assert (bare.value, bare.bare, bare.percent) == (Decimal("1.5"), True, False)
    assert (absolute.value, absolute.bare, absolute.percent) == (120000, False, False)
    assert (share.value, share.bare, share.percent) == (Decimal("0.08"), False, True)
    assert str(share) == "8%"
    assert read("quantity", share) is share


def test_quantities_compare_by_value() -> None:
    assert Quantity(Decimal("0.08"), percent=True) == Quantity(Decimal("0.08"))
    assert len({Quantity(Decimal(1)), Quantity(Decimal("1.0"), bare=False)}) == 1
    assert Quantity(Decimal(1)) < Quantity(Decimal(2))


def test_days() -> None:
    assert read("day", "2026-01-31") == date(2026, 1, 31)
    assert read("day", date(2026, 1, 31)) == date(2026, 1, 31)


@pytest.mark.parametrize("written", ["2026-02-30", "20260131", 20260131, "1769817600", "2026-1-5", "31/01/2026", True])
def test_days_that_are_refused(written: Any) -> None:
    assert code_of("day", written)[0] == "E108"


def test_whole_numbers() -> None:
    assert read("week", 53) == 53
    assert read("count", "1,200") == 1200
    assert read("count", "12.5万") == 125000
    assert code_of("week", 0) == ("E205", {"range": "1 … 53"})
    assert code_of("week", "w5")[0] == "E107"
    assert code_of("count", -1) == ("E205", {"range": "≥ 0"})
    assert code_of("count", Decimal("1.5")) == ("E204", {"expected": "@whole"})


def test_scores_are_plain_numbers() -> None:
    assert str(read("score", Decimal("4.50"))) == "4.5"
    assert code_of("score", "4k")[0] == "E107"
    assert code_of("score", "4%")[0] == "E213"


@pytest.mark.parametrize("written", ["yes", "no", "on", "true", 1, 0, "是"])
def test_only_true_and_false_are_flags(written: Any) -> None:
    assert read("flag", False) is False
    assert code_of("flag", written)[0] == "E106"


@pytest.mark.parametrize(("written", "code"), [(360, "E127"), ("Cooler", "E208"), ("-a", "E208"), ("a" * 61, "E208")])
def test_identifiers(written: Any, code: str) -> None:
    assert read("identifier", "360-tea") == "360-tea"
    assert code_of("identifier", written)[0] == code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (360, "E127"),
        (True, "E127"),
        (["a"], "E204"),
        ("  ", "E211"),
        ({}, "E211"),
        ("a\nb", "E214"),
        ("字" * 301, "E206"),
        ("x" * 201, "E130"),
        ({"fr": "thé"}, "E201"),
        ({"zh": 3}, "E127"),
        ({"zh": {"en": "x"}}, "E204"),
    ],
)
def test_lines_that_are_refused(written: Any, code: str) -> None:
    assert code_of("line", written)[0] == code


def test_prose_is_longer_and_may_have_lines() -> None:
    assert read("prose", "one\ntwo\n") == "one\ntwo"
    assert read("prose", "字" * 10_000)
    assert code_of("prose", "字" * 10_001) == ("E206", {"limit": "10,000", "length": "10,001"})


def test_a_fault_in_one_language_says_which() -> None:
    assert code_of("line", {"zh": "茶", "en": 3})[1]["within"] == "en"


def test_a_text_in_two_languages_is_the_one_given_first() -> None:
    line = read("line", {"zh": "茶", "en": "tea"})
    assert line == "茶"
    assert (translated(line, "zh"), translated(line, "en")) == ("茶", "tea")
    assert translated(read("line", {"en": "tea"}), "zh") == "tea"
    assert translated("plain", "en") == "plain"


def test_a_wording_survives_copies_and_differs_by_translation() -> None:
    wording = Wording({"zh": "茶", "en": "tea"})
    for twin in (pickle.loads(pickle.dumps(wording)), copy.deepcopy(wording)):
        assert twin == wording and twin.translations == wording.translations
    assert wording != Wording({"zh": "茶", "en": "green tea"})
    assert wording == "茶" and hash(wording) == hash("茶")


def test_no_message_carries_what_was_typed() -> None:
    for kind in Values.model_fields:
        for secret in ("31337", "31337 secret words", "31337%", "31,337万", "3133731337,1", "$31337"):
            try:
                read(kind, secret)
            except ValidationError as fault:
                (error,) = fault.errors(include_input=False, include_url=False)
                assert "31337" not in json.dumps(error.get("ctx", {})), kind


@pytest.mark.parametrize(
    ("unit", "meant"), [("万", 10_000), ("万元", 10_000), ("元", 1), ("1", 1), (1, 1), ("K", 1000), ("bn", 10**9)]
)
def test_magnitudes_of_units(unit: Any, meant: int) -> None:
    assert magnitude(unit) == meant
    assert magnitude("boxes") is None


def test_each_kind_has_a_schema_that_editors_can_use() -> None:
    schema = Values.model_json_schema()
    assert json.dumps(schema, ensure_ascii=False)
    amount = schema["properties"]["amount"]["anyOf"][0]
    assert {"type": "number"} in amount["anyOf"] and amount["examples"]
    assert schema["properties"]["day"]["anyOf"][0]["format"] == "date"
