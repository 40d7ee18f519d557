"""Codes W906 and E907-E916: a build that cannot go on, a scaffold or a review that cannot be written."""

from acbp.problems import define

define(
    "W906",
    "“{file}”和“{other}”的计划短名都是“{id}”；为免互相覆盖，文件名里加上了计划文件的名称",
    "'{file}' and '{other}' have the same plan id '{id}'; so that neither overwrites the other, the name of the plan "
    "file is part of what they are called",
    "请修改其中一个的 plan.id",
    "change plan.id in one of them",
)
define(
    "E907",
    "程序自身出错，没有生成“{file}”",
    "a fault of the program itself: '{file}' is not built",
    "计划没有问题；请把日志 {log} 附在问题报告里",
    "your plan is not to blame; please report it with the log {log}",
)
define(
    "E908",
    "生成“{file}”的进程意外中止({reason})",
    "the process that was building '{file}' died ({reason})",
    "请单独再生成一次这个计划；如果仍然中止，请运行 acbp doctor",
    "build this plan again by itself; if that fails too, run acbp doctor",
)
define(
    "E909",
    "无法写入“{file}”：{reason}",
    "'{file}' cannot be written: {reason}",
    "请检查文件夹的写入权限，或用 --output 换一个文件夹",
    "check that you may write there, or choose another folder with --output",
)
define(
    "E909/denied",
    "无法写入“{file}”：没有写入权限",
    "'{file}' cannot be written: you have no permission to write there",
    "请修改文件夹的写入权限，或用 --output 换一个文件夹",
    "change the permissions, or choose another folder with --output",
)
define(
    "E909/full",
    "无法写入“{file}”：磁盘已满，还需要 {bytes} 字节",
    "'{file}' cannot be written: the disk is full; {bytes} bytes are needed",
    "请腾出空间后再运行一次；原有的 PDF 没有改动",
    "free some space and run again; the PDF that was there before is untouched",
)
define(
    "E909/kind",
    "无法写入“{file}”：该处已有同名的文件或文件夹",
    "'{file}' cannot be written: a file stands where a folder is wanted, or a folder where a file is",
    "请移走它，或用 --output 换一个文件夹",
    "move it out of the way, or choose another folder with --output",
)
define(
    "E911",
    "“{file}”已经存在，没有覆盖",
    "'{file}' exists already and is left as it is",
    "请换一个名称，或先移走原有的文件",
    "choose another name, or move what is there out of the way",
)
define(
    "E912",
    "“{name}”不能用作计划的名称",
    "'{name}' cannot name a plan",
    "请用字母、数字和连字符，例如 castlegate-2028；可以带上级文件夹",
    "use letters, digits and hyphens, such as castlegate-2028; a folder may stand before it",
)
define(
    "E913",
    "年份超出范围：{range}",
    "the year is out of range: {range}",
    "请检查 --year",
    "check --year",
)
define(
    "E914",
    "计划中没有 {period} 的复盘",
    "the plan has no review of {period}",
    "已有复盘：{known}；用 acbp review 写出新的一季",
    "reviewed so far: {known}; acbp review writes the next one",
)
define(
    "E914/none",
    "计划中还没有复盘",
    "the plan has no review yet",
    "用 acbp review 写出第一份复盘，例如 acbp review 计划文件夹 Q1",
    "write the first with acbp review, for example: acbp review PLAN Q1",
)
define(
    "E914/internal",
    "{period} 的复盘标为内部，没有客户版",
    "the review of {period} is internal: there is no customer edition of it",
    "用 --edition internal，或去掉 audience: internal",
    "use --edition internal, or delete audience: internal",
)
define(
    "E915",
    "{period} 的复盘已经有了，没有改动",
    "{period} has a review already; nothing is changed",
    "请直接修改这份复盘",
    "edit that review",
)
define(
    "E916",
    "没有名为“{name}”的模板",
    "there is no template named '{name}'",
    "用 acbp templates 查看全部名称",
    "acbp templates lists all names",
)
define(
    "E916/near",
    "没有名为“{name}”的模板，是不是“{nearest}”？",
    "there is no template named '{name}'; did you mean '{nearest}'?",
    "请写完整的名称：{nearest}",
    "write the whole name: {nearest}",
)
