"""Market, shopper and the customer's own strategy, each with its one conclusion, and the forces from outside."""

from acbp.model.situation import Block
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import column, line, row, table, text

BLOCKS = ("market", "shopper", "customer")


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the situation holds none of these classes."""
    situation, words = desk.plan.situation, desk.words
    if situation is None:
        return []
    rows = []
    blocks = [(name, block) for name in BLOCKS if (block := getattr(situation, name))]
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
    conclusions = [block.conclusion for _, block in blocks]
    title = conclusions[0] if conclusions else words("market.title_plain", them=desk.them)
    notes = desk.sources(block.source for _, block in blocks)
    return desk.bind("market", 2, title, rows, notes=notes)


def _block(desk: Desk, name: str, block: Block) -> dict[str, object]:
    said = [block.summary] if block.summary else []
    said += [desk.words("common.pair", name=fact.label, value=fact.value) for fact in block.facts]
    cells = [text(desk.words(f"block.{name}"), bold=True), "\n".join(said) or "—", text(block.conclusion, bold=True)]
    return line(cells)
