"""The pages on the customer and our team: what stands on them, and what the customer never sees of them."""

from typing import Any

from .sample import document_of, make

FACTORS = [{"id": "coverage", "weight": 60, "score": 5}, {"id": "own", "name": "Own", "weight": 40, "score": 3}]
RIVAL = {"name": "Merriman", "scores": {"coverage": 3, "own": 4}}
INTERNAL = {"classification", "assessment", "team"}


def plan(account: dict[str, Any] | None = None, supplier: dict[str, Any] | None = None, **sections: Any) -> Any:
    return make(
        account={"name": "Castlegate Stores", "short_name": "Castlegate"} | (account or {}),
        supplier={"name": "Northfield Foods", "short_name": "Northfield"} | (supplier or {}),
        **sections,
    )


def tables(made: Any, page: str) -> dict[str, list[list[str]]]:
    """The tables of a page by their headings: the texts of their cells, row by row."""
    found = {}
    for each in document_of(made)["pages"]:
        if each["name"] == page:
            for module in (m for row in each["rows"] for column in row for m in column["modules"]):
                found[module["heading"]] = [[said(cell) for cell in row["cells"]] for row in module["rows"]]
    return found


def said(cell: dict[str, Any]) -> str:
    if cell["kind"] == "bar":
        return cell["text"]
    return cell.get("word") or " / ".join(line["text"] for line in cell["lines"])


def title(made: Any, page: str) -> str:
    return " ".join(next(each["title"] for each in document_of(made)["pages"] if each["name"] == page))


def test_options_stand_side_by_side_with_the_range_of_each_weight() -> None:
    given = {"name": "Route", "kind": "intermediary", "factors": FACTORS, "candidates": [RIVAL]}
    made = plan({"assessments": [given]})
    assert tables(made, "assessment")["Route"] == [
        ["Market coverage", "60%", "5", "3", "≥ 33.3%"],
        ["Own", "40%", "3", "4", "≤ 66.7%"],
        ["Weighted score", "100%", "4.20 (no.\u00a01)", "3.40 (no.\u00a02)", ""],
    ]
    assert title(made, "assessment") == (
        "Castlegate scores 4.20, no. 1 of 2, nearest tipping point: market coverage below 33.3%"
    )


def test_a_missing_score_and_no_weight_are_marked_not_made_up() -> None:
    given = {"name": "Route", "factors": [{"id": "x", "weight": 0}, {"id": "y", "weight": 0, "score": 3}]}
    assert tables(plan({"assessments": [given]}), "assessment")["Route"] == [
        ["x", "—", "—"],
        ["y", "—", "3"],
        ["Weighted score", "—", "—"],
    ]


def test_blocks_carry_their_scores() -> None:
    factors = [{"id": "sales", "weight": 1, "score": 2}, {"id": "capital", "weight": 3, "score": 4}]
    made = plan({"assessments": [{"name": "Blocks", "kind": "three-blocks", "factors": factors}]})
    assert tables(made, "assessment")["Blocks"] == [
        ["Strength / 4.00", "Capital", "75%", "4"],
        ["Figures / 2.00", "Sales", "25%", "2"],
        ["Weighted score", "100%", "3.50"],
    ]


def test_the_exit_tests_say_what_follows() -> None:
    tests = [{"test": "profit", "result": "pass"}, {"test": "control", "result": "fail"}, {"test": "balance"}]
    open_ = tables(plan({"exit_tests": {"tests": tests}}), "assessment")
    assert list(open_) == ["Three exit tests: open"]
    tests[2]["result"] = "pass"
    assert list(tables(plan({"exit_tests": {"tests": tests}}), "assessment")) == ["Three exit tests: fix"]


def test_more_people_than_a_table_holds_take_a_second_one() -> None:
    tasks = [{"name": "T", "accountable": f"p{n}", "responsible": [f"p{n}"]} for n in range(9)]
    pages = [page for page in document_of(plan(supplier={"tasks": tasks}))["pages"] if page["name"] == "team"]
    widths = [len(m["columns"]) for page in pages for row in page["rows"] for c in row for m in c["modules"]]
    assert widths == [1 + 8, 1 + 1]


def test_a_task_that_nobody_answers_for_is_named() -> None:
    found = tables(plan(supplier={"tasks": [{"name": "Claims", "responsible": ["amy"]}]}), "team")
    assert found == {
        "One task lacks someone accountable or responsible": [
            ["Claims / nobody accountable", "R"],
            ["Tasks accountable for", "—"],
        ]
    }


def test_steps_without_people_name_who_decides_in_words() -> None:
    steps = [{"step": "Terms", "who": "The board", "when": "May", "budget": 7}]
    assert tables(plan({"buying_process": steps}), "team")["How Castlegate decides"] == [
        ["Terms", "May", "7", "The board"]
    ]


def test_a_needs_feasibility_priority_and_author_stay_with_us() -> None:
    needs = [
        {"need": "Margin", "who": "Ann", "feasibility": 4, "priority": "high", "response": "Mix", "status": "open"}
    ]
    made = plan({"needs": needs})
    assert tables(made, "account") == {
        "What the customer needs, and the answer": [["Margin", "Mix", "Ann", "4/5", "High", "Open"]]
    }
    (page,) = [page for page in document_of(made, "customer")["pages"] if page["name"] == "account"]
    (module,) = page["rows"][0][0]["modules"]
    assert [[said(cell) for cell in row["cells"]] for row in module["rows"]] == [["Margin", "Mix"]]


def test_the_customer_sees_history_and_potential_but_none_of_the_internal_pages() -> None:
    made = plan(
        {
            "profile": {"updated": "2027-01-02", "history": [{"label": "1998", "value": "First order"}]},
            "stores": [{"format": "Local", "stores": 3, "potential": "high"}],
            "assessments": [{"name": "A", "factors": FACTORS}],
            "marks": [{"mark": "sales", "met": True}],
            "organisation": [{"id": "b", "name": "Board"}],
        },
        {"kam_skills": [{"skill": "resources", "score": 3}]},
    )
    assert {page["name"] for page in document_of(made)["pages"]} >= INTERNAL
    seen = document_of(made, "customer")["pages"]
    assert INTERNAL.isdisjoint(page["name"] for page in seen)
    shown = str([page["rows"] for page in seen if page["name"] == "account"])
    assert "First order" in shown and "High" in shown


def test_routes_add_up_to_the_stores_they_serve() -> None:
    routes = [
        {"name": "Depots", "kind": "direct", "stores": 1062, "note": "All formats"},
        {"name": "Pennine", "kind": "agent", "stores": 14},
    ]
    stores = [{"format": "Local", "stores": 1086}]
    made = plan({"routes": routes, "stores": stores})
    assert tables(made, "team") == {
        "Who serves Castlegate’s stores": [
            ["Depots", "Direct", "1,062", "All formats"],
            ["Pennine", "Agent", "14", "—"],
        ]
    }
    units = [
        [
            module["unit"]
            for page in document_of(each)["pages"]
            if page["name"] == "team"
            for row in page["rows"]
            for column in row
            for module in column["modules"]
        ]
        for each in (made, plan({"routes": routes}))
    ]
    assert units == [["1,076 of 1,086 stores"], [""]]
