"""Parts of section `account` that say how the customer is built, decides and buys, and what it has and can."""

from typing import Literal

from acbp.model.base import Part, internal
from acbp.model.scalars import Amount, Count, Identifier, Line


class Department(Part):
    """A department of the customer that takes part in our business."""

    id: Identifier = internal("Short name.", "短名。", example="buying", required=True)
    name: Line = internal("Department.", "部门。", example="饮料采购", required=True)
    kind: Literal["using", "buying", "supporting", "management"] | None = internal(
        "It uses, buys, supports or manages.", "使用、采购、支持或管理部门。"
    )
    reports_to: Identifier | None = internal(
        "The department that it reports to.", "上级部门 id。", link="departments", example="commerce"
    )
    role: Line | None = internal("What it decides or does.", "职责。")


class Voice(Part):
    """A person's part in a decision; their influence and stance stand with the contact."""

    contact: Identifier = internal("Who: the id of a contact.", "人员：联系人 id。", link="contacts", required=True)
    part: Literal["decider", "influencer", "user", "buyer", "gatekeeper"] = internal(
        "Decides, influences, uses, buys, or guards the gate.", "决策、影响、使用、采购、把关。", "influencer"
    )


class BuyingStep(Part):
    """A step of the customer's way to a decision."""

    step: Line = internal("What happens.", "步骤。", required=True)
    who: Line | None = internal("Who decides, in words.", "决策人（文字）。")
    when: Line | None = internal("When.", "时间。")
    budget: Amount | None = internal("Money that is decided on.", "涉及的预算。", example=735)
    people: tuple[Voice, ...] = internal("Who takes what part.", "参与人及角色。", (), max_length=12)


class Route(Part):
    """Who brings our goods to some of the customer's stores."""

    name: Line = internal("Who serves the stores.", "供货方。", example="皖江商贸", required=True)
    kind: Literal["direct", "distributor", "agent"] = internal(
        "Served by us or through the customer's own warehouse, by a distributor, by an agent.",
        "直供（含客户自有仓）、经销商或代理商。",
        required=True,
    )
    stores: Count = internal(
        "Stores of this customer that it serves.", "供货的该客户门店数。", required=True, example=14
    )
    note: Line | None = internal("Where, and what to know about it.", "范围与说明。")


class Purchase(Part):
    """How an institution or a company buys, which shoppers do not."""

    volume: Line | None = internal("How much it buys.", "采购量。")
    process: Line | None = internal("How it comes to an order.", "采购流程。")
    object: Line | None = internal("What it buys, and for whom.", "采购对象。")
    amount: Line | None = internal("Money in one order.", "采购金额。")
    way: Line | None = internal("How it orders and pays.", "采购方式。")
    service: Line | None = internal("Service that it expects.", "服务要求。")


class Resource(Part):
    """Something that the customer has and the plan can use."""

    kind: Literal["hard", "soft", "third-party"] = internal(
        "Hard, soft, or of a third party.", "硬资源、软资源、第三方资源。", required=True
    )
    name: Line = internal("The resource.", "资源。", required=True)
    use: Line | None = internal("How the plan uses it.", "如何利用。")


class Bargaining(Part):
    """Who needs whom more, and what follows."""

    theirs: Line | None = internal("What gives the customer power over us.", "客户的筹码。")
    ours: Line | None = internal("What gives us power.", "我方的筹码。")
    risk: Line | None = internal("The risk in it, and our answer.", "由此的风险及应对。")


class Style(Part):
    """How this customer works, how we work with it, and what that brings."""

    kinds: tuple[Literal["demanding", "laborious", "emotional", "seasonal", "unreasonable"], ...] = internal(
        "Difficult in which way.", "困难类型：要求高、麻烦、情绪化、有时间性、不太合理。", ()
    )
    approach: Line = internal("How it works, and how we work with it.", "风格及应对。", required=True)
    business_return: Line | None = internal("What the business gains.", "业务回报。")
    experience_return: Line | None = internal("What the team learns.", "经验回报。")
