"""What the pages of terms, pocket price, negotiation, scenarios, budget and true uplift say, and to whom."""

from typing import Any

import pytest

from .sample import document_of, make

FINANCIALS: dict[str, Any] = {
    "quarters": {"Q1": 20, "Q2": 30, "Q3": 30, "Q4": 20},
    "volume": {"Q1": 2, "Q2": 3, "Q3": 3, "Q4": 2},
    "trade_spend": {"Q1": 4, "Q2": 6, "Q3": 6, "Q4": 4},
    "fund": 21,
    "reserve": 7,
    "reserve_uses": [{"date": "2027-03-01", "name": "Secret leaflet", "amount": 2}],
    "customer_profit": {
        "items": [{"id": "m", "name": "Mark-up", "group": "operating", "plan": 25, "on_volume": True}],
        "quarters": {"Q1": 6},
    },
    "contribution": [
        {"id": "list", "name": "List", "kind": "list", "plan": 125},
        {"id": "discount", "name": "Discount", "kind": "invoice", "plan": 25},
        {"id": "rebate", "name": "Rebate", "kind": "trade", "plan": 20, "on_volume": True},
        {"id": "goods", "name": "Goods", "kind": "goods", "plan": 50},
    ],
    "cost_to_serve": [{"name": "Secret orders", "driver": "orders", "quantity": 9, "unit_cost": 1}],
}
TERMS: dict[str, Any] = {
    "agreement": "A-1",
    "payment_days": 30,
    "discounts": [{"id": "trade", "name": "Trade discount", "rate": "20%", "limit": "23%"}],
    "rebates": [{"id": "rebate", "name": "Rebate", "rate": "20%", "on_volume": True, "limit": 27}],
    "prices": [
        {"id": "a", "name": "Soap", "cost": 3, "retail": 5, "recommended": True, "markdown": "10%"},
        {"id": "b", "name": "Salt", "cost": 3, "retail": 5},
    ],
    "monitoring": [{"what": "Claims"}],
    "pocket_floor": "77%",
    "payment_roadmap": [{"name": "Secret step", "days": 0}],
    "levers": [{"kind": "loading", "what": "Secret lever"}],
}
SHEET: dict[str, Any] = {
    "aims": [{"subject": "Rebate", "wanted": "20%"}],
    "floor": "27%",
    "concessions": [{"give": "One point", "rate": "1%", "get": "A bay"}, {"give": "Five points", "rate": "5%"}],
    "tactics": [{"kind": "nibble", "answer": "One for one"}],
    "rounds": [{"date": "2026-11-12", "asked": "More", "answered": "No"}],
}
SCENARIOS: list[dict[str, Any]] = [
    {"id": "base", "name": "Base"},
    {"id": "down", "name": "Down", "changes": [{"path": "financials.quarters.Q4", "to": 10, "why": "Closures"}]},
]
REVIEW: dict[str, Any] = {
    "period": "Q1",
    "date": "2027-04-15",
    "actuals": {"sales": 21, "trade_spend": 5, "customer_profit": 8, "customer_sales": 40, "customer_capital": 10},
}
PROMOTION: dict[str, Any] = {
    "id": "p",
    "name": "Two for one",
    "category": "soap",
    "start_week": 3,
    "end_week": 4,
    "mechanic": "x",
    "cost": 2,
    "baseline": 10,
    "uplift": "50%",
    "margin": "40%",
    "stocking_up": "20%",
    "cannibalisation": "30%",
}
WHOLE = make(
    {"categories": [{"id": "soap", "name": "Soap"}]},
    financials=FINANCIALS,
    terms=TERMS,
    negotiation=SHEET,
    scenarios=SCENARIOS,
    reviews=[REVIEW],
    promotions={"items": [PROMOTION]},
)


def pages_of(plan, edition: str = "internal", language: str = "en") -> dict[str, Any]:
    return {page["name"]: page for page in document_of(plan, edition, language)["pages"]}


def table_of(page: dict[str, Any], heading: str) -> list[list[str]]:
    """The cells of the table whose heading begins so."""
    for row in page["rows"]:
        for column in row:
            for module in column["modules"]:
                if module["kind"] == "table" and module["heading"].startswith(heading):
                    return [[said(cell) for cell in line["cells"]] for line in module["rows"]]
    raise AssertionError(heading)


def said(cell: dict[str, Any]) -> str:
    return cell.get("word") or " / ".join(part["text"] for part in cell.get("lines", ())) or cell.get("text", "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_customer_sees_the_terms_but_not_our_side_of_them(language: str) -> None:
    pages = pages_of(WHOLE, "customer", language)
    assert "terms" in pages
    assert not {"pocket", "negotiation", "scenarios", "contribution"} & set(pages)
    shown = str(document_of(WHOLE, "customer", language))
    assert [word for word in ("Secret", "nibble", "23%", "27%", "77%", "125", "Closures") if word in shown] == []


def test_internal_pages_carry_the_internal_mark() -> None:
    pages = pages_of(WHOLE)
    marks = {pages[name]["mark"] for name in ("pocket", "negotiation", "scenarios", "contribution")}
    assert marks == {"Internal, not for the customer"}


def test_the_chain_of_discounts_and_the_spend() -> None:
    page = pages_of(WHOLE)["terms"]
    assert [line[2:4] for line in table_of(page, "Discounts")] == [["", "100.0"], ["20.0%", "80.0"], ["20.0%", "80.0"]]
    assert table_of(page, "Rebates and fees")[-1][2:4] == ["20", "20.0%"]


def test_a_retail_price_that_is_no_recommendation_is_marked() -> None:
    names = [line[0] for line in table_of(pages_of(WHOLE)["terms"], "Prices")]
    assert names == ["Soap", "Salt / not marked as recommended"]


def test_the_pocket_price_and_what_is_left_of_each_limit() -> None:
    page = pages_of(WHOLE)["pocket"]
    assert page["title"] == [
        "Pocket price is RMB\N{NO-BREAK SPACE}8.00 a unit,",
        "64.0% of list, and 100% of the spend follows volume",
    ]
    assert table_of(page, "Limits") == [["Trade discount", "23.00%", "20.00%", "3.00%"], ["Rebate", "27", "20", "7"]]
    assert "Not as in" not in page["notes"]


def test_money_stated_otherwise_is_told_in_the_footer() -> None:
    lines = [{**FINANCIALS["contribution"][0], "plan": 130}, *FINANCIALS["contribution"][1:]]
    plan = make(financials={**FINANCIALS, "contribution": lines}, terms=TERMS)
    assert "List price" in pages_of(plan)["pocket"]["notes"]


def test_the_ladder_against_the_floor() -> None:
    page = pages_of(WHOLE)["negotiation"]
    # Contribution 100 − 20 − 50 = 30, floor 27.
    assert [line[3:] for line in table_of(page, "Concession ladder")[1:]] == [
        ["−1", "+1", "−1", "+1", "29", "+2"],
        ["−5", "+5", "−6", "+6", "24", "−3"],
    ]
    assert "up to number 1" in "".join(page["title"])


def test_the_ladder_adds_up_as_printed() -> None:
    sheet = SHEET | {"concessions": [{"give": "A", "amount": "1.4"}, {"give": "B", "amount": "1.4"}]}
    page = pages_of(make({"categories": [{"id": "soap", "name": "Soap"}]}, financials=FINANCIALS, negotiation=sheet))
    # 1.4 and 1.4 are printed as 1 and 1: together 2, not the 3 that 2.8 would be.
    assert [line[3:] for line in table_of(page["negotiation"], "Concession ladder")[1:]] == [
        ["−1", "+1", "−1", "+1", "29", "+2"],
        ["−1", "+1", "−2", "+2", "28", "+1"],
    ]


def test_scenarios_side_by_side() -> None:
    page = pages_of(WHOLE)["scenarios"]
    lines = {line[0]: line[1:] for line in table_of(page, "Side by side")}
    assert lines["Sales"] == ["100", "90"]
    assert lines["Trade spend"] == ["20", "18"]
    assert lines["Our contribution"] == ["30", "27"]
    assert lines["Castlegate’s profit"] == ["25", "23"]
    assert table_of(page, "What differs: Down") == [["Q4 / Closures", "20", "10", "−10"]]


def test_budget_beside_actual_and_the_customers_ratios_as_they_came() -> None:
    page = pages_of(WHOLE, "customer")["customer-profit"]
    assert table_of(page, "Budget and actual, Q1")[-1] == ["Castlegate profit", "6", "8", "+2"]
    assert table_of(page, "Ratios")[0] == ["Profit margin", "—", "—", "20.0%"]


def test_fund_reserve_and_cost_to_serve() -> None:
    page = pages_of(WHOLE)["contribution"]
    assert [line[1:5] for line in table_of(page, "Fund")[:2]] == [["21", "5", "16", "24%"], ["7", "2", "5", "29%"]]
    assert table_of(page, "What drives")[0][-2:] == ["9", "100.0%"]


def test_the_true_uplift_is_for_our_eyes() -> None:
    ours, theirs = (document_of(WHOLE, edition) for edition in ("internal", "customer"))
    assert "True uplift" in str(ours) and "True uplift" not in str(theirs)


@pytest.mark.parametrize(
    "sections",
    [
        {"terms": {}},
        {"terms": {"fees": [{"id": "f", "name": "Fee"}], "discounts": [{"id": "d", "name": "Discount"}]}},
        {"terms": {"prices": [{"id": "a", "name": "Soap"}], "levers": [{"kind": "loading", "what": "None"}]}},
        {"negotiation": {}},
        {"negotiation": {"concessions": [{"give": "A point"}], "facts": ["Fact"]}},
        {"scenarios": [{"id": "only", "name": "Only"}]},
        {"scenarios": [{"id": "x", "name": "X", "changes": [{"path": "financials.quarters.Q1", "by": "-5%"}]}]},
        {"financials": {"cost_to_serve": [{"name": "Orders"}], "fund": 3}},
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_plan_that_says_little_is_printed_all_the_same(sections: dict[str, Any], language: str) -> None:
    for edition in ("internal", "customer"):
        assert document_of(make(**sections), edition, language)["pages"] is not None
