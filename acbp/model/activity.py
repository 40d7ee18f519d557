"""Sections `actions`, `promotions` and `commitments`: who does what by when, the calendar, and what was promised."""

from typing import Literal

from acbp.model.base import Part, internal, shared
from acbp.model.launch import LaunchPlan
from acbp.model.scalars import Amount, Day, Flag, Identifier, Line, Percent, Week

Side = Literal["us", "customer"]


class Action(Part):
    """One thing to do, with its owners, dates and status."""

    id: Identifier = shared("Short name.", "短名。", example="planogram-pilot")
    name: Line = shared("What is done.", "行动内容。", example="棚格图定稿与 30 店试点")
    strategy: Identifier | None = shared(
        "Strategy that it carries out.", "对应的策略 id。", None, link="strategies", example="tea-shelf"
    )
    owner: Identifier | None = shared(
        "Owner on our side: a contact.", "我方负责人：联系人 id。", None, link="contacts", example="he-jing"
    )
    customer_owner: Identifier | None = shared(
        "Owner on the customer's side: a contact.", "客户方负责人：联系人 id。", None, link="contacts"
    )
    start: Day | None = shared("First day.", "开始日期。", None, example="2027-01-04")
    due: Day | None = shared("Last day.", "完成日期。", None, example="2027-03-19")
    progress: Percent | None = shared("How much is done.", "完成进度。", None, example="60%")
    status: Literal["open", "done", "dropped"] = shared(
        "`open`, `done` or `dropped`; lateness is worked out.",
        "`open` 进行中、`done` 完成、`dropped` 取消；延误由程序判断。",
        "open",
    )
    done_on: Day | None = shared("Day on which it was done.", "实际完成日期。", None)
    at_risk: Flag = shared(
        "True while the date is in danger although it has not passed.", "未到期但有风险时为 true。", False
    )
    milestone: Line | None = shared(
        "Short name of the milestone at its end.", "终点里程碑的短名。", None, example="试点复盘"
    )
    depends_on: tuple[Identifier, ...] = shared(
        "Actions that must be done before.", "前置行动 id。", (), link="actions", max_length=8
    )
    evidence: Line | None = shared("What proves that it is done.", "完成的凭据。", None)
    cause: Line | None = shared("Why it is late or at risk.", "延误或风险的原因。", None)
    recovery: Line | None = shared("How the time is made up.", "追回办法。", None)
    recovery_date: Day | None = shared("New date.", "追回日。", None)
    note: Line | None = internal("Remark.", "备注。")


class Span(Part):
    """Something on the calendar between two weeks."""

    name: Line = shared("Name as printed.", "名称。", example="年货节")
    start_week: Week = shared("First ISO week.", "开始周（ISO）。", example=2)
    end_week: Week = shared("Last ISO week.", "结束周（ISO）。", example=5)


class Holiday(Part):
    """A day of the calendar that moves shoppers."""

    name: Line = shared("Name as printed.", "名称。", example="春节")
    week: Week = shared("ISO week in which it falls.", "所在周（ISO）。", example=5)


class Promotion(Part):
    """One promotion: when, what, how, at what cost and with what effect."""

    id: Identifier = shared("Short name.", "短名。", example="cny-water")
    name: Line = shared("Name as printed.", "名称。", example="年货囤水")
    category: Identifier = shared("Category.", "品类 id。", link="categories", example="water")
    start_week: Week = shared("First ISO week of the plan year.", "开始周（ISO）。", example=3)
    end_week: Week = shared("Last ISO week.", "结束周（ISO）。", example=5)
    mechanic: Line = shared("Mechanic.", "机制。", example="第二件半价")
    depth: Percent | None = shared("Depth of the price cut for shoppers.", "让利幅度。", None, example="25%")
    lead: Flag = shared("True for the lead promotions of the year.", "主推档期为 true。", False)
    strategy: Identifier | None = shared("Strategy that it serves.", "对应的策略 id。", None, link="strategies")
    cost: Amount | None = shared("What we pay for it.", "我方承担的费用。", None, example="60")
    baseline: Amount | None = shared("Sales of those weeks without it.", "无促销时的基线销售额。", None, example="420")
    period_baseline: Amount | None = shared(
        "Baseline of the whole quarter in which it runs, where `baseline` is to be worked out from it by days.",
        "所在季度的基线销售额；不写 `baseline` 时按天数折算。",
        None,
    )
    uplift: Percent | None = shared("Uplift on the baseline.", "增量比例。", None, example="45%")
    actual_cost: Amount | None = shared("What it did cost.", "实际费用。", None)
    actual_incremental: Amount | None = shared("Sales that it did add.", "实际增量销售额。", None)
    margin: Percent | None = internal("Our margin on the incremental sales.", "我方增量毛利率。", example="32%")
    stocking_up: Percent | None = internal(
        "Part of the lift that shoppers would have bought later.", "增量中提前囤货的比例。", example="12%"
    )
    cannibalisation: Percent | None = internal(
        "Part of the lift that our other products lose.", "增量中来自我方其他产品的比例。", example="8%"
    )


class ExpectedAsk(Part):
    """A request that will come although nobody planned it: a flyer, an opening, an anniversary."""

    name: Line = internal("What will be asked.", "预计的要求。", required=True, example="新店开业支持")
    month: int | None = internal("Month in which it is expected.", "预计月份。", ge=1, le=12, strict=True)
    amount: Amount | None = internal("What we keep ready.", "预留金额。", example="20")


class PromotionYear(Part):
    """Totals of the year before, to compare with."""

    count: int | None = shared("Number of promotions.", "档期数。", None, ge=0, strict=True)
    cost: Amount | None = shared("Cost.", "费用。", None)
    incremental: Amount | None = shared("Incremental sales.", "增量销售额。", None)


class Promotions(Part):
    """The promotion calendar of the year."""

    holidays: tuple[Holiday, ...] = shared("Holidays and festivals.", "节日。", (), max_length=30)
    campaigns: tuple[Span, ...] = shared("The customer's own campaigns.", "客户档期。", (), max_length=30)
    displays: tuple[Span, ...] = shared("Secondary displays.", "二次陈列。", (), max_length=30)
    items: tuple[Promotion, ...] = shared("The promotions.", "促销清单。", (), max_length=200)
    fund: Amount | None = shared("Fund agreed for promotions.", "约定的促销费用总额。", None, example="1050")
    roi: Literal["profit", "net-profit", "revenue"] = shared(
        "Which return is printed: `profit` = incremental profit ÷ spend, "
        "`net-profit` = (incremental profit − spend) ÷ spend, `revenue` = (uplift revenue − spend) ÷ uplift revenue.",
        "投入回报的口径：`profit` 增量毛利 ÷ 费用；`net-profit`（增量毛利 − 费用）÷ 费用；"
        "`revenue`（增量销售 − 费用）÷ 增量销售。",
        "profit",
    )
    last_year: PromotionYear | None = shared("The year before.", "上年合计。", None)
    launch_plan: LaunchPlan | None = shared("The first weeks of a launch.", "新品启动方案（60 天）。", None)
    rules: tuple[Line, ...] = shared("Rules of the calendar.", "档期规则。", (), max_length=8)
    expected_asks: tuple[ExpectedAsk, ...] = internal(
        "Requests to be ready for.", "预计的突发要求。", (), max_length=12
    )


class Commitment(Part):
    """A promise of one side, with its date and its proof."""

    id: Identifier = shared("Short name.", "短名。", example="tea-shelf-28")
    side: Side = shared(
        "Who promises: `us` or `customer`.", "哪一方的承诺：`us` 我方、`customer` 客户。", example="customer"
    )
    what: Line = shared("The promise.", "承诺内容。", example="无糖茶货架占比由 19% 提到 28%")
    owner: Identifier | None = shared("Who answers for it: a contact.", "负责人：联系人 id。", None, link="contacts")
    due: Day | None = shared("By when; absent for the whole year.", "期限；不写表示全年。", None, example="2027-06-30")
    proof: Line | None = shared("What proves it.", "凭据。", None)
    status: Literal["open", "kept", "broken"] = shared("Where it stands.", "状态。", "open")
    kept_on: Day | None = shared("Day on which it was kept.", "兑现日期。", None, example="2027-06-24")
    highlight: Flag = shared("True for promises on the plan on a page.", "出现在一页纸上时为 true。", False)
