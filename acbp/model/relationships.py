"""Section `relationships`: who meets whom, how firm the ties are, and what is done to make them firmer."""

from typing import Literal

from acbp.model.activity import Side
from acbp.model.base import Part, internal, shared
from acbp.model.scalars import Count, Day, Flag, Identifier, Line

Level = Literal["basic", "reactive", "accountable", "proactive", "partnership"]
Rung = Literal["satisfied", "repeat", "long-term", "partner"]
Formation = Literal["potential", "first", "repeat", "loyal", "member", "advocate"]
Place = Literal["store", "warehouse", "trade"]


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
    owner: Identifier | None = internal(
        "Who of us answers for the tie, where no pair says so: a contact.",
        "我方负责人，对口关系中未写时填：联系人 id。",
        link="contacts",
    )


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
    evidence: Line | None = internal("What shows the level.", "依据。", example="主动共享门店库存")
    next_step: Line | None = internal("What we do about it.", "下一步。")
    next_date: Day | None = internal("Next meeting.", "下次会面。")


class Meeting(Part):
    """A meeting that both sides hold through the year."""

    name: Line = shared("Meeting.", "会议。", example="季度复盘")
    rhythm: Line = shared("How often.", "频率。", example="每季")
    people: Line | None = shared("Who takes part.", "参加人。", None)
    output: Line | None = shared("What it is about and brings.", "议题与产出。", None)
    dates: Line | None = shared("Dates in the plan year.", "计划年度日期。", None)


class Ladder(Part):
    """Where the customer stands on the two ladders, and where we want them at the end of the year."""

    now: Rung | None = internal("Business ladder now.", "合作阶梯，现状：满意、重复、长期、伙伴。")
    year_end: Rung | None = internal("Business ladder at the end of the year.", "合作阶梯，年末目标。")
    formation: Formation | None = internal(
        "Formation ladder now.", "客户形成阶梯，现状：潜在、首次、重复、忠诚、成员、拥护者。"
    )
    formation_year_end: Formation | None = internal(
        "Formation ladder at the end of the year.", "客户形成阶梯，年末目标。"
    )
    evidence: Line | None = internal("What shows where they stand.", "依据。")


class Rhythm(Part):
    """A regular contact between two people: by which means, how often, when last and when next."""

    ours: Identifier = internal("Contact on our side.", "我方联系人 id。", link="contacts", required=True)
    theirs: Identifier = internal(
        "Contact on the customer's side.", "客户方联系人 id。", link="contacts", required=True
    )
    mode: Literal["visit", "phone", "mail", "meeting", "event", "council"] = internal(
        "Mode: visit, phone, mail, meeting, event, customers' council.",
        "方式：拜访、电话、邮件、会议、活动、核心客户组织。",
        required=True,
        example="visit",
    )
    every: Count | None = internal("Every so many days.", "每隔多少天。", example=14)
    topic: Line | None = internal("About what.", "议题。")
    last: Day | None = internal("Last time.", "最近一次。", example="2027-07-08")
    next: Day | None = internal(
        "Next time; worked out from the last one where absent.", "下一次；不写则由最近一次推算。"
    )


class Touchpoint(Part):
    """A point at which the customer meets our company, people aside."""

    name: Line = internal("Touchpoint.", "接触点。", required=True, example="订单热线")
    owner: Identifier | None = internal("Who of us answers for it: a contact.", "负责人：联系人 id。", link="contacts")
    quality: int | None = internal("Quality, 1 to 5.", "质量，1 至 5。", ge=1, le=5, strict=True, example=4)
    note: Line | None = internal("What to keep or to mend.", "保持或改进。")


class Visit(Part):
    """A visit that was made: where, to whom, what was found and what follows."""

    date: Day = internal("Day.", "日期。", required=True, example="2027-07-06")
    place: Place = internal(
        "Kind of place: store, warehouse, trade.", "三必到：店铺、仓库、终端。", required=True, example="store"
    )
    where: Line = internal("Which one.", "地点。", required=True, example="南京新街口店")
    ours: Identifier | None = internal("Who went: a contact.", "拜访人：联系人 id。", link="contacts")
    theirs: Identifier | None = internal("Whom they met: a contact.", "受访人：联系人 id。", link="contacts")
    found: Line | None = internal("What was found.", "发现。")
    follow_up: Line | None = internal("What follows.", "跟进。")
    done: Flag | None = internal("Whether it was followed up.", "跟进完成写 true。")


class ChecklistItem(Part):
    """Something to look at on every visit to a kind of place."""

    place: Place = internal("Kind of place.", "三必到：店铺、仓库、终端。", required=True, example="warehouse")
    text: Line = internal("What to look at.", "检查内容。", required=True, example="批次日期，先进先出")


class Relationships(Part):
    """Who meets whom."""

    contacts: tuple[Contact, ...] = shared("People on both sides.", "双方联系人。", (), max_length=200)
    pairs: tuple[Pair, ...] = shared("Who answers to whom.", "对口关系。", (), max_length=40)
    meetings: tuple[Meeting, ...] = shared("Meetings of the year.", "会议节奏。", (), max_length=12)
    ladder: Ladder | None = internal("Ladders of the relationship.", "关系阶梯。")
    rhythm: tuple[Rhythm, ...] = internal("Contact plan.", "联络计划。", (), max_length=200)
    touchpoints: tuple[Touchpoint, ...] = internal("Touchpoints.", "客户接触点。", (), max_length=20)
    visits: tuple[Visit, ...] = internal("Visit log.", "拜访履历。", (), max_length=5000)
    visit_checklist: tuple[ChecklistItem, ...] = internal("Visit checklist.", "拜访检查表。", (), max_length=24)
    personal_file: Line | None = internal(
        "Name of a file, kept outside the plan's folder and repository, that holds personal notes; never read.",
        "个人资料文件的名称；文件须放在计划文件夹和代码库之外，程序从不读取。",
        example="~/private/hualian-people.txt",
    )
