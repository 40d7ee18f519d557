"""The register: each code once, in both languages, with the same fields in each."""

import string

import pytest

from acbp.problems import define, known_codes, lookup


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_code_speaks_both_languages_with_the_same_fields() -> None:
    for code in known_codes():
        assert code.messages["zh"] and code.messages["en"], code.name
        assert fields(code.messages["zh"]) == fields(code.messages["en"]), code.name
        assert fields(code.hints["zh"]) == fields(code.hints["en"]), code.name
        assert code.hints["zh"] and code.hints["en"], code.name
        assert not any("\u4e00" <= char <= "\u9fff" for char in code.messages["en"]), code.name


def test_the_first_letter_gives_the_severity() -> None:
    assert lookup("E101").severity == "error"
    assert lookup("W104").severity == "warning"


def test_a_code_is_defined_once() -> None:
    with pytest.raises(ValueError, match="E101"):
        define("E101", "又一个", "another")


def test_a_variant_has_words_of_its_own_and_no_other_code() -> None:
    assert lookup("E201", "near").messages["en"] != lookup("E201").messages["en"]
    assert lookup("E201", "no such variant") is lookup("E201")
    with pytest.raises(KeyError):
        lookup("E999", "near")
