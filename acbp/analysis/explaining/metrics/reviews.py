"""Metrics of the reviews: actual against plan and last year, by category, by key figure, and for the year to date."""

from typing import Any

from acbp.analysis.explaining.metric import Metric, Subject, first_known, first_of
from acbp.analysis.figures import Figures
from acbp.analysis.rates import Figure, difference, growth, share, total
from acbp.analysis.reviews import ReviewFigures
from acbp.analysis.scorecard import attain
from acbp.analysis.variance import Variance, elapsed
from acbp.model import Plan

_QUARTERLY = {"volume": "volume", "customer-margin": "customer_margin", "trade-spend": "trade_spend"}
"""Key figures of a review and the fields of the plan that they are measured against."""


def _reviews(figures: Figures, plan: Plan) -> dict[tuple[str, ...], ReviewFigures]:
    return {(review.period,): review for review in figures.reviews}


def _higher(actual: Figure, plan: Figure) -> Figure:
    return attain(actual, plan, "higher")


def _lower(actual: Figure, plan: Figure) -> Figure:
    return attain(actual, plan, "lower")


def _beside(read: Any, *, lower: bool = False) -> tuple[Metric, ...]:
    """Variance, attainment and growth of an actual that stands beside its plan."""
    words = (
        ("计划 ÷ 实际（越低越好）", "plan ÷ actual (lower is better)") if lower else ("实际 ÷ 计划", "actual ÷ plan")
    )
    return (
        Metric(
            "attainment",
            "percent",
            ("达成率", "attainment"),
            lambda item: read(item).attainment,
            words,
            (".actual", ".plan"),
            _lower if lower else _higher,
        ),
    )


def _variance(unit: str, read: Any) -> Metric:
    return Metric(
        "variance",
        unit,
        ("差异", "variance"),
        lambda item: read(item).variance,
        ("实际 − 计划", "actual − plan"),
        (".actual", ".plan"),
        difference,
    )


def _growth(read: Any) -> Metric:
    return Metric(
        "growth",
        "growth",
        ("同比", "growth"),
        lambda item: read(item).growth,
        ("（实际 − 上年同期）÷ 上年同期", "(actual − the same period last year) ÷ the same period last year"),
        (".actual", ".last"),
        growth,
    )


def _sales(review: ReviewFigures) -> Variance:
    return review.sales


def _planned(name: str = "sales") -> Any:
    def inputs(review: ReviewFigures) -> tuple[str, ...]:
        return ("sales.plan",) if review.period == "year" else (f"sales.quarters.{review.period}.plan",)

    return inputs


SALES = Subject(
    "reviews.{}.sales",
    ("复盘销售额", "Sales of a review"),
    _reviews,
    (
        Metric(
            "plan",
            "money",
            ("计划", "plan"),
            lambda r: r.sales.plan,
            ("该期间的计划", "plan of the period"),
            _planned(),
            first_known,
        ),
        Metric(
            "actual",
            "money",
            ("实际", "actual"),
            lambda r: r.sales.actual,
            (
                "各品类实际之和；没有则取实际销售额，全年再没有则为四个季度之和",
                "sum of the categories, else as stated; of a year, else of its quarters",
            ),
            lambda r: (
                "reviews.{0}.actuals.categories.*?",
                "reviews.{0}.actuals.sales?",
                *(("reviews.Q*.sales.actual?",) if r.period == "year" else ()),
            ),
            first_of,
        ),
        Metric(
            "last",
            "money",
            ("上年同期", "the same period last year"),
            lambda r: r.sales.last,
            (
                "取自历年数据；没有则为复盘中上年同期品类之和",
                "from the past years, else sum of last year's categories in the review",
            ),
            lambda r: (
                "sales.last?" if r.period == "year" else "sales.quarters.{0}.last?",
                "reviews.{0}.actuals.last_year_categories.*?",
            ),
            first_of,
        ),
        _variance("money", _sales),
        *_beside(_sales),
        _growth(_sales),
    ),
)


def _categories(figures: Figures, plan: Plan) -> dict[tuple[str, ...], tuple[Variance, str]]:
    return {(r.period, item.id): (item, r.period) for r in figures.reviews for item in r.categories}


def _row(held: Any) -> Variance:
    return held[0]


CATEGORIES = Subject(
    "reviews.{}.categories.{}",
    ("品类复盘", "A category at a review"),
    _categories,
    (
        Metric(
            "plan",
            "money",
            ("计划", "plan"),
            lambda h: h[0].plan,
            ("该品类该期间的计划", "plan of the category in the period"),
            lambda h: (
                "sales.categories.{1}.plan" if h[1] == "year" else f"financials.categories.{{1}}.quarters.{h[1]}",
            ),
            first_known,
        ),
        Metric(
            "actual",
            "money",
            ("实际", "actual"),
            lambda h: h[0].actual,
            ("取自复盘；全年没有则为四个季度之和", "from the review; of a year, else sum of its quarters"),
            lambda h: (
                "reviews.{0}.actuals.categories.{1}",
                *(("reviews.Q*.categories.{1}.actual?",) if h[1] == "year" else ()),
            ),
            first_of,
        ),
        _variance("money", _row),
        *_beside(_row),
    ),
)


def _figure_items(*ids: str) -> Any:
    def items(figures: Figures, plan: Plan) -> dict[tuple[str, ...], tuple[Variance, str]]:
        return {(r.period, row.id): (row, r.period) for r in figures.reviews for row in r.figures if row.id in ids}

    return items


def _of_figure(held: tuple[Variance, str]) -> tuple[str, ...]:
    row, period = held
    field = _QUARTERLY[row.id]
    return (f"{row.id}.plan",) if period == "year" else (f"financials.{field}.{period}",)


def _figure(id: str, zh: str, en: str, unit: str) -> Subject:
    return Subject(
        "reviews.{}.{}",
        (zh, en),
        _figure_items(id),
        (
            Metric(
                "plan",
                unit,
                ("计划", "plan"),
                lambda h: h[0].plan,
                ("该期间的计划", "plan of the period"),
                _of_figure,
                first_known,
            ),
            Metric(
                "actual",
                unit,
                ("实际", "actual"),
                lambda h: h[0].actual,
                ("取自复盘", "from the review"),
                (f"reviews.{{0}}.actuals.{_QUARTERLY[id]}",),
                first_known,
            ),
            _variance(unit, _row),
            *_beside(_row),
        ),
    )


RATES = Subject(
    "reviews.{}.{}",
    ("费用率", "Rate of trade spend"),
    _figure_items("spend-rate"),
    (
        Metric(
            "plan",
            "percent",
            ("计划", "plan"),
            lambda h: h[0].plan,
            ("贸易费用计划 ÷ 销售额计划", "planned trade spend ÷ planned sales"),
            ("reviews.{0}.trade-spend.plan", "reviews.{0}.sales.plan"),
            share,
        ),
        Metric(
            "actual",
            "percent",
            ("实际", "actual"),
            lambda h: h[0].actual,
            ("实际贸易费用 ÷ 实际销售额", "trade spend ÷ sales, both actual"),
            ("reviews.{0}.actuals.trade_spend", "reviews.{0}.sales.actual"),
            share,
        ),
        _variance("points", _row),
        *_beside(_row, lower=True),
    ),
    ("占本计划口径的销售额（净额）", "of the plan's own sales (net)"),
)


def _to_date(review: ReviewFigures) -> Variance:
    return review.year_to_date


def _passed(field: str) -> Any:
    def inputs(review: ReviewFigures) -> tuple[str, ...]:
        if review.period == "year":
            return (f"reviews.year.sales.{field}",)
        name = "reviews.{}.sales.actual" if field == "actual" else f"sales.quarters.{{}}.{field}"
        return tuple(name.format(quarter) for quarter in elapsed(review.period))

    return inputs


def _sum(*figures: Figure) -> Figure:
    return total(figures)


def _cumulated(field: str, zh: str, en: str) -> Metric:
    words = ("已过各季度之和", "sum of the quarters that are over")
    return Metric(field, "money", (zh, en), lambda r: getattr(r.year_to_date, field), words, _passed(field), _sum)


YEAR_TO_DATE = Subject(
    "reviews.{}.year-to-date",
    ("年初至今", "Year to date"),
    _reviews,
    (
        _cumulated("plan", "计划", "plan"),
        _cumulated("actual", "实际", "actual"),
        _cumulated("last", "上年同期", "the same period last year"),
        _variance("money", _to_date),
        *_beside(_to_date),
        _growth(_to_date),
    ),
)


SUBJECTS = (
    SALES,
    CATEGORIES,
    _figure("volume", "复盘销量", "Volume of a review", "volume"),
    _figure("customer-margin", "复盘客户毛利", "The customer's margin of a review", "money"),
    _figure("trade-spend", "复盘贸易费用", "Trade spend of a review", "money"),
    RATES,
    YEAR_TO_DATE,
)
