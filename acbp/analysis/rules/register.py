"""The register of rules: each with its code, its words in both languages, and an example that breaks and keeps it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from acbp.analysis.figures import Figures
from acbp.analysis.rates import Figure
from acbp.model import Plan, Workspace
from acbp.model.activity import Action
from acbp.model.links import Location
from acbp.model.periods import first_day, last_day
from acbp.model.progress import Kpi
from acbp.model.relationships import Contact
from acbp.model.scalars import magnitude
from acbp.problems import define
from acbp.problems.codes import Severity

Finding = tuple[Location, dict[str, str]]
"""Where a rule is broken, and the values that fill its message."""

Check = Callable[["Case"], Iterator[Finding]]

_CHOICE = re.compile("«([^|»]*)\\|([^»]*)»")


class Words(NamedTuple):
    """What a rule says in one language; `message` and `hint` have fields in braces."""

    title: str
    message: str
    hint: str
    why: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that sound plans may still break.

    `bad` and `good` are fragments of a plan in YAML; `# ←` marks the line at which the rule finds the fault.
    """

    code: str
    severity: Severity
    words: dict[str, Words]
    bad: str
    good: str
    check: Check

    def example(self, kind: str, lang: str) -> str:
        """The `bad` or `good` example with its texts in one language."""
        text: str = getattr(self, kind)
        return _CHOICE.sub(r"\1" if lang == "zh" else r"\2", text.strip("\n")) + "\n"


@dataclass(frozen=True)
class Case:
    """A sound plan under examination, with all that is worked out from it on a day."""

    plan: Plan
    workspace: Workspace
    figures: Figures
    as_of: date

    @cached_property
    def first_day(self) -> date:
        """The first day of the plan's year."""
        return first_day(self.plan.plan.year, self.plan.plan.fiscal_start)

    @cached_property
    def last_day(self) -> date:
        """The last day of the plan's year."""
        return last_day(self.plan.plan.year, self.plan.plan.fiscal_start)

    @property
    def contacts(self) -> "dict[str, Contact]":
        """The people of both sides by id."""
        return dict(self.figures.names.contacts)

    @property
    def is_agreed(self) -> bool:
        """Whether both sides have agreed on the plan."""
        return self.plan.plan.status in ("agreed", "closed")

    def actions(self) -> Iterator[tuple[int, Action]]:
        """The actions that were not dropped, each with its place."""
        return ((at, action) for at, action in enumerate(self.plan.actions) if action.status != "dropped")

    def kpis(self) -> Iterator[tuple[int, Kpi]]:
        """The KPIs, each with its place."""
        return enumerate(self.plan.scorecard.kpis if self.plan.scorecard else ())

    def money(self, value: Figure) -> str:
        """An amount in the plan's own unit, as its author would write it: `21,000万`."""
        unit = self.plan.plan.money_unit
        return "—" if value is None else number(value / (magnitude(unit) or 1)) + ("" if unit == "1" else unit)

    def volume(self, value: Figure) -> str:
        """A volume in the plan's own unit."""
        unit = self.plan.plan.volume_unit
        return "—" if value is None else number(value / (magnitude(unit) or 1)) + ("" if unit == "1" else unit)

    def measure(self, value: Figure, unit: str | None) -> str:
        """A measure in the unit that stands beside it."""
        if unit == "money":
            return self.money(value)
        if unit == "volume":
            return self.volume(value)
        return percent(value) if unit == "%" else "—" if value is None else number(value)


def number(value: Decimal) -> str:
    """A number with thousands commas and at most two decimals."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def percent(value: Figure) -> str:
    """A fraction as a percentage with at most two decimals."""
    return "—" if value is None else f"{number(value * 100)}%"


_register: dict[str, Rule] = {}


def rule(
    code: str, severity: Severity, *, zh: tuple[str, ...], en: tuple[str, ...], bad: str, good: str
) -> Callable[[Check], Check]:
    """Register the function below as a rule; `zh` and `en` are its title, message, hint and why it matters.

    Raises ValueError if the code is taken.
    """
    words = {"zh": Words(*zh), "en": Words(*en)}

    def register(check: Check) -> Check:
        define(code, words["zh"].message, words["en"].message, words["zh"].hint, words["en"].hint, severity=severity)
        _register[code] = Rule(code, severity, words, bad, good, check)
        return check

    return register


def known_rules() -> tuple[Rule, ...]:
    """Every rule, in order of code."""
    return tuple(_register[code] for code in sorted(_register))


def find_rule(code: str) -> Rule | None:
    """The rule of that code."""
    return _register.get(code)


def name_in(plan: Plan, location: Location) -> str:
    """A location in the words of the plan, items named by id or else by number: `actions[tasting].due`."""
    name, held = "", plan
    for element in location:
        child: Any = None
        if isinstance(element, int):
            child = held[element] if isinstance(held, tuple) and element < len(held) else None
            name += f"[{getattr(child, 'id', None) or element + 1}]"
        else:
            child = held.get(element) if isinstance(held, dict) else getattr(held, element, None)
            name += f".{element}" if name else element
        held = child
    return name
