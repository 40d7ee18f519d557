"""Code E280: personal notes that lie where they would be shared."""

from acbp.problems.codes import define

define(
    "E280",
    "个人资料文件放在计划文件夹或代码库里，会随计划一起分享",
    "the file of personal notes lies in the plan's folder or repository and would be shared with the plan",
    "请移到文件夹和代码库之外，这里只写名称或外部路径，例如 ~/private/people.txt",
    "move it out of both and write only its name or the path outside, such as ~/private/people.txt",
)
