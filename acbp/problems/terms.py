"""Words that messages put in place of a value beginning with `@`, in Chinese and English."""

TERMS: dict[str, tuple[str, str]] = {
    "zh": ("中文", "Chinese"),
    "en": ("英文", "English"),
    "amount": ("金额", "an amount of money"),
    "volume": ("数量", "a volume"),
    "number": ("数字", "a number"),
    "whole": ("整数", "a whole number"),
    "quantity": ("数字或百分数", "a number or a percentage"),
    "percent": ("百分数", "a percentage"),
    "flag": (" true 或 false", "true or false"),
    "text": ("文字", "text"),
    "day": ("日期", "a date"),
    "list": ("列表(每项以“- ”开头)", "a list (each item begins with '- ')"),
    "mapping": ("一组“名称: 内容”", "a group of 'name: value' lines"),
    "value": ("另一种内容", "another kind of value"),
    "denied": ("没有读取权限", "you may not read it"),
    "special": ("它不是普通文件", "it is no ordinary file"),
    "unreadable": ("读取时出错", "an error occurred while reading"),
    "plan": ("计划文件", "plan file"),
    "workspace": ("工作区文件", "workspace file"),
}


def term(word: str, lang: str) -> str:
    """The words for `word` in `lang` (zh or en); the word itself if it has no entry."""
    pair = TERMS.get(word)
    return word if pair is None else pair[0 if lang == "zh" else 1]
