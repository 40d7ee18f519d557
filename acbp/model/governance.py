"""Section `plan.governance`: how the account is steered: incentive, control, evaluation, and the year's calendar."""

from typing import Literal

from acbp.model.base import Part, internal, shared
from acbp.model.scalars import Day, Identifier, Line, Quantity


class Steering(Part):
    """A way to steer the account: an incentive, or a control."""

    kind: Literal["material", "authority", "integration", "contract", "process"] = internal(
        "Incentive: `material`, `authority`, `integration`; control: `contract`, `process`.",
        "激励：`material` 物质、`authority` 权限、`integration` 一体化；控制：`contract` 合同、`process` 计划流程。",
        required=True,
    )
    what: Line = internal("What is done.", "做法。", required=True, example="年度返利按季度得分兑现")
    condition: Line | None = internal("On what condition.", "条件。")
    owner: Identifier | None = internal("Who answers for it: a contact.", "负责人：联系人 id。", link="contacts")


class Evaluation(Part):
    """The account judged by one measure: over time, and against our other customers of its kind."""

    name: Line = internal("Measure.", "指标。", required=True, example="费用率")
    horizon: Literal["short", "long"] = internal(
        "`short`: this year; `long`: over several years.", "`short` 短期（本年）、`long` 长期（多年）。", "short"
    )
    unit: Line | None = internal("Unit.", "单位。", example="%")
    before: Quantity | None = internal("The value before.", "此前的值（纵向对比）。")
    now: Quantity | None = internal("The value now.", "现在的值。")
    peers: Quantity | None = internal("Mean of our comparable customers.", "同类客户均值（横向对比）。")
    verdict: Line | None = internal("What follows from it.", "评价。")


class Occasion(Part):
    """An entry of the calendar: a report, a round table, an event for the customer, a training."""

    kind: Literal["report", "round-table", "event", "training"] = shared(
        "`report`, `round-table`, `event` or `training`.",
        "`report` 定期报告、`round-table` 座谈会、`event` 客户活动、`training` 客户培训。",
        example="training",
    )
    name: Line = shared("What it is.", "内容。", example="门店理货员培训")
    date: Day | None = shared("Day of it.", "日期。", None, example="2027-03-10")
    rhythm: Line | None = shared("How often, where it has no single day.", "频率（没有固定日期时）。", None)
    people: Line | None = shared("For whom, or with whom.", "参加人。", None)
    output: Line | None = shared("What it brings.", "产出。", None)


class Governance(Part):
    """How the account is steered and kept in touch with."""

    calendar: tuple[Occasion, ...] = shared(
        "Reports, round tables, events, trainings.", "治理日历。", (), max_length=24
    )
    incentives: tuple[Steering, ...] = internal("Incentives.", "激励。", (), max_length=10)
    controls: tuple[Steering, ...] = internal("Controls.", "控制。", (), max_length=10)
    evaluations: tuple[Evaluation, ...] = internal("Evaluation.", "评价。", (), max_length=12)
