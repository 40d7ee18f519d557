"""Metrics of the terms of trade, of the concession ladder and of the scenarios."""

from decimal import Decimal
from typing import Any

from acbp.analysis.explaining.metric import Metric, Subject, Way, compared, each, one
from acbp.analysis.figures import Figures
from acbp.analysis.negotiation import Rung
from acbp.analysis.rates import Figure, difference, product, share, total
from acbp.analysis.terms import maintained_margin
from acbp.model import Plan

_ONE = Decimal(1)
_RETAIL = ("financials.customer_profit.sales", "financials.customer_profit.last_sales")


def _read(name: str) -> Any:
    return lambda held: getattr(held, name)


def _chained(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    """Terms whose discounts are all rates, so that the invoice price is a chain."""
    found = figures.terms
    rates = found is not None and found.discounts and all(step.item.rate is not None for step in found.discounts)
    return {(): found} if rates else {}


def _unchained(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    """Terms with a discount that is a sum of money."""
    found = figures.terms
    return {} if found is None or not found.discounts or _chained(figures, plan) else {(): found}


def _chain(*rates: Figure) -> Figure:
    left = _ONE
    for rate in rates:
        if rate is None:
            return None
        left *= _ONE - rate
    return _ONE - left


INVOICE = Subject(
    "terms",
    ("条款", "Terms"),
    _chained,
    (
        Metric(
            "discount-rate",
            "percent",
            ("票面折扣合计", "all discounts on the invoice"),
            _read("discount_rate"),
            ("1 − Π（1 − 折扣率），逐级连乘", "1 − Π(1 − rate), one after the other"),
            lambda found: tuple(f"terms.discounts.{step.item.id}.rate" for step in found.discounts),
            _chain,
        ),
        Metric(
            "at-list",
            "money",
            ("目录价销售额", "sales at list price"),
            _read("at_list"),
            ("销售额 ÷（1 − 票面折扣合计）", "sales ÷ (1 − all discounts)"),
            ("sales.plan", ".discount-rate"),
            lambda sales, rate: share(sales, difference(_ONE, rate)),
        ),
    ),
    ("发票价 = 目录价 × Π（1 − 折扣率）", "invoice price = list × Π(1 − rate)"),
)


FROM_SUMS = Subject(
    "terms",
    INVOICE.title,
    _unchained,
    (
        Metric(
            "at-list",
            "money",
            ("目录价销售额", "sales at list price"),
            _read("at_list"),
            (
                "由销售额逐级还原：比率折扣 ÷（1 − 折扣率），金额折扣相加",
                "climbing back from the sales: ÷ (1 − rate) for a rate, + the amount for a sum",
            ),
            lambda found: (
                "sales.plan",
                *(
                    f"terms.discounts.{step.item.id}.{'amount' if step.item.rate is None else 'rate'}"
                    for step in found.discounts
                ),
            ),
            None,
        ),
    ),
    INVOICE.definition,
)


def _allowances(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    found = figures.terms
    if found is None:
        return {}
    lists = [("rebates", found.item.rebates), ("fees", found.item.fees)]
    steps = {step.item.id: step for step in found.allowances}
    return {(kind, item.id): steps[item.id] for kind, items in lists for item in items}


ALLOWANCES = Subject(
    "terms.{}.{}",
    ("返利与费用", "Rebate or fee"),
    _allowances,
    (
        Metric(
            "of-the-year",
            "money",
            ("全年金额", "of the year"),
            _read("amount"),
            ("比率 × 销售额；没有比率则取金额", "rate × invoiced sales, else the amount"),
            lambda step: (".amount",) if step.item.rate is None else (".rate", "sales.plan"),
            lambda given, *sales: product(given, sales[0]) if sales else given,
        ),
    ),
)


def _every(found: Any, chosen: Any = lambda item: True) -> tuple[str, ...]:
    lists = (("rebates", found.item.rebates), ("fees", found.item.fees))
    return tuple(f"terms.{kind}.{item.id}.of-the-year" for kind, items in lists for item in items if chosen(item))


def _add(*figures: Figure) -> Figure:
    return total(figures)


_BACK: Way = (("返利与费用 ÷ 零售额", "rebates and fees ÷ retail sales"), ("trade-spend.plan", _RETAIL[0]), share)

TERMS = Subject(
    "terms",
    ("条款", "Terms"),
    one(lambda f: f.terms),
    (
        Metric(
            "spend",
            "money",
            ("返利与费用合计", "rebates and fees"),
            _read("spend"),
            ("各项之和", "sum of the rebates and fees"),
            _every,
            _add,
        ),
        Metric(
            "pocket",
            "money",
            ("口袋净额", "pocket"),
            lambda found: found.pocket.amount,
            ("销售额 − 返利与费用", "invoiced sales − rebates and fees"),
            ("sales.plan", ".spend?"),
            lambda sales, spend: difference(sales, spend or Decimal(0)),
        ),
        Metric(
            "pocket-per-unit",
            "price",
            ("口袋价", "pocket price"),
            lambda found: found.pocket.per_unit,
            ("口袋净额 ÷ 销量", "pocket ÷ volume"),
            (".pocket", "volume.plan"),
            share,
            2,
        ),
        Metric(
            "pocket-rate",
            "percent",
            ("口袋率", "pocket rate"),
            _read("pocket_rate"),
            ("口袋净额 ÷ 销售额", "pocket ÷ invoiced sales"),
            (".pocket", "sales.plan"),
            share,
        ),
        Metric(
            "spend-of-invoice",
            "percent",
            ("费用率（占发票净额）", "trade spend rate (of net, as invoiced)"),
            _read("spend_of_invoice"),
            ("返利与费用 ÷ 销售额", "rebates and fees ÷ invoiced sales"),
            (".spend", "sales.plan"),
            share,
        ),
        *compared(
            "front",
            "percent",
            ("客户前台毛利率", "the customer's front margin"),
            _read("front"),
            (("前台毛利 ÷ 零售额", "front margin ÷ retail sales"), ("customer-margin.plan", _RETAIL[0]), share),
            (("前台毛利 ÷ 零售额", "front margin ÷ retail sales"), ("customer-margin.last", _RETAIL[1]), share),
        ),
        *compared(
            "back",
            "percent",
            ("客户后台毛利率", "the customer's back margin"),
            _read("back"),
            _BACK,
            (_BACK[0], ("trade-spend.last", _RETAIL[1]), share),
        ),
        *compared(
            "margin",
            "percent",
            ("客户总毛利率", "the customer's total margin"),
            _read("margin"),
            (("前台 + 后台", "front + back"), (".front.plan", ".back.plan"), _add),
            (("前台 + 后台", "front + back"), (".front.last", ".back.last"), _add),
        ),
    ),
)


def _net(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    """The level between what the customer is paid for and what is spent on shoppers, where there is such a level."""
    rows = figures.terms.rows if figures.terms else ()
    level = next((row for row in rows if getattr(row, "name", "") == "net"), None)
    return {} if level is None else {(): (level, figures.terms)}


NET = Subject(
    "terms",
    TERMS.title,
    _net,
    (
        Metric(
            "net",
            "money",
            ("净销售额 NSR", "net sales revenue"),
            lambda held: held[0].amount,
            (
                "目录价销售额 − 票面折扣 − 票外返利与费用（消费者支出除外）",
                "gross − on-invoice discounts − off-invoice rebates and fees, but for what is spent on shoppers",
            ),
            lambda held: ("sales.plan", *_every(held[1], lambda item: item.kind != "consumer")),
            lambda sales, *taken: difference(sales, total(taken)),
        ),
    ),
)

TIED = Subject(
    "terms",
    TERMS.title,
    one(lambda f: f.terms if f.terms and f.terms.tied_share is not None else None),
    (
        Metric(
            "tied-share",
            "percent",
            ("与销量挂钩的占比", "share paid only on volume"),
            _read("tied_share"),
            ("按量支付的返利与费用 ÷ 返利与费用", "rebates and fees paid only on volume ÷ all"),
            lambda found: (".spend", *_every(found, lambda item: item.on_volume)),
            lambda spend, *tied: share(total(tied) if tied else Decimal(0), spend),
        ),
    ),
)

OF_LIST = Subject(
    "terms",
    TERMS.title,
    one(lambda f: f.terms if f.terms and f.terms.at_list is not None else None),
    (
        Metric(
            "spend-of-list",
            "percent",
            ("费用率（占目录价）", "trade spend rate (of gross, at list)"),
            _read("spend_of_list"),
            ("返利与费用 ÷ 目录价销售额", "rebates and fees ÷ sales at list price"),
            (".spend", ".at-list"),
            share,
        ),
    ),
)

PRICES = Subject(
    "terms.prices.{}",
    ("价格", "Price"),
    each(lambda f: f.terms.prices if f.terms else (), lambda price: price.item.id),
    (
        Metric(
            "off-list",
            "percent",
            ("低于目录价", "off list"),
            _read("off_list"),
            ("（目录价 − 进价）÷ 目录价", "(list − cost) ÷ list"),
            (".list_price", ".cost"),
            lambda price, cost: share(difference(price, cost), price),
        ),
        Metric(
            "initial",
            "percent",
            ("初始毛利率", "initial margin"),
            _read("initial"),
            ("（零售价 − 进价）÷ 零售价", "(retail − cost) ÷ retail"),
            (".retail", ".cost"),
            lambda retail, cost: share(difference(retail, cost), retail),
        ),
        Metric(
            "maintained",
            "percent",
            ("维持毛利率", "maintained margin"),
            _read("maintained"),
            ("加价率 − 降价率 ×（1 − 加价率）", "markup − markdown × (1 − markup)"),
            (".initial", ".markdown"),
            maintained_margin,
        ),
    ),
    ("零售价仅为建议价", "retail prices are recommended only"),
)

_BASES = {"invoice": "sales.plan", "trade-spend": "trade-spend.plan", "retail": _RETAIL[0], "list": "terms.at-list"}


def _rungs(figures: Figures, plan: Plan) -> dict[tuple[str, ...], tuple[Rung, int]]:
    held = figures.negotiation.rungs if figures.negotiation else ()
    return {(str(number),): (rung, number) for number, rung in enumerate(held, start=1)}


def _given(held: tuple[Rung, int]) -> tuple[str, ...]:
    item = held[0].item
    return (".amount",) if item.rate is None else (".rate", _BASES[item.base])


def _so_far(field: str) -> Any:
    return lambda held: tuple(f"negotiation.concessions.{n}.{field}" for n in range(1, held[1] + 1))


RUNGS = Subject(
    "negotiation.concessions.{}",
    ("让步", "Concession"),
    _rungs,
    (
        Metric(
            "given",
            "money",
            ("给出", "given"),
            lambda h: h[0].given,
            ("比率 × 基数；没有比率则取金额", "rate × base, else the amount"),
            _given,
            lambda given, *base: product(given, base[0]) if base else given,
        ),
        Metric(
            "ours",
            "money",
            ("对我方贡献的影响", "effect on our contribution"),
            lambda h: h[0].ours,
            ("换回 − 给出", "what we get − what we give"),
            (".return_value?", ".given"),
            lambda gained, given: difference(gained or Decimal(0), given),
        ),
        Metric(
            "theirs",
            "money",
            ("对客户利润的影响", "effect on the customer's profit"),
            lambda h: h[0].theirs,
            (
                "对客户的价值（不写则为给出）− 客户的付出",
                "its worth to them (else what we give) − what our demand costs them",
            ),
            (".customer_value?", ".given", ".return_cost?"),
            lambda worth, given, cost: difference(worth if worth is not None else given, cost or Decimal(0)),
        ),
        Metric(
            "ours-so-far",
            "money",
            ("累计对我方的影响", "effect on us so far"),
            lambda h: h[0].ours_so_far,
            ("到这一级为止各级之和", "sum of this rung and all above it"),
            _so_far("ours"),
            _add,
        ),
        Metric(
            "contribution",
            "money",
            ("余下的贡献", "contribution left"),
            lambda h: h[0].contribution,
            ("计划贡献 + 累计影响", "planned contribution + effect so far"),
            ("contribution.plan", ".ours-so-far"),
            _add,
        ),
    ),
)

NEGOTIATION = Subject(
    "negotiation",
    ("谈判", "Negotiation"),
    one(lambda f: f.negotiation),
    (
        Metric(
            "floor-in-money",
            "money",
            ("贡献底线", "floor of our contribution"),
            _read("floor"),
            ("底线率 × 销售额", "floor × invoiced sales"),
            (".floor", "sales.plan"),
            product,
        ),
        Metric(
            "room",
            "money",
            ("可让空间", "room"),
            _read("room"),
            ("计划贡献 − 贡献底线", "planned contribution − floor"),
            ("contribution.plan", ".floor-in-money"),
            difference,
        ),
    ),
)


def _scenario(name: str, unit: str, zh: str, en: str, read: Any) -> Metric:
    words = ("按情景改动后的计划重新计算", "worked out anew from the plan with the scenario's changes")
    return Metric(name, unit, (zh, en), read, words, (), None)


SCENARIOS = Subject(
    "scenarios.{}",
    ("情景", "Scenario"),
    lambda f, p: {(c.item.id,): c for c in (f.scenarios.columns if f.scenarios else ()) if c.item},
    (
        _scenario("sales", "money", "销售额", "sales", lambda c: c.sales.plan),
        _scenario("growth", "growth", "同比", "growth", lambda c: c.sales.growth),
        _scenario("volume", "volume", "销量", "volume", _read("volume")),
        _scenario("spend", "money", "贸易费用", "trade spend", _read("spend")),
        _scenario("contribution", "money", "我方贡献", "our contribution", _read("contribution")),
        _scenario("customer-profit", "money", "客户利润", "the customer's profit", _read("customer_profit")),
        _scenario("score", "number", "打分卡总分", "total of the scorecard", _read("score")),
        Metric(
            "against-plan",
            "money",
            ("与计划的差", "against the plan"),
            _read("against_plan"),
            ("情景销售额 − 计划销售额", "the scenario's sales − the plan's"),
            (".sales", "sales.plan"),
            difference,
        ),
    ),
)

SUBJECTS = (INVOICE, FROM_SUMS, ALLOWANCES, TERMS, NET, TIED, OF_LIST, PRICES, RUNGS, NEGOTIATION, SCENARIOS)
