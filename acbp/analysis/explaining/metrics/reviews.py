"""Metrics of the reviews: actual against plan and last year, the landing, the rate to go, forecasts, recovery."""

from decimal import Decimal
from typing import Any

from acbp.analysis.explaining.metric import Inputs, Metric, Subject, Words, first_known
from acbp.analysis.figures import Figures
from acbp.analysis.landing import Landing, score_forecast
from acbp.analysis.rates import Figure, difference, growth, product, share, total
from acbp.analysis.reviews import ReviewFigures
from acbp.analysis.scorecard import PERIODS, attain
from acbp.analysis.variance import Variance, elapsed
from acbp.model import Plan
from acbp.model.periods import QUARTERS

_QUARTERLY = {"volume": "volume", "customer-margin": "customer_margin", "trade-spend": "trade_spend"}
"""Key figures of a review and the fields of the plan that they are measured against."""


def _reviews(figures: Figures, plan: Plan) -> dict[tuple[str, ...], ReviewFigures]:
    return {(review.period,): review for review in figures.reviews}


def _finest(*given: Inputs | Figure) -> Figure:
    return first_known(*(total(item.values()) if hasattr(item, "values") else item for item in given))  # type: ignore[union-attr]


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
                *(() if r.period != "year" else (f"reviews.{quarter}.sales.actual?" for quarter in QUARTERS)),
            ),
            lambda categories, stated, *quarters: _finest(categories, stated, total(quarters)),
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
            _finest,
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
                *(() if h[1] != "year" else (f"reviews.{quarter}.categories.{{1}}.actual?" for quarter in QUARTERS)),
            ),
            lambda stated, *quarters: first_known(stated, total(quarters)),
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


def _landed(method: str) -> Any:
    return lambda f, p: {(r.period,): r.landing for r in f.reviews if r.landing and r.landing.method == method}


def _landing(method: str, definition: Words, words: Words, elapsed_words: Words, elapsed_inputs: Any) -> Subject:
    return Subject(
        "reviews.{}",
        ("复盘", "Review"),
        _landed(method),
        (
            Metric(
                "elapsed",
                "percent",
                ("已过的权重", "weight elapsed"),
                lambda found: found.elapsed,
                elapsed_words,
                elapsed_inputs,
                share if elapsed_inputs else None,
            ),
            Metric(
                "landing",
                "money",
                ("全年落点", "landing of the year"),
                lambda found: found.landing,
                words,
                (".year-to-date.actual", ".elapsed"),
                share,
            ),
            Metric(
                "landing-gap",
                "money",
                ("落点与计划的差", "landing against plan"),
                _gap,
                ("落点 − 全年计划", "landing − plan of the year"),
                (".landing", "sales.plan"),
                difference,
            ),
        ),
        definition,
    )


def _gap(found: Landing) -> Figure:
    return found.gap


_LANDING = ("年初至今实际 ÷ 已过的权重", "year to date ÷ weight elapsed")

LANDINGS = (
    _landing(
        "phasing",
        ("按计划的季度节奏推算", "by the plan's phasing"),
        _LANDING,
        ("已过季度的计划 ÷ 全年计划", "plan of the quarters that are over ÷ plan of the year"),
        (".year-to-date.plan", "sales.plan"),
    ),
    _landing(
        "run-rate",
        ("没有季度计划，按平均进度推算", "by the plain run rate: no phasing is given"),
        _LANDING,
        ("已过的季度数 ÷ 4", "quarters that are over ÷ 4"),
        (),
    ),
    _landing("actual", ("全年已知", "the whole year is known"), _LANDING, ("全年为 1", "1 for the whole year"), ()),
)

TO_GO = Subject(
    "reviews.{}.to-go",
    ("后续要求", "What the rest of the year has to bring"),
    lambda f, p: {(r.period,): r.to_go for r in f.reviews if r.to_go},
    (
        Metric(
            "remaining",
            "money",
            ("剩余", "remaining"),
            lambda t: t.remaining,
            ("全年计划 − 年初至今实际", "plan of the year − year to date"),
            ("sales.plan", "reviews.{0}.year-to-date.actual"),
            difference,
        ),
        Metric(
            "quarters-left",
            "number",
            ("剩余季度数", "quarters left"),
            lambda t: Decimal(t.quarters_left),
            ("4 − 已过的季度数", "4 − quarters that are over"),
            (),
            None,
        ),
        Metric(
            "per-quarter",
            "money",
            ("每季需要", "needed a quarter"),
            lambda t: t.per_quarter,
            ("剩余 ÷ 剩余季度数", "remaining ÷ quarters left"),
            (".remaining", ".quarters-left"),
            share,
        ),
        Metric(
            "run-rate",
            "money",
            ("目前每季", "a quarter so far"),
            lambda t: t.run_rate,
            ("年初至今实际 ÷ 已过的季度数", "year to date ÷ quarters that are over"),
            ("reviews.{0}.year-to-date.actual", ".quarters-left"),
            lambda passed, left: share(passed, len(QUARTERS) - left),
        ),
        Metric(
            "stretch",
            "times",
            ("加速倍数", "stretch"),
            lambda t: t.stretch,
            ("每季需要 ÷ 目前每季", "needed a quarter ÷ a quarter so far"),
            (".per-quarter", ".run-rate"),
            share,
            2,
        ),
    ),
)

FORECAST = Subject(
    "reviews.{}",
    ("复盘", "Review"),
    lambda f, p: {(r.period,): r for r in f.reviews if r.forecast is not None},
    (
        Metric(
            "forecast-gap",
            "money",
            ("预测与计划的差", "forecast against plan"),
            lambda r: r.forecast_gap,
            ("预测 − 全年计划", "forecast − plan of the year"),
            (".forecast", "sales.plan"),
            difference,
        ),
    ),
)


def _tracked(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    return {
        (review.period, earlier.period): (earlier, review) for review in figures.reviews for earlier in review.tracked
    }


def _since(held: Any) -> tuple[str, ...]:
    """The plan of the quarters between the forecast and the review, and of all quarters after the forecast."""
    earlier, review = held
    rest = [quarter for quarter in QUARTERS if quarter not in elapsed(earlier.period)]
    last = max(PERIODS.index(each) for each in elapsed(review.period))
    return (
        f"reviews.{earlier.period}.forecast",
        f"reviews.{earlier.period}.year-to-date.actual",
        f"reviews.{review.period}.year-to-date.plan",
        f"reviews.{earlier.period}.year-to-date.plan",
        *((f"sales.quarters.{quarter}.plan") for quarter in rest if PERIODS.index(quarter) > last),
    )


def _expected(forecast: Figure, then: Figure, plan: Figure, plan_then: Figure, *later: Figure) -> Figure:
    since = difference(plan, plan_then)
    return product(difference(forecast, then), share(since, total((since, *later))))


def _accuracy(forecast: Figure, actual: Figure) -> Figure:
    found = score_forecast(forecast, actual)
    return found.accuracy if found else None


def _bias(forecast: Figure, actual: Figure) -> Figure:
    found = score_forecast(forecast, actual)
    return found.bias if found else None


TRACKED = Subject(
    "reviews.{}.forecasts.{}",
    ("以前的预测", "An earlier forecast"),
    _tracked,
    (
        Metric(
            "expected",
            "money",
            ("预测中这几个季度应有", "what it expected of the quarters since"),
            lambda h: h[0].expected,
            (
                "（预测 − 当时的年初至今）× 这几个季度占剩余计划的比例",
                "(forecast − year to date then) × share of these quarters in the plan that was left",
            ),
            _since,
            _expected,
        ),
        Metric(
            "came",
            "money",
            ("这几个季度实际", "what came in them"),
            lambda h: h[0].since.actual,
            ("年初至今 − 当时的年初至今", "year to date − year to date then"),
            lambda h: ("reviews.{0}.year-to-date.actual", f"reviews.{h[0].period}.year-to-date.actual"),
            difference,
        ),
        Metric(
            "accuracy",
            "percent",
            ("预测准确率", "forecast accuracy"),
            lambda h: h[0].since.accuracy,
            ("1 − |实际 − 预测| ÷ 实际", "1 − |actual − forecast| ÷ actual"),
            (".expected", ".came"),
            _accuracy,
        ),
        Metric(
            "bias",
            "growth",
            ("预测偏差", "forecast bias"),
            lambda h: h[0].since.bias,
            ("（预测 − 实际）÷ 实际", "(forecast − actual) ÷ actual"),
            (".expected", ".came"),
            _bias,
        ),
    ),
)

_YEAR = tuple(f"reviews.{quarter}.sales.actual?" for quarter in QUARTERS)


def _year_sales(*figures: Figure) -> Figure:
    stated, *quarters = figures
    return first_known(stated, total(quarters))


ACCURACY = Subject(
    "reviews.{}",
    ("复盘", "Review"),
    lambda f, p: {(r.period,): r.accuracy for r in f.reviews if r.accuracy},
    (
        Metric(
            "accuracy",
            "percent",
            ("全年预测准确率", "accuracy of the year's forecast"),
            lambda a: a.accuracy,
            ("1 − |实际 − 预测| ÷ 实际", "1 − |actual − forecast| ÷ actual"),
            (".forecast", "reviews.year.sales.actual?", *_YEAR),
            lambda forecast, *year: _accuracy(forecast, _year_sales(*year)),
        ),
        Metric(
            "bias",
            "growth",
            ("全年预测偏差", "bias of the year's forecast"),
            lambda a: a.bias,
            ("（预测 − 实际）÷ 实际", "(forecast − actual) ÷ actual"),
            (".forecast", "reviews.year.sales.actual?", *_YEAR),
            lambda forecast, *year: _bias(forecast, _year_sales(*year)),
        ),
    ),
)

RECOVERY = Subject(
    "reviews.{}.recovery-plan",
    ("补回计划", "Recovery"),
    lambda f, p: {(r.period,): r.recovery for r in f.reviews if r.recovery},
    (
        Metric(
            "total",
            "money",
            ("补回合计", "made up"),
            lambda found: found.total,
            ("各项补回之和", "sum of the steps"),
            ("reviews.{0}.recovery.*.value",),
            lambda steps: total(steps.values()),
        ),
        Metric(
            "rolling-target",
            "money",
            ("下季滚动目标", "rolling target of the next quarter"),
            lambda found: found.rolling_target,
            ("下季计划 + 补回合计", "plan of the next quarter + made up"),
            lambda found: (f"sales.quarters.{found.quarter}.plan", ".total"),
            _sum,
        ),
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
    *LANDINGS,
    TO_GO,
    FORECAST,
    TRACKED,
    ACCURACY,
    RECOVERY,
)
