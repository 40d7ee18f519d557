"""The concession ladder on both accounts."""

from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.contribution import work_out_contribution
from acbp.analysis.customer_profit import total_customer_profit
from acbp.analysis.negotiation import prepare_negotiation
from acbp.analysis.sales import work_out_sales
from acbp.analysis.terms import price_terms

# Sales 130, contribution 130 − 13 − 70 − 6 = 41; customer's profit 20; floor 30% = 39.
LINES = [
    {"id": "rebate", "name": "Rebate", "kind": "trade", "plan": 13},
    {"id": "goods", "name": "Goods", "kind": "goods", "plan": 70},
    {"id": "freight", "name": "Freight", "kind": "cost", "plan": 6},
]
PROFIT = {"items": [{"id": "m", "name": "M", "group": "operating", "plan": 20}], "sales": 165}


def sheet_of(make_plan, sections, sheet, lines=LINES, terms=None):
    sections["financials"] |= {"contribution": lines, "customer_profit": PROFIT}
    plan = make_plan(**sections, negotiation=sheet, terms=terms)
    sales = work_out_sales(plan, list_names(plan))
    contribution, profit = work_out_contribution(plan, sales), total_customer_profit(plan)
    return prepare_negotiation(plan, sales, contribution, profit, price_terms(plan, sales, contribution, profit))


def ladder(*rungs):
    return {"floor": "30%", "concessions": [{"give": "Give", **rung} for rung in rungs]}


def test_each_rung_is_priced_on_both_accounts_and_cumulated(make_plan, two_categories) -> None:
    result = sheet_of(
        make_plan,
        two_categories,
        ladder(
            {"rate": "1%", "get": "Shelf", "return_value": "0.5", "return_cost": "0.3"},
            {"amount": 1, "customer_value": 2, "get": "Banner"},
            {"rate": "2%", "base": "retail"},
        ),
    )
    assert [(rung.ours, rung.theirs) for rung in result.rungs] == [
        (D("-0.8"), D("1.0")),
        (D(-1), D(2)),
        (D("-3.3"), D("3.3")),
    ]
    assert [rung.contribution for rung in result.rungs] == [D("40.2"), D("39.2"), D("35.9")]
    assert [rung.above_floor for rung in result.rungs] == [D("1.2"), D("0.2"), D("-3.1")]
    assert [rung.customer_profit for rung in result.rungs] == [D(21), D(23), D("26.3")]
    assert (result.contribution, result.floor, result.room) == (D(41), D(39), D(2))
    assert result.last_above is result.rungs[1]


def test_a_rung_above_the_floor_below_one_that_is_not_does_not_count(make_plan, two_categories) -> None:
    result = sheet_of(make_plan, two_categories, ladder({"amount": 5}, {"amount": 0, "return_value": 4}))
    assert [rung.above_floor for rung in result.rungs] == [D(-3), D(1)]
    assert result.last_above is None


def test_an_unpriced_rung_leaves_all_below_it_unpriced(make_plan, two_categories) -> None:
    result = sheet_of(make_plan, two_categories, ladder({"amount": 1}, {}, {"amount": 1}))
    assert [rung.contribution for rung in result.rungs] == [D(40), None, None]
    assert [rung.ours for rung in result.rungs] == [D(-1), None, D(-1)]
    assert result.last_above is result.rungs[0]


def test_bases(make_plan, two_categories) -> None:
    terms = {"discounts": [{"id": "d", "name": "D", "rate": "35%"}]}
    rungs = [{"rate": "10%", "base": base} for base in ("list", "invoice", "trade-spend", "retail")]
    result = sheet_of(make_plan, two_categories, ladder(*rungs), terms=terms)
    assert [rung.given for rung in result.rungs] == [D(20), D(13), D("1.3"), D("16.5")]
    without = sheet_of(make_plan, two_categories, ladder(rungs[0]))
    assert without.rungs[0].given is None


def test_without_our_profit_the_effect_is_known_but_not_what_remains(make_plan, two_categories) -> None:
    result = sheet_of(make_plan, two_categories, ladder({"amount": 1}), lines=[])
    assert (result.rungs[0].ours, result.rungs[0].contribution, result.room) == (D(-1), None, None)


def test_the_eight_rules_are_read_from_the_sheet(make_plan, two_categories) -> None:
    empty = sheet_of(make_plan, two_categories, {})
    assert (empty.met, len(empty.rules), empty.done) == (0, 8, None)
    kinds = ("first-offer", "good-and-bad", "delay", "nibble", "no-authority", "rival-offer")
    sheet = {
        "aims": [{"subject": "S", "wanted": "W"}],
        "facts": ["F"],
        "done_for_them": [{"what": "A", "value": 3}, {"what": "B"}],
        "stages": [{"name": "One", "alternative": "A"}, {"name": "Two"}],
        "walk_away": "W",
        "floor": "30%",
        "concessions": [{"give": "G", "get": "T", "amount": 1}],
        "tactics": [{"kind": kind, "answer": "A"} for kind in kinds],
        "rounds": [{"date": "2026-11-12", "asked": "A", "answered": "B"}],
    }
    result = sheet_of(make_plan, two_categories, sheet)
    assert [name for name, is_kept in result.rules if not is_kept] == ["alternative"]
    assert (result.met, result.done) == (7, D(3))
    five = sheet_of(make_plan, two_categories, sheet | {"tactics": sheet["tactics"][1:]})
    assert dict(five.rules)["tactics"] is False


def test_no_sheet_no_figures(make_plan, two_categories) -> None:
    assert sheet_of(make_plan, two_categories, None) is None
