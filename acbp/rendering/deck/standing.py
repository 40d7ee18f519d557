"""Where we stand: our share and where it falls short, and our room in the stores."""

from acbp.rendering.deck.slide import BETWEEN, SLIDE, WIDTH, beside, table_rows
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import stretch
from acbp.rendering.packing import room_for
from acbp.rendering.pages.performance import gaps_table, page_notes, page_title, plot_sales, plot_shares
from acbp.rendering.pages.space import placements_table, shelves_table

CHART = 88.0


def write_performance(desk: Desk) -> list[Page]:
    """Write our share through the years beside the gap by category, or the sales where no share is known."""
    performance = desk.figures.performance
    make = plot_shares(desk) or plot_sales(desk)
    gaps = gaps_table(desk) if performance and performance.categories else None
    width = CHART if gaps else WIDTH
    rest = WIDTH - CHART - BETWEEN if make else WIDTH
    chart = make(width, room_for([], 40.0, 76.0, SLIDE.aim)) if make else None
    rows = beside((width, chart), (rest, stretch(gaps, rest) if gaps else None))
    return desk.bind("performance", 2, page_title(desk), rows, notes=page_notes(desk))


def write_space(desk: Desk) -> list[Page]:
    """Write our share of the shelves, or the displays and coolers where no shelf was measured."""
    section, figures = desk.plan.space, desk.figures.space
    if section is None or figures is None:
        return []
    rows: list[Row] = []
    if figures.shelves:
        rows += table_rows(shelves_table(desk, section, figures))
    elif placed := figures.displays or figures.coolers:
        name = "displays" if figures.displays else "coolers"
        rows += table_rows(placements_table(desk, name, placed, WIDTH))
    notes = desk.sentences(desk.words("space.note") if figures.shelves else "", desk.sources([section.source]))
    return desk.bind("space", 2, section.conclusion, rows, notes=notes)
