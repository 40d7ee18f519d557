"""Codes E700-E706 and W700: merge conflicts, and versions that cannot be had."""

from acbp.problems.codes import define

define(
    "E700",
    "合并冲突没有解决：{ours} 与 {theirs} 改了同一处",
    "a merge conflict: {ours} and {theirs} changed the same lines",
    "请留下应有的内容，删去以 <<<<<<<、=======、>>>>>>> 开头的行",
    "keep what holds, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
)
define(
    "E700/items",
    "合并冲突没有解决：{items}",
    "a merge conflict: {items}",
    "请逐项留下应有的内容，删去以 <<<<<<<、=======、>>>>>>> 开头的行",
    "keep what holds for each item, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
)
define(
    "E701",
    "找不到 git 程序，无法读取历史版本",
    "the program git is not there, so no earlier version can be read",
    "请安装 git，或直接比较两个计划文件：acbp diff 旧计划 新计划",
    "install git, or compare two plan files: acbp diff OLD NEW",
)
define(
    "E701/init",
    "找不到 git 程序，文件已写好，但还不是仓库",
    "the program git is not there: the files are written, but they are no repository yet",
    "请安装 git，再运行一次 acbp init",
    "install git, and run acbp init again",
)
define(
    "E702",
    "“{file}”不在 git 仓库里，没有历史版本",
    "'{file}' lies in no git repository, so it has no earlier versions",
    "请在计划文件夹里运行 git init 并提交，或直接比较两个计划文件：acbp diff 旧计划 新计划",
    "run git init there and commit, or compare two plan files: acbp diff OLD NEW",
)
define(
    "E703",
    "仓库里没有版本“{revision}”",
    "the repository has no revision '{revision}'",
    "可写提交号、标签、分支，或 HEAD~1 这样的写法；用 git log 查看",
    "a commit, a tag, a branch, or such as HEAD~1; git log lists them",
)
define(
    "E703/near",
    "仓库里没有版本“{revision}”，是不是“{nearest}”？",
    "the repository has no revision '{revision}'; did you mean '{nearest}'?",
    "可写提交号、标签、分支，或 HEAD~1 这样的写法；用 git log 查看",
    "a commit, a tag, a branch, or such as HEAD~1; git log lists them",
)
define(
    "E703/shallow",
    "没有取到版本“{revision}”：这个仓库只克隆了最近的提交",
    "the revision '{revision}' is not here: the repository was cloned without its older commits",
    "请运行 git fetch --unshallow",
    "run git fetch --unshallow",
)
define(
    "E703/foreign",
    "这个仓库里没有提交 {revision}",
    "this repository has no commit {revision}",
    "文件出自别的仓库，或那次提交还没有取来：先运行 git fetch 再试",
    "the document comes from another repository, or the commit was not fetched yet: run git fetch and try again",
)
define(
    "E703/empty",
    "仓库里还没有任何提交",
    "the repository has no commit yet",
    "请先提交计划：git add 计划 && git commit",
    "commit the plan first: git add PLAN && git commit",
)
define(
    "E704",
    "版本“{revision}”里没有“{file}”",
    "'{file}' is not in the revision '{revision}'",
    "可能当时还没有这个计划，或它叫别的名字；用 acbp history 查看它的各个版本",
    "the plan may not have been there yet, or under another name; acbp history lists its versions",
)
define(
    "E705",
    "git 没有完成：{reason}",
    "git did not finish: {reason}",
    "请在计划文件夹里运行 git status 查看原因",
    "run git status in the plan's folder to see why",
)
define(
    "E705/ownership",
    "git 不信任这个仓库：“{file}”属于另一个用户",
    "git does not trust this repository: '{file}' belongs to another user",
    "确认可信后运行 git config --global --add safe.directory {file}",
    "if you trust it, run git config --global --add safe.directory {file}",
)
define(
    "E706",
    "“{file}”在版本 {revision} 中有错误，无法比较",
    "'{file}' has errors in {revision}, so that it cannot be compared",
    "请与没有错误的版本比较；用 acbp history 查看各个版本",
    "compare with a version that has none; acbp history lists the versions",
)
define(
    "W700",
    "更早的版本没有取到：这个仓库只克隆了最近的提交",
    "older versions are not here: the repository was cloned without its older commits",
    "请运行 git fetch --unshallow",
    "run git fetch --unshallow",
)
