"""References written with the Chinese names of a plan's keys: ``目标.sales.目标值`` for ``objectives.sales.target``."""

from pydantic import BaseModel

from acbp.loading.schema import parts_in
from acbp.model import Plan
from acbp.model.chinese_names import chinese_names, chinese_words
from acbp.model.progress import Review


def in_english(reference: str) -> str:
    """Return a reference with every Chinese name in it put in English; what is no such name stays as it is."""
    periods = {word: period for period, word in chinese_words(Review, "period").items()}
    parts: list[type[BaseModel]] = [Plan]
    steps = []
    for step in reference.split("."):
        name = next((en for part in parts for en, zh in chinese_names(part).items() if step in (en, zh)), None)
        if name is None:
            # The id of an item; a reference passes over the list itself where that is called `items`.
            parts = [inner for part in parts for inner in _inside(part, "items")] or parts
            steps.append(str(periods.get(step, step)))
        else:
            parts = [inner for part in parts for inner in _inside(part, name)]
            steps.append(name)
    return ".".join(steps)


def _inside(part: type[BaseModel], name: str) -> list[type[BaseModel]]:
    field = part.model_fields.get(name)
    return parts_in(field.annotation) if field is not None else []
