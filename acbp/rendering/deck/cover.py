"""The first slide: title, what both sides get, whose plan it is, and four years of sales as bars."""

from acbp.charts.metrics import measure
from acbp.rendering.deck.slide import WIDTH
from acbp.rendering.desk import Desk
from acbp.rendering.pages.cover import plot_years

CHART = (WIDTH, 68.0)
TITLE_SIZE = 28.5


def write(desk: Desk) -> dict[str, object]:
    """Return what the cover's template prints."""
    heading, words = desk.plan.plan, desk.words
    chart, _ = plot_years(desk, CHART)
    mark = words("common.internal_mark") if desk.internal else heading.confidentiality or words("common.confidential")
    return {
        "title": heading.title,
        "small": measure(heading.title, TITLE_SIZE, True) > WIDTH,
        "promise": heading.promise or "",
        "chart": chart,
        "meta": [f"{desk.us} × {desk.them}", f"{heading.version} · {desk.locale.date_long(heading.date)}", mark],
    }
