"""Where the year is going to land: the quarters so far, the landing with its method, and what is left to do."""

from decimal import Decimal

from acbp.analysis.landing import Landing, RememberedForecast
from acbp.analysis.reviews import ReviewFigures
from acbp.charts import landing as landing_chart
from acbp.charts import quarters as quarters_chart
from acbp.rendering.desk import Desk, share_of
from acbp.rendering.layout import Row
from acbp.rendering.modules import Cell, Module, column, line, row, table, text


def outlook_rows(desk: Desk, review: ReviewFigures, height: float = 56.0) -> list[Row]:
    """The quarters against plan and last year, the landing, what is left to do, and how good our forecasts were."""
    rows: list[Row] = []
    landing = review.landing
    if landing is not None and review.period != "year":
        size = (84.0, height)
        charts = _quarters_chart(desk, review, size), plot_landing(desk, review, landing, size)
        rows.append(row(*((84.0, [chart]) for chart in charts)))
        rows.append(row(_to_go(desk, review, landing)))
    if review.tracked:
        rows.append(row(_forecasts(desk, review)))
    return rows


def _quarters_chart(desk: Desk, review: ReviewFigures, size: tuple[float, float]) -> Module:
    words, locale = desk.words, desk.locale
    actuals = {r.period: r.sales.actual for r in desk.figures.reviews if r.period <= review.period}
    quarters = tuple(
        quarters_chart.Quarter(
            label=q.quarter,
            target=q.plan,
            actual=actuals.get(q.quarter),
            last_year=q.last,
            target_text=locale.money(q.plan),
            actual_text=locale.money(actuals.get(q.quarter)),
            last_year_text=locale.money(q.last),
            attainment=locale.percent(share_of(actuals.get(q.quarter), q.plan)),
        )
        for q in desk.figures.sales.quarters
    )
    data = quarters_chart.Quarters(
        quarters,
        words("common.plan"),
        words("common.actual"),
        str(desk.year - 1) if any(q.last_year is not None for q in quarters) else "",
        words("scorecard.attainment"),
    )
    key = "review.quarters_ahead" if (review.year_to_date.variance or 0) >= 0 else "review.quarters_short"
    heading = words("review.quarters")
    if review.year_to_date.attainment is not None:
        heading = words(key, share=locale.percent(review.year_to_date.attainment))
    values = locale.join([f"{q.label} {q.target_text} / {q.actual_text} / {q.last_year_text}" for q in quarters])
    alt = words("alt.quarters", heading=heading, unit=desk.money_label, values=values)
    name = f"quarters-{review.period}"
    return desk.chart(name, heading, (quarters_chart.draw, data), size, alt, unit=desk.money_label)


def plot_landing(desk: Desk, review: ReviewFigures, landing: Landing, size: tuple[float, float]) -> Module:
    """Plan, actual and landing through the year, ``size`` mm."""
    words, locale = desk.words, desk.locale
    quarters = review.cumulated
    plan_end = quarters[-1].plan
    data = landing_chart.Landing(
        labels=tuple(q.quarter for q in quarters),
        plan=tuple(q.plan for q in quarters),
        actual=tuple(q.actual for q in quarters),
        landing=tuple(q.landing for q in quarters),
        plan_name=words("review.plan_end", value=locale.money(plan_end)),
        actual_name=words("review.actual_end", value=locale.money(landing.year_to_date)),
        landing_name=words("review.landing_end", value=locale.money(landing.landing)),
        gap_text=words("review.landing_gap", value=locale.money(landing.gap, signed=True))
        if landing.gap is not None
        else "",
    )
    key = "review.landing_short" if (landing.gap or 0) < 0 else "review.landing_ahead"
    heading = words(
        key, value=locale.money_long(landing.landing), gap=locale.money_long(abs(landing.gap or Decimal(0)))
    )
    alt = words(
        "alt.landing",
        heading=heading,
        unit=desk.money_label,
        values=locale.join([f"{q.quarter} {locale.money(q.plan)} / {locale.money(q.actual)}" for q in quarters]),
    )
    unit = words("review.landing_unit", unit=desk.money_label)
    return desk.chart(f"landing-{review.period}", heading, (landing_chart.draw, data), size, alt, unit=unit)


def _to_go(desk: Desk, review: ReviewFigures, landing: Landing) -> Module:
    """The outlook in one row of figures."""
    words, locale = desk.words, desk.locale
    shown = [
        (words("review.year_to_date"), text(locale.money(landing.year_to_date))),
        (words("review.elapsed"), text(locale.percent(landing.elapsed))),
        (words("review.landing"), text(locale.money(landing.landing), bold=True, tone="accent")),
    ]
    if landing.gap is not None:
        shown.append((words("review.against_plan"), text(locale.money(landing.gap, signed=True))))
    if review.forecast is not None:
        shown.append((words("review.forecast"), text(locale.money(review.forecast))))
    if review.to_go:
        needed = words("review.per_quarter", n=review.to_go.quarters_left)
        shown.append((needed, text(locale.money(review.to_go.per_quarter))))
        if review.to_go.stretch is not None:
            pace = words("common.times", value=locale.number(review.to_go.stretch, 2))
            shown.append((words("review.stretch"), text(pace)))
    width = (174.0 - 26.0) / len(shown)
    columns = [column("", 26.0), *(column(name, width, "r") for name, _ in shown)]
    cells = [text(desk.sales_label), *(cell for _, cell in shown)]
    return table(words("review.to_go"), columns, [line(cells)], unit=desk.money_label)


def _forecasts(desk: Desk, review: ReviewFigures) -> Module:
    """Our earlier forecasts beside what has come since; the customer never sees a forecast of ours."""
    words, locale = desk.words, desk.locale
    on_record = any(held.remembered for held in review.tracked)
    columns = [
        column(words("forecast.made"), 34.0 if on_record else 44.0),
        *([column(words("forecast.on_record"), 38.0)] if on_record else []),
        column(words("forecast.year"), 20.0 if on_record else 26.0, "r"),
        column(words("forecast.expected"), 26.0 if on_record else 30.0, "r"),
        column(words("forecast.came"), 20.0 if on_record else 26.0, "r"),
        column(words("forecast.accuracy"), 18.0 if on_record else 24.0, "r"),
        column(words("forecast.bias"), 18.0 if on_record else 24.0, "r"),
    ]
    rows = [
        line(
            [
                words("forecast.at", period=desk.period(held.period)),
                *([_on_record(desk, held.remembered)] if on_record else []),
                locale.money(held.forecast),
                locale.money(held.expected),
                locale.money(held.since.actual),
                text(locale.percent(held.since.accuracy), bold=True),
                locale.percent(held.since.bias, signed=True),
            ]
        )
        for held in review.tracked
    ]
    return table(
        words("forecast.heading"),
        columns,
        rows,
        unit=desk.money_label,
        tag=words("common.internal_tag"),
        after=words("forecast.note_on_record" if on_record else "forecast.note", period=desk.period(review.period)),
    )


def _on_record(desk: Desk, held: RememberedForecast | None) -> Cell:
    """The version in which a forecast was committed; that it is on no record where only the plan says so."""
    if held is None:
        return text(desk.words("forecast.off_record"), tone="muted")
    return desk.words("forecast.version", version=held.version, date=desk.locale.date_long(held.day))
