"""Our business with the customer row by row: by article, by store or cluster of stores, and by month."""

from acbp.model.base import Part, internal, shared
from acbp.model.scalars import Amount, Count, Identifier, Line, Percent, Score, Volume


class SkuSales(Part):
    """One article in the last year before the plan."""

    id: Identifier = shared("Code of the article.", "单品编码。", example="tea-500-jasmine")
    name: Line = shared("Name.", "名称。", example="茉莉无糖茶 500 mL")
    category: Identifier | None = shared("Category.", "品类 id。", None, link="categories", example="rtd-tea")
    brand: Line | None = shared("Brand.", "品牌。", None)
    sales: Amount | None = shared("Sales of the year.", "当年销售额。", None, example=620)
    previous: Amount | None = shared("Sales of the year before.", "上年销售额。", None, example=510)
    cases: Volume | None = shared("Physical cases of the year.", "当年实物箱数。", None, example="16.5")
    previous_cases: Volume | None = shared("Physical cases of the year before.", "上年实物箱数。", None)
    unit_cases: Score | None = shared(
        "Unit cases in one physical case; the workspace's where absent.",
        "一个实物箱折多少标箱；不写则用工作区的换算表。",
        None,
    )
    list_price: Score | None = shared(
        "List price of a physical case, in single units of money.", "目录价，每实物箱，元。", None, example="46.5"
    )
    stores: Count | None = shared("Stores that handle it.", "铺货门店数。", None)
    weighted_distribution: Percent | None = shared(
        "Weighted distribution, as audited.", "加权铺货率，按监测。", None, example="88%"
    )


class StoreSales(Part):
    """One store, or one cluster of stores, in the last year before the plan."""

    id: Identifier = shared("Short name or code.", "短名或编码。", example="hyper-city")
    name: Line = shared("Name.", "名称。", example="城区大卖场")
    cluster: Line | None = shared("Cluster that a single store belongs to.", "门店所属集群。", None)
    stores: Count = shared("Number of stores.", "门店数。", 1, example=96)
    sales: Amount | None = shared("Our sales there.", "我方当年销售额。", None)
    previous: Amount | None = shared("Our sales there the year before.", "我方上年销售额。", None)
    volume: Volume | None = shared("Our volume there.", "我方当年销量。", None)
    category_sales: Amount | None = shared("The customer's category sales there.", "客户在该处的品类零售额。", None)
    handling: Count | None = shared("Of the stores: those that handle us.", "其中铺货的门店数。", None)
    handling_sales: Amount | None = shared(
        "Category sales of the stores that handle us.", "铺货门店的品类零售额。", None
    )


class MonthSales(Part):
    """One month of the last year before the plan."""

    month: int = shared("Calendar month, 1 to 12.", "月份，1 至 12。", ge=1, le=12, example=6, strict=True)
    sales: Amount | None = shared("Sales.", "当年销售额。", None)
    previous: Amount | None = shared("Sales of the same month the year before.", "上年同月销售额。", None)
    volume: Volume | None = shared("Volume.", "当年销量。", None)
    sell_in: Volume | None = internal("Volume sold to the customer.", "我方出货量（sell-in）。")
    sell_out: Volume | None = internal("Volume sold to shoppers.", "终端动销量（sell-out）。")


class SkuConversion(Part):
    """What one physical case of an article holds."""

    sku: Identifier = shared("Code of the article.", "单品编码。", example="tea-500-jasmine")
    unit_cases: Score | None = shared(
        "Unit cases in one physical case; worked out from units and millilitres where absent.",
        "一个实物箱折多少标箱；不写则由瓶数和毫升数换算。",
        None,
    )
    units: Count | None = shared("Bottles or cans in a physical case.", "每箱瓶（罐）数。", None, example=15)
    millilitres: Score | None = shared("Millilitres in each.", "每瓶（罐）毫升数。", None, example=500)
