"""Part `situation.shopper`: who buys what, when, where, why and how, and the way to the purchase in five steps."""

from typing import Literal

from acbp.model.base import Part, internal, shared
from acbp.model.blocks import Block
from acbp.model.scalars import Identifier, Line


class Buying(Part):
    """The six questions about buying (5W1H) for one category, or for all of them; for our own eyes."""

    category: Identifier | None = internal("Category; all where absent.", "品类 id；不写为全部。", link="categories")
    who: Line | None = internal("Who buys.", "谁买（Who）。", example="25 至 40 岁家庭主购者")
    what: Line | None = internal("What they buy.", "买什么（What）。")
    why: Line | None = internal("What for.", "为什么买（Why）。")
    when: Line | None = internal("When.", "何时买（When）。")
    where: Line | None = internal("Where.", "在哪里买（Where）。")
    how: Line | None = internal("How: size of the basket, way of choosing.", "怎样买（How）。")


class JourneyStep(Part):
    """One of the five steps to a purchase: what the shopper does, where they learn it, what we both do about it."""

    step: Literal["need", "information", "comparison", "purchase", "after"] = shared(
        "Step: need, information, comparison, purchase, after.",
        "步骤：引发需求、收集资料、比较评价、决定购买、购后感觉。",
        example="information",
    )
    what: Line = shared("What the shopper does.", "购物者做什么。", example="在货架前找口味")
    sources: tuple[Literal["personal", "commercial", "public", "experience"], ...] = shared(
        "Where they learn it: people they know, trade, public voices, own experience.",
        "信息来源：个人、商业、公共、经验。",
        (),
        max_length=4,
    )
    answer: Line | None = shared("What we both do about it.", "双方的做法。", None)


class Journey(Part):
    """The shopper's way to a purchase in one category."""

    category: Identifier = shared("Category.", "品类 id。", link="categories", example="rtd-tea")
    steps: tuple[JourneyStep, ...] = shared("Steps, in their order.", "购买过程。", (), max_length=10)


class Shopper(Block):
    """Shoppers at this customer."""

    buying: tuple[Buying, ...] = internal("The six questions about buying.", "购买六要素（5W1H）。", (), max_length=12)
    journeys: tuple[Journey, ...] = shared("Ways to the purchase, by category.", "购买过程，按品类。", (), max_length=6)
