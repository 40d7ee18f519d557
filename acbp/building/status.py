"""Many plans → where each of them stands on a day: its step, how full it is, its score, and what is late or stale."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acbp.problems import Problem

if TYPE_CHECKING:
    from acbp.model import Plan, Workspace

_STEPS = {
    "draft": ("草稿", "draft"),
    "proposed": ("已提出", "proposed"),
    "agreed": ("已同意", "agreed"),
    "closed": ("已结束", "closed"),
}
_HEADS = (
    ("计划", "plan"),
    ("版本", "version"),
    ("状态", "step"),
    ("完整度", "complete"),
    ("得分", "score"),
    ("延误", "late"),
    ("下次复盘", "next review"),
    ("过期", "stale"),
)
_NONE = "–"


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """Where one plan stands; with ``errors`` nothing else of it is known but its name."""

    name: str
    errors: int = 0
    id: str = ""
    customer: str = ""
    year: int = 0
    version: str = ""
    step: str = ""
    completeness: Decimal | None = None
    """Share of what the method asks for that is filled in, 0 to 1."""
    score: Decimal | None = None
    """The scorecard at the latest period with actuals, 0 to 100 × cap; None before."""
    period: str | None = None
    """That period."""
    late: int = 0
    """Actions past their date."""
    next_review: str | None = None
    """The first period of the calendar that is not reviewed yet."""
    next_date: date | None = None
    stale: tuple[str, ...] = ()
    """What was not looked after for too long: the customer's profile, and figures whose day lies too far back."""


def list_status(paths: Iterable[Path], as_of: date) -> tuple[list[PlanStatus], list[Problem]]:
    """Return where every plan at or below these paths stands on a day, and what could not be found."""
    from acbp.loading import discover, load_plan

    sources, problems = discover(paths)
    found = []
    for source in sources:
        loaded = load_plan(source)
        errors = sum(problem.is_error for problem in loaded.problems)
        if loaded.plan is None or loaded.workspace is None:
            found.append(PlanStatus(source.name, errors))
        else:
            found.append(_judge(source.name, loaded.plan, loaded.workspace, as_of))
    return found, problems


def _judge(name: str, plan: "Plan", workspace: "Workspace", as_of: date) -> PlanStatus:
    from acbp.analysis.actions import follow_actions
    from acbp.analysis.catalogue import list_names
    from acbp.analysis.completeness import measure_completeness
    from acbp.analysis.scorecard import score_kpis

    heading = plan.plan
    actions, card = follow_actions(plan, list_names(plan, workspace), as_of), score_kpis(plan)
    reviewed = {review.period for review in plan.reviews if review.actuals is not None}
    coming = min(
        ((each.date, each.period) for each in heading.review_calendar if each.period not in reviewed),
        default=(None, None),
    )
    return PlanStatus(
        name,
        id=heading.id,
        customer=str(plan.account.short_name),
        year=heading.year,
        version=str(heading.version),
        step=heading.status,
        completeness=measure_completeness(plan, as_of).share,
        score=card.total if card and card.period else None,
        period=card.period if card else None,
        late=actions.counts["late"] if actions else 0,
        next_review=coming[1],
        next_date=coming[0],
        stale=tuple(_stale(plan, "", workspace.stale_after, as_of)),
    )


def _stale(value: Any, name: str, limit: int, as_of: date) -> Iterator[str]:
    from acbp.model.account import Profile
    from acbp.model.base import Part
    from acbp.model.provenance import Sourced

    figure = getattr(value, "value", value)
    if isinstance(figure, Sourced):
        if figure.as_of is not None and (as_of - figure.as_of).days > limit:
            yield name
    elif isinstance(value, Part):
        if isinstance(value, Profile) and value.updated and (as_of - value.updated).days > limit:
            yield name
        for field in type(value).model_fields:
            yield from _stale(getattr(value, field), f"{name}.{field}" if name else field, limit, as_of)
    elif isinstance(value, tuple):
        for place, item in enumerate(value, start=1):
            yield from _stale(item, f"{name}[{getattr(item, 'id', None) or place}]", limit, as_of)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _stale(item, f"{name}.{key}", limit, as_of)


def to_text(plans: Sequence[PlanStatus], lang: str) -> str:
    """A table of the plans for a terminal, its columns aligned by display width; what is stale is named below it."""
    chinese = lang == "zh"
    rows = [[zh if chinese else en for zh, en in _HEADS]]
    for plan in plans:
        if plan.errors:
            told = f"{plan.errors} 个错误" if chinese else f"{plan.errors} error{'s' if plan.errors > 1 else ''}"
            rows.append([plan.name, _NONE, told, *[_NONE] * 5])
            continue
        review = f"{plan.next_review} {plan.next_date}" if plan.next_review else _NONE
        rows.append(
            [
                plan.name,
                plan.version,
                _STEPS[plan.step][0 if chinese else 1],
                _NONE if plan.completeness is None else f"{plan.completeness:.0%}",
                _NONE if plan.score is None else f"{plan.score:.1f} ({plan.period})",
                str(plan.late),
                review,
                str(len(plan.stale)),
            ]
        )
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(text + " " * (w - _width(text)) for text, w in zip(row, widths, strict=True)) for row in rows]
    lines += [f"{'过期' if chinese else 'stale'}: {plan.name}: {', '.join(plan.stale)}" for plan in plans if plan.stale]
    return "\n".join(line.rstrip() for line in lines)


def to_json(plans: Sequence[PlanStatus], as_of: date) -> str:
    """The plans as JSON: shares and scores as texts of decimals, days as 2027-03-01, what is unknown as null."""
    listed = [asdict(plan) for plan in plans]
    return json.dumps({"version": 1, "as_of": as_of, "plans": listed}, ensure_ascii=False, indent=2, default=str)


def _width(text: str) -> int:
    """The columns that a text takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
