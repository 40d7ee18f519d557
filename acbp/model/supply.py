"""Parts of `situation` about what is tied up between us: the customer's stock of our goods, and what is owed to us."""

from typing import Literal

from acbp.model.base import Part, internal, shared
from acbp.model.blocks import Block
from acbp.model.scalars import Amount, Count, Day, Identifier, Line


class StockLine(Part):
    """The customer's stock of one category, brand or article; all money at the customer's cost unless said."""

    id: Identifier = shared("Short name.", "短名。", example="rtd-tea")
    name: Line | None = shared("Name as printed; the category's where absent.", "名称；不写则用品类名。", None)
    category: Identifier | None = shared("Category.", "品类 id。", None, link="categories", example="rtd-tea")
    opening: Amount | None = shared("Stock at the beginning of the period.", "期初库存，按成本。", None, example=320)
    closing: Amount | None = shared("Stock at its end.", "期末库存，按成本。", None, example=286)
    average: Amount | None = shared(
        "Average stock; the mean of opening and closing where absent.", "平均库存；不写则取期初期末的平均。", None
    )
    weekly_sales: Amount | None = shared(
        "Average weekly sales of the latest weeks; those of the period where absent.",
        "近几周的周均销售，按成本；不写则用本期周均。",
        None,
        example=78,
    )
    safety: Amount | None = shared("Safety stock agreed.", "约定的安全库存，按成本。", None, example=150)
    received: Amount | None = shared("Goods received in the period.", "本期进货，按成本。", None)
    sold: Amount | None = shared("Goods sold in the period.", "本期销售，按成本。", None)
    sales: Amount | None = shared("The customer's net sales of them, without tax.", "本期零售额，不含税。", None)
    slow: Amount | None = shared("Of the closing stock: not sold for four weeks.", "期末库存中四周未动销的金额。", None)


class StockAge(Part):
    """Closing stock by the days since it arrived."""

    to_30: Amount | None = shared("Up to 30 days.", "30 天以内。", None)
    to_60: Amount | None = shared("31 to 60 days.", "31 至 60 天。", None)
    to_90: Amount | None = shared("61 to 90 days.", "61 至 90 天。", None)
    over_90: Amount | None = shared("More than 90 days.", "90 天以上。", None)


class Stock(Block):
    """The customer's stock of our goods: how long it lasts, how fast it turns, how old it is."""

    date: Day | None = shared("Day of the closing stock.", "期末日期。", None, example="2027-06-30")
    days: Count = shared("Days of the period.", "本期天数。", 365, example=181)
    sell_through: Literal["of-available", "of-received"] = shared(
        "What sell-through is measured by: goods sold ÷ (sold + on hand), or ÷ received.",
        "动销率口径：`of-available` 已售 ÷（已售 + 在手），`of-received` 已售 ÷ 进货。",
        "of-available",
    )
    lines: tuple[StockLine, ...] = shared("Stock by category or article.", "分品类或单品的库存。", (), max_length=5000)
    age: StockAge | None = shared("Closing stock by age.", "期末库存库龄。", None)
    fifo_checked: Count | None = shared(
        "Places where first in, first out was checked.", "先进先出检查的门店与仓库数。", None
    )
    fifo_kept: Count | None = shared("Of them: kept.", "其中做到先进先出的数量。", None)


class ReceivableAge(Part):
    """What the customer owes us by days overdue."""

    not_due: Amount | None = internal("Not yet due.", "未到期。", example=1450)
    to_30: Amount | None = internal("1 to 30 days overdue.", "逾期 1 至 30 天。")
    to_60: Amount | None = internal("31 to 60 days overdue.", "逾期 31 至 60 天。")
    to_90: Amount | None = internal("61 to 90 days overdue.", "逾期 61 至 90 天。")
    over_90: Amount | None = internal("More than 90 days overdue.", "逾期 90 天以上。")


class CollectionHelp(Part):
    """Help that we offer the customer in collecting what others owe them."""

    what: Line = shared("What we offer.", "提供的帮助。", example="团购单位对账单由双方共同寄送")
    whom: Line | None = shared("Whose debts it is about.", "针对谁的欠款。", None, example="团购单位")
    when: Line | None = shared("From or by when.", "时间。", None)


class Receivables(Part):
    """What the customer owes us, and how we help them to collect in their turn."""

    date: Day | None = internal("Day of the balance.", "余额日期。", example="2027-06-30")
    balance: Amount | None = internal("Balance; the sum of the ages where absent.", "应收余额；不写则由账龄合计。")
    age: ReceivableAge | None = internal("Balance by age.", "账龄。")
    credit_limit: Amount | None = internal("Credit limit.", "信用额度。", example=2400)
    terms: Count | None = internal("Days of payment agreed.", "约定账期，天。", example=30)
    revenue: Amount | None = internal("Revenue of the period, as invoiced.", "本期收入，与应收同口径。")
    days: Count | None = internal("Days of the period.", "本期天数。", example=181)
    previous_dso: Count | None = internal("Days sales outstanding a year ago.", "上年同期应收天数（DSO）。")
    source: Line | None = internal("Where it comes from, with its date.", "资料来源及日期。")
    conclusion: Line | None = internal("The one key conclusion.", "一个关键结论。")
    help: tuple[CollectionHelp, ...] = shared(
        "Help offered in collecting downstream.", "帮客户收下游欠款的办法。", (), max_length=8
    )
