"""Codes E801-W812: brand packs that cannot be used as they are, or would not look as they should."""

from acbp.problems import define

define(
    "E801",
    "品牌文件夹“{folder}”里没有 brand.yml",
    "the brand folder '{folder}' holds no brand.yml",
    "请在文件夹里新建 brand.yml；写一个主色就够了",
    "write a brand.yml in that folder; one primary colour is enough",
)
define(
    "E802",
    "品牌没有主色 color.primary",
    "the brand has no primary colour (color.primary)",
    '请补上主色，颜色要加引号：primary: "#00698C"',
    'add it, with the colour in quotes: primary: "#00698C"',
)
define(
    "E803",
    "“{value}”不是可用的颜色",
    "'{value}' is not a usable colour",
    '请写“#”加六位十六进制数，并加引号，例如 "#00698C"；也可以写 color.palette 里的颜色名',
    'write # and six hexadecimal digits in quotes, such as "#00698C", or a name from color.palette',
)
define(
    "E804",
    "品牌文件夹里没有标志文件“{file}”",
    "the brand folder holds no logo file '{file}'",
    "请把标志文件放进品牌文件夹，并写相对路径；不能用网址，也不能指向文件夹之外",
    "put the file into the brand folder and write its relative path; no web address and nothing outside the folder",
)
define(
    "E805",
    "标志“{file}”含有不能使用的内容：{part}",
    "the logo '{file}' holds something that cannot be used: {part}",
    "请导出为简单的 SVG：文字转为轮廓，颜色写成属性，不含样式表、图片、渐变、脚本和引用",
    "export it as plain SVG: text as outlines, colours as attributes, no style sheet, image, gradient or reference",
)
define(
    "E806",
    "标志“{file}”太大：{size}，上限是 {limit}",
    "the logo '{file}' is too large: {size}, where {limit} is the most",
    "请简化图形，或缩小图片后再保存",
    "simplify the drawing, or save the picture at a smaller size",
)
define(
    "E807",
    "标志“{file}”不是可用的 SVG、PNG 或 JPEG 图片",
    "the logo '{file}' is no SVG, PNG or JPEG picture that can be read",
    "请从设计软件重新导出；文件可能损坏，或只是改了扩展名",
    "export it again from the drawing program; it may be damaged, or of another kind under this name",
)
define(
    "E808",
    "“{value}”不是可用的字体名",
    "'{value}' is not a usable font name",
    "请写电脑上已安装字体的名称，例如 Noto Sans CJK SC",
    "write the name of an installed font, such as Noto Sans CJK SC",
)
define(
    "E809",
    "标志“{file}”的图形太复杂：{count} 个元素，上限是 {limit} 个",
    "the drawing of the logo '{file}' is too complex: {count} elements, where {limit} are the most",
    "请在设计软件里合并或简化路径，再导出",
    "join or simplify the paths in the drawing program and export it again",
)
define(
    "E810",
    "没有名为“{name}”的品牌",
    "there is no brand pack named '{name}'",
    "可以用：{known}；自己的品牌放在工作区的 brands/{name}/brand.yml",
    "known packs: {known}; a pack of your own goes to brands/{name}/brand.yml in the workspace",
)
define(
    "W811",
    "标志的颜色 {colour} 在白底上看不清：对比度只有 {ratio}",
    "the colour {colour} of the logo can hardly be seen on white: the contrast is {ratio} to 1",
    "浅色标志写在 dark；白底用的标志请加深，或自带一块底色",
    "a pale logo goes to dark; the one for white pages has to be darker, or on a ground of its own",
)
define(
    "W811/dark",
    "标志的颜色 {colour} 在深色封面({ground})上看不清：对比度只有 {ratio}",
    "the colour {colour} of the logo can hardly be seen on the dark cover ({ground}): the contrast is {ratio} to 1",
    "请把 dark 换成浅色或白色的标志；单色的 SVG 标志不写 dark 也会自动反白",
    "give a pale or white one as dark; an SVG logo of one colour is turned white by itself if dark is left out",
)
define(
    "W812",
    "没有用于深色封面的标志，封面上只排公司名称",
    "there is no logo for the dark cover, where the company's name is set in type",
    "请补上 dark；单色的 SVG 标志会自动反白",
    "add one as dark; an SVG logo of one colour is turned white by itself",
)
define(
    "E805/photo",
    "图片“{file}”含有不能使用的内容：{part}",
    "the picture '{file}' holds something that cannot be used: {part}",
    "请改用 PNG 或 JPEG 照片；SVG 只能有图形，不含文字、样式表、图片和引用",
    "use a photo as PNG or JPEG; an SVG may hold shapes only, no text, style sheet, image or reference",
)
define(
    "E806/photo",
    "图片“{file}”太大：{size}，上限是 {limit}",
    "the picture '{file}' is too large: {size}, where {limit} is the most",
    "请缩小后再保存；长边 1600 像素已经足够",
    "save it smaller; 1600 pixels on the longer side are enough",
)
define(
    "E807/photo",
    "图片“{file}”不是可用的 PNG、JPEG 或 SVG",
    "the picture '{file}' is no PNG, JPEG or SVG that can be read",
    "请用看图软件打开后另存为 JPEG；HEIC、WebP 等格式须先转换",
    "open it in a picture viewer and save it as JPEG; HEIC, WebP and the like have to be converted first",
)
define(
    "E809/photo",
    "图片“{file}”的图形太复杂：{count} 个元素，上限是 {limit} 个",
    "the drawing in the picture '{file}' is too complex: {count} elements, where {limit} are the most",
    "请导出为 PNG 或 JPEG",
    "export it as PNG or JPEG",
)
