"""The deck: which slides there are, what gives way where there is too much, and how they are printed."""

from datetime import date
from typing import Any

import pytest

from acbp.rendering.deck.slide import FULL, beside
from acbp.rendering.layout import rows_height
from acbp.rendering.modules import column, line, module, table
from acbp.rendering.report import compose
from tests.editions.planting import Planter, planted_in
from tests.printing import Example, Press, Printed, print_plan

from .reading import Pdf, squeeze
from .sample import make, options
from .test_stress import LONG_EN, crowded

PRINTED = ("zh-internal-zh-deck", "en-customer-en-deck")
CUSTOMER = [
    "overview",
    "performance",
    "space",
    "opportunities",
    "strategies",
    "actions",
    "promotions",
    "financials",
    "financials",
    "customer-profit",
    "scorecard",
    "service",
    "review-Q2",
    "promises",
    "signoff",
]


GOALS = {"messages": [{"heading": "Gap", "text": "It is wide."}] * 3}


def deck(plan: Any, edition: str = "internal", **more: Any) -> dict[str, Any]:
    """The composed deck of a small plan."""
    return compose(plan, None, **options(edition) | more, form="deck")[0]


def names_of(document: dict[str, Any]) -> list[str]:
    return [page["name"] for page in document["pages"] if page["part"] == 1]


def slides_of(document: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [page for page in document["pages"] if page["name"] == name]


def modules_of(page: dict[str, Any]) -> list[dict[str, Any]]:
    return [held for row in page["rows"] for held_in in row for held in held_in["modules"]]


def first_cells(held: dict[str, Any]) -> list[str]:
    return [row["cells"][0]["word"] or row["cells"][0]["lines"][0]["text"] for row in held["rows"]]


@pytest.fixture(params=PRINTED)
def made(request: pytest.FixtureRequest, printed: Press) -> Printed:
    """One deck after the other."""
    return printed[request.param]


def test_a_deck_is_sound_and_each_slide_has_a_page_of_its_own(made: Printed) -> None:
    assert (made.problems, made.misfits) == ((), ())
    assert made.pages == 1 + len(made.document["pages"])
    assert [made.places[page["anchor"]] for page in made.document["pages"]] == list(range(2, made.pages + 1))


def test_slides_are_16_to_9_and_their_type_can_be_read_from_afar(made: Printed) -> None:
    pdf = Pdf(made.content)
    assert {(round(width, 2), round(height, 1)) for width, height in pdf.sizes} == {(338.67, 190.5)}
    chars = [char for page in pdf.chars[1:] for char in page]
    # The letter inside a status mark is the only one below the footer's size.
    assert {char.text for char in chars if char.size < 8.9} <= {"G", "A", "R"}
    assert min(char.size for char in chars) >= 7.95
    assert max(char.size for char in chars) == pytest.approx(44, abs=0.1)


def test_text_keeps_its_margins_and_stays_above_the_footer(made: Printed) -> None:
    for number, chars in enumerate(Pdf(made.content).chars[1:], start=2):
        assert min(char.left for char in chars) > 15.5, number
        assert max(char.right for char in chars) < 338.67 - 15.5, number
        assert [char for char in chars if char.top < 173.4 and char.bottom > 174.5] == [], number


def test_titles_stand_in_one_place_and_are_the_bookmarks(made: Printed) -> None:
    pdf = Pdf(made.content)
    marks = [(title, number) for _, title, number in pdf.bookmarks[1:]]
    assert marks == [(page["bookmark"], number) for number, page in enumerate(made.document["pages"], start=2)]
    for number, page in enumerate(made.document["pages"], start=2):
        title = [char for char in pdf.chars[number - 1] if char.size == pytest.approx(23, abs=0.1)]
        assert 22 < min(char.top for char in title) < 27, page["anchor"]
        assert all(squeeze(part) in pdf.texts[number - 1] for part in page["title"])
        assert len(page["title"]) <= 2 and not page["small"]


@pytest.mark.parametrize("written", ["zh", "en"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_editions_of_the_examples_have_their_slides(
    written: str, language: str, examples: dict[str, Example]
) -> None:
    example = examples[written]
    for edition, inside in (("customer", CUSTOMER), ("internal", [*CUSTOMER, "contribution", "risks"])):
        document, *_ = compose(example.plan, example.workspace, **example.options(edition, language), form="deck")
        assert sorted(names_of(document)) == sorted(inside)
        assert 15 <= 1 + len(document["pages"]) <= 20
        assert [part["number"] for part in document["parts"]] == ["1", "2", "3", "4", "5", "6"]
        assert [page["anchor"] for page in document["pages"] if rows_height(page["rows"]) > FULL] == []
        assert len(slides_of(document, "overview")) == len(slides_of(document, "review-Q2")) == 1
        marked = [page["name"] for page in document["pages"] if page["name"] in ("contribution", "risks")]
        assert marked == [page["name"] for page in document["pages"] if any(held["tag"] for held in modules_of(page))]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_internal_is_in_the_customers_deck(language: str, examples: dict[str, Example]) -> None:
    example, planter = examples[language], Planter()
    plan, workspace = planter.plant(example.plan), planter.plant(example.workspace)
    document, assets, _ = compose(plan, workspace, **example.options("customer", language), form="deck")
    assert planted_in(document) == []
    drawn = b"".join(content for _, (_, content) in assets)
    assert b"kanarienvogel" not in drawn


def test_a_plan_with_next_to_nothing_is_a_cover() -> None:
    assert deck(make())["pages"] == []
    assert print_plan(make(), None, **options(), form="deck").pages == 1


def actions_plan(done: int, open_: int) -> Any:
    statuses = [{"status": "done", "done_on": "2027-02-01"}] * done + [{"status": "open"}] * open_
    return make(
        actions=[
            {"id": f"a{n}", "name": f"Action {n}", "start": "2027-01-04", "due": "2027-12-01", **status}
            for n, status in enumerate(statuses)
        ]
    )


def shown_actions(plan: Any) -> list[list[str]]:
    slides = slides_of(deck(plan), "actions")
    return [[row["cells"][-5]["word"] for row in modules_of(slide)[0]["rows"]] for slide in slides]


def test_fourteen_actions_fill_a_slide() -> None:
    assert [len(each) for each in shown_actions(actions_plan(done=4, open_=10))] == [14]


def test_what_is_done_gives_way_before_a_second_slide_is_begun() -> None:
    (shown,) = shown_actions(actions_plan(done=8, open_=8))
    assert shown == [f"Action {n}" for n in (*range(6), *range(8, 16))]
    assert "2 more in the plan" in slides_of(deck(actions_plan(done=8, open_=8)), "actions")[0]["notes"]


def test_more_open_actions_than_a_slide_holds_go_on_overleaf() -> None:
    both = shown_actions(actions_plan(done=1, open_=16))
    assert [len(each) for each in both] == [9, 8]
    assert len(shown_actions(actions_plan(done=0, open_=60))) == 2


def test_requests_give_way_to_the_chart_above_them() -> None:
    def requests(what: str) -> list[str]:
        asked = {"side": "customer", "due": "2027-06-30"}
        plan = make(commitments=[{"id": f"c{n}", "what": f"{n} {what}", **asked} for n in range(4)], goals=GOALS)
        *_, request = modules_of(slides_of(deck(plan), "overview")[0])
        return [entry.replace("\u00a0", " ") for entry in request["entries"]]

    assert requests("coolers") == ["0 coolers (30 Jun)", "1 coolers (30 Jun)", "2 coolers (30 Jun)"]
    assert len(requests("coolers in all stores of the north and the south and in those by the sea, all year")) == 2


@pytest.mark.parametrize(("written", "share"), [("zh", "57%"), ("en", "52%")])
def test_the_title_of_the_year_is_proved_and_the_quarters_have_their_own(
    written: str, share: str, examples: dict[str, Example]
) -> None:
    example = examples[written]
    document, *_ = compose(example.plan, example.workspace, **example.options("customer", written), form="deck")
    growth, quarters = slides_of(document, "financials")
    assert [held["kind"] for held in modules_of(growth)] == ["chart", "table"]
    assert [held["kind"] for held in modules_of(quarters)] == ["table"]
    assert growth["title"] != quarters["title"] and share in "".join(quarters["title"])


def test_next_steps_are_those_of_the_review_or_else_the_actions_due_first() -> None:
    actions = [{"id": "b", "name": "Later", "due": "2027-09-01"}, {"id": "a", "name": "Sooner", "due": "2027-05-01"}]
    review = {"period": "Q1", "date": "2027-04-16", "next_steps": [{"what": "Decide", "due": "2027-04-30"}]}
    (steps,) = modules_of(slides_of(deck(make(actions=actions)), "signoff")[0])
    assert first_cells(steps) == ["Sooner", "Later"]
    (steps,) = modules_of(slides_of(deck(make(actions=actions, reviews=[review])), "signoff")[0])
    assert first_cells(steps) == ["Decide"]


def test_a_slide_says_who_has_signed() -> None:
    people = [{"id": "ann", "name": "Ann Lee", "side": "us", "title": "Director"}]
    people += [{"id": "bo", "name": "Bo Hill", "side": "customer"}]
    plan = make(
        relationships={"contacts": people},
        signoff={"signatories": [{"contact": "ann", "date": "2027-01-13"}, {"contact": "bo"}]},
    )
    (signing,) = modules_of(slides_of(deck(plan), "signoff")[0])
    said = [
        [[part["text"] for part in cell["lines"]] or cell["word"] for cell in row["cells"]] for row in signing["rows"]
    ]
    assert said == [[["Ann Lee", "Northfield, Director"], "13\u00a0Jan"], [["Bo Hill", "Castlegate"], "Open"]]


def test_before_anything_is_measured_the_scorecard_shows_its_targets() -> None:
    kpis = [{"id": "otif", "name": "On time in full", "unit": "%", "weight": 100, "target": "97%"}]
    (only,) = modules_of(slides_of(deck(make(scorecard={"kpis": kpis})), "scorecard")[0])
    assert only["kind"] == "table" and first_cells(only) == ["On time in full", "Total"]


def test_a_table_beside_a_chart_goes_on_overleaf_as_evenly_as_may_be() -> None:
    long = table("Long", [column("", 100.0)], [line([f"Row {n}"]) for n in range(20)], after="The end")
    chart = module("chart", "Chart", height="60", width="100")
    first, second = beside((100.0, chart), (100.0, long))
    assert [held["kind"] for each in first for held in each["modules"]] == ["chart", "table"]
    (left,) = second
    assert abs(len(first[1]["modules"][0]["rows"]) - len(left["modules"][0]["rows"])) <= 1
    assert (first[1]["modules"][0]["after"], left["modules"][0]["after"]) == ("", "The end")


def test_far_too_much_still_fits_its_slides() -> None:
    made = print_plan(crowded(LONG_EN, "en"), None, **options("customer"), form="deck")
    assert (made.problems, made.misfits) == ((), ())
    assert made.pages == 1 + len(made.document["pages"])
    assert sum(page["name"] == "actions" for page in made.document["pages"]) == 2


def test_the_authors_arrangement_holds_for_slides_too() -> None:
    sections: dict[str, Any] = {
        "actions": [{"id": "a", "name": "Act", "due": "2027-05-01"}],
        "risks": [{"id": "r", "name": "Rain", "likelihood": 3, "impact": 3}],
        "layout": {"groups": [{"name": "Doing", "pages": ["actions"]}, {"name": "Signing", "pages": ["signoff"]}]},
    }
    document = deck(make(**sections), as_of=date(2027, 4, 16))
    assert [(page["name"], page["section"]) for page in document["pages"]] == [("actions", "1"), ("signoff", "2")]
    assert [part["name"] for part in document["parts"]] == ["Doing", "Signing"]


def test_a_long_title_on_the_cover_is_set_smaller() -> None:
    assert deck(make())["cover"]["small"] is False
    assert deck(make(heading={"title": "A plan with a name as long as this " * 3}))["cover"]["small"] is True
