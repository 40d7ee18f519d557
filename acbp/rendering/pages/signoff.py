"""The page both sides sign: the figures, each side's promises, the rules, and room for names and seals."""

from acbp.model.activity import Commitment
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import rows_height
from acbp.rendering.modules import Module, column, line, module, row, table, text
from acbp.rendering.pages.overview import headline_cards
from acbp.rendering.parties import customer_party, supplier_party

HALF = 84.0


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan has no sign-off."""
    section, words = desk.plan.signoff, desk.words
    if section is None:
        return []
    rows = []
    cards = headline_cards(desk)
    spend = desk.figures.sales.trade_spend.year.plan
    if spend is not None:
        cards = (
            [
                *cards[:1],
                *cards[2:],
                {
                    "name": words("signoff.spend", us=desk.us),
                    "figure": desk.locale.money_figure(spend)[0],
                    "unit": desk.locale.money_figure(spend)[1],
                },
            ]
            if len(cards) > 3
            else cards
        )
    if cards:
        items = [{"name": c["name"], "figure": c["figure"], "unit": c["unit"]} for c in cards[:4]]
        rows.append(row(module("headlines", entries=items, width="43.5")))
    promises = [
        (HALF, [_promises(words(f"signoff.{side}", us=desk.us, them=desk.them), items)])
        for side, items in (("us", _of(desk, "us")), ("customer", _of(desk, "customer")))
        if items
    ]
    if promises:
        rows.append(row(*promises))
    if section.rules:
        columns = [column("", 30.0), column("", 144.0)]
        shown = [line([text(rule.name, bold=True), rule.text]) for rule in section.rules]
        rows.append(row(table(words("signoff.rules"), columns, shown, headless=True)))
    people = [side for side in people_of(desk) if side["people"]]
    if people:
        longest = max(len(side["people"]) for side in people)  # type: ignore[arg-type]
        room = (216.0 - rows_height(rows) - 13.0) / max(1, longest) - 10.0
        rows.append(
            row(
                module(
                    "signatures",
                    sides=people,
                    seal=words("signoff.seal"),
                    signature=words("signoff.signature"),
                    date=words("signoff.date"),
                    room=f"{max(10.0, min(24.0, room)):.1f}",
                    bare=True,
                )
            )
        )
    if not rows:
        return []
    title = words("signoff.title", year=str(desk.year))
    return desk.bind(
        "signoff",
        6,
        title,
        rows,
        lead=words("signoff.lead", year=str(desk.year)),
        notes="" if desk.internal else words("signoff.note"),
    )


def _of(desk: Desk, side: str) -> list[Commitment]:
    return [item for item in desk.plan.commitments if item.side == side]


def _promises(heading: str, items: list[Commitment]) -> Module:
    return module("list", heading, entries=[item.what for item in items[:6]], room=str(HALF))


def people_of(desk: Desk) -> list[dict[str, object]]:
    """Both companies, each with those who sign for it."""
    section, contacts = desk.plan.signoff, desk.figures.names.contacts
    sides = []
    for side, party in (("us", supplier_party(desk)), ("customer", customer_party(desk))):
        people = [
            {
                "name": contact.name,
                "title": contact.title or "",
                "date": desk.words("signoff.signed", date=desk.locale.date_long(who.date)) if who.date else "",
            }
            for who in (section.signatories if section else ())
            if (contact := contacts.get(who.contact)) and contact.side == side
        ]
        sides.append({"party": party, "people": people})
    return sides
