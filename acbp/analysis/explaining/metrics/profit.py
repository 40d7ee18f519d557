"""Metrics of both P&Ls: the customer's own profit from our business, and our profit on the customer."""

from decimal import Decimal
from typing import Any

from acbp.analysis.customer_profit import CustomerProfit
from acbp.analysis.explaining.metric import Metric, Subject, Way, Words, compared, one
from acbp.analysis.figures import Figures
from acbp.analysis.rates import Comparison, Figure, difference, share, total
from acbp.model import Plan

_DAYS = Decimal(365)
_FIELD = "financials.customer_profit"
_SUM = ("各项之和", "sum of the items")


def _add(*figures: Figure) -> Figure:
    return total(figures)


def _group(name: str, zh: str, en: str) -> Subject:
    """One group of items of the customer's profit."""

    def lines(found: CustomerProfit) -> Any:
        return next((group for group in found.groups if group.group == name), None)

    def inputs(year: str) -> Any:
        return lambda group: tuple(f"{_FIELD}.{line.id}.{year}" for line in group.lines)

    return Subject(
        f"customer-profit.{name}",
        (zh, en),
        one(lambda f: lines(f.customer_profit) if f.customer_profit else None),
        compared(
            "", "money", ("", ""), lambda g: g.subtotal, (_SUM, inputs("plan"), _add), (_SUM, inputs("last_year"), _add)
        ),
    )


def _profit(year: str) -> Way:
    words = ("经营利润 + 费用支持 − 费用支出", "trading margin + support − expense")

    def work(operating: Figure, support: Figure, expense: Figure) -> Figure:
        return total((operating, support or Decimal(0), -(expense or Decimal(0))))

    return words, (f".operating.{year}", f".support.{year}?", f".expense.{year}?"), work


def _ratio(
    name: str,
    unit: str,
    title: Words,
    words: Words,
    plan: tuple[str, str],
    last: tuple[str, str],
    decimals: int | None = None,
) -> tuple[Metric, ...]:
    def read(found: CustomerProfit) -> Comparison:
        return getattr(found, name.replace("-", "_"))

    return compared(name, unit, title, read, (words, plan, share), (words, last, share), decimals=decimals)


_SALES = (f"{_FIELD}.sales", f"{_FIELD}.last_sales")
_CAPITAL = (f"{_FIELD}.capital", f"{_FIELD}.last_capital")
_TURNS = ("365 ÷ 周转次数", "365 ÷ turns")


def _days(turns: Figure) -> Figure:
    return share(_DAYS, turns)


CUSTOMER = Subject(
    "customer-profit",
    ("客户利润", "The customer's profit"),
    one(lambda f: f.customer_profit),
    (
        *compared(
            "",
            "money",
            ("", ""),
            lambda found: found.profit,
            _profit("plan"),
            _profit("last"),
            names=("total", "last"),
        ),
        *_ratio(
            "margin",
            "percent",
            ("利润率", "margin"),
            ("利润 ÷ 零售额", "profit ÷ retail sales"),
            (".total", _SALES[0]),
            (".last", _SALES[1]),
        ),
        *_ratio(
            "expense-ratio",
            "percent",
            ("费用率", "expense ratio"),
            ("费用支出 ÷ 零售额", "expense ÷ retail sales"),
            (".expense.plan", _SALES[0]),
            (".expense.last", _SALES[1]),
        ),
        *_ratio(
            "turnover",
            "times",
            ("资金周转", "capital turnover"),
            (
                "零售额 ÷ 平均占用资金（库存 + 应收 − 应付）",
                "sales ÷ average capital tied up (stock + receivable − payable)",
            ),
            (_SALES[0], _CAPITAL[0]),
            (_SALES[1], _CAPITAL[1]),
            1,
        ),
        *compared(
            "turnover-days",
            "days",
            ("资金周转天数", "days of capital turnover"),
            lambda found: found.turnover_days,
            (_TURNS, (".turnover.plan",), _days),
            (_TURNS, (".turnover.last",), _days),
            decimals=0,
        ),
        Metric(
            "against-target",
            "money",
            ("与目标的差", "against the target"),
            lambda found: found.against_target,
            ("计划利润 − 双方约定的目标", "planned profit − the target agreed on"),
            (".total", f"{_FIELD}.target"),
            difference,
        ),
        Metric(
            "attainment",
            "percent",
            ("目标达成", "share of the target"),
            lambda found: found.attainment,
            ("计划利润 ÷ 双方约定的目标", "planned profit ÷ the target agreed on"),
            (".total", f"{_FIELD}.target"),
            share,
        ),
    ),
)


def _lines(kind: str, year: str) -> Any:
    """The lines of one kind, as inputs; the subject's item holds them beside what was worked out."""
    return lambda held: tuple(f"financials.contribution.{line.id}.{year}" for line in held[1] if line.kind == kind)


def _less(level: Figure, *deductions: Figure) -> Figure:
    return difference(level, total(deductions)) if deductions else level


def _level(name: str, title: Words, read: Any, above: str, kind: str, words: Words) -> tuple[Metric, ...]:
    """A level on the way down: the one above it less the lines of one kind."""

    def way(year: str, field: str) -> Way:
        taken = _lines(kind, field)
        return words, lambda held: (f".{above}.{year}", *taken(held)), _less

    return compared(name, "money", title, lambda held: read(held[0]), way("plan", "plan"), way("last", "last_year"))


def _rate(
    name: str, title: Words, words: Words, part: str, whole: str, unit: str = "percent", attribute: str = ""
) -> tuple[Metric, ...]:
    """A part of a level; ``name`` is also the attribute of `Contribution` where none is given."""

    def way(year: str) -> Way:
        return words, (f"{part}.{year}", f"{whole}.{year}"), share

    return compared(
        name,
        unit,
        title,
        lambda held: getattr(held[0], attribute or name.replace("-", "_")),
        way("plan"),
        way("last"),
        decimals=2 if unit == "price" else None,
    )


def _stage(name: str) -> Any:
    return lambda found: next((row.amount for row in found.rows if row.stage == name), Comparison())


def _sum_of_kind(kind: str) -> tuple[Way, Way]:
    return (_SUM, _lines(kind, "plan"), _add), (_SUM, _lines(kind, "last_year"), _add)


def _held(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    if figures.contribution is None or plan.financials is None:
        return {}
    return {(): (figures.contribution, plan.financials.contribution)}


def _starts_at_list(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    """Our own profit of a plan that begins at list price."""
    return {key: held for key, held in _held(figures, plan).items() if _stage("list")(held[0]) != Comparison()}


def _starts_at_invoice(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    return {key: held for key, held in _held(figures, plan).items() if _stage("list")(held[0]) == Comparison()}


_TITLE = ("我方损益", "Our profit on the customer")
_INVOICE = ("净销售额（票面）", "net sales (invoiced)")
_SALES_WORDS = ("本计划的销售额", "the sales of the plan")

FROM_LIST = Subject(
    "contribution",
    _TITLE,
    _starts_at_list,
    (
        *compared(
            "list",
            "money",
            ("目录价销售额", "gross revenue at list price"),
            lambda held: _stage("list")(held[0]),
            *_sum_of_kind("list"),
        ),
        *_level(
            "invoice",
            _INVOICE,
            _stage("invoice"),
            "list",
            "invoice",
            ("目录价销售额 − 票面折扣", "gross revenue − discounts on the invoice"),
        ),
    ),
)

FROM_INVOICE = Subject(
    "contribution",
    _TITLE,
    _starts_at_invoice,
    compared(
        "invoice",
        "money",
        _INVOICE,
        lambda held: _stage("invoice")(held[0]),
        (_SALES_WORDS, ("sales.plan",), _less),
        (_SALES_WORDS, ("sales.last",), _less),
    ),
)

CONTRIBUTION = Subject(
    "contribution",
    _TITLE,
    _held,
    (
        *compared(
            "trade", "money", ("票外贸易费用", "trade spend"), lambda held: held[0].trade, *_sum_of_kind("trade")
        ),
        *_rate(
            "trade-rate",
            ("贸易费用率（占净销售额）", "trade spend rate (of net sales)"),
            ("票外贸易费用 ÷ 净销售额（票面）", "trade spend off the invoice ÷ invoiced sales"),
            ".trade",
            ".invoice",
        ),
        *_level(
            "pocket",
            ("口袋收入", "pocket"),
            lambda found: found.pocket,
            "invoice",
            "trade",
            ("净销售额（票面）− 票外贸易费用", "invoiced sales − trade spend off the invoice"),
        ),
        *_rate(
            "pocket-per-unit",
            ("口袋价", "pocket price"),
            ("口袋收入 ÷ 销量", "pocket ÷ volume"),
            ".pocket",
            "volume",
            "price",
        ),
        *_level(
            "gross-profit",
            ("毛利", "gross profit"),
            lambda found: found.gross_profit,
            "pocket",
            "goods",
            ("口袋收入 − 销货成本", "pocket − cost of goods"),
        ),
        *_level(
            "",
            ("贡献", "contribution"),
            lambda found: found.contribution,
            "gross-profit",
            "cost",
            ("毛利 − 服务该客户的费用", "gross profit − cost of serving the customer"),
        ),
        *_rate(
            "rate",
            ("贡献率", "contribution rate"),
            ("贡献 ÷ 净销售额（票面）", "contribution ÷ invoiced sales"),
            "contribution",
            ".invoice",
            attribute="contribution_rate",
        ),
        Metric(
            "gross-profit-rate",
            "percent",
            ("毛利率", "gross profit rate"),
            lambda held: share(held[0].gross_profit.plan, _stage("invoice")(held[0]).plan),
            ("毛利 ÷ 净销售额（票面）", "gross profit ÷ invoiced sales"),
            (".gross-profit.plan", ".invoice.plan"),
            share,
        ),
        Metric(
            "pocket-margin",
            "percent",
            ("口袋毛利率", "pocket margin"),
            lambda held: share(held[0].gross_profit.plan, held[0].pocket.plan),
            ("（口袋收入 − 销货成本）÷ 口袋收入", "(pocket − cost of goods) ÷ pocket"),
            (".gross-profit.plan", ".pocket.plan"),
            share,
        ),
        Metric(
            "on-volume.plan",
            "percent",
            ("与销量挂钩的费用占比", "share of trade spend that depends on volume"),
            lambda held: held[0].on_volume.plan,
            ("与销量挂钩的费用 ÷ 票外贸易费用", "trade spend that depends on volume ÷ trade spend"),
            lambda held: (
                ".trade.plan",
                *(
                    f"financials.contribution.{line.id}.plan"
                    for line in held[1]
                    if line.kind == "trade" and line.on_volume
                ),
            ),
            lambda trade, *tied: share(total(tied) if tied else Decimal(0), trade),
        ),
    ),
)

COST_TO_SERVE = Subject(
    "cost-to-serve",
    ("服务成本", "Cost to serve"),
    one(lambda f: f.cost_to_serve),
    (
        Metric(
            "rate",
            "percent",
            ("占销售额", "of invoiced sales"),
            lambda found: found.rate,
            ("服务成本合计 ÷ 销售额", "all costs ÷ invoiced sales"),
            (".cost", "sales.plan"),
            share,
        ),
        Metric(
            "cost",
            "money",
            ("合计", "all of them"),
            lambda found: found.cost,
            ("各项数量 × 单位成本之和", "sum of quantity × cost of one"),
            (),
            None,
        ),
    ),
)

SUBJECTS = (
    COST_TO_SERVE,
    CUSTOMER,
    _group("operating", "客户经营利润", "The customer's trading margin"),
    _group("support", "对客户的费用支持", "Support for the customer"),
    _group("expense", "客户费用支出", "The customer's expense"),
    FROM_LIST,
    FROM_INVOICE,
    CONTRIBUTION,
)
