"""What is open: amber and red KPIs with their answers, steps not yet taken, promises, and every action not yet done."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from acbp.analysis.actions import ActionState
from acbp.analysis.reviews import ReviewFigures
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, column, line, rag, row, table, text
from acbp.rendering.pages import promises
from acbp.rendering.pages.actions import MARKS
from acbp.rendering.pages.reviews import carried_table
from acbp.rendering.pages.scorecard import answers_table
from acbp.rendering.pages.steps import step_rows

LINES = 24
"""Rows of a table that a page holds for certain."""


def write_answers(desk: Desk, review: ReviewFigures) -> list[Page]:
    """Write what is done about every KPI that is amber or red, and where the ladders and checklists stand."""
    words, locale, card = desk.words, desk.locale, review.scorecard
    answers = answers_table(desk, review)
    rows = [*([row(answers)] if answers else []), *(step_rows(desk, card) if card else [])]
    behind = sum(card.counts[colour] for colour in ("red", "amber")) if card else 0
    wanting = len(review.unanswered)
    count = locale.count_word(behind, words("measure.item"))
    key = "meeting.answers_wanting" if wanting else "meeting.answers_all" if behind else "meeting.answers_none"
    title = words(key, n=behind, count=count, wanting=locale.number(wanting))
    return desk.bind(
        "meeting-answers", 3, title, rows, notes=words("meeting.answers_note" if wanting else "meeting.answers_order")
    )


def write_promises(desk: Desk, review: ReviewFigures) -> list[Page]:
    """Write the promises of both sides as on the page of the report."""
    return [{**page, "section": "3"} for page in promises.write(desk)]


def write(desk: Desk, review: ReviewFigures) -> list[Page]:
    """Write what became of the actions that were due, and those still under way."""
    words, locale = desk.words, desk.locale
    carried = review.carried
    rows: list[Row] = []
    for chunk in _chunks(carried):
        if made := carried_table(desk, replace(review, carried=tuple(chunk))):
            rows.append(row(made))
    said = {held.item.id for held in carried}
    going = [state for state in under_way(desk) if state.item.id not in said]
    rows += [row(actions_table(desk, words("meeting.under_way"), chunk)) for chunk in _chunks(going)]
    if carried:
        counts = {name: sum(held.outcome == name for held in carried) for name in ("done", "moved", "unaccounted")}
        title = words(
            "meeting.carried",
            n=len(carried),
            total=locale.count(len(carried), capital=True),
            done=locale.count(counts["done"]),
            moved=locale.count(counts["moved"]),
        )
        if counts["unaccounted"]:
            title += words("meeting.unaccounted", n=counts["unaccounted"], count=locale.count(counts["unaccounted"]))
        elif going:
            title += words("meeting.going", n=len(going), count=locale.count(len(going)))
    else:
        title = words("meeting.none_due", n=len(going), count=locale.count(len(going), capital=True))
    notes = words("meeting.open_note", date=locale.date_long(desk.figures.as_of))
    return desk.bind("meeting-open", 3, title, rows, notes=notes)


def actions_table(desk: Desk, heading: str, states: Sequence[ActionState]) -> Module:
    """Actions with who takes them, by when, and where they stand."""
    words = desk.words
    columns = [
        column("", 9.0),
        column(words("actions.action"), 117.0 - 2 * desk.person),
        column(desk.sides[0], desk.person),
        column(desk.sides[1], desk.person),
        column(words("review.due"), 20.0, "r"),
        column(words("actions.state"), 28.0, pre=True),
    ]
    rows = []
    for state in states:
        mark, letter = MARKS[state.state]
        rows.append(
            line(
                [
                    state.number,
                    text(state.item.name, bold=True),
                    state.owner or "—",
                    state.customer_owner or "—",
                    desk.locale.date(state.item.due),
                    rag(mark, letter, word=words(f"state.{state.state}")),
                ]
            )
        )
    return table(heading, columns, rows)


def under_way(desk: Desk) -> list[ActionState]:
    """The actions that are open on the day, by due date; those without one come last."""
    actions = desk.figures.actions
    states = [state for group in actions.groups for state in group.actions] if actions else []
    found = [state for state in states if state.state not in ("done", "dropped")]
    return sorted(found, key=lambda state: (state.item.due is None, state.item.due))


def _chunks(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (items[start : start + LINES] for start in range(0, len(items), LINES))
