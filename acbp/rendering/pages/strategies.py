"""Objectives → strategies → what both sides gain, with the sums that lead to the year's targets."""

from acbp.analysis.objectives import ObjectiveFigures
from acbp.model.ambitions import Strategy, StrategyMeasure
from acbp.model.units import resolve
from acbp.rendering.desk import Desk, Page, capital
from acbp.rendering.layout import Row, lines_of, shorten
from acbp.rendering.modules import Cell, blank, column, line, lines, module, ordinal, row, table, text
from acbp.rendering.typography import NO_BREAK, plain

_HOW, _HOW_LINES = 35.0, 14
"""Width in mm and lines of a cell that says how a strategy is done; a longer text stands below the table."""
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan has neither objectives nor strategies."""
    plan, words = desk.plan, desk.words
    if not plan.objectives and not plan.strategies:
        return []
    columns = [
        column(words("strategies.objective"), 28.0),
        column(words("strategies.strategy"), 37.0),
        column(words("strategies.measure", last=str(desk.year - 1), plan=str(desk.year)), 26.0),
        column(words("strategies.customer_gains", them=desk.them), 27.0, focus=True),
        column(words("strategies.margin", name=desk.margin_name, unit=desk.money_label), 15.0, "r", focus=True),
        column(words("strategies.we_gain", us=desk.us), 28.0, pre=True),
        column(words("strategies.sales", name=desk.sales_name, unit=desk.money_label), 13.0, "r"),
    ]
    rows = []
    for objective in desk.figures.objectives:
        rows += _objective(desk, objective)
    rows += _sums(desk)
    shown = [row(table("", columns, rows, pad=2.0, prose=True)), *_told_in_full(desk)]
    return desk.bind(
        "strategies",
        3,
        page_title(desk),
        shown,
        lead=_lead(desk),
        notes=words("strategies.note", name=desk.margin_name),
    )


def page_title(desk: Desk) -> str:
    """What the page concludes, in a sentence with its figures."""
    words, locale, plan = desk.words, desk.locale, desk.plan
    objectives = locale.count_word(len(plan.objectives), words("measure.unit"))
    if not plan.strategies:
        return words("strategies.title_objectives", n=len(plan.objectives), objectives=objectives)
    bridge = desk.figures.sales_bridge
    valued = sum(strategy.value is not None for strategy in plan.strategies)
    if bridge and bridge.strategies:
        # A strategy that secures the others adds nothing itself and is not counted among those that add.
        return words(
            "strategies.title_value",
            n=valued,
            value=locale.money_long(bridge.strategies),
            objectives=objectives,
            strategies=locale.count_word(valued, words("measure.item"), capital=False),
        )
    count = len(plan.strategies)
    strategies = locale.count_word(count, words("measure.item"), capital=False)
    return words("strategies.title", n=count, objectives=objectives, strategies=strategies)


def _lead(desk: Desk) -> str:
    sales, margin = desk.figures.sales_bridge, desk.figures.margin_bridge
    if sales and margin and sales.net is not None and margin.net is not None:
        return desk.words(
            "strategies.lead",
            them=desk.them,
            us=desk.us,
            margin=desk.locale.money_long(margin.net),
            name=desk.margin_name,
            sales=desk.locale.money_long(sales.net),
            sales_name=desk.sales_name,
        )
    return ""


def _objective(desk: Desk, objective: ObjectiveFigures) -> list[dict[str, object]]:
    item = objective.item
    target = ""
    if item.metric and objective.target is not None:
        target = " ".join(filter(None, (item.metric, *desk.figure(objective.target, item.unit))))
    head = ordinal(
        str(objective.number),
        (item.name, "bold"),
        (item.why or "", "quiet"),
        (target, "small"),
        rows=max(1, len(objective.strategies)),
    )
    if not objective.strategies:
        return [line([head, {**text("—"), "colspan": 6}], "groupend")]
    rows = []
    for index, strategy in enumerate(objective.strategies):
        cells = _strategy(desk, strategy)
        last = index == len(objective.strategies) - 1
        made = line([head, *cells] if index == 0 else cells, "groupend" if last else "", head=index == 0)
        if index:
            made["from"] = 1
        rows.append(made)
    return rows


def _strategy(desk: Desk, strategy: Strategy) -> list[Cell]:
    locale, words = desk.locale, desk.words
    number = desk.plan.strategies.index(strategy)
    mark = CIRCLED[number] if number < len(CIRCLED) else f"{number + 1}."
    secured = words("strategies.secured")
    return [
        lines((f"{mark} {strategy.name}", "bold"), (shorten(strategy.how, _HOW, _HOW_LINES), "")),
        lines(*(part for measure in strategy.measures for part in measure_lines(desk, measure)))
        if strategy.measures
        else text("—"),
        text(strategy.customer_benefit),
        text(
            locale.money(strategy.customer_value, signed=True) if strategy.customer_value is not None else secured,
            bold=True,
        ),
        text(strategy.our_benefit or "—"),
        text(locale.money(strategy.value, signed=True) if strategy.value is not None else secured, bold=True),
    ]


def _told_in_full(desk: Desk) -> list[Row]:
    """How a strategy is done, where a line of the table holds only its beginning."""
    return [
        row(module("text", f"{CIRCLED[number]} {strategy.name}", paragraphs=strategy.how.split("\n"), room="174"))
        for number, strategy in enumerate(desk.plan.strategies)
        if lines_of(strategy.how, _HOW, 8.0) > _HOW_LINES
    ]


def measure_lines(desk: Desk, measure: StrategyMeasure) -> list[tuple[str, str]]:
    """A measure and the way from its start to its target, a line each."""
    heading = desk.plan.plan
    start = resolve(measure.start, measure.unit, heading) if measure.start else None
    target = resolve(measure.target, measure.unit, heading) if measure.target else None
    ways = [desk.figure(value, measure.unit, like=(start, target)) for value in (start, target) if value is not None]
    shown = [*(figure for figure, _ in ways[:-1]), " ".join(filter(None, ways[-1]))] if ways else []
    # Behind the arrow the line may break: figures with their unit can be wider than the column.
    return [(measure.name, "quiet"), (f"{NO_BREAK}→ ".join(shown), "")]


def _sums(desk: Desk) -> list[dict[str, object]]:
    """The strategies' sum, what goes off it, and the net change that leads to the targets."""
    sales, margin = desk.figures.sales_bridge, desk.figures.margin_bridge
    locale, words = desk.locale, desk.words
    if sales is None or sales.strategies is None:
        return []

    def signed(value: object) -> Cell:
        return text(locale.money(value, signed=True)) if value is not None else text("—")  # type: ignore[arg-type]

    valued = sum(strategy.value is not None for strategy in desk.plan.strategies)
    all_valued = valued == len(desk.plan.strategies)
    count = locale.count_word(valued, words("measure.item"), capital=all_valued)
    name = "strategies.sum" if all_valued else "strategies.sum_valued"
    rows = [
        line(
            [
                text(words(name, n=valued, count=count), span=3),
                blank(),
                signed(margin.strategies if margin else None),
                blank(),
                signed(sales.strategies),
            ],
            "total",
        )
    ]
    adjustments = [plain(step.name) for step in sales.steps if step.kind == "adjustment"]
    if adjustments and sales.adjustments is not None:
        rows.append(
            line(
                [
                    text(words("strategies.off", names=locale.join(adjustments)), span=3),
                    blank(),
                    signed(margin.adjustments if margin else None),
                    blank(),
                    signed(sales.adjustments),
                ],
                "muted",
            )
        )
    if sales.net is not None and sales.year.last is not None and sales.residual == 0:
        rows.append(
            line(
                [
                    text(words("strategies.net"), span=3),
                    _way(desk, capital(desk.margin_name), margin.year if margin and margin.residual == 0 else None),
                    text(locale.money(margin.net, signed=True) if margin else "—", bold=True, tone="accent"),
                    _way(desk, desk.sales_label, sales.year),
                    text(locale.money(sales.net, signed=True), bold=True, tone="accent"),
                ],
                "total",
            )
        )
    return rows


def _way(desk: Desk, name: str, year: object) -> Cell:
    if year is None:
        return blank()
    locale = desk.locale
    return lines((name, "light"), (f"{locale.money(year.last)}{NO_BREAK}→{NO_BREAK}{locale.money(year.plan)}", "light"))  # type: ignore[attr-defined]
