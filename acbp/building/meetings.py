"""Which review the pack of a meeting is for, and what its file is called after."""

from typing import TYPE_CHECKING

from acbp.building import build_codes  # noqa: F401  (registers the codes)
from acbp.building.jobs import EDITIONS
from acbp.problems import Place, Problem

if TYPE_CHECKING:
    from acbp.model import Plan
    from acbp.model.progress import Review

FORM = "review"
"""The format of a pack; its documents are `review-Q2` and the like."""


def form_of(form: str, period: str | None) -> str:
    """What a document's format is called in the name of its file: a pack is named after its period too."""
    return f"{form}-{period}" if form == FORM else form


def latest_period(plan: "Plan") -> str | None:
    """The last period of the year that the plan has a review of; None without any."""
    from acbp.analysis.scorecard import PERIODS

    return max((review.period for review in plan.reviews), key=PERIODS.index, default=None)


def list_packless(plan: "Plan") -> list[str]:
    """The editions for which there is no pack of the latest review."""
    return [edition for edition in EDITIONS if isinstance(find_review(plan, None, edition), Problem)]


def find_review(plan: "Plan", period: str | None, edition: str, place: Place | None = None) -> "Review | Problem":
    """The review of a period, by default the latest, as one edition may see it; E914 at `place` where there is none."""
    from acbp.editions import for_customer

    wanted = period or latest_period(plan)
    if wanted is None:
        return Problem("E914", {"variant": "none"}, place)
    known = {review.period: review for review in plan.reviews}
    if wanted not in known:
        return Problem("E914", {"period": wanted, "known": ", ".join(sorted(known)) or "-"}, place)
    shown = known if edition != "customer" else {review.period: review for review in for_customer(plan).reviews}
    return shown[wanted] if wanted in shown else Problem("E914", {"variant": "internal", "period": wanted}, place)
