"""The pack of one review meeting, one page a file: decisions first, then what happened, what is open, what comes."""

from collections.abc import Callable, Mapping

from acbp.analysis.reviews import ReviewFigures
from acbp.rendering.desk import Desk, Page
from acbp.rendering.meeting import decisions, landing, next_quarter, open_points, results

SECTIONS = ("decisions", "results", "open", "next")
"""The parts of a pack, as the tracker shows them."""

PAGES: tuple[Callable[[Desk, ReviewFigures], list[Page]], ...] = (
    decisions.write,
    results.write_scorecard,
    results.write,
    landing.write,
    open_points.write_answers,
    open_points.write_promises,
    open_points.write,
    next_quarter.write,
)
"""In the order in which they are bound."""


def write_meeting(desk: Desk, review: ReviewFigures) -> list[Page]:
    """Write every page that the review has something for."""
    return [page for write in PAGES for page in write(desk, review)]


def cover_words(desk: Desk, review: ReviewFigures) -> Mapping[str, str]:
    """What the cover of the pack says in place of the plan's: the meeting, whose it is, and its day."""
    day = desk.locale.date_long(review.item.date)
    return {
        "title": desk.words("meeting.cover", period=desk.period(review.period), year=str(desk.year)),
        "promise": desk.words("meeting.cover_promise", us=desk.us, them=desk.them, title=desk.plan.plan.title),
        "date": day,
    }
