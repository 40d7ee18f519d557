"""Codes E230-E235: fields that are right each by itself, but not together."""

from acbp.problems.codes import define

define(
    "E230",
    "结束早于开始：{start} 到 {end}",
    "it ends before it starts: {start} to {end}",
    "请检查两个日期或周次",
    "check both dates or weeks",
)
define(
    "E231",
    "{period} 的复盘写了两次，第一次在{first}",
    "{period} is reviewed twice; the first is {first}",
    "请合并成一个，或改正其中一个的 period",
    "merge them, or correct the period of one",
)
define(
    "E232",
    "得分 {score} 超出 1 至 {top} 分",
    "a score of {score} is outside the scale 1 to {top}",
    "请改正得分，或修改满分值 scale",
    "correct the score, or change the scale",
)
define(
    "E233",
    "行动不能以自己为前提",
    "an action cannot depend on itself",
    "请删掉它，或写另一个行动的 id",
    "delete it, or write another action's id",
)
define(
    "E234",
    "进度只能在 0% 到 100% 之间",
    "progress lies between 0% and 100%",
    "完成即 100%",
    "what is done is 100%",
)
define(
    "E235",
    "部分大于整体：{part} 大于 {whole}",
    "the part is larger than the whole: {part} of {whole}",
    "请检查两个数字，或是否写反了",
    "check both numbers, or whether they changed places",
)
