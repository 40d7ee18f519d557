"""What serving the customer costs, by what drives it."""

from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.cost_to_serve import total_cost_to_serve
from acbp.analysis.sales import work_out_sales

LINES = [
    {"id": "freight", "name": "Freight", "kind": "cost", "plan": 6},
    {"id": "goods", "name": "Goods", "kind": "goods", "plan": 70},
]
DRIVERS = [
    {"name": "Orders", "quantity": 4, "unit_cost": "0.5", "line": "freight"},
    {"name": "Pallets", "quantity": 3, "unit_cost": 1},
]


def cost_of(make_plan, sections, drivers, lines=LINES):
    sections["financials"] |= {"cost_to_serve": drivers, "contribution": lines}
    plan = make_plan(**sections)
    return total_cost_to_serve(plan, work_out_sales(plan, list_names(plan)))


def test_quantity_times_the_cost_of_one(make_plan, two_categories) -> None:
    result = cost_of(make_plan, two_categories, DRIVERS)
    assert [(each.cost, each.of_total, each.line) for each in result.items] == [
        (D(2), D("0.4"), "Freight"),
        (D(3), D("0.6"), None),
    ]
    assert (result.cost, result.rate, result.lines, result.unexplained) == (D(5), D(5) / 130, D(6), D(1))


def test_a_cost_that_is_not_known(make_plan, two_categories) -> None:
    result = cost_of(make_plan, two_categories, [*DRIVERS, {"name": "Claims", "quantity": 9}])
    assert (result.items[2].cost, result.items[0].of_total, result.cost, result.unexplained) == (None,) * 4


def test_without_lines_to_compare_and_without_drivers(make_plan, two_categories) -> None:
    assert cost_of(make_plan, two_categories, DRIVERS, lines=[]).unexplained is None
    assert cost_of(make_plan, two_categories, []) is None
