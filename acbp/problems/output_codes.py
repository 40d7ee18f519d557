"""Codes E140 and E901-E905: faults that show only when the pages are made and written."""

from acbp.problems.codes import define

define(
    "E140",
    "无法写入“{file}”：它正在另一个程序中打开",
    "'{file}' cannot be written: it is open in another program",
    "请关闭正在显示它的 PDF 阅读器，再运行一次；新的结果已存为“{kept}”",
    "close the PDF viewer that shows it and run again; the new result is kept as '{kept}'",
)
define(
    "E901",
    "字体里没有这些字符：{characters}",
    "the fonts lack these characters: {characters}",
    "请换一种写法，或安装包含这些字符的字体(acbp doctor 会列出缺少的字体)",
    "write it differently, or install a font that has them (acbp doctor lists what is missing)",
)
define(
    "E902",
    "无法使用图片“{file}”：{reason}",
    "the image '{file}' cannot be used: {reason}",
    "请使用计划文件夹里的 PNG、JPEG 或 SVG 图片",
    "use a PNG, JPEG or SVG image in the folder of the plan",
)
define(
    "E903",
    "排版时出现警告：{text}",
    "the typesetter warns: {text}",
    "请检查自定义的模板和样式表",
    "check your own templates and style sheets",
)
define(
    "E904",
    "缺少系统组件：{name}",
    "a system library is missing: {name}",
    "请运行 acbp doctor，它会给出安装命令",
    "run acbp doctor, which prints the command that installs it",
)
define(
    "E905",
    "生成“{file}”超出了限制：{limit}",
    "making '{file}' went beyond the limit: {limit}",
    "请检查是否有特别长的表格或特别大的图片",
    "look for a very long table or a very large image",
)
define(
    "W907",
    "计划以另一种语言写成：{count} 处文字没有{language}版本，按原文印出",
    "the plan is written in another language: {count} texts have no {language} version and are printed as they are",
    "同一处文字可以按语言写：{{zh: …, en: …}}，也可以把译文集中写在 translations 部分",
    "a text may be given per language: {{zh: …, en: …}}, or its translation in the section translations",
)
