"""Section `promotions.launch_plan`: the first weeks of a launch, step by step, until the goods sell through."""

from acbp.model.base import Part, shared
from acbp.model.scalars import Count, Day, Identifier, Line


class LaunchStep(Part):
    """One step, from one day of the launch to another; the first day is day 1."""

    name: Line = shared("What is done.", "步骤。", example="铺货上架")
    from_day: Count = shared("First day.", "从第几天。", example=8)
    to_day: Count = shared("Last day.", "到第几天。", example=21)
    owner: Identifier | None = shared("Owner on our side: a contact.", "我方负责人：联系人 id。", None, link="contacts")
    customer_owner: Identifier | None = shared(
        "Owner on the customer's side: a contact.", "客户方负责人：联系人 id。", None, link="contacts"
    )
    measure: Line | None = shared("What shows that it is done.", "衡量标准。", None, example="148 店上架率 ≥ 95%")


class LaunchPlan(Part):
    """The plan of a launch, most often of 60 days."""

    name: Line = shared("What is launched.", "启动什么。", example="两支无糖茶新品")
    aim: Line | None = shared("What the customer gets out of it.", "客户因此成功在哪里。", None)
    category: Identifier | None = shared("Category.", "品类 id。", None, link="categories")
    start: Day = shared("Day 1.", "第 1 天的日期。", example="2027-03-15")
    steps: tuple[LaunchStep, ...] = shared("The steps.", "步骤。", (), max_length=20)
