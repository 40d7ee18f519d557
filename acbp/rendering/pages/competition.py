"""Competition and SWOT, each with its one conclusion."""

from acbp.charts.metrics import measure
from acbp.model.situation import Competition, Situation, Swot
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Cell, Module, column, line, lines, row, table, text


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where no competitor is named, as in every customer's plan."""
    situation = desk.plan.situation
    given = situation.competition if situation else None
    if situation is None or given is None or not named(situation):
        return []
    rows: list[Row] = [row(_competition(desk, given))]
    if any(rival.person or rival.closeness or rival.barrier for rival in given.competitors):
        rows.append(row(_rivals(desk, given)))
    if situation.swot:
        rows.append(row(write_swot(desk, situation.swot)))
    return desk.bind("competition", 2, given.conclusion, rows, notes=desk.sources([given.source]))


def named(situation: Situation) -> bool:
    """Whether competitors are named."""
    return situation.competition is not None and bool(situation.competition.competitors)


def _competition(desk: Desk, competition: Competition) -> Module:
    words, locale = desk.words, desk.locale
    name = _name_width(competition)
    columns = [
        column(words("market.competitor"), name),
        column(words("market.share"), 13.0, "r"),
        column(words("market.change"), 15.0, "r"),
        column(words("market.move"), (146.0 - name) / 2 - 1.0, pre=True),
        column(words("market.defence"), (146.0 - name) / 2 + 1.0),
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
    return table(words("market.competition"), columns, rows, tag=words("common.internal_tag"), prose=True)


def _rivals(desk: Desk, competition: Competition) -> Module:
    """Who works the customer for the competitors, how close they are, and what keeps them out."""
    words, locale = desk.words, desk.locale
    name = _name_width(competition)
    room = 158.0 - name
    columns = [
        column(words("market.competitor"), name),
        column(words("rivals.person"), room * 0.22),
        column(words("rivals.closeness"), room * 0.31),
        column(words("rivals.satisfaction"), 16.0, "r"),
        column(words("rivals.barrier"), room * 0.47, pre=True),
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


def _name_width(competition: Competition) -> float:
    """The width of the column of competitors, mm: as wide as the longest name, or wide enough for it on two lines."""
    longest = max(measure(rival.name, 8.0, True) for rival in competition.competitors) + 2.6
    return max(20.0, longest) if longest <= 32.0 else 27.0


def write_swot(desk: Desk, swot: Swot) -> Module:
    """SWOT, two by two, with its conclusion as the heading."""
    words = desk.words
    cells: list[list[Cell | str]] = [
        [
            text(words(f"swot.{name}"), bold=True),
            lines(*((item, "fact" if at else "") for at, item in enumerate(items))),
        ]
        for name in ("strengths", "weaknesses", "opportunities", "threats")
        if (items := getattr(swot, name))
    ]
    if len(cells) % 2:
        cells.append(["", ""])
    rows = [line([*left, *right]) for left, right in zip(cells[::2], cells[1::2], strict=True)]
    kind = "SWOT" if swot.weaknesses or swot.threats else words("market.strengths_only")
    columns = [column("", 22.0), column("", 65.0), column("", 22.0), column("", 65.0)]
    return table(swot.conclusion, columns, rows, headless=True, prose=True, unit=kind)
