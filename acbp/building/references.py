"""What a plan's texts refer to: every reference is checked before a page is made, for each edition that prints it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from acbp.problems import Place, Problem

if TYPE_CHECKING:
    from acbp.analysis.explaining import Explanation, References
    from acbp.analysis.landing import RememberedForecast
    from acbp.loading.load import Loaded
    from acbp.model import Plan, Workspace

MOST_MISSING = 3
EXAMPLE = "{{ objectives.sales.target }}"
POINTER = "of"
"""The field whose whole text is a reference: the value of a chart of the author's own."""


def read_references(
    plan: "Plan", workspace: "Workspace | None", as_of: date, remembered: "Sequence[RememberedForecast]" = ()
) -> "References":
    """Return what can be asked of a whole plan; ``remembered`` are earlier forecasts that are on record."""
    from acbp.analysis.explaining import References
    from acbp.analysis.figures import analyse

    return References(plan, analyse(plan, workspace, as_of, remembered))


def read_customers_references(plan: "Plan", workspace: "Workspace | None", as_of: date) -> "References":
    """Return what can be asked of a plan as the customer may see it."""
    from acbp.analysis.explaining import References
    from acbp.analysis.figures import analyse
    from acbp.editions import for_customer
    from acbp.editions.projection import seen

    projected = for_customer(plan)
    return References(projected, analyse(projected, seen(workspace) if workspace else None, as_of), plan)


def check_texts(loaded: "Loaded[Any, Any]", as_of: date | None = None) -> list[Problem]:
    """Find every reference of a sound plan's texts that cannot be filled in, in the edition that prints the text.

    E270 where something else than a reference stands between the braces, E271 where the plan has no such figure, E272
    where it has no value, E273 where the customer sees the text but not the figure. Costs nothing without a reference.
    """
    from acbp.analysis.explaining.braces import OPEN, references_in, versions_of
    from acbp.model.texts import texts_of

    plan = loaded.plan
    texts = [
        (location, text)
        for location, text in (texts_of(plan) if plan is not None else ())
        if location[-1] == POINTER or any(OPEN in version for version in versions_of(text))
    ]
    if not texts:
        return []
    day = as_of or plan.plan.date
    whole = read_references(plan, loaded.workspace, day)
    theirs = read_customers_references(plan, loaded.workspace, day)
    # The projection takes texts over as they are: what it holds of them is what the customer sees.
    shown = {id(text) for _, text in texts_of(theirs.plan)}
    problems = []
    for location, text in texts:
        for where, version in _versions(location, text):
            references = [version] if location[-1] == POINTER else references_in(version)
            places = _places(loaded, where, len(references))
            for reference, place in zip(references, places, strict=True):
                fault = _judge(reference, whole, theirs if id(text) in shown else None)
                if fault is not None:
                    problems.append(Problem(*fault, place, loaded.name(location)))
    return problems


def _versions(location: tuple[str | int, ...], text: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The text, or what it says in each language with its place."""
    translations = getattr(text, "translations", None)
    if translations is None:
        yield location, text
    else:
        yield from (((*location, language), version) for language, version in translations.items())


def _places(loaded: "Loaded[Any, Any]", location: tuple[str | int, ...], count: int) -> list[Place | None]:
    from acbp.loading.braces import brace_places
    from acbp.loading.positions import find

    return [*brace_places(find(loaded.root, location).node, count)] if loaded.root else [None] * count


def _judge(
    reference: str | None, whole: "References", theirs: "References | None"
) -> tuple[str, dict[str, str]] | None:
    """Code and values of what is wrong with a reference; None where it can be filled in."""
    if not reference:
        return "E270", {"example": EXAMPLE} if reference is None else {"variant": "open", "example": EXAMPLE}
    found = whole.look_up(reference)
    if found is None:
        return "E271", near_values(reference, theirs or whole)
    if found.value is None:
        return "E272", {"reference": found.reference, "missing": _missing(whole, found)}
    if theirs is None:
        return None
    seen = theirs.look_up(reference)
    return None if seen is not None and seen.value is not None else ("E273", {"reference": found.reference})


def near_values(reference: str, references: "References") -> dict[str, str]:
    """Return the values of E271: the reference, and those that resemble it."""
    near = references.nearest(reference)
    values = {"reference": reference}
    return values | {"variant": "near", "nearest": near[0], "known": ", ".join(near)} if near else values


def _missing(references: "References", found: "Explanation") -> str:
    whole = references.explain(found.reference)
    ends = [end.reference for end in whole.missing()] if whole else []
    return ", ".join(ends[:MOST_MISSING]) + (", …" if len(ends) > MOST_MISSING else "")
