"""Codes E270-E273: references inside texts that lead nowhere, to nothing, or to what the reader must not see."""

from acbp.problems.codes import define

define(
    "E270",
    "双大括号里只能写一个引用，不能有别的内容",
    "between double braces stands a reference and nothing else",
    "写成 {example} 这样；不要写公式、引号或空的括号",
    "write it as {example}, without sums, quotes or empty braces",
)
define(
    "E270/open",
    "双大括号没有写完",
    "the double braces are not closed",
    "请在引用后面补上两个右大括号，写成 {example} 这样",
    "add two closing braces after the reference, as in {example}",
)
define(
    "E271",
    "计划里没有“{reference}”这个数据",
    "the plan has no figure '{reference}'",
    "用 acbp explain 可以列出全部引用",
    "acbp explain lists every reference of a plan",
)
define(
    "E271/near",
    "计划里没有“{reference}”这个数据，是不是“{nearest}”？",
    "the plan has no figure '{reference}'; did you mean '{nearest}'?",
    "相近的引用：{known}",
    "references that resemble it: {known}",
)
define(
    "E272",
    "引用的“{reference}”没有值，缺少：{missing}",
    "'{reference}' has no value; what is missing: {missing}",
    "请补上缺少的数据，或改掉这处引用",
    "add what is missing, or change the reference",
)
define(
    "E273",
    "客户能看到的文字引用了内部数据“{reference}”",
    "a text that the customer sees refers to the internal figure '{reference}'",
    "请改用客户可见的数据，或把这段文字标为内部",
    "refer to a figure that the customer may see, or mark the text as internal",
)
