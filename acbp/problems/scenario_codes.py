"""Codes E240-E242: changes of a scenario that cannot be made."""

from acbp.problems.codes import define

define(
    "E240",
    "{path} 不是计划里的数字",
    "{path} is no figure of this plan",
    "请写到数字为止的路径，条目用 id，例如 strategies.tea-shelf.value；`*` 表示所有条目",
    "write the path down to a figure, items by id: strategies.tea-shelf.value; `*` is every item",
)
define(
    "E241",
    "每项改动须写 to 或 by 其中一个",
    "a change says either `to` or `by`",
    "`to` 写改成的值，`by` 写增减比率，例如 by: -5%",
    "`to` is the new value, `by` the change of itself: by: -5%",
)
define(
    "E242",
    "{path} 没有可按比率增减的数字",
    "{path} holds no value that could change by a percentage",
    "计划里没有写这个数字：请用 to 写明数值",
    "the plan leaves it out: say the value with `to`",
)
