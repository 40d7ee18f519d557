"""Codes E100-E139: text that cannot be read as typed, and values typed by habit that mean something else."""

from acbp.problems.codes import define

define(
    "E100",
    "从这里开始无法读懂",
    "this cannot be read from here on",
    "请检查这一行和上一行：冒号后要有空格，同级内容左边要对齐，引号和括号要成对",
    "check this line and the one before: a space after each colon, equal indentation, quotes and brackets in pairs",
)
define(
    "E101",
    "“{key}”写了两次，第一次在第 {first} 行",
    "'{key}' is given twice; the first is on line {first}",
    "请删掉其中一个，或改成另一个名称；如果这里是列表的下一项，请在行首加“- ”",
    "delete one of them or give it another name; if the next item of a list begins here, put '- ' before it",
)
define(
    "E102",
    "不支持引用“*{name}”",
    "the alias '*{name}' is not supported",
    "请把内容直接写出来；如果“*”本来就是文字，请给整段文字加引号：'*{name}'",
    "write the content out; if the star is part of the text, put the text in quotes: '*{name}'",
)
define(
    "E103",
    "不支持锚点“&{name}”，它会使这个词丢失",
    "the anchor '&{name}' is not supported, and would lose that word",
    "以“&”开头的文字请加引号：'&{name} …'",
    "put text that begins with '&' in quotes: '&{name} …'",
)
define(
    "W104",
    "“#”前有空格，从“{text}”起都被当作注释，不会印出",
    "a '#' after a space begins a comment, so '{text}' is not printed",
    "如果它是文字，请给整段文字加引号；如果是注释，请在“#”后加一个空格",
    "if it is text, put the whole text in quotes; if it is a comment, type a space after '#'",
)
define(
    "E105",
    "层次太深：超过 {limit} 层",
    "nested deeper than {limit} levels",
    "请减少缩进层次，并检查括号是否成对",
    "use fewer levels of indentation, and check that brackets come in pairs",
)
define(
    "E106",
    "这里要填{expected}",
    "{expected} is wanted here",
    "是非项只能写 true 或 false，不能写 yes、no、on、off、是、否；其他项不能写 true 或 false",
    "a yes-or-no field takes only true or false, not yes, no, on, off; other fields take neither",
)
define(
    "E107",
    "这不是数字",
    "this is not a number",
    "请只用数字、小数点和千位逗号，例如 1200、1,200.5；不要用下划线、冒号、字母或开头的 0",
    "use digits, a decimal point and thousands commas only, as 1,200.5; no underscore, colon, letter or leading 0",
)
define(
    "E107/percent",
    "这不是百分数",
    "this is not a percentage",
    "请用数字加“%”，例如 80%",
    "use digits and the % sign, as 80%",
)
define(
    "E108",
    "这不是有效的日期",
    "this is not a date of the calendar",
    "日期写成 年-月-日，例如 2026-01-31，并确认这一天存在",
    "write dates as 2026-01-31, and check that the day exists",
)
define(
    "E109",
    "这不是有限的数字",
    "this is not a finite number",
    "不能写 nan、inf 或过大的指数；没有数据就不写这一项",
    "nan, inf and huge exponents are refused; leave the field out if there is no figure",
)
define(
    "E110",
    "数字太长：最多 {limit} 个字符",
    "the number is too long: {limit} characters are the most",
    "请检查是否多打了数字；也可以用 万、亿、k、m、bn",
    "check for surplus digits, or use 万, 亿, k, m, bn",
)
define(
    "E111",
    "这里用了 Tab 键缩进",
    "a tab is used for indentation",
    "请把 Tab 换成空格，每一级两个空格",
    "replace the tab by spaces, two for each level",
)
define(
    "E112",
    "这里有全角空格或不间断空格，会被当作文字而不是空格",
    "a full-width or no-break space stands here; it counts as text, not as a space",
    "请删掉它，改用半角空格(英文输入法下的空格)",
    "delete it and type an ordinary space",
)
define(
    "E113",
    "这里用了全角冒号“：”",
    "a full-width colon '：' is used here",
    "请改成半角冒号加一个空格：“{key}: …”",
    "type an ordinary colon and a space: '{key}: …'",
)
define(
    "E114",
    "这里用了全角符号 {sign}",
    "a full-width '{sign}' is used here",
    "请切换到英文输入法，改成半角符号 {plain}；如果它是文字，请给整段文字加引号",
    "type the ordinary '{plain}' instead; if it is part of the text, put the whole text in quotes",
)
define(
    "E115",
    "数字里有全角字符",
    "the number holds full-width characters",
    "请用半角(英文输入法)重新输入，例如 1200，而不是 １２００",
    "type it with ordinary digits and signs: 1200, not １２００",
)
define(
    "E116",
    "方括号里的“{text}”会被当作两项",
    "'{text}' inside [ ] counts as two items",
    "如果是一个数，请去掉逗号或加引号；如果是两项，请在逗号后加空格",
    "if it is one number, drop the comma or put it in quotes; if two items are meant, type a space after the comma",
)
define(
    "E117",
    "千位逗号的位置不对",
    "the thousands commas do not stand at every third digit",
    "逗号每三位一个，小数点用“.”：写 1,200 或 1200.5，不要写 1,20 或 1.200,5",
    "write 1,200 or 1200.5, not 1,20 or 1.200,5",
)
define(
    "E118",
    "这里要填百分数，缺少“%”",
    "a percentage is wanted here, and the % sign is missing",
    "请写 8%，不要写 8 或 0.08(两者容易混淆)",
    "write 8%, not 8 or 0.08, which are easily taken for each other",
)
define(
    "E119",
    "不认识单位“{unit}”",
    "the unit '{unit}' is unknown",
    "可用的单位：{allowed}",
    "units that may be used: {allowed}",
)
define(
    "E119/percent",
    "百分数后面只能写“%”，不能写“{unit}”",
    "a percentage ends in %, not in '{unit}'",
    "请写数字加“%”，例如 80%",
    "write digits and the % sign, as 80%",
)
define(
    "E120",
    "文件的编码是 {encoding}，应为 UTF-8",
    "the file is saved as {encoding}; UTF-8 is wanted",
    "请在编辑器里另存为 UTF-8。VS Code：点击右下角的编码名称 → 通过编码保存 → UTF-8",
    "save it as UTF-8. VS Code: click the encoding at the bottom right → Save with Encoding → UTF-8",
)
define(
    "E121",
    "这个字节(0x{byte})不是 UTF-8 编码，文件很可能是 {encoding}",
    "byte 0x{byte} is not UTF-8; the file looks like {encoding}",
    "请另存为 UTF-8。记事本：另存为 → 编码选 UTF-8；VS Code：通过编码重新打开 → GB18030，再通过编码保存 → UTF-8",
    "save it as UTF-8. Notepad: Save as → UTF-8; VS Code: Reopen with Encoding, then Save with Encoding → UTF-8",
)
define(
    "E122",
    "这里有一个看不见的字符 {char}",
    "an invisible character {char} stands here",
    "请删掉它后重新输入这一段(常见于从网页、微信或 PDF 粘贴)",
    "delete it and type the words again (it often comes with text pasted from a web page, a chat or a PDF)",
)
define(
    "E123",
    "“---”之后开始了第二份文档",
    "a second document begins after '---'",
    "一个文件只写一份计划：请删掉“---”，或把后面的内容放进另一个文件",
    "one plan per file: delete the '---' or move what follows into another file",
)
define(
    "E124",
    "名称(冒号左边)必须是普通文字",
    "a name (left of the colon) must be plain text",
    "请写成“名称: 内容”；如果这里是带 { } 或 [ ] 的文字，请给整段文字加引号",
    "write 'name: value'; if this is a text with { } or [ ], put the whole text in quotes",
)
define(
    "E125",
    "不支持标签“{tag}”",
    "the tag '{tag}' is not supported",
    "请删掉它；以“!”开头的文字请加引号",
    "delete it; put text that begins with '!' in quotes",
)
define(
    "E126",
    "“{char}”在这里有特殊含义",
    "'{char}' has a meaning of its own here",
    "请给整段文字加单引号：'…'",
    "put the whole text in single quotes: '…'",
)
define(
    "E127",
    "这里要填文字，却是数字或 true、false",
    "text is wanted here, but this is a number, true or false",
    '请加引号，例如 "360"',
    'put it in quotes, as "360"',
)
define(
    "E128",
    "从这里开始的引号没有结束",
    "the quote opened here is not closed",
    "请在文字末尾补上同样的引号 {quote}",
    "add the same quote {quote} at the end of the text",
)
define(
    "E129",
    "内容太多：超过 {limit} 项",
    "too much content: more than {limit} values",
    "请拆成几份计划，或把数据表放进 CSV 文件",
    "split it into several plans, or keep tables of figures in CSV files",
)
define(
    "E130",
    "有一段超过 {limit} 个字符没有空格，无法换行",
    "more than {limit} characters without a space cannot be broken into lines",
    "请在其中加入空格，或缩短网址、编号等",
    "add spaces, or shorten the address or number",
)
define(
    "E131",
    "冒号后面缺少空格",
    "a space is missing after the colon",
    "请写成“{key}: …”",
    "write '{key}: …'",
)
define(
    "E132",
    "文字里含有“: ”，会被当作另一个名称",
    "the text holds ': ', which begins another name",
    "请给整段文字加引号，或改用中文冒号“：”",
    "put the whole text in quotes",
)
define(
    "E132/bracket",
    "文字里含有“: ”，会被当作另一个名称",
    "the text holds ': ', which begins another name",
    "请给整段文字加引号；如果这里开始的是另一项，请在它前面加逗号“, ”",
    "put the whole text in quotes; if another name is meant to begin here, put a comma before it",
)
define(
    "E133",
    "从这里开始的括号“{char}”没有结束",
    "the bracket '{char}' opened here is not closed",
    "请补上对应的括号；如果它是文字，请给整段文字加引号",
    "add the closing bracket; if it is part of the text, put the whole text in quotes",
)
define(
    "E134",
    "币种是 {given}，而本计划的币种是 {currency}",
    "the currency is {given}, but this plan counts in {currency}",
    "请换算成 {currency}，或修改 plan.currency",
    "convert it to {currency}, or change plan.currency",
)
define(
    "E135",
    "缩进对不齐：这一行与同级的其他行没有左对齐",
    "this line is not aligned with the others of its level",
    "同级的名称必须左对齐，下一级多缩进两个空格",
    "names of one level begin in the same column; each deeper level is indented by two more spaces",
)
define(
    "E136",
    "这一行缺少冒号",
    "a colon is missing in this line",
    "请写成“名称: 内容”，冒号用半角，后面加一个空格",
    "write 'name: value', with an ordinary colon and a space",
)
define(
    "E137",
    "引号已经结束，后面还有文字",
    "text goes on after the closing quote",
    "请把整段文字放在一对引号里；单引号里的单引号要写两次：'it''s'",
    "put the whole text between one pair of quotes; a single quote inside single quotes is doubled: 'it''s'",
)
define(
    "E138",
    "这里什么也没有剩下：“#”后面的内容都是注释",
    "nothing is left of the value: what follows # is a comment",
    "请加引号：'{text}'",
    "put it in quotes: '{text}'",
)
define(
    "E139",
    "双大括号的引用出现在没有引号的文字里",
    "a reference in double braces stands in a text without quotes",
    "请给整段文字加双引号，例如 {example}",
    "put the whole text in double quotes, as {example}",
)
