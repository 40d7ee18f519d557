"""How we class the customer: grade, dependence, assessment, and how they decide; for our own eyes only."""

from acbp.analysis.customer import Condition, Customer
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Module, bar, column, line, row, table, text


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where there is nothing of it, as in every customer's plan."""
    if not desk.internal:
        return []
    words, account = desk.words, desk.plan.account
    rows = [opening] if (opening := _opening(desk)) else []
    halves: list[tuple[float, list[Module]]] = []
    if account.organisation:
        columns = [column(words("classification.department"), 30.0), column(words("classification.role"), 54.0)]
        shown = [line([text(d.name, bold=True), d.role or "—"]) for d in account.organisation]
        halves.append((84.0, [table(words("classification.organisation"), columns, shown)]))
    if account.buying_process:
        columns = [
            column(words("classification.step"), 40.0),
            column(words("classification.who"), 24.0),
            column(words("classification.when"), 20.0),
        ]
        shown = [line([text(s.step, bold=True), s.who or "—", s.when or "—"]) for s in account.buying_process]
        halves.append((84.0, [table(words("classification.buying"), columns, shown)]))
    if halves:
        rows.append(row(*halves))
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
    return [row(table(heading, columns, rows, tag=words("common.internal_tag")))]


def _opening(desk: Desk) -> list[dict[str, object]] | None:
    """Grade, dependence and assessment."""
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
    if customer.dependency is not None:
        flag = "over" if customer.dependent else "under"
        facts.append(
            (
                words("account.dependency"),
                words(
                    f"account.dependency_{flag}",
                    share=desk.locale.percent(customer.dependency),
                    limit=desk.locale.percent(customer.dependency_threshold, 0),
                ),
            )
        )
    if account.style:
        facts.append((words("account.style"), account.style))
    found = desk.figures.completeness
    if not found.gaps:
        facts.append((words("completeness.name"), words("completeness.all", filled=str(found.filled))))
    columns = []
    assessment = customer.assessment
    width = 100.0 if assessment else 174.0
    if facts:
        head = [column("", 24.0), column("", width - 24.0)]
        shown = [line([text(name, tone="muted"), value]) for name, value in facts]
        columns.append(
            (width, [table(words("account.inner"), head, shown, headless=True, tag=words("common.internal_tag"))])
        )
    if assessment:
        room = 68.0 if facts else 174.0
        head = [
            column(words("account.factor"), room - 39.0),
            column(words("common.weight"), 13.0, "r"),
            column(words("common.score"), 26.0, pre=True),
        ]
        shown = [
            line([f.name, desk.locale.number(f.weight), bar(f.score, 5, 14.0, desk.locale.number(f.score))])
            for f in assessment.factors
        ]
        total = text(desk.locale.number(assessment.score, 2))
        shown.append(line([words("account.assessment_total"), "", total], "total"))
        columns.append((room, [table(words("account.assessment"), head, shown)]))
    return row(*columns) if columns else None


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
