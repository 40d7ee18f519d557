"""Rules R605 to R618: the customer file is fresh, and the relationship hangs on more than one thread."""

from collections.abc import Iterator

from acbp.analysis.rules.register import Case, Finding, rule
from acbp.model.relationships import Pair, Relationships

_POWERFUL = 4


def _pairs(case: Case) -> tuple[Pair, ...]:
    return (case.plan.relationships or Relationships()).pairs


@rule(
    "R605",
    "warning",
    zh=(
        "客户档案已过期",
        "客户档案 {days} 天前更新，超过 {limit} 天",
        "核对档案并更新 updated",
        "一年前的组织和门店数，会让计划从错的地方出发。",
    ),
    en=(
        "A stale customer file",
        "the customer file was checked {days} days ago, more than {limit}",
        "check it, and renew its date",
        "With last year's people and stores a plan sets out from the wrong place.",
    ),
    bad="""
account:
  profile: {updated: 2025-06-30}  # ←
""",
    good="""
account:
  profile: {updated: 2026-12-01}
""",
)
def stale_profile(case: Case) -> Iterator[Finding]:
    """The customer file is younger than the workspace says."""
    customer = case.figures.customer
    if customer.profile_stale:
        values = {"days": str(customer.profile_age), "limit": str(case.workspace.stale_after)}
        yield ("account", "profile", "updated"), values


@rule(
    "R606",
    "warning",
    zh=(
        "关系只靠一个人",
        "所有对口关系都只经过“{person}”一人",
        "至少建立两组由不同人负责的对口关系",
        "一个人调岗，整个客户就断了线。",
    ),
    en=(
        "A relationship on a single thread",
        "every pair of contacts goes through {person} alone",
        "build two pairs at least, with different people on both sides",
        "One person moves on, and the customer is lost sight of.",
    ),
    bad="""
relationships:
  pairs:  # ←
    - {ours: lin, theirs: boyd, tier: executive}
""",
    good="""
relationships:
  contacts:
    - {id: chen, name: Chen, side: us}
    - {id: hale, name: Hale, side: customer}
  pairs:
    - {ours: lin, theirs: boyd, tier: executive}
    - {ours: chen, theirs: hale}
""",
)
def single_thread(case: Case) -> Iterator[Finding]:
    """Pairs have two people at least on both sides."""
    pairs = _pairs(case)
    for people in ({pair.ours for pair in pairs}, {pair.theirs for pair in pairs}):
        if len(people) == 1:
            yield ("relationships", "pairs"), {"person": case.figures.names.person(people.pop()) or "—"}
            return


@rule(
    "R607",
    "warning",
    zh=(
        "客户的职能没有对口人",
        "客户的“{function}”没有与我方任何人对口",
        "在 pairs 加一组对口关系",
        "没有对口的部门，平时不反对，切换货架那天才反对。",
    ),
    en=(
        "A function of the customer without a counterpart",
        "nobody on our side answers to the customer's function '{function}'",
        "add a pair",
        "A department nobody talks to has no objection, until the day the shelf is to be moved.",
    ),
    bad="""
relationships:
  contacts:
    - {id: hale, name: Hale, side: customer, function: «财务|Finance»}  # ←
  pairs:
    - {ours: lin, theirs: boyd, tier: executive}
""",
    good="""
relationships:
  contacts:
    - {id: chen, name: Chen, side: us, function: «财务|Finance»}
    - {id: hale, name: Hale, side: customer, function: «财务|Finance»}
  pairs:
    - {ours: lin, theirs: boyd, tier: executive}
    - {ours: chen, theirs: hale}
""",
)
def uncovered_function(case: Case) -> Iterator[Finding]:
    """Every function of the customer is part of a pair, once there are pairs."""
    contacts, paired = case.contacts, {pair.theirs for pair in _pairs(case)}
    covered = {contacts[id].function for id in paired if id in contacts}
    told: set[str] = set()
    for at, contact in enumerate((case.plan.relationships or Relationships()).contacts):
        function = contact.function
        if paired and contact.side == "customer" and function and function not in covered | told:
            told.add(function)
            yield ("relationships", "contacts", at, "function"), {"function": function}


@rule(
    "R608",
    "warning",
    zh=(
        "没有高层对口",
        "对口关系中没有高层一级（tier: executive）",
        "加一组高层对口，至少每半年见一次",
        "分歧总会升级；那时才认识对方高层就晚了。",
    ),
    en=(
        "No contact at the top",
        "no pair of contacts is of the executive tier",
        "add one; let them meet twice a year at least",
        "Disputes rise to the top one day, and that is too late to make acquaintance.",
    ),
    bad="""
relationships:
  contacts:
    - {id: chen, name: Chen, side: us}
    - {id: hale, name: Hale, side: customer}
  pairs:  # ←
    - {ours: lin, theirs: boyd}
    - {ours: chen, theirs: hale}
""",
    good="""
relationships:
  contacts:
    - {id: chen, name: Chen, side: us}
    - {id: hale, name: Hale, side: customer}
  pairs:
    - {ours: lin, theirs: boyd, tier: executive}
    - {ours: chen, theirs: hale}
""",
)
def no_executive_pair(case: Case) -> Iterator[Finding]:
    """One pair is of the executive tier."""
    pairs = _pairs(case)
    if pairs and not any(pair.tier == "executive" for pair in pairs):
        yield ("relationships", "pairs"), {}


@rule(
    "R609",
    "error",
    zh=(
        "对口关系写错了一方",
        "{field} 写的是“{person}”，他不在这一方",
        "我方的人写在 ours，客户方的人写在 theirs",
        "关系图会把双方的人印反。",
    ),
    en=(
        "A pair with its sides mixed up",
        "{field} names {person}, who belongs to the other side",
        "our people are ours, the customer's people theirs",
        "The map would print their people as ours.",
    ),
    bad="""
relationships:
  pairs:
    - {ours: boyd, theirs: boyd, tier: executive}  # ←
""",
    good="""
relationships:
  pairs:
    - {ours: lin, theirs: boyd, tier: executive}
""",
)
def mixed_pair(case: Case) -> Iterator[Finding]:
    """ours is one of us, theirs one of them."""
    for at, pair in enumerate(_pairs(case)):
        for field, side in (("ours", "us"), ("theirs", "customer")):
            contact = case.contacts.get(getattr(pair, field))
            if contact and contact.side != side:
                yield ("relationships", "pairs", at, field), {"field": field, "person": contact.name}


@rule(
    "R614",
    "warning",
    zh=(
        "客户需求没有回应",
        "客户提出“{need}”，我方没有回应",
        "写上 response；做不到的也要说明",
        "没有回应的需求，客户会再提一次，语气不同。",
    ),
    en=(
        "A need without an answer",
        "the customer said '{need}', and there is no answer",
        "write the response, also where it is no",
        "A need without an answer is raised again, in another tone.",
    ),
    bad="""
account:
  needs:
    - {need: «少换价签|Fewer price changes»}  # ←
""",
    good="""
account:
  needs:
    - {need: «少换价签|Fewer price changes», response: «档期减到 24 个|24 promotions in place of 31»}
""",
)
def unanswered_need(case: Case) -> Iterator[Finding]:
    """Every need has a response."""
    for at, need in enumerate(case.plan.account.needs):
        if not need.response:
            yield ("account", "needs", at), {"need": need.need}


@rule(
    "R615",
    "warning",
    zh=(
        "有影响力的反对者没有下一步",
        "“{person}”影响力 {influence}、态度反对，没有约定下一步",
        "在对口关系中写 next_step",
        "反对者不会因为被忽略而改变主意。",
    ),
    en=(
        "A powerful critic without a next step",
        "{person}, influence {influence}, is a critic, and no next step is planned",
        "write the next_step of a pair",
        "Critics do not change their minds by being left alone.",
    ),
    bad="""
relationships:
  contacts:
    - {id: boyd, stance: critic, influence: 5}  # ←
""",
    good="""
relationships:
  contacts:
    - {id: boyd, stance: critic, influence: 5}
  pairs:
    - {ours: lin, theirs: boyd, tier: executive, next_step: «带数据登门|Visit with figures»}
""",
)
def unattended_critic(case: Case) -> Iterator[Finding]:
    """A critic of influence 4 or 5 has a next step."""
    attended = {pair.theirs for pair in _pairs(case) if pair.next_step}
    for at, contact in enumerate((case.plan.relationships or Relationships()).contacts):
        powerful = contact.influence is not None and contact.influence >= _POWERFUL
        if powerful and contact.stance == "critic" and contact.id not in attended:
            values = {"person": contact.name, "influence": str(contact.influence)}
            yield ("relationships", "contacts", at), values


@rule(
    "R616",
    "warning",
    zh=(
        "约定的会面已过期",
        "“{ours}”与“{theirs}”的下次会面 {date} 已过",
        "写上新的 next_date",
        "关系图上的过期日期，说明没有人在用它。",
    ),
    en=(
        "A meeting that has passed",
        "the next meeting of {ours} and {theirs} was on {date}",
        "write a new next_date",
        "A date that has passed says that nobody uses the map.",
    ),
    bad="""
plan: {date: 2027-04-01}
relationships:
  pairs:
    - {ours: lin, theirs: boyd, tier: executive, next_date: 2027-03-01}  # ←
""",
    good="""
plan: {date: 2027-02-01}
relationships:
  pairs:
    - {ours: lin, theirs: boyd, tier: executive, next_date: 2027-03-01}
""",
)
def passed_meeting(case: Case) -> Iterator[Finding]:
    """The next meeting of a pair lies ahead."""
    person = case.figures.names.person
    for at, pair in enumerate(_pairs(case)):
        if pair.next_date and pair.next_date < case.as_of:
            values = {
                "ours": person(pair.ours) or pair.ours,
                "theirs": person(pair.theirs) or pair.theirs,
                "date": str(pair.next_date),
            }
            yield ("relationships", "pairs", at, "next_date"), values


@rule(
    "R618",
    "warning",
    zh=(
        "想提升的关系没有下一步",
        "“{ours}”与“{theirs}”要由 {level} 提到 {wanted}，没有写下一步",
        "写上 next_step",
        "关系不会自己变好。",
    ),
    en=(
        "A tie that is to grow, without a next step",
        "{ours} and {theirs} are to go from {level} to {wanted}, and no next step is planned",
        "write the next_step",
        "Relationships do not improve by themselves.",
    ),
    bad="""
relationships:
  pairs:
    - {ours: lin, theirs: boyd, tier: executive, level: basic, wanted: proactive}  # ←
""",
    good="""
relationships:
  pairs:
    - {ours: lin, theirs: boyd, tier: executive, level: basic, wanted: proactive, next_step: «走访|Visit»}
""",
)
def idle_tie(case: Case) -> Iterator[Finding]:
    """A pair whose level is to change has a next step."""
    person = case.figures.names.person
    for at, pair in enumerate(_pairs(case)):
        if pair.level and pair.wanted and pair.level != pair.wanted and not pair.next_step:
            values = {
                "ours": person(pair.ours) or pair.ours,
                "theirs": person(pair.theirs) or pair.theirs,
                "level": pair.level,
                "wanted": pair.wanted,
            }
            yield ("relationships", "pairs", at), values
