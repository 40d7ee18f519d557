"""Market, shopper, the customer's strategy and competition, each with its conclusion, and the forces from outside."""

from acbp.model.blocks import Block
from acbp.model.shopper import Shopper
from acbp.model.situation import Situation
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import column, line, lines, row, table, text
from acbp.rendering.pages import competition

BLOCKS = ("market", "shopper", "customer", "competition")


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan says nothing of the market."""
    situation = desk.plan.situation
    if situation is None:
        return []
    blocks = _blocks(situation)
    rows = compose_rows(desk, situation)
    # SWOT closes the page of the competitors, or that of satisfaction; without both it stands here.
    alone = situation.swot if desk.figures.satisfaction is None and not competition.named(situation) else None
    if alone:
        rows.append(row(competition.write_swot(desk, alone)))
    if not rows:
        return []
    title = blocks[0][1].conclusion if blocks else alone.conclusion if alone else ""
    return desk.bind("market", 2, title, rows, notes=desk.sources(block.source for _, block in blocks))


def _blocks(situation: Situation) -> list[tuple[str, Block]]:
    """The classes of information that are told here; competition has its own page where competitors are named."""
    return [
        (name, block)
        for name in BLOCKS
        if (block := getattr(situation, name)) and not (name == "competition" and competition.named(situation))
    ]


def compose_rows(desk: Desk, situation: Situation) -> list[Row]:
    """The rows of the page: the classes of information with their conclusions, then the forces from outside."""
    words = desk.words
    rows: list[Row] = []
    blocks = _blocks(situation)
    if blocks:
        columns = [
            column(words("market.class"), 22.0),
            column(words("market.facts"), 92.0),
            column(words("market.conclusion"), 60.0, focus=True),
        ]
        rows.append(
            row(table(words("market.classes"), columns, [_block(desk, name, block) for name, block in blocks], pad=1.6))
        )
    if situation.market and situation.market.forces:
        columns = [
            column(words("market.force"), 22.0),
            column(words("market.happens"), 128.0),
            column(words("market.effect"), 24.0),
        ]
        forces = [
            line([text(words(f"force.{f.kind}"), bold=True), f.text, words(f"effect.{f.effect}")])
            for f in situation.market.forces
        ]
        rows.append(row(table(words("market.forces"), columns, forces)))
    return rows


def _block(desk: Desk, name: str, block: Block) -> dict[str, object]:
    # The shopper's facts stand on the shopper's own page where there is one.
    told = () if isinstance(block, Shopper) and block.journeys else block.facts
    facts = [(desk.words("common.pair", name=fact.label, value=fact.value), "muted fact") for fact in told]
    known = lines((block.summary or "", ""), *facts) if block.summary or facts else text("—")
    return line([text(desk.words(f"block.{name}"), bold=True), known, text(block.conclusion, bold=True)])
