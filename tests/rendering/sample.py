"""Small plans, and the arguments with which they are composed and printed."""

from datetime import date
from typing import Any

from acbp.model import Plan
from acbp.rendering.brand import Brand
from acbp.rendering.report import compose, render

AS_OF = date(2027, 4, 16)


def make(heading: dict[str, Any] | None = None, **sections: Any) -> Plan:
    """A plan of 2027 in English; `heading` adds to section `plan`."""
    said = {"id": "p", "title": "Plan 2027", "year": 2027, "owner": "Lin", "language": "en", "date": "2027-04-16"}
    whole = {
        "plan": said | (heading or {}),
        "account": {"name": "Castlegate Stores", "short_name": "Castlegate"},
        "supplier": {"name": "Northfield Foods", "short_name": "Northfield"},
    }
    return Plan.model_validate(whole | sections)


def options(edition: str = "internal", language: str = "en") -> dict[str, Any]:
    """The named arguments of `compose` and `render`."""
    return {"edition": edition, "language": language, "brand": Brand("plain"), "as_of": AS_OF}


def document_of(plan: Plan, edition: str = "internal", language: str = "en") -> dict[str, Any]:
    """The composed document."""
    return compose(plan, None, **options(edition, language))[0]


def printed_problems(plan: Plan, edition: str = "internal", language: str = "en") -> list[tuple[str, dict[str, Any]]]:
    """Code and values of everything that printing the plan complains of."""
    made = render(plan, None, **options(edition, language))
    return [(problem.code, dict(problem.values)) for problem in made.problems]
