"""Opportunities scored, ranked, decided and put into classes."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Figure, product, ratio, sum_known, total
from acbp.analysis.sensitivity import Leeway, find_leeway
from acbp.model import Plan
from acbp.model.ambitions import Criterion, Opportunity
from acbp.model.ambitions import Opportunities as Given

Decision = Literal["pursue", "watch", "drop"]

_WATCH = Decimal("0.5")
_PARETO = Decimal("0.8")


@dataclass(frozen=True, slots=True)
class RankedOpportunity:
    """One opportunity with its score."""

    item: Opportunity
    rank: int | None
    """From 1; equal scores share a rank; None where there is no score."""
    scores: tuple[Figure, ...]
    """In the order of the criteria."""
    missing: tuple[str, ...]
    """Names of criteria that lack a score; then there is no weighted score."""
    score: Figure
    """Σ weight × score ÷ Σ weight, on the plan's scale."""
    decision: Decision | None
    by_threshold: bool
    """True where the decision follows from the score and was not written."""
    priority: Literal["A", "B", "C"] | None
    x: Figure
    """Score on the matrix's horizontal criterion."""
    y: Figure
    strategies: tuple[str, ...]
    """Ids of the strategies that take it up."""


@dataclass(frozen=True, slots=True)
class Opportunities:
    """The list in order of rank; those without a score come last."""

    criteria: tuple[Criterion, ...]
    scale: Decimal
    threshold: Figure
    items: tuple[RankedOpportunity, ...]
    pursued: int
    pursued_value: Figure
    """Sum of the values that are given among the pursued."""
    others: int
    others_value: Figure
    horizontal: Criterion | None
    vertical: Criterion | None
    line: tuple[Decimal, Decimal] | None
    """Vertical scores of the threshold at the horizontal scores 1 and ``scale``, the other criteria being average."""
    leeways: tuple[Leeway, ...]
    """For each criterion, how far its weight may move before another comes first; a rival counts by its place."""


def rank_opportunities(plan: Plan) -> Opportunities | None:
    """Score and rank the opportunities; None where there are none.

    Decision, where none is written: `pursue` from the threshold, `watch` up to half a point below it, else `drop`.
    Priority: A are the pursued ones that, taken by value from the largest, make up the first 80 % of the pursued value
    (Pareto); B the other pursued ones; C all that are not pursued.
    """
    given = plan.opportunities
    if given is None or not given.items:
        return None
    scored = [_score(item, plan) for item in given.items]
    rated = sorted((item for item in scored if item.score is not None), key=lambda item: -(item.score or 0))
    ranked: list[RankedOpportunity] = []
    for place, item in enumerate(rated, start=1):
        tied = bool(ranked) and ranked[-1].score == item.score
        ranked.append(replace(item, rank=ranked[-1].rank if tied else place))
    ranked.extend(item for item in scored if item.score is None)

    first = _first_class(ranked)
    items = tuple(replace(item, priority=_priority(item, first)) for item in ranked)
    pursued = [item for item in items if item.decision == "pursue"]
    others = [item for item in items if item.decision != "pursue"]
    criteria = {criterion.id: criterion for criterion in given.criteria}
    horizontal, vertical = criteria.get(given.horizontal or ""), criteria.get(given.vertical or "")
    return Opportunities(
        criteria=given.criteria,
        scale=given.scale,
        threshold=given.threshold,
        items=items,
        pursued=len(pursued),
        pursued_value=sum_known(item.item.value for item in pursued),
        others=len(others),
        others_value=sum_known(item.item.value for item in others),
        horizontal=horizontal,
        vertical=vertical,
        line=_threshold_line(items, given, horizontal, vertical),
        leeways=_leeways(items, given),
    )


def _score(item: Opportunity, plan: Plan) -> RankedOpportunity:
    given = plan.opportunities
    assert given is not None
    scores = tuple(item.scores.get(criterion.id) for criterion in given.criteria)
    weighted = total(product(criterion.weight, score) for criterion, score in zip(given.criteria, scores, strict=True))
    score = ratio(weighted, total(criterion.weight for criterion in given.criteria))
    return RankedOpportunity(
        item=item,
        rank=None,
        scores=scores,
        missing=tuple(c.name for c, score in zip(given.criteria, scores, strict=True) if score is None),
        score=score,
        decision=item.decision or _decide(score, given.threshold),
        by_threshold=item.decision is None and score is not None and given.threshold is not None,
        priority=None,
        x=item.scores.get(given.horizontal or ""),
        y=item.scores.get(given.vertical or ""),
        strategies=tuple(strategy.id for strategy in plan.strategies if strategy.opportunity == item.id),
    )


def _decide(score: Figure, threshold: Figure) -> Decision | None:
    if score is None or threshold is None:
        return None
    if score >= threshold:
        return "pursue"
    return "watch" if score >= threshold - _WATCH else "drop"


def _first_class(items: list[RankedOpportunity]) -> set[str]:
    pursued = [(item.item.id, item.item.value) for item in items if item.decision == "pursue"]
    by_value = sorted(((id, value) for id, value in pursued if value is not None), key=lambda pair: -pair[1])
    whole = sum((value for _, value in by_value), Decimal(0))
    first, reached = set(), Decimal(0)
    for id, value in by_value:
        if reached >= whole * _PARETO:
            break
        first.add(id)
        reached += value
    return first


def _priority(item: RankedOpportunity, first: set[str]) -> Literal["A", "B", "C"] | None:
    if item.decision is None:
        return None
    if item.decision != "pursue":
        return "C"
    return "A" if item.item.id in first else "B"


def _leeways(items: tuple[RankedOpportunity, ...], given: Given) -> tuple[Leeway, ...]:
    scored = [[score for score in item.scores if score is not None] for item in items if item.score is not None]
    return find_leeway([criterion.weight for criterion in given.criteria], scored, first=0)


def _threshold_line(
    items: tuple[RankedOpportunity, ...], given: Given, horizontal: Criterion | None, vertical: Criterion | None
) -> tuple[Decimal, Decimal] | None:
    if (
        given.threshold is None
        or horizontal is None
        or vertical is None
        or horizontal is vertical
        or not vertical.weight
    ):
        return None
    rest = Decimal(0)
    for place, criterion in enumerate(given.criteria):
        if criterion.id not in {horizontal.id, vertical.id}:
            scores = [item.scores[place] for item in items]
            mean = ratio(sum_known(scores), Decimal(sum(score is not None for score in scores)))
            if mean is None:
                return None
            rest += criterion.weight * mean
    needed = given.threshold * sum((criterion.weight for criterion in given.criteria), Decimal(0)) - rest
    low, high = ((needed - horizontal.weight * x) / vertical.weight for x in (Decimal(1), given.scale))
    return low, high
