"""Metrics of our business beside the market: gaps of share in money, fair share, sell-in against sell-out."""

from acbp.analysis.explaining.metric import Metric, Subject, add_up, each, one
from acbp.analysis.rates import Figure, difference, index, product, share

_FIELD = "situation.performance.categories.{0}"


def _positive_share(gap: Figure, gaps: dict[str, Figure]) -> Figure:
    if gap is None or gap <= 0:
        return None
    return share(gap, add_up({key: value for key, value in gaps.items() if value is not None and value > 0}))


_GAP = ("市场份额 − 我方份额", "market share − our share")

CATEGORIES = Subject(
    "performance.categories.{}",
    ("品类在客户的表现", "A category at the customer"),
    each(lambda f: f.performance.categories if f.performance else (), lambda c: c.id),
    (
        Metric(
            "our-sales",
            "money",
            ("我方零售额", "our retail sales"),
            lambda c: c.our_sales,
            ("客户品类零售额 × 我方份额", "the customer's sales × our share"),
            (f"{_FIELD}.customer_sales", f"{_FIELD}.our_share"),
            product,
        ),
        Metric(
            "gap",
            "points",
            ("份额差距", "gap of share"),
            lambda c: c.gap,
            _GAP,
            (f"{_FIELD}.market_share", f"{_FIELD}.our_share"),
            difference,
        ),
        Metric(
            "gap-value",
            "money",
            ("差距折合零售额", "the gap in money"),
            lambda c: c.gap_value,
            ("客户品类零售额 ×（市场份额 − 我方份额）", "the customer's sales × (market share − our share)"),
            (f"{_FIELD}.customer_sales", ".gap"),
            product,
        ),
        Metric(
            "gap-share",
            "percent",
            ("占全部差距", "share of all gaps"),
            lambda c: c.gap_share,
            ("本品类差距 ÷ 各品类正差距之和", "this gap ÷ sum of the gaps above zero"),
            (".gap-value", "performance.categories.*.gap-value"),
            _positive_share,
            0,
        ),
        Metric(
            "fair-share-index",
            "index",
            ("公平份额指数", "fair-share index"),
            lambda c: c.fair_share_index,
            ("我方份额 ÷ 市场份额 × 100", "our share ÷ market share × 100"),
            (f"{_FIELD}.our_share", f"{_FIELD}.market_share"),
            index,
        ),
    ),
    ("份额为零售额份额", "shares are of retail value"),
)


def _weighted(sales: dict[str, Figure], shares: dict[str, Figure]) -> Figure:
    return share(add_up({key: product(value, shares.get(key)) for key, value in sales.items()}), add_up(sales))


_ALL = "situation.performance.categories.*"

TOTAL = Subject(
    "performance.total",
    ("各品类合计", "All categories at the customer"),
    one(lambda f: f.performance.total if f.performance else None),
    (
        Metric(
            "our-share",
            "percent",
            ("我方份额", "our share"),
            lambda t: t.our_share,
            ("Σ 客户零售额 × 我方份额 ÷ Σ 客户零售额", "Σ the customer's sales × our share ÷ Σ the customer's sales"),
            (f"{_ALL}.customer_sales", f"{_ALL}.our_share"),
            _weighted,
        ),
        Metric(
            "market-share",
            "percent",
            ("市场份额", "market share"),
            lambda t: t.market_share,
            (
                "Σ 客户零售额 × 市场份额 ÷ Σ 客户零售额",
                "Σ the customer's sales × market share ÷ Σ the customer's sales",
            ),
            (f"{_ALL}.customer_sales", f"{_ALL}.market_share"),
            _weighted,
        ),
        Metric(
            "gap",
            "points",
            ("份额差距", "gap of share"),
            lambda t: t.gap,
            _GAP,
            (".market-share", ".our-share"),
            difference,
        ),
        Metric(
            "gap-value",
            "money",
            ("差距折合零售额", "the gap in money"),
            lambda t: t.gap_value,
            ("各品类差距之和", "sum of the categories' gaps"),
            ("performance.categories.*.gap-value",),
            add_up,
        ),
    ),
)

SELL_IN = Subject(
    "performance",
    ("出货与动销", "Sell-in against sell-out"),
    one(lambda f: f.performance),
    (
        Metric(
            "stock-build",
            "volume",
            ("出货 − 动销", "sell-in − sell-out"),
            lambda p: p.stock_build,
            ("出货量 − 终端动销量", "volume sold to the customer − volume sold to shoppers"),
            ("situation.performance.sell_in", "situation.performance.sell_out"),
            difference,
        ),
    ),
)

SUBJECTS = (CATEGORIES, TOTAL, SELL_IN)
