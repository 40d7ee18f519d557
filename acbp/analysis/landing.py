"""Where the year is going to land, what the rest of it has to bring, and how good the forecast was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Figure, difference, product, share, total
from acbp.analysis.variance import ReviewedYear, elapsed
from acbp.model.periods import QUARTERS, Period, Quarter


@dataclass(frozen=True, slots=True)
class Landing:
    """Where the year is going to land."""

    method: Literal["actual", "phasing", "run-rate"]
    """The whole year is known; by the plan's phasing; or by the plain run rate, where no phasing is given."""
    year_to_date: Decimal
    elapsed: Decimal
    """Σ of the phasing weights of the quarters that are over, as a fraction."""
    landing: Decimal
    """year to date ÷ elapsed."""
    gap: Figure
    """landing − plan."""


@dataclass(frozen=True, slots=True)
class ToGo:
    """What the rest of the year has to bring."""

    remaining: Decimal
    """plan − year to date."""
    quarters_left: int
    per_quarter: Decimal
    run_rate: Decimal
    """Per quarter so far."""
    stretch: Figure
    """per quarter to go ÷ run rate."""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How good the forecast was, once the year is known."""

    actual: Decimal
    accuracy: Decimal
    """1 − |actual − forecast| ÷ actual."""
    bias: Decimal
    """(forecast − actual) ÷ actual; positive where we hoped for too much."""


@dataclass(frozen=True, slots=True)
class RememberedForecast:
    """What a review forecast, as it stood on record before the end of a later period."""

    period: Period
    """Of the review that forecast."""
    until: Period
    """The later period, before whose end the version was committed."""
    forecast: Decimal
    """Of the whole year."""
    version: str
    day: date
    """On which it was committed."""


@dataclass(frozen=True, slots=True)
class TrackedForecast:
    """What an earlier review forecast, beside what has come since."""

    period: Period
    """Of the earlier review."""
    forecast: Decimal
    """Of the whole year."""
    remembered: RememberedForecast | None
    """Where it is on record; None where only the plan says so."""
    expected: Decimal
    """Of the quarters since: (forecast − year to date then) × their share of the plan for the rest of the year."""
    since: Accuracy
    """The expected beside what came in those quarters."""


@dataclass(frozen=True, slots=True)
class CumulatedQuarter:
    """The year to date at the end of a quarter."""

    quarter: Quarter
    plan: Figure
    actual: Figure
    landing: Figure
    """None before the last actual, equal to it there, then going on."""


def land(year: ReviewedYear, period: Period) -> Landing | None:
    """Project the year from what it has brought by the end of a period; None where a quarter before is not known."""
    passed = year.to_date(period, None).actual
    if passed is None:
        return None
    weight = _weight(year, period)
    if weight is None or weight <= 0:
        return None
    landing = passed / weight
    method: Literal["actual", "phasing", "run-rate"] = "phasing" if _is_phased(year) else "run-rate"
    if len(elapsed(period)) == len(QUARTERS):
        method, landing, weight = "actual", passed, Decimal(1)
    return Landing(method, passed, weight, landing, difference(landing, year.plan_of("year")))


def _is_phased(year: ReviewedYear) -> bool:
    whole = year.plan_of("year")
    return whole is not None and whole > 0


def _weight(year: ReviewedYear, period: Period) -> Figure:
    """Share of the year that is over: by the plan's quarters, else by their number."""
    passed = elapsed(period)
    if _is_phased(year):
        return share(total(year.plan_of(quarter) for quarter in passed), year.plan_of("year"))
    return Decimal(len(passed)) / len(QUARTERS)


def cumulate(year: ReviewedYear, period: Period, landing: Landing | None) -> tuple[CumulatedQuarter, ...]:
    """Add up plan, actual and projection quarter by quarter, as known at the end of a period."""
    last = elapsed(period)[-1]
    result = []
    for place, quarter in enumerate(QUARTERS):
        known = quarter in elapsed(period)
        projected = None
        if landing is not None and quarter == last:
            projected = landing.year_to_date
        elif landing is not None and not known:
            projected = product(landing.landing, _weight(year, quarter))
        result.append(
            CumulatedQuarter(
                quarter=quarter,
                plan=total(year.plan_of(one) for one in QUARTERS[: place + 1]),
                actual=year.to_date(quarter, None).actual if known else None,
                landing=projected,
            )
        )
    return tuple(result)


def work_out_to_go(year: ReviewedYear, period: Period) -> ToGo | None:
    """Work out what each quarter left has to bring; None at the end of the year or where a figure is missing."""
    done = len(elapsed(period))
    whole, passed = year.plan_of("year"), year.to_date(period, None).actual
    left = len(QUARTERS) - done
    if not left or whole is None or passed is None:
        return None
    per_quarter, run_rate = (whole - passed) / left, passed / done
    return ToGo(whole - passed, left, per_quarter, run_rate, share(per_quarter, run_rate))


def score_forecast(forecast: Figure, actual: Figure) -> Accuracy | None:
    """Set a forecast of the year beside what the year brought; None before that is known."""
    if forecast is None or actual is None or actual <= 0:
        return None
    bias = (forecast - actual) / actual
    return Accuracy(actual, 1 - abs(bias), bias)


def track_forecasts(
    year: ReviewedYear,
    forecasts: Mapping[Period, Figure],
    period: Period,
    remembered: Iterable[RememberedForecast] = (),
) -> tuple[TrackedForecast, ...]:
    """Set the year's forecasts of earlier reviews beside what has come since, by the end of a period.

    What is on record from before that end goes before what the plan says by now. A forecast of the year says nothing of
    its quarters: what was still to come is spread by the plan's phasing, or evenly where there is none. Left out where
    nothing has come since, or a figure is missing.
    """
    recorded = {held.period: held for held in remembered if held.until == period}
    result = []
    for earlier, stated in forecasts.items():
        record = recorded.get(earlier)
        forecast = record.forecast if record else stated
        since = [quarter for quarter in elapsed(period) if quarter not in elapsed(earlier)]
        rest = [quarter for quarter in QUARTERS if quarter not in elapsed(earlier)]
        then = year.to_date(earlier, None).actual
        came = difference(year.to_date(period, None).actual, then)
        if not since or forecast is None or then is None:
            continue
        weight: Figure = Decimal(len(since)) / len(rest)
        if _is_phased(year):
            weight = share(total(map(year.plan_of, since)), total(map(year.plan_of, rest)))
        expected = product(forecast - then, weight)
        scored = score_forecast(expected, came)
        if expected is not None and scored is not None:
            result.append(TrackedForecast(earlier, forecast, record, expected, scored))
    return tuple(result)
