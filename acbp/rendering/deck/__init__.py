"""The deck for the customer meeting: the report's figures and charts on slides, one message each."""

from collections.abc import Callable

from acbp.rendering.deck import activity, choices, delivery, money, opening, partnership, standing
from acbp.rendering.deck.cover import write as write_cover
from acbp.rendering.deck.slide import ENLARGED, SLIDE
from acbp.rendering.desk import Desk, Page

__all__ = ["ENLARGED", "SLIDE", "write_cover", "write_slides"]

SLIDES: tuple[Callable[[Desk], list[Page]], ...] = (
    opening.write,
    standing.write_performance,
    standing.write_space,
    choices.write_opportunities,
    choices.write_strategies,
    activity.write_actions,
    activity.write_promotions,
    money.write_financials,
    money.write_customer_profit,
    money.write_contribution,
    delivery.write_scorecard,
    delivery.write_service,
    delivery.write_review,
    partnership.write_promises,
    partnership.write_risks,
    partnership.write_next_steps,
)
"""In the order in which they are shown."""


def write_slides(desk: Desk) -> list[Page]:
    """Write every slide that the plan has something for; the names are those of the report's pages."""
    return [page for write in SLIDES for page in write(desk)]
