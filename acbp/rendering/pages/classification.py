"""How we class the customer: the grade and its reasons, dependence, power, resources; for our own eyes only."""

from collections.abc import Iterable
from decimal import Decimal

from acbp.analysis.customer import Condition, Customer
from acbp.rendering.desk import Desk, Page, capital
from acbp.rendering.modules import Module, bar, column, line, row, table, text

NARROW, WIDE, HALF = 68.0, 100.0, 84.0


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where there is nothing of it, as in every customer's plan."""
    if not desk.internal:
        return []
    facts, reasons = _facts(desk), [*_identification(desk), *_marks(desk)]
    wide = WIDE if reasons else WIDE + 6.0 + NARROW
    opening = [(wide, [_labelled(desk, desk.words("account.inner"), facts, wide)])] if facts else []
    rows = [row(*opening, (NARROW if facts else wide, reasons))] if facts or reasons else []
    halves = [[*_bargaining(desk), *_resources(desk)], [*_departments(desk), *_purchase(desk)]]
    if any(halves):
        rows.append(row(*((HALF, modules) for modules in halves if modules)))
    if desk.figures.completeness.gaps:
        rows += _steps(desk)
    return desk.bind("classification", 2, _title(desk), rows, internal=True)


def _title(desk: Desk) -> str:
    words, customer = desk.words, desk.figures.customer
    parts = []
    if customer.grade:
        parts.append(words("classification.title_grade", them=desk.them, grade=customer.grade))
    if customer.dependency is not None:
        flag = "over" if customer.dependent else "under"
        parts.append(words(f"classification.title_{flag}", share=desk.locale.percent(customer.dependency)))
    return words("common.clause").join(parts) or words("classification.title_plain", them=desk.them)


def _labelled(desk: Desk, heading: str, facts: Iterable[tuple[str, str]], width: float) -> Module:
    """A table of names and what is said of each, without a head."""
    columns = [column("", 24.0), column("", width - 24.0)]
    shown = [line([text(name, tone="muted"), value]) for name, value in facts]
    return table(heading, columns, shown, headless=True)


def _facts(desk: Desk) -> list[tuple[str, str]]:
    """Tier, type and class, the grade with its reason, dependence, policy, action, style."""
    account, words, customer = desk.plan.account, desk.words, desk.figures.customer
    facts: list[tuple[str, str]] = []
    for name in ("tier", "customer_type", "customer_class"):
        value = getattr(account, name)
        if value:
            facts.append((words(f"account.{name}"), words(f"account.{name}_{value}")))
    if account.why_key:
        facts.append((words("account.why_key"), account.why_key))
    if customer.grade or customer.grades:
        facts.append((words("account.grade"), _grade(desk, customer)))
    if said := _dependence(desk, customer):
        facts.append((words("account.dependency"), said))
    if customer.policy:
        facts.append((words("standing.policy"), customer.policy))
    grading, style = account.grading, account.style
    if grading and grading.action:
        action = words(f"standing.action_{grading.action}")
        said = words("common.pair", name=action, value=grading.reason) if grading.reason else action
        facts.append((words("standing.action"), said))
    if style:
        kinds = capital(words("common.list").join(words(f"standing.style_{kind}") for kind in style.kinds))
        said = words("common.pair", name=kinds, value=style.approach) if kinds else style.approach
        facts.append((words("account.style"), said))
        gains = [
            words("common.pair", name=words(f"standing.{name}"), value=value)
            for name, value in (("business", style.business_return), ("experience", style.experience_return))
            if value
        ]
        if gains:
            facts.append((words("standing.gains"), words("common.semicolon").join(gains)))
    found = desk.figures.completeness
    if not found.gaps:
        facts.append((words("completeness.name"), words("completeness.all", filled=str(found.filled))))
    return facts


def _dependence(desk: Desk, customer: Customer) -> str:
    words, locale = desk.words, desk.locale
    said = []
    if customer.dependency is not None:
        flag = "over" if customer.dependent else "under"
        share, limit = locale.percent(customer.dependency), locale.percent(customer.dependency_threshold, 0)
        said.append(words(f"account.dependency_{flag}", share=share, limit=limit))
    for each in customer.dependences:
        if each.what != "sales" and each.share is not None:
            said.append(words(f"standing.of_{each.what}", share=locale.percent(each.share)))
    return words("common.semicolon").join(said)


def _identification(desk: Desk) -> list[Module]:
    words, grading = desk.words, desk.plan.account.grading
    if grading is None or not grading.scores:
        return []
    columns = [column(words("standing.method"), 34.0), column(words("common.score"), 34.0)]
    shown: list[dict[str, object]] = []
    for each in grading.scores:
        name = text(words(f"standing.method_{each.method}"), bold=True)
        score = bar(Decimal(each.score), Decimal(5), 24.0, str(each.score))
        shown.append(line([name, score], "none" if each.evidence else ""))
        if each.evidence:
            shown.append(line([text(each.evidence, tone="muted", span=2)], head=False))
    return [table(words("standing.identification"), columns, shown, unit=words("standing.of_five"))]


def _marks(desk: Desk) -> list[Module]:
    words, marks = desk.words, desk.plan.account.marks
    if not marks:
        return []
    columns = [column("", 20.0), column("", 12.0), column("", 36.0)]
    shown = [
        line(
            [
                text(words(f"standing.mark_{each.mark}"), bold=True),
                words("standing.mark_yes" if each.met else "standing.mark_no"),
                each.evidence or "—",
            ]
        )
        for each in marks
    ]
    met = sum(each.met for each in marks)
    heading = words("standing.marks", met=desk.locale.number(met), n=len(marks), count=desk.locale.number(len(marks)))
    return [table(heading, columns, shown, headless=True)]


def _bargaining(desk: Desk) -> list[Module]:
    given = desk.plan.account.bargaining
    if given is None:
        return []
    said = (("theirs", given.theirs), ("ours", given.ours), ("risk", given.risk))
    facts = [(desk.words(f"standing.power_{name}"), value) for name, value in said if value]
    return [_labelled(desk, desk.words("standing.power"), facts, HALF)]


def _resources(desk: Desk) -> list[Module]:
    words, resources = desk.words, desk.plan.account.resources
    if not resources:
        return []
    columns = [
        column(words("standing.kind"), 12.0),
        column(words("standing.resource"), 38.0),
        column(words("standing.use"), 34.0),
    ]
    shown = [
        line([text(words(f"standing.resource_{each.kind}"), tone="muted"), text(each.name, bold=True), each.use or "—"])
        for each in resources
    ]
    return [table(words("standing.resources"), columns, shown)]


def _purchase(desk: Desk) -> list[Module]:
    given, words = desk.plan.account.purchase, desk.words
    if given is None:
        return []
    names = ("volume", "process", "object", "amount", "way", "service")
    facts = [(words(f"standing.purchase_{name}"), value) for name in names if (value := getattr(given, name))]
    return [_labelled(desk, words("standing.purchase"), facts, HALF)] if facts else []


def _departments(desk: Desk) -> list[Module]:
    """The departments as a tree: each below the one that it reports to, and set in."""
    words, organisation = desk.words, desk.plan.account.organisation
    if not organisation:
        return []
    columns = [
        column(words("standing.department"), 34.0),
        column(words("standing.kind"), 15.0),
        column(words("standing.role"), 35.0),
    ]
    shown = [
        line(
            [
                text("\u3000" * depth + each.name, bold=True),
                words(f"department.{each.kind}") if each.kind else "—",
                each.role or "—",
            ]
        )
        for each, depth in desk.figures.customer.departments
    ]
    return [table(words("standing.departments"), columns, shown)]


def _steps(desk: Desk) -> list[list[dict[str, object]]]:
    """How complete the plan is over the eight steps of the method."""
    words, locale, found = desk.words, desk.locale, desk.figures.completeness
    columns = [
        column("", 8.0),
        column(words("completeness.step"), 60.0),
        column(words("completeness.state"), 24.0),
        column(words("completeness.filled"), 24.0, "r"),
        column(words("completeness.gaps"), 58.0, pre=True),
    ]
    rows = [
        line(
            [
                str(step.number),
                text(words(f"completeness.{step.name}"), bold=True),
                words(f"completeness.state_{step.state}"),
                words("completeness.of", filled=str(step.filled), required=str(step.required)),
                words("common.list").join(step.gaps[:3]) + ("…" if len(step.gaps) > 3 else "") or "—",
            ]
        )
        for step in found.steps
    ]
    heading = words("completeness.heading", share=locale.percent(found.share, 0))
    return [row(table(heading, columns, rows))]


def _grade(desk: Desk, customer: Customer) -> str:
    words = desk.words
    if customer.grade is None or customer.grade_reason is None:
        return words("account.grade_none")

    def said(condition: Condition) -> str:
        return words(
            f"account.grade_{condition.what}",
            actual=_amount(desk, condition, condition.actual),
            needed=_amount(desk, condition, condition.needed),
        )

    reasons = words("common.semicolon").join(said(c) for c in customer.grade_reason.conditions)
    result = words("account.grade_is", grade=customer.grade, reasons=reasons)
    failed = [c for c in customer.next_grade.conditions if not c.met] if customer.next_grade else []
    if failed and customer.next_grade:
        lacking = words("common.semicolon").join(said(c) for c in failed)
        result += words("account.grade_next", grade=customer.next_grade.grade, reasons=lacking)
    return result


def _amount(desk: Desk, condition: Condition, value: object) -> str:
    if condition.what == "sales":
        return desk.locale.money_long(value)  # type: ignore[arg-type]
    return desk.locale.number(value)  # type: ignore[arg-type]
