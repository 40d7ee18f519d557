"""Codes E150-E159, W150: spreadsheets that stand in place of a list."""

from acbp.problems.codes import define

define(
    "E150",
    "工作簿里没有名为“{sheet}”的工作表，只有：{known}",
    "the workbook has no sheet '{sheet}', only: {known}",
    "请改正 sheet，或在表格软件里改工作表名",
    "correct `sheet`, or rename the sheet in the workbook",
)
define(
    "E151",
    "第 {row} 行表头里没有“{key}”这一列；表头有：{known}",
    "the heads in row {row} hold no column '{key}'; they are: {known}",
    "请加上这一列，或写 columns: {{{key}: 表头文字}}；表头在别的行时写 head: 行号",
    "add the column, or write columns: {{{key}: its head}}; if the heads stand in another row, write head: its number",
)
define(
    "E152",
    "单元格是公式，但文件里没有存它的结果",
    "the cell holds a formula whose result is not stored in the file",
    "请用 Excel 或 WPS 打开，保存一次，再试",
    "open the file in Excel or LibreOffice, save it, and try again",
)
define(
    "E153",
    "单元格里是表格软件的错误值 {value}",
    "the cell holds the spreadsheet's error {value}",
    "请改正公式，或清空单元格",
    "mend the formula, or clear the cell",
)
define(
    "E154",
    "不能读取 {suffix} 文件，只能读取 .csv 和 .xlsx",
    "{suffix} files cannot be read, only .csv and .xlsx",
    "请在表格软件里另存为“Excel 工作簿 (.xlsx)”",
    "save it as an Excel workbook (.xlsx)",
)
define(
    "E155",
    "打不开这个表格：内容不是完好的 {suffix} 文件",
    "the table cannot be opened: it is no sound {suffix} file",
    "请用表格软件打开并另存，去掉密码保护",
    "open it in the spreadsheet program, remove any password, and save it again",
)
define(
    "E156",
    "有两列的表头都是“{key}”，第一列在 {first}",
    "two columns have the head '{key}'; the first is {first}",
    "请删掉或改名其中一列",
    "delete or rename one of them",
)
define(
    "E157",
    "这一行比表头多出一格“{value}”",
    "this row has a cell '{value}' beyond the heads",
    "请给这一列写表头，或检查这一行的逗号和引号",
    "give the column a head, or check the commas and quotes of this row",
)
define(
    "W150",
    "表头“{key}”没有被读取，最接近的是“{nearest}”",
    "the column '{key}' is not read; the nearest known one is '{nearest}'",
    "请改表头，或写 columns: {{{nearest}: {key}}}",
    "rename the head, or write columns: {{{nearest}: {key}}}",
)
