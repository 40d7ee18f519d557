"""Section `situation`: where we are, information class by information class, each with its one conclusion."""

from typing import Literal

from pydantic import Field

from acbp.model.base import Part, internal, shared
from acbp.model.blocks import Block
from acbp.model.periods import QuarterlyAmounts
from acbp.model.records import MonthSales, SkuSales, StoreSales
from acbp.model.scalars import Amount, Count, Day, Identifier, Line, Percent, Score, Volume
from acbp.model.shopper import Shopper
from acbp.model.supply import Receivables, Stock


def by_category(english: str, chinese: str, audience: str = "customer") -> dict:
    """Return the arguments of a field that maps a category's id to a figure."""
    return {
        "default_factory": dict,
        "description": f"{chinese} · {english}",
        "json_schema_extra": {
            "x-audience": audience,
            "x-description": {"en": english, "zh": chinese},
            "x-link-keys": "categories",
        },
    }


class Force(Part):
    """An outside force that moves the market."""

    kind: Literal[
        "economy",
        "trade",
        "finance",
        "nature",
        "competition",
        "people",
        "international",
        "technology",
        "regulation",
        "shopper",
    ] = shared("Kind of force.", "因素类别。", example="shopper")
    text: Line = shared("What happens.", "发生了什么。")
    effect: Literal["opportunity", "threat", "neutral"] = shared(
        "What it is to us both.", "对双方是机会还是威胁。", "neutral"
    )


class Market(Block):
    """Market and trade: trends and outside forces."""

    forces: tuple[Force, ...] = shared("Outside forces.", "外部因素。", (), max_length=10)


class Year(Part):
    """The business of one past year with this customer."""

    year: int = shared("The year.", "年份。", example=2026, ge=1990, le=2100, strict=True)
    sales: Amount | None = shared(
        "Sales of the year; worked out from the quarters where absent.",
        "全年销售额；不写则由季度合计。",
        None,
        example="18600",
    )
    quarters: QuarterlyAmounts | None = shared("Sales by quarter.", "分季度销售额。", None)
    volume: Volume | None = shared("Volume of the year.", "全年销量。", None, example="620")
    categories: dict[Identifier, Amount] = Field(**by_category("Sales by category.", "分品类销售额。"))
    category_volumes: dict[Identifier, Volume] = Field(**by_category("Volume by category.", "分品类销量。"))
    share: Percent | None = shared(
        "Our share of the customer's category sales.", "我方在该客户的品类份额。", None, example="18.2%"
    )
    market_share: Percent | None = shared("Our share in the market.", "我方的市场份额。", None, example="19.6%")
    customer_margin: Amount | None = shared(
        "The customer's front margin from our goods.", "客户从我方商品得到的前台毛利。", None
    )
    trade_spend: Amount | None = shared("Trade spend of the year.", "全年贸易费用。", None)
    weeks: tuple[Amount, ...] = shared(
        "Sales week by week, for the cover.", "每周销售额，用于封面图。", (), max_length=53
    )


class CategorySales(Part):
    """One category at the customer: their sales of it, ours, and our share here and in the market."""

    category: Identifier = shared("Id of the category.", "品类 id。", link="categories", example="rtd-tea")
    customer_sales: Amount | None = shared("The customer's retail sales of the category.", "客户该品类零售额。", None)
    customer_growth: Percent | None = shared(
        "Growth of the customer's category sales.", "客户该品类同比。", None, example="17.9%"
    )
    our_growth: Percent | None = shared("Growth of our retail sales there.", "我方零售额同比。", None, example="16.9%")
    our_share: Percent | None = shared("Our share at the customer.", "我方在客户的份额。", None, example="15.1%")
    market_share: Percent | None = shared("Our share in the market.", "我方市场份额。", None, example="18.6%")


class Performance(Block):
    """Our business with the customer in figures."""

    history: tuple[Year, ...] = shared("Past years, oldest first.", "历年数据，由早到近。", (), max_length=6)
    categories: tuple[CategorySales, ...] = shared(
        "Categories at the customer, last year.", "上年客户各品类情况。", (), max_length=24
    )
    share_target: Percent | None = shared(
        "Share aimed at in the plan year.", "计划年度份额目标。", None, example="19.5%"
    )
    sell_in: Volume | None = internal("Volume sold to the customer.", "我方出货量（sell-in）。")
    sell_out: Volume | None = internal("Volume sold to shoppers.", "终端动销量（sell-out）。")
    stock_change: Volume | None = internal(
        "Growth of the customer's stock in the year; what is left of the gap went elsewhere.",
        "客户库存全年增减；出货与动销之差扣除它，余下的去向不明。",
    )
    skus: tuple[SkuSales, ...] = shared("Articles, last year.", "上年各单品。", (), max_length=5000)
    stores: tuple[StoreSales, ...] = shared("Stores or clusters, last year.", "上年各门店或集群。", (), max_length=5000)
    months: tuple[MonthSales, ...] = shared("Months, last year.", "上年各月。", (), max_length=12)
    distribution_of: Line | None = shared(
        "What a store must stock to count as handling.", "铺货口径：门店有什么才算铺货。", None
    )


class Competitor(Part):
    """A competitor at this customer, and how we answer."""

    name: Line = internal("Competitor.", "竞争对手。", required=True, example="冰川饮品")
    share: Percent | None = internal("Their share at the customer.", "其在客户的份额。", example="16.4%")
    previous_share: Percent | None = internal("Their share the year before.", "其上年份额。")
    move: Line = internal("What they do.", "其动作。", required=True)
    defence: Line | None = internal("Our answer.", "我方应对。")
    barrier: Line | None = internal("What keeps them out: our barrier.", "我方防守的屏障。")
    person: Line | None = internal(
        "Who works the customer for them, by role; no private details.", "对方负责人，写岗位，不写私人信息。"
    )
    closeness: Line | None = internal("How close they are to the customer.", "与客户的关系。")
    satisfaction: Score | None = internal("The customer's satisfaction with them, 1 to 5.", "客户对其满意度，1 至 5。")


class Competition(Block):
    """Competitors at this customer."""

    competitors: tuple[Competitor, ...] = internal("Competitors.", "竞争对手。", (), max_length=10)


class SurveyItem(Part):
    """One question of the customer's satisfaction survey, on the scale 1 to 5."""

    name: Line = shared("What was asked.", "调查项目。", example="订单履约")
    score: Score = shared("Mean score, 1 to 5.", "平均分，1 至 5。", example="4.2")
    previous: Score | None = shared("Mean score of the survey before.", "上次平均分。", None, example="3.9")
    top_box: Percent | None = shared("Share of answers with 5 of 5.", "打 5 分的比例。", None, example="38%")
    cause: Line | None = shared("What lies behind a low score.", "问题原因。", None)
    action: Line | None = shared("What is done about it.", "改进措施。", None)
    remeasure: Day | None = shared("When it is measured again.", "复测日期。", None)


class SurveyRound(Part):
    """One survey over all questions."""

    date: Day = shared("Day of the survey.", "调查日期。", example="2026-11-25")
    score: Score = shared("Mean score, 1 to 5.", "平均分，1 至 5。", example="4.0")
    top_box: Percent | None = shared("Share of answers with 5 of 5.", "打 5 分的比例。", None)
    answers: Count | None = shared("Number of answers.", "答卷数。", None)


class Satisfaction(Block):
    """How satisfied the customer is with us."""

    surveyed: Day | None = shared("Day of the survey.", "调查日期。", None)
    answers: Count | None = shared("Number of answers.", "答卷数。", None)
    items: tuple[SurveyItem, ...] = shared("Questions and scores.", "调查项目与得分。", (), max_length=12)
    rounds: tuple[SurveyRound, ...] = shared("All surveys, oldest first.", "历次调查，由早到近。", (), max_length=8)


class Swot(Part):
    """Strengths, weaknesses, opportunities and threats of our business with this customer."""

    strengths: tuple[Line, ...] = shared("Strengths.", "优势。", (), max_length=8)
    weaknesses: tuple[Line, ...] = internal("Weaknesses.", "劣势。", (), max_length=8)
    opportunities: tuple[Line, ...] = shared("Opportunities.", "机会。", (), max_length=8)
    threats: tuple[Line, ...] = internal("Threats.", "威胁。", (), max_length=8)
    conclusion: Line = shared("The one key conclusion.", "一个关键结论。")


class Situation(Part):
    """Where we are: each class of information with its conclusion."""

    market: Market | None = shared("Market and trade.", "市场与渠道。", None)
    shopper: Shopper | None = shared("Shopper.", "购物者。", None)
    performance: Performance | None = shared("Our business in figures.", "我方业绩。", None)
    customer: Block | None = shared("The customer's own strategy and results.", "客户的战略与业绩。", None)
    competition: Competition | None = shared("Competition.", "竞争。", None)
    satisfaction: Satisfaction | None = shared("Satisfaction of the customer.", "客户满意度。", None)
    stock: Stock | None = shared("The customer's stock of our goods.", "客户库存。", None)
    receivables: Receivables | None = shared(
        "What is owed to us, and help in collecting.", "应收账款与回款帮助。", None
    )
    swot: Swot | None = shared("SWOT.", "SWOT 分析。", None)
