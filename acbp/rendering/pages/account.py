"""The customer: profile, stores, what both sides want, what the customer needs."""

from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Module, column, line, module, row, table, text


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan says no more of the customer than their name."""
    account, words, customer = desk.plan.account, desk.words, desk.figures.customer
    rows = []
    profile = _profile(desk)
    wants = _goals(desk)
    if profile:
        rows.append(row(*profile))
    if account.stores:
        rows.append(row(_stores(desk)))
    if wants:
        rows.append(wants)
    if account.needs:
        columns = [
            column(words("account.need"), 80.0),
            column(words("account.response", us=desk.us), 76.0 if desk.internal else 94.0),
        ]
        if desk.internal:
            columns.append(column(words("account.status"), 18.0))
        needs = [
            line(
                [
                    text(need.need, bold=True),
                    need.response or "—",
                    *([words(f"need.{need.status or 'none'}")] if desk.internal else []),
                ]
            )
            for need in account.needs
        ]
        rows.append(row(table(words("account.needs"), columns, needs)))
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
    facts_width = 84.0 if profile.summary else 174.0
    if profile.summary:
        summary = module("text", words("account.summary"), paragraphs=profile.summary.split("\n"), room="84")
        columns.append((84.0, [summary]))
    if profile.facts:
        head = [column("", 26.0), column("", facts_width - 26.0)]
        facts = [line([text(fact.label, tone="muted"), fact.value]) for fact in profile.facts]
        columns.append((facts_width, [table(words("account.facts"), head, facts, headless=True)]))
    return columns


def _stores(desk: Desk) -> Module:
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
    width = 120.0 / (len(kept) + 1)
    columns = [column(words("account.format"), 54.0), column(words("account.stores_count"), width, "r")]
    columns += [column(words(f"account.{name}"), width, "r") for name in kept]
    rows = [
        line(
            [
                text(group.format, bold=True),
                number(group.stores),
                *(
                    desk.locale.percent(group.sales_share, 0) if name == "sales_share" else number(getattr(group, name))
                    for name in kept
                ),
            ]
        )
        for group in stores
    ]
    if total and len(stores) > 1:
        totals = {
            "area": number(total.average_area, 0),
            "footfall": "",
            "openings": number(total.openings),
            "closures": number(total.closures),
            "sales_share": desk.locale.percent(total.sales_share, 0),
        }
        cells = [words("common.total"), number(total.stores), *(totals[name] for name in kept)]
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
