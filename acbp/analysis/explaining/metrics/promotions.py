"""Metrics of the promotions: what they cost and bring, under the definition of return that the plan names."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from acbp.analysis.explaining.metric import Inputs, Metric, Subject, Words, add_known, add_up, each, one
from acbp.analysis.figures import Figures
from acbp.analysis.promotions import Definition, Promotions, PromotionTotals, return_on_spend
from acbp.analysis.rates import Figure, difference, product, share
from acbp.model.periods import QUARTERS

_DEFINITIONS: dict[Definition, Words] = {
    "profit": ("投入回报 = 增量毛利 ÷ 费用", "return = incremental profit ÷ spend"),
    "net-profit": ("投入回报 = （增量毛利 − 费用）÷ 费用", "return = (incremental profit − spend) ÷ spend"),
    "revenue": ("投入回报 = （增量销售 − 费用）÷ 增量销售", "return = (uplift revenue − spend) ÷ uplift revenue"),
}


_EACH = (
    Metric(
        "promoted-baseline",
        "money",
        ("促销期基线", "baseline of the promoted days"),
        lambda p: p.baseline,
        (
            "取自计划；没有则为季度基线 × 促销天数 ÷ 91，重叠的天数只算一次",
            "as stated, else baseline of the quarter × promoted days ÷ 91, overlapping days counted once",
        ),
        lambda p: (".baseline",) if p.item.baseline is not None else (".period_baseline",),
        None,
    ),
    Metric(
        "incremental",
        "money",
        ("增量销售额", "incremental sales"),
        lambda p: p.incremental,
        ("基线 × 增量比例", "baseline × uplift"),
        (".promoted-baseline", ".uplift"),
        product,
    ),
    Metric(
        "true-incremental",
        "money",
        ("真实增量", "true incremental sales"),
        lambda p: p.true_incremental,
        ("增量 − 囤货 − 自家替代", "lift − stocking-up − cannibalisation"),
        (".incremental", ".stocking_up", ".cannibalisation"),
        lambda lift, stocked, taken: difference(difference(lift, product(lift, stocked)), product(lift, taken)),
    ),
    Metric(
        "true-units",
        "volume",
        ("真实增量，销量", "true incremental volume"),
        lambda p: p.units,
        ("真实增量 ÷ 品类计划单价", "true incremental sales ÷ planned price of the category"),
        lambda p: (
            ".true-incremental",
            f"sales.categories.{p.item.category}.plan",
            f"sales.categories.{p.item.category}.volume.plan",
        ),
        lambda extra, sales, volume: share(extra, share(sales, volume)),
    ),
    Metric(
        "cost-per-unit",
        "price",
        ("每增量单位的费用", "cost per incremental unit"),
        lambda p: p.cost_per_unit,
        ("费用 ÷ 真实增量销量", "cost ÷ true incremental volume"),
        (".cost", ".true-units"),
        share,
        2,
    ),
    Metric(
        "incremental-profit",
        "money",
        ("增量毛利", "incremental profit"),
        lambda p: p.incremental_profit,
        ("增量销售额 × 我方增量毛利率", "incremental sales × our margin on them"),
        (".incremental", ".margin"),
        product,
    ),
    Metric(
        "per-unit",
        "number",
        ("每元费用带来的销售", "sales per unit of spend"),
        lambda p: p.per_unit,
        ("增量销售额 ÷ 费用", "incremental sales ÷ cost"),
        (".incremental", ".cost"),
        share,
        2,
    ),
    Metric(
        "actual-per-unit",
        "number",
        ("每元费用带来的销售，实际", "sales per unit of spend, actual"),
        lambda p: p.actual_per_unit,
        ("实际增量 ÷ 实际费用", "actual incremental sales ÷ actual cost"),
        (".actual_incremental", ".actual_cost"),
        share,
        2,
    ),
    Metric(
        "cost-variance",
        "money",
        ("费用差异", "variance of cost"),
        lambda p: p.cost_variance,
        ("实际费用 − 计划费用", "actual − planned cost"),
        (".actual_cost", ".cost"),
        difference,
    ),
    Metric(
        "incremental-variance",
        "money",
        ("增量差异", "variance of incremental sales"),
        lambda p: p.incremental_variance,
        ("实际增量 − 计划增量", "actual − planned incremental sales"),
        (".actual_incremental", ".incremental"),
        difference,
    ),
)


def _true_return(name: str, definition: Definition, field: str) -> Metric:
    """The return on the true incremental sales under one of the three definitions."""
    zh, en = (words.partition(" = ")[2] for words in _DEFINITIONS[definition])

    def work(cost: Figure, extra: Figure, margin: Figure) -> Figure:
        return return_on_spend(definition, cost, extra, product(extra, margin))

    unit, decimals = ("percent", 0) if definition == "revenue" else ("number", 2)
    title = (f"真实回报 {name[-1].upper()}", f"true return {name[-1].upper()}")
    inputs = (".cost", ".true-incremental", ".margin?")
    return Metric(name, unit, title, lambda p: getattr(p.returns, field), (zh, en), inputs, work, decimals)


TRUE_RETURNS = Subject(
    "promotions.{}",
    ("促销", "Promotion"),
    each(lambda f: f.promotions.items if f.promotions else (), lambda p: p.item.id),
    (
        _true_return("true-roi-a", "profit", "profit"),
        _true_return("true-roi-b", "net-profit", "net_profit"),
        _true_return("true-roi-c", "revenue", "revenue"),
    ),
    (
        "A 增量毛利 ÷ 费用；B（增量毛利 − 费用）÷ 费用；C（增量销售 − 费用）÷ 增量销售",
        "A incremental profit ÷ spend; B (incremental profit − spend) ÷ spend; C (uplift revenue − spend) ÷ uplift "
        "revenue",
    ),
)

PROMOTIONS = Subject(
    "promotions.{}",
    ("促销", "Promotion"),
    each(lambda f: f.promotions.items if f.promotions else (), lambda p: p.item.id),
    _EACH,
)


def _returns(definition: Definition) -> tuple[Subject, Subject]:
    """The return of every promotion, and of all, of a plan that names this definition."""
    zh, en = (words.partition(" = ")[2] for words in _DEFINITIONS[definition])
    unit, decimals = ("percent", 0) if definition == "revenue" else ("number", 2)
    gain = ".incremental" if definition == "revenue" else ".incremental-profit"

    def held(figures: Figures) -> Promotions | None:
        return figures.promotions if figures.promotions and figures.promotions.roi == definition else None

    def work(gain: Figure, cost: Figure) -> Figure:
        return return_on_spend(definition, cost, gain, gain)

    def actual(extra: Figure, cost: Figure, margin: Figure) -> Figure:
        return return_on_spend(definition, cost, extra, product(extra, margin))

    def roi(title: Words, name: str, read: Any, inputs: tuple[str, ...], way: Any) -> Metric:
        return Metric(name, unit, title, read, (zh, en), inputs, way, decimals)

    plan, came = ("投入回报", "return on spend"), ("投入回报，实际", "return on spend, actual")
    came_from = (".actual_incremental", ".actual_cost", ".margin" if definition != "revenue" else ".margin?")
    return (
        Subject(
            "promotions.{}",
            ("促销", "Promotion"),
            each(lambda f: found.items if (found := held(f)) else (), lambda p: p.item.id),
            (
                roi(plan, "roi", lambda p: p.roi, (gain, ".cost"), work),
                roi(came, "actual-roi", lambda p: p.actual_roi, came_from, actual),
            ),
            _DEFINITIONS[definition],
        ),
        Subject(
            "promotions.total",
            ("全年促销", "All promotions"),
            one(held),
            (roi(plan, "roi", lambda p: p.year.roi, (f"promotions.*{gain}", ".cost"), _return_of_all(definition)),),
            _DEFINITIONS[definition],
        ),
    )


def _return_of_all(definition: Definition) -> Callable[[Inputs, Figure], Figure]:
    def work(gains: Inputs, cost: Figure) -> Figure:
        return return_on_spend(definition, cost, add_up(gains), add_up(gains))

    return work


def _totals(read: Callable[[Any], PromotionTotals], members: Callable[[Any], Iterable[Any]]) -> tuple[Metric, ...]:
    """Promotions added up; ``members`` are those that are added."""

    def every(field: str) -> Callable[[Any], tuple[str, ...]]:
        return lambda held: tuple(f"promotions.{item.item.id}.{field}" for item in members(held))

    def sum_up(*figures: Figure) -> Figure:
        return add_up(*figures) if figures else Decimal(0)

    return (
        Metric(
            "count",
            "number",
            ("档数", "number"),
            lambda held: None if read(held).count is None else Decimal(read(held).count or 0),
            ("促销的数目", "number of promotions"),
            (),
            None,
        ),
        Metric(
            "cost",
            "money",
            ("费用", "cost"),
            lambda held: read(held).cost,
            ("各档费用之和", "sum of their costs"),
            every("cost"),
            sum_up,
        ),
        Metric(
            "incremental",
            "money",
            ("增量销售额", "incremental sales"),
            lambda held: read(held).incremental,
            ("各档增量之和", "sum of their incremental sales"),
            every("incremental"),
            sum_up,
        ),
        Metric(
            "per-unit",
            "number",
            ("每元费用带来的销售", "sales per unit of spend"),
            lambda held: read(held).per_unit,
            ("增量销售额 ÷ 费用", "incremental sales ÷ cost"),
            (".incremental", ".cost"),
            share,
            2,
        ),
    )


TOTAL = Subject(
    "promotions.total",
    ("全年促销", "All promotions"),
    one(lambda f: f.promotions),
    (
        *_totals(lambda found: found.year, lambda found: found.items),
        Metric(
            "balance",
            "money",
            ("费用余额", "balance of the fund"),
            lambda found: found.balance,
            ("约定的促销费用 − 计划费用", "fund − planned cost"),
            ("promotions.fund", ".cost"),
            difference,
        ),
        Metric(
            "asks",
            "money",
            ("为预计的要求预留", "kept ready for expected requests"),
            lambda found: found.asks,
            ("各项预留之和", "sum of what is kept ready"),
            ("promotions.expected_asks.*.amount?",),
            add_known,
        ),
    ),
)

QUARTERS_OF_PROMOTIONS = Subject(
    "promotions.quarters.{}",
    ("季度促销", "Promotions of a quarter"),
    each(
        lambda f: (
            [(held, f.promotions, quarter) for quarter, held in zip(QUARTERS, f.promotions.quarters, strict=True)]
            if f.promotions
            else ()
        ),
        lambda held: held[2],
    ),
    _totals(
        lambda held: held[0],
        lambda held: [item for item in held[1].items if item.quarter == held[2]],
    ),
)

SUBJECTS = (
    PROMOTIONS,
    TRUE_RETURNS,
    TOTAL,
    QUARTERS_OF_PROMOTIONS,
    *(subject for definition in _DEFINITIONS for subject in _returns(definition)),
)
