"""Two versions of a plan → the figures, colours and ranks that came out otherwise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from acbp.analysis.explaining import Explanation, References
from acbp.analysis.figures import Figures
from acbp.history.changes import Words, title_of
from acbp.model.base import Part

Outcome = Explanation | Words
"""A figure, or a verdict in words."""

_MAIN = re.compile(
    r"sales\.(plan|last|growth)|volume\.(plan|growth)|(trade-spend|customer-margin)\.plan|spend-rate\.plan"
    r"|(sales|margin)-bridge\..+|objectives\..+\.change|scorecard\.(total|kpis\.[^.]+\.(score|colour))"
    r"|opportunities\..+|risks\..+|completeness\.share|reviews\.[^.]+\.(landing|landing-gap)"
    r"|(customer-profit|contribution)(\.[a-z-]+)?\.plan|customer-profit\.total|promotions\.total\.(cost|roi)"
)
"""The figures that a reader wants to know of first."""
_COLOURS = {"green": ("绿", "green"), "amber": ("黄", "amber"), "red": ("红", "red")}
_RISKS = {"high": ("高", "high"), "medium": ("中", "medium"), "low": ("低", "low")}


@dataclass(frozen=True, slots=True)
class Effect:
    """A figure or a verdict that differs; one side is None where it had no value."""

    reference: str
    title: Words
    old: Outcome | None
    new: Outcome | None
    main: bool


def find_effects(old: References, new: References, before: Figures, after: Figures) -> tuple[Effect, ...]:
    """Compare every metric of two versions, and the colours, ranks and levels, in the order of the new one."""
    return tuple(
        Effect(reference, title, was, now, bool(_MAIN.fullmatch(reference)))
        for reference, title, was, now in (*_metrics(old, new), *_verdicts(before, after))
    )


def _metrics(old: References, new: References) -> Iterator[tuple[str, Words, Outcome | None, Outcome | None]]:
    names = dict.fromkeys(name for references in (new, old) for name, _, _ in references.metrics())
    for name in names:
        was, now = _known(old.look_up(name)), _known(new.look_up(name))
        held = now or was
        if held is not None and (was and was.value) != (now and now.value):
            yield name, held.title, was, now


def _known(found: Explanation | None) -> Explanation | None:
    return None if found is None or found.value is None else found


def _verdicts(before: Figures, after: Figures) -> Iterator[tuple[str, Words, Outcome | None, Outcome | None]]:
    old, new = dict(_verdicts_of(before)), dict(_verdicts_of(after))
    for name in dict.fromkeys((*new, *old)):
        was, now = old.get(name), new.get(name)
        if (was and was[1]) != (now and now[1]):
            yield name, (now or was)[0], was and was[1], now and now[1]  # type: ignore[index]


def _verdicts_of(figures: Figures) -> Iterator[tuple[str, tuple[Words, Words]]]:
    """Reference → what it is, and the verdict."""
    for kpi in figures.scorecard.kpis if figures.scorecard else ():
        if kpi.colour:
            yield f"scorecard.kpis.{kpi.item.id}.colour", (_about(kpi.item, "状态", "status"), _COLOURS[kpi.colour])
    for item in figures.opportunities.items if figures.opportunities else ():
        if item.rank is not None:
            name = f"opportunities.{item.item.id}.rank"
            yield name, (_about(item.item, "排名", "rank"), (str(item.rank), str(item.rank)))
    for risk in figures.risks.items if figures.risks else ():
        yield f"risks.{risk.item.id}.level", (_about(risk.item, "等级", "level"), _RISKS[risk.level])


def _about(item: Part, zh: str, en: str) -> Words:
    words = title_of(item) or ("", "")
    return f"{words[0]}：{zh}", f"{words[1]}: {en}"
