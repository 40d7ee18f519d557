"""How well we deliver: each level against what was agreed, and the service index over all of them."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.analysis.rates import Figure, difference, index, product, share, sum_known
from acbp.analysis.scorecard import attain
from acbp.model import Plan
from acbp.model.service import ServiceLevel, Standard
from acbp.model.units import resolve

_FULL = Decimal(1)
"""No level counts for more than reached: one that is passed makes up for no other."""

ON_SHELF = ("on-shelf-hours", "on-shelf-audit")


@dataclass(frozen=True, slots=True)
class LevelState:
    """One service level."""

    item: ServiceLevel
    now: Figure
    """met ÷ due, at most 1: what is delivered beyond the order does not count."""
    change: Figure
    """now − last."""
    to_go: Figure
    """target − now; negative where it is passed."""
    attainment: Figure
    """now ÷ target, at most 1."""


@dataclass(frozen=True, slots=True)
class StandardState:
    """One standard of service."""

    item: Standard
    last: Figure
    now: Figure
    target: Figure
    attainment: Figure
    """By the direction of the standard, 0 to 1."""


@dataclass(frozen=True, slots=True)
class ServiceFigures:
    """All levels and standards."""

    levels: tuple[LevelState, ...]
    standards: tuple[StandardState, ...]
    out_of_stock: Figure
    """1 − on-shelf availability now; None where that is not measured."""
    last_out_of_stock: Figure
    index: Figure
    """Σ weight × attainment ÷ Σ weight of what was measured, × 100; None where nothing weighted was measured."""
    missing_weight: Figure
    """Share of the weight that was not measured."""
    met: int
    """Levels and standards that reach what was agreed."""
    measured: int
    """Levels and standards that have both a value and a target."""
    weakest: LevelState | StandardState | None
    """The one furthest below what was agreed."""


def measure_service(plan: Plan) -> ServiceFigures | None:
    """Work out the service levels; None where the plan has no such section."""
    given = plan.service
    if given is None:
        return None
    levels = tuple(map(_level, given.levels))
    standards = tuple(_standard(item, plan) for item in given.standards)
    states: tuple[LevelState | StandardState, ...] = (*levels, *standards)
    weighted = [(state.item.weight, state.attainment) for state in states if state.item.weight is not None]
    measured = sum_known(weight for weight, attainment in weighted if attainment is not None)
    score = sum_known(product(weight, attainment) for weight, attainment in weighted)
    judged = [state for state in states if state.attainment is not None]
    behind = [state for state in judged if state.attainment is not None and state.attainment < 1]
    shelf = next((state for state in levels if state.item.measure in ON_SHELF), None)
    missing = [weight for weight, attainment in weighted if attainment is None]
    return ServiceFigures(
        levels=levels,
        standards=standards,
        out_of_stock=difference(_FULL, shelf.now) if shelf else None,
        last_out_of_stock=difference(_FULL, shelf.item.last) if shelf else None,
        index=index(score, measured),
        missing_weight=share(sum(missing, Decimal(0)), sum_known(weight for weight, _ in weighted)),
        met=len(judged) - len(behind),
        measured=len(judged),
        weakest=min(behind, key=lambda state: state.attainment or 0) if behind else None,
    )


def _level(item: ServiceLevel) -> LevelState:
    counted = share(Decimal(item.now.met), Decimal(item.now.due)) if item.now else None
    now = None if counted is None else min(counted, _FULL)
    return LevelState(
        item=item,
        now=now,
        change=difference(now, item.last),
        to_go=difference(item.target, now),
        attainment=attain(now, item.target, "higher", cap=_FULL),
    )


def _standard(item: Standard, plan: Plan) -> StandardState:
    last, now, target = (
        None if value is None else resolve(value, item.unit, plan.plan) for value in (item.last, item.now, item.target)
    )
    return StandardState(item, last, now, target, attain(now, target, item.direction, cap=_FULL))
