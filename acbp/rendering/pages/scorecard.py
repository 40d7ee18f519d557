"""The scorecard: the weighted total, each KPI against its target, and the answers to what is amber or red."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from acbp.analysis.rates import Figure
from acbp.analysis.reviews import ReviewFigures
from acbp.analysis.scorecard import GroupScore, KpiScore, ScorecardFigures
from acbp.charts.metrics import measure
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Cell, Module, blank, column, line, mm, module, row, table, text, track
from acbp.rendering.packing import deal
from acbp.rendering.pages.steps import step_rows, unit_beside

LOW, HIGH = Decimal("0.70"), Decimal("1.15")
BAND, HEIGHT = 33.0, 4.6
TRACK, FULL_AT = 30.0, 28.0
"""A group's bar beside the total: where it ends, and where the full score is, mm."""
LINES_ON_A_PAGE = 24
GAPS = ("common.gap_cause", "common.gap_recovery")
ROOMY = 12
"""KPIs that leave room for marks with their letter inside; beyond, the small marks keep the rows low."""


def write(desk: Desk) -> list[Page]:
    """Write the page, and further ones where there are many KPIs."""
    card = desk.figures.scorecard
    if card is None or not card.kpis:
        return []
    review = next((r for r in desk.figures.reviews if r.period == card.period), None)
    answers = answers_table(desk, review) if review else None
    rows = score_rows(desk, card)
    if answers:
        rows.append(row(answers))
    rows += step_rows(desk, card)
    if desk.figures.kam:
        rows.append(row(_kam(desk, desk.figures.kam)))
    return desk.bind("scorecard", 5, scorecard_title(desk, card), rows, notes=scorecard_notes(desk, card))


def score_rows(desk: Desk, card: ScorecardFigures) -> list[Row]:
    """The total and every KPI, as many to a table as a page holds."""
    chunks = [
        [replace(card.groups[at], kpis=card.groups[at].kpis[start:stop]) for at, start, stop in page]
        for page in deal([len(group.kpis) for group in card.groups], LINES_ON_A_PAGE)
    ]
    rows: list[Row] = [row(_score(desk, card))] if card.total is not None else []
    return rows + [row(kpi_table(desk, card, chunk, total=chunk is chunks[-1])) for chunk in chunks]


def scorecard_title(desk: Desk, card: ScorecardFigures) -> str:
    """The score, how many KPIs are on target, and where it falls behind."""
    words, locale = desk.words, desk.locale
    if card.total is None:
        return words(
            "scorecard.title_plan", n=len(card.kpis), count=locale.count_word(len(card.kpis), words("measure.item"))
        )
    counts = card.counts
    values = {
        "period": desk.period(card.period),
        "total": locale.number(card.total, 1),
        "green": locale.count_word(counts["green"], words("measure.item"), capital=False),
        "amber": locale.count_word(counts["amber"], words("measure.item"), capital=False),
        "red": locale.count_word(counts["red"], words("measure.item"), capital=False),
    }
    worst = [kpi.item.name for kpi in card.kpis if kpi.colour == "red"]
    if worst:
        return words("scorecard.title_red", names=locale.join(worst[:2]), **values)
    if counts["amber"]:
        return words("scorecard.title_amber", **values)
    return words("scorecard.title_green", **values)


def scorecard_notes(desk: Desk, card: ScorecardFigures) -> str:
    """What attained, score and the colours mean."""
    words, locale = desk.words, desk.locale
    return words(
        "scorecard.note",
        green=locale.percent(card.green, 0),
        amber=locale.percent(card.amber, 0),
        cap=locale.percent(card.cap, 0),
    )


def _score(desk: Desk, card: ScorecardFigures) -> Module:
    words, locale = desk.words, desk.locale
    measured = [g for g in card.groups if g.score is not None][:5]
    missing = card.missing_weight
    return module(
        "score",
        label=words("scorecard.total"),
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
        track=mm(TRACK),
        tick=mm(FULL_AT),
        groups=[
            {
                "name": group.group.name if group.group else words("scorecard.no_group"),
                "width": mm(min(TRACK, float(group.score / group.weight) * FULL_AT) if group.weight else 0),
                "score": locale.number(group.score, 1),
                "weight": locale.number(group.weight),
            }
            for group in measured
        ],
    )


def kpi_table(desk: Desk, card: ScorecardFigures, groups: Sequence[GroupScore], *, total: bool) -> Module:
    """The KPIs of some groups with bullet graphs, and the card's total below them."""
    words, locale = desk.words, desk.locale
    measured = card.total is not None
    period = desk.period(card.period)
    columns = [
        column(words("scorecard.kpi"), 45.0 if measured else 77.0),
        column(words("common.weight"), 11.0, "r"),
        column(words("scorecard.year_target"), 16.0, "r"),
    ]
    if measured:
        columns += [
            column(words("scorecard.period_target", period=period), 16.0, "r"),
            column(words("scorecard.period_actual", period=period), 16.0, "r"),
            column(words("scorecard.attainment"), 14.5, "r"),
            _bullet_column(desk),
            column(words("scorecard.state"), 12.0, "c"),
            column(words("common.score"), 10.5, "r"),
        ]
    else:
        columns += [column(q, 17.0 if q != "Q4" else 18.0, "r") for q in ("Q1", "Q2", "Q3", "Q4")]
    rows = []
    for group in groups:
        if group.group or len(groups) > 1:
            name = group.group.name if group.group else words("scorecard.no_group")
            score = [
                blank(),
                blank(),
                blank(),
                blank(),
                blank(),
                blank(),
                text(locale.number(group.score, 1), bold=True),
            ]
            rest = score if measured else [blank(5)]
            rows.append(line([text(name, bold=True), text(locale.number(group.weight), bold=True), *rest], "sub"))
        rows += [_kpi(desk, card, kpi) for kpi in group.kpis]
    if total:
        cells: list[Cell | str] = [words("common.total"), locale.number(card.weight)]
        cells += [blank() for _ in range(len(columns) - 3)] + [text(locale.number(card.total, 1) if measured else "")]
        rows.append(line(cells, "total"))
    unit = words("scorecard.cumulative", period=period) if measured else words("scorecard.targets_only")
    aside = (
        words("scorecard.bands", green=locale.percent(card.green, 0), amber=locale.percent(card.amber, 0))
        if measured
        else ""
    )
    return table(
        words("scorecard.detail"),
        columns,
        rows,
        unit=unit,
        aside=aside,
        pad=1.0 if len(rows) > 16 else None,
        after=words("measures.steps_note") if any(kpi.item.top for kpi in card.kpis) and total else "",
        **{"class": "kpis"},
    )


def _kam(desk: Desk, card: ScorecardFigures) -> Module:
    """What our account manager is measured by, for our eyes only."""
    made = kpi_table(desk, card, card.groups, total=True)
    reward = desk.plan.scorecard.kam_reward if desk.plan.scorecard else None
    tag = desk.words("common.internal_tag")
    return made | {"heading": desk.words("measures.kam"), "tag": tag, "aside": "", "after": reward or made["after"]}


def _bullet_column(desk: Desk) -> dict[str, object]:
    made = column("", BAND, pre=False, classes="axis")
    made["months"] = [
        {
            "left": mm(max(0.0, _place(at) - measure(desk.locale.percent(at, 0), 7.5) / 2)),
            "name": desk.locale.percent(at, 0),
        }
        for at in (LOW, Decimal(1), HIGH)
    ]
    return made


def _place(attainment: Decimal) -> float:
    room = BAND - 5.0
    return float((min(max(attainment, LOW), HIGH) - LOW) / (HIGH - LOW)) * room


def _kpi(desk: Desk, card: ScorecardFigures, kpi: KpiScore) -> dict[str, object]:
    locale, unit = desk.locale, kpi.item.unit
    name = text(kpi.item.name, unit=unit_beside(desk, kpi))
    beside = (kpi.year_target, kpi.target, kpi.actual, *kpi.quarters)
    band = band_of(desk, kpi)
    cells: list[Cell | str] = [
        name,
        locale.number(kpi.item.weight),
        band or desk.measured(kpi.year_target, unit, like=beside),
    ]
    if card.total is None:
        return line([*cells, *(band or desk.measured(q, unit, like=beside) for q in kpi.quarters)])
    cells += [
        band or desk.measured(kpi.target, unit, like=beside),
        text(desk.measured(kpi.actual, unit, like=beside), bold=True),
        locale.percent(kpi.attainment),
        bullet(kpi.attainment, card.green, card.amber),
        desk.status(kpi.colour, large=len(card.kpis) <= ROOMY),
        locale.number(kpi.score, 1),
    ]
    return line(cells)


def band_of(desk: Desk, kpi: KpiScore) -> str:
    """The band that a KPI's value is to lie in: ``12–16``; empty for a KPI with a target."""
    if kpi.item.direction != "band" or kpi.low is None or kpi.high is None:
        return ""
    low, high = (desk.measured(value, kpi.item.unit, like=(kpi.low, kpi.high)) for value in (kpi.low, kpi.high))
    return f"{low}–{high}"


def bullet(attainment: Figure, green: Decimal, amber: Decimal) -> Cell:
    """A bullet graph: bands at the thresholds, a dark bar for the attainment, a tick at 100 %; axis 70 to 115 %."""
    ends = [_place(LOW), _place(amber), _place(green), _place(HIGH)]
    boxes = [
        ("band3", ends[0], ends[1] - ends[0], 0.0, HEIGHT),
        ("band2", ends[1], ends[2] - ends[1], 0.0, HEIGHT),
        ("band1", ends[2], ends[3] - ends[2], 0.0, HEIGHT),
    ]
    if attainment is not None:
        boxes.append(("b-ink2", 0.0, max(0.6, _place(attainment)), HEIGHT / 3, HEIGHT / 3))
    boxes.append(("b-ink", _place(Decimal(1)) - 0.35, 0.7, 0.3, HEIGHT - 0.6))
    return track(boxes, HEIGHT)


def answers_table(desk: Desk, review: ReviewFigures) -> Module | None:
    """The answers to the KPIs that are amber or red, the worst first; those without one are marked as gaps."""
    words = desk.words
    if not review.responses and not review.unanswered:
        return None
    columns = [
        column(words("scorecard.state"), 12.0),
        column(words("scorecard.kpi"), 33.0),
        column(words("scorecard.cause"), 70.0 - desk.person),
        column(words("scorecard.response"), 61.0 - desk.person),
        column(words("scorecard.owner"), 2 * desk.person - 2.0, "r"),
    ]
    rows = [
        line(
            [
                desk.status(answer.kpi.colour if answer.kpi else None),
                text(answer.kpi.item.name if answer.kpi else answer.item.kpi, bold=True),
                answer.item.cause,
                answer.item.response,
                words("common.list").join(filter(None, [answer.owner, answer.customer_owner])) or "—",
            ]
        )
        for answer in review.responses
    ]
    rows += [
        line([desk.status(kpi.colour), text(kpi.item.name, bold=True), *map(words, GAPS), "—"])
        for kpi in review.unanswered
    ]
    return table(words("scorecard.answers"), columns, rows, prose=True)
