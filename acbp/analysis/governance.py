"""The account judged over time and against its peers."""

from dataclasses import dataclass

from acbp.analysis.rates import Figure, difference
from acbp.model import Plan
from acbp.model.governance import Evaluation
from acbp.model.scalars import Quantity
from acbp.model.units import resolve


@dataclass(frozen=True, slots=True)
class Judgement:
    """One measure."""

    item: Evaluation
    before: Figure
    now: Figure
    peers: Figure
    over_time: Figure
    """now − before."""
    against_peers: Figure
    """now − mean of the peers."""


def judge_account(plan: Plan) -> tuple[Judgement, ...]:
    """Compare each measure of the evaluation with its past and with our other customers of the kind."""
    governance = plan.plan.governance
    return tuple(_judge(item, plan) for item in governance.evaluations) if governance else ()


def _judge(item: Evaluation, plan: Plan) -> Judgement:
    def read(value: Quantity | None) -> Figure:
        return None if value is None else resolve(value, item.unit, plan.plan)

    before, now, peers = read(item.before), read(item.now), read(item.peers)
    return Judgement(item, before, now, peers, difference(now, before), difference(now, peers))
