"""The customer: grade with its reason, dependency, assessment, age of the file, stores."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Figure
from acbp.analysis.sales import Sales
from acbp.model import Plan, Workspace
from acbp.model.account import Factor


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a grade."""

    what: Literal["sales", "years", "orders"]
    needed: Decimal
    actual: Figure
    met: bool | None
    """None where the actual figure is missing."""


@dataclass(frozen=True, slots=True)
class GradeCheck:
    """One grade and its conditions."""

    grade: str
    conditions: tuple[Condition, ...]
    met: bool
    """True where every condition is met."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The weighted assessment, on the scale 1 to 5."""

    factors: tuple[Factor, ...]
    score: Figure
    """Σ weight × score ÷ Σ weight."""


@dataclass(frozen=True, slots=True)
class Stores:
    """All stores together; a sum is missing where one format lacks the figure."""

    stores: Decimal
    area: Figure
    """m², all stores: Σ stores × average area."""
    average_area: Figure
    openings: Figure
    closures: Figure
    at_year_end: Figure
    """stores + openings − closures."""
    sales_share: Figure


@dataclass(frozen=True, slots=True)
class Customer:
    """What is worked out about the customer."""

    grade: str | None
    """The best grade whose conditions are all met."""
    grade_reason: GradeCheck | None
    """The conditions of that grade."""
    next_grade: GradeCheck | None
    """The next better grade, with what is missing to it."""
    grades: tuple[GradeCheck, ...]
    """All of them, the best first."""
    years_of_business: int | None
    dependency: Figure
    """last year's sales here ÷ our sales to all customers."""
    dependency_threshold: Decimal
    dependent: bool | None
    """True above the threshold; None where the share is not known."""
    assessment: Assessment | None
    profile_age: int | None
    """Days since the file was checked."""
    profile_stale: bool | None
    stores: Stores | None
    open_needs: int


def assess_customer(plan: Plan, workspace: Workspace | None, sales: Sales, as_of: date) -> Customer:
    """Work out what the plan says about the customer."""
    raise NotImplementedError
