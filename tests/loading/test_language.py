"""The language in which problems are told."""

import pytest

from acbp.loading.language import language_of


@pytest.mark.parametrize(
    ("text", "declared", "locale", "expected"),
    [
        ("客户", "en", "zh_CN.UTF-8", "en"),
        ("tea", "zh-CN", "C", "zh"),
        ("客户", None, "C", "zh"),
        ("客户", "fr", "C", "zh"),
        ("tea", None, "zh_CN.UTF-8", "zh"),
        ("tea", 5, "en_GB.UTF-8", "en"),
        ("tea", None, "", "en"),
    ],
)
def test_language(text: str, declared: object, locale: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", locale)
    assert language_of(text, declared) == expected
