"""Codes E920-E926: a PDF whose version cannot be proved, a plan that cannot be rolled on, a workspace in the way."""

from acbp.problems import define

define(
    "E920",
    "“{file}”不是本程序生成的 PDF",
    "'{file}' is no PDF that this program made",
    "请检查文件名；只有本程序生成的 PDF 带有版本凭证",
    "check the name; only PDFs made by this program carry the proof of their version",
)
define(
    "E920/unread",
    "无法读取“{file}”：{reason}",
    "'{file}' cannot be read: {reason}",
    "请检查文件的读取权限",
    "check that you may read it",
)
define(
    "E921",
    "“{file}”没有附带计划文件",
    "'{file}' carries no plan",
    "只有用 acbp build --attach-source 生成的内部版附带计划文件，客户版从不附带",
    "only internal editions built with acbp build --attach-source carry it; customer editions never do",
)
define(
    "E921/broken",
    "“{file}”附带的计划文件已损坏",
    "the plan that '{file}' carries is damaged",
    "请换一份未经其他软件改存的 PDF",
    "take a copy of the PDF that no other program has saved anew",
)
define(
    "E922",
    "这里没有短名为“{plan}”的计划",
    "there is no plan '{plan}' here",
    "请在计划所在的文件夹里运行，或用 --plan 指明计划",
    "run it in the folder of the plans, or name the plan with --plan",
)
define(
    "E923",
    "计划“{plan}”在该提交中有错误，无法重新生成",
    "plan '{plan}' has errors at that commit, so that it cannot be built again",
    "请用 git show 查看该提交，或运行 acbp history",
    "look at the commit with git show, or run acbp history",
)
define(
    "E924",
    "{year} 年不在计划年度 {planned} 之后",
    "{year} does not follow the plan's year, {planned}",
    "请检查 --year",
    "check --year",
)
define(
    "E925",
    "“{file}”有错误，请先改正",
    "'{file}' has errors; mend them first",
    "运行 acbp validate 查看全部问题",
    "acbp validate lists them all",
)
define(
    "E926",
    "“{file}”生成时计划有未提交的改动，或用 --set 改写了数据，证明不了是哪个版本",
    "'{file}' was built from changes that were not committed, or with values put in by --set: it proves no version",
    "请提交计划，再重新生成",
    "commit the plan, and build again",
)
