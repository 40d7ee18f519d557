"""Section `terms`: price, discounts, rebates, fees and payment; what was agreed is the customer's, limits are ours."""

from typing import Literal

from acbp.model.base import Part, internal, shared
from acbp.model.scalars import Amount, Count, Day, Flag, Identifier, Line, Percent


class Discount(Part):
    """A discount on the invoice; each is taken from the price that the one before has left."""

    id: Identifier = shared("Short name.", "短名。", example="trade-discount")
    name: Line = shared("Name as printed.", "名称。", example="基础折扣")
    kind: Literal["structural", "efficiency"] = shared(
        "`structural` for the customer's place in the trade, `efficiency` for how they order and take delivery.",
        "`structural` 结构性折扣、`efficiency` 效率折扣（订货与收货方式）。",
        "structural",
    )
    rate: Percent | None = shared(
        "Rate on the price that is left.", "折扣率，按上一步后的价格计。", None, example="10%"
    )
    amount: Amount | None = shared("Sum of the year, where it is no rate.", "全年金额（非比率时）。", None)
    condition: Line | None = shared("What it depends on.", "条件。", None, example="整车直送常温仓")
    limit: Percent | None = internal("Highest rate that we may give.", "我方可让的最高比率。", example="11%")


class Allowance(Part):
    """A rebate or a fee off the invoice."""

    id: Identifier = shared(
        "Short name; a line of `financials.contribution` with the same id is the same money.",
        "短名；与 `financials.contribution` 中同名的一行是同一笔钱。",
        example="annual-rebate",
    )
    name: Line = shared("Name as printed.", "名称。", example="年度返利")
    kind: Literal["performance", "promotion", "consumer"] = shared(
        "`performance` for what the customer does, `promotion` for price promotions, `consumer` for what is spent "
        "towards the shopper.",
        "`performance` 绩效类、`promotion` 促销类、`consumer` 面向消费者。",
        "performance",
    )
    rate: Percent | None = shared("Rate on invoiced sales.", "比率，按发票额计。", None, example="4%")
    amount: Amount | None = shared(
        "Sum of the year, where it is no rate.", "全年金额（非比率时）。", None, example="735"
    )
    condition: Line | None = shared("What it depends on.", "条件。", None, example="季度得分 95 分及以上")
    paid: Line | None = shared("When and how it is paid.", "结算方式与时间。", None, example="每季结算")
    on_volume: Flag | None = internal("True where it is paid only on volume sold.", "只按销量支付时为 true。")
    limit: Amount | None = internal("Most that we may pay in the year.", "我方全年最多可付的金额。", example="880")


class Price(Part):
    """The price of a product or category: what the customer pays, and the retail price that we recommend."""

    id: Identifier = shared("Short name.", "短名。", example="tea-500")
    name: Line = shared("Product or category as printed.", "产品或品类名称。", example="无糖乌龙 500 毫升")
    category: Identifier | None = shared("Category.", "品类 id。", None, link="categories", example="rtd-tea")
    list_price: Amount | None = shared("List price.", "目录价。", None, example="3.30元")
    cost: Amount | None = shared("What the customer pays.", "客户进价。", None, example="2.90元")
    retail: Amount | None = shared("Recommended retail price.", "建议零售价。", None, example="4.00元")
    recommended: Flag = shared(
        "True: the retail price is a recommendation only and binds nobody.",
        "true 表示零售价仅为建议，不具约束力。",
        False,
        example=True,
    )
    markdown: Percent | None = shared(
        "Part of its retail sales that the customer gives away in price cuts.",
        "降价让利占零售额的比率。",
        None,
        example="4%",
    )


class Monitoring(Part):
    """How both sides see that the terms are kept."""

    what: Line = shared("What is watched.", "监控事项。", example="返利核对")
    how: Line | None = shared("How.", "方式。", None, example="季度费用核对表，双方财务签字")
    when: Line | None = shared("When.", "时间。", None, example="每季末后 10 个工作日")


class PaymentStep(Part):
    """A step on the way from credit to cash."""

    name: Line = internal("Name as printed.", "名称。", required=True, example="缩短账期")
    days: Count | None = internal("Days of credit from then on; 0 is cash.", "此后的账期天数，0 为现结。", example=30)
    date: Day | None = internal("From when.", "开始日期。", example="2027-10-01")
    offer: Line | None = internal("What the customer gets for it.", "给客户的条件。", example="现结让利 0.5%")
    discount: Percent | None = internal("Discount that we give for it.", "为此给出的折扣。", example="0.5%")
    status: Literal["open", "offered", "agreed", "done"] = internal("Where it stands.", "进展。", "open")


class Lever(Part):
    """A lever of the terms beside price."""

    kind: Literal["exclusivity", "loading", "purchase-bonus", "own-resources"] = internal(
        "`exclusivity`; `loading` of stock, always a risk; `purchase-bonus`; the customer's `own-resources`.",
        "`exclusivity` 专营、`loading` 压货（一律视为风险）、`purchase-bonus` 进货奖励、`own-resources` 客户出资源。",
        required=True,
        example="own-resources",
    )
    what: Line = internal("What it is here.", "具体内容。", required=True, example="华联承担县域店改造用电")
    value: Amount | None = internal("What it is worth to us in the year.", "全年对我方的价值。", example="60")
    note: Line | None = internal("How far we use it, and its danger.", "使用分寸与风险。")


class Terms(Part):
    """The terms of trade."""

    agreement: Line | None = shared("Number of the agreement.", "协议编号。", None, example="QQ-HL-2027-01")
    valid_from: Day | None = shared("First day of the agreement.", "协议生效日。", None, example="2027-01-01")
    valid_to: Day | None = shared("Last day of the agreement.", "协议到期日。", None, example="2027-12-31")
    price_list: Line | None = shared("Name of the price list.", "价目表。", None, example="2027 年目录价 A 版")
    price_from: Day | None = shared("First day of the price list.", "价目表生效日。", None)
    price_to: Day | None = shared("Last day of the price list.", "价目表截止日。", None)
    price_change: Line | None = shared("How prices are changed.", "调价规则。", None, example="提前 60 天书面通知")
    payment_days: Count | None = shared("Days of credit.", "账期天数。", None, example=45)
    payment: Line | None = shared("How payment is made.", "付款方式。", None, example="票到 45 天，按月对账")
    delivery: Line | None = shared("Where and how we deliver.", "交货方式。", None, example="五个常温仓，整车直送")
    minimum_order: Line | None = shared("Smallest order.", "起订量。", None, example="常温仓每单 600 箱")
    returns: Line | None = shared("Returns and short-dated goods.", "退换与临期品。", None)
    discounts: tuple[Discount, ...] = shared(
        "Discounts on the invoice, in the order in which they are taken.", "票面折扣，按计算顺序。", (), max_length=8
    )
    rebates: tuple[Allowance, ...] = shared("Rebates off the invoice.", "票外返利。", (), max_length=12)
    fees: tuple[Allowance, ...] = shared("Fees paid to the customer.", "支付给客户的费用。", (), max_length=12)
    prices: tuple[Price, ...] = shared("Prices and recommended retail prices.", "价格与建议零售价。", (), max_length=30)
    price_basis: Line | None = shared(
        "What the prices count: unit and tax.", "价格口径：单位与是否含税。", None, example="单瓶含税价"
    )
    monitoring: tuple[Monitoring, ...] = shared("How the terms are watched.", "条款监控。", (), max_length=8)
    pocket_floor: Percent | None = internal(
        "Lowest pocket sales ÷ invoiced sales that we accept.", "口袋净额占发票额的底线。", example="84%"
    )
    capital_rate: Percent | None = internal("What capital costs us a year.", "资金年成本率。", example="5.5%")
    payment_roadmap: tuple[PaymentStep, ...] = internal(
        "Steps from credit to cash.", "由赊销转现结的步骤。", (), max_length=6
    )
    levers: tuple[Lever, ...] = internal("Levers beside price.", "价格以外的手段。", (), max_length=8)
