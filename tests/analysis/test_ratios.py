"""The year to date beside its budget, and the use of fund and reserve."""

from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.ratios import compare_with_budget, follow_fund
from acbp.analysis.sales import work_out_sales

Q1 = {
    "period": "Q1",
    "date": "2027-04-15",
    "actuals": {
        "sales": 19,
        "trade_spend": 3,
        "customer_profit": 5,
        "customer_sales": 25,
        "customer_expense": 10,
        "customer_capital": 10,
    },
}
Q2 = {
    "period": "Q2",
    "date": "2027-07-15",
    "actuals": {
        "sales": 33,
        "trade_spend": 3,
        "customer_profit": 7,
        "customer_sales": 35,
        "customer_expense": 14,
        "customer_capital": 14,
    },
}


def budget_of(make_plan, sections, reviews, **financials):
    sections["financials"] |= financials
    plan = make_plan(**sections, reviews=reviews)
    budget = compare_with_budget(plan, work_out_sales(plan, list_names(plan)))
    return budget, follow_fund(plan, budget)


def test_two_quarters_beside_their_budget(make_plan, two_categories) -> None:
    profit = {"items": [], "quarters": {"Q1": 6, "Q2": 6}}
    budget, _ = budget_of(make_plan, two_categories, [Q1, Q2], customer_profit=profit)
    assert (budget.quarters, budget.days) == (("Q1", "Q2"), 181)
    assert [(item.name, item.budget, item.actual, item.variance) for item in budget.lines] == [
        ("sales", D(50), D(52), D(2)),
        ("trade-spend", D(5), D(6), D(1)),
        ("spend-rate", D("0.1"), D(6) / 52, D(6) / 52 - D("0.1")),
        ("customer-profit", D(12), D(12), D(0)),
    ]
    assert budget.lines[0].attainment == D("1.04")


def test_the_customers_ratios_as_they_came(make_plan, two_categories) -> None:
    budget, _ = budget_of(make_plan, two_categories, [Q1, Q2])
    assert (budget.profit, budget.margin, budget.expense_ratio) == (D(12), D("0.2"), D("0.4"))
    # Retail sales of 60 on 12 of capital are 5 turns in 181 days.
    assert budget.turnover_days == D("36.2")
    assert budget.turnover == D(365) / D("36.2")


def test_one_quarter_only_and_a_gap_ends_the_run(make_plan, two_categories) -> None:
    budget, _ = budget_of(make_plan, two_categories, [Q1, Q2 | {"period": "Q3"}])
    assert (budget.quarters, budget.days, budget.lines[0].actual) == (("Q1",), 90, D(19))
    assert budget_of(make_plan, two_categories, [Q2])[0] is None


def test_what_one_quarter_lacks_is_missing_in_the_sum(make_plan, two_categories) -> None:
    part = Q2 | {"actuals": {"sales": 33}}
    budget, fund = budget_of(make_plan, two_categories, [Q1, part], fund=13)
    assert [item.name for item in budget.lines] == ["sales"]
    assert (budget.profit, budget.margin, budget.turnover) == (None, None, None)
    assert (fund.used, fund.left) == (None, None)


def test_fund_and_reserve_with_their_use(make_plan, two_categories) -> None:
    uses = [{"date": f"2027-0{month}-01", "name": "Leaflet", "amount": amount} for month, amount in ((3, 2), (5, 1))]
    _, fund = budget_of(make_plan, two_categories, [Q1, Q2], fund=13, reserve=10, reserve_uses=uses)
    assert (fund.fund, fund.used, fund.left) == (D(13), D(6), D(7))
    assert (fund.reserve, fund.reserve_used, fund.reserve_left) == (D(10), D(3), D(7))


def test_an_untouched_reserve_and_no_reserve(make_plan, two_categories) -> None:
    _, fund = budget_of(make_plan, two_categories, [], reserve=10, fund=None)
    assert (fund.reserve_used, fund.reserve_left, fund.used) == (0, D(10), None)
    _, fund = budget_of(make_plan, two_categories, [], reserve=None, fund=13)
    assert (fund.reserve_used, fund.reserve_left) == (None, None)
    assert budget_of(make_plan, two_categories, [Q1], reserve=None, fund=None)[1] is None
