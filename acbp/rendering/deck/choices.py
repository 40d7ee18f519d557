"""What we chose: the opportunities by two criteria, and the strategies with what each side gains."""

from acbp.model.ambitions import Strategy
from acbp.rendering.deck.slide import BETWEEN, SLIDE, WIDTH, beside, table_rows
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Cell, blank, column, line, lines, table, text
from acbp.rendering.packing import room_for
from acbp.rendering.pages import opportunities, strategies

MATRIX = 150.0
MOST_RANKED = 12


def write_opportunities(desk: Desk) -> list[Page]:
    """Write the matrix beside the ranking; the ranking alone where no two criteria are scored."""
    found, words, locale = desk.figures.opportunities, desk.words, desk.locale
    if found is None or not found.items:
        return []
    width = WIDTH - MATRIX - BETWEEN
    columns = [
        column(words("opportunities.rank"), 8.0),
        column(words("opportunities.name"), width - 38.0),
        column(words("opportunities.value", unit=desk.money_label), 16.0, "r"),
        column(words("deck.score"), 14.0, "r"),
    ]
    rows = []
    for at, o in enumerate(found.items[:MOST_RANKED]):
        chosen = o.decision == "pursue"
        after = found.items[at + 1] if at + 1 < len(found.items) else None
        cut = chosen and after is not None and after.decision != "pursue"
        cells = ["" if o.rank is None else str(o.rank), text(o.item.name, bold=chosen), locale.money(o.item.value)]
        classes = " ".join(filter(None, ["" if chosen else "muted", "cut" if cut else ""]))
        rows.append(line([*cells, locale.number(o.score, 2)], classes))
    rest = len(found.items) - MOST_RANKED
    ranking = table(words("deck.ranking"), columns, rows, after=words("deck.more", count=str(rest)) if rest > 0 else "")
    if opportunities.has_matrix(found):
        chart = opportunities.plot_matrix(desk, found, (MATRIX, room_for([], 60.0, 80.0, SLIDE.aim)))
        shown = beside((MATRIX, chart), (width, ranking))
    else:
        shown = table_rows(ranking)
    notes = opportunities.page_notes(desk, found)
    return desk.bind("opportunities", 2, opportunities.page_title(desk, found), shown, notes=notes)


def write_strategies(desk: Desk) -> list[Page]:
    """Write each strategy in a line with what both sides gain by it."""
    plan, words = desk.plan, desk.words
    if not plan.strategies:
        return []
    columns = [
        column(words("deck.strategy"), 52.0),
        column(words("deck.measure"), 46.0),
        column(words("strategies.customer_gains", them=desk.them), 46.0, focus=True),
        column(words("strategies.margin", name=desk.margin_name, unit=desk.money_label), 20.0, "r", focus=True),
        column(words("strategies.we_gain", us=desk.us), 44.0, pre=True),
        column(words("strategies.sales", name=desk.sales_name, unit=desk.money_label), 22.0, "r"),
    ]
    rows = [_strategy(desk, number, strategy) for number, strategy in enumerate(plan.strategies, start=1)]
    rows += _sum(desk)
    made = table("", columns, rows, prose=True)
    notes = words("strategies.note", name=desk.margin_name)
    return desk.bind("strategies", 3, strategies.page_title(desk), table_rows(made), notes=notes)


def _strategy(desk: Desk, number: int, strategy: Strategy) -> dict[str, object]:
    secured = desk.words("strategies.secured")
    mark = strategies.CIRCLED[number - 1] if number <= len(strategies.CIRCLED) else f"{number}."
    return line(
        [
            text(f"{mark} {strategy.name}", bold=True),
            lines(*strategies.measure_lines(desk, strategy.measures[0])) if strategy.measures else text("—"),
            strategy.customer_benefit,
            text(desk.locale.money(strategy.customer_value, signed=True), bold=True)
            if strategy.customer_value is not None
            else secured,
            strategy.our_benefit or "—",
            text(desk.locale.money(strategy.value, signed=True), bold=True) if strategy.value is not None else secured,
        ]
    )


def _sum(desk: Desk) -> list[dict[str, object]]:
    """What the strategies bring together, where their values are known."""
    sales, margin, words, locale = desk.figures.sales_bridge, desk.figures.margin_bridge, desk.words, desk.locale
    if sales is None or sales.strategies is None:
        return []
    valued = sum(strategy.value is not None for strategy in desk.plan.strategies)
    said = words("strategies.sum", n=valued, count=locale.count_word(valued, words("measure.item")))
    gained: Cell = text("—")
    if margin and margin.strategies is not None:
        gained = text(locale.money(margin.strategies, signed=True))
    cells: list[Cell] = [text(said, span=2), blank(), gained, blank()]
    return [line([*cells, text(locale.money(sales.strategies, signed=True))], "total")]
