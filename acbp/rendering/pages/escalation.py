"""How far each complaint has come, to whom it climbs and how fast it has to be closed; for our own eyes only."""

from collections.abc import Sequence
from typing import get_args

from acbp.analysis.issues import Issues, IssueState
from acbp.model.service import ComplaintTerm, Escalation, Stage
from acbp.rendering.desk import Desk, Page, capital
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, column, line, row, stretch, table, text

HALVES = 74.0, 94.0
"""Widths of the rules and of the time limits beside each other, mm."""
STAGES: tuple[Stage, ...] = get_args(Stage)


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan has neither stages nor rules, as in every customer's plan."""
    issues = desk.figures.issues
    rules = desk.plan.issues.escalation if desk.plan.issues else ()
    terms = desk.plan.service.complaint_terms if desk.plan.service else ()
    if issues and _staged(issues):
        rows: list[Row] = [row(_stages(desk, issues))]
    else:
        rows = [row(made) for made in (_rules(desk, rules), _terms(desk, terms)) if made]
    return desk.bind("escalation", 5, _title(desk, issues), rows, notes=desk.words("escalation.note"), internal=True)


def rules_beside(desk: Desk, issues: Issues) -> Row | None:
    """The rules and the time limits beside each other, to stand below the log; None where the next page holds them."""
    rules = desk.plan.issues.escalation if desk.plan.issues else ()
    terms = desk.plan.service.complaint_terms if desk.plan.service else ()
    made = [part for part in (_rules(desk, rules), _terms(desk, terms)) if part]
    if not made or not _staged(issues):
        return None
    tag = desk.words("common.internal_tag")
    if len(made) == 1:
        return row(made[0] | {"tag": tag})
    return row(*((width, [stretch(part, width) | {"tag": tag}]) for width, part in zip(HALVES, made, strict=True)))


def _staged(issues: Issues) -> bool:
    return any(state.item.status for state in issues.items)


def _title(desk: Desk, issues: Issues | None) -> str:
    words, locale = desk.words, desk.locale
    if issues is None or not issues.open:
        return words("escalation.title_rules")
    going, open_ = len(issues.escalated), issues.open
    if not going:
        return words("escalation.title_none", n=open_, open=locale.count_word(open_, words("measure.case")))
    count = locale.count_word(open_, words("measure.case"), capital=False)
    if going == open_:
        return words("escalation.title_all", n=open_, open=count)
    return words("escalation.title", n=going, count=locale.count_word(going, words("measure.case")), open=count)


def _stages(desk: Desk, issues: Issues) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("escalation.issue"), 46.0),
        column(words("escalation.stage"), 26.0),
        column(words("escalation.limit"), 11.0, "r"),
        column(words("escalation.escalated"), 38.0, pre=True),
        column(words("escalation.accountability"), 53.0),
    ]
    rows = []
    for state in issues.items:
        stage = state.item.status
        said = (state.item.accountability or "", state.item.lesson or "")
        rows.append(
            line(
                [
                    text(state.item.name, bold=state.open),
                    f"{STAGES.index(stage) + 1}/{len(STAGES)} {words(f'stage.{stage}')}" if stage else "—",
                    locale.number(state.limit),
                    _climb(desk, state),
                    desk.sentences(*said) or "—",
                ]
            )
        )
    return table(words("escalation.stages"), columns, rows, tag=words("common.internal_tag"), prose=True)


def _climb(desk: Desk, state: IssueState) -> str:
    if state.escalation is None:
        return "—"
    name = desk.figures.names.person(state.escalation.owner)
    level = state.escalation.level
    return level + desk.words("common.paren", text=name) if name else level


def _rules(desk: Desk, rules: Sequence[Escalation]) -> Module | None:
    words, locale = desk.words, desk.locale
    if not rules:
        return None
    columns = [
        column(words("escalation.severity"), 28.0),
        column(words("escalation.from_day"), 32.0, "r"),
        column(words("escalation.level"), 68.0, pre=True),
        column(words("escalation.taken_up"), 46.0),
    ]
    rows = [
        line(
            [
                capital(words(f"severity.{rule.severity}") if rule.severity else words("escalation.every")),
                locale.number(rule.days),
                rule.level,
                desk.figures.names.person(rule.owner) or "—",
            ]
        )
        for rule in rules
    ]
    return table(words("escalation.rules"), columns, rows)


def _terms(desk: Desk, terms: Sequence[ComplaintTerm]) -> Module | None:
    words, locale = desk.words, desk.locale
    if not terms:
        return None
    columns = [
        column(words("escalation.severity"), 24.0),
        column(words("escalation.answer"), 30.0, "r"),
        column(words("escalation.close"), 28.0, "r"),
        column(words("escalation.wanted"), 92.0, pre=True),
    ]
    rows = [
        line(
            [
                text(capital(words(f"severity.{term.severity}")), bold=True),
                locale.number(term.answer_hours),
                locale.number(term.close_days),
                term.wanted or "—",
            ]
        )
        for term in terms
    ]
    return table(words("escalation.terms"), columns, rows)
