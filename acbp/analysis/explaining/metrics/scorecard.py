"""Metrics of the scorecard at each review: attainment of every kind of KPI, scores, groups and the total."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from acbp.analysis.explaining.metric import Metric, Subject, Words, taken
from acbp.analysis.figures import Figures
from acbp.analysis.rates import Figure, index, product, share, sum_known
from acbp.analysis.scorecard import GroupScore, KpiScore, ScorecardFigures, attain
from acbp.model import Plan
from acbp.model.units import PERCENT

_ACTUAL = ".actual"
_CAP = "scorecard.cap"
_KPI = "scorecard.kpis.{1}"

Held = tuple[KpiScore, str]
"""A KPI at a review, and the review's period."""


def _unit(held: Any) -> str:
    kpi = held[0] if isinstance(held, tuple) else held
    return "percent" if kpi.item.unit == PERCENT else kpi.item.unit or "number"


def _kind(kpi: KpiScore) -> str:
    return "checklist" if kpi.item.checks else "ladder" if kpi.item.levels else kpi.item.direction


def _kpis(*kinds: str) -> Any:
    def items(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Held]:
        return {
            (review.period, kpi.item.id): (kpi, review.period)
            for review in figures.reviews
            if review.scorecard
            for kpi in review.scorecard.kpis
            if _kind(kpi) in kinds
        }

    return items


def _attainment(words: Words, inputs: tuple[str, ...], work: Callable[..., Figure]) -> Metric:
    return Metric("attainment", "percent", ("达成率", "attainment"), lambda h: h[0].attainment, words, inputs, work)


def _higher(actual: Figure, target: Figure, cap: Figure) -> Figure:
    return attain(actual, target, "higher", cap=cap)


def _lower(actual: Figure, target: Figure, cap: Figure) -> Figure:
    return attain(actual, target, "lower", cap=cap)


def _band(actual: Figure, low: Figure, high: Figure, cap: Figure) -> Figure:
    return attain(actual, None, "band", low, high, cap)


_TITLE = ("指标", "KPI")
_PATTERN = "reviews.{}.kpis.{}"


def _top(name: str, title: Words, words: Words) -> Metric:
    def read(held: Held) -> Figure:
        return None if held[0].item.top is None else Decimal(held[0].item.top)

    return Metric(name, "number", title, read, words, (), None)


MEASURED = Subject(
    _PATTERN,
    _TITLE,
    _kpis("higher", "lower", "band", "ladder"),
    (taken("actual", _unit, ("实际", "actual"), lambda h: h[0].actual, "reviews.{0}.actuals.kpis.{1}"),),
)
COUNTED = Subject(
    _PATTERN,
    _TITLE,
    _kpis("checklist"),
    (
        Metric(
            "actual",
            "number",
            ("做到的项数", "items met"),
            lambda h: h[0].actual,
            ("复盘中记为做到的项目数", "number of items that the review names as met"),
            (),
            None,
        ),
    ),
)
TARGETS = Subject(
    _PATTERN,
    _TITLE,
    _kpis("higher", "lower"),
    (
        Metric(
            "target",
            _unit,
            ("本期目标", "target of the period"),
            lambda h: h[0].target,
            ("季度目标；全年复盘取全年目标", "the quarter's; the year's at the year's review"),
            lambda h: (f"{_KPI}.target",) if h[1] == "year" else (f"{_KPI}.quarters.{h[1]}",),
            lambda target: target,
        ),
    ),
)
HIGHER = Subject(
    _PATTERN,
    _TITLE,
    _kpis("higher"),
    (
        _attainment(
            ("实际 ÷ 目标，不低于 0，不超过上限", "actual ÷ target, 0 to the cap"), (_ACTUAL, ".target", _CAP), _higher
        ),
    ),
    ("越高越好", "higher is better"),
)
LOWER = Subject(
    _PATTERN,
    _TITLE,
    _kpis("lower"),
    (
        _attainment(
            ("目标 ÷ 实际，不低于 0，不超过上限", "target ÷ actual, 0 to the cap"), (_ACTUAL, ".target", _CAP), _lower
        ),
    ),
    ("越低越好", "lower is better"),
)
BAND = Subject(
    _PATTERN,
    _TITLE,
    _kpis("band"),
    (
        _attainment(
            (
                "区间内为 1；区间外为 1 − 到最近边界的距离 ÷ 该边界",
                "1 inside the band, else 1 − distance to its edge ÷ that edge",
            ),
            (_ACTUAL, f"{_KPI}.low?", f"{_KPI}.high?", _CAP),
            _band,
        ),
    ),
    ("落在区间内为好", "within the band is good"),
)


def _share_of_top(actual: Figure, top: Figure) -> Figure:
    return attain(actual, top, "higher", cap=Decimal(1))


LADDER = Subject(
    _PATTERN,
    ("成熟度阶梯", "Maturity ladder"),
    _kpis("ladder"),
    (
        _top("levels", ("最高级", "top level"), ("阶梯的级数", "number of levels")),
        _attainment(("达到的级别 ÷ 最高级", "level reached ÷ top level"), (_ACTUAL, ".levels"), _share_of_top),
    ),
)
CHECKLIST = Subject(
    _PATTERN,
    ("清单", "Checklist"),
    _kpis("checklist"),
    (
        _top("items", ("全部项数", "items"), ("清单的项数", "number of items")),
        _attainment(("做到的项数 ÷ 全部项数", "items met ÷ items"), (_ACTUAL, ".items"), _share_of_top),
    ),
)


def _points(weight: Figure, attainment: Figure) -> Figure:
    points = product(weight, attainment)
    return None if points is None else points.quantize(Decimal("0.1"), ROUND_HALF_UP)


SCORES = Subject(
    _PATTERN,
    _TITLE,
    _kpis("higher", "lower", "band", "ladder", "checklist"),
    (
        Metric(
            "score",
            "number",
            ("得分", "score"),
            lambda h: h[0].score,
            ("权重 × 达成率，保留一位小数", "weight × attainment, to one decimal"),
            (f"{_KPI}.weight", ".attainment"),
            _points,
            1,
        ),
    ),
)


def _groups(figures: Figures, plan: Plan) -> dict[tuple[str, ...], tuple[GroupScore, str]]:
    return {
        (review.period, group.group.id): (group, review.period)
        for review in figures.reviews
        if review.scorecard
        for group in review.scorecard.groups
        if group.group
    }


def _members(field: str, only_measured: bool = False) -> Any:
    def inputs(held: tuple[GroupScore, str]) -> tuple[str, ...]:
        group, period = held
        kpis = [kpi for kpi in group.kpis if kpi.attainment is not None or not only_measured]
        return tuple(_of_kpi(kpi, period, field) for kpi in kpis)

    return inputs


def _of_kpi(kpi: KpiScore, period: str, field: str) -> str:
    return (
        f"scorecard.kpis.{kpi.item.id}.{field}" if field == "weight" else f"reviews.{period}.kpis.{kpi.item.id}.{field}"
    )


GROUPS = Subject(
    "reviews.{}.groups.{}",
    ("指标组", "Group of KPIs"),
    _groups,
    (
        Metric(
            "score",
            "number",
            ("得分", "score"),
            lambda h: h[0].score,
            ("各指标得分之和", "sum of the KPIs' scores"),
            _members("score", True),
            lambda *scores: sum_known(scores),
            1,
        ),
        Metric(
            "weight",
            "number",
            ("有实际值的指标权重", "weight of the KPIs that have an actual"),
            lambda h: sum_known(kpi.item.weight for kpi in h[0].kpis if kpi.attainment is not None),
            ("各指标权重之和", "sum of their weights"),
            _members("weight", True),
            lambda *weights: sum_known(weights),
        ),
        Metric(
            "attainment",
            "percent",
            ("达成率", "attainment"),
            lambda h: h[0].attainment,
            ("得分 ÷ 有实际值的指标权重", "score ÷ weight of the KPIs that have an actual"),
            (".score", ".weight"),
            share,
        ),
    ),
)


def _cards(figures: Figures, plan: Plan) -> dict[tuple[str, ...], tuple[ScorecardFigures, str]]:
    return {(review.period,): (review.scorecard, review.period) for review in figures.reviews if review.scorecard}


def _all(field: str, measured: bool) -> Any:
    def inputs(held: tuple[ScorecardFigures, str]) -> tuple[str, ...]:
        card, period = held
        return tuple(_of_kpi(kpi, period, field) for kpi in card.kpis if (kpi.attainment is not None) == measured)

    return inputs


def _sum(*figures: Figure) -> Figure:
    return sum_known(figures)


CARDS = Subject(
    "reviews.{}.scorecard",
    ("打分卡", "Scorecard"),
    _cards,
    (
        Metric(
            "score",
            "number",
            ("得分之和", "sum of the scores"),
            lambda h: sum_known(kpi.score for kpi in h[0].kpis),
            ("各指标得分之和", "sum of the KPIs' scores"),
            _all("score", True),
            _sum,
            1,
        ),
        Metric(
            "weight",
            "number",
            ("有实际值的权重", "weight of the KPIs that have an actual"),
            lambda h: sum_known(kpi.item.weight for kpi in h[0].kpis if kpi.attainment is not None),
            ("各指标权重之和", "sum of their weights"),
            _all("weight", True),
            _sum,
        ),
        Metric(
            "total",
            "number",
            ("总分", "total"),
            lambda h: h[0].total,
            (
                "Σ 权重 × 达成率 ÷ Σ 有实际值的指标权重 × 100",
                "Σ weight × attainment ÷ Σ weight of the KPIs that have an actual × 100",
            ),
            (".score", ".weight"),
            index,
            1,
        ),
        Metric(
            "missing-weight",
            "percent",
            ("缺实际值的权重", "share of the weight that is missing"),
            lambda h: h[0].missing_weight,
            ("缺实际值的指标权重 ÷ 全部权重", "weight of the KPIs without an actual ÷ all weight"),
            lambda h: (".weight?", *_all("weight", False)(h)),
            lambda known, *lacking: share(sum_known(lacking) or Decimal(0), sum_known((known, *lacking))),
            0,
        ),
    ),
)


def _latest(figures: Figures, plan: Plan) -> dict[tuple[str, ...], ScorecardFigures]:
    return {(): figures.scorecard} if figures.scorecard and figures.scorecard.period else {}


def _latest_kpis(figures: Figures, plan: Plan) -> dict[tuple[str, ...], KpiScore]:
    return {(kpi.item.id,): kpi for card in _latest(figures, plan).values() for kpi in card.kpis}


_NOW = ("以最近一次复盘为准", "at the latest review")

NOW = (
    Subject(
        "scorecard",
        ("打分卡", "Scorecard"),
        _latest,
        (
            taken("total", "number", ("总分", "total"), lambda c: c.total, "reviews.{period}.scorecard.total", 1),
            taken(
                "missing-weight",
                "percent",
                ("缺实际值的权重", "share of the weight that is missing"),
                lambda c: c.missing_weight,
                "reviews.{period}.scorecard.missing-weight",
                0,
            ),
        ),
        _NOW,
    ),
    Subject(
        "scorecard.kpis.{}",
        _TITLE,
        _latest_kpis,
        (
            taken("actual", _unit, ("实际", "actual"), lambda k: k.actual, "reviews.{period}.kpis.{0}.actual"),
            taken(
                "attainment",
                "percent",
                ("达成率", "attainment"),
                lambda k: k.attainment,
                "reviews.{period}.kpis.{0}.attainment",
            ),
            taken("score", "number", ("得分", "score"), lambda k: k.score, "reviews.{period}.kpis.{0}.score", 1),
        ),
        _NOW,
    ),
)

SUBJECTS = (MEASURED, COUNTED, TARGETS, HIGHER, LOWER, BAND, LADDER, CHECKLIST, SCORES, GROUPS, CARDS, *NOW)
