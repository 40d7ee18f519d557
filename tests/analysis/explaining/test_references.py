"""Asking a plan for a figure by its reference."""

from datetime import date
from decimal import Decimal

import pytest

from acbp.analysis.explaining import References
from acbp.analysis.figures import analyse
from acbp.editions import for_customer
from acbp.model import Plan

DAY = date(2027, 1, 4)


def read(plan: Plan) -> References:
    return References(plan, analyse(plan, None, DAY))


@pytest.fixture
def references(make_plan, two_categories) -> References:
    """A plan of 130 after 100."""
    return read(make_plan(**two_categories))


def test_a_worked_out_figure_comes_with_its_inputs(references: References) -> None:
    found = references.explain("sales.growth")
    assert (found.value, found.unit, found.location) == (Decimal("0.3"), "growth", None)
    assert [given.reference for given in found.inputs] == ["sales.plan", "sales.last"]
    quarters = found.inputs[0].inputs
    assert [quarter.value for quarter in quarters] == [20, 30, 45, 35]
    assert {given.reference for given in quarters[0].inputs} == {
        "financials.categories.water.quarters.Q1",
        "financials.categories.tea.quarters.Q1",
    }


def test_of_several_ways_the_one_that_was_taken_is_shown(references: References) -> None:
    last = references.explain("sales.last")
    assert [given.reference.rpartition(".")[2] for given in last.inputs] == ["Q1", "Q2", "Q3", "Q4"]
    before = references.explain("years.2025.sales")
    assert [given.reference for given in before.inputs] == ["situation.performance.history.2025.sales"]


def test_a_stated_figure_has_a_place(references: References) -> None:
    found = references.explain("situation.performance.share_target")
    assert (found.value, found.inputs) == (Decimal("0.2"), ())
    assert found.location == ("situation", "performance", "share_target")


@pytest.mark.parametrize(
    "text",
    [
        "financials.customer_margin.Q1",
        "financials.customer-margin.q1",
        " financials.customer_margin.Q1 ",
        "Financials.customer_margin.Q1",
    ],
)
def test_spellings_of_one_reference(references: References, text: str) -> None:
    assert references.spell(text) == "financials.customer_margin.Q1"


def test_items_may_be_written_as_problems_name_them(references: References) -> None:
    assert references.spell("financials.categories[tea].quarters.Q1") == "financials.categories.tea.quarters.Q1"


def test_a_reference_to_nothing_has_neighbours(references: References) -> None:
    assert references.explain("sales.grwth") is None
    assert references.nearest("sales.grwth")[0] == "sales.growth"
    assert references.nearest("sales.categories.tee.plan")[0] == "sales.categories.tea.plan"
    assert references.nearest("zzz") == ()


def test_a_missing_figure_says_what_it_lacks(make_plan, two_categories) -> None:
    del two_categories["financials"]["customer_margin"]["Q3"]
    found = read(make_plan(**two_categories)).explain("customer-margin.plan")
    assert found.value is None
    assert [end.reference for end in found.missing()] == ["financials.customer_margin.Q3"]


def test_the_end_of_a_missing_figure_is_found_through_other_metrics(make_plan, two_categories) -> None:
    two_categories["financials"]["trade_spend"] = {"Q1": 2}
    found = read(make_plan(**two_categories)).explain("spend-rate.plan")
    assert [end.reference for end in found.missing()] == [f"financials.trade_spend.Q{n}" for n in (2, 3, 4)]


def test_growth_on_nothing_is_missing_although_nothing_is_left_out(make_plan, two_categories) -> None:
    year = two_categories["situation"]["performance"]["history"][1]
    year["quarters"] = {"Q1": 0, "Q2": 0, "Q3": 0, "Q4": 0}
    found = read(make_plan(**two_categories)).explain("sales.growth")
    assert found.value is None
    assert [end.reference for end in found.missing()] == ["sales.growth"]


def test_a_plan_that_says_nothing_has_no_metrics_of_it(make_plan) -> None:
    references = read(make_plan())
    assert references.explain("contribution.plan") is None
    assert references.explain("sales.plan").value is None
    assert "sales.plan" not in references.names()


def test_names_are_those_with_a_value(references: References) -> None:
    names = references.names()
    assert {"sales.plan", "sales.categories.tea.share.plan", "financials.trade_spend.Q1"} <= set(names)
    assert all(references.look_up(name).value is not None for name in names)


def test_the_customers_references_know_no_internal_figure(make_plan, two_categories) -> None:
    two_categories["supplier"] = {"total_sales": 1000}
    plan = make_plan(**two_categories)
    assert read(plan).look_up("account.dependency").value == Decimal("0.1")
    projected = for_customer(plan)
    theirs = References(projected, analyse(projected, None, DAY), plan)
    assert theirs.look_up("account.dependency") is None
    assert theirs.look_up("sales.growth").value == Decimal("0.3")
