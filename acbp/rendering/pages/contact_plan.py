"""The contact plan: who meets whom how and when, what is overdue, touchpoints and visits; for our own eyes only."""

from decimal import Decimal

from acbp.analysis.relationships import PLACES, Due, Ties
from acbp.model.relationships import ChecklistItem, Relationships, Touchpoint, Visit
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, bar, column, line, row, table, text
from acbp.rendering.packing import fits

MOST_VISITS, FEWEST_VISITS = 10, 4
SHOWN_CONTACTS = 24


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where there is no contact plan, visit or touchpoint, as in every customer's plan."""
    section, ties = desk.plan.relationships, desk.figures.ties
    if not desk.internal or section is None or ties is None:
        return []
    # As many visits as leave the page whole.
    for shown in range(MOST_VISITS, FEWEST_VISITS - 1, -1):
        rows = _rows(desk, section, ties, shown)
        if fits(rows):
            break
    return desk.bind("contact-plan", 6, _title(desk, ties), rows, notes=desk.words("contact_plan.note"), internal=True)


def _rows(desk: Desk, section: Relationships, ties: Ties, visits: int) -> list[Row]:
    rows: list[Row] = [row(_contacts(desk, ties))] if ties.contacts else []
    if ties.visits:
        rows.append(row(_visits(desk, ties, visits)))
    halves = [_touchpoints(desk, section.touchpoints)] if section.touchpoints else []
    if section.visit_checklist:
        halves.append(_checklist(desk, section.visit_checklist))
    if halves:
        width = 84.0 if len(halves) == 2 else 174.0
        rows.append(row(*((width, [half]) for half in halves)))
    return rows


def _title(desk: Desk, ties: Ties) -> str:
    words, locale = desk.words, desk.locale
    title = words("contact_plan.title_plain", them=desk.them)
    if ties.contacts:
        count = locale.count_word(len(ties.contacts), words("measure.item"))
        late = sum(due.overdue for due in ties.contacts)
        said = locale.count_word(late, words("measure.item"), capital=False)
        state = words("contact_plan.late", n=late, late=said) if late else words("contact_plan.on_time")
        title = words("contact_plan.title", n=len(ties.contacts), count=count, state=state)
    if ties.visits:
        missed = [place.place for place in ties.places if not place.count]
        names = locale.join([words(f"place.{place}") for place in missed])
        visits = locale.count(len(ties.visits))
        title += words("common.clause")
        key = "contact_plan.title_missed" if missed else "contact_plan.title_visits"
        title += words(key, n=len(ties.visits), visits=visits, places=names)
    return title


def _name(desk: Desk, contact: str | None) -> str:
    return desk.figures.names.person(contact) or contact or "—"


def _contacts(desk: Desk, ties: Ties) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("contact_plan.who"), 44.0),
        column(words("contact_plan.mode"), 20.0),
        column(words("contact_plan.every"), 16.0, "r"),
        column(words("contact_plan.topic"), 42.0, pre=True),
        column(words("contact_plan.last"), 17.0, "r"),
        column(words("contact_plan.next"), 17.0, "r"),
        column(words("contact_plan.state"), 18.0, "r"),
    ]

    def shown(due: Due) -> dict[str, object]:
        item = due.item
        state = (
            words("contact_plan.days_late", days=locale.number(due.days_late))
            if due.overdue
            else words("contact_plan.kept")
        )
        return line(
            [
                text(f"{_name(desk, item.ours)} – {_name(desk, item.theirs)}", bold=True),
                words(f"mode.{item.mode}"),
                locale.number(item.every),
                item.topic or "—",
                locale.date(item.last),
                locale.date(due.due),
                text(state if due.due else "—", bold=due.overdue),
            ]
        )

    rows = [shown(due) for due in ties.contacts[:SHOWN_CONTACTS]]
    if rest := len(ties.contacts) - len(rows):
        rows.append(line([words("contact_plan.rest", n=rest, count=locale.number(rest)), *[""] * 6], "muted"))
    return table(words("contact_plan.contacts"), columns, rows, unit=locale.date_long(desk.figures.as_of))


def _visits(desk: Desk, ties: Ties, most: int) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("contact_plan.day"), 16.0),
        column(words("contact_plan.place"), 19.0),
        column(words("contact_plan.where"), 36.0),
        column(words("contact_plan.visitor"), desk.person),
        column(words("contact_plan.found"), 45.5 - (desk.person - 13.5) / 2),
        column(words("contact_plan.follow_up"), 32.0 - (desk.person - 13.5) / 2),
        column(words("contact_plan.done"), 12.0, "r"),
    ]

    def shown(visit: Visit) -> dict[str, object]:
        return line(
            [
                locale.date(visit.date),
                words(f"place.{visit.place}"),
                text(visit.where, bold=True),
                _name(desk, visit.ours),
                visit.found or "—",
                visit.follow_up or "—",
                words("contact_plan.yes" if visit.done else "contact_plan.no") if visit.follow_up else "—",
            ]
        )

    rows = [shown(visit) for visit in ties.visits[:most]]
    if rest := len(ties.visits) - len(rows):
        rows.append(line([words("contact_plan.rest_visits", n=rest, count=locale.number(rest)), *[""] * 6], "muted"))
    counts = [
        words(
            "contact_plan.visited", place=words(f"place.{place.place}"), n=place.count, count=locale.number(place.count)
        )
        for place in ties.places
    ]
    if pending := sum(place.open for place in ties.places):
        counts.append(words("contact_plan.open", n=pending, count=locale.number(pending)))
    return table(words("contact_plan.visits"), columns, rows, unit=words("common.comma").join(counts), prose=True)


def _touchpoints(desk: Desk, touchpoints: tuple[Touchpoint, ...]) -> Module:
    words = desk.words
    columns = [
        column(words("contact_plan.touchpoint"), 21.0),
        column(words("contact_plan.owner"), desk.person),
        column(words("contact_plan.quality"), 19.0, pre=True),
        column(words("contact_plan.to_do"), 44.0 - desk.person),
    ]
    rows = [
        line(
            [
                text(point.name, bold=True),
                _name(desk, point.owner),
                bar(Decimal(point.quality), Decimal(5), 9.0, str(point.quality)) if point.quality else "—",
                point.note or "—",
            ]
        )
        for point in touchpoints
    ]
    return table(words("contact_plan.touchpoints"), columns, rows)


def _checklist(desk: Desk, items: tuple[ChecklistItem, ...]) -> Module:
    words = desk.words
    columns = [column(words("contact_plan.place"), 19.0), column(words("contact_plan.check"), 65.0)]
    rows = []
    for place in PLACES:
        texts = [item.text for item in items if item.place == place]
        if texts:
            rows.append(line([text(words(f"place.{place}"), bold=True), words("common.semicolon").join(texts)]))
    return table(words("contact_plan.checklist"), columns, rows)
