"""The customer: grade with its reason, dependency, policy, age of the file, stores."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from acbp.analysis.contribution import Contribution
from acbp.analysis.rates import Figure, difference, product, ratio, share, total
from acbp.analysis.sales import Sales
from acbp.model import Plan, Workspace
from acbp.model.account import StoreGroup
from acbp.model.organisation import Department
from acbp.model.workspace import Grade

What = Literal["sales", "years", "orders"]
Subject = Literal["sales", "volume", "contribution"]


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a grade."""

    what: What
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
class Dependence:
    """How much of one figure of ours comes from this customer, in the year before the plan."""

    what: Subject
    here: Figure
    everywhere: Figure
    share: Figure


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
    dependency_threshold: Figure
    """None where the share is not known: then nothing is held against it."""
    dependent: bool | None
    """True above the threshold; None where the share is not known."""
    dependences: tuple[Dependence, ...]
    """By sales, volume and contribution, as far as our totals are given."""
    policy: str | None
    """What the workspace gives to customers of this class."""
    profile_age: int | None
    """Days since the file was checked."""
    profile_stale: bool | None
    departments: tuple[tuple[Department, int], ...]
    """Each below the one that it reports to, with its depth; a ring begins with the first that is written."""
    stores: Stores | None
    open_needs: int | None
    """None where no need says where it stands."""


def assess_customer(
    plan: Plan, workspace: Workspace | None, sales: Sales, as_of: date, contribution: Contribution | None = None
) -> Customer:
    """Work out what the plan says about the customer."""
    account, settings = plan.account, workspace or Workspace()
    years = plan.plan.year - account.customer_since if account.customer_since is not None else None
    grades = tuple(_check(grade, sales.year.last, years, account.orders_per_year) for grade in settings.grades)
    reached = next((place for place, check in enumerate(grades) if check.met), None)
    better = len(grades) if reached is None else reached
    dependency = share(sales.year.last, plan.supplier.total_sales)
    age = (as_of - account.profile.updated).days if account.profile else None
    statuses = [need.status for need in account.needs if need.status]
    return Customer(
        grade=None if reached is None else grades[reached].grade,
        grade_reason=None if reached is None else grades[reached],
        next_grade=grades[better - 1] if better else None,
        grades=grades,
        years_of_business=years,
        dependency=dependency,
        dependency_threshold=None if dependency is None else settings.dependency,
        dependent=None if dependency is None else dependency > settings.dependency,
        dependences=_depend(plan, sales, contribution),
        policy=next((each.policy for each in settings.policies if each.customer_class == account.customer_class), None),
        profile_age=age,
        profile_stale=None if age is None else age > settings.stale_after,
        departments=_nest(account.organisation),
        stores=_add_up_stores(account.stores),
        open_needs=statuses.count("open") if statuses else None,
    )


def _check(grade: Grade, sales: Figure, years: int | None, orders: int | None) -> GradeCheck:
    conditions = [
        _condition("sales", grade.sales, sales),
        _condition("years", _decimal(grade.years), _decimal(years)),
        _condition("orders", _decimal(grade.orders), _decimal(orders)),
    ]
    given = tuple(condition for condition in conditions if condition is not None)
    return GradeCheck(grade.grade, given, all(condition.met for condition in given))


def _condition(what: What, needed: Figure, actual: Figure) -> Condition | None:
    if needed is None:
        return None
    return Condition(what, needed, actual, None if actual is None else actual >= needed)


def _decimal(value: int | None) -> Figure:
    return None if value is None else Decimal(value)


def _depend(plan: Plan, sales: Sales, contribution: Contribution | None) -> tuple[Dependence, ...]:
    ours, earned = plan.supplier, contribution.contribution.last if contribution else None
    found: tuple[tuple[Subject, Figure, Figure], ...] = (
        ("sales", sales.year.last, ours.total_sales),
        ("volume", sales.volume.year.last, ours.total_volume),
        ("contribution", earned, ours.total_contribution),
    )
    return tuple(
        Dependence(what, here, everywhere, share(here, everywhere))
        for what, here, everywhere in found
        if everywhere is not None
    )


def _nest(departments: tuple[Department, ...]) -> tuple[tuple[Department, int], ...]:
    known = {each.id for each in departments}
    placed: dict[str, tuple[Department, int]] = {}

    def place(department: Department, depth: int) -> None:
        if department.id in placed:
            return
        placed[department.id] = (department, depth)
        for each in departments:
            if each.reports_to == department.id:
                place(each, depth + 1)

    for each in departments:
        if each.reports_to not in known:
            place(each, 0)
    for each in departments:
        place(each, 0)
    return tuple(placed.values())


def _add_up_stores(groups: tuple[StoreGroup, ...]) -> Stores | None:
    if not groups:
        return None
    stores = sum((Decimal(group.stores) for group in groups), Decimal(0))
    area = total(product(Decimal(group.stores), _decimal(group.area)) for group in groups)
    openings = total(_decimal(group.openings) for group in groups)
    closures = total(_decimal(group.closures) for group in groups)
    return Stores(
        stores=stores,
        area=area,
        average_area=ratio(area, stores),
        openings=openings,
        closures=closures,
        at_year_end=difference(None if openings is None else stores + openings, closures),
        sales_share=total(group.sales_share for group in groups),
    )
