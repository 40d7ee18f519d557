"""The customer: profile, stores, what both sides want, what the customer needs."""

from collections.abc import Sequence

from acbp.model.account import Fact, Need
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import TEXT_WIDTH, Module, column, line, lines, module, row, table, text


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan says no more of the customer than their name."""
    account, words, customer = desk.plan.account, desk.words, desk.figures.customer
    rows = []
    profile = _profile(desk)
    wants = _goals(desk)
    if profile:
        rows.append(row(*profile))
    history = account.profile.history if account.profile else ()
    room = TEXT_WIDTH - 58.0 if history else TEXT_WIDTH
    estate = [(room, [_stores(desk, room)])] if account.stores else []
    if history:
        width = 52.0 if estate else TEXT_WIDTH
        shown = [line([lines((fact.label, "muted"), (fact.value, ""))]) for fact in history]
        estate.append((width, [table(words("estate.history"), [column("", width)], shown, headless=True)]))
    if estate:
        rows.append(row(*estate))
    if wants:
        rows.append(wants)
    if account.needs:
        rows.append(row(_needs(desk)))
    stores = customer.stores
    title = words("account.title_plain", them=desk.them)
    if stores and stores.stores:
        title = words("account.title_stores", them=desk.them, stores=desk.locale.number(stores.stores, 0))
        if customer.open_needs and desk.internal:
            title += words("account.title_needs", n=customer.open_needs, count=desk.locale.number(customer.open_needs))
    notes = words("account.updated", date=desk.locale.date_long(account.profile.updated)) if account.profile else ""
    if customer.profile_stale:
        notes = desk.sentences(notes, words("account.stale", days=str(customer.profile_age)))
    return desk.bind("account", 2, title, rows, notes=notes)


def _profile(desk: Desk) -> list[tuple[float, list[Module]]]:
    profile, words = desk.plan.account.profile, desk.words
    if profile is None:
        return []
    columns = []
    facts_width = 84.0 if profile.summary else TEXT_WIDTH
    if profile.summary:
        summary = module("text", words("account.summary"), paragraphs=profile.summary.split("\n"), room="84")
        columns.append((84.0, [summary]))
    if profile.facts:
        columns.append((facts_width, [_labelled(words("account.facts"), profile.facts, facts_width)]))
    return columns


def _labelled(heading: str, facts: Sequence[Fact], width: float) -> Module:
    columns = [column("", 26.0), column("", width - 26.0)]
    return table(heading, columns, [line([text(f.label, tone="muted"), f.value]) for f in facts], headless=True)


def _needs(desk: Desk) -> Module:
    """The log of needs; who asked when, how feasible and how urgent it is stays with us."""
    account, words = desk.plan.account, desk.words
    given = account.needs
    shown = {
        "who": desk.internal and any(need.who for need in given),
        "feasibility": any(need.feasibility for need in given),
        "priority": any(need.priority for need in given),
        "status": desk.internal,
    }
    widths = {"who": desk.person, "feasibility": 13.0, "priority": 14.0, "status": 15.0}
    kept = [name for name, here in shown.items() if here]
    room = TEXT_WIDTH - sum(widths[name] for name in kept)
    columns = [
        column(words("account.need"), room * 0.44),
        column(words("account.response", us=desk.us), room * 0.56),
        *(column(words("account.status" if name == "status" else f"estate.{name}"), widths[name]) for name in kept),
    ]

    def cells(need: Need) -> dict[str, str]:
        return {
            "who": need.who or "—",
            "feasibility": f"{need.feasibility}/5" if need.feasibility else "—",
            "priority": words(f"estate.priority_{need.priority}") if need.priority else "—",
            "status": words(f"need.{need.status or 'none'}"),
        }

    rows = [line([text(n.need, bold=True), n.response or "—", *(cells(n)[name] for name in kept)]) for n in given]
    return table(words("account.needs"), columns, rows)


def _stores(desk: Desk, room: float) -> Module:
    words, number = desk.words, desk.locale.number
    stores, total = desk.plan.account.stores, desk.figures.customer.stores
    shown = {
        "area": any(s.area is not None for s in stores),
        "footfall": any(s.footfall is not None for s in stores),
        "openings": any(s.openings is not None for s in stores),
        "closures": any(s.closures is not None for s in stores),
        "sales_share": any(s.sales_share is not None for s in stores),
    }
    kept = [name for name, here in shown.items() if here]
    potential = any(s.potential for s in stores)
    name = room * 0.31 if room == TEXT_WIDTH else 27.0
    width = (room - name) / (len(kept) + 1 + potential)
    columns = [column(words("account.format"), name), column(words("account.stores_count"), width, "r")]
    columns += [column(words(f"account.{name}"), width, "r") for name in kept]
    columns += [column(words("estate.potential"), width, pre=True)] if potential else []
    rows = [
        line(
            [
                text(group.format, bold=True),
                number(group.stores),
                *(
                    desk.locale.percent(group.sales_share, 0) if name == "sales_share" else number(getattr(group, name))
                    for name in kept
                ),
                *([words(f"estate.potential_{group.potential}") if group.potential else "—"] if potential else []),
            ]
        )
        for group in stores
    ]
    if total and len(stores) > 1:
        totals = {
            "area": number(total.average_area, 0),
            "footfall": "—",
            "openings": number(total.openings),
            "closures": number(total.closures),
            "sales_share": desk.locale.percent(total.sales_share, 0),
        }
        cells = [
            words("common.total"),
            number(total.stores),
            *(totals[name] for name in kept),
            *([""] if potential else []),
        ]
        rows.append(line(cells, "total"))
    return table(words("account.stores"), columns, rows, unit=words("account.stores_unit", year=str(desk.year)))


def _goals(desk: Desk) -> list[dict[str, object]] | None:
    goals, words = desk.plan.goals, desk.words
    if goals is None:
        return None
    lists = [
        (words("account.goals_customer", them=desk.them), goals.customer),
        (words("account.goals_ours", us=desk.us), goals.ours),
        (words("account.goals_joint"), goals.joint),
    ]
    lists = [(heading, items) for heading, items in lists if items]
    if not lists:
        return None
    width = (174.0 - 6.0 * (len(lists) - 1)) / len(lists)
    return row(
        *(
            (
                width,
                [
                    module(
                        "list",
                        heading,
                        entries=[
                            f"{g.text}{words('common.paren', text=g.measure) if g.measure else ''}" for g in items
                        ],
                        room=f"{width:.1f}",
                    )
                ],
            )
            for heading, items in lists
        )
    )
