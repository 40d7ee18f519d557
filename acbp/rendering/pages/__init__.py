"""The pages of a plan, one file each: what stands on the page, in the words of the trade, as plain data."""

from collections.abc import Callable

from acbp.rendering.desk import Desk, Page
from acbp.rendering.pages import (
    account,
    actions,
    assessment,
    assortment,
    breakdown,
    classification,
    contact_plan,
    contribution,
    customer_profit,
    financials,
    free,
    governance,
    issues,
    launch,
    market,
    measures,
    opportunities,
    overview,
    performance,
    promises,
    promotions,
    relationship_levels,
    relationships,
    reviews,
    risks,
    scorecard,
    service,
    shopper,
    signoff,
    space,
    stock,
    strategies,
    team,
)

PAGES: tuple[Callable[[Desk], list[Page]], ...] = (
    overview.write,
    account.write,
    classification.write,
    assessment.write,
    performance.write,
    assortment.write,
    breakdown.write,
    stock.write,
    market.write,
    shopper.write,
    space.write,
    opportunities.write,
    strategies.write,
    actions.write,
    promotions.write,
    launch.write,
    financials.write,
    customer_profit.write,
    contribution.write,
    scorecard.write,
    service.write,
    issues.write,
    measures.write,
    reviews.write,
    promises.write,
    relationships.write,
    relationship_levels.write,
    contact_plan.write,
    team.write,
    governance.write,
    risks.write,
    free.write,
    signoff.write,
)
"""In the order in which they are bound."""


def write_pages(desk: Desk) -> list[Page]:
    """Write every page that the plan has something for; absent sections leave no page."""
    return [page for write in PAGES for page in write(desk)]
