"""All figures of whole plans, in both editions."""

from dataclasses import fields
from datetime import date
from decimal import Decimal as D
from pathlib import Path

import pytest

from acbp.analysis import Figures, analyse
from acbp.editions import for_customer
from acbp.loading import discover, load_plan
from acbp.model import Plan, Workspace

PLANS = Path(__file__).parents[2] / "plans"
SOURCES = discover([PLANS])[0]
AS_OF = date(2027, 7, 20)


def load(source) -> tuple[Plan, Workspace]:
    loaded = load_plan(source)
    assert loaded.plan is not None and loaded.workspace is not None, loaded.problems
    return loaded.plan, loaded.workspace


@pytest.fixture(params=SOURCES, ids=str)
def example(request) -> tuple[Plan, Workspace]:
    return load(request.param)


def test_an_example_ties_out(example) -> None:
    figures = analyse(*example, AS_OF)
    assert figures.sales.disagreements == ()
    assert figures.sales_bridge is not None and figures.sales_bridge.residual == 0
    assert figures.growth is not None
    steps = figures.growth.volume + (figures.growth.mix or 0) + figures.growth.price
    assert abs(steps - (figures.growth.plan - figures.growth.last)) < D("0.01")


def test_the_customers_figures_are_worked_out_without_ours(example) -> None:
    plan, _ = example
    figures = analyse(for_customer(plan), None, AS_OF)
    assert (figures.contribution, figures.risks) == (None, None)
    assert (figures.customer.grade, figures.customer.dependency, figures.assessments) == (None, None, None)
    assert figures.sales.year.plan is not None


def test_the_customers_figures_do_not_know_our_values(example) -> None:
    plan, _ = example
    assert plan.financials is not None
    changed = plan.model_copy(
        update={
            "risks": (),
            "supplier": plan.supplier.model_copy(update={"total_sales": D(1), "team": ()}),
            "account": plan.account.model_copy(update={"customer_since": 1999, "assessments": (), "tier": None}),
            "financials": plan.financials.model_copy(update={"reserve": D(7), "contribution": ()}),
            "strategies": tuple(item.model_copy(update={"investment": D(9)}) for item in plan.strategies),
        }
    )
    assert analyse(for_customer(changed), None, AS_OF) == analyse(for_customer(plan), None, AS_OF)


def test_a_plan_of_three_sections_has_figures_that_are_missing(make_plan) -> None:
    figures = analyse(make_plan(), None, AS_OF)
    absent = {field.name for field in fields(Figures) if getattr(figures, field.name) in (None, ())}
    assert absent == {
        "growth",
        "performance",
        "assortment",
        "stores",
        "months",
        "sell_gap",
        "stock",
        "receivables",
        "satisfaction",
        "ties",
        "sales_bridge",
        "margin_bridge",
        "opportunities",
        "objectives",
        "actions",
        "promotions",
        "customer_profit",
        "contribution",
        "scenarios",
        "negotiation",
        "terms",
        "fund",
        "budget",
        "cost_to_serve",
        "scorecard",
        "reviews",
        "risks",
        "assessments",
        "account_team",
        "kam",
        "space",
        "launch",
        "service",
        "issues",
        "promises",
        "evaluation",
    }


def test_links_that_point_to_nothing_do_no_harm(make_plan) -> None:
    strategy = {"id": "s", "name": "S", "how": "x", "objective": "lost", "opportunity": "lost", "customer_benefit": "y"}
    plan = make_plan(
        opportunities={
            "horizontal": "lost",
            "vertical": "lost",
            "items": [{"id": "o", "name": "O", "customer_benefit": "y"}],
        },
        strategies=[strategy],
        actions=[{"id": "a", "name": "A", "strategy": "lost", "owner": "lost", "depends_on": ["lost"]}],
        promotions={
            "items": [
                {"id": "p", "name": "P", "category": "lost", "start_week": 53, "end_week": 1, "mechanic": "x"},
            ]
        },
        scorecard={"kpis": [{"id": "k", "name": "K", "weight": 0, "group": "lost"}]},
        reviews=[{"period": "Q2", "date": "2027-07-16", "responses": [{"kpi": "lost", "cause": "x", "response": "y"}]}],
    )
    figures = analyse(plan, None, AS_OF)
    assert figures.promotions is not None and figures.promotions.items[0].quarter is None
    assert figures.actions is not None and figures.actions.groups[0].strategy is None
    assert figures.scorecard is not None and figures.scorecard.missing_weight is None
    assert figures.opportunities is not None and figures.opportunities.items[0].score is None
