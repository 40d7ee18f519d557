"""Metrics of the customer and of the plan itself: dependency, assessments, stores, completeness, risks."""

from decimal import Decimal
from typing import Any

from acbp.analysis.explaining.metric import Metric, Subject, add_up, each, one, weigh
from acbp.analysis.figures import Figures
from acbp.analysis.rates import product, share, total
from acbp.model import Plan


def _read(name: str) -> Any:
    return lambda held: getattr(held, name)


DEPENDENCY = Subject(
    "account",
    ("客户", "Customer"),
    lambda f, p: {(): f.customer} if f.customer.dependency is not None else {},
    (
        Metric(
            "dependency",
            "percent",
            ("依赖度", "dependency"),
            _read("dependency"),
            ("该客户上年销售额 ÷ 我方上年总销售额", "last year's sales here ÷ our sales to all customers"),
            ("sales.last", "supplier.total_sales"),
            share,
        ),
    ),
    ("超过工作区设定的警戒线（默认 5%）即提示", "flagged above the workspace's threshold (5% unless set)"),
)

STORES = Subject(
    "account.stores-in-all",
    ("客户门店合计", "All stores of the customer"),
    one(lambda f: f.customer.stores),
    (
        Metric(
            "count",
            "number",
            ("门店数", "number of stores"),
            _read("stores"),
            ("各业态之和", "sum of the formats"),
            ("account.stores.*.stores",),
            add_up,
        ),
        Metric(
            "area",
            "number",
            ("营业面积（平方米）", "sales area, m²"),
            _read("area"),
            ("Σ 门店数 × 平均面积", "Σ stores × average area"),
            ("account.stores.*.stores", "account.stores.*.area"),
            lambda stores, areas: total(product(count, areas.get(key)) for key, count in stores.items()),
        ),
    ),
)


def _assessments(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
    held = figures.assessments.items if figures.assessments else ()
    scored = {(str(n),): item.options[0] for n, item in enumerate(held, start=1) if item.options}
    return {key: option for key, option in scored.items() if option.name is None}


ASSESSMENTS = Subject(
    "account.assessments.{}",
    ("客户评估", "Assessment"),
    _assessments,
    (
        Metric(
            "weighted-score",
            "number",
            ("加权得分", "weighted score"),
            _read("score"),
            ("Σ 权重 × 得分 ÷ Σ 权重", "Σ weight × score ÷ Σ weight"),
            ("account.assessments.{0}.factors.*.weight", "account.assessments.{0}.factors.*.score"),
            weigh,
            2,
        ),
    ),
    ("按计划写明的分制", "on the scale that the plan names"),
)

COMPLETENESS = Subject(
    "completeness",
    ("完整度", "Completeness"),
    one(lambda f: f.completeness),
    (
        Metric(
            "filled",
            "number",
            ("已填", "filled"),
            lambda c: Decimal(c.filled),
            ("已填的必填项数", "required fields that are filled"),
            (),
            None,
        ),
        Metric(
            "required",
            "number",
            ("必填", "required"),
            lambda c: Decimal(c.required),
            ("方法要求的项数", "fields that the method requires"),
            (),
            None,
        ),
        Metric(
            "share",
            "percent",
            ("占比", "share"),
            _read("share"),
            ("已填 ÷ 必填", "filled ÷ required"),
            (".filled", ".required"),
            share,
            0,
        ),
    ),
)

RISKS = Subject(
    "risks.{}",
    ("风险", "Risk"),
    each(lambda f: f.risks.items if f.risks else (), lambda risk: risk.item.id),
    (
        Metric(
            "exposure",
            "number",
            ("风险值", "exposure"),
            lambda risk: Decimal(risk.exposure),
            ("可能性 × 影响，1 至 25", "likelihood × impact, 1 to 25"),
            (".likelihood", ".impact"),
            product,
        ),
    ),
)

SUBJECTS = (DEPENDENCY, STORES, ASSESSMENTS, COMPLETENESS, RISKS)
