"""What became of each plan: its documents and problems; as plain dicts too, for other processes and for keeping."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from acbp.problems import Place, Problem, define, lookup


@dataclass(frozen=True, slots=True)
class Document:
    """One PDF. `unchanged` says that it was up to date and left alone; `pictured` that its pages are pictures too."""

    path: Path
    edition: str
    form: str
    lang: str
    pages: int
    unchanged: bool = False
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """What became of one plan. `name` is the plan as the user knows it; `language` that of its problems.

    `fault` says that the program itself failed.
    """

    name: str
    language: str
    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    fault: bool = False

    @property
    def is_built(self) -> bool:
        """Whether every document that was asked for is there."""
        return not self.fault and not any(problem.is_error for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A whole run: its plans in the order in which they were found, and what concerns no single plan."""

    plans: tuple[PlanOutcome, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @property
    def exit_code(self) -> int:
        """0 if all is built, 3 if the program itself failed anywhere, else 1."""
        if any(plan.fault for plan in self.plans):
            return 3
        return 0 if not self.problems and all(plan.is_built for plan in self.plans) else 1

    @property
    def language(self) -> str | None:
        """The language of the first plan's problems; None without a plan."""
        return self.plans[0].language if self.plans else None

    def every_problem(self) -> list[Problem]:
        """All problems, sorted; what several plans share, such as a fault of the workspace file, once."""
        found: list[Problem] = []
        for problem in (*self.problems, *(each for plan in self.plans for each in plan.problems)):
            if problem not in found:
                found.append(problem)
        return sorted(found)


def pack(outcome: PlanOutcome) -> dict[str, Any]:
    """The outcome as a plain dict of texts, numbers and lists."""
    return {
        "name": outcome.name,
        "language": outcome.language,
        "documents": [
            [str(d.path), d.edition, d.form, d.lang, d.pages, d.unchanged, d.pictured] for d in outcome.documents
        ],
        "problems": [pack_problem(problem) for problem in outcome.problems],
        "fault": outcome.fault,
    }


def unpack(data: Mapping[str, Any]) -> PlanOutcome:
    """The outcome that `pack` was given."""
    return PlanOutcome(
        data["name"],
        data["language"],
        tuple(Document(Path(path), *rest) for path, *rest in data["documents"]),
        tuple(unpack_problem(each) for each in data["problems"]),
        data["fault"],
    )


def pack_problem(problem: Problem) -> dict[str, Any]:
    """A problem as a plain dict; one of a rule brings its words, so that no rule need be loaded to tell it again."""
    place, words = problem.place, None
    if problem.code.startswith("R"):
        code = lookup(problem.code)
        words = [code.messages["zh"], code.messages["en"], code.hints["zh"], code.hints["en"], code.severity]
    return {
        "code": problem.code,
        "values": {name: str(value) for name, value in problem.values.items()},
        "place": place and [place.file, place.line, place.column, place.end_column, place.excerpt],
        "item": problem.item,
        "level": problem.level,
        "words": words,
    }


def unpack_problem(data: Mapping[str, Any]) -> Problem:
    """The problem that `pack_problem` was given."""
    if words := data.get("words"):
        define(data["code"], *words)
    place = Place(*data["place"]) if data["place"] else None
    return Problem(data["code"], data["values"], place, data["item"], data["level"])
