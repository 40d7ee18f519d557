"""Ladders and checklists as they are printed: what each level means, which is reached, which items are met."""

from typing import Any

from acbp.model import Plan
from tests.rendering.test_meeting import texts_in

from .sample import document_of, make

LADDER = {
    "id": "planning",
    "name": "Planning",
    "weight": 50,
    "levels": ["Each alone", "Linked", "Together"],
    "quarters": {"Q1": 1, "Q2": 2},
}
CHECKLIST = {
    "id": "launch",
    "name": "Launch",
    "weight": 50,
    "checks": [
        {"id": "price", "name": "Price told"},
        {"id": "stock", "name": "Stock in"},
        {"id": "hours", "name": "Hours"},
    ],
}


def plan_with(*actuals: dict[str, Any]) -> Plan:
    reviews = [
        {"period": f"Q{place}", "date": "2027-04-16", "actuals": held} for place, held in enumerate(actuals, start=1)
    ]
    return make(scorecard={"kpis": [LADDER, CHECKLIST]}, reviews=reviews)


def table_of(plan: Plan, heading: str) -> dict[str, Any]:
    document = document_of(plan)
    modules = [m for page in document["pages"] for row in page["rows"] for column in row for m in column["modules"]]
    return next(module for module in modules if module["heading"] == heading)


def test_the_level_reached_is_tinted_and_the_targets_are_named() -> None:
    made = table_of(plan_with({"kpis": {"planning": 1}}, {"kpis": {"planning": 2}}), "Planning")
    assert [column["lines"] for column in made["columns"]] == [["Level 1"], ["Level 2"], ["Level 3"]]
    assert ["focus" in column["classes"] for column in made["columns"]] == [False, True, False]
    texts, marks = ([texts_in(cell) for cell in row["cells"]] for row in made["rows"])
    assert ["Each alone" in texts[0], "Linked" in texts[1], "Together" in texts[2]] == [True] * 3
    assert any("Q2 reached, Q2 target" in text for text in marks[1])
    assert any("Year target" in text for text in marks[2])
    assert (made["unit"], made["aside"]) == ("level of 3", "66.7% attained")


def test_an_item_is_met_or_open_and_unknown_before_the_review() -> None:
    def words(plan: Plan) -> list[str]:
        rows = table_of(plan, "Launch")["rows"]
        return [cell["word"] for row in rows for cell in row["cells"] if cell["kind"] == "rag"]

    assert words(plan_with({"met": {"launch": ["price", "hours"]}})) == ["met", "met", "open"]
    assert words(plan_with()) == ["not reviewed yet"] * 3


def test_before_the_first_review_nothing_is_reached() -> None:
    made = table_of(plan_with(), "Planning")
    assert ["focus" in column["classes"] for column in made["columns"]] == [False] * 3
    assert made["aside"] == ""
