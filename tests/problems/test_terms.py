"""Words put in place of a value beginning with `@`."""

from acbp.problems.terms import TERMS, term


def test_each_term_is_put_in_both_languages() -> None:
    assert all(len(pair) == 2 and all(pair) for pair in TERMS.values())
    assert (term("amount", "zh"), term("amount", "en")) == ("金额", "an amount of money")


def test_an_unknown_word_stays_as_it_is() -> None:
    assert term("colour", "en") == "colour"
