"""Competition and SWOT, each with its one conclusion."""

from acbp.model.situation import Competition, Situation, Swot
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, column, line, row, table, text


def compose_rows(desk: Desk, situation: Situation, *, titled: bool) -> list[Row]:
    """The rows of the page: competitors, then SWOT; ``titled`` where the page says the conclusion."""
    rows: list[Row] = []
    if situation.competition:
        rows.append(row(_competition(desk, situation.competition, titled=titled)))
        if any(rival.person or rival.closeness or rival.barrier for rival in situation.competition.competitors):
            rows.append(row(_rivals(desk, situation.competition)))
    if situation.swot:
        rows.append(row(_swot(desk, situation.swot)))
    return rows


def write(desk: Desk, situation: Situation) -> list[Page]:
    """Write the page; nothing where the situation holds neither."""
    blocks = [block for block in (situation.competition, situation.swot) if block]
    if not blocks:
        return []
    notes = desk.sources([situation.competition.source]) if situation.competition else ""
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


def _swot(desk: Desk, swot: Swot) -> Module:
    words = desk.words
    rows = [
        line([text(words(f"swot.{name}"), bold=True), "\n".join(items)])
        for name in ("strengths", "weaknesses", "opportunities", "threats")
        if (items := getattr(swot, name))
    ]
    kind = "SWOT" if swot.weaknesses or swot.threats else words("market.strengths_only")
    columns = [column("", 22.0), column("", 152.0)]
    return table(swot.conclusion, columns, rows, headless=True, prose=True, unit=kind)
