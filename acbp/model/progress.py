"""Sections `scorecard` and `reviews`: what is measured, and what each review found."""

from typing import Any, Literal

from pydantic import Field

from acbp.model.base import Part, internal, shared
from acbp.model.periods import Period, QuarterlyQuantities
from acbp.model.scalars import Amount, Day, Identifier, Line, Percent, Prose, Quantity, Score, Volume
from acbp.model.situation import by_category


class KpiGroup(Part):
    """A group of KPIs."""

    id: Identifier = shared("Short name.", "短名。", example="business")
    name: Line = shared("Name as printed.", "名称。", example="生意")


class Check(Part):
    """An item of a checklist: a point for it once it is met."""

    id: Identifier = shared("Short name.", "短名。", example="barcodes")
    name: Line = shared("What must be so.", "须做到什么。", example="条码与资料上市前六周交齐")


class Kpi(Part):
    """A KPI with its weight, its target and the way there by quarter.

    It is a measured value, or a maturity ladder where it has `levels`, or a checklist where it has `checks`; the
    figures of a ladder are levels counted from 1, those of a checklist are numbers of items.
    """

    id: Identifier = shared("Short name.", "短名。", example="sales")
    name: Line = shared("Name as printed.", "名称。", example="供货额")
    group: Identifier | None = shared("Group.", "分组 id。", None, link="groups")
    unit: Line | None = shared(
        "`money`, `volume`, `%` or a word of your own.",
        "单位：`money`、`volume`、`%` 或自定义。",
        None,
        example="money",
    )
    weight: Score = shared("Weight; all weights sum to 100.", "权重，合计 100。", example=20)
    direction: Literal["higher", "lower", "band"] = shared(
        "Whether `higher` or `lower` is better, or the value is to lie within a `band`.",
        "`higher` 越高越好、`lower` 越低越好、`band` 落在区间内。",
        "higher",
    )
    low: Quantity | None = shared("Lower end of the band.", "区间下限。", None)
    high: Quantity | None = shared("Upper end of the band.", "区间上限。", None)
    levels: tuple[Line, ...] = shared(
        "Makes it a maturity ladder: what each level means, the lowest first.",
        "成熟度阶梯：逐级说明，由低到高。",
        (),
        max_length=6,
        example=["按月对账", "共享预测", "共同补货"],
    )
    checks: tuple[Check, ...] = shared(
        "Makes it a checklist: its items, a point each.", "清单：各项，每项一分。", (), max_length=16
    )
    target: Quantity | None = shared(
        "Target of the year; the top level of a ladder or all items of a checklist where absent.",
        "全年目标；阶梯不写即最高级，清单不写即全部做到。",
        None,
        example="21000",
    )
    quarters: QuarterlyQuantities | None = shared("Target by quarter.", "分季度目标。", None)
    last_year: Quantity | None = shared("The year before.", "上年。", None)
    objective: Identifier | None = shared("Objective that it measures.", "对应的目标 id。", None, link="objectives")
    data_owner: Identifier | None = internal(
        "Who brings the figure: a contact.", "数据负责人：联系人 id。", link="contacts"
    )
    source: Line | None = shared("Where the figure comes from.", "数据来源。", None)

    @property
    def top(self) -> int | None:
        """The highest level of a ladder, or the number of items of a checklist; None for a measured value."""
        return len(self.levels) or len(self.checks) or None


class Scorecard(Part):
    """The KPIs that both sides measure the year by."""

    green: Percent = shared(
        "Attainment from which a KPI is green.", "达标线。", "100%", example="100%", validate_default=True
    )
    amber: Percent = shared(
        "Attainment from which a KPI is amber; below it is red.",
        "关注线，低于它为落后。",
        "95%",
        example="95%",
        validate_default=True,
    )
    cap: Percent = shared(
        "Highest attainment that counts.", "达成率上限。", "120%", example="120%", validate_default=True
    )
    groups: tuple[KpiGroup, ...] = shared("Groups, in printing order.", "分组。", (), max_length=8)
    kpis: tuple[Kpi, ...] = shared("The KPIs.", "指标。", (), max_length=40)
    kam: tuple[Kpi, ...] = internal(
        "What our account manager is measured by; a scorecard of its own, with weights of its own.",
        "客户经理的考核指标，单独计权、单独计分。",
        (),
        max_length=12,
    )
    kam_reward: Line | None = internal("What the account manager's score leads to.", "考核结果与奖励的关系。")


def by_kpi(english: str, chinese: str, kind: str = "kpis", audience: str = "customer") -> dict[str, Any]:
    """Return the settings of a field that maps the ids of the KPIs of a list to what a period brought."""
    extra = {"x-audience": audience, "x-description": {"en": english, "zh": chinese}, "x-link-keys": kind}
    return {"default_factory": dict, "description": f"{chinese} · {english}", "json_schema_extra": extra}


class Actuals(Part):
    """What a period brought."""

    sales: Amount | None = shared(
        "Sales; worked out from the categories where absent.", "销售额；不写则由品类合计。", None
    )
    categories: dict[Identifier, Amount] = Field(**by_category("Sales by category.", "分品类销售额。"))
    last_year_categories: dict[Identifier, Amount] = Field(
        **by_category("Sales by category in the same period of the year before.", "上年同期分品类销售额。")
    )
    volume: Volume | None = shared("Volume.", "销量。", None)
    trade_spend: Amount | None = shared("Trade spend.", "贸易费用。", None)
    customer_margin: Amount | None = shared("The customer's front margin.", "客户前台毛利。", None)
    customer_profit: Amount | None = shared("The customer's own profit.", "客户利润。", None)
    customer_sales: Amount | None = shared(
        "The customer's retail sales of our goods.", "客户对我方商品的零售额。", None
    )
    customer_expense: Amount | None = shared("The customer's expense on our goods.", "客户的费用支出。", None)
    customer_capital: Amount | None = shared(
        "Average capital tied up: stock + receivable − payable.", "平均占用资金：库存 + 应收 − 应付。", None
    )
    kpis: dict[Identifier, Quantity] = Field(
        **by_kpi(
            "Actual value of each KPI; of a maturity ladder the level reached.",
            "各指标的实际值；成熟度阶梯写达到的级别。",
        )
    )
    met: dict[Identifier, tuple[Identifier, ...]] = Field(
        **by_kpi("The items met of each checklist.", "各清单中已做到的项目。")
    )
    kam: dict[Identifier, Quantity] = Field(
        **by_kpi("Actual value of each KPI of our account manager.", "客户经理各考核指标的实际值。", "kam", "internal")
    )


class Cause(Part):
    """Why a category fell short or ran ahead, and what is learnt."""

    category: Identifier | None = shared("Category that it explains.", "说明的品类 id。", None, link="categories")
    topic: Line | None = shared("What it explains, where it is no category.", "说明的事项（非品类时）。", None)
    what: Line = shared("What happened.", "发生了什么。")
    lesson: Line | None = shared("What is done next time.", "下次怎么做。", None)


class Response(Part):
    """The answer to a KPI that is amber or red."""

    kpi: Identifier = shared("KPI.", "指标 id。", link="kpis")
    cause: Line = shared("Cause.", "原因。")
    response: Line = shared("What is done.", "应对。")
    owner: Identifier | None = shared("Owner on our side: a contact.", "我方负责人：联系人 id。", None, link="contacts")
    customer_owner: Identifier | None = shared(
        "Owner on the customer's side: a contact.", "客户方负责人：联系人 id。", None, link="contacts"
    )


class Recovery(Part):
    """A step that makes up for a shortfall in the next quarter."""

    name: Line = shared("What is done.", "补回措施。", example="端午果汁礼盒补档")
    value: Amount = shared("Sales that it brings.", "带来的销售额。", example="45")


class NextStep(Part):
    """A thing to do that the review decided."""

    what: Line = shared("What is done.", "行动。")
    owner: Identifier | None = shared("Owner on our side: a contact.", "我方负责人：联系人 id。", None, link="contacts")
    customer_owner: Identifier | None = shared(
        "Owner on the customer's side: a contact.", "客户方负责人：联系人 id。", None, link="contacts"
    )
    due: Day | None = shared("By when.", "完成日。", None)
    action: Identifier | None = shared("Action of the plan that it belongs to.", "所属行动 id。", None, link="actions")


class Carried(Part):
    """What became of an action that was open at this review."""

    action: Identifier = shared("Action.", "行动 id。", link="actions")
    outcome: Literal["done", "moved", "dropped"] = shared(
        "`done`, `moved` or `dropped`.", "`done` 完成、`moved` 顺延、`dropped` 取消。"
    )
    due: Day | None = shared("New date, where it was moved.", "顺延到的日期。", None)
    reason: Line | None = shared("Why.", "原因。", None)


class Review(Part):
    """One review: actuals, causes, lessons, decisions, forecast and next steps."""

    period: Period = shared("The quarter reviewed, or `year`.", "复盘的季度，或 `year` 表示全年。", example="Q1")
    date: Day = shared("Day of the review.", "复盘日期。", example="2027-04-16")
    summary: Prose | None = shared("The period in a sentence or two.", "概述。", None)
    actuals: Actuals | None = shared("What the period brought.", "实际数据。", None)
    causes: tuple[Cause, ...] = shared("Causes of the variances and lessons.", "差异原因与经验。", (), max_length=12)
    responses: tuple[Response, ...] = shared(
        "Answers to amber and red KPIs.", "落后与关注项的应对。", (), max_length=20
    )
    recovery: tuple[Recovery, ...] = shared(
        "Steps that make up in the next quarter.", "下季度补回措施。", (), max_length=8
    )
    forecast: Amount | None = internal("Our forecast of the year's sales.", "我方对全年销售的预测。")
    next_steps: tuple[NextStep, ...] = shared("Next steps.", "下一步。", (), max_length=12)
    carried: tuple[Carried, ...] = shared(
        "What became of the actions that were open.", "未完成行动的去向。", (), max_length=40
    )
    decisions_wanted: tuple[Line, ...] = shared("Decisions asked of the meeting.", "请会议决定。", (), max_length=6)
    decisions: tuple[Line, ...] = shared("Decisions taken.", "会议决定。", (), max_length=8)
    lessons: tuple[Line, ...] = shared("Lessons of the period.", "经验。", (), max_length=8)
    internal_note: Prose | None = internal("What stays among us.", "内部备注。")
