"""The register of metrics → the page that says how each of them is worked out, as Markdown."""

from collections.abc import Iterable
from itertools import groupby

from acbp.analysis.explaining.metric import Metric, Subject
from acbp.analysis.explaining.register import SUBJECTS

_WORDS = {
    "title": ("指标", "Metrics"),
    "note": (
        "本页由程序按指标登记生成，请勿手改。",
        "This page is generated from the register of metrics; do not edit it by hand.",
    ),
    "intro": (
        """每个指标都有一个引用。`acbp explain PLAN REF` 说明它的公式、每个输入的文件与行号和结果；
文字里写 `{{ REF }}` 就印出它的值。`<>` 处写 id、期间或年份，例如 `opportunities.cooler-rollout.score`、
`reviews.Q2.landing`；没有 id 的项写序号，从 1 数起。计划里写明的数据也能引用，引用就是它在计划里的路径，
例如 `objectives.sales.target`。""",
        """Every metric has a reference. `acbp explain PLAN REF` tells its formula, each input with file and line, and
the result; in texts, `{{ REF }}` stands for its value. `<>` stands for an id, a period or a year, as in
`opportunities.cooler-rollout.score` and `reviews.Q2.landing`; items without an id are numbered from 1. What the plan
states can be referred to as well, by its path in the plan: `objectives.sales.target`.""",
    ),
    "head": ("| 引用 | 含义 | 公式 |", "| reference | meaning | formula |"),
}


def describe_metrics(lang: str) -> str:
    """The page on all metrics in `lang` (zh or en), by the beginning of their references."""
    at = 0 if lang == "zh" else 1
    lines = [f"# {_WORDS['title'][at]}", "", _WORDS["note"][at], "", _WORDS["intro"][at], ""]
    subjects = sorted(SUBJECTS, key=lambda subject: subject.pattern.partition(".")[0])
    for beginning, group in groupby(subjects, key=lambda subject: subject.pattern.partition(".")[0]):
        rows = dict.fromkeys(_row(subject, metric, at) for subject in group for metric in subject.metrics)
        lines += [f"## `{beginning}`", "", _WORDS["head"][at], "|---|---|---|", *rows, ""]
    return "\n".join(lines)


def _row(subject: Subject, metric: Metric, at: int) -> str:
    reference = f"{subject.pattern}.{metric.name}".replace("{}", "<>")
    meaning = _joined((subject.title[at], metric.title[at]), ("：", ": ")[at])
    formula = _joined((metric.formula[at], subject.definition[at]), ("；", "; ")[at])
    return f"| `{reference}` | {meaning} | {formula} |"


def _joined(words: Iterable[str], between: str) -> str:
    """Words one after the other; a stroke within them is no border of the table."""
    return between.join(word for word in words if word).replace("|", "\\|")
