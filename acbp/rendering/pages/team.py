"""Who decides at the customer and who does what on our side: decisions, tasks, liaison, skills, routes to stores."""

from collections.abc import Iterable
from decimal import Decimal

from acbp.analysis.account_team import AccountTeam, Matrix
from acbp.charts.metrics import measure
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Module, bar, column, line, lines, row, table, text

WHOLE, HALF = 174.0, 84.0
INDENT = 2.4
"""What the column after a column of numbers keeps free on its left, mm."""
PEOPLE = 8
"""People side by side in one table; more of them take a second one."""


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan says nothing of it, as in every customer's plan."""
    if not desk.internal:
        return []
    found = desk.figures.account_team
    rows = [row(module) for module in _decisions(desk, found)]
    if found and found.matrix:
        rows += [row(module) for module in _tasks(desk, found.matrix)]
    skills = _skills(desk, found) if found and found.skills else []
    halves = ([*_liaison(desk), *_dossiers(desk)], [*skills, *_routes(desk)])
    columns = [(HALF, modules) for modules in halves if modules]
    if columns:
        rows.append(row(*columns))
    return desk.bind("team", 6, _title(desk, found), rows, internal=True)


def _title(desk: Desk, found: AccountTeam | None) -> str:
    words, locale = desk.words, desk.locale
    parts = []
    if found and found.deciders:
        steps = len(desk.plan.account.buying_process)
        values = {"count": locale.count(len(found.deciders), capital=True), "steps": locale.count(steps)}
        parts.append(words("team.title_deciders", n=len(found.deciders), them=desk.them, **values))
    if found and found.matrix:
        people = locale.count(len(found.matrix.people), capital=not parts)
        values = {"people": people, "tasks": locale.count(len(found.matrix.tasks))}
        parts.append(words("team.title_tasks", n=len(found.matrix.people), us=desk.us, **values))
    return words("common.clause").join(parts) or words("team.title", them=desk.them)


def _people(desk: Desk, contacts: Iterable[str], room: float) -> list[str]:
    """People's names as narrow table heads: all on two lines where one line does not hold one of them."""
    names = [desk.figures.names.person(contact) or contact for contact in contacts]
    narrow = any(measure(name, 7.5) > room for name in names)
    return [name.replace(" ", "\n", 1) if narrow else name for name in names]


def _decisions(desk: Desk, found: AccountTeam | None) -> list[Module]:
    """Steps of the decision down, people across, with their influence and stance."""
    words, steps = desk.words, desk.plan.account.buying_process
    if not steps:
        return []
    deciders = found.deciders if found else ()
    paid = any(step.budget is not None for step in steps)
    made = []
    for start in range(0, max(1, len(deciders)), PEOPLE):
        people = deciders[start : start + PEOPLE]
        room = 95.0 + 13.0 * (not paid) if people else 0.0
        each = (room - INDENT) / len(people) if people else 0.0
        columns = [column(words("team.step"), 40.0 if people else 90.0), column(words("team.when"), 26.0)]
        columns += [column(words("team.money", unit=desk.money_label), 13.0, "r")] if paid else []
        heads = _people(desk, (person.contact for person in people), each - 1.5)
        columns += [column(name, each + INDENT * (not at), pre=not at) for at, name in enumerate(heads)]
        if not people:
            columns.append(column(words("team.who"), WHOLE - 116.0 - 13.0 * paid, pre=True))
        shown = []
        for at, step in enumerate(steps):
            cells = [text(step.step, bold=True), step.when or "—"]
            cells += [desk.locale.money(step.budget)] if paid else []
            parts = [person.parts[at] for person in people]
            cells += [_part(desk, part) for part in parts] if people else [step.who or "—"]
            shown.append(line(cells))
        if people:
            before = 2 + paid
            contacts = [desk.figures.names.contacts.get(person.contact) for person in people]
            influence = [str(c.influence) if c and c.influence else "—" for c in contacts]
            stance = [words(f"team.stance_{c.stance}") if c and c.stance else "—" for c in contacts]
            for name, values in (("influence", influence), ("stance", stance)):
                cells = [text(words(f"team.{name}"), span=before), *values]
                shown.append(line(cells, "muted"))
        made.append(
            table(words("team.decisions", them=desk.them), columns, shown, unit=words("team.parts") if people else "")
        )
    return made


def _part(desk: Desk, part: str | None) -> dict[str, object]:
    return (
        text(desk.words(f"part_in.{part}"), bold=part == "decider", tone="accent" if part == "decider" else "")
        if part
        else text("")
    )


def _tasks(desk: Desk, matrix: Matrix) -> list[Module]:
    """Tasks down, people across."""
    words = desk.words
    made = []
    for start in range(0, len(matrix.people), PEOPLE):
        people = matrix.people[start : start + PEOPLE]
        each = (WHOLE - 60.0) / len(people)
        columns = [column(words("team.task"), 60.0)]
        columns += [column(name, each) for name in _people(desk, people, each - 1.5)]
        shown = []
        for task in matrix.tasks:
            faults = words("common.list").join(words(f"team.{fault}") for fault in task.faults)
            letters = [_letter(part) for part in task.parts[start : start + PEOPLE]]
            shown.append(line([lines((task.task.name, "bold"), (faults, "muted")), *letters]))
        leading = [str(count) if count else "—" for count in matrix.leading[start : start + PEOPLE]]
        shown.append(line([words("team.leading"), *leading], "total"))
        made.append(table(_matrix_heading(desk, matrix), columns, shown, unit=words("team.key")))
    return made


def _matrix_heading(desk: Desk, matrix: Matrix) -> str:
    tasks = desk.locale.count(len(matrix.tasks))
    if matrix.gaps:
        gaps = desk.locale.count(matrix.gaps, capital=True)
        return desk.words("team.matrix_gaps", n=matrix.gaps, count=gaps, tasks=tasks)
    return desk.words("team.matrix", n=len(matrix.tasks), tasks=tasks)


def _letter(part: str | None) -> dict[str, object]:
    answers = part is not None and part.startswith("A")
    return text(part or "", bold=answers, tone="accent" if answers else "quiet" if part in ("C", "I") else "")


def _liaison(desk: Desk) -> list[Module]:
    words, liaison = desk.words, desk.plan.supplier.liaison
    if not liaison:
        return []
    columns = [
        column(words("team.function"), 19.0),
        column(words("team.contact"), desk.person),
        column(words("team.matter"), HALF - 36.0 - desk.person),
        column(words("team.rhythm"), 17.0),
    ]
    shown = [
        line(
            [
                text(words(f"function.{each.function}"), bold=True),
                desk.figures.names.person(each.contact) or "—",
                each.matter,
                each.rhythm or "—",
            ]
        )
        for each in liaison
    ]
    return [table(words("team.liaison"), columns, shown)]


def _routes(desk: Desk) -> list[Module]:
    """Who brings our goods to how many of the customer's stores."""
    words, count, routes = desk.words, desk.locale.number, desk.plan.account.routes
    if not routes:
        return []
    columns = [column("", 29.0), column("", 16.0), column("", 10.0, "r"), column("", HALF - 55.0, pre=True)]
    shown = [
        line([text(each.name, bold=True), words(f"route.{each.kind}"), count(each.stores), each.note or "—"])
        for each in routes
    ]
    served, all_stores = sum(each.stores for each in routes), desk.figures.customer.stores
    unit = words("team.routes_of", count=count(served), stores=count(all_stores.stores)) if all_stores else ""
    return [table(words("team.routes", them=desk.them), columns, shown, unit=unit, headless=True)]


def _dossiers(desk: Desk) -> list[Module]:
    """The four files that are kept on a customer: what is in this plan of each, and that the personal one is not."""
    plan, words = desk.plan, desk.words
    competition = plan.situation.competition if plan.situation else None
    counts = {
        "organisation": len(plan.account.organisation),
        "competitor": len(competition.competitors) if competition else 0,
        "project": len(plan.account.buying_process),
    }
    facts = [
        (
            words(f"team.dossier_{name}"),
            words(f"team.dossier_{name}_held", n=count, count=desk.locale.number(count))
            if count
            else words("team.dossier_empty"),
        )
        for name, count in counts.items()
    ]
    if not any(counts.values()):
        return []
    columns = [column("", 26.0), column("", HALF - 26.0)]
    facts.append((words("team.dossier_personal"), words("team.dossier_outside")))
    shown = [line([text(name, tone="muted"), held]) for name, held in facts]
    return [table(words("team.dossiers"), columns, shown, headless=True)]


def _skills(desk: Desk, found: AccountTeam) -> list[Module]:
    """The five skills of the key account manager: now, wanted, and the way there."""
    words, locale = desk.words, desk.locale
    columns = [
        column(words("team.skill"), 25.0),
        column(words("team.now"), 19.0),
        column(words("team.wanted"), 12.0, "r"),
        column(words("team.next"), 28.0, pre=True),
    ]
    shown = [
        line(
            [
                text(words(f"skill.{each.skill}"), bold=True),
                bar(Decimal(each.score), Decimal(5), 12.0, str(each.score)),
                str(each.wanted) if each.wanted else "—",
                each.next_step or "—",
            ]
        )
        for each in found.skills
    ]
    wanted = locale.number(found.skill_wanted, 1)
    shown.append(line([words("team.mean"), locale.number(found.skill_mean, 1), wanted, ""], "total"))
    return [table(words("team.skills"), columns, shown, unit=words("team.skills_unit"))]
