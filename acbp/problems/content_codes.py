"""Codes E201-E222: a plan that can be read but does not say what a plan has to say."""

from acbp.problems.codes import define

define(
    "E201",
    "这里没有“{key}”这一项",
    "there is no '{key}' here",
    "请删掉它，或移到正确的位置。这里可以写：{known}",
    "delete it or move it to its place. Names that may stand here: {known}",
)
define(
    "E201/near",
    "这里没有“{key}”这一项，是不是“{nearest}”？",
    "there is no '{key}' here; did you mean '{nearest}'?",
    "请改名为“{nearest}”",
    "rename it to '{nearest}'",
)
define(
    "E201/rename",
    "这里没有“{key}”这一项，缺少的是必填项“{nearest}”",
    "there is no '{key}' here, and the required '{nearest}' is missing",
    "请把“{key}”改名为“{nearest}”，不要删除",
    "rename '{key}' to '{nearest}'; do not delete it",
)
define(
    "E202",
    "缺少必填项“{key}”",
    "'{key}' is required and missing",
    "请在这里补上“{key}: …”",
    "add '{key}: …' here",
)
define(
    "E203",
    "这里只能从规定的值中选一个",
    "only one of the listed values may stand here",
    "可以写：{allowed}",
    "write one of: {allowed}",
)
define(
    "E204",
    "这里要填{expected}",
    "{expected} is wanted here",
    "这里只写一个值，不要写列表，也不要写“名称: 内容”",
    "write a single value here, neither a list nor 'name: value' lines",
)
define(
    "E204/list",
    "这里要填{expected}",
    "{expected} is wanted here",
    "请写成 [a, b]，或每项一行、以“- ”开头",
    "write [a, b], or one item a line, each beginning with '- '",
)
define(
    "E204/mapping",
    "这里要填{expected}",
    "{expected} is wanted here",
    "请每行写一个“名称: 内容”，例如 name: 华联超市",
    "write 'key: value' lines, as name: Castlegate",
)
define(
    "E204/whole",
    "这里要填{expected}",
    "{expected} is wanted here",
    "请写不带小数和单位的数字，例如 3",
    "write a number without decimals, as 3",
)
define(
    "E204/text",
    "这里要填{expected}",
    "{expected} is wanted here",
    "请只写一段文字，必要时加引号，例如 '华东区'",
    "write one text, in quotes if need be, as 'North region'",
)
define(
    "E205",
    "数值超出范围：{range}",
    "the value is out of range: {range}",
    "请写这个范围内的数字",
    "write a number in this range",
)
define(
    "E205/figure",
    "数值超出范围：{range}",
    "the value is out of range: {range}",
    "请检查数值和单位(万、亿、k、m)",
    "check the figure and its unit (万, 亿, k, m)",
)
define(
    "E206",
    "文字太长：最多 {limit} 个字符，现有 {length} 个",
    "the text is too long: {length} characters, where {limit} are the most",
    "请缩短文字，或把细节放到其他段落",
    "shorten it, or move details to another part",
)
define(
    "E207",
    "项数不对：最多 {limit} 项，现有 {count} 项",
    "too many items: {count}, where {limit} are the most",
    "请只保留最重要的，或合并几项",
    "keep the most important ones, or merge some",
)
define(
    "E208",
    "短名的写法不对",
    "the id is not well-formed",
    "短名只用小写字母 a-z、数字和连字符“-”，以字母或数字开头，最多 60 个字符，例如 cooler-rollout",
    "an id is made of a-z, 0-9 and '-', begins with a letter or digit and has 60 characters at most, as cooler-rollout",
)
define(
    "E209",
    "短名“{id}”用了两次，第一次在 {first}",
    "the id '{id}' is used twice; the first is at {first}",
    "请给其中一个换个短名，并修改引用它的地方",
    "rename one of them, and the places that refer to it",
)
define(
    "E210",
    "在 {target} 里找不到短名“{id}”",
    "{target} holds no item with the id '{id}'",
    "请先添加这一项，或改成已有的短名：{known}",
    "add that item first, or use an id that exists: {known}",
)
define(
    "E210/near",
    "在 {target} 里找不到短名“{id}”，是不是“{nearest}”？",
    "{target} holds no item with the id '{id}'; did you mean '{nearest}'?",
    "请改成“{nearest}”，或先添加这一项",
    "write '{nearest}', or add that item first",
)
define(
    "E211",
    "这一项不能为空",
    "this must not be empty",
    "请填写内容，或删掉整行",
    "write its content, or delete the whole line",
)
define(
    "E212",
    "“{key}”不是有效的期间",
    "'{key}' is not a period",
    "季度写 Q1、Q2、Q3、Q4，全年写 year",
    "quarters are Q1, Q2, Q3, Q4; the whole year is year",
)
define(
    "E213",
    "单位不符：这里要填{expected}",
    "the unit does not fit: {expected} is wanted here",
    "请去掉 %；只有单位为 % 的指标才写百分数",
    "write it without %; only a measure whose unit is % takes percentages",
)
define(
    "E213/bare",
    "单位不符：这里要填{expected}",
    "the unit does not fit: {expected} is wanted here",
    "请写 {plain}，不带 %",
    "write {plain}, without %",
)
define(
    "E213/percent",
    "单位不符：这里要填{expected}",
    "the unit does not fit: {expected} is wanted here",
    "单位为 % 的指标写百分数，例如 8%",
    "a measure whose unit is % takes percentages, as 8%",
)
define(
    "E214",
    "这里的文字只能写一行",
    "the text must stand on one line",
    "请去掉换行，或缩短文字",
    "remove the line breaks, or shorten it",
)
define(
    "E215",
    "项数太少：至少 {limit} 项，现有 {count} 项",
    "too few items: {count}, where {limit} are the least",
    "请补充内容，或删掉整个部分",
    "add items, or delete the whole part",
)
define(
    "E216",
    "“--set”的写法不对",
    "this --set cannot be read",
    "请写成 --set 路径=值，例如 --set plan.status=agreed",
    "write --set path=value, as --set plan.status=agreed",
)
define(
    "E217",
    "计划里没有“{path}”",
    "the plan has no '{path}'",
    "列表中的一项写短名或序号(从 1 开始)：opportunities.items[cooler-rollout].value",
    "an item of a list is named by its id or its number, counted from 1: opportunities.items[cooler-rollout].value",
)
define(
    "E217/near",
    "计划里没有“{path}”，是不是“{nearest}”？",
    "the plan has no '{path}'; did you mean '{nearest}'?",
    "请改成“{nearest}”",
    "write '{nearest}'",
)
define(
    "E218",
    "这个值的写法不符合要求",
    "the value does not have the required form",
    "请对照文档中这一项的写法，检查有没有多余的空格、大写字母或符号",
    "compare it with the documentation of this field; look for surplus spaces, capital letters or signs",
)
define(
    "E218/currency",
    "这不是币种代码",
    "this is not the code of a currency",
    "请写三个大写字母，例如 CNY、GBP",
    "write three capital letters, as CNY, GBP",
)
define(
    "E218/brand",
    "这不是品牌包的名称",
    "this is not the name of a brand pack",
    "只用小写字母、数字和连字符，例如 spring",
    "write small letters, digits and hyphens, as spring",
)
define(
    "E219",
    "这里的内容与计划的要求不符({kind})",
    "this does not fit what a plan asks for here ({kind})",
    "请对照文档中这一项的说明",
    "compare it with the description of this field in the documentation",
)
define(
    "E220",
    "“{key}”里写的“{field}”不是这一部分的项目",
    "'{field}', listed under '{key}', is no field of this part",
    "请写这一部分里的名称，注意拼写",
    "list names of this part, and check the spelling",
)
define(
    "E221",
    "“{field}”是必填项，不能对客户隐藏",
    "'{field}' is required and cannot be kept from the customer",
    "请从“{key}”中删掉它；要隐藏整个部分，请写 audience: internal",
    "drop it from '{key}'; to keep the whole part back, write audience: internal",
)
define(
    "E222",
    "列表“{kind}”没有写或是空的，却有 {count} 处引用其中的短名，这是第一处",
    "the list '{kind}' is missing or empty, and {count} ids point into it, the first here",
    "请补上这一部分，或删掉这些引用",
    "add the section, or delete the references",
)
define(
    "E222/one",
    "列表“{kind}”没有写或是空的，这里却引用了其中的短名",
    "the list '{kind}' is missing or empty, and this id points into it",
    "请补上这一部分，或删掉这处引用",
    "add the section, or delete the reference",
)
