"""Rules R401 to R416: every action and task has its people, and no action waits for itself."""

from collections.abc import Iterator, Mapping

from acbp.analysis.actions import is_open
from acbp.analysis.rules.register import Case, Finding, rule
from acbp.model.activity import Action


@rule(
    "R401",
    "warning",
    zh=("行动没有负责人", "行动“{name}”双方都没有负责人", "写上 owner 或 customer_owner", "没有名字的行动没有人做。"),
    en=(
        "An action without an owner",
        "nobody on either side answers for the action '{name}'",
        "write owner or customer_owner",
        "An action without a name on it is done by nobody.",
    ),
    bad="""
actions:
  - {id: pilot, owner: ~, customer_owner: ~}  # ←
""",
    good="""
actions:
  - {id: pilot, owner: lin}
""",
)
def without_owner(case: Case) -> Iterator[Finding]:
    """Every action has an owner on one side at least."""
    for at, action in case.actions():
        if not action.owner and not action.customer_owner:
            yield ("actions", at), {"name": action.name}


@rule(
    "R402",
    "warning",
    zh=("行动没有完成日期", "行动“{name}”没有完成日期", "写上 due", "没有日期的行动永远不会延误，也永远不会完成。"),
    en=(
        "An action without a date",
        "the action '{name}' has no due date",
        "write its due date",
        "An action without a date is never late, and never done.",
    ),
    bad="""
actions:
  - {id: pilot, due: ~}  # ←
""",
    good="""
actions:
  - {id: pilot, due: 2027-03-19}
""",
)
def without_due(case: Case) -> Iterator[Finding]:
    """Every action has a due date."""
    for at, action in case.actions():
        if action.due is None:
            yield ("actions", at), {"name": action.name}


@rule(
    "R403",
    "warning",
    zh=(
        "行动的完成日不在计划年度内",
        "行动“{name}”的完成日 {due} 不在 {first} 至 {last} 之间",
        "改正日期；跨年的行动写到年内能完成的一段",
        "甘特图只画计划年度，年外的行动不会有人跟进。",
    ),
    en=(
        "An action due outside the year",
        "the action '{name}' is due on {due}, outside {first} to {last}",
        "correct the date; of what goes on longer, write the part that ends within the year",
        "The chart shows the plan's year; nobody follows what lies outside.",
    ),
    bad="""
actions:
  - {id: roll-out, due: 2028-06-30}  # ←
""",
    good="""
actions:
  - {id: roll-out, due: 2027-06-30}
""",
)
def outside_year(case: Case) -> Iterator[Finding]:
    """An action is due within the plan's year."""
    for at, action in case.actions():
        if action.due and not case.first_day <= action.due <= case.last_day:
            values = {
                "name": action.name,
                "due": str(action.due),
                "first": str(case.first_day),
                "last": str(case.last_day),
            }
            yield ("actions", at, "due"), values


@rule(
    "R404",
    "warning",
    zh=(
        "行动依赖更晚完成的行动",
        "行动“{name}”{due} 完成，却要等“{other}”{other_due} 完成",
        "调整日期，或去掉 depends_on",
        "前一步还没做完，后一步不可能按期完成。",
    ),
    en=(
        "An action waits for one that ends later",
        "the action '{name}' is due on {due} but waits for '{other}', due on {other_due}",
        "move a date, or drop the dependency",
        "A step cannot end before the one it waits for.",
    ),
    bad="""
actions:
  - {id: pilot, due: 2027-07-30}
  - {id: roll-out, due: 2027-06-30, depends_on: [pilot]}  # ←
""",
    good="""
actions:
  - {id: pilot, due: 2027-03-19}
  - {id: roll-out, due: 2027-06-30, depends_on: [pilot]}
""",
)
def waits_for_later(case: Case) -> Iterator[Finding]:
    """What an action depends on ends no later than the action; a new date counts where it was given."""
    known = {action.id: action for action in case.plan.actions}
    for at, action in case.actions():
        for place, other in enumerate(action.depends_on):
            until, before = _until(action), _until(known[other]) if other in known else None
            if is_open(action, case.as_of) and until and before and before > until:
                values = {
                    "name": action.name,
                    "due": str(until),
                    "other": known[other].name,
                    "other_due": str(before),
                }
                yield ("actions", at, "depends_on", place), values


def _until(action: Action) -> object:
    return action.done_on or action.recovery_date or action.due


@rule(
    "R405",
    "error",
    zh=(
        "行动互相等待",
        "行动“{name}”绕一圈又等到自己：{circle}",
        "去掉其中一个 depends_on",
        "互相等待的行动谁也开始不了。",
    ),
    en=(
        "Actions that wait for each other",
        "the action '{name}' waits for itself in a circle: {circle}",
        "drop one of the dependencies",
        "None of the actions in a circle can ever begin.",
    ),
    bad="""
actions:
  - {id: pilot, depends_on: [roll-out]}  # ←
  - {id: roll-out, depends_on: [pilot]}
""",
    good="""
actions:
  - {id: roll-out, depends_on: [pilot]}
""",
)
def circle(case: Case) -> Iterator[Finding]:
    """No action depends on itself through others; each circle is told once, at its first action."""
    known = {action.id: action for action in case.plan.actions}
    told: set[str] = set()
    for at, action in enumerate(case.plan.actions):
        path = _path_back(action.id, known)
        if len(path) > 1 and not told & set(path):
            told |= set(path)
            values = {"name": action.name, "circle": " → ".join([*path, action.id])}
            yield ("actions", at, "depends_on"), values


def _path_back(start: str, known: Mapping[str, Action]) -> list[str]:
    """A way along the dependencies from an action back to itself; empty where there is none."""
    waiting, seen = [[start]], set[str]()
    while waiting:
        path = waiting.pop()
        for other in known[path[-1]].depends_on if path[-1] in known else ():
            if other == start:
                return path
            if other not in seen:
                seen.add(other)
                waiting.append([*path, other])
    return []


@rule(
    "R412",
    "warning",
    zh=(
        "行动等待一个已取消的行动",
        "行动“{name}”要等“{other}”，而它已取消",
        "去掉 depends_on，或改等另一个行动",
        "被取消的前提不会再有结果。",
    ),
    en=(
        "An action waits for one that was dropped",
        "the action '{name}' waits for '{other}', which was dropped",
        "drop the dependency, or name another action",
        "What was dropped will never deliver.",
    ),
    bad="""
actions:
  - {id: pilot, status: dropped}
  - {id: roll-out, depends_on: [pilot]}  # ←
""",
    good="""
actions:
  - {id: roll-out, depends_on: [pilot]}
""",
)
def waits_for_dropped(case: Case) -> Iterator[Finding]:
    """No action depends on one that was dropped."""
    dropped = {action.id: action for action in case.plan.actions if action.status == "dropped"}
    for at, action in case.actions():
        for place, other in enumerate(action.depends_on):
            if other in dropped:
                yield ("actions", at, "depends_on", place), {"name": action.name, "other": dropped[other].name}


@rule(
    "R413",
    "error",
    zh=(
        "负责人写错了一方",
        "行动“{name}”的 {field} 是“{person}”，他不在这一方",
        "我方的人写在 owner，客户方的人写在 customer_owner",
        "页面会把对方的人印成我方的人。",
    ),
    en=(
        "An owner on the wrong side",
        "{field} of the action '{name}' is {person}, who belongs to the other side",
        "our people are owners, the customer's people customer_owners",
        "The pages would print their colleague as ours.",
    ),
    bad="""
actions:
  - {id: pilot, owner: boyd}  # ←
""",
    good="""
actions:
  - {id: pilot, owner: lin, customer_owner: boyd}
""",
)
def wrong_side(case: Case) -> Iterator[Finding]:
    """owner is one of us, customer_owner one of them."""
    contacts = case.contacts
    for at, action in enumerate(case.plan.actions):
        for field, side in (("owner", "us"), ("customer_owner", "customer")):
            contact = contacts.get(getattr(action, field) or "")
            if contact and contact.side != side:
                yield ("actions", at, field), {"name": action.name, "field": field, "person": contact.name}


@rule(
    "R414",
    "warning",
    zh=(
        "策略的行动全由我方一家做",
        "策略“{name}”的行动都没有客户方负责人",
        "至少一条行动写上 customer_owner",
        "没有客户方的人，计划就只是我方的愿望。",
    ),
    en=(
        "A strategy carried by us alone",
        "no action of the strategy '{name}' has an owner at the customer",
        "write a customer_owner for one action at least",
        "Without a name at the customer it is our wish, not a joint plan.",
    ),
    bad="""
actions:
  - {id: pilot, customer_owner: ~}
  - {id: roll-out, customer_owner: ~}
strategies:
  - {id: shelf, name: «货架扩容|More shelf»}  # ←
""",
    good="""
actions:
  - {id: pilot, customer_owner: boyd}
""",
)
def carried_alone(case: Case) -> Iterator[Finding]:
    """Every strategy has an action with an owner at the customer."""
    for at, strategy in enumerate(case.plan.strategies):
        mine = [action for _, action in case.actions() if action.strategy == strategy.id]
        if mine and not any(action.customer_owner for action in mine):
            yield ("strategies", at, "name"), {"name": strategy.name}


@rule(
    "R416",
    "warning",
    zh=(
        "分工没有写清谁总负责、谁执行",
        "事项“{name}”没有写 {missing}",
        "写上一位 accountable 和至少一位 responsible",
        "分工表上空着的格子，就是年底互相推的地方。",
    ),
    en=(
        "A task that nobody answers for or carries out",
        "the task '{name}' has no {missing}",
        "write one accountable and at least one responsible",
        "A blank in the table of tasks is where everybody points at somebody else.",
    ),
    bad="""
supplier:
  tasks:
    - {name: «联合预测|Joint forecast», responsible: [lin]}  # ←
""",
    good="""
supplier:
  tasks:
    - {name: «联合预测|Joint forecast», accountable: lin, responsible: [lin]}
""",
)
def unassigned_task(case: Case) -> Iterator[Finding]:
    """Every task of the team has one who answers for it and one who does it."""
    for at, task in enumerate(case.plan.supplier.tasks):
        if missing := [name for name in ("accountable", "responsible") if not getattr(task, name)]:
            yield ("supplier", "tasks", at), {"name": task.name, "missing": ", ".join(missing)}
