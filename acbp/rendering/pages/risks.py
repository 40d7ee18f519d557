"""Risks: likelihood against impact, what shows them and what we do; a page for our own eyes only."""

from acbp.analysis.risks import Risks
from acbp.charts import risk as risk_chart
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Module, column, line, row, table, text


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where there are no risks, as in every customer's plan."""
    risks = desk.figures.risks
    if risks is None or not risks.items:
        return []
    left = [plot_risks(desk, risks, (72.0, 64.0)), *([asks] if (asks := _asks(desk)) else [])]
    rows = [row((72.0, left), (96.0, [exposure_table(desk, risks)])), row(_list(desk, risks))]
    return desk.bind("risks", 6, page_title(desk, risks), rows, notes=desk.words("risks.note"), internal=True)


def page_title(desk: Desk, risks: Risks) -> str:
    """What the page concludes, in a sentence with its figures."""
    words, locale = desk.words, desk.locale
    high = risks.counts.get("high", 0)
    values = {
        "count": locale.count_word(len(risks.items), words("measure.item")),
        "worst": risks.items[0].item.name,
        "high": locale.count_word(high, words("measure.item"), capital=False),
    }
    if high:
        return words("risks.title_high", n=len(risks.items), **values)
    return words("risks.title", n=len(risks.items), **values)


def plot_risks(desk: Desk, risks: Risks, size: tuple[float, float]) -> Module:
    """Likelihood against impact, ``size`` mm."""
    words = desk.words
    marks = tuple(
        risk_chart.RiskMark(str(index), risk.item.likelihood, risk.item.impact, risk.level == "high")
        for index, risk in enumerate(risks.items, start=1)
    )
    data = risk_chart.RiskGrid(marks, words("risks.likelihood"), words("risks.impact"))
    high = risks.counts.get("high", 0)
    count = words("measure.item")
    heading = words(
        "risks.grid_high" if high else "risks.grid_bounds",
        n=high,
        high=desk.locale.count_word(high, count),
        all=desk.locale.count_word(len(risks.items), count, capital=False),
    )
    alt = words(
        "alt.risks",
        values=desk.locale.join(
            [f"{i} {r.item.name} {r.item.likelihood}×{r.item.impact}" for i, r in enumerate(risks.items, start=1)]
        ),
    )
    return desk.chart("risks", heading, (risk_chart.draw, data), size, alt, unit=words("risks.grid"))


def exposure_table(desk: Desk, risks: Risks) -> Module:
    """The risks by exposure, with what they may cost."""
    words, locale = desk.words, desk.locale
    columns = [
        column("", 6.0),
        column(words("risks.risk"), 41.0),
        column(words("risks.exposure"), 15.0, "r"),
        column(words("risks.level"), 19.0, pre=True),
        column(words("risks.value", unit=desk.money_label), 15.0, "r"),
    ]
    rows = [
        line(
            [
                str(index),
                text(risk.item.name, bold=risk.level == "high"),
                str(risk.exposure),
                words(f"risk_level.{risk.level}"),
                locale.money(risk.item.value),
            ]
        )
        for index, risk in enumerate(risks.items, start=1)
    ]
    if risks.value is not None:
        rows.append(line(["", words("risks.sum"), "", "", locale.money(risks.value)], "total"))
    return table(words("risks.ranked"), columns, rows, prose=True)


def _list(desk: Desk, risks: Risks) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column("", 6.0),
        column(words("risks.risk"), 38.0),
        column(words("risks.trigger"), 44.0),
        column(words("risks.response"), 70.0 - desk.person),
        column(words("scorecard.owner"), desk.person),
        column(words("risks.due"), 16.0, "r"),
    ]
    rows = [
        line(
            [
                str(index),
                text(risk.item.name, bold=True),
                risk.item.trigger or "—",
                risk.item.response or "—",
                risk.owner or "—",
                locale.date(risk.item.due),
            ]
        )
        for index, risk in enumerate(risks.items, start=1)
    ]
    return table(words("risks.list"), columns, rows, prose=True)


def _asks(desk: Desk) -> Module | None:
    """What will be asked during the year although nobody planned it, and what is kept ready for it."""
    words, locale = desk.words, desk.locale
    asks = desk.plan.promotions.expected_asks if desk.plan.promotions else ()
    if not asks:
        return None
    columns = [
        column(words("risks.ask"), 42.0),
        column(words("risks.month"), 12.0, "r"),
        column(words("risks.kept", unit=desk.money_label), 18.0, "r"),
    ]
    rows = [
        line([ask.name, locale.month(ask.month) if ask.month else "—", locale.money(ask.amount)])
        for ask in sorted(asks, key=lambda ask: ask.month or 13)
    ]
    total = desk.figures.promotions.asks if desk.figures.promotions else None
    if total is not None:
        rows.append(line([words("common.total"), "", locale.money(total)], "total"))
    return table(words("risks.asks"), columns, rows)
