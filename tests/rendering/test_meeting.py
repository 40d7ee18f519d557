"""The pack of a review's meeting: in its order, for both audiences and languages, and knowing nothing of later days."""

from typing import Any

import pytest

from acbp.model import Plan
from acbp.rendering.report import compose
from tests.editions.test_customer_pdf import secrets_of
from tests.printing import Example, Press

from .reading import Pdf, squeeze
from .sample import make, options

ORDER = [
    "meeting",
    "meeting-scorecard",
    "review-Q2",
    "meeting-landing",
    "meeting-answers",
    "promises",
    "meeting-open",
    "meeting-next",
]


def pack(plan: Plan, period: str = "Q2", edition: str = "internal", **more: Any) -> dict[str, Any]:
    """The composed pack of a small plan."""
    return compose(plan, None, **options(edition), form="review", period=period, **more)[0]


def texts_in(held: Any) -> list[str]:
    """Every text of a composed document."""
    if isinstance(held, str):
        return [held]
    children = held.values() if isinstance(held, dict) else held if isinstance(held, (list, tuple)) else ()
    return [text for child in children for text in texts_in(child)]


def names_of(document: dict[str, Any]) -> list[str]:
    return [page["name"] for page in document["pages"] if page["part"] == 1]


@pytest.mark.parametrize("written", ["zh", "en"])
@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_the_second_quarters_pack_of_each_example(
    written: str, edition: str, examples: dict[str, Example], printed: Press
) -> None:
    made = printed[f"{written}-{edition}-{written}-review-Q2"]
    assert [problem.code for problem in made.problems] == []
    assert made.misfits == ()
    assert names_of(made.document) == ORDER
    assert 8 <= made.pages <= 12
    assert [part["number"] for part in made.document["parts"]] == ["1", "2", "3", "4"]
    # In the other language it has the same pages.
    example, other = examples[written], "en" if written == "zh" else "zh"
    document, _, problems = compose(example.plan, example.workspace, **example.options(edition, other, "review", "Q2"))
    assert (names_of(document), problems) == (ORDER, [])


@pytest.mark.parametrize("written", ["zh", "en"])
def test_the_customers_pack_holds_nothing_internal(written: str, examples: dict[str, Example], printed: Press) -> None:
    # Short ones may be said by others too: "k cases" is a unit of ours, and of the table of volumes.
    secrets = {text for each in secrets_of(examples[written].plan) if len(text := squeeze(each)) >= 8}

    def told(edition: str) -> set[str]:
        text = Pdf(printed[f"{written}-{edition}-{written}-review-Q2"].content).text
        return {secret for secret in secrets if secret in text}

    assert told("customer") == set()
    assert told("internal")


def test_the_customers_pack_is_the_same_whatever_we_forecast() -> None:
    ours = {"forecast": 110, "internal_note": "Ask for less"}
    plain, telling = (pack(reviewed(5, **more), "Q1", "customer") for more in ({}, ours))
    assert plain == telling
    assert pack(reviewed(5), "Q1") != pack(reviewed(5, **ours), "Q1")


def test_a_pack_knows_nothing_of_what_came_later(examples: dict[str, Example]) -> None:
    example = examples["en"]
    document = compose(example.plan, example.workspace, **example.options("internal", "en", "review", "Q1"))[0]
    printed = squeeze("\n".join(texts_in(document)))
    later = next(review for review in example.plan.reviews if review.period == "Q2")
    assert later.summary and later.decisions
    assert not [text for text in (later.summary, *later.decisions) if squeeze(text) in printed]
    assert "Q1 2027 review" in texts_in(document["cover"])
    assert document["cover"]["meta"][2]["lines"] == ["21\u00a0April 2027"]


def test_a_review_of_few_words_still_makes_a_pack() -> None:
    document = pack(make(reviews=[{"period": "Q2", "date": "2027-07-20"}]))
    assert [page["name"] for page in document["pages"]] == ["meeting"]
    assert document["pages"][0]["bookmark"] == "Q2 review"
    assert "The review has not been written yet." in texts_in(document["pages"])


def reviewed(actual: int, **more: Any) -> Plan:
    """A plan of two categories with one quarter reviewed."""
    categories = [
        {"category": "tea", "quarters": {"Q1": 10, "Q2": 10, "Q3": 10, "Q4": 10}},
        {"category": "water", "quarters": {"Q1": 20, "Q2": 20, "Q3": 20, "Q4": 20}},
    ]
    held = {"period": "Q1", "date": "2027-04-20", "actuals": {"categories": {"tea": actual, "water": 21}}}
    return make(
        {"categories": [{"id": "tea", "name": "Tea"}, {"id": "water", "name": "Water"}]},
        financials={"categories": categories},
        reviews=[held | more],
    )


def title_of(document: dict[str, Any], name: str) -> str:
    return next(page["bookmark"] for page in document["pages"] if page["name"] == name).replace("\u00a0", " ")


def test_the_bridge_goes_from_plan_to_actual_by_category() -> None:
    document = pack(reviewed(5), "Q1")
    (chart,) = [text for text in texts_in(document["pages"]) if text.startswith("Bridge from plan to actual")]
    assert chart.endswith("Q1 plan 30, Tea −5, Water +1 and Q1 actual 26")
    assert title_of(document, "meeting-landing") == (
        "The year lands at RMB 104, RMB 16 short of plan; each quarter left must bring RMB 31.33 to reach it"
    )


def test_a_quarter_ahead_says_so() -> None:
    document = pack(reviewed(12, decisions_wanted=["A second door"]), "Q1")
    assert (
        title_of(document, "meeting")
        == "Q1 review: one decision wanted; the year lands at RMB 132, RMB 12 ahead of plan"
    )


def test_what_is_behind_without_an_answer_is_a_marked_gap() -> None:
    kpis = [{"id": "share", "name": "Share", "unit": "%", "weight": 100, "target": "20%", "quarters": {"Q1": "20%"}}]
    plan = make(
        scorecard={"kpis": kpis},
        reviews=[{"period": "Q1", "date": "2027-04-20", "actuals": {"kpis": {"share": "15%"}}}],
    )
    document = pack(plan, "Q1")
    assert title_of(document, "meeting-answers") == "One measure is amber or red and has no answer yet"
    assert {"[cause to be added]", "[remedy to be added]"} <= set(texts_in(document["pages"]))


def test_every_open_action_is_carried_over() -> None:
    actions = [
        {"id": "a", "name": "Due and forgotten", "due": "2027-03-31"},
        {"id": "b", "name": "Due and moved", "due": "2027-03-31"},
        {"id": "c", "name": "Under way", "start": "2027-03-01", "due": "2027-06-30"},
        {"id": "d", "name": "Done in time", "due": "2027-03-31", "status": "done", "done_on": "2027-03-30"},
    ]
    carried = [{"action": "b", "outcome": "moved", "due": "2027-05-31", "reason": "Late goods"}]
    plan = make(actions=actions, reviews=[{"period": "Q1", "date": "2027-04-20", "carried": carried}])
    document = pack(plan, "Q1")
    assert title_of(document, "meeting-open") == ("Two actions were due: none done, one moved, nothing is said of one")
    page = next(page for page in document["pages"] if page["name"] == "meeting-open")
    shown = texts_in(page["rows"])
    assert {"Due and forgotten", "Due and moved", "Under way", "Late goods", "Not said"} <= set(shown)
    assert "Done in time" not in shown
    # What is due next quarter stands on the page of that quarter too.
    assert "Under way" in texts_in(next(page for page in document["pages"] if page["name"] == "meeting-next"))


def test_the_year_has_no_next_quarter() -> None:
    steps = [{"what": "Write the next plan"}]
    document = pack(make(reviews=[{"period": "year", "date": "2028-01-20", "next_steps": steps}]), "year")
    assert title_of(document, "meeting-next") == "One next step, with owner and date"


def test_a_period_that_was_never_reviewed_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        pack(make(), "Q3")
