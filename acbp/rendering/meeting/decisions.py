"""The first page of a review's pack: what the meeting is to decide, and where the year stands in four figures."""

from acbp.analysis.rates import difference
from acbp.analysis.reviews import ReviewFigures
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import module, row
from acbp.rendering.pages.overview import cards_module


def write(desk: Desk, review: ReviewFigures) -> list[Page]:
    """Write the page."""
    words, item = desk.words, review.item
    rows: list[Row] = []
    if item.decisions_wanted:
        rows.append(row(module("decision", label=words("review.wanted"), texts=list(item.decisions_wanted), bare=True)))
    if cards := _cards(desk, review):
        rows.append(row(cards_module(cards, words("meeting.stand"))))
    if item.summary:
        rows.append(row(module("text", words("review.summary"), paragraphs=item.summary.split("\n"), room="174")))
    listed = [(words("review.decisions"), item.decisions)]
    earlier = [one for one in desk.figures.reviews if one.period != review.period and one.item.decisions]
    if earlier:
        listed.append((words("meeting.decided", period=desk.period(earlier[-1].period)), earlier[-1].item.decisions))
    listed.append((words("review.lessons"), item.lessons))
    rows += [row(module("list", heading, entries=list(said), room="174")) for heading, said in listed if said]
    if item.internal_note:
        tag = words("common.internal_tag")
        paragraphs = item.internal_note.split("\n")
        rows.append(row(module("text", words("review.internal_note"), tag=tag, paragraphs=paragraphs, room="174")))
    # A meeting is still told what it is about where the review says nothing more than its day.
    rows = rows or [row(module("text", words("review.summary"), paragraphs=[words("meeting.nothing")], room="174"))]
    notes = words("meeting.note", date=desk.locale.date_long(item.date))
    return desk.bind("meeting", 1, _title(desk, review), rows, notes=notes)


def _title(desk: Desk, review: ReviewFigures) -> str:
    words, locale, landing = desk.words, desk.locale, review.landing
    period, count = desk.period(review.period), len(review.item.decisions_wanted)
    if count:
        number = locale.count_word(count, words("measure.item"), capital=False)
        title = words("meeting.title_wanted", n=count, period=period, count=number)
    elif review.sales.attainment is not None:
        title = words("meeting.title_reached", period=period, share=locale.percent(review.sales.attainment))
    else:
        title = words("meeting.title_plain", period=period)
    if landing is not None and landing.gap is not None:
        key = "meeting.title_short" if landing.gap < 0 else "meeting.title_ahead"
        title += words(key, value=locale.money_long(landing.landing), gap=locale.money_long(abs(landing.gap)))
    return title


def _cards(desk: Desk, review: ReviewFigures) -> list[dict[str, str]]:
    """Sales of the period, of the year to date, the landing and the score, each beside what it is measured by."""
    words, locale = desk.words, desk.locale
    cards = []
    period = desk.period(review.period)
    shown = [(words("meeting.sales", period=period, name=desk.sales_label), review.sales)]
    if review.period not in ("Q1", "year"):
        shown.append((words("review.year_to_date"), review.year_to_date))
    for name, held in shown:
        if held.actual is not None:
            change = locale.percent(held.attainment) if held.attainment is not None else ""
            cards.append(_card(name, locale.money_figure(held.actual), change, _plan(desk, held.plan)))
    landing, card = review.landing, review.scorecard
    if landing is not None and landing.method != "actual":
        change = "" if landing.gap is None else locale.money(landing.gap, signed=True)
        plan = None if landing.gap is None else landing.landing - landing.gap
        cards.append(_card(words("review.landing"), locale.money_figure(landing.landing), change, _plan(desk, plan)))
    if card is not None and card.total is not None:
        step = difference(card.total, card.previous_total)
        before = words("meeting.score_before", period=desk.period(card.previous_period))
        change = "" if step is None else locale.number(step, 1, signed=True)
        cards.append(_card(words("scorecard.total"), (locale.number(card.total, 1), "/ 100"), change, before))
    return cards


def _plan(desk: Desk, plan: object) -> str:
    return "" if plan is None else desk.words("meeting.against", value=desk.locale.money(plan))  # type: ignore[arg-type]


def _card(name: str, figure: tuple[str, str], change: str, before: str) -> dict[str, str]:
    number, unit = figure
    before = before if change else ""
    return {"name": name, "figure": number, "unit": unit, "change": change, "before": before, "spark": ""}
