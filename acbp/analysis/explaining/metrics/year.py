"""Metrics of the year in money and volume: sales, categories, quarters, spend, margin, price, the years before."""

from acbp.analysis.explaining.metric import (
    Inputs,
    Metric,
    Subject,
    Way,
    compared,
    each,
    first_known,
    first_of,
    one,
    sum_of,
    taken,
)
from acbp.analysis.rates import Figure, difference, growth, ratio, share, total

_HISTORY = "situation.performance.history.{last}"


def _last(field: str) -> Way:
    return ("取自历年数据", "from the past years"), (f"{_HISTORY}.{field}",), first_known


def _rate(part: str, whole: str) -> tuple[Way, Way]:
    words = ("部分 ÷ 整体", "part ÷ whole")
    return (words, (f"{part}.plan", f"{whole}.plan"), share), (words, (f"{part}.last", f"{whole}.last"), share)


_GROWTH = ("（本年 − 上年）÷ 上年", "(this year − last year) ÷ last year")

SALES = Subject(
    "sales",
    ("销售额", "Sales"),
    one(lambda f: f.sales),
    (
        *compared(
            "",
            "money",
            ("全年", "year"),
            lambda s: s.year,
            sum_of(".quarters.*.plan", zh="四个季度之和", en="sum of the four quarters"),
            (
                (
                    "各季度之和；没有则取全年数，再没有则为品类之和",
                    "sum of its quarters, else as stated, else of its categories",
                ),
                (f"{_HISTORY}.quarters.*?", f"{_HISTORY}.sales?", f"{_HISTORY}.categories.*?"),
                first_of,
            ),
        ),
        *compared(
            "share",
            "percent",
            ("我方在客户的品类份额", "our share of the customer's category sales"),
            lambda s: s.share,
            (("计划中的份额目标", "the share aimed at"), ("situation.performance.share_target",), first_known),
            _last("share"),
        ),
        *compared(
            "price",
            "price",
            ("单价（销售额 ÷ 销量）", "price (sales ÷ volume)"),
            lambda s: s.price,
            *_rate("sales", "volume"),
            decimals=2,
        ),
        Metric(
            "focus-share.plan",
            "percent",
            ("重点品类占比，计划", "share of the focus categories, plan"),
            lambda s: s.focus_share.plan,
            ("重点品类计划之和 ÷ 全年计划", "plan of the focus categories ÷ plan of the year"),
            lambda s: (".plan", *(f".categories.{item.id}.plan" for item in s.categories if item.focus)),
            lambda plan, *focus: share(total(focus), plan),
        ),
        Metric(
            "peak-share",
            "percent",
            ("两个旺季占全年", "share of the two highest quarters"),
            lambda s: s.peak_share,
            ("计划最高的两个季度之和 ÷ 全年计划", "the two highest quarters ÷ plan of the year"),
            (".quarters.*.plan", ".plan"),
            lambda quarters, plan: share(total(sorted(q or 0 for q in quarters.values())[-2:]), plan),
            0,
        ),
    ),
)

QUARTERS = Subject(
    "sales.quarters.{}",
    ("季度销售额", "Sales of a quarter"),
    each(lambda f: f.sales.quarters, lambda q: q.quarter),
    (
        Metric(
            "plan",
            "money",
            ("计划", "plan"),
            lambda q: q.plan,
            ("各品类之和；不分品类时取季度数", "sum of the categories, else as stated"),
            ("financials.categories.*.quarters.{0}?", "financials.quarters.{0}?"),
            first_of,
        ),
        taken("last", "money", ("上年", "last year"), lambda q: q.last, f"{_HISTORY}.quarters.{{0}}"),
        Metric(
            "share",
            "percent",
            ("占全年", "share of the year"),
            lambda q: q.share,
            ("季度计划 ÷ 全年计划", "plan of the quarter ÷ plan of the year"),
            (".plan", "sales.plan"),
            share,
        ),
        Metric("growth", "growth", ("同比", "growth"), lambda q: q.growth, _GROWTH, (".plan", ".last"), growth),
    ),
)

CATEGORIES = Subject(
    "sales.categories.{}",
    ("品类销售额", "Sales of a category"),
    each(lambda f: f.sales.categories, lambda c: c.id),
    (
        *compared(
            "",
            "money",
            ("", ""),
            lambda c: c.sales,
            sum_of("financials.categories.{0}.quarters.*", zh="四个季度之和", en="sum of the four quarters"),
            _last("categories.{0}"),
        ),
        *compared(
            "share",
            "percent",
            ("占比", "share of sales"),
            lambda c: c.share,
            (("品类计划 ÷ 全年计划", "category ÷ year"), (".plan", "sales.plan"), share),
            (("品类上年 ÷ 全年上年", "category ÷ year"), (".last", "sales.last"), share),
        ),
        *compared(
            "volume",
            "volume",
            ("销量", "volume"),
            lambda c: c.volume,
            (("取自计划", "as planned"), ("financials.categories.{0}.volume",), first_known),
            _last("category_volumes.{0}"),
        ),
    ),
)


def _row(name: str, zh: str, en: str, unit: str, read, plan: Way, last: Way) -> Subject:
    return Subject(name, (zh, en), one(read), compared("", unit, ("", ""), lambda row: row.year, plan, last))


ROWS = (
    _row(
        "volume",
        "销量",
        "Volume",
        "volume",
        lambda f: f.sales.volume,
        (
            ("四个季度之和；没有则为品类之和", "sum of the four quarters, else of the categories"),
            ("financials.volume.*?", "financials.categories.*.volume?"),
            first_of,
        ),
        (
            ("取自历年数据；没有则为品类之和", "from the past years, else sum of the categories"),
            (f"{_HISTORY}.volume?", f"{_HISTORY}.category_volumes.*?"),
            first_of,
        ),
    ),
    _row(
        "trade-spend",
        "贸易费用",
        "Trade spend",
        "money",
        lambda f: f.sales.trade_spend,
        sum_of("financials.trade_spend.*", zh="四个季度之和", en="sum of the four quarters"),
        _last("trade_spend"),
    ),
    Subject(
        "spend-rate",
        ("费用率", "Rate of trade spend"),
        one(lambda f: f.sales.spend_rate),
        compared("", "percent", ("", ""), lambda row: row.year, *_rate("trade-spend", "sales")),
        (
            "贸易费用 ÷ 本计划口径的销售额（净额），不是目录价销售额",
            "trade spend ÷ the plan's own sales (net), not sales at list price",
        ),
    ),
    _row(
        "customer-margin",
        "客户前台毛利",
        "The customer's front margin",
        "money",
        lambda f: f.sales.customer_margin,
        sum_of("financials.customer_margin.*", zh="四个季度之和", en="sum of the four quarters"),
        _last("customer_margin"),
    ),
)

YEARS = Subject(
    "years.{}",
    ("历年", "A past year"),
    each(lambda f: [year for year in f.sales.years if not year.planned], lambda year: year.year),
    (
        Metric(
            "sales",
            "money",
            ("销售额", "sales"),
            lambda y: y.sales,
            (
                "各季度之和；没有则取全年数，再没有则为品类之和",
                "sum of its quarters, else as stated, else of its categories",
            ),
            (
                "situation.performance.history.{0}.quarters.*?",
                "situation.performance.history.{0}.sales?",
                "situation.performance.history.{0}.categories.*?",
            ),
            first_of,
        ),
        Metric(
            "share-gap",
            "points",
            ("与市场份额的差距", "gap to the market share"),
            lambda y: y.share_gap,
            ("市场份额 − 我方份额", "market share − our share"),
            ("situation.performance.history.{0}.market_share", "situation.performance.history.{0}.share"),
            difference,
        ),
        Metric(
            "spend-rate",
            "percent",
            ("费用率", "rate of trade spend"),
            lambda y: y.spend_rate,
            ("贸易费用 ÷ 销售额", "trade spend ÷ sales"),
            ("situation.performance.history.{0}.trade_spend", ".sales"),
            share,
        ),
    ),
)


def _volume_effect(volume: Figure, before: Figure, sales: Figure) -> Figure:
    price = ratio(sales, before)
    change = difference(volume, before)
    return None if price is None or change is None else change * price


GROWTH = Subject(
    "growth",
    ("增长来源", "What the growth is made of"),
    one(lambda f: f.growth),
    (
        Metric(
            "volume",
            "money",
            ("销量", "volume"),
            lambda g: g.volume,
            ("（计划销量 − 上年销量）× 上年单价", "(planned − last volume) × last year's price"),
            ("volume.plan", "volume.last", "sales.last"),
            _volume_effect,
        ),
        Metric(
            "volume-share",
            "percent",
            ("销量占增长的比例", "volume's share of the growth"),
            lambda g: g.volume_share,
            ("销量的贡献 ÷ 增长额", "what volume brings ÷ the growth"),
            (".volume", "sales.change"),
            ratio,
            0,
        ),
        Metric(
            "mix",
            "money",
            ("品类结构", "mix"),
            lambda g: g.mix,
            (
                "Σ 品类计划销量 × 品类上年单价 − 计划销量 × 上年单价",
                "Σ category volume × its last price − volume × last price",
            ),
            (
                "sales.categories.*.volume.plan",
                "sales.categories.*.volume.last",
                "sales.categories.*.last",
                "sales.categories.*.plan",
                "volume.plan",
                "volume.last",
                "sales.last",
            ),
            lambda plan, last, sales, planned, volume, before, year: _mix_effect(
                plan, last, sales, planned, volume, ratio(year, before)
            ),
        ),
        Metric(
            "price",
            "money",
            ("价格", "price"),
            lambda g: g.price,
            ("增长额 − 销量 − 品类结构", "growth − volume − mix"),
            ("sales.change", ".volume", ".mix?"),
            lambda change, volume, mix: difference(difference(change, volume), mix or 0),
        ),
    ),
)


def _mix_effect(plan: Inputs, last: Inputs, sales: Inputs, planned: Inputs, volume: Figure, price: Figure) -> Figure:
    """At last year's prices; a new category stands at its own price of the plan."""
    at_last_prices = []
    for key, units in plan.items():
        own = ratio(sales[key], last[key])
        if own is None:
            own = ratio(planned[key], units)
        at_last_prices.append(None if units is None or own is None else units * own)
    whole = total(at_last_prices)
    return None if whole is None or volume is None or price is None else whole - volume * price


SUBJECTS = (SALES, QUARTERS, CATEGORIES, *ROWS, YEARS, GROWTH)
