"""The example plans: free of problems, tied out to the last figure, and printed as worked out."""

from decimal import Decimal
from pathlib import Path

import pytest

from acbp.analysis.figures import Figures, analyse
from acbp.building.validating import validate
from acbp.model import Plan
from acbp.rendering.locale import Locale
from tests.conftest import PLANS
from tests.printing import Example, Press
from tests.rendering.reading import Pdf, squeeze

LANGUAGES = ("zh", "en")
UNITS = {"zh": Decimal(10_000), "en": Decimal(1_000)}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """One example after the other."""
    return request.param


@pytest.fixture
def plan(language: str, examples: dict[str, Example]) -> Plan:
    """The plan."""
    return examples[language].plan


@pytest.fixture
def figures(language: str, examples: dict[str, Example]) -> Figures:
    """All that is worked out from it, for our own eyes."""
    example = examples[language]
    return analyse(example.plan, example.workspace, example.plan.plan.date)


def test_the_examples_are_without_a_single_problem() -> None:
    outcome = validate([Path(next(iter(PLANS.values()))).parent])
    assert len(outcome.plans) == len(PLANS)
    assert outcome.every_problem() == []
    assert outcome.exit_code == 0


def test_they_are_complete_plans_with_two_reviews(plan: Plan, figures: Figures) -> None:
    # Translations are put into the texts when a plan is read, and nothing of them remains.
    sections = [name for name in Plan.model_fields if name not in ("audience", "internal", "silence", "translations")]
    assert [name for name in sections if not getattr(plan, name)] == []
    assert len([review for review in plan.reviews if review.actuals]) >= 2
    assert figures.completeness.share == 1, figures.completeness.gaps


def test_nothing_is_stated_otherwise_than_it_adds_up(figures: Figures) -> None:
    assert figures.sales.disagreements == ()


def test_the_bridges_leave_nothing_unexplained(figures: Figures) -> None:
    for bridge in (figures.sales_bridge, figures.margin_bridge):
        assert bridge is not None and bridge.residual == 0
        assert bridge.year.last + sum(step.value for step in bridge.steps) == bridge.year.plan


def test_objectives_tie_out_by_quarter(figures: Figures) -> None:
    assert figures.objectives
    assert {item.phasing for item in figures.objectives} == {"ties"}
    assert [item.phasing_gap for item in figures.objectives if item.phasing_gap] == []


def test_quarters_and_categories_add_up_to_the_year(figures: Figures) -> None:
    sales = figures.sales
    assert sum(quarter.plan for quarter in sales.quarters) == sales.year.plan
    assert sum(quarter.last for quarter in sales.quarters) == sales.year.last
    assert sum(category.sales.plan for category in sales.categories) == sales.year.plan
    assert sum(category.sales.last for category in sales.categories) == sales.year.last
    for row in (sales.volume, sales.trade_spend, sales.customer_margin):
        assert sum(row.quarters) == row.year.plan
    assert sum(quarter.share for quarter in sales.quarters) == 1
    for year in sales.years:
        assert year.sales is not None
        if year.weeks:
            assert sum(year.weeks) == year.sales
        if any(quarter is not None for quarter in year.quarters):
            assert sum(year.quarters) == year.sales


def test_the_scorecard_weighs_a_hundred_and_is_measured(figures: Figures) -> None:
    card = figures.scorecard
    assert card is not None
    assert card.weight == 100 == sum(kpi.item.weight for kpi in card.kpis)
    assert sum(group.score for group in card.groups) == card.total
    assert card.unmeasured == 0


def test_promotions_keep_to_their_fund(plan: Plan, figures: Figures) -> None:
    assert figures.promotions is not None
    whole = figures.promotions.year
    assert whole.cost == sum(item.cost for item in plan.promotions.items)
    assert whole.cost <= plan.promotions.fund
    assert whole.count == len(plan.promotions.items)


def test_pursued_opportunities_are_what_the_strategies_bring(plan: Plan, figures: Figures) -> None:
    taken = {strategy.opportunity: strategy.value for strategy in plan.strategies if strategy.opportunity}
    values = {item.id: item.value for item in plan.opportunities.items}
    assert {name: value for name, value in taken.items() if value is not None and values[name] != value} == {}
    assert figures.sales_bridge.strategies == sum(value or 0 for value in taken.values())


def test_key_figures_stand_on_the_pages_to_the_last_digit(
    language: str, plan: Plan, figures: Figures, printed: Press
) -> None:
    made = printed[f"{language}-internal-{language}"]
    pdf = Pdf(made.content)
    pages = {page["anchor"]: pdf.texts[made.places[page["anchor"]] - 1] for page in made.document["pages"]}
    locale = Locale(language, plan.plan.currency, UNITS[language], UNITS[language])
    sales, card, profit = figures.sales, figures.scorecard, figures.customer_profit

    def said(subject: str) -> str:
        return "".join(text for anchor, text in pages.items() if anchor.startswith(subject))

    wanted = {
        "overview": [
            locale.money(sales.year.plan),
            locale.percent(sales.year.growth, 1),
            locale.money(sales.customer_margin.year.plan),
            *(locale.money(step.value, signed=True) for step in figures.sales_bridge.steps),
        ],
        "performance": [locale.money(year.sales) for year in sales.years if not year.planned],
        "financials": [
            *(locale.money(quarter.plan) for quarter in sales.quarters),
            *(locale.money(category.sales.plan) for category in sales.categories),
            locale.percent(sales.spend_rate.year.plan, 1),
        ],
        "promotions": [locale.money(figures.promotions.year.cost), locale.money(figures.promotions.year.incremental)],
        "scorecard": [locale.number(card.total, 1), *(locale.number(kpi.score, 1) for kpi in card.kpis)],
        "customer-profit": [locale.money(profit.profit.plan), locale.money(profit.profit.last)],
        "risks": [locale.money(risk.value) for risk in plan.risks if risk.value is not None and risk.status == "open"],
    }
    missing = {
        f"{subject}: {figure}"
        for subject, told in wanted.items()
        for figure in told
        if squeeze(figure) not in said(subject)
    }
    assert missing == set()


def test_the_search_for_figures_misses_what_is_not_there(language: str, printed: Press) -> None:
    pdf = Pdf(printed[f"{language}-internal-{language}"].content)
    assert squeeze("98,765.4") not in pdf.text
