"""Codes E821-W825: templates of a workspace's own that cannot be used as they are."""

from acbp.problems import define

define(
    "E821",
    "模板写错了：{reason}",
    "the template is faulty: {reason}",
    "请对照自带的模板修改，用 acbp templates eject {name} --to 另一个文件夹 可取出原样",
    "compare it with the one that ships; acbp templates eject {name} --to OTHER copies that",
)
define(
    "E822",
    "用这个模板生成页面时出错：{reason}",
    "the template failed while a page was made: {reason}",
    "请对照自带的模板修改；模板里只有 document 的内容，过滤器只有 t、s 和 length",
    "compare it with the one that ships; a template has the document alone, and the filters t, s and length",
)
define(
    "E822/together",
    "自带的模板与您的模板（{names}）合用时出错：{reason}",
    "the templates that ship failed together with your own ({names}): {reason}",
    "请检查您的模板是否还有原来的宏和变量",
    "see that yours still define the macros and variables that the original does",
)
define(
    "E823",
    "样式表里有用不了的内容：{reason}",
    "the style sheet holds something that cannot be used: {reason}",
    "请删掉或改写这一行；能用哪些 CSS，以排版程序 WeasyPrint 的说明为准",
    "delete or rewrite the line; what works is told by the documentation of WeasyPrint, the typesetter",
)
define(
    "E824",
    "这段文字里的花括号用不了：{field}",
    "the braces in this text cannot be filled in: {field}",
    "这里可以填入：{known}；花括号本身写成 {{{{ 和 }}}}",
    "what may be filled in here: {known}; a brace itself is written {{{{ or }}}}",
)
define(
    "W825",
    "没有名为“{name}”的模板，这个文件不起作用",
    "there is no template named '{name}': the file has no effect",
    "用 acbp templates 查看全部名称；最接近的是 {nearest}",
    "acbp templates lists the names; the nearest is {nearest}",
)
