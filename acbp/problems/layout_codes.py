"""Codes E250-E254: a layout that names pages which do not exist, and tables and charts that are not whole."""

from acbp.problems.codes import define

define(
    "E250",
    "没有名为“{page}”的页面；有：{known}",
    "there is no page '{page}'; the pages are: {known}",
    "请用列出的页面名，或 layout.pages 中自定义页的短名",
    "use one of these names, or the id of a page in layout.pages",
)
define(
    "E250/near",
    "没有名为“{page}”的页面，是否想写“{nearest}”？",
    "there is no page '{page}'; did you mean '{nearest}'?",
    "请改成“{nearest}”",
    "write '{nearest}'",
)
define(
    "E251",
    "页面“{page}”排了两次",
    "the page '{page}' is placed twice",
    "请删掉其中一处",
    "delete one of them",
)
define(
    "E252",
    "“{page}”是程序自带页面的名称，或已用于另一个自定义页",
    "'{page}' is the name of one of the program's own pages, or of another page of yours",
    "请换一个短名",
    "choose another id",
)
define(
    "E253",
    "这一行有 {count} 格，表头有 {columns} 列",
    "this row has {count} cells, the table has {columns} columns",
    '请补齐或删去单元格；没有内容的格子写 "—"',
    'add or delete cells; write "—" for one that is empty',
)
define(
    "E254",
    "图中的每个值要写 value 或 of，且只写一个",
    "each point of a chart has either `value` or `of`",
    "请写数值，或引用计划中的一个数字",
    "give its value, or the reference of a figure of the plan",
)
