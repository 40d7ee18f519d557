"""Rules R830 to R833: a plan's step says what it may still hold: gaps, changes, open actions."""

from collections.abc import Iterator

from acbp.analysis.actions import is_open
from acbp.analysis.rules.register import Case, Finding, rule

_FIRST = {"1", "1.0", "v1", "v1.0"}
_SHOWN = 4


@rule(
    "R830",
    "warning",
    zh=(
        "改过的已同意计划没有变更记录",
        "版本已到 {version}，变更记录却是空的",
        "在 plan.change_log 写一条：date、version、what、reason",
        "双方同意过的计划，改动要说得出理由，否则各执一版。",
    ),
    en=(
        "An agreed plan was changed without a word",
        "this is version {version}, and the change log is empty",
        "add an entry to plan.change_log: date, version, what, reason",
        "What both sides agreed on changes with a reason only; else each side keeps a version of its own.",
    ),
    bad="""
plan: {status: agreed, version: V2.0}  # ←
""",
    good="""
plan:
  status: agreed
  version: V2.0
  change_log:
    - {date: 2027-04-16, version: V2.0, what: «增加复盘|Review added», reason: «按日历|By the calendar»}
""",
)
def unexplained_version(case: Case) -> Iterator[Finding]:
    """An agreed plan beyond its first version has a change log."""
    heading = case.plan.plan
    if case.is_agreed and not heading.change_log and heading.version.strip().lower() not in _FIRST:
        yield ("plan", "version"), {"version": heading.version}


@rule(
    "R831",
    "warning",
    zh=(
        "变更没有理由",
        "{date} 的变更“{what}”没有写理由",
        "写上 reason；它只在内部版出现",
        "半年后没人记得当时为什么改；理由是下次谈判的依据。",
    ),
    en=(
        "A change without a reason",
        "the change of {date}, '{what}', has no reason",
        "write its reason; it is printed in the internal edition only",
        "In half a year nobody remembers why; the reason is what the next talks rest on.",
    ),
    bad="""
plan:
  status: agreed
  change_log:
    - {date: 2027-04-10, version: V1.0, what: «下调目标|Target lowered»}  # ←
""",
    good="""
plan:
  status: agreed
  change_log:
    - {date: 2027-04-10, version: V1.0, what: «下调目标|Target lowered», reason: «六家门店关闭|Six stores close»}
""",
)
def unreasoned_change(case: Case) -> Iterator[Finding]:
    """Every change of an agreed plan has a reason."""
    for at, change in enumerate(case.plan.plan.change_log if case.is_agreed else ()):
        if not change.reason:
            yield ("plan", "change_log", at), {"date": change.date.isoformat(), "what": change.what}


@rule(
    "R832",
    "warning",
    zh=(
        "已结束的计划还有进行中的行动",
        "计划已结束，“{name}”还没有了结",
        "把它完成或取消，或用 acbp roll 带到下一年",
        "计划一结束就没人再看它，没了结的行动也就没人再管。",
    ),
    en=(
        "A closed plan with an open action",
        "the plan is closed, and '{name}' is still open",
        "finish or drop it, or carry it into next year's plan with acbp roll",
        "Nobody looks into a closed plan, and nobody looks after what is left open in it.",
    ),
    bad="""
plan: {status: closed}
actions:
  - {id: pilot, status: open}  # ←
  - {id: roll-out, status: dropped}
""",
    good="""
plan: {status: closed}
actions:
  - {id: pilot, status: done, done_on: 2027-01-04}
  - {id: roll-out, status: dropped}
""",
)
def open_at_the_end(case: Case) -> Iterator[Finding]:
    """Nothing is open once the plan is closed."""
    for at, action in case.actions():
        if case.plan.plan.status == "closed" and is_open(action, case.as_of):
            yield ("actions", at), {"name": action.name}


@rule(
    "R833",
    "warning",
    zh=(
        "已提出的计划还有空缺",
        "计划已提出，还缺 {count} 处：{gaps}",
        "补齐，或把状态改回 draft",
        "交给客户的计划有空缺，客户会替我们填。",
    ),
    en=(
        "A proposed plan with gaps",
        "the plan is proposed, and {count} things are missing: {gaps}",
        "fill them in, or set the status back to draft",
        "Where a proposal has gaps, the customer fills them in.",
    ),
    bad="""
plan: {status: proposed}  # ←
goals: {statement: ~}
""",
    good="""
plan: {status: draft}
goals: {statement: ~}
""",
)
def gaps_in_a_proposal(case: Case) -> Iterator[Finding]:
    """What the method asks for is there once the plan is proposed; what only time brings is not asked for."""
    gaps = [gap for gap in case.figures.completeness.gaps if not gap.startswith("reviews") and ".progress" not in gap]
    if case.plan.plan.status == "proposed" and gaps:
        shown = ", ".join(gaps[:_SHOWN]) + (", …" if len(gaps) > _SHOWN else "")
        yield ("plan", "status"), {"count": str(len(gaps)), "gaps": shown}
