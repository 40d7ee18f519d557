"""Codes E260-E264: ladders and checklists that do not agree with themselves or with what a review says of them."""

from acbp.problems.codes import define

define(
    "E260",
    "一个指标不能既是阶梯又是清单",
    "one KPI cannot be both a ladder and a checklist",
    "请保留 levels 或 checks 之一，或分成两个指标",
    "keep either levels or checks, or make two KPIs of it",
)
define(
    "E261",
    "{value} 不在 0 到 {top} 之间，或不是整数",
    "{value} is no whole number from 0 to {top}",
    "阶梯写级别，最低一级为 1；清单的目标写做到的项数",
    "a ladder takes a level, the lowest of which is 1; a checklist's target is a number of items",
)
define(
    "E262",
    "“{kpi}”是清单，实际值不写数字",
    "'{kpi}' is a checklist: its actual is no number",
    "请在 actuals.met 中列出已做到的项目",
    "list the items that are met under actuals.met",
)
define(
    "E263",
    "清单中有两项的短名都是“{id}”",
    "two items of the checklist have the id '{id}'",
    "请改其中一个的短名",
    "change one of them",
)
define(
    "E264",
    "“{kpi}”的清单中没有“{id}”",
    "the checklist of '{kpi}' has no item '{id}'",
    "清单中的项目：{known}",
    "its items: {known}",
)
define(
    "E264/near",
    "“{kpi}”的清单中没有“{id}”",
    "the checklist of '{kpi}' has no item '{id}'",
    "是不是“{nearest}”？",
    "did you mean '{nearest}'?",
)
