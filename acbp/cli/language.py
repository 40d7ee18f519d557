"""The language in which the command line speaks: the environment's, while problems keep the language of their plan."""

import os


def preferred() -> str:
    """`zh` or `en`: as `ACBP_LANG` says, else as the locale is set."""
    names = ("ACBP_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def say(zh: str, en: str) -> str:
    """One of the two texts."""
    return zh if preferred() == "zh" else en
