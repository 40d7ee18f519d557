"""The words that the pages print beside the plan's own: labels and sentences, one catalogue a language."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from acbp.loading.compose import read_yaml
from acbp.rendering.resources import template_root


class Words:
    """The catalogue of one language (``zh`` or ``en``): key → text with named fields in braces."""

    def __init__(self, language: str, texts: Mapping[str, Any]) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, key: str, n: int | Decimal | None = None, **values: str) -> str:
        """Return the text of a key (``overview.title``), filled in.

        A text with the forms ``one`` and ``other`` is chosen by the count ``n``. Raises KeyError for a key that the
        catalogue does not hold: a missing word is a fault of ours, never an empty place on a page.
        """
        text = self._texts[key]
        if isinstance(text, Mapping):
            text = text["one" if n == 1 and "one" in text else "other"]
        return text.format_map(values) if values else text

    def replaced(self, own: Mapping[str, Any]) -> "Words":
        """These words, with some of a workspace's own in their place."""
        return Words(self.language, {**self._texts, **own}) if own else self

    def __contains__(self, key: str) -> bool:
        return key in self._texts


@cache
def load_words(language: str) -> Words:
    """Return the catalogue of a language; Chinese for ``zh``, English for anything else."""
    name = "zh" if language.startswith("zh") else "en"
    return Words(name, read_catalogue(name))


def read_catalogue(name: str) -> dict[str, Any]:
    """Return a catalogue, one file a subject, as ``page.key`` → text or plural forms.

    Raises ValueError if a file is faulty, or a key is written twice.
    """
    texts: dict[str, Any] = {}
    for path in sorted((template_root() / "messages" / name).glob("*.yml")):
        tree, problems = read_yaml(path.read_bytes(), path.name)
        if tree is None or problems:
            raise ValueError("; ".join(f"{problem.place}: {problem.message('en')}" for problem in problems))
        for page, group in tree.plain().items():
            for key, text in group.items():
                if f"{page}.{key}" in texts:
                    raise ValueError(f"{path.name}: {page}.{key} is written twice")
                texts[f"{page}.{key}"] = text
    return texts
