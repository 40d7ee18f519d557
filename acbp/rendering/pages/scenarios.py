"""Scenarios side by side: what each year would bring on both accounts, what differs from the plan, and the response."""

from collections.abc import Callable
from typing import Any

from acbp.analysis.rates import Figure, difference
from acbp.analysis.scenarios import ScenarioFigures, Scenarios
from acbp.model.base import Part
from acbp.model.links import Location
from acbp.model.paths import FigureAt, find_figures, read_as, scaled
from acbp.model.scalars import Quantity
from acbp.model.scenarios import ScenarioChange
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, column, line, lines, row, table, text

HALF = 84.0
_PREFIXED = ("strategies", "contribution", "customer_profit", "adjustments")
"""Parts of a plan whose items carry names like those of other parts."""


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where the plan has no scenarios, as in every customer's plan."""
    found = desk.figures.scenarios
    if found is None:
        return []
    changed = [each for each in found.columns if each.item and each.item.changes]
    rows: list[Row] = [row(_side_by_side(desk, found))]
    if changed:
        rows.append(row(_stories(desk, found)))
    for at in range(0, len(changed), 2):
        rows.append(row(*((HALF, [_changes(desk, each)]) for each in changed[at : at + 2])))
    note = desk.words("scenario.note", name=desk.sales_name)
    return desk.bind("scenarios", 4, _title(desk, found), rows, notes=note, internal=True)


def _title(desk: Desk, found: Scenarios) -> str:
    """The scenario that lies furthest below the plan, else the furthest above."""
    words, locale = desk.words, desk.locale
    known = [each for each in found.columns if each.item and each.against_plan]
    if not known:
        count = locale.count_word(len(found.columns), words("measure.unit"))
        return words("scenario.title_plain", count=count)
    lowest = min(known, key=lambda each: each.against_plan or 0)
    shown = lowest if (lowest.against_plan or 0) < 0 else max(known, key=lambda each: each.against_plan or 0)
    assert shown.item is not None and shown.against_plan is not None
    title = words(
        "scenario.title",
        name=shown.item.name,
        sales_name=desk.sales_name,
        sales=locale.money_long(shown.sales.plan),
        way=words("scenario.less" if shown.against_plan < 0 else "scenario.more"),
        gap=locale.money_long(abs(shown.against_plan)),
    )
    if shown.contribution is not None:
        title += words("scenario.title_contribution", contribution=locale.money_long(shown.contribution))
    return title


def _side_by_side(desk: Desk, found: Scenarios) -> Module:
    words, locale = desk.words, desk.locale
    step = min(34.0, 126.0 / len(found.columns))
    columns = [
        column(words("scenario.item"), 174.0 - step * len(found.columns)),
        *(
            column(each.item.name if each.item else words("scenario.plan"), step, "r", focus=at == 0)
            for at, each in enumerate(found.columns)
        ),
    ]

    def money(value: Figure) -> str:
        return locale.money(value)

    def signed(value: Figure) -> str:
        return locale.money(value, signed=True) if value else "—"

    def whole(value: Figure) -> str:
        return locale.percent(value, 0)

    figures: list[tuple[str, Callable[[ScenarioFigures], Figure], Callable[[Figure], str], str]] = [
        (words("scenario.likelihood"), lambda s: s.item.likelihood if s.item else None, whole, "muted"),
        (desk.sales_label, lambda s: s.sales.plan, money, "sub"),
        (words("scenario.growth"), lambda s: s.sales.growth, desk.growth, ""),
        (words("scenario.against_plan"), lambda s: s.against_plan, signed, ""),
        (words("scenario.volume", unit=desk.volume_label), lambda s: s.volume, locale.volume, ""),
        (words("scenario.spend"), lambda s: s.spend, money, ""),
        (words("scenario.spend_rate"), lambda s: s.spend_rate, locale.percent, ""),
        (words("scenario.contribution"), lambda s: s.contribution, money, "sub"),
        (words("scenario.contribution_rate"), lambda s: s.contribution_rate, locale.percent, ""),
        (words("scenario.customer_profit", them=desk.them), lambda s: s.customer_profit, money, "sub"),
        (words("scenario.score"), lambda s: s.score, lambda v: locale.number(v, 1), "sub"),
        (words("scenario.strategies"), lambda s: s.bridge.strategies if s.bridge else None, signed, "muted"),
        (words("scenario.adjustments"), lambda s: s.bridge.adjustments if s.bridge else None, signed, "muted"),
        (words("scenario.residual"), lambda s: s.bridge.residual if s.bridge else None, signed, "muted"),
    ]
    rows = [
        line([name, *(show(read(each)) for each in found.columns)], style)
        for name, read, show, style in figures
        if any(read(each) for each in found.columns)
    ]
    heading = words("scenario.side_by_side")
    if found.expected is not None:
        heading = words("scenario.expected", name=desk.sales_label, value=locale.money_long(found.expected))
    return table(heading, columns, rows, unit=desk.money_label, tag=words("common.internal_tag"), pad=0.9)


def _stories(desk: Desk, found: Scenarios) -> Module:
    words = desk.words
    columns = [
        column(words("scenario.story"), 26.0),
        column(words("scenario.what"), 74.0),
        column(words("scenario.response"), 74.0),
    ]
    rows = [
        line([text(each.item.name, bold=True), each.item.story or "—", each.item.response or "—"])
        for each in found.columns
        if each.item and each.item.changes
    ]
    return table(words("scenario.stories"), columns, rows)


def _changes(desk: Desk, found: ScenarioFigures) -> Module:
    words = desk.words
    assert found.item is not None
    columns = [
        column(words("scenario.figure"), 42.0),
        column(words("scenario.from"), 14.0, "r"),
        column(words("scenario.to"), 14.0, "r", focus=True),
        column(words("common.change"), 14.0, "r"),
    ]
    rows = []
    for change in found.item.changes:
        name, *figures = _said(desk, change)
        rows.append(line([lines((name, ""), (change.why or "", "muted")), *figures]))
    return table(words("scenario.changes", name=found.item.name), columns, rows, unit=desk.money_label, pad=0.75)


def _said(desk: Desk, change: ScenarioChange) -> list[str]:
    """A change as it stands in the table: the figure's name, the plan's value, the new one, and the difference."""
    figures = find_figures(desk.plan, change.path)
    name = _name(desk, figures[0].location) if figures else change.path
    if len(figures) != 1:
        count = desk.words("scenario.and_more", count=desk.locale.number(len(figures)))
        return [name, count, "", desk.growth(change.by)]
    figure = figures[0]
    new: Any = None
    if change.to is not None:
        new = read_as(figure.kind, change.to, desk.plan.plan)
    elif change.by is not None and figure.value is not None:
        new = scaled(figure.value, 1 + change.by)
    old, new = _plain(figure.value), _plain(new)
    return [name, _show(desk, figure, old), _show(desk, figure, new), _show(desk, figure, difference(new, old), True)]


def _plain(value: Any) -> Figure:
    return value.value if isinstance(value, Quantity) else value


def _show(desk: Desk, figure: FigureAt, value: Figure, signed: bool = False) -> str:
    units = {"money": "money", "volume": "volume", "percent": "%"}
    is_percent = isinstance(figure.value, Quantity) and figure.value.percent
    return desk.measured(value, "%" if is_percent else units.get(figure.kind), signed=signed)


def _name(desk: Desk, location: Location) -> str:
    """A figure by the names of what it lies in, and by its quarter: ``包装水 Q4``."""
    names: list[str] = []
    held: Any = desk.plan
    for step in location:
        held = getattr(held, str(step)) if isinstance(held, Part) else held[step]
        category = getattr(held, "category", None)
        if isinstance(category, str):
            names.append(desk.figures.names.category_name(category))
        elif isinstance(name := getattr(held, "name", None), str):
            names.append(name.replace("|", "" if desk.locale.chinese else " "))
        if step in ("Q1", "Q2", "Q3", "Q4"):
            names.append(str(step))
    said = " ".join(names) or ".".join(map(str, location))
    prefix = next((each for each in _PREFIXED if each in location), "")
    return desk.words(f"scenario.of_{prefix}", name=said) if prefix else said
