"""Sections `relationships`, `risks` and `signoff`: who meets whom, what could go wrong, and who signs."""

from typing import Literal

from acbp.model.activity import Side
from acbp.model.base import Part, internal, shared
from acbp.model.scalars import Amount, Day, Identifier, Line, Prose

Level = Literal["basic", "reactive", "accountable", "proactive", "partnership"]


class Contact(Part):
    """A person on one of the two sides; no private details."""

    id: Identifier = shared("Short name.", "短名。", example="gu-xiaolan")
    name: Line = shared("Name.", "姓名。", example="顾晓岚")
    title: Line | None = shared("Title.", "职务。", None, example="饮料品类总监")
    side: Side = shared("`us` or `customer`.", "`us` 我方、`customer` 客户。", example="customer")
    function: Line | None = shared("Function.", "职能。", None, example="采购")
    focus: Line | None = shared("What they care for in this business.", "关注点。", None, example="品类增长")
    reports_to: Identifier | None = internal("Whom they report to: a contact.", "上级：联系人 id。", link="contacts")
    influence: int | None = internal("Influence on decisions, 1 to 5.", "影响力，1 至 5。", ge=1, le=5, strict=True)
    stance: Literal["supporter", "neutral", "critic"] | None = internal("Stance towards us.", "对我方的态度。")


class Pair(Part):
    """Two people who answer to each other across the table."""

    ours: Identifier = shared("Contact on our side.", "我方联系人 id。", link="contacts")
    theirs: Identifier = shared("Contact on the customer's side.", "客户方联系人 id。", link="contacts")
    tier: Literal["executive", "business", "function"] = shared("Tier.", "层级：高层、业务、职能。", "business")
    rhythm: Line | None = shared(
        "How often and about what they meet.", "联络频率与议题。", None, example="每月，行动与档期"
    )
    strength: Literal["firm", "growing", "to-build"] = shared(
        "How firm the contact is.", "联络强度：稳固、发展中、待建立。", "growing"
    )
    level: Level | None = internal("Level of the relationship now.", "关系水平，现状。")
    wanted: Level | None = internal("Level wanted at the end of the year.", "关系水平，年末目标。")
    next_step: Line | None = internal("What we do about it.", "下一步。")
    next_date: Day | None = internal("Next meeting.", "下次会面。")


class Meeting(Part):
    """A meeting that both sides hold through the year."""

    name: Line = shared("Meeting.", "会议。", example="季度复盘")
    rhythm: Line = shared("How often.", "频率。", example="每季")
    people: Line | None = shared("Who takes part.", "参加人。", None)
    output: Line | None = shared("What it is about and brings.", "议题与产出。", None)
    dates: Line | None = shared("Dates in the plan year.", "计划年度日期。", None)


class Relationships(Part):
    """Who meets whom."""

    contacts: tuple[Contact, ...] = shared("People on both sides.", "双方联系人。", (), max_length=200)
    pairs: tuple[Pair, ...] = shared("Who answers to whom.", "对口关系。", (), max_length=40)
    meetings: tuple[Meeting, ...] = shared("Meetings of the year.", "会议节奏。", (), max_length=12)


class Risk(Part):
    """Something that may go wrong, how likely and how bad it is, and what we do then."""

    id: Identifier = internal("Short name.", "短名。", required=True, example="shelf-delay")
    name: Line = internal("The risk.", "风险。", required=True, example="货架切换再度延误")
    likelihood: int = internal(
        "Likelihood, 1 to 5.", "可能性，1 至 5。", required=True, ge=1, le=5, example=3, strict=True
    )
    impact: int = internal("Impact, 1 to 5.", "影响，1 至 5。", required=True, ge=1, le=5, example=4, strict=True)
    value: Amount | None = internal("Sales at stake.", "涉及的销售额。", example="300")
    trigger: Line | None = internal("What shows that it happens.", "触发信号。")
    response: Line | None = internal("What we do.", "应对。")
    owner: Identifier | None = internal("Who answers for it: a contact.", "负责人：联系人 id。", link="contacts")
    due: Day | None = internal("By when.", "期限。")
    status: Literal["open", "closed"] = internal("Where it stands.", "状态。", "open")


class Signatory(Part):
    """A person who signs."""

    contact: Identifier = shared("Who: a contact.", "签署人：联系人 id。", link="contacts")
    date: Day | None = shared("Day of the signature; absent while open.", "签署日期，未签则不写。", None)


class Rule(Part):
    """A rule that both sides agree on."""

    name: Line = shared("What it is about.", "事项。", example="费用兑现")
    text: Prose = shared("The rule.", "规则。")


class Signoff(Part):
    """What both sides put their names to."""

    rules: tuple[Rule, ...] = shared("Rules of carrying out the plan.", "执行规则。", (), max_length=8)
    signatories: tuple[Signatory, ...] = shared("Who signs, of both sides.", "双方签署人。", (), max_length=8)
