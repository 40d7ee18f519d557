"""What is done at once when a risk comes true, the risks of the trade counted, and how we would part in good order."""

from collections.abc import Sequence

from acbp.analysis.risks import RankedRisk
from acbp.model.risks import ExitPlan
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, column, line, row, table, text
from acbp.rendering.set_aside import set_aside_rows, set_aside_title


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where there is no fast lane, no exit plan and no rule set aside, as for the customer."""
    ranked, words = desk.figures.risks, desk.words
    risks = [
        (place, risk)
        for place, risk in enumerate(ranked.items if ranked else (), start=1)
        if risk.item.contingency or risk.item.kind != "other"
    ]
    rows: list[Row] = [row(_lanes(desk, risks))] if risks else []
    if desk.plan.exit_plan:
        rows.append(row(_exit(desk, desk.plan.exit_plan)))
    ready = sum(risk.item.contingency is not None for _, risk in risks)
    title = words("contingency.exit_title")
    if ready:
        title = words("contingency.title", n=ready, count=desk.locale.count_word(ready, words("measure.item")))
    elif risks:
        title = words("contingency.heading")
    elif not desk.plan.exit_plan:
        title = set_aside_title(desk)
    rows += set_aside_rows(desk)
    return desk.bind("contingency", 6, title, rows, internal=True)


def _lanes(desk: Desk, risks: Sequence[tuple[int, RankedRisk]]) -> Module:
    """What is done at once when a risk comes true, and how often those of the trade have done so this year."""
    words, locale = desk.words, desk.locale
    columns = [
        column("", 6.0),
        column(words("risks.risk"), 38.0),
        column(words("contingency.kind"), 20.0),
        column(words("contingency.cases"), 14.0, "r"),
        column(words("contingency.fast_lane"), 72.0 - desk.person, pre=True),
        column(words("contingency.who"), desk.person),
        column(words("contingency.within"), 24.0),
    ]
    rows = []
    for index, risk in risks:
        item, lane = risk.item, risk.item.contingency
        rows.append(
            line(
                [
                    str(index),
                    text(item.name, bold=True),
                    words(f"risk_kind.{item.kind}"),
                    locale.number(item.cases),
                    lane.fast_lane if lane else "—",
                    (desk.figures.names.person(lane.owner) if lane else None) or "—",
                    (lane.within if lane else None) or "—",
                ]
            )
        )
    return table(words("contingency.heading"), columns, rows)


def _exit(desk: Desk, plan: ExitPlan) -> Module:
    """How we would part in good order, phase by phase."""
    words = desk.words
    columns = [
        column(words("contingency.phase"), 20.0),
        column(words("contingency.step"), 118.0 - desk.person),
        column(words("contingency.who"), desk.person),
        column(words("contingency.when"), 36.0),
    ]
    rows = []
    for phase, steps in (("before", plan.before), ("during", plan.during), ("after", plan.after)):
        for index, step in enumerate(steps):
            name = "" if index else words(f"contingency.{phase}")
            who = desk.figures.names.person(step.owner) or "—"
            rows.append(line([text(name, bold=True), step.what, who, step.when or "—"]))
    return table(words("contingency.exit"), columns, rows, after=words("contingency.condition", what=plan.condition))
