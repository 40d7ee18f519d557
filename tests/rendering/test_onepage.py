"""The plan on one page: all that both sides sign, and never a second page."""

from datetime import date
from typing import Any

import pytest

from acbp.rendering.onepage.blocks import shorten
from acbp.rendering.report import compose
from tests.editions.planting import Planter, planted_in
from tests.printing import Example, Press, Printed, print_plan

from .reading import Pdf, squeeze
from .sample import make, options
from .test_stress import LONG_EN, LONG_ZH, crowded

PRINTED = ("zh-customer-zh-onepage", "en-internal-en-onepage")


def modules_of(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What stands on the page, by heading or else by kind."""
    (page,) = document["pages"]
    held = [made for row in page["rows"] for column in row for made in column["modules"]]
    return {made["heading"] or made["kind"]: made for made in held}


def sheet(plan: Any, edition: str = "internal", **more: Any) -> dict[str, dict[str, Any]]:
    """What stands on the page of a small plan."""
    return modules_of(compose(plan, None, **options(edition) | more, form="onepage")[0])


def rows_of(held: dict[str, Any]) -> list[list[str]]:
    """The texts of a table's cells."""
    return [
        [
            cell["word"] or " ".join(f"{part['text']} {part['unit']}".strip() for part in cell["lines"])
            for cell in row["cells"]
        ]
        for row in held["rows"]
    ]


@pytest.fixture(params=PRINTED)
def made(request: pytest.FixtureRequest, printed: Press) -> Printed:
    """One page after the other."""
    return printed[request.param]


def assert_in_place(made: Printed) -> None:
    """One A4 page without a fault, in type that can be read, with a free foot."""
    assert (made.pages, made.problems, made.misfits) == (1, (), ())
    pdf = Pdf(made.content)
    assert [(round(width), round(height)) for width, height in pdf.sizes] == [(210, 297)]
    (chars,) = pdf.chars
    assert min(char.size for char in chars) >= 6.95
    assert min(char.left for char in chars) > 13 and max(char.right for char in chars) < 197
    foot = min(char.top for char in chars if char.top > 286)
    assert max(char.bottom for char in chars if char.top < 286) < foot
    assert foot > 287 and max(char.bottom for char in chars) < 293


def test_the_examples_fit_one_page_and_fill_it(made: Printed) -> None:
    assert_in_place(made)
    (chars,) = Pdf(made.content).chars
    assert max(char.bottom for char in chars if char.top < 286) > 270


def test_its_only_bookmark_is_its_title(made: Printed) -> None:
    (page,) = made.document["pages"]
    pdf = Pdf(made.content)
    assert [(squeeze(title), number) for _, title, number in pdf.bookmarks] == [(squeeze(page["bookmark"]), 1)]
    assert all(squeeze(line) in pdf.text for line in page["title"])


@pytest.mark.parametrize("written", ["zh", "en"])
@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_both_sides_see_the_same_on_it(written: str, edition: str, examples: dict[str, Example]) -> None:
    example = examples[written]
    document, *_ = compose(example.plan, example.workspace, **example.options(edition, written), form="onepage")
    held = modules_of(document)
    assert {"statement", "headlines", "signing"} <= set(held)
    assert sum(made["kind"] == "table" for made in held.values()) == 8
    assert [len(side["people"]) for side in held["signing"]["sides"]] == [2, 2]
    other = "customer" if edition == "internal" else "internal"
    twin, *_ = compose(example.plan, example.workspace, **example.options(other, written), form="onepage")
    assert list(held) == list(modules_of(twin))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_internal_is_on_the_customers_page(language: str, examples: dict[str, Example]) -> None:
    example, planter = examples[language], Planter()
    plan, workspace = planter.plant(example.plan), planter.plant(example.workspace)
    document, assets, _ = compose(plan, workspace, **example.options("customer", language), form="onepage")
    assert planted_in(document) == []
    assert b"kanarienvogel" not in b"".join(content for _, (_, content) in assets)


@pytest.mark.parametrize(("name", "language"), [(LONG_ZH, "zh"), (LONG_EN, "en")])
def test_it_stays_one_page_whatever_the_plan_holds(name: str, language: str) -> None:
    made = print_plan(crowded(name, language), None, **options("customer", language), form="onepage")
    assert_in_place(made)
    assert any(held.get("aside") for held in modules_of(made.document).values())


def test_a_plan_with_next_to_nothing_can_be_signed() -> None:
    made = print_plan(make(), None, **options(), form="onepage")
    assert (made.pages, made.problems) == (1, ())
    assert list(modules_of(made.document)) == ["signing"]
    (side, _) = modules_of(made.document)["signing"]["sides"]
    assert side["people"] == [{"name": "", "title": "", "date": ""}]


def test_each_strategy_has_what_both_sides_gain_and_what_secures_them_has_no_value() -> None:
    plan = make(
        objectives=[{"id": "o", "name": "Grow"}],
        strategies=[
            {
                "id": "a",
                "objective": "o",
                "name": "Bay",
                "how": "-",
                "customer_benefit": "More margin",
                "value": 5000,
                "customer_value": 200,
            },
            {"id": "b", "objective": "o", "name": "Supply", "how": "-", "customer_benefit": "Fewer gaps"},
        ],
    )
    held = sheet(plan)["Strategies and what both sides gain"]
    assert [[cell.replace("\u00a0", " ") for cell in row] for row in rows_of(held)] == [
        ["① Bay", "More margin", "+200", "—", "+5,000"],
        ["② Supply", "Fewer gaps", "enabler", "—", "enabler"],
    ]


def test_the_milestones_ahead_come_before_those_reached() -> None:
    actions = [
        {"id": f"a{n}", "name": f"Reached {n}", "due": "2027-01-20", "status": "done", "milestone": "Done"}
        for n in range(7)
    ]
    actions.append({"id": "b", "name": "Ahead", "due": "2027-11-01", "milestone": "Open"})
    actions.append({"id": "c", "name": "Dropped", "due": "2027-11-01", "status": "dropped"})
    held = sheet(make(actions=actions))["Main milestones"]
    assert [name for name, _ in rows_of(held)] == [*(f"Reached {n}" for n in range(7)), "Ahead"]
    actions += [{"id": f"d{n}", "name": f"Later {n}", "due": f"2027-12-{n + 10}"} for n in range(8)]
    held = sheet(make(actions=actions))["Main milestones"]
    assert [name for name, _ in rows_of(held)] == ["Ahead", *(f"Later {n}" for n in range(7))]
    assert held["aside"] == "8 more in the plan"


def test_a_late_milestone_stands_with_its_new_date() -> None:
    late = {"name": "Late", "due": "2027-03-31", "recovery_date": "2027-08-13"}
    actions = [
        {"id": "a", **late},
        {"id": "b", "name": "Ahead", "due": "2027-06-30"},
        {"id": "c", **late, "status": "done"},
    ]
    held = sheet(make(actions=actions))["Main milestones"]
    assert [[cell.replace("\u00a0", " ") for cell in row] for row in rows_of(held)] == [
        ["Late", "31 Mar"],
        ["Ahead", "30 Jun"],
        ["Late", "13 Aug"],
    ]


def test_promises_to_be_stressed_come_first() -> None:
    said = [("Plain", False), ("Stressed", True)]
    commitments = [
        {"id": name.lower(), "side": "us", "what": name, "highlight": first, "due": "2027-06-30"}
        for name, first in said
    ]
    held = sheet(make(commitments=commitments))["Northfield promises"]
    assert rows_of(held) == [["Stressed", "30\u00a0Jun"], ["Plain", "30\u00a0Jun"]]


def test_review_dates_are_those_planned_unless_the_review_was_held_on_another() -> None:
    heading = {
        "review_calendar": [
            {"period": "Q1", "date": "2027-04-14"},
            {"period": "Q2", "date": "2027-07-15"},
            {"period": "year", "date": "2028-01-20"},
        ]
    }
    plan = make(heading=heading, reviews=[{"period": "Q1", "date": "2027-04-16"}])
    shown = [[cell.replace("\u00a0", " ") for cell in row] for row in rows_of(sheet(plan)["Review dates"])]
    # A day of another year is told with its year.
    assert shown == [["Q1", "16 Apr"], ["Q2", "15 Jul"], ["Year", "20 January 2028"]]


def test_targets_are_listed_by_weight_and_a_band_by_its_ends() -> None:
    kpis = [
        {"id": "a", "name": "Light", "unit": "%", "weight": 30, "target": "97%"},
        {"id": "b", "name": "Heavy", "unit": "days", "weight": 70, "direction": "band", "low": 12, "high": 16},
    ]
    assert rows_of(sheet(make(scorecard={"kpis": kpis}))["Scorecard targets"]) == [
        ["Heavy", "70", "12–16 days"],
        ["Light", "30", "97.0%"],
    ]


def test_a_text_is_cut_to_its_lines() -> None:
    assert shorten("Short", 40.0, 1) == "Short"
    cut = shorten("A promise of so many words that no column would hold them all", 40.0, 1)
    assert cut.endswith("…") and "A promise of so many words".startswith(cut.removesuffix("…"))
    assert len(shorten("字" * 80, 40.0, 2)) > len(shorten("字" * 80, 40.0, 1))


def test_it_bears_the_day_of_the_plan() -> None:
    document, *_ = compose(make(), None, **options() | {"as_of": date(2027, 9, 1)}, form="onepage")
    assert "16 April 2027" in document["pages"][0]["said"].replace("\u00a0", " ")


def test_a_title_too_long_for_its_line_puts_all_titles_below_the_names() -> None:
    def signing(title: str) -> dict[str, Any]:
        contacts = [
            {"id": "a", "name": "Jo Whitfield", "side": "us", "title": title},
            {"id": "b", "name": "Anil Desai", "side": "customer", "title": "Buyer"},
        ]
        signatories = [{"contact": "a"}, {"contact": "b"}]
        plan = make(relationships={"contacts": contacts}, signoff={"signatories": signatories})
        return modules_of(compose(plan, None, **options(), form="onepage")[0])["signing"]

    short, long = signing("Manager"), signing("National Accounts Director for Grocery")
    assert (short["below"], long["below"]) == (False, True)
    assert float(long["height"]) > float(short["height"])
    assert long["sides"][0]["people"][0]["title"].startswith("National Accounts Director")


def test_sources_that_no_line_holds_are_left_to_the_plan() -> None:
    def notes(source: str) -> str:
        situation = {"performance": {"conclusion": "So", "source": source}}
        return compose(make(situation=situation), None, **options(), form="onepage")[0]["pages"][0]["notes"]

    assert "POS" in notes("POS")
    assert notes("Point-of-sale data of all stores, " * 5) == "The full plan holds the details"
