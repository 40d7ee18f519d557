"""The terms of trade in money."""

from decimal import Decimal as D

import pytest

from acbp.analysis.catalogue import list_names
from acbp.analysis.contribution import work_out_contribution
from acbp.analysis.customer_profit import total_customer_profit
from acbp.analysis.sales import work_out_sales
from acbp.analysis.terms import maintained_margin, price_terms

# Sales of 130 on 19 units; list price 130 ÷ 0.8 ÷ 0.65 = 250.
TERMS = {
    "payment_days": 73,
    "capital_rate": "5%",
    "pocket_floor": "70%",
    "discounts": [
        {"id": "trade", "name": "Trade", "rate": "20%"},
        {"id": "order", "name": "Order", "kind": "efficiency", "rate": "35%"},
    ],
    "rebates": [{"id": "rebate", "name": "Rebate", "rate": "10%", "on_volume": True}],
    "fees": [
        {"id": "display", "name": "Display", "amount": 13, "kind": "promotion"},
        {"id": "media", "name": "Media", "amount": 6, "kind": "consumer"},
    ],
}


def terms_of(make_plan, sections, terms, **financials):
    sections["financials"] |= financials
    plan = make_plan(**sections, terms=terms)
    sales = work_out_sales(plan, list_names(plan))
    return price_terms(plan, sales, work_out_contribution(plan, sales), total_customer_profit(plan))


def test_chained_discounts_multiply_and_lead_down_to_the_pocket(make_plan, two_categories) -> None:
    result = terms_of(make_plan, two_categories, TERMS)
    assert [(getattr(row, "name", None) or row.item.id, row.amount) for row in result.rows] == [
        ("list", D(250)),
        ("trade", D(50)),
        ("order", D(70)),
        ("invoice", D(130)),
        ("rebate", D(13)),
        ("display", D(13)),
        ("net", D(104)),
        ("media", D(6)),
        ("pocket", D(98)),
    ]
    assert result.discount_rate == 1 - D("0.8") * D("0.65")
    assert (result.pocket.per_unit, result.pocket.of_list) == (D(98) / 19, D("0.392"))
    assert result.gaps == ()


def test_the_rate_of_the_spend_says_of_what(make_plan, two_categories) -> None:
    result = terms_of(make_plan, two_categories, TERMS)
    assert result.spend == D(32)
    assert (result.spend_of_list, result.spend_of_invoice) == (D("0.128"), D(32) / 130)
    assert (result.tied, result.tied_share) == (D(13), D(13) / 32)
    assert (result.pocket_rate, result.above_floor) == (D(98) / 130, D(7))


def test_a_discount_in_money_is_added_back(make_plan, two_categories) -> None:
    terms = {"discounts": [{"id": "a", "name": "A", "rate": "50%"}, {"id": "b", "name": "B", "amount": 20}]}
    result = terms_of(make_plan, two_categories, terms)
    assert [step.amount for step in result.discounts] == [D(150), D(20)]
    assert (result.at_list, result.discounts[1].rate) == (D(300), D(20) / 150)


def test_what_is_missing_stays_missing(make_plan, two_categories) -> None:
    result = terms_of(make_plan, two_categories, TERMS | {"fees": [{"id": "display", "name": "Display"}]})
    assert (result.spend, result.pocket.amount, result.tied_share) == (None, None, None)
    assert result.tied == D(13)
    assert result.missing == ("Display",)


def test_without_sales_there_are_rates_only(make_plan) -> None:
    result = price_terms(plan := make_plan(terms=TERMS), work_out_sales(plan, list_names(plan)), None, None)
    assert (result.at_list, result.spend, result.receivable, result.margin.plan) == (None, None, None, None)
    assert [step.rate for step in result.discounts] == [D("0.2"), D("0.35")]


def test_a_discount_of_everything_leaves_no_way_back(make_plan, two_categories) -> None:
    terms = {"discounts": [{"id": "all", "name": "All", "rate": "100%"}]}
    assert terms_of(make_plan, two_categories, terms).at_list is None


def test_no_discounts_no_list_and_no_terms_no_figures(make_plan, two_categories) -> None:
    result = terms_of(make_plan, two_categories, {"fees": [{"id": "f", "name": "F", "amount": 30}]})
    assert [getattr(row, "name", "step") for row in result.rows] == ["invoice", "step", "pocket"]
    assert (result.discount_rate, result.at_list, result.pocket.amount) == (None, None, D(100))
    assert result.tied is None
    told = {"fees": [{"id": "f", "name": "F", "amount": 30, "on_volume": False}]}
    assert terms_of(make_plan, two_categories, told).tied == 0
    assert terms_of(make_plan, two_categories, None) is None


def test_money_stated_otherwise_in_our_profit_is_told(make_plan, two_categories) -> None:
    lines = [
        {"id": "list", "name": "List", "kind": "list", "plan": 251},
        {"id": "discount", "name": "Discount", "kind": "invoice", "plan": 121},
        {"id": "rebate", "name": "Rebate", "kind": "trade", "plan": 13},
        {"id": "display", "name": "Display", "kind": "trade", "plan": 19},
    ]
    result = terms_of(make_plan, two_categories, TERMS, contribution=lines)
    assert [(gap.name, gap.terms, gap.contribution) for gap in result.gaps] == [
        ("list", D(250), D(251)),
        ("Display", D(13), D(19)),
    ]


def test_the_customers_margins(make_plan, two_categories) -> None:
    profit = {"items": [{"id": "m", "name": "M", "group": "operating"}], "sales": 165, "last_sales": 125}
    result = terms_of(make_plan, two_categories, TERMS, customer_profit=profit)
    assert (result.front.plan, result.front.last) == (D("0.2"), D("0.2"))
    assert (result.back.plan, result.back.last) == (D(13) / 165, D("0.08"))
    assert result.margin.last == D("0.28")


def test_initial_and_maintained_margin_of_a_price(make_plan, two_categories) -> None:
    prices = [
        {"id": "a", "name": "A", "list_price": 4, "cost": 3, "retail": 5, "markdown": "10%"},
        {"id": "b", "name": "B", "cost": 3, "retail": 0},
    ]
    first, second = terms_of(make_plan, two_categories, {"prices": prices}).prices
    assert (first.off_list, first.initial, first.maintained) == (D("0.25"), D("0.4"), D("0.34"))
    assert (second.off_list, second.initial, second.maintained) == (None, None, None)
    assert maintained_margin(D("0.4"), None) is None


@pytest.mark.parametrize(("days", "discount", "saving"), [(73, None, 0), (0, None, D("1.3")), (0, "2%", D("-1.3"))])
def test_what_a_step_to_cash_saves(make_plan, two_categories, days, discount, saving) -> None:
    step = {"name": "Step", "days": days} | ({"discount": discount} if discount else {})
    result = terms_of(make_plan, two_categories, TERMS | {"payment_roadmap": [step]})
    assert (result.receivable, result.credit_cost) == (D(26), D("1.3"))
    assert result.roadmap[0].saving == saving
