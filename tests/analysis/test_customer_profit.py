"""The customer's own profit."""

from decimal import Decimal as D

from acbp.analysis.customer_profit import total_customer_profit

ITEMS = [
    {"id": "markup", "name": "Mark-up", "group": "operating", "last_year": 80, "plan": 100},
    {"id": "storage", "name": "Storage", "group": "support", "last_year": 10, "plan": 12},
    {"id": "wages", "name": "Wages", "group": "expense", "last_year": 30, "plan": 36},
    {"id": "rebate", "name": "Rebate", "group": "operating", "last_year": 0, "plan": 4},
]


def profit_of(make_plan, items=ITEMS, **more):
    return total_customer_profit(make_plan(financials={"customer_profit": {"items": items, **more}}))


def test_operating_profit_and_support_less_expense(make_plan) -> None:
    result = profit_of(make_plan)
    assert [(group.group, group.subtotal.last, group.subtotal.plan) for group in result.groups] == [
        ("operating", D(80), D(104)),
        ("support", D(10), D(12)),
        ("expense", D(30), D(36)),
    ]
    assert (result.profit.last, result.profit.plan) == (D(60), D(80))


def test_the_four_ratios_and_the_target(make_plan) -> None:
    result = profit_of(make_plan, sales=400, last_sales=300, capital=50, last_capital=0, target=100)
    assert (result.margin.plan, result.margin.last, result.expense_ratio.plan) == (D("0.2"), D("0.2"), D("0.09"))
    assert (result.turnover.plan, result.turnover.last, result.turnover_days.plan) == (D(8), None, D("45.625"))
    assert (result.against_target, result.attainment) == (D(-20), D("0.8"))


def test_a_missing_item_leaves_the_profit_of_that_year_missing(make_plan) -> None:
    items = [*ITEMS, {"id": "freight", "name": "Freight", "group": "expense", "plan": 1}]
    result = profit_of(make_plan, items)
    assert (result.profit.plan, result.profit.last, result.missing) == (D(79), None, ("Freight",))


def test_a_loss_stays_a_loss(make_plan) -> None:
    result = profit_of(make_plan, [ITEMS[2]], sales=100, last_sales=100)
    assert (result.profit.plan, result.margin.plan) == (D(-36), D("-0.36"))
    assert result.profit.growth is None


def test_no_items_no_profit(make_plan) -> None:
    assert total_customer_profit(make_plan()) is None
    assert profit_of(make_plan, [], sales=100) is None
