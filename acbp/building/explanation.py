"""An explained figure in the words of one language: as lines to read, and as data for programs."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from acbp.problems import Place

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the author of a figure says of it: its source, the day for which it holds, and how sure it is."""

    source: str | None
    as_of: date | None
    confidence: str | None


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure with all that led to it, in words."""

    reference: str
    title: str
    exact: str | None
    """With its unit; None where the figure is missing."""
    printed: str
    """As tables print it, with its unit."""
    sentence: str
    """As a sentence says it."""
    formula: str
    definition: str
    place: Place | None
    """Where the plan states it, or would."""
    stated: bool
    """Whether the plan states it; otherwise it is worked out."""
    missing: tuple["Explained", ...]
    """Where it has no value: what is missing for it."""
    inputs: tuple["Explained", ...]
    said_of: Provenance | None = None
    """Where the figure comes from, by its author's own words."""


def to_text(found: Explained, lang: str) -> str:
    """A figure, its formula and its result, and below them the inputs, each level indented further; ends in a newline.

    What came before is not explained again.
    """
    return "\n".join(_Lines(lang).whole(found)) + "\n"


def to_json(found: Explained) -> str:
    """The same as a JSON object: `version` (1), and `figure` with its `inputs`, each an object of the same kind."""
    return json.dumps({"version": SCHEMA_VERSION, "figure": _entry(found)}, ensure_ascii=False, indent=2)


def list_to_text(groups: dict[str, list[Explained]]) -> str:
    """All references by subject, each with its value and what it is; ends in a newline."""
    lines = []
    for subject, figures in groups.items():
        width = max(len(figure.reference) for figure in figures)
        lines.append(subject)
        lines += [f"  {figure.reference:<{width}}  {figure.printed}  {figure.title}" for figure in figures]
        lines.append("")
    return "\n".join(lines)


def list_to_json(groups: dict[str, list[Explained]]) -> str:
    """The same as a JSON object: `version` (1) and `figures`, without their inputs."""
    figures = [_entry(figure) for figures in groups.values() for figure in figures]
    return json.dumps({"version": SCHEMA_VERSION, "figures": figures}, ensure_ascii=False, indent=2)


class _Lines:
    def __init__(self, lang: str) -> None:
        self._chinese = lang == "zh"
        self._told: set[str] = set()

    def _say(self, zh: str, en: str) -> str:
        return zh if self._chinese else en

    def whole(self, found: Explained) -> Iterator[str]:
        """The figure that was asked for."""
        self._told.add(found.reference)
        yield f"{found.reference}{self._say('：', ': ')}{found.title}"
        yield f"  {self._say('公式', 'formula')}  {found.formula}"
        if found.definition:
            yield f"  {self._say('口径', 'definition')}  {found.definition}"
        if found.exact is None:
            yield f"  {self._say('结果', 'result')}  {self._say('没有值', 'no value')}"
        else:
            yield f"  {self._say('结果', 'result')}  {found.exact}"
            said = f"{self._say('，文中 ', ', in a sentence ')}{found.sentence}"
            yield f"  {self._say('印作', 'printed')}  {found.printed}{said}"
        if found.stated and found.place:
            yield f"  {self._say('位置', 'place')}  {_where(found.place)}"
        if found.said_of:
            yield f"  {self._say('来源', 'source')}  {self._provenance(found.said_of)}"
        for end in found.missing:
            at = f"  {_where(end.place)}" if end.place else ""
            yield f"  {self._say('缺少', 'missing')}  {end.reference}{at}"
        if found.inputs:
            yield f"  {self._say('数据', 'inputs')}"
            for given in found.inputs:
                yield from self._input(given, 2)

    def _provenance(self, said: Provenance) -> str:
        sure = {"high": ("把握大", "sure"), "medium": ("把握中等", "fairly sure"), "low": ("把握不大", "unsure")}
        parts = [said.source or self._say("未注明", "not named")]
        parts += [self._say("截至 ", "as of ") + said.as_of.isoformat()] if said.as_of else []
        parts += [self._say(*sure[said.confidence])] if said.confidence else []
        return self._say("，", ", ").join(parts)

    def _input(self, found: Explained, depth: int) -> Iterator[str]:
        indent = "  " * depth
        value = self._say("没有值", "no value") if found.exact is None else found.printed
        at = f"  {_where(found.place)}" if found.place and found.stated else ""
        again = found.reference in self._told and bool(found.inputs)
        aside = self._say("  （见上）", "  (see above)") if again else ""
        yield f"{indent}{found.reference} = {value}{at}{aside}"
        self._told.add(found.reference)
        if found.inputs and not again:
            yield f"{indent}  {found.formula}{self._say('：', ':')}"
            for given in found.inputs:
                yield from self._input(given, depth + 2)


def _where(place: Place) -> str:
    return f"{place.file}:{place.cell or f'{place.line}:{place.column}'}"


def _entry(found: Explained) -> dict[str, Any]:
    place, said = found.place, found.said_of
    return {
        "reference": found.reference,
        "title": found.title,
        "exact": found.exact,
        "printed": found.printed,
        "sentence": found.sentence,
        "formula": found.formula,
        "definition": found.definition,
        "stated": found.stated,
        "place": place
        and {
            "file": place.file,
            "line": place.line,
            "column": place.column,
            **({"cell": place.cell} if place.cell else {}),
        },
        "provenance": said
        and {"source": said.source, "as_of": said.as_of and said.as_of.isoformat(), "confidence": said.confidence},
        "missing": [end.reference for end in found.missing],
        "inputs": [_entry(given) for given in found.inputs],
    }
