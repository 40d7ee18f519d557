"""Every metric by its declared formula: worked out anew from its inputs, it is the value that the pages print."""

from decimal import Decimal
from fnmatch import fnmatchcase

import pytest

from acbp.analysis.explaining import References
from acbp.analysis.explaining.register import SUBJECTS
from acbp.analysis.figures import analyse
from acbp.editions import for_customer
from acbp.editions.projection import seen
from tests.printing import Example

TRADE = {
    "unit case": "skus.*.volume",
    "total volume": "volume.plan",
    "promo uplift": "promotions.*.incremental",
    "gross revenue": "contribution.list.plan",
    "invoice price": "contribution.invoice.plan",
    "chained discounts": "terms.discount-rate",
    "net sales revenue": "terms.net",
    "pocket price": "terms.pocket-per-unit",
    "pocket price, our own way": "contribution.pocket-per-unit.plan",
    "trade spend rate of gross": "terms.spend-of-list",
    "trade spend rate of net": "spend-rate.plan",
    "trade spend": "trade-spend.plan",
    "gross profit": "contribution.gross-profit.plan",
    "gross profit rate": "contribution.gross-profit-rate",
    "pocket margin": "contribution.pocket-margin",
    "our contribution": "contribution.plan",
    "customer's profit": "customer-profit.total",
    "customer's margin": "customer-profit.margin.plan",
    "customer's expense ratio": "customer-profit.expense-ratio.plan",
    "capital turnover": "customer-profit.turnover.plan",
    "capital turnover in days": "customer-profit.turnover-days.plan",
    "retailer's initial margin": "terms.prices.*.initial",
    "maintained margin": "terms.prices.*.maintained",
    "front margin": "terms.front.plan",
    "back margin": "terms.back.plan",
    "total margin": "terms.margin.plan",
    "GMROI": "stock.total.gmroi",
    "stock turn": "stock.total.turn",
    "weeks on hand": "stock.lines.*.weeks",
    "sell-through": "stock.total.sell-through",
    "on-shelf availability": "service.levels.on-shelf-*.now",
    "out of stock": "service.out-of-stock",
    "OTIF": "service.levels.otif.now",
    "case fill": "service.levels.case-fill.now",
    "numeric distribution": "stores.total.numeric",
    "weighted distribution": "stores.total.weighted",
    "numeric distribution of a line": "space.distribution.*.numeric.now",
    "share of shelf": "space.shelves.*.now",
    "fair-share index of the shelf": "space.shelves.*.fair-share-index",
    "category share": "performance.total.our-share",
    "fair-share index": "performance.categories.*.fair-share-index",
    "DSO": "receivables.dso",
    "promo ROI": "promotions.*.roi",
    "promo ROI A": "promotions.*.true-roi-a",
    "promo ROI B": "promotions.*.true-roi-b",
    "promo ROI C": "promotions.*.true-roi-c",
    "cost per incremental unit": "promotions.*.cost-per-unit",
    "true incremental volume": "promotions.*.true-units",
    "year on year": "sales.growth",
    "actual to target": "reviews.*.sales.attainment",
    "landing": "reviews.*.landing",
    "rate to go": "reviews.*.to-go.per-quarter",
    "stretch": "reviews.*.to-go.stretch",
    "forecast accuracy": "reviews.*.forecasts.*.accuracy",
    "forecast bias": "reviews.*.forecasts.*.bias",
    "KPI attainment": "reviews.*.kpis.*.attainment",
    "scorecard total": "scorecard.total",
    "maturity ladder": "reviews.*.kpis.*.levels",
    "checklist": "reviews.*.kpis.*.items",
    "weighted assessment": "account.assessments.*.weighted-score",
    "opportunity score": "opportunities.*.score",
    "satisfaction, mean": "satisfaction.mean",
    "satisfaction, top box": "satisfaction.top-box",
    "complaints closed in time": "issue-counts.closed-in-time",
    "median days to close": "issue-counts.median-days",
    "dependency": "account.dependency",
    "promises kept, ours": "promises.us.rate",
    "promises kept, theirs": "promises.customer.rate",
    "completeness": "completeness.share",
}
"""What the trade measures, and the reference under which this program works it out."""


@pytest.fixture(scope="module", params=["zh", "en"])
def example(request: pytest.FixtureRequest, examples: dict[str, Example]) -> Example:
    return examples[request.param]


def read(example: Example, edition: str) -> References:
    plan, workspace = example.plan, example.workspace
    if edition == "customer":
        plan, workspace = for_customer(plan), seen(workspace)
    return References(plan, analyse(plan, workspace, example.plan.plan.date), example.plan)


@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_each_formula_gives_the_value_from_its_inputs(example: Example, edition: str) -> None:
    references = read(example, edition)
    wrong = {}
    for name, _, _ in references.metrics():
        value, again = references.look_up(name).value, references.evaluate(name)
        if (value is None) != (again is None) or (
            value is not None and abs(value - again) > abs(value) * Decimal("1e-20")
        ):
            wrong[name] = (value, again)
    assert wrong == {}


def test_a_wrong_input_gives_another_value(example: Example) -> None:
    references = read(example, "internal")
    stated = references.stated
    first = next(name for name in stated if name.startswith("financials.categories.") and name.endswith(".Q1"))
    stated[first] = type(stated[first])(first, (), Decimal(1), "money", "", "")
    category = first.split(".")[2]
    assert (
        references.evaluate(f"sales.categories.{category}.plan")
        != references.look_up(f"sales.categories.{category}.plan").value
    )


@pytest.fixture(scope="module")
def names(examples: dict[str, Example]) -> list[str]:
    """Every reference of either example that has a value."""
    return [name for example in examples.values() for name in read(example, "internal").names()]


@pytest.mark.parametrize("metric", TRADE)
def test_what_the_trade_measures_can_be_asked_for(metric: str, names: list[str]) -> None:
    assert any(fnmatchcase(name, TRADE[metric]) for name in names)


def test_no_metric_hides_behind_a_figure_of_the_plan(example: Example) -> None:
    references = read(example, "internal")
    assert [name for name, _, _ in references.metrics() if name in references.stated] == []


def test_every_input_is_known_and_no_way_leads_back_to_itself(example: Example) -> None:
    references = read(example, "internal")
    for name in (name for name, _, _ in references.metrics()):
        found = references.explain(name)
        waiting, lost = list(found.inputs), []
        while waiting:
            given = waiting.pop()
            assert given.reference != name
            lost += (
                [given.reference] if given.title == ("", "") and not given.optional and found.value is not None else []
            )
            waiting += given.inputs
        assert lost == []


def test_every_metric_has_words_in_both_languages() -> None:
    for subject in SUBJECTS:
        for metric in subject.metrics:
            words = (*subject.title, *metric.formula)
            assert all(words), (subject.pattern, metric.name)
            assert any(char > "\u2e7f" for char in metric.formula[0] + subject.title[0]), (subject.pattern, metric.name)
            assert not any(char > "\u2e7f" for char in metric.formula[1] + metric.title[1] + subject.title[1])
