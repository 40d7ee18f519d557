"""Where we stand: sales by year, share against the market, category mix, and where the gap lies."""

from acbp.analysis.performance import CategoryGap
from acbp.charts import columns as columns_chart
from acbp.charts import mix as mix_chart
from acbp.charts import shares as shares_chart
from acbp.charts.metrics import measure
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import AIM, GAP, height_of, rows_height
from acbp.rendering.modules import Module, bar, column, line, module, row, table, text


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan knows no past year and no category."""
    figures = desk.figures
    if desk.plan.situation is None or desk.plan.situation.performance is None:
        return []
    top, bottom = [], []
    if trend := plot_sales(desk):
        top.append(trend)
    if shares := plot_shares(desk):
        top.append(shares)
    mix = _mix(desk) if figures.performance and len(figures.performance.mix) > 0 else None
    gap = gaps_table(desk) if figures.performance and figures.performance.categories else None
    rows = []
    if top:
        width = 84.0 if len(top) == 2 else 174.0
        rows.append(row(*((width, [make(width, 57.0)]) for make in top)))
    closing = _conclusion(desk)
    if mix and gap:
        room = AIM - rows_height([*rows, *closing]) - 2 * GAP - 10.0
        left = 68.0 if desk.locale.chinese else 60.0
        bottom = [(left, [mix(left, max(62.0, min(92.0, room)))]), (168.0 - left, [gap])]
    elif mix:
        bottom = [(174.0, [mix(110.0, 80.0)])]
    elif gap:
        bottom = [(174.0, [gap])]
    if bottom:
        rows.append(row(*bottom))
        if mix and gap:
            _match(gap, height_of(bottom[0][1][0]))
    rows += closing
    return desk.bind("performance", 2, page_title(desk), rows, lead=_lead(desk), notes=page_notes(desk))


def _match(gap: Module, height: float) -> None:
    """Let the table's rows spread towards the height of the chart beside it."""
    while height_of(gap) < height - 12.0 and float(gap["pad"] or 1.25) < 2.6:
        gap["pad"] = f"{float(gap['pad'] or 1.25) + 0.1:.2f}"


def page_title(desk: Desk) -> str:
    """What the page concludes, in a sentence with its figures."""
    words, locale, performance = desk.words, desk.locale, desk.figures.performance
    largest = performance.largest if performance else None
    total = performance.total if performance else None
    if largest and total and total.gap is not None:
        return words(
            "performance.title_gap",
            us=desk.us,
            them=desk.them,
            share=locale.percent(total.our_share),
            category=largest.name,
            gap=locale.points(largest.gap, long=True).lstrip("+"),
        )
    year = desk.figures.sales.year
    if year.last is not None:
        return words(
            "performance.title_sales",
            us=desk.us,
            them=desk.them,
            year=str(desk.year - 1),
            last=locale.money_long(year.last),
        )
    return words("performance.title_plain", us=desk.us, them=desk.them)


def _lead(desk: Desk) -> str:
    situation = desk.plan.situation
    performance = situation.performance if situation else None
    return (performance.conclusion or "") if performance else ""


def page_notes(desk: Desk) -> str:
    """Where the figures come from."""
    situation, words = desk.plan.situation, desk.words
    performance = situation.performance if situation else None
    notes = [words("note.source", source=performance.source)] if performance and performance.source else []
    if desk.figures.performance and desk.figures.performance.categories:
        notes.append(words("performance.gap_note"))
    return desk.sentences(*notes)


def plot_sales(desk: Desk):
    """Sales by year: how to draw them at a size, or None for fewer than two years."""
    years = [year for year in desk.figures.sales.years if year.sales is not None]
    if len(years) < 2:
        return None

    def make(width: float, height: float) -> Module:
        locale, words = desk.locale, desk.words
        bars = tuple(
            columns_chart.Column(
                desk.planned() if year.planned else desk.past(year.year),
                year.sales,
                locale.money(year.sales),
                desk.growth(year.growth) if year.growth is not None else "",
                year.planned,
            )
            for year in years
        )
        grown = [year.growth for year in years if year.growth is not None and not year.planned]
        if grown and all(rate > 0 for rate in grown):
            heading = words(
                "performance.trend_up",
                name=desk.sales_label,
                n=len(grown),
                years=locale.count_word(len(grown), "年", capital=False),
            )
        else:
            heading = words("performance.trend", name=desk.sales_label)
        alt = words(
            "alt.columns",
            heading=heading,
            unit=desk.money_label,
            values=locale.join([f"{bar.label} {bar.text} {bar.inside}".strip() for bar in bars]),
        )
        unit = words("performance.trend_unit", unit=desk.money_label)
        return desk.chart(
            "trend", heading, (columns_chart.draw, columns_chart.Columns(bars)), (width, height), alt, unit=unit
        )

    return make


def plot_shares(desk: Desk):
    """Our share by year beside the market's: how to draw it at a size, or None for fewer than two years."""
    years = [year for year in desk.figures.sales.years if not year.planned and year.share is not None]
    if len(years) < 2:
        return None

    def make(width: float, height: float) -> Module:
        locale, words = desk.locale, desk.words
        situation = desk.plan.situation
        target = situation.performance.share_target if situation and situation.performance else None
        points = tuple(
            shares_chart.SharePoint(
                str(year.year),
                year.share,
                locale.number(year.share * 100, 1),
                year.market_share,
                "" if year.market_share is None else locale.number(year.market_share * 100, 1),
            )
            for year in years
        )
        last = years[-1]
        gap = last.share_gap
        data = shares_chart.Shares(
            points=points,
            own_name=words("performance.own", us=desk.us, them=desk.them),
            other_name=words("performance.market_share"),
            gap_text="" if gap is None else words("performance.gap", gap=locale.number(abs(gap) * 100, 1)),
            plan_label=str(desk.year) if target is not None else "",
            plan=target,
            plan_text=""
            if target is None
            else words("performance.share_plan", year=str(desk.year), share=locale.number(target * 100, 1)),
            plan_note=""
            if target is None or last.share is None
            else locale.points(target - last.share, long=desk.locale.chinese),
        )
        key = (
            "performance.shares_plain"
            if gap is None
            else "performance.shares_behind"
            if gap > 0
            else "performance.shares_ahead"
        )
        heading = words(key, gap=locale.number(abs(gap or 0) * 100, 1))
        alt = words(
            "alt.shares",
            heading=heading,
            values=locale.join([f"{p.label} {p.own_text}% / {p.other_text or '—'}%" for p in points]),
            plan=data.plan_text,
        )
        return desk.chart("shares", heading, (shares_chart.draw, data), (width, height), alt, unit="%")

    return make


def _mix(desk: Desk):
    performance = desk.figures.performance
    if performance is None or not performance.mix:
        return None

    def make(width: float, height: float) -> Module:
        locale, words, years = desk.locale, desk.words, performance.mix
        ids = [part.id for part in years[-1].parts]
        by_year = [{part.id: part for part in year.parts} for year in years]
        parts = tuple(
            mix_chart.MixPart(
                by_year[-1][id_].name,
                tuple(held[id_].share if id_ in held else None for held in by_year),
                tuple(
                    locale.number(held[id_].share * 100, 1) if id_ in held and held[id_].share is not None else ""
                    for held in by_year
                ),
                by_year[-1][id_].focus,
            )
            for id_ in sorted(ids, key=lambda one: not by_year[-1][one].focus)
        )
        # The bars stand too close for more than a year's number where names are long.
        labels = tuple(
            words("common.year_plan", year=str(y.year)) if y.planned and desk.locale.chinese else str(y.year)
            for y in years
        )
        data = mix_chart.Mix(labels, tuple(locale.money(year.total) for year in years), parts)
        focus = years[-1].focus_share
        count = sum(part.focus for part in parts)
        heading = words("performance.mix")
        if focus is not None and count and years[0].focus_share is not None and years[0].focus_share != focus:
            heading = words(
                "performance.mix_focus_up" if focus > years[0].focus_share else "performance.mix_focus_down",
                n=count,
                count=locale.count_word(count, words("measure.big")),
                share=locale.percent(focus),
            )
        alt = words(
            "alt.mix",
            heading=heading,
            values=locale.join([f"{part.name} {part.texts[0] or '—'}% → {part.texts[-1] or '—'}%" for part in parts]),
        )
        return desk.chart(
            "mix", heading, (mix_chart.draw, data), (width, height), alt, unit=words("performance.mix_unit")
        )

    return make


def gaps_table(desk: Desk) -> Module | None:
    """What our share falls short of the market's in each category, and what that is worth."""
    performance, words, locale = desk.figures.performance, desk.words, desk.locale
    if performance is None:
        return None
    top = max((gap.gap_value for gap in performance.categories if gap.gap_value is not None), default=None)
    first, step = (14.5, 13.0) if desk.locale.chinese else (24.0, 12.7)
    us, them = (
        name if measure(name, 7.5) <= step - 2.0 else other
        for name, other in ((desk.us, words("performance.ours")), (desk.them, words("performance.theirs")))
    )
    columns = [
        column(words("performance.category"), first),
        column(words("performance.category_sales", them=them, unit=desk.money_label), step + 1.5, "r"),
        column(words("performance.category_growth"), step, "r"),
        column(words("performance.our_growth", us=us), step, "r"),
        column(words("performance.our_share", us=us), step, "r"),
        column(words("performance.the_market_share"), step - 2.0, "r"),
        column(words("performance.gap_value", unit=desk.money_label), 21.0, pre=True),
    ]
    total_gap = desk.tied_sum(gap.gap_value for gap in performance.categories)

    def shown(gap: CategoryGap, focus: bool, total: bool) -> dict[str, object]:
        value = (
            text(locale.money(total_gap if total and gap.gap_value is not None else gap.gap_value))
            if total or top is None
            else bar(gap.gap_value, top, 8.0, locale.money(gap.gap_value), "fill" if focus else "")
        )
        return line(
            [
                text(gap.name or words("common.total"), bold=True, tone="accent" if focus else ""),
                locale.money(gap.customer_sales),
                desk.growth(gap.customer_growth),
                desk.growth(gap.our_growth),
                locale.percent(gap.our_share),
                locale.percent(gap.market_share),
                value,
            ],
            "total" if total else "focus" if focus else "",
        )

    largest = performance.largest
    rows = [shown(gap, largest is not None and gap.id == largest.id, False) for gap in performance.categories]
    heading, after = words("performance.gaps"), ""
    if performance.total:
        rows.append(shown(performance.total, False, True))
        if (
            largest
            and performance.total.gap_value
            and performance.total.gap_value > 0
            and largest.gap_value is not None
            and total_gap
            and largest.gap_value <= total_gap
        ):
            share = locale.percent(largest.gap_value / total_gap, 0)
            heading = words("performance.gaps_largest", category=largest.name, share=share)
            after = words(
                "performance.gaps_reading",
                us=desk.us,
                them=desk.them,
                value=locale.money_long(total_gap),
                category=largest.name,
                largest=locale.money_long(largest.gap_value),
                share=share,
            )
    unit = words("performance.gaps_unit", year=str(desk.year - 1))
    return table(heading, columns, rows, unit=unit, after=after, pad=1.6)


def _conclusion(desk: Desk) -> list[list[dict[str, object]]]:
    """What each class of information means for the plan: its conclusion as a heading, the implication below."""
    situation, words = desk.plan.situation, desk.words
    if situation is None:
        return []
    blocks = [
        block
        for block in (situation.performance, situation.market, situation.shopper, situation.customer)
        if block and block.implication
    ][:3]
    points = [{"heading": b.conclusion, "lines": [b.implication]} for b in blocks]
    return (
        [row(module("points", words("performance.meaning", year=str(desk.year)), points=points, width="54"))]
        if points
        else []
    )
