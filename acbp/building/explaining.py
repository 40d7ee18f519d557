"""A plan and a reference → the figure explained: its formula, its inputs with their places, and how it is printed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acbp.building.explanation import Explained, Provenance
from acbp.building.references import read_customers_references, read_references
from acbp.model.provenance import Sourced
from acbp.problems import Place, Problem

if TYPE_CHECKING:
    from acbp.analysis.explaining import Explanation, References
    from acbp.analysis.landing import RememberedForecast
    from acbp.loading.load import Loaded
    from acbp.model import Plan


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: one figure, or all of them by subject; neither where the plan has errors or no such figure."""

    problems: tuple[Problem, ...]
    language: str
    figure: Explained | None = None
    listing: dict[str, list[Explained]] | None = None
    nearest: tuple[str, ...] = ()
    """References that resemble the one that the plan does not have."""


def explain(
    path: Path,
    reference: str | None,
    *,
    edition: str = "internal",
    as_of: date | None = None,
    lang: str | None = None,
    overrides: Iterable[str] = (),
    recall_forecasts: Callable[[Path, "Plan", str], "Sequence[RememberedForecast] | None"] | None = None,
) -> Answer:
    """Explain a figure of a plan, or list all that can be asked for; ``lang`` is the plan's own where it is None.

    In the customer edition an internal figure does not exist. ``recall_forecasts`` finds out what the plan's reviews
    forecast by its history.
    """
    from acbp.loading import load_plan

    loaded = load_plan(path, overrides=overrides, lang=lang)
    if loaded.plan is None:
        return Answer(loaded.problems, loaded.language)
    heading = loaded.plan.plan
    day = as_of or heading.date
    remembered = recall_forecasts(path, loaded.plan, edition) if recall_forecasts else None
    whole = references = read_references(loaded.plan, loaded.workspace, day, remembered or ())
    if edition == "customer":
        references = read_customers_references(loaded.plan, loaded.workspace, day)
    say = _Telling(loaded, references, lang or heading.language)
    if reference is None:
        return Answer(loaded.problems, loaded.language, listing=say.all())
    found = references.explain(reference)
    if found is not None and found.value is None and references is not whole:
        known = whole.look_up(reference)
        if known is not None and known.value is not None:
            found = None
    if found is None:
        return Answer(loaded.problems, loaded.language, nearest=references.nearest(reference))
    return Answer(loaded.problems, loaded.language, say.whole(found))


class _Telling:
    """Puts what was found in the words of a language, with places in the plan's files."""

    def __init__(self, loaded: "Loaded[Any, Any]", references: "References", language: str) -> None:
        from acbp.analysis.explaining.fields import list_stated
        from acbp.editions import in_language
        from acbp.rendering.locale import locale_of
        from acbp.rendering.references import FigureWords, price_unit
        from acbp.rendering.words import load_words

        plan = in_language(references.plan, language)
        locale, words = locale_of(plan.plan, language, references.sales), load_words(language)
        self._words = FigureWords(locale, words, price_unit(plan, words, locale))
        self._loaded, self._references = loaded, references
        self._currency = plan.plan.currency
        self._chosen = 0 if language == "zh" else 1
        # Places are those of the whole plan: an edition counts its items anew.
        self._places = {name: stated.location for name, stated in list_stated(loaded.plan).items()}

    def all(self) -> dict[str, list[Explained]]:
        """Every figure with a value, by the first word of its reference."""
        groups: dict[str, list[Explained]] = {}
        for name in self._references.names():
            found = self._references.look_up(name)
            if found is not None:
                groups.setdefault(name.partition(".")[0], []).append(self.whole(found))
        return groups

    def whole(self, found: "Explanation") -> Explained:
        """A figure with its inputs."""
        figure, unit = self._words.in_table(found)
        told = Explained(
            reference=found.reference,
            title=found.title[self._chosen],
            exact=self._exact(found, unit),
            printed=f"{figure} {unit}".rstrip(),
            sentence=self._words.in_sentence(found),
            formula=found.formula[self._chosen],
            definition=found.definition[self._chosen],
            place=self._place(found.reference) if not found.inputs else None,
            stated=found.location is not None,
            missing=(),
            inputs=tuple(self.whole(given) for given in found.inputs),
            said_of=_provenance(found.value),
        )
        ends = [end for end in found.missing() if end is not found]
        return replace(told, missing=tuple(self.whole(end) for end in ends)) if ends else told

    def _exact(self, found: "Explanation", unit: str) -> str | None:
        value = found.value
        if not isinstance(value, Decimal):
            return None if value is None else value.isoformat()
        if found.unit in ("percent", "growth", "points"):
            return f"{_plain(value * 100)}%"
        if found.unit == "money":
            return f"{_plain(value)} {self._currency}"
        if found.unit == "volume":
            return f"{_plain(value)} {self._words.locale.volume_noun}".rstrip()
        return f"{_plain(value)} {unit}".rstrip()

    def _place(self, reference: str) -> Place | None:
        """Where a figure stands or would stand: the deepest part of the plan on the way to it."""
        location = self._places.get(reference)
        steps = reference.split(".")
        for cut in range(1, len(steps)):
            if location is not None:
                break
            beginning = ".".join(steps[:-cut]) + "."
            beside = next((name for name in self._places if name.startswith(beginning)), None)
            if beside is not None:
                below = beside.count(".") - beginning.count(".") + 1
                location = self._places[beside][:-below]
        return None if location is None else self._loaded.place(location)


def _provenance(value: object) -> Provenance | None:
    """What is said of a figure that carries its source."""
    return Provenance(value.source, value.as_of, value.confidence) if isinstance(value, Sourced) else None


def _plain(value: Decimal) -> str:
    """The exact figure without zeros at the end, with thousands commas."""
    return f"{value.normalize():,f}"
