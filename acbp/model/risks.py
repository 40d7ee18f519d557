"""Sections `risks` and `exit_plan`: what could go wrong, what we do then, and how we would part in good order."""

from typing import Literal

from acbp.model.base import Part, internal
from acbp.model.scalars import Amount, Count, Day, Identifier, Line


class Contingency(Part):
    """The fast lane that opens when a risk comes true."""

    fast_lane: Line = internal("What is done at once, past the usual way.", "绿色通道：立即做什么。", required=True)
    owner: Identifier | None = internal("Who decides it: a contact.", "决定人：联系人 id。", link="contacts")
    within: Line | None = internal("Within what time.", "时限。", example="24 小时内")


class Risk(Part):
    """Something that may go wrong, how likely and how bad it is, and what we do then."""

    id: Identifier = internal("Short name.", "短名。", required=True, example="shelf-delay")
    name: Line = internal("The risk.", "风险。", required=True, example="货架切换再度延误")
    kind: Literal["diversion", "price-chaos", "slow-stock", "bad-stock", "loading", "collection", "other"] = internal(
        "Kind: `diversion`, `price-chaos`, `slow-stock`, `bad-stock`, `loading`, `collection` or `other`.",
        "类型：`diversion` 窜货、`price-chaos` 乱价、`slow-stock` 滞销、`bad-stock` 不良库存、`loading` 压货、"
        "`collection` 回款、`other` 其他。",
        "other",
    )
    likelihood: int = internal(
        "Likelihood, 1 to 5.", "可能性，1 至 5。", required=True, ge=1, le=5, example=3, strict=True
    )
    impact: int = internal("Impact, 1 to 5.", "影响，1 至 5。", required=True, ge=1, le=5, example=4, strict=True)
    value: Amount | None = internal("Sales at stake.", "涉及的销售额。", example="300")
    cases: Count | None = internal("Cases of it counted this year.", "本年已发生次数。", example=3)
    trigger: Line | None = internal("What shows that it happens.", "触发信号。")
    response: Line | None = internal("What we do.", "应对。")
    contingency: Contingency | None = internal("The fast lane when it happens.", "应急预案。")
    owner: Identifier | None = internal("Who answers for it: a contact.", "负责人：联系人 id。", link="contacts")
    due: Day | None = internal("By when.", "期限。")
    status: Literal["open", "closed"] = internal("Where it stands.", "状态。", "open")


class ExitStep(Part):
    """One step of parting."""

    what: Line = internal("What is done.", "做什么。", required=True, example="核对应收与在途订单")
    owner: Identifier | None = internal("Who answers for it: a contact.", "负责人：联系人 id。", link="contacts")
    when: Line | None = internal("When.", "时间。", example="提出前 60 天")


class ExitPlan(Part):
    """How we would leave this customer, or a part of the business, without harm: before, during and after."""

    condition: Line = internal("What would make us leave.", "退出条件。", required=True)
    before: tuple[ExitStep, ...] = internal("Before.", "事前。", (), max_length=10)
    during: tuple[ExitStep, ...] = internal("While it happens.", "事中。", (), max_length=10)
    after: tuple[ExitStep, ...] = internal("Afterwards.", "事后。", (), max_length=10)
