"""Chinese and mixed text set for print: spaces, phrases that stay together, and squeezed punctuation.

Authors mark where a line may break with ``|`` (a printed bar is ``||``). The rest is worked out here, since the
typesetter has no `text-autospace`, no `word-break: keep-all` and no `text-spacing-trim`.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

NO_BREAK = "\u00a0"
LONGEST_PHRASE = 12
"""The longest phrase, in characters, kept on one line unless the caller knows its column to be wider."""
LONG_WORD = 17
"""Letters from which on a word may be hyphenated: columns are made to hold shorter ones."""
SOFT_HYPHEN = "\u00ad"
COMPOUND = r"(?<![\w-])(?=[A-Za-z-]{3,10}(?![\w-]))[A-Za-z]+-[A-Za-z]+"
"""A short word with a hyphen, ``add-on``, that is not parted at it."""
_TAIL = 3

Segment = tuple[str, bool]
"""A stretch of text, and whether it must stay on one line."""

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = "0-9A-Za-z\u00c0-\u024f\u0370-\u03ff"
_CLOSING = "，。、；：）》〉」』】〕"
_OPENING = "（《〈「『【〔"
# Quotation marks are as wide as a character in Chinese text only, so they are never a reason to drop a space.
_FULL_WIDTH = f"{_CLOSING}{_OPENING}？！\u3000"
_SPACE = f"[ {NO_BREAK}]"

_CURRENCIES = "人民币 美元 欧元 英镑 港元 日元 韩元 新台币 新加坡元 马来西亚林吉特 泰铢 越南盾 元"
_COUNTED = (
    "个百分点 百分点 个月 季度 小时 分钟 标箱 人次 平方米 公斤 毫升 公里 门店 年度 "
    "年底 年初 月份 月底 月初 年 月 日 号 天 周 季 度 秒 点 时 角 分 家 个 项 台 件 箱 瓶 罐 包 "
    "袋 支 款 种 类 名 位 人 次 档 期 场 组 条 块 只 辆 吨 克 升 米 倍 成 折 级 页 行 列 店 单 笔 批 轮 层 节 排 岁"
)
# The longest unit comes first: "个百分点" must not be cut to "个".
_UNIT = "|".join(sorted(f"{_CURRENCIES} {_COUNTED}".split(), key=len, reverse=True))
_UNIT_ZH = f"(?:[十百千万亿]+(?:{_UNIT})?|{_UNIT})"
_UNIT_EN = (
    r"(?:bn|m²|m³|m|k|pts?|pp|kg|g|t|ml|cl|L|km|cm|mm|h|min|points?|cases?|stores?|units?|SKUs?|days?|working|weeks?|months?|years?"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|January|February|March|April|August|September|October"
    r"|November|December))\b"
)
_MONEY_CODE = "RMB|CNY|USD|EUR|GBP|HKD|JPY|KRW|TWD|SGD|MYR|THB|VND|AUD|CAD|CHF"
_NUMBER = r"[+\-−±]?[¥￥$€£]?\d[\d,.]*%?"

_MISSING_SPACE = re.compile(
    rf"(?<=[{_HAN}])(?=[+−±]?[¥$€£]?[{_LETTER}])|(?<=[{_LETTER}%‰°℃²³])(?=[{_HAN}])|(?<=[{_LETTER}]\+)(?=[{_HAN}])"
)
_NEVER_FIRST = f"{_CLOSING}？！\u3000”’"
_STRAY_SPACE = re.compile(rf"(?<=[{_FULL_WIDTH}]){_SPACE}+|(?<!{_SPACE}){_SPACE}+(?=[{_FULL_WIDTH}])")
_WRAPPED_LINE = re.compile(rf"(?<=[{_HAN}{_FULL_WIDTH}])[ \t{NO_BREAK}]*\n\s*(?=[{_HAN}{_FULL_WIDTH}])")
_BINDING_SPACE = re.compile(
    rf"(?<=\d) (?={_UNIT_ZH}|{_UNIT_EN})|(?<=第) (?=\d)|(?<=\b(?:{_MONEY_CODE})) (?=\d)"
    rf"|(?<=\d{_SPACE}月) (?=\d{{1,2}}{_SPACE}日)|(?<=[ {NO_BREAK}][×÷=]) (?=\S)|(?<=[†‡]) (?=\S)"
)
_QUANTITY = re.compile(
    rf"(?:第{NO_BREAK}|(?<![A-Z])(?:{_MONEY_CODE}){NO_BREAK})?(?<![\d.,]){_NUMBER}(?:[-–—~～]{_NUMBER})?{NO_BREAK}{_UNIT_ZH}"
    rf"(?:{NO_BREAK}\d{{1,2}}{NO_BREAK}日)?"
)
_SQUEEZED = re.compile(rf"[{_CLOSING}”’](?=[{_CLOSING}{_OPENING}“”‘’？！])")
_OPENED = re.compile(f"(?<=[{_CLOSING}])[“‘][{_HAN}]")
_NARROW_SPACES = {0x2009: " ", 0x202F: NO_BREAK}
_LONG_WORD = re.compile(rf"(?<![&#\w])[A-Za-z\u00c0-\u024f]{{{LONG_WORD},}}")
_HAN_RUN = re.compile(f"[{_HAN}{_FULL_WIDTH}]+")
_MARKED_FIRST = re.compile(f"[{_HAN}][{_CLOSING}？！]+")
_BAR = "\0"


def space_mixed(text: str) -> str:
    """The text with a space between Chinese and Latin or digits, and none beside full-width marks.

    Doing it twice changes nothing more. A number and its unit are joined by a no-break space, in English too:
    ``12 万元``, ``RMB 210 m``, ``30 June``. Thin spaces, which the page's fonts do not hold, become plain ones.
    """
    text = _WRAPPED_LINE.sub("", text.translate(_NARROW_SPACES))
    text = _MISSING_SPACE.sub(" ", text)
    text = _STRAY_SPACE.sub("", text)
    return _BINDING_SPACE.sub(NO_BREAK, text)


def plain(text: str) -> str:
    """The text spaced, without the author's break marks: for a chart, a bookmark or the title of the file."""
    return "".join(phrase for phrase, _ in _phrases(text))


def segments(text: str, lang: str, *, longest: int = LONGEST_PHRASE) -> list[Segment]:
    """One paragraph cut where its lines may break: (text, must stay on one line), in order; nothing is lost but marks.

    A phrase between marks stays together if it has at most ``longest`` characters. In Chinese (``zh``) so do a number
    with its unit, and the last three characters, so that no paragraph ends in a line of one character.
    """
    chinese = lang.startswith("zh")
    found: list[Segment] = []
    for phrase, marked in _phrases(text):
        if marked and (length_of(phrase) if chinese else len(phrase)) <= longest:
            found.append((phrase, phrase != " "))
        else:
            found += _quantities(phrase, longest) if chinese else _compounds(phrase)
    return _bind_tail(found, longest) if chinese or _HAN_RUN.search(text[-_TAIL:]) else found


def markup(text: str, lang: str, *, longest: int = LONGEST_PHRASE) -> "Markup":
    """One paragraph as escaped HTML: ``span.nb`` must not break, ``span.halt`` is a mark set at half its width."""
    from markupsafe import Markup

    parts = segments(str(text), lang, longest=longest)  # text that claims to be HTML is escaped all the same
    whole = "".join(part for part, _ in parts)
    squeezed = {found.start() for found in _SQUEEZED.finditer(whole)} if lang.startswith("zh") else set()
    html, start = "", 0
    for part, kept in parts:
        inner = _escaped(part, [at - start for at in sorted(squeezed) if start <= at < start + len(part)])
        html += f'<span class="nb">{inner}</span>' if kept else _LONG_WORD.sub(_hyphenated, inner)
        start += len(part)
    if not lang.startswith("zh"):
        html = _mark_chinese(html)
    return Markup(html)  # every piece of it is escaped just above


def _hyphenated(word: re.Match[str]) -> str:
    """A word that hardly any column holds, with the places at which it may be broken and a hyphen set.

    Not within ``ff`` and its like: a ligature that spans the place would be a letter that no reader finds.
    """
    import pyphen

    return re.sub(f"(?<=f){SOFT_HYPHEN}(?=[fil])", "", pyphen.Pyphen(lang="en_GB").inserted(word[0], SOFT_HYPHEN))


def one_line(text: str, lang: str) -> "Markup":
    """A text that is set on one line, as escaped HTML without phrases; Chinese in an English document is marked."""
    from markupsafe import Markup, escape

    html = str(escape(plain(text)))
    return Markup(html if lang.startswith("zh") else _mark_chinese(html))  # escaped just above


def is_chinese(text: str) -> bool:
    """Whether a text holds Chinese characters or full-width marks."""
    return _HAN_RUN.search(text) is not None


def _mark_chinese(html: str) -> str:
    """English sets proportional Latin punctuation; a Chinese name within keeps its own full-width forms.

    Marks behind its first character are bound to it: the typesetter would let a line begin with them there.
    """

    def mark(run: re.Match[str]) -> str:
        first = _MARKED_FIRST.match(run[0])
        bound = f'<span class="nb">{first[0]}</span>' if first else ""
        return f'<span class="cjk" lang="zh-CN">{bound}{run[0][len(first[0]) if first else 0 :]}</span>'

    return _HAN_RUN.sub(mark, html)


def _phrases(text: str) -> list[Segment]:
    """The phrases between the author's marks, spaced, with True if there are any; a space between two stands alone."""
    pieces = [piece for piece in text.replace("||", _BAR).split("|") if piece.strip()]
    found: list[Segment] = []
    for at, piece in enumerate(pieces):
        phrase = space_mixed(piece.replace(_BAR, "|"))
        phrase = phrase.strip() if len(pieces) > 1 else phrase
        if at and _seam(pieces[at - 1], piece):
            found.append((" ", True))
        found.append((phrase, len(pieces) > 1))
    return found


def _seam(before: str, after: str) -> bool:
    """Whether two phrases are set with a space between them."""
    if before.rstrip()[-1] in _FULL_WIDTH or after.lstrip()[0] in _FULL_WIDTH:
        return False
    if before != before.rstrip() or after != after.lstrip():
        return True
    if not re.search(f"[{_HAN}]", before[-1] + after[0]) and before[-1] not in "-–—/(":
        return True
    return _MISSING_SPACE.match(before + after, len(before)) is not None


def _openings(phrase: str) -> list[Segment]:
    """An opening quotation mark that follows a squeezed mark is bound to the character that it opens."""
    found, start = [], 0
    for opening in _OPENED.finditer(phrase):
        found += [(phrase[start : opening.start()], False), (opening[0], True)]
        start = opening.end()
    return [part for part in [*found, (phrase[start:], False)] if part[0]]


def _compounds(phrase: str) -> list[Segment]:
    """Short words with a hyphen stay on one line."""
    parts = re.split(f"({COMPOUND})", phrase)
    return [(part, at % 2 == 1) for at, part in enumerate(parts) if part]


def _quantities(phrase: str, longest: int) -> list[Segment]:
    found: list[Segment] = []
    start = 0
    for quantity in _QUANTITY.finditer(phrase):
        if length_of(quantity[0]) <= longest:
            found += [(phrase[start : quantity.start()], False), (quantity[0], True)]
            start = quantity.end()
    parts = [part for part in [*found, (phrase[start:], False)] if part[0]]
    return [piece for part in parts for piece in ([part] if part[1] else _openings(part[0]))]


def _bind_tail(parts: list[Segment], longest: int) -> list[Segment]:
    """Keep the last three characters together, two of them no marks, with all of a word or quantity that they touch."""
    if not parts or parts[-1][1]:
        return parts
    whole = "".join(part for part, _ in parts)
    cut, inside, start = len(whole), set[int](), 0
    for part, kept in parts:
        inside.update(range(start + 1, start + len(part)) if kept else ())
        start += len(part)
    while cut and (_is_short(whole[cut:]) or cut in inside or not _may_break(whole, cut)):
        cut -= 1
    if length_of(whole[cut:]) > longest:
        return parts
    rest, start = [], 0
    for part, kept in parts:
        if start < cut:
            rest.append((part[: cut - start], kept))
        start += len(part)
    return [*rest, (whole[cut:], True)]


def _is_short(tail: str) -> bool:
    return len(tail) < _TAIL or len(tail.strip(f"{_NEVER_FIRST}{_OPENING}")) < _TAIL - 1


def length_of(text: str) -> float:
    """How long a text is in Chinese characters: Latin is a little over half as wide."""
    return sum(1.0 if _HAN_RUN.match(char) else 0.6 for char in text)


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if before in f"{_OPENING}“‘" or after in _NEVER_FIRST or text[at + 1 :].strip(_NEVER_FIRST) == "":
        return False
    if {before, after} & {" ", NO_BREAK}:
        return before == " " and after != NO_BREAK
    return any(re.match(f"[{_HAN}{_FULL_WIDTH}“”‘’]", side) for side in (before, after))


def _escaped(part: str, squeezed: list[int]) -> str:
    from markupsafe import escape

    html, start = "", 0
    for at in squeezed:
        html += f'{escape(part[start:at])}<span class="halt">{part[at]}</span>'
        start = at + 1
    return html + str(escape(part[start:]))
