"""Competition, satisfaction and SWOT, each with its one conclusion."""

from decimal import Decimal

from acbp.model.situation import Competition, Satisfaction, Situation, Swot
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, bar, column, line, row, table, text


def compose_rows(desk: Desk, situation: Situation, *, titled: bool) -> list[Row]:
    """The rows of the page: competitors, then satisfaction and SWOT; ``titled`` where the page says the conclusion."""
    rows: list[Row] = []
    if situation.competition:
        rows.append(row(_competition(desk, situation.competition, titled=titled)))
        if any(rival.person or rival.closeness or rival.barrier for rival in situation.competition.competitors):
            rows.append(row(_rivals(desk, situation.competition)))
    width = 84.0 if situation.satisfaction and situation.swot else 174.0
    closing: list[tuple[float, list[Module]]] = []
    if situation.satisfaction:
        closing.append((width, [_satisfaction(desk, situation.satisfaction, width)]))
    if situation.swot:
        closing.append((width, [_swot(desk, situation.swot, width)]))
    if closing:
        rows.append(row(*closing))
    if situation.satisfaction and (issues := _issues(desk, situation.satisfaction)):
        rows.append(issues)
    return rows


def write(desk: Desk, situation: Situation) -> list[Page]:
    """Write the page; nothing where the situation holds none of the three."""
    blocks = [block for block in (situation.competition, situation.satisfaction, situation.swot) if block]
    if not blocks:
        return []
    notes = desk.sources(block.source for block in (situation.competition, situation.satisfaction) if block)
    rows = compose_rows(desk, situation, titled=situation.competition is not None)
    return desk.bind("competition", 2, blocks[0].conclusion, rows, notes=notes)


def _competition(desk: Desk, competition: Competition, *, titled: bool) -> Module:
    words, locale = desk.words, desk.locale
    heading = words("market.competition") if titled else competition.conclusion
    if not competition.competitors:
        facts = [line([text(f.label, tone="muted"), f.value]) for f in competition.facts]
        if competition.summary:
            facts.insert(0, line([text(words("market.known"), tone="muted"), competition.summary]))
        columns = [column("", 30.0), column("", 144.0)]
        return table(heading, columns, facts, headless=True)
    columns = [
        column(words("market.competitor"), 24.0),
        column(words("market.share"), 13.0, "r"),
        column(words("market.change"), 15.0, "r"),
        column(words("market.move"), 60.0, pre=True),
        column(words("market.defence"), 62.0),
    ]
    rows = []
    for rival in competition.competitors:
        change = None if rival.share is None or rival.previous_share is None else rival.share - rival.previous_share
        rows.append(
            line(
                [
                    text(rival.name, bold=True),
                    locale.percent(rival.share),
                    locale.points(change),
                    rival.move,
                    rival.defence or "—",
                ]
            )
        )
    return table(heading, columns, rows, tag=words("common.internal_tag"), prose=True)


def _rivals(desk: Desk, competition: Competition) -> Module:
    """Who works the customer for the competitors, how close they are, and what keeps them out."""
    words, locale = desk.words, desk.locale
    columns = [
        column(words("market.competitor"), 24.0),
        column(words("rivals.person"), 32.0),
        column(words("rivals.closeness"), 44.0),
        column(words("rivals.satisfaction"), 16.0, "r"),
        column(words("rivals.barrier"), 58.0, pre=True),
    ]
    rows = [
        line(
            [
                text(rival.name, bold=True),
                rival.person or "—",
                rival.closeness or "—",
                locale.number(rival.satisfaction, 1),
                rival.barrier or "—",
            ]
        )
        for rival in competition.competitors
    ]
    return table(words("rivals.heading"), columns, rows, tag=words("common.internal_tag"), prose=True)


def _satisfaction(desk: Desk, survey: Satisfaction, width: float) -> Module:
    words, locale = desk.words, desk.locale
    if not survey.items:
        facts = [line([text(f.label, tone="muted"), f.value]) for f in survey.facts]
        return table(survey.conclusion, [column("", 26.0), column("", width - 26.0)], facts, headless=True)
    columns = [
        column(words("market.question"), width - 58.0),
        column(words("market.score_of_5"), 30.0, pre=True),
        column(words("market.previous"), 12.0, "r"),
        column(words("market.top_box"), 16.0, "r"),
    ]
    rows = [
        line(
            [
                item.name,
                bar(item.score, 5, 17.0, locale.number(item.score, 1)),
                locale.number(item.previous, 1),
                locale.percent(item.top_box, 0),
            ]
        )
        for item in survey.items
    ]
    found = desk.figures.satisfaction
    if found and len(rows) > 1:
        mean, before = locale.number(found.mean, 1), locale.number(found.previous, 1)
        top = locale.percent(found.top_box, 0)
        rows.append(line([words("satisfaction.mean"), bar(found.mean, Decimal(5), 17.0, mean), before, top], "total"))
    parts = [words("market.surveyed", date=locale.date_long(survey.surveyed))] if survey.surveyed else []
    parts += [words("market.answers", n=survey.answers, count=locale.number(survey.answers))] if survey.answers else []
    return table(survey.conclusion, columns, rows, unit=words("common.comma").join(parts))


def _issues(desk: Desk, survey: Satisfaction) -> Row | None:
    """The issues to mend first, and beside them the trend of the surveys."""
    words, locale, found = desk.words, desk.locale, desk.figures.satisfaction
    issues = [item for item in found.issues if item.cause or item.action] if found else []
    halves: list[tuple[float, list[Module]]] = []
    width = 122.0 if survey.rounds else 174.0
    if issues and found:
        columns = [
            column(words("satisfaction.issue"), 26.0),
            column(words("satisfaction.cause"), (width - 46.0) / 2),
            column(words("satisfaction.action"), (width - 46.0) / 2),
            column(words("satisfaction.remeasure"), 20.0, "r"),
        ]
        rows = [
            line([text(item.name, bold=True), item.cause or "—", item.action or "—", locale.date(item.remeasure)])
            for item in issues
        ]
        count = locale.count_word(len(issues), words("measure.unit"))
        heading = words("satisfaction.issues", n=len(issues), count=count)
        after = ""
        if found.top_box is not None:
            after = words("satisfaction.issues_lead", share=locale.percent(found.top_box, 0))
        halves.append((width, [table(heading, columns, rows, after=after)]))
    if survey.rounds:
        room = 46.0 if issues else 174.0
        columns = [
            column(words("satisfaction.round"), room - 26.0),
            column(words("satisfaction.round_score"), 13.0, "r"),
            column(words("satisfaction.round_top"), 13.0, "r"),
        ]
        rows = [
            line(
                [
                    words("satisfaction.year_month", year=str(one.date.year), month=locale.month(one.date.month)),
                    locale.number(one.score, 1),
                    locale.percent(one.top_box, 0),
                ]
            )
            for one in survey.rounds
        ]
        halves.append((room, [table(words("satisfaction.rounds"), columns, rows)]))
    return row(*halves) if halves else None


def _swot(desk: Desk, swot: Swot, width: float) -> Module:
    words = desk.words
    rows = [
        line([text(words(f"swot.{name}"), bold=True), "\n".join(items)])
        for name in ("strengths", "weaknesses", "opportunities", "threats")
        if (items := getattr(swot, name))
    ]
    kind = "SWOT" if swot.weaknesses or swot.threats else words("market.strengths_only")
    columns = [column("", 22.0), column("", width - 22.0)]
    return table(swot.conclusion, columns, rows, headless=True, prose=True, unit=kind)
