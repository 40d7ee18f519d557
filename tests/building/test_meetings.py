"""The pack of a meeting: which review it is for, what its file is called, and when it is left alone."""

from pathlib import Path
from typing import Any

import pytest

from acbp.building.builder import build
from acbp.building.jobs import FORMATS, Options
from acbp.building.meetings import find_review, form_of, latest_period
from acbp.building.outcome import Outcome
from acbp.model import Plan
from acbp.problems import Problem
from tests.building.stand_in import Pages, write_plan
from tests.rendering.sample import make

REVIEWS = """\
reviews:
  - {period: Q2, date: 2028-07-20}
  - {period: Q1, date: 2028-04-20, audience: internal}
"""


def reviewed(*periods: str) -> Plan:
    return make(reviews=[{"period": period, "date": "2027-04-16"} for period in periods])


def render(plan: Any, workspace: Any, **how: Any) -> Pages:
    """A page that says which format and which meeting it is for."""
    said = "" if how["form"] == "review" else f"{how['form']} "
    return Pages(f"{said}{how['edition']} {how.get('period')} {how['as_of']}".encode())


def run(folder: Path, output: Path, **options: Any) -> Outcome:
    chosen = Options(output=output, **{"workers": 1, "formats": ("review",), **options})
    return build([folder], chosen, lambda *given: None, render)


def errors(outcome: Outcome) -> list[Problem]:
    return [problem for problem in outcome.plans[0].problems if problem.is_error]


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    write_plan(tmp_path / "plans", "harbour", text=REVIEWS)
    return tmp_path / "plans"


def test_the_latest_review_is_the_last_of_the_year_not_of_the_list() -> None:
    assert latest_period(reviewed("Q3", "Q1", "Q2")) == "Q3"
    assert latest_period(reviewed("Q4", "year")) == "year"
    assert latest_period(make()) is None


def test_a_period_without_a_review_is_a_problem_that_names_the_others() -> None:
    found = find_review(reviewed("Q2", "Q1"), "Q3", "internal")
    assert isinstance(found, Problem) and found.code == "E914"
    assert found.message("en") == "the plan has no review of Q3"
    assert found.hint("zh").startswith("已有复盘：Q1, Q2")
    none = find_review(make(), None, "internal")
    assert isinstance(none, Problem) and none.message("zh") == "计划中还没有复盘"


def test_only_a_pack_is_named_after_a_period() -> None:
    assert [form_of("report", "Q2"), form_of("review", "Q2")] == ["report", "review-Q2"]


def test_a_pack_is_built_for_the_latest_review_on_its_day(plans: Path, tmp_path: Path) -> None:
    outcome = run(plans, tmp_path / "output")
    assert outcome.exit_code == 0
    assert {path.name: path.read_text() for path in (tmp_path / "output").rglob("*.pdf")} == {
        "harbour-internal-review-Q2-en.pdf": "internal Q2 2028-07-20",
        "harbour-customer-review-Q2-en.pdf": "customer Q2 2028-07-20",
    }


def test_a_review_kept_among_us_has_no_pack_for_the_customer(plans: Path, tmp_path: Path) -> None:
    outcome = run(plans, tmp_path / "output", period="Q1")
    assert outcome.exit_code == 1
    (problem,) = errors(outcome)
    assert problem.message("en") == "the review of Q1 is internal: there is no customer edition of it"
    assert problem.place is not None and problem.place.line == 15
    assert [path.name for path in (tmp_path / "output").rglob("*.pdf")] == ["harbour-internal-review-Q1-en.pdf"]


def test_a_period_without_a_review_writes_nothing(plans: Path, tmp_path: Path) -> None:
    outcome = run(plans, tmp_path / "output", period="Q4")
    assert [problem.code for problem in errors(outcome)] == ["E914"]
    assert list((tmp_path / "output").rglob("*.pdf")) == []


def test_an_unchanged_pack_is_left_alone_and_a_new_review_is_not(plans: Path, tmp_path: Path) -> None:
    def unchanged(**options: Any) -> list[bool]:
        return [each.unchanged for plan in run(plans, tmp_path / "output", **options).plans for each in plan.documents]

    assert unchanged() == [False, False]
    assert unchanged() == [True, True]
    # The report and the pack of another review are documents of their own; the latest named is the latest meant.
    assert unchanged(formats=("report",)) == [False, False]
    assert unchanged(period="Q1", editions=("internal",)) == [False]
    assert unchanged(period="Q2") == [True, True]
    file = plans / "harbour.yaml"
    file.write_text(file.read_text() + "  - {period: Q3, date: 2028-10-20}\n")
    assert unchanged() == [False, False]
    assert (tmp_path / "output" / "harbour" / "harbour-internal-review-Q3-en.pdf").exists()


def test_with_all_formats_a_plan_without_a_review_has_no_pack(tmp_path: Path) -> None:
    write_plan(tmp_path / "plans", "harbour")
    plans, output = tmp_path / "plans", tmp_path / "output"
    outcome = run(plans, output, formats=FORMATS, editions=("customer",))
    assert (outcome.exit_code, errors(outcome)) == (0, [])
    assert {path.name: path.read_text().split()[0] for path in output.rglob("*.pdf")} == {
        "harbour-customer-report-en.pdf": "report",
        "harbour-customer-deck-en.pdf": "deck",
        "harbour-customer-onepage-en.pdf": "onepage",
    }
    again = run(plans, output, formats=FORMATS, editions=("customer",))
    assert [each.unchanged for each in again.plans[0].documents] == [True, True, True]
    # A review that is asked for by its period is missed all the same.
    assert [problem.code for problem in errors(run(plans, output, formats=FORMATS, period="Q2"))] == ["E914"]


def test_with_all_formats_each_edition_has_the_pack_that_it_may_see(tmp_path: Path) -> None:
    write_plan(tmp_path / "plans", "harbour", text="reviews: [{period: Q1, date: 2028-04-20, audience: internal}]\n")
    output = tmp_path / "output"
    outcome = run(tmp_path / "plans", output, formats=FORMATS)
    assert errors(outcome) == []
    assert [path.name for path in output.rglob("*review*.pdf")] == ["harbour-internal-review-Q1-en.pdf"]
    assert len(outcome.plans[0].documents) == 7
    again = run(tmp_path / "plans", output, formats=FORMATS)
    assert {each.unchanged for each in again.plans[0].documents} == {True}
