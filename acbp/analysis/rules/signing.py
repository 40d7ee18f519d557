"""Rules R801 to R814: what is signed is complete and lawful, and promises are mutual."""

import re
from collections.abc import Iterator

from acbp.analysis.rules.register import Case, Finding, rule
from acbp.analysis.rules.texts import customer_texts

_PRICE = re.compile(r"零售价|售价|\b(resale|retail|shelf|consumer) prices?\b|\bR[SR]P\b", re.IGNORECASE)
_BINDING = re.compile(
    r"不低于|不得低于|不得高于|统一|固定|必须|最低|\b(must|minimum|fixed|floor|at least|not below|enforced?)\b", re.I
)
_RECOMMENDED = re.compile(r"建议|指导|参考|自行|自主|\b(recommend\w*|suggest\w*|own prices?)\b", re.IGNORECASE)


@rule(
    "R801",
    "warning",
    zh=(
        "转售价格像是硬性规定",
        "“{text}”像是在规定零售价",
        "零售价只能建议：写明“建议零售价”，由客户自行定价",
        "限定转售价格在多数国家是垄断行为，写进双方签字的文件就是证据。",
    ),
    en=(
        "A resale price that reads as binding",
        "'{text}' reads as if it bound the resale price",
        "resale prices are recommended only: say so, and leave prices to the customer",
        "Fixing resale prices is against competition law in most countries, and a signed plan is the evidence.",
    ),
    bad="""
signoff:
  rules:
    - name: «价格|Prices»
      text: «零售价不低于 5 元|The retail price must not fall below 5»  # ←
""",
    good="""
signoff:
  rules:
    - name: «价格|Prices»
      text: «零售价为建议价，由客户自行定价|Retail prices are recommended; the customer sets its own prices»
""",
)
def binding_price(case: Case) -> Iterator[Finding]:
    """A text that speaks of resale prices does not bind them."""
    for location, text in customer_texts(case.plan):
        if _PRICE.search(text) and _BINDING.search(text) and not _RECOMMENDED.search(text):
            yield location, {"text": _short(text)}


@rule(
    "R802",
    "warning",
    zh=(
        "没有写明零售价只是建议",
        "计划有促销降价，规则里没有写零售价只是建议",
        "在 signoff.rules 加一条：零售价为建议价，由客户自行定价",
        "促销必然谈到零售价；写明只是建议，双方才都安全。",
    ),
    en=(
        "Nothing says that resale prices are recommended",
        "the plan has price promotions, and no rule says that resale prices are recommended only",
        "add a rule to signoff.rules: resale prices are recommended, the customer sets its own",
        "Promotions speak of resale prices; both sides are safe only if they are said to be recommended.",
    ),
    bad="""
signoff:
  rules:  # ←
    - {name: «评估|Reviews», text: «每季复盘|Every quarter»}
promotions:
  items:
    - {id: spring, depth: 20%}
""",
    good="""
signoff:
  rules:
    - {name: «价格|Prices», text: «零售价为建议价，客户自行定价|Resale prices are recommended only»}
promotions:
  items:
    - {id: spring, depth: 20%}
""",
)
def prices_unmarked(case: Case) -> Iterator[Finding]:
    """With price promotions, one rule says that resale prices are recommended."""
    signoff, promotions = case.plan.signoff, case.plan.promotions
    cuts = any(item.depth for item in promotions.items) if promotions else False
    rules = [f"{rule.name} {rule.text}" for rule in signoff.rules] if signoff else []
    if signoff and cuts and not any(_PRICE.search(text) and _RECOMMENDED.search(text) for text in rules):
        yield ("signoff", "rules"), {}


@rule(
    "R803",
    "error",
    zh=(
        "客户看得到的文字里有其他零售商",
        "客户版会印出“{name}”",
        "改用“另一零售商”，或标 audience: internal",
        "把一家客户的事告诉另一家，失去的是两家的信任，也可能违反保密约定。",
    ),
    en=(
        "Another retailer is named where the customer reads",
        "the customer edition would print '{name}'",
        "write 'another retailer', or mark it audience: internal",
        "Telling one customer about another loses the trust of both, and may break a promise of confidence.",
    ),
    bad="""
situation:
  market:
    source: «走访|Store visits»
    implication: «跟进|Follow»
    conclusion: «Marktkauf 已先做|Marktkauf did it first»  # ←
""",
    good="""
situation:
  market:
    source: «走访|Store visits»
    implication: «跟进|Follow»
    conclusion: «另一零售商已先做|Another retailer did it first»
""",
)
def other_retailer(case: Case) -> Iterator[Finding]:
    """No name of the workspace's `retailers` but this customer's own stands in a text that the customer sees."""
    own = f"{case.plan.account.name} {case.plan.account.short_name}".casefold()
    names = [name for name in case.workspace.retailers if name.casefold() not in own]
    for location, text in customer_texts(case.plan) if names else ():
        for name in names:
            if name.casefold() in text.casefold():
                yield location, {"name": name}


@rule(
    "R804",
    "warning",
    zh=(
        "已同意的计划没有双方签署人",
        "状态是 {status}，签署人缺少 {missing} 一方",
        "在 signoff.signatories 写上双方签署人",
        "没有签字的“已同意”，到兑现时只剩一方记得。",
    ),
    en=(
        "An agreed plan without signatories of both sides",
        "the status is {status}, but nobody signs for: {missing}",
        "write the people of both sides into signoff.signatories",
        "What was agreed without a signature is remembered by one side only.",
    ),
    bad="""
plan: {status: agreed}  # ←
signoff:
  signatories: [{contact: lin, date: 2027-01-04}]
""",
    good="""
plan: {status: agreed}
signoff:
  signatories: [{contact: lin, date: 2027-01-04}, {contact: boyd, date: 2027-01-04}]
""",
)
def unsigned(case: Case) -> Iterator[Finding]:
    """Both sides sign what is agreed."""
    people = [item.contact for item in case.plan.signoff.signatories] if case.plan.signoff else []
    sides = {case.contacts[id].side for id in people if id in case.contacts}
    missing = [side for side in ("us", "customer") if side not in sides]
    if case.is_agreed and missing:
        yield ("plan", "status"), {"status": case.plan.plan.status, "missing": ", ".join(missing)}


@rule(
    "R805",
    "warning",
    zh=(
        "已同意的计划没有签署日期",
        "“{person}”还没有写签署日期",
        "写上 date，或把状态改为 proposed",
        "从哪天起生效，看的是签署日期。",
    ),
    en=(
        "An agreed plan without dates of signature",
        "{person} has no date of signature",
        "write the date, or set the status to proposed",
        "A plan is in force from the day on which it was signed.",
    ),
    bad="""
plan: {status: agreed}
signoff:
  signatories:
    - {contact: lin, date: 2027-01-04}
    - {contact: boyd}  # ←
""",
    good="""
plan: {status: agreed}
signoff:
  signatories:
    - {contact: lin, date: 2027-01-04}
    - {contact: boyd, date: 2027-01-04}
""",
)
def undated_signature(case: Case) -> Iterator[Finding]:
    """Every signatory of an agreed plan has signed."""
    for at, item in enumerate(case.plan.signoff.signatories if case.plan.signoff else ()):
        if case.is_agreed and item.date is None:
            person = case.figures.names.person(item.contact) or item.contact
            yield ("signoff", "signatories", at), {"person": person}


@rule(
    "R806",
    "warning",
    zh=(
        "内部审批还没完成",
        "状态已是 {status}，“{name}”还没有批准",
        "补上批准日期，或把状态改回 draft",
        "没批就签，是用公司的钱做个人的承诺。",
    ),
    en=(
        "An approval is still open",
        "the status is {status}, but {name} has not approved",
        "write the date of approval, or set the status back to draft",
        "Signing before approval is a personal promise with the company's money.",
    ),
    bad="""
plan:
  status: agreed
  approvals:
    - {name: Chen}  # ←
""",
    good="""
plan:
  status: agreed
  approvals:
    - {name: Chen, date: 2026-12-18}
""",
)
def open_approval(case: Case) -> Iterator[Finding]:
    """Every approval of an agreed plan has its date."""
    for at, item in enumerate(case.plan.plan.approvals):
        if case.is_agreed and item.date is None:
            yield ("plan", "approvals", at), {"status": case.plan.plan.status, "name": item.name}


@rule(
    "R807",
    "warning",
    zh=(
        "承诺没有凭据",
        "承诺“{what}”没有写凭什么算兑现",
        "写上 proof",
        "没有凭据的承诺，兑没兑现各说各话。",
    ),
    en=(
        "A promise without proof",
        "the promise '{what}' does not say what proves it",
        "write its proof",
        "Without proof each side has its own opinion on whether it was kept.",
    ),
    bad="""
commitments:
  - {id: shelf, side: customer, what: «货架提到 28%|Shelf to 28%», owner: boyd}  # ←
""",
    good="""
commitments:
  - {id: shelf, side: customer, what: «货架提到 28%|Shelf to 28%», owner: boyd, proof: «盘点表|Shelf count»}
""",
)
def unproven_promise(case: Case) -> Iterator[Finding]:
    """Every promise names its proof."""
    for at, item in enumerate(case.plan.commitments):
        if not item.proof:
            yield ("commitments", at), {"what": item.what}


@rule(
    "R808",
    "warning",
    zh=(
        "承诺没有负责人，或负责人不在承诺的一方",
        "承诺“{what}”没有本方负责人",
        "在 owner 写承诺方的人",
        "承诺要由有权兑现的人来负责。",
    ),
    en=(
        "A promise without an owner of that side",
        "nobody of the side that promises answers for '{what}'",
        "let a person of that side be its owner",
        "A promise needs somebody who is able to keep it.",
    ),
    bad="""
commitments:
  - {id: shelf, side: customer, what: «货架提到 28%|Shelf to 28%», owner: lin, proof: «盘点表|Shelf count»}  # ←
""",
    good="""
commitments:
  - {id: shelf, side: customer, what: «货架提到 28%|Shelf to 28%», owner: boyd, proof: «盘点表|Shelf count»}
""",
)
def unowned_promise(case: Case) -> Iterator[Finding]:
    """The owner of a promise is of the side that promises."""
    for at, item in enumerate(case.plan.commitments):
        owner = case.contacts.get(item.owner or "")
        if owner is None or owner.side != item.side:
            yield ("commitments", at), {"what": item.what}


@rule(
    "R809",
    "warning",
    zh=(
        "只有一方作了承诺",
        "承诺全部来自 {side} 一方",
        "写上另一方的承诺",
        "只有一方付出的计划，撑不过第一次分歧。",
    ),
    en=(
        "Promises of one side only",
        "all promises are made by: {side}",
        "write what the other side promises",
        "A plan to which one side gives all does not outlast the first dispute.",
    ),
    bad="""
commitments:  # ←
  - {id: coolers, side: us, what: «投放冰柜|Place coolers», owner: lin, proof: «验收单|Receipt»}
""",
    good="""
commitments:
  - {id: coolers, side: us, what: «投放冰柜|Place coolers», owner: lin, proof: «验收单|Receipt»}
  - {id: spots, side: customer, what: «提供点位|Give the spots», owner: boyd, proof: «点位表|List of spots»}
""",
)
def one_sided_promises(case: Case) -> Iterator[Finding]:
    """Both sides promise something."""
    sides = {item.side for item in case.plan.commitments}
    if len(sides) == 1:
        yield ("commitments",), {"side": sides.pop()}


@rule(
    "R810",
    "warning",
    zh=(
        "承诺到期没有结论",
        "承诺“{what}”{due} 到期，状态仍是 open",
        "改为 kept 或 broken，或与对方商定新期限",
        "到期不结论，等于免除了承诺。",
    ),
    en=(
        "A promise past its date without a verdict",
        "the promise '{what}' was due on {due} and is still open",
        "say kept or broken, or agree on a new date",
        "A promise that nobody judges on its day is forgiven.",
    ),
    bad="""
plan: {date: 2027-07-10}
commitments:
  - {id: shelf, side: customer, what: «货架|Shelf», owner: boyd, due: 2027-06-30, proof: «盘点|Count»}  # ←
""",
    good="""
plan: {date: 2027-07-10}
commitments:
  - {id: shelf, side: customer, what: «货架|Shelf», owner: boyd, due: 2027-06-30, proof: «盘点|Count», status: kept}
""",
)
def unjudged_promise(case: Case) -> Iterator[Finding]:
    """A promise whose date has passed was kept or broken."""
    for at, item in enumerate(case.plan.commitments):
        if item.due and item.due < case.as_of and item.status == "open":
            yield ("commitments", at), {"what": item.what, "due": str(item.due)}


@rule(
    "R814",
    "warning",
    zh=(
        "已结束的计划没有年度复盘",
        "状态是 closed，没有全年复盘",
        "写上 period: year 的复盘",
        "没有年度复盘，明年会重复同样的错误。",
    ),
    en=(
        "A closed plan without a review of the year",
        "the status is closed, and there is no review of the year",
        "write a review with period: year",
        "Without it next year repeats the same mistakes.",
    ),
    bad="""
plan: {status: closed}  # ←
""",
    good="""
plan: {status: closed}
reviews:
  - {period: year, date: 2028-02-01}
""",
)
def closed_unreviewed(case: Case) -> Iterator[Finding]:
    """A closed plan has the review of its year."""
    if case.plan.plan.status == "closed" and not any(review.period == "year" for review in case.plan.reviews):
        yield ("plan", "status"), {}


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
