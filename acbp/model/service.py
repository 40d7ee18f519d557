"""Sections `service` and `issues`: what we deliver and how well, and what went wrong and how it was settled."""

from typing import Literal

from acbp.model.base import Part, internal, shared
from acbp.model.scalars import Count, Day, Identifier, Line, Percent, Quantity, Score

Severity = Literal["minor", "major", "critical"]
Enabled = Literal["do-for", "do-with", "teach", "let-do"]
Stage = Literal["received", "assigned", "proposed", "approved", "told", "carried-out", "settled", "reviewed"]


class Counted(Part):
    """What was done as it should be, of all that was due."""

    met: Count = shared("What met the level.", "达到要求的数量。", example=1876000)
    due: Count = shared("All that was due.", "应达到的数量。", example=1928000)


class ServiceLevel(Part):
    """How well we deliver, by one of the trade's measures."""

    measure: Literal["otif", "on-time", "in-full", "case-fill", "on-shelf-hours", "on-shelf-audit"] = shared(
        "`otif`: cases received in the window, overage not counted ÷ cases ordered; `on-time`: deliveries in the "
        "window ÷ deliveries; `in-full`: order lines complete ÷ order lines; `case-fill`: cases delivered ÷ ordered; "
        "`on-shelf-hours`: hours available ÷ hours open; `on-shelf-audit`: SKUs present ÷ due.",
        "`otif` 窗口内收到箱数（超送不计）÷ 订购箱数；`on-time` 窗口内到货车次 ÷ 车次；"
        "`in-full` 足量订单行 ÷ 订单行；`case-fill` 送达箱数 ÷ 订购箱数；"
        "`on-shelf-hours` 有货小时 ÷ 营业小时；`on-shelf-audit` 盘点在架单品 ÷ 应在架。",
        example="otif",
    )
    last: Percent | None = shared("Level of the year before.", "上年水平。", None, example="93.8%")
    now: Counted | None = shared("What was counted in the period.", "本期计数。", None)
    target: Percent | None = shared("Level agreed.", "约定水平。", None, example="97.5%")
    weight: Score | None = shared("Weight in the service index.", "在服务指数中的权重。", None, example=20)
    source: Line | None = shared("Where it is measured.", "资料来源。", None)


class Standard(Part):
    """A standard of service that we commit to: response time, resolution rate, satisfaction and the like."""

    name: Line = shared("What is promised.", "服务承诺。", example="订单问题 4 小时内回复")
    kind: Literal["response", "resolution", "satisfaction", "other"] = shared(
        "`response` time, `resolution` rate, `satisfaction` or `other`.",
        "`response` 响应时间、`resolution` 解决率、`satisfaction` 满意度、`other` 其他。",
        "other",
    )
    unit: Line | None = shared("Unit.", "单位。", None, example="小时")
    direction: Literal["higher", "lower"] = shared("Which way is better.", "越高越好或越低越好。", "higher")
    last: Quantity | None = shared("Value of the year before.", "上年。", None)
    now: Quantity | None = shared("Value now.", "现在。", None)
    target: Quantity | None = shared("Value agreed.", "约定值。", None)
    weight: Score | None = shared("Weight in the service index.", "在服务指数中的权重。", None)


class MenuLine(Part):
    """A service that customers of some grades are entitled to."""

    name: Line = shared("The service.", "服务项目。", example="夜间改架支援")
    what: Line | None = shared("What it holds.", "服务内容。", None, example="每店 2 人，每年一次")
    value: Line | None = shared("What it is worth to the customer.", "对客户的价值。", None)
    grades: tuple[Line, ...] = internal("Grades that are entitled to it.", "享有该服务的客户等级。", (), max_length=6)


class ComplaintTerm(Part):
    """How fast a complaint of one severity is answered and closed, and what such a customer wants."""

    severity: Severity = internal("Severity.", "严重程度。", required=True, example="major")
    answer_hours: Count | None = internal("Hours until the first answer.", "首次回复时限，小时。", example=4)
    close_days: Count = internal("Days until it is closed.", "关闭时限，天。", required=True, example=7)
    wanted: Line | None = internal("What such a customer wants.", "客户此时要的是什么。")


class Support(Part):
    """A line of the three-part service plan: help with people, with money, with goods."""

    part: Literal["people", "money", "goods"] = internal(
        "`people`, `money` or `goods`.", "`people` 管人、`money` 管资金、`goods` 管物品。", required=True
    )
    what: Line = internal("What we do.", "做什么。", required=True, example="门店理货员轮训，每季一次")
    owner: Identifier | None = internal("Who answers for it: a contact.", "负责人：联系人 id。", link="contacts")
    rhythm: Line | None = internal("When, or how often.", "时间或频率。")


class Enablement(Part):
    """How far the customer does a task without us: we do it for them, with them, teach it, let them do it."""

    topic: Line = internal("The task.", "事项。", required=True, example="棚格图调整")
    now: Enabled = internal(
        "Stage: `do-for`, `do-with`, `teach`, `let-do`.",
        "阶段：`do-for` 替做、`do-with` 带做、`teach` 教做、`let-do` 让做。",
        required=True,
    )
    wanted: Enabled | None = internal("Stage wanted at the end of the year.", "年末目标阶段。")
    next_step: Line | None = internal("What we do about it.", "下一步。")


class Service(Part):
    """What we deliver to the customer beside the goods, and how well."""

    levels: tuple[ServiceLevel, ...] = shared("Service levels.", "服务水平。", (), max_length=8)
    standards: tuple[Standard, ...] = shared("Standards of service (SLA).", "服务承诺（SLA）。", (), max_length=12)
    menu: tuple[MenuLine, ...] = shared("Services for this customer.", "本客户享有的服务。", (), max_length=20)
    menu_withheld: tuple[MenuLine, ...] = internal(
        "Services that only other grades get.", "只给其他等级的服务。", (), max_length=20
    )
    complaint_terms: tuple[ComplaintTerm, ...] = internal(
        "How fast complaints are answered and closed.", "投诉时限。", (), max_length=3
    )
    support: tuple[Support, ...] = internal(
        "Help with people, money and goods.", "三管服务计划：人、资金、物品。", (), max_length=20
    )
    enablement: tuple[Enablement, ...] = internal("What the customer learns to do.", "赋能阶段。", (), max_length=12)
    period: Line | None = shared("Period of the levels now.", "现状所属期间。", None, example="2027 年二季度")
    conclusion: Line | None = shared("The one conclusion.", "一句话结论。", None)


class Issue(Part):
    """A complaint or a problem, from the day it was raised to the day it was closed."""

    id: Identifier = shared("Short name.", "短名。", example="gift-shortage")
    name: Line = shared("What is wrong.", "问题。", example="41 家店春节礼盒断货")
    date: Day = shared("Day on which it was raised.", "提出日期。", example="2027-01-29")
    kind: Literal["delivery", "quality", "price", "payment", "promotion", "data", "other"] = shared(
        "What it is about.",
        "类型：`delivery` 交付、`quality` 质量、`price` 价格、`payment` 费用与账款、"
        "`promotion` 促销陈列、`data` 数据、`other` 其他。",
        "other",
    )
    severity: Severity = shared(
        "`minor`, `major` or `critical`.", "严重程度：`minor` 一般、`major` 重要、`critical` 严重。", "minor"
    )
    owner: Identifier | None = shared("Who answers for it: a contact.", "责任人：联系人 id。", None, link="contacts")
    answer: Line | None = shared("What is done about it.", "处理办法。", None)
    closed: Day | None = shared("Day on which it was closed; absent while open.", "关闭日期，未关闭则不写。", None)
    outcome: Line | None = shared("How it ended.", "结果。", None)
    status: Stage | None = internal(
        "Stage: `received`, `assigned` (responsible named), `proposed`, `approved`, `told` (customer told), "
        "`carried-out`, `settled` (accountability), `reviewed`.",
        "处理阶段：`received` 记录、`assigned` 判定责任人、`proposed` 提出方案、`approved` 主管批示、`told` 通知客户、"
        "`carried-out` 实施、`settled` 责任处理、`reviewed` 总结评价。",
    )
    accountability: Line | None = internal("How it was settled with those responsible.", "责任人的处理。")
    lesson: Line | None = internal("What we learned.", "总结评价。")


class Escalation(Part):
    """When an open issue goes to a higher level."""

    severity: Severity | None = internal("Severity; absent for all.", "严重程度，不写表示全部。")
    days: Count = internal("Age in days from which it applies.", "提出后满多少天。", required=True, example=3)
    level: Line = internal("To whom it goes.", "升级到哪一级。", required=True, example="全国大客户总监")
    owner: Identifier | None = internal("Who takes it up: a contact.", "接手人：联系人 id。", link="contacts")


class Issues(Part):
    """Complaints and problems of the year, and how they climb."""

    items: tuple[Issue, ...] = shared("Complaints and problems.", "投诉与问题。", (), max_length=200)
    escalation: tuple[Escalation, ...] = internal("Rules of escalation.", "升级规则。", (), max_length=9)
