"""One page for each review: variances with their causes, other figures, landing, recovery, next steps and decisions."""

from decimal import Decimal

from acbp.analysis.reviews import ReviewFigures
from acbp.analysis.variance import Variance
from acbp.rendering.desk import Desk, Page, capital
from acbp.rendering.layout import Row
from acbp.rendering.modules import Cell, Module, column, line, mm, module, row, stretch, table, text, track
from acbp.rendering.packing import pages_needed
from acbp.rendering.pages.outlook import outlook_rows
from acbp.rendering.pages.scorecard import answers_table

VARIANCES, FIGURES = 104.0, 64.0
"""Widths of the sales by category and of the figures beside it, mm."""
CHARTS = (70.0, 63.0, 56.0, 50.0, 46.0)
"""Heights that the charts of the outlook may have, mm."""


def write(desk: Desk) -> list[Page]:
    """Write one page for each review, in order; a second one where it does not fit."""
    return [page for review in desk.figures.reviews for page in _write(desk, review)]


def _write(desk: Desk, review: ReviewFigures) -> list[Page]:
    # The charts are as high as the pages allow that the review takes at the least.
    fewest = pages_needed(_rows(desk, review, CHARTS[-1]))
    rows = next(rows for height in CHARTS if pages_needed(rows := _rows(desk, review, height)) == fewest)
    remark = desk.words(f"review.landing_{review.landing.method}") if review.landing else ""
    name, title = f"review-{review.period}", review_title(desk, review)
    return desk.bind(name, 5, title, rows, notes=review_notes(desk, review), remark=remark)


def _rows(desk: Desk, review: ReviewFigures, height: float) -> list[Row]:
    """Everything that the review holds, in order, with charts ``height`` mm high."""
    words = desk.words
    rows: list[Row] = []
    top: list[tuple[float, list[Module]]] = []
    if review.categories:
        top.append((VARIANCES, [variances_table(desk, review)]))
    figures = figures_table(desk, review)
    if figures:
        top.append((FIGURES if top else 174.0, [stretch(figures, FIGURES if top else 174.0)]))
    if top:
        rows.append(row(*top))
    elif review.item.summary:
        rows.append(
            row(module("text", words("review.summary"), paragraphs=review.item.summary.split("\n"), room="174"))
        )
    if review.causes:
        rows.append(row(causes_table(desk, review)))
    recovery = recovery_table(desk, review)
    steps = next_steps_table(desk, review)
    if recovery and steps:
        rows.append(row((64.0, [recovery]), (104.0, [steps])))
    elif recovery or steps:
        rows.append(row(recovery or steps))  # type: ignore[arg-type]
    rows += _conclusions(desk, review)
    rows += outlook_rows(desk, review, height)
    if carried := carried_table(desk, review):
        rows.append(row(carried))
    latest = desk.figures.scorecard.period if desk.figures.scorecard else None
    if review.period != latest and (answers := answers_table(desk, review)):
        rows.append(row(answers))
    if review.item.internal_note:
        paragraphs = review.item.internal_note.split("\n")
        tag = words("common.internal_tag")
        rows.append(row(module("text", words("review.internal_note"), tag=tag, paragraphs=paragraphs, room="174")))
    return rows


def review_title(desk: Desk, review: ReviewFigures) -> str:
    """The review's conclusion: how much of the plan was reached, where it falls short, how that is made up."""
    words, locale = desk.words, desk.locale
    period = desk.period(review.period)
    if review.sales.attainment is None:
        return words("review.title_plain", period=period)
    names = [v.name or "" for v in review.shortfalls[:2]]
    title = words("review.title", period=period, attainment=locale.percent(review.sales.attainment))
    if names and review.sales.variance is not None and review.sales.variance < 0:
        title += words("review.title_short", names=locale.join(names))
    elif review.sales.variance is not None and review.sales.variance >= 0:
        title += words("review.title_ahead", value=locale.money_long(review.sales.variance))
    short = review.sales.variance is not None and review.sales.variance < 0
    if short and review.recovery and review.recovery.total and review.recovery.quarter:
        title += words(
            "review.title_recovery",
            period=desk.period(review.recovery.quarter),
            value=locale.money_long(review.recovery.total),
        )
    return title


def review_notes(desk: Desk, review: ReviewFigures) -> str:
    """The note in the footer."""
    words = desk.words
    return words("review.note", date=desk.locale.date_long(review.item.date))


def variances_table(desk: Desk, review: ReviewFigures) -> Module:
    """Sales by category, plan and actual, the largest shortfall first."""
    words, locale = desk.words, desk.locale
    with_last = any(v.growth is not None for v in (*review.categories, review.sales))
    numbers, name = 13.0, 17.0 if desk.locale.chinese else 26.0
    room = VARIANCES - name - numbers * (4 if with_last else 3) - 4.0
    columns = [
        column("", name),
        column("", VARIANCES - name - numbers * (4 if with_last else 3)),
        column(capital(words("common.plan")), numbers, "r"),
        column(capital(words("common.actual")), numbers, "r"),
        column(words("review.variance"), numbers, "r"),
    ]
    if with_last:
        columns.append(column(words("common.growth"), numbers, "r"))
    top = max((v for c in review.categories for v in (c.plan, c.actual) if v is not None), default=Decimal(0))
    worst = [v.id for v in review.shortfalls[:2]]

    def bars(held: Variance, focus: bool) -> Cell:
        boxes = []
        if top > 0 and held.actual is not None:
            boxes.append(("b-fill" if focus else "b-t60", 0.0, max(0.3, float(held.actual / top) * room), 0.7, 2.8))
        if top > 0 and held.plan is not None:
            boxes.append(("b-ink", max(0.0, float(held.plan / top) * room - 0.25), 0.5, -0.5, 5.2))
        return track(boxes, 4.2)

    rows = []
    for held in review.categories:
        focus = held.id in worst
        cells: list[Cell | str] = [
            text(held.name or "", bold=focus),
            bars(held, focus),
            locale.money(held.plan),
            locale.money(held.actual),
            text(locale.money(held.variance, signed=True), bold=focus),
        ]
        if with_last:
            cells.append(desk.growth(held.growth))
        rows.append(line(cells))
    total = review.sales
    cells = [
        words("common.total"),
        words("review.attained", share=locale.percent(total.attainment)) if total.attainment is not None else "",
        locale.money(total.plan),
        locale.money(total.actual),
        locale.money(total.variance, signed=True),
    ]
    if with_last:
        cells.append(desk.growth(total.growth))
    rows.append(line(cells, "total"))
    unit = f"{desk.period(review.period)}{words('common.comma')}{desk.money_label}"
    return table(words("review.by_category", name=desk.sales_label), columns, rows, unit=unit, pad=1.6)


def figures_table(desk: Desk, review: ReviewFigures) -> Module | None:
    """Volume, margin, spend and the KPIs that stand beside the sales."""
    words, locale = desk.words, desk.locale
    columns = [
        column(words("scorecard.kpi"), FIGURES - 35.0),
        column(capital(words("common.plan")), 12.0, "r"),
        column(capital(words("common.actual")), 12.0, "r"),
        column(words("scorecard.state"), 11.0, pre=True),
    ]
    names = {
        "sales": desk.sales_label,
        "volume": f"{words('common.volume')}{words('common.comma')}{desk.volume_label}",
        "customer-margin": capital(desk.margin_name),
        "customer-profit": words("profit.profit", them=desk.them),
        "trade-spend": words("common.trade_spend"),
        "spend-rate": words("common.spend_rate"),
    }
    rows = []
    if not review.categories and review.sales.actual is not None:
        rows.append(_figure(desk, names["sales"], review.sales, locale.money))
    for held in review.figures:
        show = {"volume": locale.volume, "spend-rate": locale.percent}.get(held.id, locale.money)
        rows.append(_figure(desk, names[held.id], held, show))
    card = review.scorecard
    listed = {names[held.id] for held in review.figures} | {words("common.spend_rate")}
    for kpi in card.kpis if card else ():
        if len(rows) >= 7 or kpi.actual is None or kpi.item.unit in ("money", "volume") or kpi.item.name in listed:
            continue
        rows.append(
            line(
                [
                    kpi.item.name,
                    desk.measured(kpi.target, kpi.item.unit),
                    text(desk.measured(kpi.actual, kpi.item.unit), bold=True),
                    desk.status(kpi.colour),
                ]
            )
        )
    return table(words("review.figures"), columns, rows) if rows else None


def _figure(desk: Desk, name: str, held: Variance, show) -> dict[str, object]:
    return line(
        [
            name,
            show(held.plan),
            text(show(held.actual), bold=True),
            desk.status(held.colour) if held.colour else "—",
        ]
    )


def causes_table(desk: Desk, review: ReviewFigures) -> Module:
    """What explains the variances, and what is learnt."""
    words, locale = desk.words, desk.locale
    columns = [
        column(words("review.topic"), 28.0),
        column(words("review.variance_in", unit=desk.money_label), 14.0, "r"),
        column(words("review.what"), 78.0, pre=True),
        column(words("review.lesson"), 54.0),
    ]
    rows = [
        line(
            [
                text(cause.name, bold=True),
                locale.money(cause.variance, signed=True) if cause.variance is not None else "",
                cause.item.what,
                cause.item.lesson or "—",
            ]
        )
        for cause in review.causes
    ]
    explained = [cause.variance for cause in review.causes if cause.variance is not None]
    if review.sales.variance is not None and explained and sum(explained) == review.sales.variance:
        rows.append(line([words("common.total"), locale.money(review.sales.variance, signed=True), "", ""], "total"))
    return table(words("review.causes"), columns, rows)


def recovery_table(desk: Desk, review: ReviewFigures) -> Module | None:
    """How the shortfall is made up in the next quarter."""
    words, locale, recovery = desk.words, desk.locale, review.recovery
    if recovery is None or not recovery.steps or recovery.quarter is None:
        return None
    period = desk.period(recovery.quarter)
    rows = []
    if recovery.plan is not None:
        rows.append(line([words("review.next_plan", period=period), locale.money(recovery.plan)]))
    rows += [line([step.name, locale.money(step.value, signed=True)]) for step in recovery.steps]
    if recovery.rolling_target is not None:
        rows.append(
            line(
                [words("review.rolling", period=period), text(locale.money(recovery.rolling_target), tone="accent")],
                "total",
            )
        )
    unit = f"{desk.sales_label}{words('common.comma')}{desk.money_label}"
    columns = [column("", 48.0), column("", 16.0, "r")]
    return table(words("review.recovery", period=period), columns, rows, unit=unit, headless=True)


def next_steps_table(desk: Desk, review: ReviewFigures) -> Module | None:
    """What the review decided to do, by whom and when."""
    words = desk.words
    if not review.next_steps:
        return None
    columns = [
        column(words("actions.action"), 86.0 - 2 * desk.person),
        column(desk.sides[0], desk.person),
        column(desk.sides[1], desk.person),
        column(words("review.due"), 18.0, "r"),
    ]
    rows = [
        line([step.item.what, step.owner or "—", step.customer_owner or "—", desk.locale.date(step.item.due)])
        for step in review.next_steps
    ]
    return table(words("review.next_steps"), columns, rows)


def _conclusions(desk: Desk, review: ReviewFigures) -> list[Row]:
    """What was decided beside what was learnt, then what is still to be decided."""
    said = [(name, entries) for name in ("decisions", "lessons") if (entries := getattr(review.item, name))]
    width = 84.0 if len(said) == 2 else 174.0
    lists = [
        (width, [module("list", desk.words(f"review.{name}"), entries=list(entries), room=mm(width))])
        for name, entries in said
    ]
    rows = [row(*lists)] if lists else []
    if review.item.decisions_wanted:
        rows.append(
            row(
                module(
                    "decision", label=desk.words("review.wanted"), texts=list(review.item.decisions_wanted), bare=True
                )
            )
        )
    return rows


def carried_table(desk: Desk, review: ReviewFigures) -> Module | None:
    """What became of the actions that were due."""
    words, locale = desk.words, desk.locale
    if not review.carried:
        return None
    columns = [
        column(words("actions.action"), 50.0),
        column(words("scorecard.owner"), 2 * desk.person + 1.0),
        column(words("review.outcome"), 15.0),
        column(words("review.new_date"), 17.0, "r"),
        column(words("review.reason"), 91.0 - 2 * desk.person, pre=True),
    ]
    rows = [
        line(
            [
                text(held.item.name, bold=True),
                words("common.list").join(filter(None, [held.owner, held.customer_owner])) or "—",
                words(f"outcome.{held.outcome}"),
                locale.date(held.due),
                held.reason or "—",
            ]
        )
        for held in review.carried
    ]
    return table(words("review.carried"), columns, rows, prose=True)
