"""Share of shelf, fair share, placements and distribution, worked by hand."""

from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.performance import compare_with_market
from acbp.analysis.sales import work_out_sales
from acbp.analysis.space import measure_space

CATEGORIES = [{"id": "tea", "name": "Tea", "focus": True}, {"id": "water", "name": "Water"}]
SALES = [
    {"category": "tea", "customer_sales": 300, "our_share": "20%"},
    {"category": "water", "customer_sales": 100, "our_share": "40%"},
]


def facings(own: int, all_: int) -> dict:
    return {"own": own, "all": all_}


def space_of(make_plan, sales=(), **given):
    situation = {"performance": {"conclusion": "x", "categories": list(sales)}} if sales else None
    plan = make_plan(
        heading={"categories": CATEGORIES}, situation=situation, space={"conclusion": "Hold the shelf", **given}
    )
    names = list_names(plan)
    return measure_space(plan, names, compare_with_market(plan, names, work_out_sales(plan, names)))


def test_share_of_shelf_against_share_of_sales(make_plan) -> None:
    tea = {"category": "tea", "last": facings(20, 200), "now": facings(30, 200), "target": facings(50, 200)}
    water = {"category": "water", "last": facings(40, 100), "now": facings(50, 100), "target": facings(50, 100)}
    found = space_of(make_plan, SALES, shelves=[tea, water])
    first, second = found.shelves
    assert (first.last, first.now, first.target) == (D("0.1"), D("0.15"), D("0.25"))
    assert (first.change, first.to_go, first.sales_share) == (D("0.05"), D("0.1"), D("0.2"))
    assert first.fair_share_index == 75  # 15% of the shelf for 20% of the sales
    assert second.fair_share_index == 125
    # Together 80 of 300 facings; sales 60 + 40 of 400.
    assert (found.total.now, found.total.sales_share) == (D(80) / 300, D("0.25"))
    assert found.lead is first


def test_a_segment_has_no_share_of_sales_but_its_own_and_counts_in_no_total(make_plan) -> None:
    shelves = [
        {"category": "tea", "segment": "Unsweetened", "now": facings(28, 100)},
        {"category": "tea", "segment": "Iced", "now": facings(28, 100), "sales_share": "35%"},
        {"category": "water", "now": facings(50, 100)},
    ]
    found = space_of(make_plan, SALES, shelves=shelves)
    assert [(shelf.name, shelf.fair_share_index) for shelf in found.shelves] == [
        ("Unsweetened", None),
        ("Iced", D(80)),
        ("Water", D(125)),
    ]
    assert found.total is None


def test_a_total_is_missing_where_one_shelf_was_not_counted_and_where_other_categories_are_sold(make_plan) -> None:
    both = [{"category": "tea", "now": facings(10, 100)}, {"category": "water", "last": facings(1, 10)}]
    found = space_of(make_plan, SALES, shelves=both)
    assert (found.total.now, found.total.last, found.total.fair_share_index) == (None, None, None)
    counted = [{"category": name, "now": facings(10, 100)} for name in ("tea", "water")]
    assert space_of(make_plan, SALES[:1], shelves=counted).total.sales_share is None
    assert space_of(make_plan, shelves=counted).total.now == D("0.1")


def test_an_empty_shelf_has_no_share(make_plan) -> None:
    found = space_of(make_plan, shelves=[{"category": "tea", "last": facings(0, 0), "now": facings(0, 50)}])
    assert (found.shelves[0].last, found.shelves[0].now, found.shelves[0].change) == (None, 0, None)
    assert found.lead is None


def test_the_shelf_that_gained_most_leads_where_every_target_is_reached(make_plan) -> None:
    shelves = [
        {"category": "tea", "last": facings(1, 10), "now": facings(3, 10), "target": facings(3, 10)},
        {"category": "water", "last": facings(1, 10), "now": facings(4, 10), "target": facings(3, 10)},
    ]
    assert space_of(make_plan, shelves=shelves).lead.name == "Water"


def test_placements(make_plan) -> None:
    found = space_of(
        make_plan,
        coolers=[{"name": "Upright", "last": 412, "now": 664, "target": 712}],
        displays=[{"name": "End bay", "now": 120}],
    )
    cooler, display = found.coolers[0], found.displays[0]
    assert (cooler.change, cooler.to_go, cooler.reached) == (252, 48, D(664) / 712)
    assert (display.change, display.to_go, display.reached) == (None, None, None)


def test_numeric_and_weighted_distribution(make_plan) -> None:
    must_stock = {"name": "Must-stock", "stores": 640, "last": 480, "now": 560, "target": 640}
    sold = {**must_stock, "category_sales": 1000, "handler_sales": 940}
    first, second = space_of(make_plan, distribution=[sold, {"name": "New", "stores": 0, "now": 0}]).distribution
    assert (first.last, first.now, first.target, first.weighted) == (D("0.75"), D("0.875"), 1, D("0.94"))
    assert (second.now, second.weighted) == (None, None)


def test_no_section_no_figures(make_plan) -> None:
    plan = make_plan()
    assert measure_space(plan, list_names(plan), None) is None
