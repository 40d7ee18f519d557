"""What `acbp explain` says of the examples' figures stands on their pages, digit for digit."""

import re
from fnmatch import fnmatchcase

import pytest

from acbp.building.explaining import explain
from acbp.building.explanation import Explained
from tests.conftest import PLANS
from tests.printing import Press
from tests.rendering.reading import Pdf, squeeze

PAGES = {
    "sales.plan": "overview",
    "sales.growth": "overview",
    "sales.last": "financials",
    "sales.price.plan": "financials",
    "sales.quarters.*.plan": "financials",
    "sales.quarters.*.last": "financials",
    "sales.quarters.*.share": "financials",
    "sales.quarters.*.growth": "financials",
    "sales.categories.*.plan": "financials",
    "sales.categories.*.last": "financials",
    "sales.categories.*.growth": "financials",
    "volume.plan": "financials",
    "volume.growth": "financials",
    "trade-spend.plan": "financials",
    "spend-rate.plan": "financials",
    "spend-rate.change": "financials",
    "customer-margin.plan": "financials",
    "customer-margin.growth": "financials",
    "growth.volume": "financials",
    "years.*.sales": "performance",
    "performance.total.our-share": "performance",
    "performance.categories.*.gap-value": "performance",
    "stores.total.numeric": "breakdown",
    "stores.total.weighted": "breakdown",
    "stock.lines.*.weeks": "stock",
    "stock.lines.*.turn": "stock",
    "stock.lines.*.gmroi": "stock",
    "stock.lines.*.sell-through": "stock",
    "stock.total.gmroi": "stock",
    "stock.total.sell-through": "stock",
    "receivables.dso": "stock",
    "receivables.limit-use": "stock",
    "space.shelves.*.now": "space",
    "space.shelves.*.fair-share-index": "space",
    "space.distribution.*.weighted": "space",
    "service.levels.*.now": "service",
    "service.index": "service",
    "issue-counts.closed-in-time": "issues",
    "promises.*.rate": "promises",
    "satisfaction.mean": "satisfaction",
    "satisfaction.top-box": "satisfaction",
    "opportunities.*.score": "opportunities",
    "promotions.total.cost": "promotions",
    "promotions.total.per-unit": "promotions",
    "promotions.quarters.*.incremental": "promotions",
    "promotions.*.incremental": "promotions",
    "customer-profit.total": "customer-profit",
    "customer-profit.margin.plan": "customer-profit",
    "customer-profit.expense-ratio.plan": "customer-profit",
    "customer-profit.turnover.plan": "customer-profit",
    "customer-profit.turnover-days.plan": "customer-profit",
    "contribution.plan": "contribution",
    "contribution.pocket.plan": "contribution",
    "contribution.pocket-per-unit.plan": "contribution",
    "contribution.gross-profit.plan": "contribution",
    "terms.prices.*.initial": "terms",
    "terms.prices.*.maintained": "terms",
    "terms.margin.plan": "terms",
    "negotiation.room": "negotiation",
    "negotiation.concessions.*.contribution": "negotiation",
    "scenarios.*.sales": "scenarios",
    "account.dependency": "classification",
    "account.assessments.*.weighted-score": "assessment",
    "completeness.share": "classification",
    "scorecard.total": "scorecard",
    "scorecard.kpis.*.attainment": "scorecard",
    "scorecard.kpis.*.score": "scorecard",
    "reviews.*.sales.actual": "review",
    "reviews.*.landing": "review",
    "reviews.*.to-go.per-quarter": "review",
    "reviews.*.forecasts.*.accuracy": "review",
}
"""References, and the page on which each of them stands."""

_FIGURE = re.compile(r"[\d,]+(\.\d+)?%?")


def figure_of(found: Explained) -> str:
    """The figure as it is printed, without its sign and its unit."""
    match = _FIGURE.search(found.printed)
    assert match
    return match[0]


@pytest.fixture(scope="module", params=["zh-internal", "zh-customer", "en-internal", "en-customer"])
def told(request: pytest.FixtureRequest, printed: Press) -> tuple[dict[str, Explained], dict[str, str]]:
    """All figures of an example in an edition, by reference, and the text of its pages, by name."""
    language, edition = request.param.split("-")
    listing = explain(PLANS[language], None, edition=edition).listing
    made = printed[f"{request.param}-{language}"]
    texts = Pdf(made.content).texts
    pages: dict[str, str] = {}
    for page in made.document["pages"]:
        pages[page["name"]] = pages.get(page["name"], "") + texts[made.places[page["anchor"]] - 1]
    return {found.reference: found for group in listing.values() for found in group}, pages


def test_what_is_explained_is_what_is_printed(told: tuple[dict[str, Explained], dict[str, str]]) -> None:
    figures, pages = told
    checked, missing = 0, []
    for pattern, name in PAGES.items():
        text = "".join(text for page, text in pages.items() if page.startswith(name))
        for reference, found in figures.items():
            if text and fnmatchcase(reference, pattern) and reference.count(".") == pattern.count("."):
                checked += 1
                if squeeze(figure_of(found)) not in text:
                    missing.append((reference, found.printed))
    assert missing == []
    assert checked > 150


def test_every_page_that_is_looked_at_is_there(told: tuple[dict[str, Explained], dict[str, str]]) -> None:
    figures, pages = told
    if "contribution.plan" in figures:
        assert [name for name in set(PAGES.values()) if not any(page.startswith(name) for page in pages)] == []


def test_no_brace_is_left_on_a_page(told: tuple[dict[str, Explained], dict[str, str]]) -> None:
    assert [name for name, text in told[1].items() if "{{" in text or "}}" in text] == []
