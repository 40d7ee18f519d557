"""Rules R301 to R312: objectives are specific, measurable, phased and owned; strategies pay for themselves."""

from collections.abc import Iterator
from typing import Any

from acbp.analysis.rules.register import Case, Finding, rule
from acbp.model.periods import QUARTERS


def _lacking(case: Case, name: str) -> Iterator[Finding]:
    for at, objective in enumerate(case.plan.objectives):
        held: Any = getattr(objective, name)
        if held is None:
            yield ("objectives", at), {"name": objective.name}


@rule(
    "R301",
    "warning",
    zh=("目标没有衡量指标", "目标“{name}”没有写衡量什么", "写上 metric", "不能衡量的目标，完没完成各说各话。"),
    en=(
        "An objective without a metric",
        "the objective '{name}' does not say what is measured",
        "write its metric",
        "What is not measured is met or missed as anyone likes.",
    ),
    bad="""
objectives:
  - {id: sales, metric: ~}  # ←
""",
    good="""
objectives:
  - {id: sales, metric: «销售额|Sales»}
""",
)
def without_metric(case: Case) -> Iterator[Finding]:
    """Every objective has a metric."""
    yield from _lacking(case, "metric")


@rule(
    "R302",
    "warning",
    zh=("目标没有单位", "目标“{name}”没有写单位", "写上 unit，例如 money、%", "没有单位的数字没法比较。"),
    en=(
        "An objective without a unit",
        "the objective '{name}' has no unit",
        "write its unit, as money or %",
        "A number without a unit cannot be compared with anything.",
    ),
    bad="""
objectives:
  - {id: sales, unit: ~}  # ←
""",
    good="""
objectives:
  - {id: sales, unit: money}
""",
)
def without_unit(case: Case) -> Iterator[Finding]:
    """Every objective has a unit."""
    yield from _lacking(case, "unit")


@rule(
    "R303",
    "warning",
    zh=("目标没有基线", "目标“{name}”没有写现状是多少", "写上 baseline", "不知道从哪里出发，就不知道走了多远。"),
    en=(
        "An objective without a baseline",
        "the objective '{name}' does not say where it starts",
        "write its baseline",
        "Nobody can tell how far they came without knowing where they set out.",
    ),
    bad="""
objectives:
  - {id: sales, baseline: ~}  # ←
""",
    good="""
objectives:
  - {id: sales, baseline: 100}
""",
)
def without_baseline(case: Case) -> Iterator[Finding]:
    """Every objective has a baseline."""
    yield from _lacking(case, "baseline")


@rule(
    "R304",
    "warning",
    zh=("目标没有目标值", "目标“{name}”没有写要到多少", "写上 target", "没有目标值的目标只是方向。"),
    en=(
        "An objective without a target",
        "the objective '{name}' does not say where it is to end",
        "write its target",
        "Without a target an objective is only a direction.",
    ),
    bad="""
objectives:
  - {id: sales, target: ~}  # ←
""",
    good="""
objectives:
  - {id: sales, target: 110}
""",
)
def without_target(case: Case) -> Iterator[Finding]:
    """Every objective has a target."""
    yield from _lacking(case, "target")


@rule(
    "R305",
    "warning",
    zh=("目标没有完成日期", "目标“{name}”没有写何时完成", "写上 due", "没有期限的目标永远不会逾期。"),
    en=(
        "An objective without a date",
        "the objective '{name}' does not say by when",
        "write its due date",
        "Without a date an objective is never missed.",
    ),
    bad="""
objectives:
  - {id: sales, due: ~}  # ←
""",
    good="""
objectives:
  - {id: sales, due: 2027-12-31}
""",
)
def without_date(case: Case) -> Iterator[Finding]:
    """Every objective has a due date."""
    yield from _lacking(case, "due")


@rule(
    "R306",
    "warning",
    zh=("目标没有负责人", "目标“{name}”没有负责人", "写上 owner", "大家都负责，就是没有人负责。"),
    en=(
        "An objective without an owner",
        "nobody answers for the objective '{name}'",
        "write its owner",
        "What everybody answers for, nobody does.",
    ),
    bad="""
objectives:
  - {id: sales, owner: ~}  # ←
""",
    good="""
objectives:
  - {id: sales, owner: lin}
""",
)
def without_owner(case: Case) -> Iterator[Finding]:
    """Every objective has an owner."""
    yield from _lacking(case, "owner")


@rule(
    "R307",
    "warning",
    zh=(
        "目标没有分到四个季度",
        "目标“{name}”缺少 {missing} 的季度值",
        "在 quarters 写齐四个季度",
        "没有季度值，要到年底才知道目标落空。",
    ),
    en=(
        "An objective that is not phased",
        "the objective '{name}' has no value for {missing}",
        "write all four quarters",
        "Without quarters one learns at the end of the year that the target was missed.",
    ),
    bad="""
objectives:
  - {id: sales, quarters: {Q1: 25, Q2: 25, Q3: ~, Q4: ~}}  # ←
""",
    good="""
objectives:
  - {id: sales, quarters: {Q1: 25, Q2: 25, Q3: 30, Q4: 30}}
""",
)
def without_phasing(case: Case) -> Iterator[Finding]:
    """Every objective has a value for every quarter."""
    for at, item in enumerate(case.plan.objectives):
        missing = [name for name in QUARTERS if getattr(item.quarters, name, None) is None]
        if missing:
            yield ("objectives", at, "quarters"), {"name": item.name, "missing": ", ".join(missing)}


@rule(
    "R308",
    "error",
    zh=(
        "目标值与方向相反",
        "目标“{name}”由 {baseline} 到 {target}，与方向 {direction} 相反",
        "改正 target，或写 direction: down（越低越好）",
        "页面会把退步印成进步。",
    ),
    en=(
        "A target against its own direction",
        "the objective '{name}' goes from {baseline} to {target}, against its direction {direction}",
        "correct the target, or write direction: down where less is better",
        "The pages would print a step back as progress.",
    ),
    bad="""
objectives:
  - {id: sales, direction: down}  # ←
""",
    good="""
objectives:
  - {id: sales, direction: up}
""",
)
def backwards(case: Case) -> Iterator[Finding]:
    """target − baseline has the sign of the direction."""
    for figures in case.figures.objectives:
        if figures.backwards:
            item = figures.item
            values = {
                "name": item.name,
                "baseline": case.measure(figures.baseline, item.unit),
                "target": case.measure(figures.target, item.unit),
                "direction": item.direction,
            }
            yield ("objectives", figures.number - 1, "direction"), values


@rule(
    "R309",
    "warning",
    zh=(
        "目标的期限不在计划年度内",
        "目标“{name}”的期限 {due} 不在计划年度内",
        "改正 due 或 plan.year",
        "年度计划只能为年度内的结果负责。",
    ),
    en=(
        "An objective due outside the year",
        "the objective '{name}' is due on {due}, outside the plan's year",
        "correct the due date, or plan.year",
        "A plan of one year can answer only for results of that year.",
    ),
    bad="""
objectives:
  - {id: sales, due: 2028-03-31}  # ←
""",
    good="""
objectives:
  - {id: sales, due: 2027-12-31}
""",
)
def due_outside_year(case: Case) -> Iterator[Finding]:
    """An objective is due within the plan's year."""
    for at, item in enumerate(case.plan.objectives):
        if item.due and not case.first_day <= item.due <= case.last_day:
            yield ("objectives", at, "due"), {"name": item.name, "due": str(item.due)}


@rule(
    "R310",
    "warning",
    zh=(
        "策略的增量到不了目标",
        "目标“{name}”要增加 {change}，其策略合计只有 {blocks}",
        "补一项策略，或调低目标",
        "目标与路径之间的缺口，到第三季度就成了缺货、压货和突击促销。",
    ),
    en=(
        "The strategies do not reach the objective",
        "the objective '{name}' needs {change}, its strategies bring {blocks}",
        "add a strategy, or lower the target",
        "The gap between target and strategies becomes loading and panic promotions by the third quarter.",
    ),
    bad="""
strategies:
  - {id: shelf, value: 8}
objectives:
  - {id: sales, target: 110}  # ←
""",
    good="""
strategies:
  - {id: shelf, value: 10}
objectives:
  - {id: sales, target: 110}
""",
)
def blocks_short(case: Case) -> Iterator[Finding]:
    """Σ values of an objective's strategies ≥ its change, in money."""
    for figures in case.figures.objectives:
        if figures.blocks_gap is not None and figures.blocks_gap > 0 and figures.item.direction == "up":
            values = {
                "name": figures.item.name,
                "change": case.money(figures.change),
                "blocks": case.money(figures.blocks),
            }
            yield ("objectives", figures.number - 1, "target"), values


@rule(
    "R311",
    "warning",
    zh=(
        "有增量的策略没有写投入",
        "策略“{name}”增加 {value}，没有写我方投入",
        "写上 investment；不花钱的写 0",
        "只算收益不算投入，审批时会被退回。",
    ),
    en=(
        "A strategy with a value but no investment",
        "the strategy '{name}' adds {value}, but does not say what it costs us",
        "write its investment; 0 if it costs nothing",
        "Gains without costs do not pass an approval.",
    ),
    bad="""
strategies:
  - {id: shelf, value: 10, investment: ~}  # ←
""",
    good="""
strategies:
  - {id: shelf, value: 10, investment: 1}
""",
)
def without_investment(case: Case) -> Iterator[Finding]:
    """A strategy that adds sales says what it costs."""
    for at, item in enumerate(case.plan.strategies):
        if item.value and item.investment is None:
            yield ("strategies", at), {"name": item.name, "value": case.money(item.value)}


@rule(
    "R312",
    "warning",
    zh=(
        "策略的投入高于它带来的毛利",
        "策略“{name}”投入 {investment}，当年只增加毛利 {profit}",
        "降低投入；跨年回收的，在 plan.set_aside 写明理由",
        "年内亏损的投入可以做，但要有人说明何时收回。",
    ),
    en=(
        "A strategy costs more than it earns",
        "the strategy '{name}' costs {investment} and adds {profit} of gross profit in the year",
        "lower the investment; if it pays back over years, say so in plan.set_aside",
        "A loss within the year may be right, but somebody has to say when it pays back.",
    ),
    bad="""
strategies:
  - {id: shelf, investment: 6, gross_profit: 4}  # ←
""",
    good="""
strategies:
  - {id: shelf, investment: 3, gross_profit: 4}
""",
)
def unprofitable(case: Case) -> Iterator[Finding]:
    """gross profit ≥ investment."""
    for at, item in enumerate(case.plan.strategies):
        if item.investment is not None and item.gross_profit is not None and item.investment > item.gross_profit:
            values = {
                "name": item.name,
                "investment": case.money(item.investment),
                "profit": case.money(item.gross_profit),
            }
            yield ("strategies", at, "investment"), values
