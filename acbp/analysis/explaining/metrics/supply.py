"""Metrics of what is tied up between us: the customer's stock of our goods, and what the customer owes us."""

from decimal import Decimal
from typing import Any

from acbp.analysis.explaining.metric import Inputs, Metric, Subject, Words, add_up, first_of, one
from acbp.analysis.figures import Figures
from acbp.analysis.rates import Figure, difference, product, ratio, share, total
from acbp.analysis.stock import StockFigures
from acbp.model import Plan

_YEAR, _WEEK = Decimal(365), Decimal(7)
_STOCK = "situation.stock"
_LINE = f"{_STOCK}.lines.{{0}}"
_DAYS = f"{_STOCK}.days"


def _read(name: str) -> Any:
    return lambda held: getattr(held, name)


def _mean(average: Figure, opening: Figure, closing: Figure) -> Figure:
    ends = total((opening, closing))
    return average if average is not None else None if ends is None else ends / 2


def _a_week(given: Figure, sold: Figure, days: Figure) -> Figure:
    return given if given is not None else product(ratio(sold, days), _WEEK)


def _figures(at: str) -> tuple[Metric, ...]:
    """What is worked out of one line of stock, or of all; ``at`` is the line, or a star for all lines."""
    field = f"{_STOCK}.lines.{at}"

    def metric(
        name: str,
        unit: str,
        title: Words,
        words: Words,
        inputs: tuple[str, ...],
        work: Any,
        decimals: int | None = None,
    ) -> Metric:
        return Metric(name, unit, title, _read(name.replace("-", "_")), words, inputs, work, decimals)

    return (
        metric(
            "weeks",
            "weeks",
            ("库存周数", "weeks on hand"),
            ("期末库存 ÷ 周均销售", "closing stock ÷ average weekly sales"),
            (f"{field}.closing", ".weekly-sales"),
            _share,
            1,
        ),
        metric(
            "days",
            "days",
            ("库存天数", "days of cover"),
            ("库存周数 × 7", "weeks on hand × 7"),
            (".weeks",),
            lambda weeks: product(weeks, _WEEK),
            0,
        ),
        metric(
            "turn",
            "times",
            ("库存周转", "stock turn"),
            ("已售成本 ÷ 平均库存 × 365 ÷ 本期天数", "goods sold ÷ average stock × 365 ÷ days of the period"),
            (f"{field}.sold", ".average", _DAYS),
            _a_year,
            1,
        ),
        metric(
            "margin-rate",
            "percent",
            ("毛利率", "margin rate"),
            ("（零售额 − 已售成本）÷ 零售额", "(sales − goods sold) ÷ sales"),
            (f"{field}.sales", f"{field}.sold"),
            lambda sales, sold: share(difference(add_up(sales), add_up(sold)), add_up(sales)),
        ),
        metric(
            "sales-to-stock",
            "times",
            ("销售库存比", "sales to stock"),
            ("零售额 ÷ 平均库存 × 365 ÷ 本期天数", "sales ÷ average stock × 365 ÷ days of the period"),
            (f"{field}.sales", ".average", _DAYS),
            _a_year,
            1,
        ),
        metric(
            "gmroi",
            "number",
            ("毛利投资回报 GMROI", "GMROI"),
            (
                "毛利率 × 销售库存比，即全年毛利 ÷ 平均库存成本",
                "margin rate × sales to stock, that is gross margin a year ÷ average stock at cost",
            ),
            (".margin-rate", ".sales-to-stock"),
            product,
            2,
        ),
        metric(
            "slow-share",
            "percent",
            ("滞销占比", "share that does not sell"),
            ("四周未动销 ÷ 期末库存", "not sold for four weeks ÷ closing stock"),
            (f"{field}.slow", f"{field}.closing"),
            _share,
        ),
    )


def _share(part: Inputs | Figure, whole: Inputs | Figure) -> Figure:
    return share(add_up(part), add_up(whole))


def _a_year(part: Inputs | Figure, average: Figure, days: Figure) -> Figure:
    return product(ratio(share(add_up(part), average), days), _YEAR)


def _lines(figures: Figures, plan: Plan) -> dict[tuple[str, ...], StockFigures]:
    given = plan.situation.stock.lines if plan.situation and plan.situation.stock else ()
    held = figures.stock.lines if figures.stock else ()
    return {(line.id,): found for line, found in zip(given, held, strict=True)}


_AVERAGE, _WEEKLY = ("平均库存", "average stock"), ("周均销售", "average weekly sales")

LINES = Subject(
    "stock.lines.{}",
    ("客户库存", "The customer's stock"),
    _lines,
    (
        Metric(
            "average",
            "money",
            _AVERAGE,
            _read("average"),
            ("取自计划；没有则为期初与期末的平均", "as stated, else the mean of opening and closing"),
            (f"{_LINE}.average?", f"{_LINE}.opening?", f"{_LINE}.closing?"),
            _mean,
        ),
        Metric(
            "weekly-sales",
            "money",
            _WEEKLY,
            _read("weekly_sales"),
            ("取自计划；没有则为已售成本 ÷ 本期天数 × 7", "as stated, else goods sold ÷ days of the period × 7"),
            (f"{_LINE}.weekly_sales?", f"{_LINE}.sold?", f"{_DAYS}?"),
            _a_week,
        ),
        *_figures("{0}"),
    ),
)
TOTAL = Subject(
    "stock.total",
    ("客户库存合计", "The customer's stock, all lines"),
    one(lambda f: f.stock.total if f.stock else None),
    (
        Metric(
            "average",
            "money",
            _AVERAGE,
            _read("average"),
            ("各项之和", "sum of the lines"),
            ("stock.lines.*.average",),
            add_up,
        ),
        Metric(
            "weekly-sales",
            "money",
            _WEEKLY,
            _read("weekly_sales"),
            ("各项之和", "sum of the lines"),
            ("stock.lines.*.weekly-sales",),
            add_up,
        ),
        *_figures("*"),
    ),
)


def _available(sold: Inputs | Figure, closing: Inputs | Figure) -> Figure:
    return share(add_up(sold), total((add_up(sold), add_up(closing))))


def _sell_through(definition: str) -> tuple[Subject, Subject]:
    """Sell-through of each line and of all, in the definition that the plan names."""
    received = definition == "of-received"
    words = ("已售 ÷ 进货", "sold ÷ received") if received else ("已售 ÷（已售 + 在手）", "sold ÷ (sold + on hand)")

    def metric(at: str) -> tuple[Metric]:
        field = f"{_STOCK}.lines.{at}"
        inputs = (f"{field}.sold", f"{field}.received" if received else f"{field}.closing")
        work = _share if received else _available
        return (
            Metric("sell-through", "percent", ("动销率", "sell-through"), _read("sell_through"), words, inputs, work),
        )

    def chosen(plan: Plan) -> bool:
        return bool(plan.situation and plan.situation.stock and plan.situation.stock.sell_through == definition)

    def lines(figures: Figures, plan: Plan) -> dict[tuple[str, ...], StockFigures]:
        return _lines(figures, plan) if chosen(plan) else {}

    def whole(figures: Figures, plan: Plan) -> dict[tuple[str, ...], StockFigures]:
        return {(): figures.stock.total} if chosen(plan) and figures.stock and figures.stock.total else {}

    return (
        Subject("stock.lines.{}", LINES.title, lines, metric("{0}"), words),
        Subject("stock.total", TOTAL.title, whole, metric("*"), words),
    )


_OWED = "situation.receivables"

RECEIVABLES = Subject(
    "receivables",
    ("应收", "Receivables"),
    one(lambda f: f.receivables),
    (
        Metric(
            "balance",
            "money",
            ("余额", "balance"),
            _read("balance"),
            ("取自计划；没有则为账龄合计", "as stated, else the sum of the ages"),
            (f"{_OWED}.balance?", f"{_OWED}.age.*?"),
            first_of,
        ),
        Metric(
            "overdue",
            "money",
            ("逾期", "overdue"),
            _read("overdue"),
            ("逾期各档之和", "sum of all ages but what is not yet due"),
            tuple(f"{_OWED}.age.{age}" for age in ("to_30", "to_60", "to_90", "over_90")),
            lambda *ages: total(ages),
        ),
        Metric(
            "overdue-share",
            "percent",
            ("逾期占比", "share that is overdue"),
            _read("overdue_share"),
            ("逾期 ÷ 余额", "overdue ÷ balance"),
            (".overdue", ".balance"),
            share,
        ),
        Metric(
            "limit-use",
            "percent",
            ("额度使用", "credit used"),
            _read("limit_use"),
            ("余额 ÷ 信用额度", "balance ÷ credit limit"),
            (".balance", f"{_OWED}.credit_limit"),
            share,
            0,
        ),
        Metric(
            "dso",
            "days",
            ("应收天数 DSO", "days sales outstanding"),
            _read("dso"),
            ("应收 ÷ 本期收入 × 本期天数", "receivables ÷ revenue × days of the period"),
            (".balance", f"{_OWED}.revenue", f"{_OWED}.days"),
            lambda balance, revenue, days: product(ratio(balance, revenue), days),
            0,
        ),
        Metric(
            "beyond-terms",
            "days",
            ("超出账期", "beyond terms"),
            _read("beyond_terms"),
            ("DSO − 约定账期", "DSO − days of payment agreed"),
            (".dso", f"{_OWED}.terms"),
            difference,
            0,
        ),
    ),
)

SUBJECTS = (LINES, TOTAL, *_sell_through("of-available"), *_sell_through("of-received"), RECEIVABLES)
