"""The known name that a mistyped one resembles."""

import pytest

from acbp.problems import nearest


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("titel", ("title",)),
        ("Customer-Benefit", ("customer_benefit",)),
        ("zzz", ()),
        ("", ()),
    ],
)
def test_nearest(word: str, expected: tuple[str, ...]) -> None:
    assert nearest(word, ["title", "customer_benefit", "value"]) == expected


def test_several_names_come_nearest_first() -> None:
    assert nearest("agree", ["closed", "agreed", "agrees to"], count=3)[0] == "agreed"
