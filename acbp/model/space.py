"""Section `space`: our room in the customer's stores: shelf, displays, coolers, material, distribution, pictures."""

from typing import Literal

from acbp.model.base import Part, shared
from acbp.model.scalars import Amount, Count, Day, Flag, Identifier, Line, Percent


class Facings(Part):
    """Facings counted on the shelf: ours, and all of them."""

    own: Count = shared("Our facings.", "我方排面数。", example=4977)
    all: Count = shared("All facings of the shelf.", "该货架全部排面数。", example=18500)


class Shelf(Part):
    """The shelf of a category, or of a segment of it: last year, now and wanted."""

    category: Identifier = shared("Category.", "品类 id。", link="categories", example="rtd-tea")
    segment: Line | None = shared(
        "Segment, where the shelf is only a part of the category's.", "细分品类；只是品类货架的一部分时写。", None
    )
    last: Facings | None = shared("Facings of the year before.", "上年排面。", None)
    now: Facings | None = shared("Facings at the last count.", "最近一次盘点的排面。", None)
    target: Facings | None = shared("Facings at the end of the year.", "年末目标排面。", None)
    sales_share: Percent | None = shared(
        "Our share of the sales of this shelf; for a whole category taken from the situation where absent.",
        "我方在该货架的销售份额；整个品类不写则取现状中的份额。",
        None,
        example="22.4%",
    )
    due: Day | None = shared("Day by which the target is reached.", "达到目标的日期。", None)


class Placement(Part):
    """A kind of display or cooler, counted: last year, now and wanted."""

    name: Line = shared("What is placed.", "陈列或设备。", example="立式冰柜")
    place: Line | None = shared("Where it stands.", "位置。", None, example="收银线与熟食区")
    unit: Line | None = shared("What is counted.", "计数单位。", None, example="台")
    last: Count | None = shared("Count of the year before.", "上年数量。", None)
    now: Count | None = shared("Count now.", "现有数量。", None)
    target: Count | None = shared("Count wanted at the end of the year.", "年末目标数量。", None)


class Material(Part):
    """Material at the point of sale: how much of it lies where, and in what condition."""

    name: Line = shared("The material.", "物料名称。", example="无糖茶货架插卡")
    quantity: Count = shared("Quantity in the stores.", "在店数量。", example=1480)
    place: Line | None = shared("Where it is used.", "使用位置。", None, example="148 家大卖场饮料主货架")
    condition: Literal["new", "good", "worn", "replace"] | None = shared(
        "Condition: `new`, `good`, `worn`, `replace`.",
        "状况：`new` 全新、`good` 完好、`worn` 磨损、`replace` 待换。",
        None,
    )
    first_in_first_out: Flag | None = shared(
        "True where the oldest batch is used first.", "先进先出已落实为 true，未落实为 false。", None
    )


class Distribution(Part):
    """In how many stores a line or range is handled, and what those stores sell of its category."""

    name: Line = shared("The line or range.", "单品或产品组合。", example="必分销清单 14 支")
    category: Identifier | None = shared("Category.", "品类 id。", None, link="categories")
    stores: Count = shared("Stores that could handle it.", "应覆盖门店数。", example=462)
    last: Count | None = shared("Stores that handled it the year before.", "上年在售门店数。", None)
    now: Count | None = shared("Stores that handle it now.", "现在售门店数。", None)
    target: Count | None = shared("Stores wanted at the end of the year.", "年末目标门店数。", None)
    category_sales: Amount | None = shared("Category sales of all those stores.", "全部门店的品类零售额。", None)
    handler_sales: Amount | None = shared(
        "Category sales of the stores that handle it now.", "现在售门店的品类零售额。", None
    )


class PhotoPair(Part):
    """One place in a store before and after the change, as pictures beside the plan."""

    name: Line = shared("What the pictures show.", "图片内容。", example="无糖茶货架，中山路店")
    before: str | None = shared(
        "Picture before (PNG, JPEG or SVG beside the plan).", "改善前图片，与计划同目录（PNG、JPEG、SVG）。", None
    )
    before_date: Day | None = shared("Day of the picture before.", "改善前日期。", None)
    after: str | None = shared("Picture after.", "改善后图片。", None, example="photos/shelf-after.jpg")
    after_date: Day | None = shared("Day of the picture after.", "改善后日期。", None)
    effect: Line | None = shared("What the change brought.", "改善效果。", None, example="单米产出 +14%")


class Space(Part):
    """Our room in the customer's stores."""

    shelves: tuple[Shelf, ...] = shared("Shelves by category.", "分品类货架。", (), max_length=24)
    displays: tuple[Placement, ...] = shared("Displays.", "二次陈列。", (), max_length=12)
    coolers: tuple[Placement, ...] = shared("Coolers.", "冰柜。", (), max_length=12)
    materials: tuple[Material, ...] = shared("Material at the point of sale.", "售点物料（POSM）。", (), max_length=20)
    distribution: tuple[Distribution, ...] = shared("Distribution.", "分销。", (), max_length=20)
    photos: tuple[PhotoPair, ...] = shared("Pictures before and after.", "改善前后对比图。", (), max_length=8)
    counted_on: Day | None = shared("Day of the last count.", "最近一次盘点日期。", None)
    source: Line | None = shared("Where the figures come from.", "资料来源。", None)
    conclusion: Line = shared("The one conclusion.", "一句话结论。", example="货架份额高于销售份额，先守位再要位")
