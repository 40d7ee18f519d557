"""Rules R406 to R415: what is done says when and by what proof; what is late says why and until when."""

from collections.abc import Iterator

from acbp.analysis.actions import is_open
from acbp.analysis.rules.register import Case, Finding, percent, rule


@rule(
    "R406",
    "warning",
    zh=(
        "完成的行动没有完成日期",
        "行动“{name}”已完成，没有写 done_on",
        "写上 done_on",
        "没有完成日期，按期率无从计算。",
    ),
    en=(
        "A finished action without its day",
        "the action '{name}' is done, but does not say when",
        "write done_on",
        "Without the day nobody can tell whether it was done in time.",
    ),
    bad="""
actions:
  - {id: pilot, status: done, progress: 100%, evidence: «试点报告|Trial report»}  # ←
""",
    good="""
actions:
  - {id: pilot, status: done, progress: 100%, done_on: 2027-01-04, evidence: «试点报告|Trial report»}
""",
)
def done_without_day(case: Case) -> Iterator[Finding]:
    """What is done says when."""
    for at, action in enumerate(case.plan.actions):
        if action.status == "done" and action.done_on is None:
            yield ("actions", at), {"name": action.name}


@rule(
    "R407",
    "warning",
    zh=(
        "完成的行动没有凭据",
        "行动“{name}”已完成，没有写凭据",
        "写上 evidence，例如验收单、照片、报告",
        "没有凭据的“完成”，在复盘会上会变成争论。",
    ),
    en=(
        "A finished action without proof",
        "the action '{name}' is done, but nothing proves it",
        "write its evidence: a record, a photograph, a report",
        "Done without proof becomes an argument in the review.",
    ),
    bad="""
actions:
  - {id: pilot, status: done, progress: 100%, done_on: 2027-01-04}  # ←
""",
    good="""
actions:
  - {id: pilot, status: done, progress: 100%, done_on: 2027-01-04, evidence: «试点报告|Trial report»}
""",
)
def done_without_proof(case: Case) -> Iterator[Finding]:
    """What is done names its evidence."""
    for at, action in enumerate(case.plan.actions):
        if action.status == "done" and not action.evidence:
            yield ("actions", at), {"name": action.name}


@rule(
    "R408",
    "warning",
    zh=(
        "延误的行动没有原因或追回办法",
        "行动“{name}”应在 {due} 完成，没有写 {missing}",
        "写上 cause、recovery 和 recovery_date",
        "客户可以接受延误，不能接受没有说法的延误。",
    ),
    en=(
        "A late action without cause or recovery",
        "the action '{name}' was due on {due}; it lacks {missing}",
        "write cause, recovery and recovery_date",
        "A customer can live with delay, not with delay that nobody explains.",
    ),
    bad="""
plan: {date: 2027-04-01}
actions:
  - {id: pilot, due: 2027-03-19}  # ←
""",
    good="""
plan: {date: 2027-04-01}
actions:
  - id: pilot
    due: 2027-03-19
    cause: «人手不足|Too few hands»
    recovery: «加派两人|Two more people»
    recovery_date: 2027-04-30
""",
)
def late_without_recovery(case: Case) -> Iterator[Finding]:
    """A late action says why, how the time is made up, and until when."""
    for at, action in case.actions():
        missing = [name for name in ("cause", "recovery", "recovery_date") if not getattr(action, name)]
        if missing and action.due and action.due < case.as_of and is_open(action, case.as_of):
            values = {"name": action.name, "due": str(action.due), "missing": ", ".join(missing)}
            yield ("actions", at), values


@rule(
    "R409",
    "warning",
    zh=(
        "有风险的行动没有原因或办法",
        "行动“{name}”标为有风险，没有写 {missing}",
        "写上 cause 和 recovery",
        "只标黄灯不说怎么办，等于把问题留给下一次会议。",
    ),
    en=(
        "An action at risk without cause or recovery",
        "the action '{name}' is marked at risk; it lacks {missing}",
        "write cause and recovery",
        "An amber light without an answer only moves the problem to the next meeting.",
    ),
    bad="""
actions:
  - {id: pilot, at_risk: true}  # ←
""",
    good="""
actions:
  - {id: pilot, at_risk: true, cause: «人手不足|Too few hands», recovery: «加派两人|Two more people»}
""",
)
def risk_without_recovery(case: Case) -> Iterator[Finding]:
    """An action at risk says why, and what is done."""
    for at, action in case.actions():
        missing = [name for name in ("cause", "recovery") if not getattr(action, name)]
        if missing and action.at_risk and is_open(action, case.as_of):
            yield ("actions", at), {"name": action.name, "missing": ", ".join(missing)}


@rule(
    "R410",
    "warning",
    zh=(
        "追回日已过，行动仍未完成",
        "行动“{name}”的追回日 {date} 已过，仍未完成",
        "更新进度，或给出新的追回日和原因",
        "第二次落空比第一次更伤信任。",
    ),
    en=(
        "The new date has passed too",
        "the action '{name}' was to be made up by {date} and is still open",
        "bring it up to date, or give a new date and its cause",
        "Missing the second date costs more trust than missing the first.",
    ),
    bad="""
plan: {date: 2027-05-01}
actions:
  - id: pilot
    due: 2027-03-19
    cause: «人手不足|Too few hands»
    recovery: «加派两人|Two more people»
    recovery_date: 2027-04-30  # ←
""",
    good="""
plan: {date: 2027-04-20}
actions:
  - id: pilot
    due: 2027-03-19
    cause: «人手不足|Too few hands»
    recovery: «加派两人|Two more people»
    recovery_date: 2027-04-30
""",
)
def recovery_passed(case: Case) -> Iterator[Finding]:
    """A new date that has passed is renewed."""
    for at, action in case.actions():
        if action.recovery_date and action.recovery_date < case.as_of and is_open(action, case.as_of):
            yield ("actions", at, "recovery_date"), {"name": action.name, "date": str(action.recovery_date)}


@rule(
    "R411",
    "error",
    zh=(
        "行动的状态与进度矛盾",
        "行动“{name}”状态是 {status}，进度是 {progress}",
        "完成即 status: done 且进度 100%",
        "同一行里印着“完成”和 80%，读者不知道该信哪个。",
    ),
    en=(
        "Status and progress contradict each other",
        "the status of the action '{name}' is {status}, its progress {progress}",
        "what is done has status done and progress 100%",
        "One line that says 'done' and 80%: which of them is true?",
    ),
    bad="""
actions:
  - {id: pilot, progress: 100%}  # ←
""",
    good="""
actions:
  - {id: pilot, progress: 100%, status: done, done_on: 2027-01-04, evidence: «试点报告|Trial report»}
""",
)
def contradicting_progress(case: Case) -> Iterator[Finding]:
    """Done and 100 % go together."""
    for at, action in case.actions():
        if action.progress is not None and (action.status == "done") != (action.progress == 1):
            values = {"name": action.name, "status": action.status, "progress": percent(action.progress)}
            yield ("actions", at, "progress"), values


@rule(
    "R415",
    "warning",
    zh=(
        "完成日在将来",
        "行动“{name}”写着 {date} 完成，这一天还没有到",
        "改正 done_on 或 status",
        "提前报完成，复盘时会被当场问住。",
    ),
    en=(
        "Done on a day to come",
        "the action '{name}' is done on {date}, a day that lies ahead",
        "correct done_on or status",
        "What is reported done before it is done is found out in the review.",
    ),
    bad="""
actions:
  - {id: pilot, status: done, progress: 100%, done_on: 2027-03-01, evidence: «试点报告|Trial report»}  # ←
""",
    good="""
actions:
  - {id: pilot, status: done, progress: 100%, done_on: 2027-01-04, evidence: «试点报告|Trial report»}
""",
)
def done_ahead(case: Case) -> Iterator[Finding]:
    """What is done was done by the plan's date or the day asked for, whichever is later."""
    for at, action in enumerate(case.plan.actions):
        if action.done_on and action.done_on > max(case.as_of, case.plan.plan.date):
            yield ("actions", at, "done_on"), {"name": action.name, "date": str(action.done_on)}
