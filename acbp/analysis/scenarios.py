"""Scenarios: the plan with some inputs changed, analysed again, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from acbp.analysis.bridge import Bridge, build_sales_bridge
from acbp.analysis.catalogue import Catalogue
from acbp.analysis.contribution import work_out_contribution
from acbp.analysis.customer_profit import total_customer_profit
from acbp.analysis.rates import Comparison, Figure, compare, difference, product, share, total
from acbp.analysis.sales import Sales, work_out_sales
from acbp.analysis.scorecard import attain
from acbp.model import Plan
from acbp.model.links import Location
from acbp.model.paths import change_figure, find_figures, read_as, scaled
from acbp.model.progress import Kpi
from acbp.model.scalars import Quantity
from acbp.model.scenarios import Scenario
from acbp.model.units import resolve

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class ScenarioFigures:
    """One year that may come."""

    item: Scenario | None
    """None for the plan as it stands."""
    sales: Comparison
    """Beside last year."""
    against_plan: Figure
    """sales − sales of the plan as it stands."""
    volume: Figure
    spend: Figure
    spend_rate: Figure
    """spend ÷ sales."""
    contribution: Figure
    contribution_rate: Figure
    customer_profit: Figure
    bridge: Bridge | None
    score: Figure
    """Total of the scorecard at the end of the year; None for a scenario that expects nothing of a KPI."""


@dataclass(frozen=True, slots=True)
class Scenarios:
    """All scenarios, the plan as it stands first."""

    columns: tuple[ScenarioFigures, ...]
    expected: Figure
    """Σ likelihood × sales; None unless the likelihoods are all given and sum to 100%."""


def compare_scenarios(plan: Plan, names: Catalogue) -> Scenarios | None:
    """Work out every scenario; None where the plan has none.

    A scenario without changes is the plan as it stands. Where sales change, what moves with them moves in proportion
    unless the scenario sets it itself: volume, sales at list price, discounts, cost of goods and all that depends on
    volume in both profit and loss accounts.
    """
    if not plan.scenarios:
        return None
    base = work_out_sales(plan, names)
    unchanged = [item for item in plan.scenarios if not item.changes]
    columns = [_work_out(unchanged[0] if unchanged else None, plan, plan, names, base)]
    for item in plan.scenarios:
        if item.changes:
            columns.append(_work_out(item, apply_changes(plan, item, names, base), plan, names, base))
    weights = [item.likelihood for item in plan.scenarios]
    values = {column.item.id: column.sales.plan for column in columns if column.item}
    is_whole = len(values) == len(weights) and total(weights) == 1
    expected = total(product(item.likelihood, values.get(item.id)) for item in plan.scenarios) if is_whole else None
    planned = columns[0]
    return Scenarios(
        tuple(
            replace(
                column,
                against_plan=difference(column.sales.plan, planned.sales.plan),
            )
            for column in columns
        ),
        expected,
    )


def apply_changes(plan: Plan, scenario: Scenario, names: Catalogue, base: Sales) -> Plan:
    """The plan with a scenario's changes, one after the other, and with what follows from changed sales."""
    made, touched = plan, set[Location]()
    for change in scenario.changes:
        for found in find_figures(made, change.path):
            value = None
            if change.to is not None:
                value = read_as(found.kind, change.to, plan.plan)
            elif change.by is not None and found.value is not None:
                value = scaled(found.value, _ONE + change.by)
            if value is not None:
                made = change_figure(made, found.location, value)
                touched.add(found.location)
    return _follow_sales(made, touched, names, base)


def _follow_sales(plan: Plan, touched: set[Location], names: Catalogue, base: Sales) -> Plan:
    financials = plan.financials
    factor = share(work_out_sales(plan, names).year.plan, base.year.plan)
    if financials is None or factor is None or factor == _ONE:
        return plan
    moving: list[str] = []
    for index, line in enumerate(financials.contribution):
        if line.kind in ("list", "invoice", "goods") or line.on_volume:
            moving.append(f"financials.contribution[{index + 1}].plan")
    for index, item in enumerate(financials.customer_profit.items if financials.customer_profit else ()):
        if item.on_volume:
            moving.append(f"financials.customer_profit.items[{index + 1}].plan")
    moving += ["financials.customer_margin", "financials.customer_profit.sales"]
    plan = _move(plan, moving, factor, touched)
    before = total(category.volume.plan for category in base.categories)
    after = total(category.volume for category in financials.categories) if financials.categories else None
    by_volume = share(after, before) if after != before else None
    if by_volume is None:
        plan = _move(plan, ["financials.categories.*.volume"], factor, touched)
    return _move(plan, ["financials.volume"], by_volume or factor, touched)


def _move(plan: Plan, paths: Iterable[str], factor: Decimal, touched: set[Location]) -> Plan:
    for path in paths:
        for found in find_figures(plan, path):
            if found.value is not None and found.location not in touched:
                plan = change_figure(plan, found.location, scaled(found.value, factor))
    return plan


def _work_out(item: Scenario | None, made: Plan, plan: Plan, names: Catalogue, base: Sales) -> ScenarioFigures:
    sales = work_out_sales(made, names)
    contribution = work_out_contribution(made, sales)
    profit = total_customer_profit(made)
    spend = contribution.trade.plan if contribution else None
    if spend is None:
        spend = sales.trade_spend.year.plan
    ours = contribution.contribution.plan if contribution else None
    return ScenarioFigures(
        item=item,
        sales=compare(sales.year.plan, base.year.last),
        against_plan=None,
        volume=sales.volume.year.plan,
        spend=spend,
        spend_rate=share(spend, sales.year.plan),
        contribution=ours,
        contribution_rate=share(ours, sales.year.plan),
        customer_profit=profit.profit.plan if profit else None,
        bridge=build_sales_bridge(made, sales),
        score=_score(plan, item),
    )


def _score(plan: Plan, item: Scenario | None) -> Figure:
    """The scorecard's total if the KPIs end as the scenario expects, the others at target."""
    card = plan.scorecard
    if card is None or item is None or not item.kpis:
        return None

    def read(given: Quantity | None, kpi: Kpi) -> Figure:
        return None if given is None else resolve(given, kpi.unit, plan.plan)

    points = []
    for kpi in card.kpis:
        reached: Figure = _ONE
        if kpi.id in item.kpis:
            low, high = read(kpi.low, kpi), read(kpi.high, kpi)
            reached = attain(read(item.kpis[kpi.id], kpi), read(kpi.target, kpi), kpi.direction, low, high, card.cap)
        points.append(product(kpi.weight, reached))
    score = share(total(points), total(kpi.weight for kpi in card.kpis))
    return None if score is None else score * 100
