"""Codes E001-E012: files that cannot be found, opened or used."""

from acbp.problems.codes import define

define(
    "E001",
    "找不到文件“{file}”",
    "the file '{file}' does not exist",
    "请检查文件名和所在文件夹，注意大小写",
    "check the name and the folder, capital letters included",
)
define(
    "E002",
    "文件夹“{file}”里没有计划",
    "the folder '{file}' holds no plan",
    "计划是一个 YAML 文件，或是含有 plan.yaml 的文件夹",
    "a plan is a YAML file, or a folder that holds plan.yaml",
)
define(
    "E002/candidate",
    "文件夹“{file}”里没有 plan.yaml",
    "the folder '{file}' holds no plan.yaml",
    "主文件必须叫 plan.yaml：请把“{candidate}”改名为 plan.yaml",
    "the main file must be called plan.yaml: rename '{candidate}' to plan.yaml",
)
define(
    "E003",
    "无法读取“{file}”：{reason}",
    "'{file}' cannot be read: {reason}",
    "请检查文件的读取权限，并确认它是普通文件",
    "check that you may read it and that it is an ordinary file",
)
define(
    "E004",
    "文件是空的：没有任何内容，或只有注释",
    "the file is empty, or holds nothing but comments",
    "请写入内容，或删除这个文件",
    "write its content, or delete the file",
)
define(
    "E005",
    "这不是文本文件(文件中含有二进制内容)",
    "this is no text file: it holds binary data",
    "计划必须是用文本编辑器保存的 YAML 文件，不能是 Excel、Word 或 PDF 文件",
    "a plan is a YAML file saved by a text editor, not an Excel, Word or PDF file",
)
define(
    "E006",
    "文件太大：{size}，上限是 {limit}",
    "the file is too large: {size}, where {limit} is the most",
    "请把内容拆到几个分段文件，数据表放进 CSV 文件",
    "split it into section files and keep tables of figures in CSV files",
)
define(
    "E007",
    "“{file}”不在计划所在的文件夹之内",
    "'{file}' lies outside the folder of the plan",
    "只能使用计划文件夹里的文件：写相对路径，用“/”分隔，不能有“..”、“~”、盘符或网址",
    "only files in the plan's folder can be used: a relative path without '..', '~', a drive or an address",
)
define(
    "E008",
    "“{section}”写了两次：这里和 {other}",
    "'{section}' is given twice: here and in {other}",
    "只保留一处：写在 plan.yaml 里，或单独放在一个文件里",
    "keep one of them: either in plan.yaml or in a file of its own",
)
define(
    "E009",
    "文件名“{file}”不是计划的任何部分",
    "the file name '{file}' is no section of a plan",
    "分段文件以该部分的名称命名，例如 scorecard.yaml；其他文件请移到别的文件夹",
    "a section file bears the name of its section, as scorecard.yaml; move any other file to another folder",
)
define(
    "E009/rename",
    "文件名“{file}”不是计划的任何部分，是不是“{nearest}”？",
    "the file name '{file}' is no section of a plan; did you mean '{nearest}'?",
    "请把文件改名为“{nearest}”",
    "rename the file to '{nearest}'",
)
define(
    "E010",
    "“{section}”不是列表，不能拆成一个文件夹",
    "'{section}' is no list and cannot be split into a folder",
    "请把它写在一个文件里：{section}.yaml",
    "write it in one file: {section}.yaml",
)
define(
    "E011",
    "“{file}”写法不是可用的文件路径",
    "'{file}' is not a usable file path",
    "请写相对于计划文件夹的路径，例如 data/sales.csv",
    "write a path relative to the plan's folder, such as data/sales.csv",
)
define(
    "E012",
    "文件“{section}.yaml”里不必再写“{section}:”",
    "the file '{section}.yaml' must not repeat '{section}:'",
    "请删掉这一行，并把下面的内容向左移一级",
    "delete this line and move what follows one level to the left",
)
