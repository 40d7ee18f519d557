"""The workspace file: what the plans of one company share."""

from typing import Literal

from pydantic import Field

from acbp.model.account import Supplier
from acbp.model.base import Part, internal, shared
from acbp.model.heading import Category, Definition
from acbp.model.layout import Layout
from acbp.model.records import SkuConversion
from acbp.model.scalars import Amount, Count, Line, Percent


class Grade(Part):
    """What a customer must reach for a grade; every condition that is given must be met."""

    grade: Line = internal("The grade.", "等级。", required=True, example="A")
    sales: Amount | None = internal("Sales of the last year at least.", "上年销售额不低于。", example="1000万")
    years: Count | None = internal("Years of business at least.", "合作年数不少于。", example=10)
    orders: Count | None = internal("Orders a year at least.", "每年订单数不少于。", example=12)


class ClassPolicy(Part):
    """What customers of one class get."""

    customer_class: Literal["strategic", "key", "ordinary"] = internal("The class.", "级别。", required=True)
    policy: Line = internal("Service, people and money that it gets.", "对应的服务、人员与费用政策。", required=True)


class Workspace(Part):
    """What the plans of one company share; a plan that has the same section goes before."""

    supplier: Supplier | None = shared("Our company.", "我方公司。", None)
    categories: tuple[Category, ...] = shared("Categories.", "品类。", (), max_length=24)
    definitions: tuple[Definition, ...] = shared("Definitions of terms.", "口径。", (), max_length=12)
    brand: str | None = shared("Brand pack of all plans.", "默认品牌包。", None, pattern=r"^[a-z0-9][a-z0-9-]*$")
    currency: str | None = shared("Currency.", "币种。", None, pattern=r"^[A-Z]{3}$")
    grades: tuple[Grade, ...] = internal("Grades, the best first.", "客户等级，由高到低。", (), max_length=6)
    skus: tuple[SkuConversion, ...] = shared(
        "Physical cases in unit cases; 1 unit case = 24 × 8 US fl oz.",
        "单品的标箱换算表；1 标箱 = 24 × 8 美制液量盎司。",
        (),
        max_length=5000,
    )
    policies: tuple[ClassPolicy, ...] = internal("Policy for each class.", "各级别客户的政策。", (), max_length=3)
    dependency: Percent = internal(
        "Share of our sales from which a customer is flagged.", "依赖度警戒线。", "5%", validate_default=True
    )
    stale_after: Count = internal("Days after which a customer file is stale.", "客户档案多少天后视为过期。", 365)
    stores_per_agent: Count = internal("Stores that one agent serves at most.", "一家代理商最多供货的门店数。", 15)
    retailers: tuple[Line, ...] = internal(
        "Other retailers whose names no customer may read.", "其他零售商的名称，不得出现在客户版。", (), max_length=200
    )
    rules: dict[str, Literal["off", "warning", "error"]] = Field(
        default_factory=dict,
        description="各规则的等级：off 关闭、warning 警告、error 错误 · What each rule weighs: off, warning or error.",
        examples=[{"R211": "off"}],
        json_schema_extra={
            "x-audience": "internal",
            "x-description": {
                "en": "What each rule weighs, by its code: off, warning or error.",
                "zh": "按代码写各规则的等级：off 关闭、warning 警告、error 错误。",
            },
        },
    )
    layout: Layout | None = shared("How all documents are made up.", "各计划共用的版面。", None)
