"""The language in which the command line speaks: the environment's, while problems keep the language of their plan."""

import os
from collections.abc import Iterable


def preferred() -> str:
    """`zh` or `en`: as `ACBP_LANG` says, else as the locale is set."""
    names = ("ACBP_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def shared(languages: Iterable[str]) -> str:
    """The language to sum plans up in: their common one, unless `ACBP_LANG` or a Chinese locale says otherwise."""
    common = set(languages)
    if len(common) == 1 and not os.environ.get("ACBP_LANG") and preferred() != "zh":
        return common.pop()
    return preferred()


def say(zh: str, en: str, lang: str | None = None) -> str:
    """One of the two texts, in `lang` or else in the environment's language."""
    return zh if (lang or preferred()) == "zh" else en
