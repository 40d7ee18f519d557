"""The known name that a mistyped one most resembles."""

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], count: int = 1) -> tuple[str, ...]:
    """Up to `count` names of `known` that resemble `word`, the nearest first; empty if none is near.

    Case, and `-` against `_` or a space, do not count as differences.
    """
    plain = {_plain(name): name for name in known}
    # Chinese names have two or three characters: one that they share is much.
    cutoff = 0.6 if word.isascii() else 0.5
    return tuple(plain[match] for match in difflib.get_close_matches(_plain(word), plain, n=count, cutoff=cutoff))


def _plain(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")
