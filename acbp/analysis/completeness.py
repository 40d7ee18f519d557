"""How far the plan is: the method's eight steps, what is filled and what is still open."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from acbp.model import Plan
from acbp.model.ambitions import Opportunities
from acbp.model.blocks import Block
from acbp.model.periods import QUARTERS, quarter_end
from acbp.model.situation import Swot

StepName = Literal[
    "goals", "information", "conclusions", "opportunities", "objectives", "actions", "implementation", "scorecard"
]
State = Literal["filled", "partly", "empty"]
Check = tuple[str, bool]
"""The path of something required, and whether the plan says it."""

_INFORMATION = ("market", "shopper", "performance", "customer", "competition", "satisfaction")


@dataclass(frozen=True, slots=True)
class Step:
    """One of the eight steps."""

    number: int
    name: StepName
    state: State
    filled: int
    required: int
    gaps: tuple[str, ...]
    """Paths of what is open: ``objectives[sales].target``."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """All eight steps."""

    steps: tuple[Step, ...]
    filled: int
    required: int
    share: Decimal
    """filled ÷ required."""
    gaps: tuple[str, ...]


def measure_completeness(plan: Plan, as_of: date) -> Completeness:
    """Count what the method requires and what the plan says, step by step."""
    checks: tuple[tuple[StepName, list[Check]], ...] = (
        ("goals", _goals(plan)),
        ("information", [(f"situation.{name}", _block(plan, name) is not None) for name in _INFORMATION]),
        ("conclusions", [(f"situation.{name}.conclusion", _concluded(plan, name)) for name in (*_INFORMATION, "swot")]),
        ("opportunities", _opportunities(plan)),
        ("objectives", _objectives(plan)),
        ("actions", _actions(plan)),
        ("implementation", _implementation(plan, as_of)),
        ("scorecard", _scorecard(plan, as_of)),
    )
    steps = tuple(_step(number, name, required) for number, (name, required) in enumerate(checks, start=1))
    filled, required = sum(step.filled for step in steps), sum(step.required for step in steps)
    return Completeness(
        steps=steps,
        filled=filled,
        required=required,
        share=Decimal(filled) / required,
        gaps=tuple(gap for step in steps for gap in step.gaps),
    )


def _step(number: int, name: StepName, checks: list[Check]) -> Step:
    filled = sum(is_filled for _, is_filled in checks)
    state: State = "filled" if filled == len(checks) else "partly" if filled else "empty"
    return Step(number, name, state, filled, len(checks), tuple(path for path, is_filled in checks if not is_filled))


def _goals(plan: Plan) -> list[Check]:
    goals = plan.goals
    return [(f"goals.{name}", bool(getattr(goals, name, None))) for name in ("statement", "customer", "ours", "joint")]


def _block(plan: Plan, name: str) -> Block | Swot | None:
    return getattr(plan.situation, name, None)


def _concluded(plan: Plan, name: str) -> bool:
    block = _block(plan, name)
    return block is not None and bool(block.conclusion.strip())


def _opportunities(plan: Plan) -> list[Check]:
    given = plan.opportunities or Opportunities()
    checks = [("opportunities.criteria", bool(given.criteria)), ("opportunities.items", bool(given.items))]
    for item in given.items:
        path = f"opportunities[{item.id}]"
        checks.append((f"{path}.value", item.value is not None))
        checks.append((f"{path}.scores", all(criterion.id in item.scores for criterion in given.criteria)))
        checks.append((f"{path}.customer_benefit", bool(item.customer_benefit.strip())))
    return checks


def _objectives(plan: Plan) -> list[Check]:
    checks = [("objectives", bool(plan.objectives)), ("strategies", bool(plan.strategies))]
    served = {strategy.objective for strategy in plan.strategies}
    for objective in plan.objectives:
        path = f"objectives[{objective.id}]"
        checks.append((f"{path}.baseline", objective.baseline is not None))
        checks.append((f"{path}.target", objective.target is not None))
        checks.append((f"{path}.strategies", objective.id in served))
    for strategy in plan.strategies:
        path = f"strategies[{strategy.id}]"
        checks.append((f"{path}.measures", bool(strategy.measures)))
        checks.append((f"{path}.customer_benefit", bool(strategy.customer_benefit.strip())))
    return checks


def _actions(plan: Plan) -> list[Check]:
    carried_out = {action.strategy for action in plan.actions}
    checks = [("actions", bool(plan.actions))]
    checks.extend((f"strategies[{strategy.id}].actions", strategy.id in carried_out) for strategy in plan.strategies)
    for action in plan.actions:
        if action.status != "dropped":
            path = f"actions[{action.id}]"
            checks.append((f"{path}.owner", action.owner is not None or action.customer_owner is not None))
            checks.append((f"{path}.due", action.due is not None))
    return checks


def _implementation(plan: Plan, as_of: date) -> list[Check]:
    """What carries the plan out: promises of both sides, the year in money, and how far the actions begun have come."""
    sides = {commitment.side for commitment in plan.commitments}
    financials = plan.financials
    checks = [
        ("commitments.us", "us" in sides),
        ("commitments.customer", "customer" in sides),
        ("financials.quarters", bool(financials and (financials.categories or financials.quarters))),
        ("signoff.signatories", bool(plan.signoff and plan.signoff.signatories)),
    ]
    for action in plan.actions:
        if action.status == "open" and action.start is not None and action.start <= as_of:
            checks.append((f"actions[{action.id}].progress", action.progress is not None))
    return checks


def _scorecard(plan: Plan, as_of: date) -> list[Check]:
    kpis = plan.scorecard.kpis if plan.scorecard else ()
    checks = [("scorecard.kpis", bool(kpis)), ("plan.review_calendar", bool(plan.plan.review_calendar))]
    for kpi in kpis:
        aim = (kpi.low, kpi.high) if kpi.direction == "band" else (kpi.target, kpi.top)
        checks.append((f"scorecard[{kpi.id}].target", any(value is not None for value in aim)))
    reviewed = {review.period for review in plan.reviews if review.actuals is not None}
    dates = {item.period: item.date for item in plan.plan.review_calendar}
    for quarter in QUARTERS:
        due = dates.get(quarter) or quarter_end(plan.plan.year, plan.plan.fiscal_start, quarter)
        if quarter in reviewed or due < as_of:
            checks.append((f"reviews[{quarter}].actuals", quarter in reviewed))
    return checks
