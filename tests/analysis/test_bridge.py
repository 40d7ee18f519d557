"""The bridge from last year to the plan."""

from decimal import Decimal as D

from acbp.analysis.bridge import build_margin_bridge, build_sales_bridge
from acbp.analysis.catalogue import list_names
from acbp.analysis.sales import work_out_sales

STRATEGIES = [
    {
        "id": "shelf",
        "name": "Shelf",
        "how": "x",
        "objective": "o",
        "customer_benefit": "y",
        "value": 35,
        "customer_value": 5,
    },
    {"id": "supply", "name": "Supply", "how": "x", "objective": "o", "customer_benefit": "y"},
    {"id": "online", "name": "Online", "how": "x", "objective": "o", "customer_benefit": "y", "value": 5},
]
CLOSURES = {"id": "closures", "name": "Store|closures", "value": -10, "customer_value": -1}


def bridges(plan):
    sales = work_out_sales(plan, list_names(plan))
    return build_sales_bridge(plan, sales), build_margin_bridge(plan, sales)


def test_a_bridge_that_ties_out_has_no_residual(make_plan, two_categories) -> None:
    two_categories["financials"]["adjustments"] = [CLOSURES]
    sales, margin = bridges(make_plan(**two_categories, strategies=STRATEGIES))
    assert [(step.kind, step.id, step.number, step.value) for step in sales.steps] == [
        ("strategy", "shelf", 1, D(35)),
        ("strategy", "online", 3, D(5)),
        ("adjustment", "closures", None, D(-10)),
    ]
    assert (sales.strategies, sales.adjustments, sales.net, sales.residual) == (D(40), D(-10), D(30), D(0))
    assert (margin.net, margin.year.change, margin.residual) == (D(4), D(8), D(4))


def test_the_residual_is_missing_without_both_totals(make_plan) -> None:
    sales, _ = bridges(make_plan(strategies=STRATEGIES))
    assert (sales.net, sales.adjustments, sales.residual) == (D(40), None, None)


def test_no_values_no_bridge(make_plan, two_categories) -> None:
    assert bridges(make_plan(**two_categories, strategies=[STRATEGIES[1]])) == (None, None)
