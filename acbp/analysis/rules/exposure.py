"""Rules R811 to R813: every risk has an answer, an owner, a sign that it happens, and a date that lies ahead."""

from collections.abc import Iterator

from acbp.analysis.rules.register import Case, Finding, rule


@rule(
    "R811",
    "warning",
    zh=(
        "风险没有应对或负责人",
        "风险“{name}”没有写 {missing}",
        "写上 response 和 owner",
        "列出来却没人管的风险，比没列更糟。",
    ),
    en=(
        "A risk without response or owner",
        "the risk '{name}' lacks {missing}",
        "write its response and its owner",
        "A risk that was listed and left alone is worse than one not listed.",
    ),
    bad="""
risks:
  - {id: delay, name: «切换延误|Reset delayed», likelihood: 2, impact: 3, response: «加派人手|More hands»}  # ←
""",
    good="""
risks:
  - {id: delay, name: «切换延误|Reset delayed», likelihood: 2, impact: 3, response: «加派人手|More hands», owner: lin}
""",
)
def unanswered_risk(case: Case) -> Iterator[Finding]:
    """Every open risk has a response and an owner."""
    for at, item in enumerate(case.plan.risks):
        missing = [name for name in ("response", "owner") if not getattr(item, name)]
        if item.status == "open" and missing:
            yield ("risks", at), {"name": item.name, "missing": ", ".join(missing)}


@rule(
    "R812",
    "warning",
    zh=(
        "高风险没有触发信号",
        "风险“{name}”等级为高，没有写什么信号表示它发生了",
        "写上 trigger，最好带数字",
        "高风险要靠信号提前发现，等看见结果就晚了。",
    ),
    en=(
        "A high risk without a trigger",
        "the risk '{name}' is high and does not say what would show that it happens",
        "write its trigger, with a number if possible",
        "A high risk has to be noticed by its signs; its effects come too late.",
    ),
    bad="""
risks:
  - {id: delay, name: «切换延误|Reset delayed», likelihood: 4, impact: 4, response: «加人|Hands», owner: lin}  # ←
""",
    good="""
risks:
  - id: delay
    name: «切换延误|Reset delayed»
    likelihood: 4
    impact: 4
    trigger: «一周少于 20 店|Fewer than 20 stores a week»
    response: «加派人手|More hands»
    owner: lin
""",
)
def silent_risk(case: Case) -> Iterator[Finding]:
    """Every open high risk has a trigger."""
    high = {risk.item.id for risk in case.figures.risks.items if risk.level == "high"} if case.figures.risks else set()
    for at, item in enumerate(case.plan.risks):
        if item.id in high and not item.trigger:
            yield ("risks", at), {"name": item.name}


@rule(
    "R813",
    "warning",
    zh=(
        "风险的应对期限已过",
        "风险“{name}”的应对期限 {due} 已过，仍未关闭",
        "关闭它，或写新的期限",
        "过期未关的风险，说明应对没有做。",
    ),
    en=(
        "A risk past its date",
        "the response to the risk '{name}' was due on {due}, and it is still open",
        "close it, or set a new date",
        "A date that has passed says that the response was not carried out.",
    ),
    bad="""
plan: {date: 2027-07-10}
risks:
  - {id: delay, name: «延误|Delay», likelihood: 2, impact: 3, response: «加人|Hands», owner: lin, due: 2027-06-30}  # ←
""",
    good="""
plan: {date: 2027-06-10}
risks:
  - {id: delay, name: «延误|Delay», likelihood: 2, impact: 3, response: «加人|Hands», owner: lin, due: 2027-06-30}
""",
)
def passed_risk(case: Case) -> Iterator[Finding]:
    """The date of an open risk lies ahead."""
    for at, item in enumerate(case.plan.risks):
        if item.status == "open" and item.due and item.due < case.as_of:
            yield ("risks", at, "due"), {"name": item.name, "due": str(item.due)}
