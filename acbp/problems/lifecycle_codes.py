"""Codes W710 and W711: what a plan's life in git forbids."""

from acbp.problems.codes import define

define(
    "W710",
    "已同意的内容自提交 {commit} 以来改了（{sections}），变更记录却没有新的一条",
    "what was agreed has changed since commit {commit} ({sections}), and the change log has no new entry",
    "在 plan.change_log 写明日期、版本、改了什么和理由",
    "add an entry to plan.change_log: date, version, what, reason",
)
define(
    "W711",
    "状态由 {before} 退回到 {now}（提交 {commit}）",
    "the status went back from {before} to {now} (commit {commit})",
    "已同意的计划用新版本和变更记录来改；确要退回，请在变更记录里写明理由",
    "change an agreed plan by a new version and an entry in the change log; if it must go back, say why there",
)
