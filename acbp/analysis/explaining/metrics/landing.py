"""Metrics of where the year lands: the landing, the rate to go, forecasts and how good they were, recovery."""

from decimal import Decimal
from typing import Any

from acbp.analysis.explaining.metric import Metric, Subject, Words, first_known
from acbp.analysis.figures import Figures
from acbp.analysis.landing import Landing, TrackedForecast, score_forecast
from acbp.analysis.rates import Figure, difference, product, share, total
from acbp.analysis.scorecard import PERIODS
from acbp.analysis.variance import elapsed
from acbp.model import Plan
from acbp.model.periods import QUARTERS
from acbp.model.provenance import Sourced


def _sum(*figures: Figure) -> Figure:
    return total(figures)


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


def _on_record(held: TrackedForecast) -> Decimal:
    """The forecast, with the version that has it on record and the day of its commit."""
    record = held.remembered
    return Sourced(held.forecast, f"git: {record.version}", record.day) if record else held.forecast


def _since(held: Any) -> tuple[str, ...]:
    """The plan of the quarters between the forecast and the review, and of all quarters after the forecast."""
    earlier, review = held
    rest = [quarter for quarter in QUARTERS if quarter not in elapsed(earlier.period)]
    last = max(PERIODS.index(each) for each in elapsed(review.period))
    return (
        ".forecast",
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
            "forecast",
            "money",
            ("当时对全年的预测", "what it expected of the year"),
            lambda h: _on_record(h[0]),
            (
                "本期结束前最后一次提交的预测；没有留存则为计划所写",
                "as last committed before this period ended; as the plan says where nothing is on record",
            ),
            # What is on record stands in no file of the plan.
            lambda h: () if h[0].remembered else (f"reviews.{h[0].period}.forecast",),
            None,
        ),
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

SUBJECTS = (*LANDINGS, TO_GO, FORECAST, TRACKED, ACCURACY, RECOVERY)
