"""Both sides: what each has promised, what comes next and who signs; for our eyes, what may go wrong."""

from acbp.analysis.commitments import SIDES
from acbp.rendering.deck.slide import BETWEEN, SLIDE, WIDTH, beside, table_rows
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Module, column, line, stretch, table, text
from acbp.rendering.packing import room_for
from acbp.rendering.pages import promises, risks

HALF = 110.0
CHART = 92.0
MOST_STEPS = 9
STEPS = 146.0


def write_promises(desk: Desk) -> list[Page]:
    """Write the promises of both sides beside each other with what became of them."""
    found = desk.figures.promises
    if found is None:
        return []
    sides = [
        stretch(promises.side_table(desk, side, items, 0), HALF, at=0) if (items := found.sides[side].items) else None
        for side in SIDES
    ]
    rows = beside(*((HALF, side) for side in sides))
    notes = desk.words("promises.note", date=desk.locale.date_long(found.as_of))
    return desk.bind("promises", 6, promises.page_title(desk, found), rows, notes=notes)


def write_risks(desk: Desk) -> list[Page]:
    """Write likelihood against impact beside the exposure; nothing where there are no risks."""
    found = desk.figures.risks
    if found is None or not found.items:
        return []
    tag = {"tag": desk.words("common.internal_tag")}
    chart = risks.plot_risks(desk, found, (CHART, room_for([], 50.0, 76.0, SLIDE.aim)))
    width = WIDTH - CHART - BETWEEN
    ranked = stretch(risks.exposure_table(desk, found), width, at=1) | tag
    rows = beside((CHART, chart), (width, ranked))
    return desk.bind("risks", 6, risks.page_title(desk, found), rows, notes=desk.words("risks.note"), internal=True)


def write_next_steps(desk: Desk) -> list[Page]:
    """Write what comes next, by whom and when, and who signs the plan for each side."""
    words, steps, signatories = desk.words, _steps(desk), _signatories(desk)
    if not (steps or signatories):
        return []
    both = beside((STEPS, steps), (WIDTH - STEPS - BETWEEN, signatories))
    rows = both if steps and signatories else table_rows(steps or signatories)  # type: ignore[arg-type]
    title = words("deck.next_signed" if signatories else "deck.next", us=desk.us, them=desk.them)
    pages = desk.bind("next-steps", 6, title, rows)
    # Where the author arranges the pages, this slide stands where the report is signed.
    return [{**page, "name": "signoff"} for page in pages]


def _steps(desk: Desk) -> Module | None:
    """The next steps of the latest review, or the actions that are due first."""
    words, locale, figures = desk.words, desk.locale, desk.figures
    review = figures.reviews[-1] if figures.reviews else None
    if review and review.next_steps:
        held = [(each.item.what, each.owner, each.customer_owner, each.item.due) for each in review.next_steps]
    else:
        states = [state for group in (figures.actions.groups if figures.actions else ()) for state in group.actions]
        states = [state for state in states if state.item.status == "open" and state.item.due]
        states.sort(key=lambda state: state.item.due)  # type: ignore[arg-type, return-value]
        held = [(each.item.name, each.owner, each.customer_owner, each.item.due) for each in states]
    if not held:
        return None
    columns = [
        column(words("actions.action"), STEPS - 2 * desk.person - 22.0),
        column(desk.sides[0], desk.person),
        column(desk.sides[1], desk.person),
        column(words("review.due"), 22.0, "r"),
    ]
    rows = [line([what, ours or "—", theirs or "—", locale.date(due)]) for what, ours, theirs, due in held[:MOST_STEPS]]
    return table(words("deck.steps"), columns, rows, prose=True)


def _signatories(desk: Desk) -> Module | None:
    """Who signs for whom, and who has."""
    section, words, contacts = desk.plan.signoff, desk.words, desk.figures.names.contacts
    if section is None or not section.signatories:
        return None
    columns = [
        column(words("deck.signatory"), 46.0),
        column(words("deck.signed"), 28.0, "r"),
    ]
    rows = []
    for who in section.signatories:
        contact = contacts.get(who.contact)
        if contact is None:
            continue
        company = desk.us if contact.side == "us" else desk.them
        named = words("common.comma").join(filter(None, [company, contact.title]))
        day = desk.locale.date(who.date) if who.date else words("deck.open")
        rows.append(line([text(f"{contact.name}\n{named}"), day]))
    return table(words("deck.signing"), columns, rows, prose=True) if rows else None
