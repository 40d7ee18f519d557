"""How satisfied the customer is: the mean and the share of top scores over the years, and the issues to mend first."""

from decimal import ROUND_HALF_UP, Decimal

from acbp.analysis.satisfaction import Satisfaction as Found
from acbp.charts import columns as columns_chart
from acbp.model.situation import Satisfaction
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, bar, column, line, row, table, text
from acbp.rendering.packing import room_for
from acbp.rendering.pages import competition


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where no question is given."""
    survey = desk.plan.situation.satisfaction if desk.plan.situation else None
    found = desk.figures.satisfaction
    if survey is None or found is None:
        return []
    rows: list[Row] = [row(_scores(desk, survey, found))]
    if issues := _issues(desk, found):
        rows.append(row(issues))
    if desk.plan.situation and desk.plan.situation.swot and not competition.named(desk.plan.situation):
        rows.append(row(competition.write_swot(desk, desk.plan.situation.swot)))
    if trend := _trend(desk, survey, room_for(rows, 46.0, 62.0)):
        rows.insert(0, trend)
    notes = desk.sentences(desk.sources([survey.source]), desk.words("satisfaction.note"))
    return desk.bind("satisfaction", 2, _title(desk, found), rows, lead=survey.conclusion, notes=notes)


def _title(desk: Desk, found: Found) -> str:
    words, locale = desk.words, desk.locale
    values = {"them": desk.them, "us": desk.us, "mean": locale.number(found.mean, 1)}
    if found.top_box is None:
        return words("satisfaction.title_mean", **values)
    return words("satisfaction.title", **values, share=locale.percent(found.top_box, 0))


def _trend(desk: Desk, survey: Satisfaction, height: float) -> Row | None:
    """The mean and the share of top scores side by side, survey by survey."""
    words, locale = desk.words, desk.locale
    if len(survey.rounds) < 2:
        return None
    last = survey.rounds[-1]
    drawn: list[tuple[float, list[Module]]] = []
    for name, value, said in (
        ("mean", lambda one: one.score, lambda one: locale.number(one.score, 1)),
        ("top_box", lambda one: one.top_box, lambda one: locale.percent(one.top_box, 0)),
    ):
        known = [one for one in survey.rounds if value(one) is not None]
        if not known:
            continue
        bars = tuple(
            columns_chart.Column(str(one.date.year), value(one), said(one), "", one is last) for one in survey.rounds
        )
        before, now = known[-2:] if len(known) > 1 else (known[0], known[0])
        way = "same" if said(now) == said(before) else "up" if value(now) > value(before) else "down"
        heading = words(f"satisfaction.trend_{name}_{way}", now=said(now))
        values = locale.join([f"{bar.label} {bar.text}" for bar in bars])
        alt = words("alt.columns", heading=heading, unit=words(f"satisfaction.unit_{name}"), values=values)
        drawing = (columns_chart.draw, columns_chart.Columns(bars))
        unit = words(f"satisfaction.unit_{name}")
        drawn.append((84.0, [desk.chart(f"satisfaction-{name}", heading, drawing, (84.0, height), alt, unit=unit)]))
    return row(*drawn) if drawn else None


def _scores(desk: Desk, survey: Satisfaction, found: Found) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("market.question"), 58.0),
        column(words("market.score_of_5"), 56.0),
        column(words("market.previous"), 20.0, "r"),
        column(words("common.change"), 20.0, "r"),
        column(words("market.top_box"), 20.0, "r"),
    ]

    def shown(
        name: str, score: Decimal | None, previous: Decimal | None, top: Decimal | None, issue: bool
    ) -> list[object]:
        change = None if score is None or previous is None else _printed(score) - _printed(previous)
        return [
            text(name, bold=issue),
            bar(score, Decimal(5), 42.0, locale.number(score, 1), "fill" if issue else ""),
            locale.number(previous, 1),
            locale.number(change, 1, signed=True),
            locale.percent(top, 0),
        ]

    rows = [
        line(shown(item.name, item.score, item.previous, item.top_box, item in found.issues))  # type: ignore[arg-type]
        for item in survey.items
    ]
    if len(rows) > 1:
        mean = shown(words("satisfaction.mean"), found.mean, found.previous, found.top_box, False)
        rows.append(line(mean, "total"))  # type: ignore[arg-type]
    parts = [words("market.surveyed", date=locale.date_long(survey.surveyed))] if survey.surveyed else []
    parts += [words("market.answers", n=survey.answers, count=locale.number(survey.answers))] if survey.answers else []
    return table(words("satisfaction.scores"), columns, rows, unit=words("common.comma").join(parts))


def _printed(score: Decimal) -> Decimal:
    """A score as the table prints it, so that its change is the difference of what is read."""
    return score.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _issues(desk: Desk, found: Found) -> Module | None:
    words, locale = desk.words, desk.locale
    issues = [item for item in found.issues if item.cause or item.action]
    if not issues:
        return None
    columns = [
        column(words("satisfaction.issue"), 38.0),
        column(words("satisfaction.cause"), 59.0),
        column(words("satisfaction.action"), 53.0, focus=True),
        column(words("satisfaction.remeasure"), 24.0, "r"),
    ]
    rows = [
        line([text(item.name, bold=True), item.cause or "—", item.action or "—", locale.date(item.remeasure)])
        for item in issues
    ]
    count = locale.count_word(len(issues), words("measure.unit"))
    return table(words("satisfaction.issues", n=len(issues), count=count), columns, rows, prose=True)
