"""The plan on one page that both sides sign: it never runs over, whatever the plan holds.

The page is laid out in the report's type and reduced as a whole to fifteen sixteenths: 8 pt becomes 7.5 pt.
"""

from collections.abc import Sequence

from acbp.charts.metrics import measure
from acbp.rendering.desk import Desk, Page, halve, shorten_title, split_title, title_width
from acbp.rendering.layout import GAP, Grid, Row, height_of, row_height
from acbp.rendering.modules import Module, module, row
from acbp.rendering.onepage import blocks
from acbp.rendering.onepage.blocks import BETWEEN, HALF, KPIS, MILESTONES, OBJECTIVES, STATEMENT, WIDTH
from acbp.rendering.pages.overview import basis, bridge_module, headline_cards, page_title
from acbp.rendering.pages.signoff import people_of
from acbp.rendering.typography import plain

REDUCED = 0.9375
BODY = 279.0
"""Height of the title and all below it, mm before the reduction, as all lengths here."""
TITLE_LINE = 6.7
SHEET = Grid(WIDTH, BODY, BODY, 14.0, title_room=192.0, title_break=192.0, note_room=140.0)
HEAD = 86.0
"""Width of what is said between the companies."""
NOTES = 104.0
"""Width of the notes at the foot, beside the mark and the stamp."""
SPACE = 3.2
"""Between rows, mm."""
CHART = WIDTH - OBJECTIVES - BETWEEN
CHART_LEAST, CHART_MOST = 28.0, 46.0
MOST_STEPS = 6
LISTS = {"objectives": 5, "strategies": 8, "milestones": 8, "kpis": 10, "promises": 8, "rules": 6}
"""Each list with as many entries as it may have at the most."""
KEPT = {"objectives": 5, "strategies": 7, "milestones": 5, "kpis": 4, "promises": 5, "rules": 5}
"""How many of them are to stay: the list that has most beyond is cut first."""


def write(desk: Desk) -> Page:
    """Write the page: long lists give way one entry after the other, and at last the chart."""
    title = shorten_title(page_title(desk), SHEET)
    lines = split_title(title, SHEET.title_break, SHEET.title_size)
    body = BODY - TITLE_LINE * len(lines)
    heading = desk.plan.plan
    comma = desk.words("common.comma")
    version = comma + comma.join([heading.version, desk.locale.date_long(heading.date)])
    return {
        "anchor": "onepage",
        "name": "onepage",
        "title": lines,
        "bookmark": plain(title),
        "said": blocks.shorten(heading.title, HEAD - measure(version, 8.5), 1, 8.5) + version,
        "notes": _notes(desk),
        "rows": _fit(desk, body),
    }


def _notes(desk: Desk) -> str:
    """Where more is to be found, and with it where the figures come from if one line holds it."""
    note = desk.words("onepage.note")
    whole = desk.sentences(note, basis(desk))
    return whole if measure(whole, 7.5) <= NOTES else note


def _fit(desk: Desk, body: float) -> list[Row]:
    """The rows with as much in them as the body holds."""
    opening, chart = _opening(desk), _plot(desk, CHART_LEAST)
    most = dict(LISTS)

    def rows() -> list[Row]:
        return [each for each in (opening, *_rows(desk, most, chart)) if each]

    while _height(rows()) > body:
        longer = [name for name in most if most[name] > 1]
        if longer:
            most[max(longer, key=lambda name: most[name] - KEPT[name])] -= 1
        elif chart:
            chart = None
        else:
            break
    # What was cut beside something that is higher anyway, or before a longer list was, comes back.
    for name, whole in LISTS.items():
        while most[name] < whole:
            most[name] += 1
            if _height(rows()) > body:
                most[name] -= 1
                break
    if chart:
        # Beside the objectives the chart may be higher at no cost.
        beside = row_height(rows()[1 if opening else 0]) - height_of(chart, CHART)
        chart = _plot(desk, min(CHART_MOST, CHART_LEAST + max(0.0, beside) + max(0.0, body - _height(rows()))))
    made = rows()
    _spread(made, body)
    return made


def _height(rows: Sequence[Row]) -> float:
    # Modules below each other, which only the opening has, stand close together here.
    close = GAP * sum(len(column["modules"]) - 1 for each in rows for column in each)
    return sum(map(row_height, rows)) + SPACE * max(0, len(rows) - 1) - close


def _rows(desk: Desk, most: dict[str, int], chart: Module | None) -> list[Row]:
    """What follows the opening, with lists of so many entries."""
    rows = [_beside((CHART, chart), (OBJECTIVES, blocks.list_objectives(desk, most["objectives"])))]
    rows.append(_beside((WIDTH, blocks.list_strategies(desk, most["strategies"]))))
    rows.append(
        _beside(
            (MILESTONES, blocks.list_milestones(desk, most["milestones"])),
            (KPIS, blocks.list_kpis(desk, most["kpis"])),
            (WIDTH - MILESTONES - KPIS - 2 * BETWEEN, blocks.list_reviews(desk)),
        )
    )
    rows.append(_beside(*((HALF, blocks.list_promises(desk, side, most["promises"])) for side in ("us", "customer"))))
    rows.append(_beside((WIDTH, blocks.list_rules(desk, most["rules"]))))
    rows.append(_beside((WIDTH, blocks.sign(desk, people_of(desk)))))
    return rows


def _beside(*columns: tuple[float, Module | None]) -> Row:
    """The modules that there are, side by side; the last one takes the room that is left."""
    shown = [(width, [made]) for width, made in columns if made]
    if shown:
        taken = sum(width for width, _ in shown[:-1]) + BETWEEN * (len(shown) - 1)
        shown[-1] = (WIDTH - taken, [blocks.widen(made, WIDTH - taken) for made in shown[-1][1]])
    return row(*shown, gap=BETWEEN) if shown else []


def _opening(desk: Desk) -> Row:
    """The goal, and the headline figures without a rule of their own."""
    goals, cards = desk.plan.goals, headline_cards(desk)
    opening = []
    if goals and goals.statement:
        # Its serif is wider than what is measured; where no clause ends near the middle, the lines are evened out.
        said = blocks.shorten(goals.statement, 0.96 * STATEMENT, 2, 10.5, bold=True)
        parts = split_title(said, STATEMENT, 10.5)
        if any(title_width(part, 10.5) > STATEMENT for part in parts):
            parts = halve(plain(said), 10.5)
        opening.append(
            module(
                "statement",
                label=desk.words("overview.goal"),
                text=said,
                parts=parts,
                room=str(STATEMENT),
                size="10.5",
            )
        )
    if cards:
        entries = [
            {"name": c["name"], "figure": c["figure"], "unit": f"{c['unit']} {c['change']}".strip()} for c in cards
        ]
        opening.append(module("headlines", entries=entries, width="48.5", figure_size="17", bare=bool(opening)))
    return row((WIDTH, opening))


def _plot(desk: Desk, height: float) -> Module | None:
    """The bridge from last year to the plan."""
    bridge = desk.figures.sales_bridge
    if bridge is None or not bridge.steps or bridge.year.plan is None or bridge.year.last is None:
        return None
    width = CHART if desk.plan.objectives else WIDTH
    return bridge_module(desk, bridge, (width, height), MOST_STEPS)[0]


def _spread(rows: Sequence[Row], body: float) -> None:
    """Give the tables what is left of the page, up to the padding of the report's."""
    tables = [made for row_ in rows for column in row_ for made in column["modules"] if made["kind"] == "table"]
    pad = float(blocks.PAD)
    while tables and pad < 1.2:
        for each in tables:
            each["pad"] = f"{pad + 0.05:.2f}"
        if _height(rows) > body:
            break
        pad += 0.05
    for each in tables:
        each["pad"] = f"{pad:.2f}"
