"""Section `plan`: what the document is, whose it is, how to read its figures, and where it stands in its life."""

from typing import Literal

from pydantic import Field

from acbp.model.base import Part, internal, shared
from acbp.model.governance import Governance
from acbp.model.periods import Period
from acbp.model.scalars import Day, Flag, Identifier, Line

PAGE_NAMES = (
    "overview",
    "account",
    "classification",
    "assessment",
    "performance",
    "assortment",
    "breakdown",
    "stock",
    "market",
    "shopper",
    "satisfaction",
    "competition",
    "space",
    "opportunities",
    "strategies",
    "actions",
    "promotions",
    "launch",
    "financials",
    "customer-profit",
    "contribution",
    "terms",
    "pocket",
    "negotiation",
    "scenarios",
    "scorecard",
    "measures",
    "service",
    "issues",
    "escalation",
    "review-Q1",
    "review-Q2",
    "review-Q3",
    "review-Q4",
    "review-year",
    "promises",
    "relationships",
    "relationship-levels",
    "contact-plan",
    "team",
    "governance",
    "risks",
    "contingency",
    "signoff",
)
PageName = Literal[PAGE_NAMES]  # type: ignore[valid-type]


class Category(Part):
    """A product category that the plan's figures are split by."""

    id: Identifier = shared(
        "Short name used in this plan's other sections.", "在本计划其他部分引用的短名。", example="rtd-tea"
    )
    name: Line = shared("Name as printed.", "印出的名称。", example="即饮茶")
    focus: Flag = shared(
        "True for the categories that the plan is about; they get the accent colour.", "重点品类，图中用品牌色。", False
    )


class Definition(Part):
    """How a term of this plan is meant; printed beside the contents."""

    term: Line = shared("The term.", "术语。", example="供货额")
    meaning: Line = shared(
        "What it includes and leaves out.", "口径：包含什么，不包含什么。", example="不含税发票额，万元"
    )


class ReviewDate(Part):
    """A date on which both sides review a period."""

    period: Period = shared("The quarter reviewed, or `year`.", "复盘的季度，或 `year` 表示全年。", example="Q1")
    date: Day = shared("Day of the meeting.", "会议日期。", example="2027-04-22")


class Approval(Part):
    """A step of the plan's approval inside our company."""

    name: Line = internal("Who approves.", "审批人。", required=True, example="周明")
    title: Line | None = internal("Their title.", "职务。", example="全国大客户总监")
    date: Day | None = internal(
        "When they approved; absent while open.", "批准日期，未批则不写。", example="2026-12-18"
    )
    note: Line | None = internal("Condition or remark.", "条件或备注。")


class Change(Part):
    """One change of an agreed plan, with its reason."""

    date: Day = shared("Day of the change.", "变更日期。", example="2027-04-16")
    version: Line | None = shared("Version that it led to.", "变更后的版本。", example="V2.0")
    what: Line = shared("What changed.", "变更内容。", example="增加一季度复盘")
    reason: Line | None = internal("Why.", "变更原因。")


class PageWords(Part):
    """Words that the author puts on one page in place of the composed ones."""

    title: Line | None = shared(
        "The page's conclusion: one sentence with a number in it; `|` marks a good place to break the line.",
        "本页结论：一句带数字的话；用 `|` 标出合适的换行处。",
        None,
        example="九个机会中优先投入六个，|合计可带来 2,950 万元增量",
    )
    lead: Line | None = shared("One quiet line below the title.", "标题下的一行说明。", None)
    note: Line | None = shared("Sources and notes in the footer.", "页脚的资料来源与说明。", None)
    internal_title: Line | None = internal("The title in the internal edition, where it differs.", "内部版另用的标题。")
    internal_lead: Line | None = internal("The line below it in the internal edition.", "内部版另用的说明行。")


class SetAside(Part):
    """A rule that this plan sets aside somewhere, with the reason."""

    rule: str = internal("Code of the rule.", "规则代码。", required=True, example="R312", pattern=r"^R\d{3}$")
    at: Line | None = internal(
        "Where, as the finding names it: all at or below that item; absent for the whole plan.",
        "在哪里，照问题提示里的写法：该项及其下各处；不写表示整个计划。",
        example="strategies[cooler-rollout]",
    )
    reason: Line = internal("Why.", "原因。", required=True, example="冰柜分五年折旧")


class Heading(Part):
    """What the document is, whose it is, how its figures are to be read, and where it stands in its life."""

    id: Identifier = shared(
        "The plan's own name in file names and links: small letters, digits and hyphens.",
        "计划的短名，用于文件名和链接：小写字母、数字和连字符。",
        example="qingquan-hualian-2027",
    )
    title: Line = shared("Title on the cover.", "封面标题。", example="2027 年度客户业务计划")
    promise: Line | None = shared("The line below the title: what both sides get.", "封面副题：双方得到什么。", None)
    year: int = shared("The year planned.", "计划年度。", example=2027, ge=2000, le=2100, strict=True)
    fiscal_start: int = shared(
        "Month in which the year begins.", "财年从几月开始。", 1, example=1, ge=1, le=12, strict=True
    )
    currency: str = shared(
        "Currency of all money, as its ISO code.", "币种代码。", "CNY", example="CNY", pattern=r"^[A-Z]{3}$"
    )
    money_unit: Literal["1", "元", "千", "万", "亿", "k", "m", "bn"] = shared(
        "What a bare number of money counts: with `万`, 21000 means 21,000 万元.",
        "金额数字的单位：写 `万` 时，21000 即 21,000 万元。",
        "1",
        example="万",
    )
    volume_unit: Literal["1", "千", "万", "亿", "k", "m"] = shared(
        "What a bare number of volume counts.", "销量数字的单位。", "1", example="万"
    )
    volume_name: Line | None = shared("Name of the unit of volume.", "销量单位的名称。", None, example="标箱")
    sales_name: Line | None = shared(
        "What the plan calls the sales that it plans (supply value, net sales…).",
        "本计划的销售口径名称。",
        None,
        example="供货额",
    )
    tax_basis: Literal["excluded", "included"] = shared("Whether money includes tax.", "金额是否含税。", "excluded")
    language: Literal["zh", "en"] = shared(
        "Language in which the plan is written and printed.", "计划的语言。", example="zh"
    )
    owner: Line = shared("Who writes and keeps the plan.", "编制人。", example="林悦")
    owner_title: Line | None = shared("Their title.", "编制人职务。", None, example="大客户经理")
    version: Line = shared("Version of the document.", "版本。", "V1.0", example="V2.0")
    version_note: Line | None = shared("What is in this version.", "版本说明。", None, example="含一季度复盘")
    date: Day = shared("Date of this version.", "版本日期。", example="2027-04-16")
    status: Literal["draft", "proposed", "agreed", "closed"] = shared(
        "Where the plan stands: draft, proposed, agreed, closed.", "状态：草稿、已提出、已同意、已结束。", "draft"
    )
    confidentiality: Line | None = shared(
        "Confidentiality mark in the footer.", "页脚的密级。", None, example="机密，仅限双方项目组"
    )
    brand: str | None = shared(
        "Name of the brand pack.", "品牌包名称。", None, example="spring", pattern=r"^[a-z0-9][a-z0-9-]*$"
    )
    categories: tuple[Category, ...] = shared("Categories that figures are split by.", "品类清单。", (), max_length=24)
    definitions: tuple[Definition, ...] = shared("How terms are meant.", "口径说明。", (), max_length=12)
    review_calendar: tuple[ReviewDate, ...] = shared("When both sides review.", "复盘日历。", (), max_length=5)
    approvals: tuple[Approval, ...] = internal("Approvals inside our company.", "内部审批。", (), max_length=12)
    change_log: tuple[Change, ...] = shared("Changes since the plan was agreed.", "变更记录。", (), max_length=60)
    governance: Governance | None = shared("How the account is steered.", "客户治理：激励、控制、评价与日历。", None)
    set_aside: tuple[SetAside, ...] = internal("Rules set aside.", "搁置的规则及原因。", (), max_length=40)
    pages: dict[PageName, PageWords] = Field(
        default_factory=dict,
        description="按页面写的标题与说明 · Titles and notes written by page.",
        json_schema_extra={
            "x-audience": "customer",
            "x-description": {"en": "Titles and notes written by page.", "zh": "按页面写的标题与说明。"},
        },
    )
