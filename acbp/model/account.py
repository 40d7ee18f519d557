"""Sections `account`, `supplier` and `goals`: the two companies, and what each of them wants."""

from typing import Literal

from acbp.model.assessment import Assessment, ExitTests, Grading, Mark, ScreeningTest
from acbp.model.base import Part, internal, shared
from acbp.model.organisation import Bargaining, BuyingStep, Department, Purchase, Resource, Route, Style
from acbp.model.scalars import Amount, Count, Day, Line, Percent, Prose, Volume
from acbp.model.team import Liaison, Skill, Task, TeamMember


class Fact(Part):
    """A label and a value, as a profile lists them."""

    label: Line = shared("What it is.", "项目。", example="区域")
    value: Line = shared("What it says.", "内容。", example="华东六省一市")


class StoreGroup(Part):
    """One format of the customer's stores."""

    format: Line = shared("Store format.", "业态。", example="大卖场")
    stores: Count = shared("Number of stores.", "门店数。", example=148)
    area: Count | None = shared("Average sales area, m².", "平均营业面积，平方米。", None, example=8200)
    footfall: Count | None = shared("Customers a day and store.", "单店日均客流。", None, example=6500)
    openings: Count | None = shared("Openings planned in the year.", "当年计划开店数。", None, example=6)
    closures: Count | None = shared("Closures planned in the year.", "当年计划关店数。", None, example=4)
    sales_share: Percent | None = shared(
        "Share of our sales at this customer.", "占我方在该客户销售的比例。", None, example="62%"
    )
    potential: Literal["high", "medium", "low"] | None = shared(
        "How much these stores can still grow: high, medium, low.", "发展潜力：高、中、低。", None, example="high"
    )


class Need(Part):
    """What the customer asks for, in their own words, and our answer."""

    need: Line = shared("The need in the customer's words.", "客户原话的需求。", example="饮料区毛利要跑赢全店")
    who: Line | None = internal("Who said it.", "提出人。")
    feasibility: int | None = internal("How feasible it is, 1 to 5.", "可行性，1 至 5。", ge=1, le=5, strict=True)
    priority: Literal["high", "medium", "low"] | None = internal("Priority: high, medium, low.", "优先级：高、中、低。")
    response: Line | None = shared("Our answer.", "我们的回应。", None)
    status: Literal["open", "answered", "declined"] | None = internal("Where it stands.", "状态。")


class Profile(Part):
    """The customer file, with the day on which it was last checked."""

    updated: Day = shared("Day on which the profile was last checked.", "档案最近更新日期。", example="2026-11-20")
    summary: Prose | None = shared("The customer in a few sentences.", "客户概况。", None)
    facts: tuple[Fact, ...] = shared("Facts worth a line each.", "要点。", (), max_length=12)
    history: tuple[Fact, ...] = shared("The business with us through the years.", "合作与购买历史。", (), max_length=8)


class Account(Part):
    """The customer: who they are, what they need and why they matter to us."""

    name: Line = shared("Full name of the customer.", "客户全称。", example="华联万家商业集团")
    short_name: Line = shared("Name used on the pages.", "页面上使用的简称。", example="华联万家")
    logo: str | None = shared(
        "Logo file beside the plan (SVG, PNG, JPEG).", "与计划同目录的标志文件。", None, example="logo.svg"
    )
    tier: Literal["global", "international", "national", "local", "strategic"] | None = internal(
        "Tier: global, international, national, local, strategic.", "层级：全球、国际、全国、地方、战略。"
    )
    customer_type: (
        Literal[
            "hypermarket",
            "supermarket",
            "convenience",
            "online",
            "drugstore",
            "intermediary",
            "institution",
            "catering",
            "other",
        ]
        | None
    ) = internal("Type of customer.", "客户类型。")
    customer_class: Literal["strategic", "key", "ordinary"] | None = internal(
        "Class: strategic, key, ordinary.", "级别：战略、重点、普通。"
    )
    why_key: Line | None = internal("One line: why this is a key account.", "一句话：为何是重点客户。")
    customer_since: int | None = internal(
        "Year in which business began.", "合作起始年份。", ge=1900, le=2100, strict=True
    )
    orders_per_year: Count | None = internal("Orders a year, for the grade.", "每年订单次数，用于评级。")
    profile: Profile | None = shared("The customer file.", "客户档案。", None)
    stores: tuple[StoreGroup, ...] = shared("Stores by format.", "按业态的门店。", (), max_length=12)
    needs: tuple[Need, ...] = shared("The customer's needs.", "客户需求。", (), max_length=20)
    organisation: tuple[Department, ...] = internal("The customer's organisation.", "客户组织。", (), max_length=20)
    buying_process: tuple[BuyingStep, ...] = internal("How the customer decides.", "客户决策流程。", (), max_length=12)
    purchase: Purchase | None = internal("How it buys, as institutions and companies do.", "机构客户的采购特征。")
    routes: tuple[Route, ...] = internal("Who serves the customer's stores.", "各门店由谁供货。", (), max_length=12)
    resources: tuple[Resource, ...] = internal("What the customer has and can.", "客户资源清单。", (), max_length=12)
    bargaining: Bargaining | None = internal("Bargaining power on both sides.", "议价能力与影响力风险。")
    grading: Grading | None = internal("What stands behind the grade.", "评级依据与分级动作。")
    marks: tuple[Mark, ...] = internal("The five marks of a core account.", "核心客户的五项特征。", (), max_length=5)
    assessments: tuple[Assessment, ...] = internal("Weighted assessments.", "加权评估。", (), max_length=6)
    screening: tuple[ScreeningTest, ...] = internal("The four screening tests.", "筛选四标准。", (), max_length=4)
    exit_tests: ExitTests | None = internal("The three tests for exit.", "退出三指标。")
    style: Style | None = internal("How this customer works, and how we work with it.", "客户风格及应对。")


class Supplier(Part):
    """Our company."""

    name: Line = shared("Full name of our company.", "我方全称。", example="清泉饮料有限公司")
    short_name: Line = shared("Name used on the pages.", "页面上使用的简称。", example="清泉饮料")
    total_sales: Amount | None = internal(
        "Our sales to all customers in the year before the plan.", "上年我方对全部客户的销售额。"
    )
    total_volume: Volume | None = internal(
        "Our volume to all customers in the year before the plan.", "上年我方对全部客户的销量。"
    )
    total_contribution: Amount | None = internal(
        "Our contribution from all customers in the year before the plan.", "上年我方全部客户的贡献。"
    )
    team: tuple[TeamMember, ...] = internal("Account team.", "客户团队。", (), max_length=20)
    tasks: tuple[Task, ...] = internal("Who takes what part in which task.", "分工矩阵（RACI）。", (), max_length=30)
    liaison: tuple[Liaison, ...] = internal("Our own departments in between.", "内部沟通接口。", (), max_length=12)
    kam_skills: tuple[Skill, ...] = internal(
        "The key account manager's own view of the five skills.", "大客户经理五项能力自评。", (), max_length=5
    )


class Goal(Part):
    """A goal of one side, and the measure by which that side judges it."""

    text: Line = shared("The goal.", "目标。", example="饮料品类毛利率提高 1 个百分点")
    measure: Line | None = shared("How that side measures it.", "衡量方式。", None)


class Message(Part):
    """A key message: a short heading and one or two sentences."""

    heading: Line = shared("The message in a few words.", "要点。", example="即饮茶是最大的缺口")
    text: Prose = shared("What stands behind it.", "说明。")


class JointValue(Part):
    """What the plan is worth to one side, and what it costs that side."""

    party: Literal["us", "customer", "shopper"] = shared("For whom.", "对谁。", example="shopper")
    value: Line = shared("What they gain.", "得到什么。")
    cost: Line | None = shared("What it costs them.", "付出什么。", None)


class Goals(Part):
    """What both sides want, and where it meets."""

    statement: Line | None = shared("The year's goal in one sentence.", "年度目标，一句话。", None)
    customer: tuple[Goal, ...] = shared("The customer's goals.", "客户的目标。", (), max_length=8)
    ours: tuple[Goal, ...] = shared("Our goals.", "我方的目标。", (), max_length=8)
    joint: tuple[Goal, ...] = shared("Where the goals meet.", "双方目标的交汇点。", (), max_length=8)
    joint_value: tuple[JointValue, ...] = shared("What the plan is worth to each side.", "共同价值。", (), max_length=6)
    messages: tuple[Message, ...] = shared(
        "Three key messages for the plan on a page.", "一页纸上的三个关键信息。", (), max_length=3
    )
