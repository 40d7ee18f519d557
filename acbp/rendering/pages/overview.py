"""The plan on a page: the year's goal, four headline figures, the bridge, three messages, and what each side gives."""

from collections.abc import Sequence
from decimal import Decimal

from acbp.analysis.bridge import Bridge
from acbp.analysis.rates import Comparison, Figure
from acbp.charts import bridge as bridge_chart
from acbp.charts import spark
from acbp.charts.metrics import measure
from acbp.model.activity import Commitment
from acbp.rendering.desk import Desk, Page, split_title
from acbp.rendering.modules import Module, column, line, mm, module, row, table, text
from acbp.rendering.packing import room_for

SPARK = (34.8, 8.0)
HALF = 84.0
STATEMENT = 150.0
"""Width up to which the year's goal stays on one line, mm."""
MOST_STEPS = 8
"""Of a bridge, beside its two ends."""


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan has neither figures nor goals nor promises to put on it."""
    words, figures = desk.words, desk.figures
    cards = headline_cards(desk)
    rows = []
    goals = desk.plan.goals
    opening: list[Module] = []
    if goals and goals.statement:
        parts = split_title(goals.statement, STATEMENT, 13.0)
        opening.append(module("statement", label=words("overview.goal"), text=goals.statement, parts=parts))
    if cards:
        opening.append(cards_module(cards, bare=bool(opening)))
    if opening:
        opening[0]["bare"] = False
        rows.append(_close(opening))
    messages = []
    if goals and goals.messages:
        points = [{"heading": m.heading, "lines": _sentences(m.text)} for m in goals.messages]
        messages = [row(module("points", words("overview.messages", n=len(points)), points=points, width="54"))]
    promises = _promises(desk)
    below = [*messages, *([promises] if promises else [])]
    bridge = figures.sales_bridge
    notes, remark = [basis(desk)], ""
    if bridge and bridge.steps and bridge.year.plan is not None and bridge.year.last is not None:
        height = room_for([*rows, *below], 50.0, 92.0)
        chart, cut = bridge_module(desk, bridge, (174.0, height))
        rows.append(row(chart))
        if cut:
            remark = words("note.cut_axis")
    rows += below
    return desk.bind("overview", 1, page_title(desk), rows, notes=desk.sentences(*notes), remark=remark)


def page_title(desk: Desk) -> str:
    """What the page concludes, in a sentence with its figures."""
    words, locale, figures = desk.words, desk.locale, desk.figures
    sales, margin = figures.sales.year, figures.sales.customer_margin.year
    title = words("overview.title_plain", year=str(desk.year), us=desk.us, them=desk.them)
    if sales.plan is not None and sales.growth is not None:
        title = words(
            "overview.title_sales",
            year=str(desk.year),
            name=desk.sales_label,
            verb=words("common.grows" if sales.growth >= 0 else "common.falls"),
            growth=locale.percent(abs(sales.growth)),
            target=locale.money_long(sales.plan),
        )
        if margin.change is not None and margin.change > 0:
            title += words(
                "overview.title_margin", them=desk.them, name=desk.margin_name, change=locale.money_long(margin.change)
            )
    return title


def _close(opening: list[Module]) -> list[dict[str, object]]:
    """Put the statement and the cards into one module-like column: the cards follow without a rule of their own."""
    return row((174.0, opening))


def cards_module(cards: list[dict[str, str]], heading: str = "", **data: bool) -> Module:
    """Headline figures beside each other; without sparklines they are lower."""
    return module(
        "cards", heading, cards=cards, height="32.8" if any(card["spark"] for card in cards) else "22", **data
    )


def headline_cards(desk: Desk) -> list[dict[str, str]]:
    """The headline figures with their change, the year before and a sparkline of the years: at most four."""
    sales, locale, words = desk.figures.sales, desk.locale, desk.words
    years = sales.years
    share = Comparison()
    performance = desk.plan.situation.performance if desk.plan.situation else None
    known = [item.share for item in years if not item.planned]
    if performance and performance.share_target is not None and known:
        last = known[-1]
        share = Comparison(last, performance.share_target, None if last is None else performance.share_target - last)
    shown = [
        (
            desk.sales_label,
            *locale.money_figure(sales.year.plan),
            desk.growth(sales.year.growth),
            locale.money(sales.year.last),
            sales.year,
            [item.sales for item in years],
        ),
        (
            words("common.volume"),
            locale.volume(sales.volume.year.plan),
            desk.volume_label,
            desk.growth(sales.volume.year.growth),
            locale.volume(sales.volume.year.last),
            sales.volume.year,
            [item.volume for item in years],
        ),
        (
            words("common.category_share"),
            locale.number(_hundred(share.plan), 1),
            "%",
            desk.points(share),
            locale.percent(share.last),
            share,
            [*known, share.plan],
        ),
        (
            desk.of(desk.them, desk.margin_name),
            *locale.money_figure(sales.customer_margin.year.plan),
            desk.growth(sales.customer_margin.year.growth),
            locale.money(sales.customer_margin.year.last),
            sales.customer_margin.year,
            [item.customer_margin for item in years],
        ),
    ]
    cards = []
    for index, (name, figure, unit, change, before, comparison, trend) in enumerate(shown):
        if comparison.plan is None:
            continue
        card = {"name": name, "figure": figure, "unit": unit, "change": "", "before": "", "spark": "", "spark_alt": ""}
        if comparison.last is not None:
            card["change"] = change
            card["before"] = words("overview.before", year=str(desk.year - 1), value=before)
        if sum(value is not None for value in trend) >= 2:
            data = spark.Spark(values=tuple(trend))
            card["spark"] = desk.assets.draw(f"spark-{index}", spark.draw, data, *SPARK)
            card["spark_alt"] = words("alt.spark", name=name, change=change)
            card["spark_width"], card["spark_height"] = mm(SPARK[0]), mm(SPARK[1])
        cards.append(card)
    return cards


def _hundred(value: Figure) -> Figure:
    return None if value is None else value * 100


def bridge_module(desk: Desk, bridge: Bridge, size: tuple[float, float], most: int = MOST_STEPS) -> tuple[Module, bool]:
    """The bridge from last year to the plan with ``most`` steps as a chart module, and whether its axis is cut."""
    locale, words = desk.locale, desk.words
    bars = []
    if bridge.year.last is not None:
        bars.append(_total(desk, bridge.year.last, words("common.actual"), desk.year - 1, "past"))
    steps = [(step.name, step.value) for step in bridge.steps]
    if bridge.residual:
        steps.append((words("overview.other"), bridge.residual))
    for name, value in merge_steps(steps, most, words("overview.other_gains"), words("overview.other_losses")):
        kind = "up" if value >= 0 else "down"
        bars.append(bridge_chart.BridgeBar(name.replace("|", "\n"), value, locale.money(value, signed=True), kind))
    bars.append(_total(desk, bridge.year.plan, words("common.plan"), desk.year, "plan"))
    data = bridge_chart.Bridge(tuple(bars))
    heading = _bridge_heading(desk, bridge)
    alt = words(
        "alt.bridge",
        heading=heading,
        steps=locale.join([f"{name.replace('|', '')} {locale.money(value, signed=True)}" for name, value in steps]),
        last=locale.money(bridge.year.last),
        plan=locale.money(bridge.year.plan),
        unit=desk.money_label,
    )
    unit = f"{desk.sales_label}{words('common.comma')}{desk.money_label}"
    return desk.chart("bridge", heading, (bridge_chart.draw, data), size, alt, unit=unit), bridge_chart.is_cut(data)


def _bridge_heading(desk: Desk, bridge: Bridge) -> str:
    """What the strategies add and the rest takes back; a part of the way that nothing stands for is said as such."""
    words, locale = desk.words, desk.locale
    count = sum(step.kind == "strategy" for step in bridge.steps)
    downs = sum((step.value for step in bridge.steps if step.kind == "adjustment" and step.value < 0), Decimal(0))
    gains = sum((step.value for step in bridge.steps if step.kind == "adjustment" and step.value > 0), Decimal(0))
    values = {
        "strategies": locale.count_word(count, words("measure.item")),
        "ups": locale.money_long(bridge.strategies),
    }
    if bridge.strategies is None or bridge.year.change is None:
        return words("overview.bridge")
    if bridge.residual:
        return words("overview.bridge_open", n=count, open=locale.money_long(abs(bridge.residual)), **values)
    if downs and not gains:
        net = bridge.year.change
        word = words("overview.net_up" if net >= 0 else "overview.net_down")
        rest = {"downs": locale.money_long(-downs), "net": locale.money_long(abs(net)), "net_word": word}
        return words("overview.bridge_both", n=count, **rest, **values)
    return words("overview.bridge_up", n=count, **values)


def _total(desk: Desk, value: Figure, word: str, year: int, kind: str) -> bridge_chart.BridgeBar:
    return bridge_chart.BridgeBar(f"{year}\n{word}", value, desk.locale.money(value), kind)  # type: ignore[arg-type]


def merge_steps(steps: Sequence[tuple[str, Decimal]], most: int, gains: str, losses: str) -> list[tuple[str, Decimal]]:
    """Keep the largest steps in their order and add up the others, so that a bridge stays readable.

    Gains and losses are added up apart: what the heading says of either is still there to be seen.
    """
    largest = sorted(range(len(steps)), key=lambda at: -abs(steps[at][1]))
    for count in range(len(steps), -1, -1):
        kept = set(largest[:count])
        merged: dict[int, tuple[str, Decimal]] = {at: steps[at] for at in kept}
        for rest, is_loss in ((gains, False), (losses, True)):
            others = [at for at in range(len(steps)) if at not in kept and (steps[at][1] < 0) == is_loss]
            if others:
                name = rest if len(others) > 1 else steps[others[0]][0]
                merged[others[0]] = name, sum((steps[at][1] for at in others), Decimal(0))
        if len(merged) <= most:
            break
    return [merged[at] for at in sorted(merged)]


def _promises(desk: Desk) -> list[dict[str, object]] | None:
    commitments = [item for item in desk.plan.commitments if item.highlight] or list(desk.plan.commitments)
    theirs = [item for item in commitments if item.side == "customer"][:5]
    ours = [item for item in commitments if item.side == "us"][:5]
    if not (theirs or ours):
        return None
    modules = [
        (HALF, [_promise_table(desk, desk.words(f"overview.{side}", us=desk.us, them=desk.them), items)])
        for side, items in (("ask", theirs), ("offer", ours))
        if items
    ]
    return row(*modules)


def _promise_table(desk: Desk, heading: str, items: Sequence[Commitment]) -> Module:
    owners = [desk.figures.names.person(item.owner) or "" for item in items]
    dates = [desk.locale.date(item.due) if item.due else desk.words("common.all_year") for item in items]
    # What is promised needs the room that short names and dates leave.
    person = min(25.0, max(measure(owner, 8.0) for owner in owners) + 4.0)
    due = max(measure(date, 8.0) for date in dates) + 0.5
    columns = [column("", HALF - person - due), column("", person), column("", due, "r")]
    rows = [
        line([item.what, text(owner, tone="quiet"), text(date)])
        for item, owner, date in zip(items, owners, dates, strict=True)
    ]
    return table(heading, columns, rows, headless=True)


def basis(desk: Desk) -> str:
    """Where the figures come from, and whether they include tax."""
    basis = desk.words(f"note.tax_{desk.plan.plan.tax_basis}", name=desk.sales_label)
    situation = desk.plan.situation
    source = situation.performance.source if situation and situation.performance else None
    return desk.sentences(desk.words("note.source", source=source), basis) if source else basis


def _sentences(text_: str) -> list[str]:
    """The parts of a message that its author put on lines of their own."""
    return [part.strip() for part in text_.split("\n") if part.strip()]
