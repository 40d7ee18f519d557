"""What a plan's reviews forecast, as it stood on record before each later period ended."""

from decimal import Decimal
from pathlib import Path

import pytest

from acbp.analysis.figures import analyse
from acbp.analysis.landing import RememberedForecast
from acbp.editions import for_customer
from acbp.history.recollection import recall_forecasts
from acbp.loading import load_plan
from tests.history.ledger import PLAN, Ledger

HARBOUR = Path("harbour.yaml")


def dated(day: str, version: str, *reviews: tuple[str, str, str]) -> str:
    """A plan of a day and version, with reviews: period, actual, forecast (nothing where it is empty)."""
    text = PLAN.replace("2027-01-04", f"{day}\n  version: {version}") + "reviews:\n"
    for period, actual, forecast in reviews:
        told = f", forecast: {forecast}" if forecast else ""
        text += f"  - {{period: {period}, date: {day}{told}, actuals: {{categories: {{tea: {actual}}}}}}}\n"
    return text


FIRST = ("Q1", "12", "110")
SECOND = ("Q2", "22", "115")


@pytest.fixture
def plan(ledger: Ledger) -> Ledger:
    """Q1 forecasts 110; that is put to 108 in June, and to 104 once Q2 is known, as if it had always been so."""
    ledger.write("harbour.yaml", dated("2027-04-10", "V1.1", FIRST))
    ledger.commit("Q1", "2027-04-10")
    ledger.write("harbour.yaml", dated("2027-06-10", "V1.2", ("Q1", "12", "108")))
    ledger.commit("Lower the forecast", "2027-06-10")
    ledger.write("harbour.yaml", dated("2027-07-10", "V2.0", ("Q1", "12", "104"), SECOND))
    ledger.commit("Q2", "2027-07-10")
    return ledger


def recalled(edition: str = "internal", until: str | None = None) -> tuple[RememberedForecast, ...] | None:
    return recall_forecasts(HARBOUR, load_plan(HARBOUR).plan, edition, until)


def test_the_last_forecast_before_the_period_ended_counts(plan: Ledger) -> None:
    (found,) = recalled()
    assert (found.period, found.until, found.forecast) == ("Q1", "Q2", 108_000)
    assert (found.version, found.day.isoformat()) == ("V1.2", "2027-06-10")
    read = load_plan(HARBOUR).plan
    (tracked,) = analyse(read, None, read.plan.date, (found,)).reviews[1].tracked
    # 108 − 12 were to come after Q1, 20 ÷ 90 of them in Q2.
    assert (tracked.forecast, tracked.remembered) == (108_000, found)
    assert tracked.since.actual == 22_000 and abs(tracked.expected - Decimal(96_000) * 20 / 90) < Decimal("1e-15")
    (stated,) = analyse(read, None, read.plan.date).reviews[1].tracked
    assert (stated.forecast, stated.remembered) == (104_000, None)


def test_a_forecast_that_the_plan_no_longer_has_is_remembered(plan: Ledger) -> None:
    plan.write("harbour.yaml", dated("2027-07-10", "V2.0", ("Q1", "12", ""), SECOND))
    (found,) = recalled()
    assert found.forecast == 108_000


def test_each_later_period_has_a_record_of_its_own(plan: Ledger) -> None:
    reviews = (("Q1", "12", "104"), SECOND, ("Q3", "33", "120"), ("year", "125", ""))
    plan.write("harbour.yaml", dated("2028-01-20", "V3.0", *reviews))
    plan.commit("The year", "2028-01-20")
    assert [(held.until, held.period, held.forecast) for held in recalled()] == [
        ("Q2", "Q1", 108_000),
        ("Q3", "Q1", 104_000),
        ("Q3", "Q2", 115_000),
        ("year", "Q1", 104_000),
        ("year", "Q2", 115_000),
    ]


def test_what_came_after_a_commit_is_not_looked_at(plan: Ledger) -> None:
    until = plan.git("rev-parse", "HEAD").strip()
    then = recalled(until=until)
    plan.git("mv", "harbour.yaml", "renamed.yaml")
    plan.commit("Rename, on a day that makes it the last before the end", "2027-06-20")
    read = load_plan(Path("renamed.yaml")).plan
    assert recall_forecasts(Path("renamed.yaml"), read, "internal", until) == then


def test_a_version_with_faults_is_passed_over_and_a_later_dated_one_proves_nothing(ledger: Ledger) -> None:
    ledger.write("harbour.yaml", dated("2027-04-10", "V1.1", FIRST))
    ledger.commit("Q1", "2027-04-10")
    ledger.write("harbour.yaml", dated("2027-04-10", "V1.1", FIRST).replace("year: 2027", "year: soon", 1))
    ledger.commit("Slip", "2027-05-10")
    ledger.write("harbour.yaml", dated("2027-07-10", "V2.0", FIRST, SECOND))
    ledger.commit("Q2", "2027-07-10")
    assert [held.forecast for held in recalled()] == [110_000]
    ledger.write("harbour.yaml", dated("2027-07-10", "V2.0", ("Q1", "12", "90"), SECOND))
    ledger.commit("Dated later than it was committed", "2027-06-20")
    assert recalled() == ()


def test_the_customer_and_a_plan_without_history_have_no_record(plan: Ledger, tmp_path: Path) -> None:
    assert recalled("customer") is None
    read = load_plan(HARBOUR).plan
    assert [review.forecast for review in for_customer(read).reviews] == [None, None]
    (tmp_path / "lone.yaml").write_text(HARBOUR.read_text("utf-8"), encoding="utf-8")
    assert recall_forecasts(tmp_path / "lone.yaml", read, "internal") is None
    plan.git("clone", "-q", "--depth", "1", plan.folder.as_uri(), str(tmp_path / "clone"))
    assert recall_forecasts(tmp_path / "clone/harbour.yaml", read, "internal") is None
    plan.write("harbour.yaml", dated("2027-04-10", "V1.1", FIRST))
    assert recalled() is None
