"""Sections `opportunities`, `objectives` and `strategies`: what we could do, what we want, and how we get there."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from acbp.model.account import Fact
from acbp.model.base import Part, internal, shared
from acbp.model.periods import QuarterlyQuantities
from acbp.model.scalars import Amount, Day, Flag, Identifier, Line, Percent, Prose, Quantity, Score

BlockName = Literal["market", "shopper", "performance", "customer", "competition", "satisfaction", "swot"]


class Criterion(Part):
    """A weighted criterion by which opportunities are scored."""

    id: Identifier = shared("Short name used in `scores`.", "在 `scores` 中引用的短名。", example="impact")
    name: Line = shared("Name as printed.", "名称。", example="影响")
    weight: Percent = shared("Weight; all weights sum to 100%.", "权重，合计 100%。", example="50%")
    high: Line | None = shared("What the top score means.", "满分的含义。", None, example="增量 ≥ 800 万")
    low: Line | None = shared("What the bottom score means.", "最低分的含义。", None)


class Opportunity(Part):
    """Something that both sides could gain, scored on the criteria."""

    id: Identifier = shared("Short name.", "短名。", example="cooler-rollout")
    name: Line = shared("Name as printed.", "名称。", example="冷藏陈列加密")
    type: (
        Literal[
            "distribution",
            "range",
            "space",
            "promotion",
            "price-pack",
            "channel",
            "supply",
            "cross-sell",
            "referral",
            "group-buy",
            "new-stores",
            "other",
        ]
        | None
    ) = internal("Type.", "类型。")
    stage: Literal["idea", "proposed", "designed", "selling", "follow-up"] | None = internal("How far it is.", "阶段。")
    value: Amount | None = shared(
        "Sales that it adds in the plan year.", "计划年度带来的销售增量。", None, example="480"
    )
    scores: dict[Identifier, Score] = Field(
        default_factory=dict,
        description="各评分项得分 · Score on each criterion.",
        json_schema_extra={
            "x-audience": "customer",
            "x-description": {"en": "Score on each criterion.", "zh": "各评分项得分。"},
            "x-link-keys": "criteria",
        },
    )
    conclusion_from: BlockName | None = shared(
        "Block of the situation whose conclusion it follows.", "来自哪一类信息的结论。", None, example="performance"
    )
    customer_benefit: Line = shared(
        "Why it is also good for the customer.", "为何对客户也有利。", example="即饮购买增加，冷藏毛利更高"
    )
    our_benefit: Line | None = internal("Why it is good for us.", "对我方的好处。")
    decision: Literal["pursue", "watch", "drop"] | None = shared(
        "What was decided; worked out from the score where absent.", "决定；不写则按得分判断。", None, example="pursue"
    )
    note: Line | None = internal("Remark.", "备注。")


class Opportunities(Part):
    """The scored list of opportunities and the way it is scored."""

    criteria: tuple[Criterion, ...] = shared("Weighted criteria.", "评分项及权重。", (), max_length=6)
    scale: Score = shared("Top of the scale; the bottom is 1.", "满分值，最低为 1。", Decimal(5), example=5)
    threshold: Score | None = shared(
        "Weighted score from which an opportunity is pursued.", "立项线（综合分）。", None, example="3.0"
    )
    horizontal: Identifier | None = shared(
        "Criterion on the matrix's horizontal axis.", "矩阵横轴的评分项。", None, link="criteria", example="ease"
    )
    vertical: Identifier | None = shared(
        "Criterion on the matrix's vertical axis.", "矩阵纵轴的评分项。", None, link="criteria", example="impact"
    )
    scored_by: Line | None = shared("Who scored, and when.", "由谁何时评分。", None)
    items: tuple[Opportunity, ...] = shared("The opportunities.", "机会清单。", (), max_length=40)


class Objective(Part):
    """A SMART objective: a measure with its baseline, its target and the way there by quarter."""

    id: Identifier = shared("Short name.", "短名。", example="sales")
    name: Line = shared("The objective.", "目标。", example="做大高增长品类")
    why: Line | None = shared("What it is for.", "说明。", None)
    metric: Line | None = shared("What is measured.", "衡量指标。", None, example="供货额")
    unit: Line | None = shared(
        "`money`, `volume`, `%` or a word of your own.", "`money`、`volume`、`%` 或自定义单位。", None, example="money"
    )
    baseline: Quantity | None = shared("Where it stands today.", "基线。", None, example="18600")
    target: Quantity | None = shared("Where it is to stand at the end of the year.", "目标值。", None, example="21000")
    direction: Literal["up", "down"] = shared("Whether more or less is better.", "越高越好或越低越好。", "up")
    quarters: QuarterlyQuantities | None = shared("The way there by quarter.", "分季度目标。", None)
    cumulative: Flag = shared("True where the quarters add up to the year.", "各季度相加等于全年时为 true。", False)
    due: Day | None = shared("By when.", "完成日期。", None)
    owner: Identifier | None = shared("Who answers for it: a contact.", "负责人：联系人 id。", None, link="contacts")


class Project(Part):
    """A joint project within a strategy."""

    name: Line = shared("Project.", "项目。")
    aim: Line | None = shared("Aim.", "目的。", None)
    team: Line | None = shared("Team.", "团队。", None)
    milestones: tuple[Fact, ...] = shared("Milestones.", "里程碑。", (), max_length=8)


class Strategy(Part):
    """How we get there: the way, its measure, and what each side gains."""

    id: Identifier = shared("Short name.", "短名。", example="tea-shelf")
    name: Line = shared("Name as printed.", "名称。", example="无糖茶货架扩容")
    how: Prose = shared("How it is done.", "打法。", example="棚格图改版，148 家大卖场切换，两支新品")
    objective: Identifier = shared(
        "Objective that it serves.", "对应的目标 id。", link="objectives", example="grow-categories"
    )
    opportunity: Identifier | None = shared(
        "Opportunity that it takes up.", "对应的机会 id。", None, link="opportunities", example="tea-shelf"
    )
    value_proposition: Line | None = shared("What the shopper gets.", "价值主张。", None)
    measures: tuple["StrategyMeasure", ...] = shared("What shows that it works.", "衡量指标。", (), max_length=4)
    customer_benefit: Line = shared(
        "What the customer gains.", "客户得到什么。", example="品类加快增长，每米货架产出提高"
    )
    customer_value: Amount | None = shared(
        "Front margin that it adds for the customer.", "客户增加的前台毛利。", None, example="260"
    )
    our_benefit: Line | None = shared(
        "What we gain, as said to the customer.", "我方得到什么（对客户的说法）。", None, example="补上最大的份额缺口"
    )
    value: Amount | None = shared(
        "Sales that it adds in the plan year: its step of the bridge.",
        "带来的销售增量，即桥图中的一步。",
        None,
        example="720",
    )
    investment: Amount | None = internal("What it costs us.", "我方投入。", example="180")
    gross_profit: Amount | None = internal(
        "Gross profit that it adds for us, before the investment.", "扣除投入前增加的我方毛利。", example="260"
    )
    lever: Literal["interest", "service", "participation", "communication", "retention"] | None = internal(
        "Development lever.", "发展方法。"
    )
    projects: tuple[Project, ...] = shared("Joint projects.", "业务项目。", (), max_length=6)


class StrategyMeasure(Part):
    """A measure of a strategy: from where to where."""

    name: Line = shared("What is measured.", "指标。", example="无糖茶货架占比")
    unit: Line | None = shared("`money`, `volume`, `%` or a word of your own.", "单位。", None, example="%")
    start: Quantity | None = shared("Last year.", "上年。", None, example="19.0%")
    target: Quantity | None = shared("Plan.", "计划。", None, example="28.0%")
    kpi: Identifier | None = shared(
        "KPI of the scorecard that follows it.", "跟踪它的打分卡指标 id。", None, link="kpis"
    )


Strategy.model_rebuild()
