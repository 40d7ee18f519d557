"""Section `financials`: sales and volume by quarter, spend, the customer's own profit, and ours on the customer."""

from typing import Literal

from acbp.model.base import Part, internal, shared
from acbp.model.periods import QuarterlyAmounts, QuarterlyVolumes
from acbp.model.scalars import Amount, Day, Flag, Identifier, Line, Score, Volume


class CategoryPlan(Part):
    """Sales planned for one category, by quarter."""

    category: Identifier = shared("Id of the category.", "品类 id。", link="categories", example="rtd-tea")
    quarters: QuarterlyAmounts = shared("Sales by quarter.", "分季度销售额。")
    volume: Volume | None = shared("Volume of the year.", "全年销量。", None)


class Adjustment(Part):
    """A step of the bridge that no strategy stands for: a closure, a delisting, a price effect."""

    id: Identifier = shared("Short name.", "短名。", example="store-closures")
    name: Line = shared("Name as printed; `|` marks the line break.", "名称；`|` 标出换行处。", example="门店|关闭")
    value: Amount = shared("Its effect on sales, with its sign.", "对销售额的影响，带正负号。", example="-200")
    customer_value: Amount | None = shared(
        "Its effect on the customer's front margin.", "对客户前台毛利的影响。", None, example="-80"
    )


class ProfitItem(Part):
    """One item of the customer's own profit from our business."""

    id: Identifier = shared("Short name.", "短名。", example="markup")
    name: Line = shared("Name as printed.", "名称。", example="加价利润")
    group: Literal["operating", "support", "expense"] = shared(
        "`operating` profit, `support` by us, or `expense` of the customer (given as a positive number).",
        "`operating` 经营利润、`support` 费用支持、`expense` 费用支出（写正数）。",
        example="operating",
    )
    last_year: Amount | None = shared("The year before.", "上年。", None)
    plan: Amount | None = shared("Plan.", "计划。", None)
    on_volume: Flag = shared("True where it rises and falls with sales.", "随销售额增减时为 true。", False)


class CustomerProfit(Part):
    """The customer's own profit from our business: operating profit + support − expense."""

    items: tuple[ProfitItem, ...] = shared("Items.", "项目。", (), max_length=24)
    source: Line | None = shared("Where the figures come from, with their date.", "数据来源及日期。", None)
    target: Amount | None = shared("Target that both sides agreed on.", "双方约定的目标。", None)
    quarters: QuarterlyAmounts | None = shared("Target by quarter.", "分季度目标。", None)
    sales: Amount | None = shared(
        "The customer's retail sales of our goods, plan.", "客户对我方商品的零售额，计划。", None
    )
    last_sales: Amount | None = shared("The same, the year before.", "同上，上年。", None)
    capital: Amount | None = shared(
        "Average capital tied up: stock + receivable − payable, plan.", "平均占用资金：库存 + 应收 − 应付，计划。", None
    )
    last_capital: Amount | None = shared("The same, the year before.", "同上，上年。", None)


class ContributionLine(Part):
    """One line of our profit on the customer, from list price to contribution; deductions are positive."""

    id: Identifier = internal("Short name.", "短名。", required=True, example="annual-rebate")
    name: Line = internal("Name as printed.", "名称。", required=True, example="年度返利")
    kind: Literal["list", "invoice", "trade", "goods", "cost"] = internal(
        "`list` sales at list price, `invoice` discount on the invoice, `trade` spend off the invoice, "
        "`goods` cost of goods, `cost` of serving this customer.",
        "`list` 目录价销售额、`invoice` 票面折扣、`trade` 票外贸易费用、`goods` 销货成本、`cost` 服务该客户的费用。",
        required=True,
        example="trade",
    )
    last_year: Amount | None = internal("The year before.", "上年。", example="744")
    plan: Amount | None = internal("Plan.", "计划。", example="840")
    on_volume: Flag = internal("True where the payment depends on volume sold.", "与销量挂钩时为 true。", False)


class CostToServe(Part):
    """What drives a cost of serving this customer: quantity × cost of one."""

    name: Line = internal("What is done.", "作业。", required=True, example="订单处理")
    driver: Line | None = internal("What the quantity counts.", "数量单位。", example="单")
    quantity: Score | None = internal("Quantity of the year.", "全年数量。", example=1860)
    unit_cost: Amount | None = internal("Cost of one.", "单位成本。", example="230元")
    line: Identifier | None = internal(
        "Line of `contribution` of kind `cost` that it is part of.", "所属 `contribution` 中 `cost` 行的 id。"
    )


class ReserveUse(Part):
    """A request that was paid out of the reserve."""

    date: Day = internal("Day.", "日期。", required=True, example="2027-05-12")
    name: Line = internal("What for.", "用途。", required=True, example="新店开业海报")
    amount: Amount | None = internal("How much.", "金额。", example="12")


class Support(Part):
    """One line of the year's support for the customer."""

    name: Line = shared("What we support.", "支持项目。", example="冰柜投放")
    budget: Amount | None = shared("Budget.", "预算。", None, example="315")
    how: Line | None = shared("How it is given.", "具体办法。", None)
    when: Line | None = shared("When.", "时间。", None)


class Financials(Part):
    """The year in money and volume, for both sides."""

    categories: tuple[CategoryPlan, ...] = shared(
        "Sales planned by category and quarter.", "分品类分季度的销售计划。", (), max_length=24
    )
    quarters: QuarterlyAmounts | None = shared(
        "Sales by quarter, where the plan is not split by category.", "不分品类时的分季度销售计划。", None
    )
    volume: QuarterlyVolumes | None = shared("Volume by quarter.", "分季度销量。", None)
    trade_spend: QuarterlyAmounts | None = shared(
        "Trade spend agreed with the customer, by quarter.", "与客户约定的贸易费用，分季度。", None
    )
    customer_margin: QuarterlyAmounts | None = shared(
        "The customer's front margin, by quarter.", "客户前台毛利，分季度。", None
    )
    customer_margin_name: Line | None = shared(
        "What the plan calls that margin.", "该毛利的名称。", None, example="前台毛利"
    )
    weeks: tuple[Amount, ...] = shared(
        "Sales week by week, for the cover.", "每周销售计划，用于封面图。", (), max_length=53
    )
    adjustments: tuple[Adjustment, ...] = shared(
        "Steps of the bridge beside the strategies.", "桥图中策略以外的增减。", (), max_length=8
    )
    reserve: Amount | None = internal("Reserve for what will be asked during the year.", "预备金。", example="120")
    reserve_uses: tuple[ReserveUse, ...] = internal("What was paid out of it.", "预备金使用记录。", (), max_length=40)
    fund: Amount | None = shared(
        "Trade spend fund agreed for the year.", "约定的全年贸易费用总额。", None, example="3360"
    )
    support_plan: tuple[Support, ...] = shared("The year's support plan.", "年度支援计划。", (), max_length=12)
    customer_profit: CustomerProfit | None = shared("The customer's own profit.", "客户利润。", None)
    contribution: tuple[ContributionLine, ...] = internal(
        "Our own profit on the customer.", "我方在该客户的损益。", (), max_length=24
    )
    cost_to_serve: tuple[CostToServe, ...] = internal(
        "What the costs of serving this customer come from.", "服务该客户的成本动因。", (), max_length=24
    )
