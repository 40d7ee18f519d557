"""Where the year is going to land by a named method, what the rest must bring, and how the shortfall is made up."""

from acbp.analysis.reviews import ReviewFigures
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import module, row
from acbp.rendering.pages.outlook import outlook_rows
from acbp.rendering.pages.reviews import recovery_table


def write(desk: Desk, review: ReviewFigures) -> list[Page]:
    """Write the page; none where the year cannot be projected and nothing was forecast."""
    words, locale, landing = desk.words, desk.locale, review.landing
    rows = outlook_rows(desk, review)
    if not rows:
        return []
    if landing is not None:
        method = [words(f"review.landing_{landing.method}")]
        if landing.method == "phasing":
            divided = f"{locale.money(landing.year_to_date)} ÷ {locale.percent(landing.elapsed, 2)}"
            method.append(words("meeting.divided", sum=divided, result=locale.money(landing.landing)))
        said = module("text", words("meeting.method"), paragraphs=method, room="104" if review.recovery else "174")
        recovery = recovery_table(desk, review)
        rows.append(row((64.0, [recovery]), (104.0, [said])) if recovery else row(said))
    return desk.bind("meeting-landing", 2, _title(desk, review), rows, notes=words("meeting.landing_note"))


def _title(desk: Desk, review: ReviewFigures) -> str:
    words, locale, landing, to_go = desk.words, desk.locale, review.landing, review.to_go
    if landing is None or landing.gap is None:
        return words("meeting.landing_plain", period=desk.period(review.period))
    key = "meeting.landing_short" if landing.gap < 0 else "meeting.landing_ahead"
    title = words(key, value=locale.money_long(landing.landing), gap=locale.money_long(abs(landing.gap)))
    if to_go is not None and to_go.remaining > 0:
        title += words("meeting.landing_rest", n=to_go.quarters_left, value=locale.money_long(to_go.per_quarter))
    return title
