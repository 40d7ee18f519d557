"""Competition, satisfaction and SWOT, each with its one conclusion."""

from acbp.model.situation import Competition, Satisfaction, Situation, Swot
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, bar, column, line, row, table, text


def compose_rows(desk: Desk, situation: Situation, *, titled: bool) -> list[Row]:
    """The rows of the page: competitors, then satisfaction and SWOT; ``titled`` where the page says the conclusion."""
    rows: list[Row] = []
    if situation.competition:
        rows.append(row(_competition(desk, situation.competition, titled=titled)))
    width = 84.0 if situation.satisfaction and situation.swot else 174.0
    closing: list[tuple[float, list[Module]]] = []
    if situation.satisfaction:
        closing.append((width, [_satisfaction(desk, situation.satisfaction, width)]))
    if situation.swot:
        closing.append((width, [_swot(desk, situation.swot, width)]))
    return [*rows, row(*closing)] if closing else rows


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
    parts = [words("market.surveyed", date=locale.date_long(survey.surveyed))] if survey.surveyed else []
    parts += [words("market.answers", n=survey.answers, count=locale.number(survey.answers))] if survey.answers else []
    return table(survey.conclusion, columns, rows, unit=words("common.comma").join(parts))


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
