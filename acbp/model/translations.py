"""Section `translations`: the plan's texts in its other language, in one place instead of beside each text."""

from typing import Annotated

from pydantic import AfterValidator

from acbp.model.base import Part, internal


class Translations(Part):
    """Originals and their translations; texts that stay as they are need none."""

    zh: dict[str, str] = internal(
        "Chinese for the English texts: original → translation.",
        "英文原文的中文译文：原文 → 译文。",
        {},
        example={"Grow chilled tea": "做大冷藏茶"},
    )
    en: dict[str, str] = internal(
        "English for the Chinese texts: original → translation.",
        "中文原文的英文译文：原文 → 译文。",
        {},
        example={"做大高增长品类": "Grow the growing categories"},
    )


def _spend(_: Translations | None) -> None:
    return None


SpentTranslations = Annotated[Translations | None, AfterValidator(_spend)]
"""Translations as a plan takes them in: checked, and not kept, since reading the plan has put each in its place."""
