"""The figures that a plan states, by reference."""

from datetime import date
from decimal import Decimal

from acbp.analysis.explaining.fields import list_stated
from acbp.editions import for_customer


def test_items_are_named_by_what_tells_them_apart(make_plan, two_categories) -> None:
    stated = list_stated(make_plan(**two_categories))
    tea = stated["financials.categories.tea.quarters.Q1"]
    assert (tea.value, tea.unit, tea.location) == (10, "money", ("financials", "categories", 1, "quarters", "Q1"))
    assert stated["situation.performance.history.2026.category_volumes.tea"].unit == "volume"
    assert stated["situation.performance.history.2026.share"].value == Decimal("0.18")


def test_a_list_of_items_is_passed_over(make_plan) -> None:
    plan = make_plan(
        heading={"categories": [{"id": "tea", "name": "Tea"}]},
        promotions={
            "items": [
                {"id": "cny", "name": "CNY", "category": "tea", "start_week": 3, "end_week": 5, "mechanic": "2 for 1"}
            ]
        },
    )
    stated = list_stated(plan)
    assert stated["promotions.cny.start_week"].location == ("promotions", "items", 0, "start_week")
    assert (stated["promotions.cny.cost"].value, stated["promotions.cny.cost"].unit) == (None, "money")


def test_what_is_left_out_can_be_asked_for(make_plan) -> None:
    stated = list_stated(make_plan())
    assert stated["financials.volume.Q1"].value is None
    assert stated["plan.date"].value == date(2027, 1, 4)
    assert (stated["plan.year"].value, stated["plan.year"].unit) == (2027, "year")


def test_a_measure_takes_its_unit_from_beside_it(make_plan) -> None:
    kpis = [{"id": "share", "name": "Share", "unit": "%", "weight": 50, "target": "20%"}]
    kpis += [{"id": "stores", "name": "Stores", "unit": "stores", "weight": 30, "target": 12}]
    kpis += [{"id": "sales", "name": "Sales", "unit": "money", "weight": 20, "target": 3}]
    plan = make_plan(
        heading={"money_unit": "k"},
        scorecard={"kpis": kpis},
        reviews=[
            {"period": "Q1", "date": "2027-04-01", "actuals": {"kpis": {"stores": 7, "sales": 2, "share": "19%"}}}
        ],
    )
    stated = list_stated(plan)
    units = {
        name: (stated[name].value, stated[name].unit)
        for name in stated
        if name.startswith("scorecard.kpis.") and name.endswith(".target")
    }
    assert units == {
        "scorecard.kpis.share.target": (Decimal("0.2"), "percent"),
        "scorecard.kpis.stores.target": (12, "stores"),
        "scorecard.kpis.sales.target": (3000, "money"),
    }
    assert stated["reviews.Q1.actuals.kpis.sales"].value == 2000
    assert stated["reviews.Q1.actuals.kpis.stores"].unit == "stores"


def test_an_edition_that_counts_its_items_anew_leaves_them_out(make_plan) -> None:
    formats = [{"format": "Large", "stores": 3, "audience": "internal"}, {"format": "Small", "stores": 40}]
    plan = make_plan(account={"stores": formats})
    assert list_stated(plan)["account.stores.2.stores"].value == 40
    assert "account.stores.1.stores" not in list_stated(for_customer(plan), plan)
    open_to_all = make_plan(account={"stores": [formats[1]]})
    assert list_stated(for_customer(open_to_all), open_to_all)["account.stores.1.stores"].value == 40


def test_what_is_internal_has_no_value_in_the_customers_plan(make_plan) -> None:
    plan = make_plan(supplier={"total_sales": 500})
    assert list_stated(plan)["supplier.total_sales"].value == 500
    assert list_stated(for_customer(plan), plan)["supplier.total_sales"].value is None
