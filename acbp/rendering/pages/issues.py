"""The log of complaints and problems: what was raised, who answers for it, how long it took."""

from acbp.analysis.issues import Issues, IssueState
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Module, column, line, lines, module, rag, row, table
from acbp.rendering.pages.escalation import rules_beside


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where no issue was raised by the day."""
    issues = desk.figures.issues
    if issues is None:
        return []
    rules = rules_beside(desk, issues)
    rows = [row(_headlines(desk, issues)), row(_log(desk, issues)), *([rules] if rules else [])]
    notes = desk.words("issues.note", date=desk.locale.date_long(issues.as_of))
    if issues.closed_in_time is not None:
        notes = desk.sentences(notes, desk.words("issues.note_in_time"))
    return desk.bind("issues", 5, _title(desk, issues), rows, notes=notes)


def _title(desk: Desk, issues: Issues) -> str:
    words, locale = desk.words, desk.locale
    values = {
        "received": locale.count_word(issues.received, words("measure.case")),
        "closed": locale.count_word(issues.closed, words("measure.case"), capital=False),
        "open": locale.count_word(issues.open, words("measure.case"), capital=False),
    }
    if issues.open:
        return words("issues.title", n=issues.received, **values)
    return words("issues.title_closed", n=issues.received, **values)


def _headlines(desk: Desk, issues: Issues) -> Module:
    words, locale = desk.words, desk.locale
    entries = [
        (words("issues.received"), locale.number(issues.received), ""),
        (words("issues.open"), locale.number(issues.open), ""),
        (words("issues.median"), locale.number(issues.median_days, None), words("issues.days")),
    ]
    if issues.closed_in_time is not None:
        entries.append((words("issues.in_time"), locale.percent(issues.closed_in_time, 0), ""))
    shown = [{"name": name, "figure": figure, "unit": unit} for name, figure, unit in entries]
    return module("headlines", entries=shown, width="43.5")


def _log(desk: Desk, issues: Issues) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("issues.date"), 17.0),
        column(words("issues.what"), 97.0 - desk.person),
        column(words("issues.kind"), 18.0),
        column(words("issues.severity"), 14.0),
        column(words("issues.owner"), desk.person),
        column(words("issues.age"), 10.0, "r"),
        column(words("issues.state"), 18.0, pre=True),
    ]
    rows = []
    for state in issues.items:
        item = state.item
        said = item.answer if state.open else item.outcome or item.answer
        rows.append(
            line(
                [
                    locale.date(item.date),
                    lines((item.name, "bold"), (said or "", "muted")),
                    words(f"issue_kind.{item.kind}"),
                    words(f"severity.{item.severity}"),
                    state.owner or "—",
                    locale.number(state.age),
                    rag("waiting" if state.open else "done", "", word=words(f"issues.{_state(state)}")),
                ],
                head=False,
            )
        )
    return table(words("issues.log"), columns, rows, prose=True)


def _state(state: IssueState) -> str:
    return "is_open" if state.open else "is_closed"
