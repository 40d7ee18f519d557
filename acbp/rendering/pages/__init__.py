"""The pages of a plan, one file each: what stands on the page, in the words of the trade, as plain data."""

from collections.abc import Callable

from acbp.rendering.desk import Desk, Page
from acbp.rendering.pages import (
    account,
    actions,
    classification,
    contribution,
    customer_profit,
    financials,
    free,
    market,
    measures,
    opportunities,
    overview,
    performance,
    promotions,
    relationships,
    reviews,
    risks,
    scorecard,
    signoff,
    strategies,
)

PAGES: tuple[Callable[[Desk], list[Page]], ...] = (
    overview.write,
    account.write,
    classification.write,
    performance.write,
    market.write,
    opportunities.write,
    strategies.write,
    actions.write,
    promotions.write,
    financials.write,
    customer_profit.write,
    contribution.write,
    scorecard.write,
    measures.write,
    reviews.write,
    relationships.write,
    risks.write,
    free.write,
    signoff.write,
)
"""In the order in which they are bound."""


def write_pages(desk: Desk) -> list[Page]:
    """Write every page that the plan has something for; absent sections leave no page."""
    return [page for write in PAGES for page in write(desk)]
