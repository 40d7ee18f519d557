"""A plan and its history → what its reviews forecast, as it stood on record before each later period ended."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from acbp.analysis.landing import RememberedForecast
from acbp.analysis.scorecard import PERIODS
from acbp.history.git import Commit, GitFault
from acbp.history.versions import Versions, open_versions
from acbp.model.periods import Period, last_day, quarter_end

Recollection = tuple[RememberedForecast, ...] | None


def recall_forecasts(path: Path, plan: Any, edition: str, until: str | None = None) -> Recollection:
    """Return the forecasts of a plan's earlier reviews that were committed before a later reviewed period ended.

    Nothing after the commit ``until`` is looked at. A version counts that bears a day before that end too: one that was
    dated later says nothing of what was expected then. None where there is nothing to recall, where git cannot tell or
    older versions were never fetched, and for the customer, who never sees a forecast of ours.
    """
    periods = sorted((review.period for review in plan.reviews), key=PERIODS.index)
    if edition != "internal" or len(periods) < 2:
        return None
    try:
        versions = open_versions(path)
        if versions.repository.is_shallow():
            return None
        commits = versions.commits(until)
    except GitFault:
        return None
    return tuple(
        found
        for at, period in enumerate(periods[1:], start=1)
        for found in _recall(versions, commits, period, _end(plan, period), periods[:at])
    )


def _end(plan: Any, period: Period) -> date:
    year, start = plan.plan.year, plan.plan.fiscal_start
    return last_day(year, start) if period == "year" else quarter_end(year, start, period)


def _recall(
    versions: Versions, commits: list[Commit], until: Period, end: date, periods: list[Period]
) -> Iterator[RememberedForecast]:
    for commit in commits:
        if commit.date <= end and (plan := _read(versions, commit)) is not None:
            if plan.plan.date <= end:
                for review in plan.reviews:
                    if review.period in periods and review.forecast is not None:
                        yield RememberedForecast(review.period, until, review.forecast, plan.plan.version, commit.date)
            return


def _read(versions: Versions, commit: Commit) -> Any:
    """The plan in a commit; None where it cannot be read, or is not there."""
    try:
        return versions.of(commit).loaded.plan
    except GitFault:
        return None
