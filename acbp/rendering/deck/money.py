"""The money: the year by quarter, the customer's own profit, and for our eyes what is left of it for us."""

from acbp.rendering.deck.slide import FULL, SLIDE, WIDTH, table_rows
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import height_of, room_for
from acbp.rendering.modules import row
from acbp.rendering.pages import contribution, customer_profit, financials


def write_financials(desk: Desk) -> list[Page]:
    """Write the year by quarter; the supporting lines give way where there are many categories."""
    sales = desk.figures.sales
    if sales.year.plan is None and not sales.categories:
        return []
    made = financials.quarters_table(desk)
    if height_of(made | {"pad": "0.75"}, WIDTH) > FULL:
        made = made | {"rows": [line for line in made["rows"] if "muted" not in line["class"]]}
    notes = desk.words(f"note.tax_{desk.plan.plan.tax_basis}", name=desk.sales_label)
    return desk.bind("financials", 4, financials.page_title(desk), table_rows(made), notes=notes)


def write_customer_profit(desk: Desk) -> list[Page]:
    """Write the steps to the customer's profit; nothing where the plan does not itemise it."""
    profit = desk.figures.customer_profit
    if profit is None or profit.profit.plan is None:
        return []
    chart = customer_profit.plot_profit(desk, profit, (WIDTH, room_for([], 50.0, 78.0, SLIDE.aim)))
    notes = desk.words("profit.note", them=desk.them)
    return desk.bind(
        "customer-profit", 4, customer_profit.page_title(desk, profit), [row((WIDTH, [chart]))], notes=notes
    )


def write_contribution(desk: Desk) -> list[Page]:
    """Write our own profit; nothing where there are no lines, as in every customer's plan."""
    found = desk.figures.contribution
    if found is None or not found.rows:
        return []
    rows = table_rows(contribution.waterfall_table(desk, found))
    notes = desk.words("contribution.note", name=desk.sales_name)
    title = contribution.page_title(desk, found)
    return desk.bind("contribution", 4, title, rows, notes=notes, internal=True)
