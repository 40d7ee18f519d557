"""Metrics of articles and stores: share, growth, unit cases, distribution, sell-in against sell-out."""

from decimal import Decimal
from typing import Any

from acbp.analysis.explaining.metric import Inputs, Metric, Subject, add_up, each, first_of, one
from acbp.analysis.pareto import RankedSku
from acbp.analysis.rates import Figure, difference, growth, product, ratio, share, total

_SKU = "situation.performance.skus.{0}"
_ALL = "situation.performance.stores.*"
_PERFORMANCE = "situation.performance"


def _conversion(sku: RankedSku) -> Figure:
    return ratio(sku.volume, sku.item.cases)


def _share(part: Inputs | Figure, whole: Inputs | Figure) -> Figure:
    return share(add_up(part), add_up(whole))


def _read(name: str) -> Any:
    return lambda held: getattr(held, name)


SKUS = Subject(
    "skus.{}",
    ("单品", "Article"),
    each(lambda f: f.assortment.skus if f.assortment else (), lambda sku: sku.item.id),
    (
        Metric(
            "growth",
            "growth",
            ("同比", "growth"),
            _read("growth"),
            ("（本年 − 上年）÷ 上年", "(this year − last year) ÷ last year"),
            (f"{_SKU}.sales", f"{_SKU}.previous"),
            growth,
        ),
        Metric(
            "share",
            "percent",
            ("占比", "share of sales"),
            _read("share"),
            ("单品销售额 ÷ 全部单品销售额", "sales ÷ sales of all SKUs"),
            (f"{_SKU}.sales", f"{_PERFORMANCE}.skus.*.sales?"),
            lambda own, every: share(own, total(value for value in every.values() if value is not None)),
        ),
        Metric(
            "conversion",
            "number",
            ("每实物箱的标准箱数", "unit cases in a physical case"),
            _conversion,
            (
                "取自单品，没有则按工作区换算表：每箱瓶数 × 毫升 ÷（24 × 8 美制液盎司）",
                "of the SKU, else by the workspace's table: bottles × millilitres ÷ (24 × 8 US fl oz)",
            ),
            (f"{_SKU}.unit_cases?",),
            None,
        ),
        Metric(
            "volume",
            "volume",
            ("标准箱", "unit cases"),
            _read("volume"),
            ("实物箱 × 换算系数", "physical cases × conversion of the SKU"),
            (f"{_SKU}.cases", ".conversion"),
            product,
        ),
        Metric(
            "price",
            "price",
            ("单价", "price"),
            _read("price"),
            ("销售额 ÷ 销量", "sales ÷ volume"),
            (f"{_SKU}.sales", ".volume"),
            ratio,
            2,
        ),
        Metric(
            "distribution",
            "percent",
            ("数值铺货率", "numeric distribution"),
            _read("distribution"),
            ("铺货门店数 ÷ 全部门店数", "stores that handle it ÷ all stores"),
            (f"{_SKU}.stores", f"{_ALL}.stores"),
            _share,
            0,
        ),
    ),
    (
        "1 标准箱 = 24 × 8 美制液盎司；铺货率不能跨单品或跨时间相加",
        "1 unit case = 24 × 8 US fl oz; distribution does not add up over SKUs or time",
    ),
)

ASSORTMENT = Subject(
    "assortment",
    ("全部单品", "All SKUs"),
    one(lambda f: f.assortment),
    (
        Metric(
            "sales",
            "money",
            ("销售额", "sales"),
            _read("total"),
            ("各单品之和", "sum of the SKUs"),
            (f"{_PERFORMANCE}.skus.*.sales?",),
            lambda sales: total(value for value in sales.values() if value is not None),
        ),
        Metric(
            "volume",
            "volume",
            ("标准箱", "unit cases"),
            _read("volume"),
            ("各单品之和", "sum of the SKUs"),
            ("skus.*.volume",),
            add_up,
        ),
        Metric(
            "eighty",
            "number",
            ("占销售额 80% 的单品数", "SKUs that make 80% of the sales"),
            lambda found: Decimal(found.eighty),
            ("按销售额由高到低累计到 80% 的单品数", "number of the best SKUs that together make 80%"),
            (),
            None,
        ),
    ),
)

STORES = Subject(
    "stores.total",
    ("全部门店", "All stores"),
    one(lambda f: f.stores.total if f.stores else None),
    (
        Metric(
            "numeric",
            "percent",
            ("数值铺货率", "numeric distribution"),
            _read("numeric"),
            ("铺货门店 ÷ 门店", "stores that handle us ÷ stores"),
            (f"{_ALL}.handling", f"{_ALL}.stores"),
            _share,
            0,
        ),
        Metric(
            "weighted",
            "percent",
            ("加权铺货率", "weighted distribution"),
            _read("weighted"),
            ("铺货门店的品类零售额 ÷ 全部门店的品类零售额", "category sales of the handlers ÷ category sales of all"),
            (f"{_ALL}.handling_sales", f"{_ALL}.category_sales"),
            _share,
            0,
        ),
        Metric(
            "growth",
            "growth",
            ("同比", "growth"),
            _read("growth"),
            ("（本年 − 上年）÷ 上年", "(this year − last year) ÷ last year"),
            (f"{_ALL}.sales", f"{_ALL}.previous"),
            lambda sales, previous: growth(add_up(sales), add_up(previous)),
        ),
    ),
)


def _given(field: str) -> tuple[str, str]:
    return f"{_PERFORMANCE}.{field}?", f"{_PERFORMANCE}.months.*.{field}?"


SELL_IN = Subject(
    "sell-gap",
    ("出货与动销", "Sell-in against sell-out"),
    one(lambda f: f.sell_gap),
    (
        Metric(
            "sell-in",
            "volume",
            ("出货量", "sell-in"),
            _read("sell_in"),
            ("全年数；没有则为各月之和", "of the year, else sum of the months"),
            _given("sell_in"),
            first_of,
        ),
        Metric(
            "sell-out",
            "volume",
            ("动销量", "sell-out"),
            _read("sell_out"),
            ("全年数；没有则为各月之和", "of the year, else sum of the months"),
            _given("sell_out"),
            first_of,
        ),
        Metric(
            "gap",
            "volume",
            ("差额", "gap"),
            _read("gap"),
            ("出货量 − 动销量", "sell-in − sell-out"),
            (".sell-in", ".sell-out"),
            difference,
        ),
        Metric(
            "unexplained",
            "volume",
            ("库存不能解释的部分", "what stock does not explain"),
            _read("unexplained"),
            ("差额 − 库存增加", "gap − growth of stock"),
            (".gap", f"{_PERFORMANCE}.stock_change?"),
            lambda gap, stock: difference(gap, stock or Decimal(0)),
        ),
        Metric(
            "share",
            "percent",
            ("占出货量", "share of sell-in"),
            _read("share"),
            ("库存不能解释的部分 ÷ 出货量", "what stock does not explain ÷ sell-in"),
            (".unexplained", ".sell-in"),
            share,
        ),
    ),
)

SUBJECTS = (SKUS, ASSORTMENT, STORES, SELL_IN)
