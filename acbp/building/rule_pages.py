"""The register of rules → the page that documents them, and the words that explain a single one, as Markdown."""

import re
from collections.abc import Iterator

from acbp.analysis.rules import Rule, known_rules

_FIELD = re.compile(r"\{\w+\}")

_GROUPS = {
    "R1": ("数字对得上", "Figures tie out"),
    "R2": ("从结论到指标的链条", "The chain from conclusion to KPI"),
    "R3": ("目标与策略", "Objectives and strategies"),
    "R4": ("行动", "Actions"),
    "R5": ("促销与费用", "Promotions and funds"),
    "R6": ("双方与关系", "Both sides and their relationship"),
    "R7": ("打分卡与复盘", "Scorecard and reviews"),
    "R8": ("条款、承诺与风险", "Terms, promises and risks"),
    "R9": ("文字与收尾", "Language and housekeeping"),
}
_WORDS = {
    "title": ("规则", "Rules"),
    "note": ("本页由程序按规则生成，请勿手改。", "This page is generated from the rules; do not edit it by hand."),
    "intro": (
        """计划没有错误之后，`acbp validate` 和 `acbp build` 再按这些规则检查：数字对不对得上，链条断没断，
方法里不可少的话说了没有。`acbp rules` 列出全部规则，`acbp rules R203` 说明一条。

每条规则有默认等级。工作区文件 `acbp.yaml` 可以改：

```yaml
rules: {R211: off, R505: error, R610: warning}
```

个别地方确有理由的，在计划里写明，理由会印在内部版。
`at` 照问题提示括号里的写法，包括该项之下的各处；不写表示整个计划：

```yaml
plan:
  set_aside:
    - {rule: R312, at: "strategies[cooler-rollout]", reason: 冰柜使用五年}
```

示例只写出有关的几行，其余部分没有问题；`~` 表示没有写这一项，`# ←` 是规则指出的那一行。""",
        """Once a plan is free of errors, `acbp validate` and `acbp build` check it by these rules: whether its figures
tie out, whether the chain holds, whether what the method cannot do without is said. `acbp rules` lists them, and
`acbp rules R203` explains one.

Every rule has a weight of its own. The workspace file `acbp.yaml` changes it:

```yaml
rules: {R211: off, R505: error, R610: warning}
```

What is right in one place for a reason is set aside in the plan; the internal edition prints the reason. `at` is the
name that the finding gives in brackets, and covers all below that item; without it the whole plan is meant:

```yaml
plan:
  set_aside:
    - {rule: R312, at: "strategies[cooler-rollout]", reason: Coolers last five years}
```

The examples show the lines that matter in a plan that is sound otherwise; `~` stands for a value that is not written,
and `# ←` marks the line that the rule points at.""",
    ),
    "severity": ("等级", "Weight"),
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "message": ("提示", "Message"),
    "why": ("为什么", "Why"),
    "fix": ("改法", "Fix"),
    "bad": ("有问题：", "Found:"),
    "good": ("没有问题：", "Passed:"),
    "colon": ("：", ": "),
}


def describe_rules(lang: str) -> str:
    """The page on the rules in `lang` (zh or en): one section for each."""
    lines = [f"# {_word('title', lang)}", "", _word("note", lang), "", _word("intro", lang), ""]
    group = ""
    for rule in known_rules():
        if rule.code[:2] != group:
            group = rule.code[:2]
            lines += [f"## {group} {_GROUPS[group][lang == 'en']}", ""]
        lines += [explain_rule(rule, lang, "###"), ""]
    return "\n".join(lines).rstrip() + "\n"


def explain_rule(rule: Rule, lang: str, heading: str = "#") -> str:
    """What a rule says, why, how to mend it, and its two examples, without a newline at the end."""
    return "\n".join(_section(rule, lang, heading))


def _section(rule: Rule, lang: str, heading: str) -> Iterator[str]:
    words, colon = rule.words[lang], _word("colon", lang)
    yield from (f"{heading} {rule.code} {words.title}", "")
    facts = [("severity", _word(rule.severity, lang)), ("message", _FIELD.sub("…", words.message)), ("fix", words.hint)]
    yield from (f"- {_word(name, lang)}{colon}{text}" for name, text in facts)
    yield from ("", words.why, "")
    for kind in ("bad", "good"):
        yield from (_word(kind, lang), "", "```yaml", rule.example(kind, lang).rstrip("\n"), "```")
        if kind == "bad":
            yield ""


def _word(name: str, lang: str) -> str:
    return _WORDS[name][lang == "en"]
