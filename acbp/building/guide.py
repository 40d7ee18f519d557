"""The model and the register of problems → the pages of the documentation that describe them, as Markdown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from acbp.building import build_codes, version_codes  # noqa: F401  (each module registers its codes)
from acbp.loading.schema import MARKS, SECTIONS, parts_in
from acbp.model import Plan, Workspace, layout, scalars
from acbp.model.base import Part, audience_of
from acbp.model.chinese_names import chinese_names, chinese_words
from acbp.problems import known_codes
from acbp.rendering import brand_codes, template_codes  # noqa: F401  (each module registers its codes)

Pair = tuple[str, str]
"""A text in Chinese and in English."""

_SCALARS: tuple[tuple[Any, Pair], ...] = (
    (scalars.Amount, ("金额", "money")),
    (scalars.Volume, ("数量", "volume")),
    (scalars.Percent, ("百分数", "percentage")),
    (scalars.Score, ("数字", "number")),
    (scalars.Count, ("整数", "whole number")),
    (scalars.Week, ("周", "week")),
    (scalars.Day, ("日期", "day")),
    (scalars.Flag, ("true 或 false", "true or false")),
    (scalars.Identifier, ("短名", "id")),
    (scalars.Line, ("一行文字", "line of text")),
    (scalars.Prose, ("文字", "text")),
    (layout.Entry, ("数字或文字", "number or text")),
)
_CHINESE, _ENGLISH = 0, 1
_HANZI = re.compile("[\u4e00-\u9fff]")
_KINDS: dict[Any, Pair] = {
    scalars.Quantity: ("数字或百分数", "number or percentage"),
    bool: ("true 或 false", "true or false"),
    int: ("整数", "whole number"),
    str: ("文字", "text"),
}
_WORDS: dict[str, Pair] = {
    "title": ("计划文件的写法", "How a plan file is written"),
    "note": ("本页由程序按模型生成，请勿手改。", "This page is generated from the model; do not edit it by hand."),
    "intro": (
        """一个 YAML 文件就是一份计划。计划也可以是一个含有 `plan.yaml` 的文件夹，其中任何一部分都可以单独成文件，
文件名就是该部分的名称(例如 `scorecard.yaml`)；列表还可以写成文件夹，每项一个文件(例如 `reviews/2027-Q1.yaml`)。
多份计划共用的内容写在工作区文件 `acbp.yaml` 里，放在计划所在文件夹或其上级。除 `plan`、`account`、`supplier` 外，
各部分都可以不写；不写的部分不会留下空白页。`acbp new` 会写出一份完整的示例。

每一项的名称都可以用中文写：`目标:` 即 `objectives:`，`状态: 进行中` 即 `status: open`，`重点: 是` 即 `focus: true`。
各表列出了中文写法。每个文件任选一种语言；文件名也可以用中文(例如 `打分卡.yaml`)，表格文件的表头也可以。
`acbp new --keys zh` 会写出中文名称的示例。""",
        """One YAML file is a whole plan. A folder with `plan.yaml` is a plan too, and there any section may stand in a
file that bears its name (`scorecard.yaml`), or a list in a folder with one file for each item (`reviews/2027-Q1.yaml`).
What several plans share stands in the workspace file `acbp.yaml`, in the plan's folder or above it. All sections but
`plan`, `account` and `supplier` may be absent, and an absent one leaves no empty page. `acbp new` writes a complete
example.

Every name may be written in Chinese: `目标:` for `objectives:`, `状态: 进行中` for `status: open`, `重点: 是` for
`focus: true`; the tables list the spellings. Each file chooses its language; files may bear Chinese names too
(`打分卡.yaml`), and so may the columns of spreadsheets. `acbp new --keys zh` writes an example with Chinese names.""",
    ),
    "values": (
        """| 写法 | 说明 |
|---|---|
| 金额、数量 | 不带单位的数字按 `plan.money_unit`、`plan.volume_unit` 计；也可以写 `1.2亿`、`3.5万`、`1,200` |
| 百分数 | 一定要带百分号：`8%` |
| 日期 | `2027-06-30` |
| 周 | ISO 周，1 至 53 |
| 短名 | 小写字母、数字和连字符，最多 60 个字符；其他部分靠它引用 |
| 文字 | 含有 `: `、` #` 或以特殊字符开头时要加引号；一行文字最多 300 个字符；\
可以按语言写：`{zh: …, en: …}`，或把译文集中写在 `translations` |

任何一项都可以写 `audience: internal`，使整项不出现在客户版；或写 `internal: [名称]`，只藏其中几个值。

数据只写一次，文字里引用它：`"增长 {{ sales.growth }}，达到 {{ sales.plan }}"` 印成“增长 12.9%，达到 2.1 亿元”。
双大括号里只能写一个引用；文字以它开头时要加引号。客户能看到的文字只能引用客户可见的数据。
`acbp explain PLAN` 列出全部引用，`acbp explain PLAN sales.growth` 说明公式、每个输入的文件与行号和结果。""",
        """| form | how it is written |
|---|---|
| money, volume | a bare number counts `plan.money_unit` or `plan.volume_unit`; `1.2m`, `350k`, `1,200` are understood |
| percentage | always with its sign: `8%` |
| day | `2027-06-30` |
| week | the ISO week, 1 to 53 |
| id | small letters, digits and hyphens, up to 60; other sections refer to an item by it |
| text | in quotes where it holds `: ` or ` #` or begins with a special character; a line has up to 300 characters; \
may be given by language: `{zh: …, en: …}`, or translated in `translations` |

Any part may say `audience: internal`, which keeps it out of the customer edition as a whole, or `internal: [name]`,
which keeps single fields of it back.

A figure is written once, and texts refer to it: `"Sales grow by {{ sales.growth }} to {{ sales.plan }}"` prints
“Sales grow by 9.9% to £46.8m”. A reference and nothing else stands between the braces, and the text stands in quotes
where it begins with them; what the customer sees may refer only to what the customer may see. `acbp explain PLAN` lists
all references, `acbp explain PLAN sales.growth` tells the formula, every input with file and line, and the result.""",
    ),
    "head": (
        "| 项 | 中文写法 | 内容 | 写法 | 示例 | 谁可见 |",
        "| key | in Chinese | what it holds | form | example | seen by |",
    ),
    "spelled": ("中文写法：`{}`", "In Chinese: `{}`"),
    "required": ("**必填**", "**required**"),
    "customer": ("双方", "both sides"),
    "internal": ("内部", "us alone"),
    "list": ("列表：{}", "list of {}"),
    "keyed": ("按短名：{}", "by id: {}"),
    "default": ("默认 `{}`", "default `{}`"),
    "workspace": ("工作区文件 `acbp.yaml`", "The workspace file `acbp.yaml`"),
    "section": ("部分", "Section"),
}


def describe_plan(lang: str) -> str:
    """The page on the plan file in `lang` (zh or en): every key of every section, and those of the workspace file."""
    return _Page(_CHINESE if lang == "zh" else _ENGLISH).write()


def describe_problems() -> str:
    """The page that lists every problem code, with its words and its remedy in both languages."""
    lines = ["# Problem codes · 问题代码", "", "Generated from the register of problems; do not edit it by hand.", ""]
    for code in known_codes():
        name, _, variant = code.name.partition("/")
        if not variant:
            lines += [f"## {name}", ""]
        for lang in ("en", "zh"):
            hint = f" → {code.hints[lang]}" if code.hints[lang] else ""
            lines.append(f"- {_escape(code.messages[lang])}{_escape(hint)}")
        lines.append("")
    return "\n".join(lines)


class _Page:
    """Writes the page in one language; a part that appears in several places is described at the first."""

    def __init__(self, language: int) -> None:
        self.language = language
        self.homes: dict[type[BaseModel], str] = {}

    def write(self) -> str:
        lines = [f"# {self.word('title')}", "", self.word("note"), "", self.word("intro"), "", self.word("values"), ""]
        for section in SECTIONS:
            lines += self._section(section, Plan.model_fields[section], f"## {self.word('section')} `{section}`")
        lines += [f"## {self.word('workspace')}", "", *self._table(Workspace, "acbp.yaml")]
        return "\n".join(lines).rstrip() + "\n"

    def word(self, name: str) -> str:
        return _WORDS[name][self.language]

    def _section(self, path: str, field: FieldInfo, heading: str) -> Iterator[str]:
        yield from (heading, "", self._description(field), "")
        if path in chinese_names(Plan):
            yield from (self.word("spelled").format(chinese_names(Plan)[path]), "")
        for part in parts_in(field.annotation):
            yield from self._part(part, path)

    def _part(self, part: type[BaseModel], path: str) -> Iterator[str]:
        if part in self.homes:
            return
        self.homes[part] = path
        yield from self._table(part, path)

    def _table(self, part: type[BaseModel], path: str) -> Iterator[str]:
        """The table of a part's keys, and then the parts inside it that have not been described before."""
        fields = {name: field for name, field in part.model_fields.items() if name not in MARKS}
        inside = [
            (inner, f"{path}.{name}", field)
            for name, field in fields.items()
            for inner in parts_in(field.annotation)
            if inner not in self.homes
        ]
        self.homes.update({inner: home for inner, home, _ in reversed(inside)})
        yield from (self.word("head"), "|---|---|---|---|---|---|")
        yield from (self._row(part, name, field) for name, field in fields.items())
        yield ""
        for inner, home, field in inside:
            if self.homes[inner] == home:
                yield from (f"### `{home}`", "", self._description(field), "", *self._table(inner, home))

    def _row(self, part: type[BaseModel], name: str, field: FieldInfo) -> str:
        form = self._form(field.annotation, field.metadata, chinese_words(part, name))
        if field.is_required():
            form += f"; {self.word('required')}"
        elif field.default not in (None, PydanticUndefined, ()) and not field.default_factory:
            shown = str(field.default).lower() if isinstance(field.default, bool) else field.default
            form += f"; {self.word('default').format(shown)}"
        example = f"`{field.examples[0]}`" if field.examples else ""
        if self.language == _ENGLISH and _HANZI.search(example):
            example = ""
        chinese = f"`{chinese_names(part)[name]}`" if name in chinese_names(part) else ""
        cells = (f"`{name}`", chinese, self._description(field), form, example, self.word(audience_of(field)))
        return f"| {' | '.join(_escape(cell) for cell in cells)} |"

    def _description(self, field: FieldInfo) -> str:
        extra = field.json_schema_extra
        words = extra.get("x-description") if isinstance(extra, dict) else None
        return str(words["zh" if self.language == _CHINESE else "en"]) if isinstance(words, dict) else ""

    def _form(self, kind: Any, metadata: Iterable[Any] = (), chinese: Mapping[Any, str] = MappingProxyType({})) -> str:
        """How a value is written, in words; those of a closed list with their Chinese spelling."""
        marks = list(metadata)
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._form(arguments[0], kind.__metadata__, chinese)
        for scalar, words in _SCALARS:
            if scalar.__metadata__[0] in marks:
                return words[self.language]
        if origin in (Union, UnionType):
            return ", ".join(self._form(each, (), chinese) for each in arguments if each is not type(None))
        if origin is Literal:
            return ", ".join(f"`{each}` `{chinese[each]}`" if each in chinese else f"`{each}`" for each in arguments)
        if origin is tuple:
            return self.word("list").format(self._form(arguments[0], (), chinese))
        if origin is dict:
            return self.word("keyed").format(self._form(arguments[1]))
        if isinstance(kind, type) and issubclass(kind, Part):
            home = self.homes.get(kind, kind.__name__)
            return f"[`{home}`](#{_anchor(home, self.word('section'))})"
        return _KINDS[kind][self.language]


def _anchor(home: str, section: str) -> str:
    """The anchor that GitHub gives to the heading of a part."""
    plain = "".join(char for char in home.lower() if char.isalnum() or char in "-_")
    return plain if "." in home else f"{section.lower()}-{plain}"


def _escape(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
