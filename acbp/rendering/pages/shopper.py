"""The shopper: the way to the purchase in five steps by category, and for our own eyes the six questions."""

from acbp.model.shopper import Buying, Journey, JourneyStep
from acbp.rendering.desk import Desk, Page, capital
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, column, line, row, table, text

QUESTIONS = ("who", "what", "why", "when", "where", "how")


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where there is no more to say than the conclusion, which the page of the market tells."""
    given = desk.plan.situation.shopper if desk.plan.situation else None
    if given is None or not (given.journeys or given.buying):
        return []
    rows: list[Row] = []
    if given.journeys and given.facts:
        facts = [line([text(fact.label, tone="muted"), fact.value]) for fact in given.facts]
        rows.append(
            row(table(desk.words("shopper.facts"), [column("", 40.0), column("", 134.0)], facts, headless=True))
        )
    rows += [row(_journey(desk, journey)) for journey in given.journeys if journey.steps]
    if given.buying:
        rows.append(row(_questions(desk, given.buying)))
    return desk.bind("shopper", 2, given.conclusion, rows, notes=desk.sources([given.source]))


def _journey(desk: Desk, journey: Journey) -> Module:
    words = desk.words
    columns = [
        column(words("shopper.step"), 24.0),
        column(words("shopper.does"), 63.0),
        column(words("shopper.sources"), 27.0),
        column(words("shopper.answer"), 60.0, focus=True),
    ]

    def shown(step: JourneyStep) -> dict[str, object]:
        sources = capital(words("common.list").join(words(f"shopper.source_{source}") for source in step.sources))
        name = text(words(f"shopper.step_{step.step}"), bold=True)
        return line([name, step.what, sources or "—", step.answer or "—"])

    category = desk.figures.names.category_name(journey.category)
    heading = words("shopper.journey", category=category)
    return table(heading, columns, [shown(step) for step in journey.steps], prose=True)


def _questions(desk: Desk, buying: tuple[Buying, ...]) -> Module:
    words = desk.words
    columns = [column(words("shopper.category"), 21.0), *(column(words(f"shopper.{q}"), 25.5) for q in QUESTIONS)]
    rows = []
    for one in buying:
        name = desk.figures.names.category_name(one.category) if one.category else words("shopper.all")
        rows.append(line([text(name, bold=True), *(getattr(one, question) or "—" for question in QUESTIONS)]))
    return table(words("shopper.questions"), columns, rows, tag=words("common.internal_tag"), prose=True)
