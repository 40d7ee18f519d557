"""How it goes: the scorecard with its total, the service delivered, and the latest review with what it asks for."""

from dataclasses import replace

from acbp.analysis.scorecard import ScorecardFigures
from acbp.rendering.cutting import split
from acbp.rendering.deck.slide import BETWEEN, FULL, SLIDE, WIDTH, beside, table_rows
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import GAP, Row, rows_height
from acbp.rendering.modules import Module, mm, module, row, stretch
from acbp.rendering.packing import room_for
from acbp.rendering.pages import outlook, reviews, scorecard, service

TOTAL, LANDING = 40.0, 100.0
MARK = "4.75"
"""Height of a status mark with its letter inside, mm."""


def write_scorecard(desk: Desk) -> list[Page]:
    """Write the total beside every KPI; before anything is measured, the targets alone."""
    card = desk.figures.scorecard
    if card is None or not card.kpis:
        return []
    whole = [replace(card.groups[0], group=None, kpis=card.kpis)]
    details = _fit_in(scorecard.kpi_table(desk, card, whole, total=card.total is None)) | {"after": ""}
    if card.total is None:
        rows = table_rows(details)
    else:
        width = WIDTH - TOTAL - BETWEEN
        parts = split(stretch(details, width, at=0), FULL)
        rows = [row((TOTAL, [_total(desk, card)]), (width, [part]), gap=BETWEEN) for part in parts]
    title, notes = scorecard.scorecard_title(desk, card), scorecard.scorecard_notes(desk, card)
    if any(kpi.item.top for kpi in card.kpis):
        notes = desk.sentences(notes, desk.words("measures.steps_short"))
    return desk.bind("scorecard", 5, title, rows, notes=notes)


def _fit_in(made: Module) -> Module:
    """A table of KPIs with low rows: smaller marks, and heads on one line where they fit."""
    rows = [
        line | {"cells": [cell | {"height": MARK} if cell["kind"] == "rag" else cell for cell in line["cells"]]}
        for line in made["rows"]
    ]
    columns = [column | {"lines": [" ".join(column["lines"])]} for column in made["columns"]]
    return made | {"rows": rows, "columns": columns}


def _total(desk: Desk, card: ScorecardFigures) -> Module:
    """The weighted total, how many KPIs have which colour, and the score of each group."""
    words, locale = desk.words, desk.locale
    missing = card.missing_weight
    return module(
        "total",
        words("scorecard.total"),
        total=locale.number(card.total, 1),
        missing=words("scorecard.missing", share=locale.percent(missing, 0)) if missing else "",
        counts=[
            {
                "mark": colour,
                "letter": colour[0].upper(),
                "count": str(card.counts[colour]),
                "name": words(f"scorecard.count_{colour}"),
            }
            for colour in ("green", "amber", "red")
        ],
        groups=[
            {
                "name": group.group.name,
                "score": locale.number(group.score, 1),
                "weight": locale.number(group.weight),
            }
            for group in card.groups
            if group.group and group.score is not None
        ][:6],
        height=mm(78.0),
    )


def write_service(desk: Desk) -> list[Page]:
    """Write the service levels agreed and delivered, or the standards where there are no levels."""
    section, figures = desk.plan.service, desk.figures.service
    if section is None or figures is None or not (figures.levels or figures.standards):
        return []
    made = service.levels_table(desk, section, figures) if figures.levels else service.standards_table(desk, figures)
    notes = desk.sentences(
        desk.words("service.note") if figures.index is not None else "",
        desk.sources(level.item.source for level in figures.levels),
    )
    title = section.conclusion or service.page_title(desk, figures)
    return desk.bind("service", 5, title, table_rows(made), notes=notes)


def write_review(desk: Desk) -> list[Page]:
    """Write the latest review: plan and actual, where the year lands, and the decisions that are wanted."""
    if not desk.figures.reviews:
        return []
    review = desk.figures.reviews[-1]
    below: list[Row] = []
    if wanted := review.item.decisions_wanted:
        asked = module("decision", label=desk.words("review.wanted"), texts=list(wanted), bare=True)
        below.append(row((WIDTH, [asked])))
    # The chart's heading may take a second line.
    height = room_for(below, 40.0, 70.0, SLIDE.aim - 5.0)
    landing = review.landing if review.period != "year" else None
    figures = reviews.figures_table(desk, review)
    left = reviews.variances_table(desk, review) if review.categories else figures
    right = outlook.plot_landing(desk, review, landing, (LANDING, height)) if landing else figures
    room = FULL - rows_height(below) - GAP if below else FULL
    if left is None or right is None or left is right:
        rows = beside((WIDTH, stretch(left, WIDTH) if left else None), room=room)
    else:
        width = WIDTH - LANDING - BETWEEN
        rows = beside(
            (width, stretch(left, width)), (LANDING, right if landing else stretch(right, LANDING)), room=room
        )
    remark = desk.words(f"review.landing_{landing.method}") if landing else ""
    name, title = f"review-{review.period}", reviews.review_title(desk, review)
    return desk.bind(name, 5, title, [*rows, *below], notes=reviews.review_notes(desk, review), remark=remark)
