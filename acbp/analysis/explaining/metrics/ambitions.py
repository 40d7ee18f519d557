"""Metrics of opportunities, objectives, the bridges and the actions."""

from decimal import Decimal
from typing import Any

from acbp.analysis.explaining.metric import Metric, Subject, Way, add_known, each, one, weigh
from acbp.analysis.rates import Figure, difference, growth
from acbp.model.units import MONEY, PERCENT

OPPORTUNITIES = Subject(
    "opportunities.{}",
    ("机会", "Opportunity"),
    each(lambda f: f.opportunities.items if f.opportunities else (), lambda o: o.item.id),
    (
        Metric(
            "score",
            "number",
            ("综合分", "weighted score"),
            lambda o: o.score,
            ("Σ 权重 × 得分 ÷ Σ 权重", "Σ weight × score ÷ Σ weight"),
            ("opportunities.criteria.*.weight", "opportunities.{0}.scores.*"),
            weigh,
            2,
        ),
    ),
)


def _unit(o: Any) -> str:
    return "points" if o.item.unit == PERCENT else o.item.unit or "number"


def _needed(target: Figure, baseline: Figure, blocks: Figure) -> Figure:
    return difference(difference(target, baseline), blocks)


OBJECTIVES = Subject(
    "objectives.{}",
    ("目标", "Objective"),
    each(lambda f: f.objectives, lambda o: o.item.id),
    (
        Metric(
            "change",
            _unit,
            ("需要的变化", "change needed"),
            lambda o: o.change,
            ("目标值 − 基线", "target − baseline"),
            (".target", ".baseline"),
            difference,
        ),
        Metric(
            "growth",
            "growth",
            ("需要的增长", "growth needed"),
            lambda o: o.growth,
            ("（目标值 − 基线）÷ 基线", "(target − baseline) ÷ baseline"),
            (".target", ".baseline"),
            growth,
        ),
    ),
)

BLOCKS = Subject(
    "objectives.{}",
    ("目标", "Objective"),
    each(lambda f: [o for o in f.objectives if o.item.unit == MONEY], lambda o: o.item.id),
    (
        Metric(
            "blocks",
            "money",
            ("对应策略的增量合计", "what its strategies bring"),
            lambda o: o.blocks,
            ("对应策略的销售增量之和", "sum of its strategies' values"),
            lambda o: tuple(f"strategies.{strategy.id}.value?" for strategy in o.strategies),
            add_known,
        ),
        Metric(
            "blocks-gap",
            "money",
            ("策略之外的缺口", "what the strategies leave open"),
            lambda o: o.blocks_gap,
            ("目标值 − 基线 − 对应策略的增量", "target − baseline − what its strategies bring"),
            (".target", ".baseline", ".blocks"),
            _needed,
        ),
    ),
)


def _bridge(year: str) -> tuple[Metric, ...]:
    value = "customer_value" if year == "customer-margin" else "value"
    strategies: Way = (
        ("各策略之和", "sum of the strategies"),
        (f"strategies.*.{value}?",),
        add_known,
    )
    adjustments: Way = (
        ("各项调整之和", "sum of the adjustments"),
        (f"financials.adjustments.*.{value}?",),
        add_known,
    )
    return (
        Metric("strategies", "money", ("策略增量", "strategies"), lambda b: b.strategies, *strategies),
        Metric("adjustments", "money", ("其他增减", "adjustments"), lambda b: b.adjustments, *adjustments),
        Metric(
            "net",
            "money",
            ("净变化", "net change"),
            lambda b: b.net,
            ("策略 + 其他增减", "strategies + adjustments"),
            (".strategies?", ".adjustments?"),
            add_known,
        ),
        Metric(
            "residual",
            "money",
            ("未说明的部分", "unexplained"),
            lambda b: b.residual,
            ("计划 − 上年 − 净变化", "plan − last year − net change"),
            (f"{year}.change", ".net"),
            difference,
        ),
    )


BRIDGES = (
    Subject("sales-bridge", ("销售额桥图", "Bridge of sales"), one(lambda f: f.sales_bridge), _bridge("sales")),
    Subject(
        "margin-bridge",
        ("客户毛利桥图", "Bridge of the customer's margin"),
        one(lambda f: f.margin_bridge),
        _bridge("customer-margin"),
    ),
)


def _counted(state: str, zh: str, en: str) -> Metric:
    return Metric(
        state,
        "number",
        (zh, en),
        lambda a: Decimal(a.counts[state]),
        (f"状态为“{zh}”的行动数", f"number of actions that are {en}"),
        (),
        None,
    )


ACTIONS = Subject(
    "action-counts",
    ("行动", "Actions"),
    one(lambda f: f.actions),
    (
        Metric(
            "total",
            "number",
            ("全部，不含取消", "all but the dropped ones"),
            lambda a: Decimal(a.total),
            ("未取消的行动数", "number of actions that are not dropped"),
            (),
            None,
        ),
        _counted("done", "完成", "done"),
        _counted("late", "延误", "late"),
        _counted("at-risk", "有风险", "at risk"),
    ),
    ("按报告日期判断", "as of the day of the report"),
)

SUBJECTS = (OPPORTUNITIES, OBJECTIVES, BLOCKS, *BRIDGES, ACTIONS)
