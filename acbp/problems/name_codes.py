"""Codes W290 and W291: names in two languages in one file, and translations that no text uses."""

from acbp.problems.codes import define

define(
    "W290",
    "这个文件的名称中英文混用，多数是英文，这里的“{key}”是中文",
    "the names in this file are mostly English, and '{key}' is Chinese",
    "每个文件的名称请只用一种语言：把“{key}”写成“{other}”",
    "use one language for the names of a file: write '{other}' for '{key}'",
)
define(
    "W290/chinese",
    "这个文件的名称中英文混用，多数是中文，这里的“{key}”是英文",
    "the names in this file are mostly Chinese, and '{key}' is English",
    "每个文件的名称请只用一种语言：把“{key}”写成“{other}”",
    "use one language for the names of a file: write '{other}' for '{key}'",
)
define(
    "W291",
    "计划里没有一处文字是这条译文的原文",
    "no text of the plan is the original of this translation",
    "原文改动后请一并修改这里，不再需要的请删掉",
    "when a text is changed, change it here too; delete what is no longer needed",
)
define(
    "W291/near",
    "计划里没有一处文字是这条译文的原文，最接近的是“{nearest}”",
    "no text of the plan is the original of this translation; the nearest is '{nearest}'",
    "原文如果改过，请把这里的原文也改成一样，并核对译文",
    "if the text was changed, change it here too and look over its translation",
)
