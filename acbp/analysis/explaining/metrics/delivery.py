"""Metrics of what we deliver: shelf, distribution, service levels, complaints, promises, satisfaction."""

from decimal import Decimal
from typing import Any

from acbp.analysis.explaining.metric import Inputs, Metric, Subject, one
from acbp.analysis.figures import Figures
from acbp.analysis.rates import Figure, difference, index, product, share, sum_known, total
from acbp.analysis.scorecard import attain
from acbp.analysis.service import ON_SHELF
from acbp.model import Plan
from acbp.model.periods import QUARTERS

_ONE = Decimal(1)


def _read(name: str) -> Any:
    return lambda held: getattr(held, name)


def _numbered(read: Any) -> Any:
    """Items of a list without names of their own, by their number from 1."""
    return lambda figures, plan: {(str(number),): item for number, item in enumerate(read(figures), start=1)}


def _facings(when: str, zh: str, en: str) -> Metric:
    return Metric(
        when,
        "percent",
        (f"货架占比，{zh}", f"share of shelf, {en}"),
        _read(when),
        ("我方排面 ÷ 全部排面", "own facings ÷ all facings"),
        (f"space.shelves.{{0}}.{when}.own", f"space.shelves.{{0}}.{when}.all"),
        share,
    )


SHELVES = Subject(
    "space.shelves.{}",
    ("货架", "Shelf"),
    _numbered(lambda f: f.space.shelves if f.space else ()),
    (
        _facings("last", "上年", "last year"),
        _facings("now", "现状", "now"),
        _facings("target", "目标", "target"),
        Metric(
            "to-go",
            "points",
            ("距目标", "to go"),
            _read("to_go"),
            ("目标 − 现状", "target − now"),
            (".target", ".now"),
            difference,
        ),
        Metric(
            "fair-share-index",
            "index",
            ("公平份额指数", "fair-share index"),
            _read("fair_share_index"),
            ("货架占比 ÷ 销售占比 × 100", "share of shelf ÷ share of sales × 100"),
            lambda held: (".now", *_sales_share(held)),
            index,
        ),
    ),
    ("低于 100：货架少于销售应得", "below 100: less shelf than we sell"),
)


def _sales_share(held: Any) -> tuple[str, ...]:
    item = held.item
    if item.sales_share is not None or item.segment:
        return ("space.shelves.{0}.sales_share",)
    return (f"situation.performance.categories.{item.category}.our_share",)


def _distribution(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    return {(str(n),): reach for n, reach in enumerate(figures.space.distribution if figures.space else (), start=1)}


DISTRIBUTION = Subject(
    "space.distribution.{}",
    ("铺货", "Distribution"),
    _distribution,
    (
        *(
            Metric(
                f"numeric.{when}",
                "percent",
                (f"数值铺货率，{zh}", f"numeric distribution, {en}"),
                _read(when),
                ("在售门店 ÷ 应覆盖门店", "stores that handle it ÷ stores"),
                (f"space.distribution.{{0}}.{when}", "space.distribution.{0}.stores"),
                share,
            )
            for when, zh, en in (("last", "上年", "last year"), ("now", "现状", "now"), ("target", "目标", "target"))
        ),
        Metric(
            "weighted",
            "percent",
            ("加权铺货率", "weighted distribution"),
            _read("weighted"),
            ("在售门店的品类零售额 ÷ 全部门店的品类零售额", "category sales of the handlers ÷ category sales of all"),
            ("space.distribution.{0}.handler_sales", "space.distribution.{0}.category_sales"),
            share,
        ),
    ),
    ("铺货率不能跨单品或跨时间相加", "distribution does not add up over SKUs or time"),
)


def _levels(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    return {(level.item.measure,): level for level in (figures.service.levels if figures.service else ())}


def _counted(met: Figure, due: Figure) -> Figure:
    found = share(met, due)
    return None if found is None else min(found, _ONE)


def _attained(now: Figure, target: Figure) -> Figure:
    return attain(now, target, "higher", cap=_ONE)


LEVELS = Subject(
    "service.levels.{}",
    ("服务水平", "Service level"),
    _levels,
    (
        Metric(
            "now",
            "percent",
            ("现状", "now"),
            _read("now"),
            ("达到要求 ÷ 应达到，超出订单的不计", "met ÷ due; what is beyond the order does not count"),
            ("service.levels.{0}.now.met", "service.levels.{0}.now.due"),
            _counted,
        ),
        Metric(
            "attainment",
            "percent",
            ("达成率", "attainment"),
            _read("attainment"),
            ("现状 ÷ 约定，最高 100%", "now ÷ agreed, at most 100%"),
            (".now", ".target"),
            _attained,
        ),
    ),
    (
        "OTIF：窗口内收到箱数 ÷ 订购箱数；足量：送达 ÷ 订购；在架：有货小时 ÷ 营业小时，或在架单品 ÷ 应在架单品",
        "OTIF: cases received in the window ÷ ordered; fill: delivered ÷ ordered; on shelf: hours available ÷ hours "
        "open, or SKUs present ÷ due",
    ),
)


def _standards(direction: str) -> Any:
    def items(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
        held = figures.service.standards if figures.service else ()
        return {(str(n),): each for n, each in enumerate(held, start=1) if each.item.direction == direction}

    return items


def _standard(direction: Any, zh: str, en: str) -> Subject:
    def work(now: Figure, target: Figure) -> Figure:
        return attain(now, target, direction, cap=_ONE)

    return Subject(
        "service.standards.{}",
        ("服务承诺", "Standard of service"),
        _standards(direction),
        (
            Metric(
                "attainment",
                "percent",
                ("达成率", "attainment"),
                _read("attainment"),
                (zh, en),
                (".now", ".target"),
                work,
            ),
        ),
    )


def _index(held: Any) -> tuple[str, ...]:
    levels = [f"service.levels.{each.item.measure}" for each in held.levels if each.item.weight is not None]
    standards = [f"service.standards.{n}" for n, each in enumerate(held.standards, 1) if each.item.weight is not None]
    return tuple(f"{name}.{field}?" for name in (*levels, *standards) for field in ("weight", "attainment"))


def _weighted(*pairs: Figure) -> Figure:
    known = [(weight, reached) for weight, reached in zip(pairs[::2], pairs[1::2], strict=True) if reached is not None]
    return index(
        sum_known(product(weight, reached) for weight, reached in known), sum_known(weight for weight, _ in known)
    )


def _on_shelf(held: Any) -> tuple[str, ...]:
    return tuple(f"service.levels.{each.item.measure}.now" for each in held.levels if each.item.measure in ON_SHELF)[:1]


SERVICE = Subject(
    "service",
    ("服务", "Service"),
    one(lambda f: f.service),
    (
        Metric(
            "index",
            "index",
            ("服务指数", "service index"),
            _read("index"),
            ("Σ 权重 × 达成率 ÷ Σ 已测量项的权重 × 100", "Σ weight × attainment ÷ Σ weight of what was measured × 100"),
            _index,
            _weighted,
            1,
        ),
        Metric(
            "out-of-stock",
            "percent",
            ("缺货率", "out of stock"),
            _read("out_of_stock"),
            ("1 − 在架率", "1 − on-shelf availability"),
            _on_shelf,
            lambda *shelf: difference(_ONE, shelf[0]) if shelf else None,
        ),
    ),
)


def _count(name: str, title: tuple[str, str], words: tuple[str, str], read: Any) -> Metric:
    return Metric(name, "number", title, lambda held: Decimal(read(held)), words, (), None)


ISSUES = Subject(
    "issue-counts",
    ("投诉与问题", "Complaints and problems"),
    one(lambda f: f.issues),
    (
        _count(
            "received",
            ("收到", "received"),
            ("到报告日为止提出的件数", "raised by the day of the report"),
            _read("received"),
        ),
        _count("open", ("未关闭", "open"), ("未关闭的件数", "not closed by that day"), _read("open")),
        _count(
            "bound",
            ("有时限的", "with a limit"),
            ("其严重程度约定了时限的件数", "those whose severity has a limit"),
            lambda held: sum(state.limit is not None for state in held.items),
        ),
        _count(
            "in-time",
            ("按时关闭", "closed in time"),
            ("在时限内关闭的件数", "those closed within their limit"),
            lambda held: sum(state.in_time is True for state in held.items),
        ),
        Metric(
            "closed-in-time",
            "percent",
            ("按时关闭率", "share closed in time"),
            _read("closed_in_time"),
            ("时限内关闭 ÷ 收到（有时限的）", "closed within the limit ÷ received, of those with a limit"),
            (".in-time", ".bound"),
            share,
            0,
        ),
        Metric(
            "median-days",
            "days",
            ("关闭天数中位数", "median days to close"),
            _read("median_days"),
            ("已关闭各件所用天数的中位数", "median of the days that the closed ones took"),
            (),
            None,
        ),
    ),
    ("按报告日期判断", "as of the day of the report"),
)


def _tallies(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    promises = figures.promises
    if promises is None:
        return {}
    return {("both",): promises.both.whole} | {(side,): held.whole for side, held in promises.sides.items()}


def _quarterly(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    sides = {"both": figures.promises.both, **figures.promises.sides} if figures.promises else {}
    return {(side, quarter): held.quarters[quarter] for side, held in sides.items() for quarter in QUARTERS}


_TALLY = (
    _count("due", ("到期", "due"), ("到报告日已到期的承诺数", "promises whose date has passed"), _read("due")),
    _count(
        "kept", ("按期兑现", "kept by their date"), ("按期兑现的承诺数", "of them kept by their date"), _read("kept")
    ),
    Metric(
        "rate",
        "percent",
        ("兑现率", "promises kept"),
        _read("rate"),
        ("按期兑现 ÷ 到期", "kept by their date ÷ due"),
        (".kept", ".due"),
        share,
        0,
    ),
)
PROMISES = (
    Subject("promises.{}", ("承诺", "Promises"), _tallies, _TALLY),
    Subject("promises.{}.{}", ("季度承诺", "Promises of a quarter"), _quarterly, _TALLY),
)


def _mean(values: Inputs) -> Figure:
    whole = total(values.values())
    return None if whole is None else whole / len(values)


_SURVEY = "situation.satisfaction.*"

SATISFACTION = Subject(
    "satisfaction",
    ("客户满意度", "Satisfaction"),
    one(lambda f: f.satisfaction),
    tuple(
        Metric(name, unit, title, _read(name.replace("-", "_")), words, (f"{_SURVEY}.{field}",), _mean, decimals)
        for name, unit, field, title, words, decimals in (
            ("mean", "number", "score", ("平均分", "mean"), ("各项平均分的平均", "mean of the questions' scores"), 1),
            (
                "previous",
                "number",
                "previous",
                ("上次平均分", "mean before"),
                ("各项上次平均分的平均", "mean of the scores before"),
                1,
            ),
            (
                "top-box",
                "percent",
                "top_box",
                ("满分占比", "share of top scores"),
                ("各项打 5 分比例的平均", "mean of the shares of 5 of 5"),
                0,
            ),
        )
    ),
    ("1 至 5 分", "on the scale 1 to 5"),
)

SUBJECTS = (
    SHELVES,
    DISTRIBUTION,
    LEVELS,
    _standard("higher", "现状 ÷ 约定，最高 100%", "now ÷ agreed, at most 100%"),
    _standard("lower", "约定 ÷ 现状，最高 100%", "agreed ÷ now, at most 100%"),
    SERVICE,
    ISSUES,
    *PROMISES,
    SATISFACTION,
)
