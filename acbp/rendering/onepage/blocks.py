"""What stands on the one page: each list short enough for it, in the order in which its entries matter."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from acbp.analysis.actions import ActionState
from acbp.charts.labels import cut
from acbp.charts.metrics import measure
from acbp.rendering.desk import Desk
from acbp.rendering.layout import lines_of
from acbp.rendering.modules import Module, column, line, lines, module, stretch, table, text
from acbp.rendering.pages.strategies import CIRCLED

WIDTH, BETWEEN = 194.0, 6.0
HALF, OBJECTIVES, MILESTONES, KPIS = 94.0, 66.0, 77.0, 69.0
STATEMENT = 168.0
SLOT = 45.0
"""For a signature."""
MONEY = 16.0
"""For what a strategy brings, at the least."""
PAD = "0.4"
MOST_PEOPLE = 2

Columns = Sequence[dict[str, Any]]


def shorten(said: str, width: float, most: int, size: float = 8.0, *, bold: bool = False) -> str:
    """A text cut with … to so many lines in a column ``width`` mm wide, the padding taken off."""
    if lines_of(said, width - 2.4, size, bold=bold) <= most:
        return said
    kept = len(said)
    while kept and lines_of(said[:kept] + "…", width - 2.4, size, bold=bold) > most:
        kept -= max(1, kept // 20)
    return said[: max(0, kept)].rstrip(" ,，;；、") + "…"


def widen(made: Module, width: float) -> Module:
    """A table over a width; anything else as it is."""
    return stretch(made, width, at=0) if made["kind"] == "table" else made


def _list(desk: Desk, heading: str, columns: Columns, rows: Sequence[Any], most: int, **data: Any) -> Module | None:
    """A table of at most so many rows; how many more there are stands beside its heading."""
    if not rows:
        return None
    rest = len(rows) - most
    aside = desk.words("onepage.more", count=str(rest)) if rest > 0 else ""
    return table(heading, columns, rows[:most], aside=aside, pad=float(PAD), **data)


def list_objectives(desk: Desk, most: int) -> Module | None:
    """Each objective with its target."""
    targets = [desk.figure(each.target, each.item.unit) for each in desk.figures.objectives]
    widest = max((measure(f"{said} {unit}".rstrip(), 8.0, True) for said, unit in targets), default=0.0)
    room = OBJECTIVES - min(30.0, max(12.0, widest + 2.4))
    columns = [column("", room), column("", OBJECTIVES - room, "r")]
    rows = []
    for objective, (said, unit) in zip(desk.figures.objectives, targets, strict=True):
        name = (shorten(objective.item.name, room, 1, bold=True), "bold")
        metric = (shorten(objective.item.metric or "", room, 2), "quiet")
        rows.append(line([lines(name, metric), text(said, bold=True, unit=unit)]))
    return _list(desk, desk.words("onepage.objectives"), columns, rows, most, headless=True)


def list_strategies(desk: Desk, most: int) -> Module | None:
    """Each strategy in a line with what both sides gain."""
    words, locale = desk.words, desk.locale
    longest = max((measure(f"① {strategy.name}", 8.0, True) for strategy in desk.plan.strategies), default=0.0)
    name = min(52.0, max(30.0, longest + 2.8))
    heads = [words(key, unit=desk.money_label) for key in ("onepage.margin", "onepage.sales")]
    money = max(MONEY, *(measure(head, 7.5) + 4.6 for head in heads))
    gains = WIDTH - name - 2 * money
    theirs, ours = (
        max((measure(said or "", 8.0) for said in each), default=0.0)
        for each in (
            [strategy.customer_benefit for strategy in desk.plan.strategies],
            [strategy.our_benefit for strategy in desk.plan.strategies],
        )
    )
    theirs = gains * min(0.58, max(0.42, (theirs + 4.0) / (theirs + ours + 8.0)))
    widths = (name, theirs, money, gains - theirs, money)
    columns = [
        column(words("deck.strategy"), widths[0]),
        column(words("strategies.customer_gains", them=desk.them), widths[1], focus=True),
        column(heads[0], widths[2], "r", focus=True),
        column(words("strategies.we_gain", us=desk.us), widths[3], pre=True),
        column(heads[1], widths[4], "r"),
    ]
    rows = []
    for number, strategy in enumerate(desk.plan.strategies, start=1):
        mark = CIRCLED[number - 1] if number <= len(CIRCLED) else f"{number}."
        secured = words("strategies.secured")
        gained, sold = (
            locale.money(value, signed=True) if value is not None else secured
            for value in (strategy.customer_value, strategy.value)
        )
        rows.append(
            line(
                [
                    text(shorten(f"{mark} {strategy.name}", widths[0], 1, bold=True), bold=True),
                    shorten(strategy.customer_benefit, widths[1] - 3.2, 1),
                    gained,
                    shorten(strategy.our_benefit or "—", widths[3] - 2.4, 1),
                    sold,
                ]
            )
        )
    return _list(desk, words("onepage.strategies"), columns, rows, most)


def list_milestones(desk: Desk, most: int) -> Module | None:
    """The milestones still ahead of what brings most, by date; those reached where none is left."""
    actions = desk.figures.actions
    held = [
        (group.strategy.value if group.strategy and group.strategy.value is not None else 0, state)
        for group in (actions.groups if actions else ())
        for state in group.actions
        if state.item.due and state.item.status != "dropped"
    ]
    ranked = sorted(held, key=lambda each: (each[1].state == "done", not each[1].item.milestone, -each[0]))
    shown, rest = (sorted((state for _, state in part), key=_awaited) for part in (ranked[:most], ranked[most:]))
    columns = [column("", MILESTONES - 20.0), column("", 20.0, "r")]
    rows = [
        line([shorten(state.item.name, MILESTONES - 20.0, 1), desk.locale.date(_awaited(state))])
        for state in (*shown, *rest)
    ]
    return _list(desk, desk.words("onepage.milestones"), columns, rows, most, headless=True)


def _awaited(state: ActionState) -> date:
    """The day by which an action is to be done: of a late one the new date, where both sides have one."""
    return (state.state != "done" and state.item.recovery_date) or state.item.due


def list_kpis(desk: Desk, most: int) -> Module | None:
    """The scorecard's weights and year targets, the heaviest first."""
    card, words = desk.figures.scorecard, desk.words
    if card is None:
        return None
    targets = []
    for kpi in sorted(card.kpis, key=lambda kpi: -kpi.item.weight):
        unit = kpi.item.unit
        target, shown = desk.figure(kpi.year_target, unit)
        if kpi.item.direction == "band" and kpi.low is not None and kpi.high is not None:
            target = "–".join(desk.measured(value, unit, like=(kpi.low, kpi.high)) for value in (kpi.low, kpi.high))
        targets.append((kpi.item, target, "" if kpi.item.top else shown))
    widest = max((measure(f"{target} {unit}".rstrip(), 8.0) for _, target, unit in targets), default=0.0)
    room = KPIS - 10.0 - min(30.0, max(18.0, widest + 2.4))
    columns = [
        column(words("scorecard.kpi"), room),
        column(words("common.weight"), 10.0, "r"),
        column(words("onepage.target"), KPIS - 10.0 - room, "r"),
    ]
    rows = [
        line([shorten(item.name, room, 1), desk.locale.number(item.weight), text(target, unit=unit)])
        for item, target, unit in targets
    ]
    return _list(desk, words("onepage.kpis"), columns, rows, most)


def list_reviews(desk: Desk) -> Module | None:
    """When both sides review which period."""
    held = {each.period: each.date for each in desk.plan.plan.review_calendar}
    held |= {review.period: review.item.date for review in desk.figures.reviews}
    columns = [column("", 11.0), column("", 25.0, "r")]
    ordered = sorted(held.items(), key=lambda each: (each[1], each[0]))
    rows = [line([desk.period(period), desk.date(day)]) for period, day in ordered]
    return _list(desk, desk.words("onepage.reviews"), columns, rows, len(rows), headless=True)


def list_promises(desk: Desk, side: str, most: int) -> Module | None:
    """What one side has promised by when, those to be stressed first."""
    items = sorted((item for item in desk.plan.commitments if item.side == side), key=lambda item: not item.highlight)
    columns = [column("", HALF - 20.0), column("", 20.0, "r")]
    rows = [
        line(
            [
                shorten(item.what, HALF - 20.0, 2),
                desk.locale.date(item.due) if item.due else desk.words("common.all_year"),
            ]
        )
        for item in items
    ]
    heading = desk.words(f"promises.{side}", us=desk.us, them=desk.them)
    return _list(desk, heading, columns, rows, most, headless=True)


def list_rules(desk: Desk, most: int) -> Module | None:
    """The rules that both sides agree on."""
    section = desk.plan.signoff
    columns = [column("", 34.0), column("", WIDTH - 34.0)]
    rows = [
        line([text(shorten(rule.name, 34.0, 1, bold=True), bold=True), shorten(rule.text.strip(), WIDTH - 34.0, 2)])
        for rule in (section.rules if section else ())
    ]
    return _list(desk, desk.words("signoff.rules"), columns, rows, most, headless=True)


def _name(person: dict[str, str], *, below: bool) -> dict[str, str]:
    """A person with as much of the title as a line holds beside the name, or below it."""
    name = cut(person["name"], SLOT, 8.0, True)
    room = SLOT if below else _beside(name)
    return person | {"name": name, "title": cut(person["title"], room, 8.0)}


def _beside(name: str) -> float:
    return SLOT - measure(name, 8.0, True) - 1.2


def sign(desk: Desk, sides: Sequence[dict[str, Any]]) -> Module:
    """Room for names, seals and dates of both companies; a line without a name where nobody is named."""
    words = desk.words
    nobody = {"name": "", "title": "", "date": ""}
    people = [each for side in sides for each in side["people"][:MOST_PEOPLE]]
    # One title too long for its line puts all of them below the names.
    below = any(measure(each["title"], 8.0) > _beside(each["name"]) for each in people)
    shown = [
        {**side, "people": [_name(each, below=below) for each in side["people"][:MOST_PEOPLE]] or [nobody]}
        for side in sides
    ]
    return module(
        "signing",
        sides=shown,
        seal=words("signoff.seal"),
        signature=words("signoff.signature"),
        date=words("signoff.date"),
        below=below,
        height="31" if below else "26",
        bare=True,
    )
