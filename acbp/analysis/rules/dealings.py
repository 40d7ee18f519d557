"""Rules R815 to R825: terms cover the year and stay above our limits; nothing is given for nothing."""

from collections.abc import Iterator

from acbp.analysis.rules.register import Case, Finding, percent, rule
from acbp.model.terms import Terms


def _terms(case: Case) -> Terms:
    return case.plan.terms or Terms()


@rule(
    "R815",
    "error",
    zh=(
        "零售价没有标明是建议价",
        "“{name}”写了零售价，没有写 recommended: true",
        "标上 recommended: true，或不写零售价",
        "双方签字的文件里出现未标明“建议”的零售价，可能被认定为限定转售价格。",
    ),
    en=(
        "A retail price that is not marked as recommended",
        "'{name}' has a retail price without recommended: true",
        "mark it recommended: true, or leave the retail price out",
        "A retail price in a signed plan that is not marked as recommended may be taken for resale price maintenance.",
    ),
    bad="""
terms:
  prices:
    - {id: tea-500, name: «茶 500|Tea 500», cost: 3, retail: 4}  # ←
""",
    good="""
terms:
  prices:
    - {id: tea-500, name: «茶 500|Tea 500», cost: 3, retail: 4, recommended: true}
""",
)
def unmarked_price(case: Case) -> Iterator[Finding]:
    """Every retail price of the terms is a recommendation."""
    for at, item in enumerate(_terms(case).prices):
        if item.retail is not None and not item.recommended:
            yield ("terms", "prices", at), {"name": item.name}


@rule(
    "R816",
    "warning",
    zh=(
        "协议期没有覆盖计划年度",
        "协议从 {start} 到 {end}，计划年度是 {first} 至 {last}",
        "补签或改正日期",
        "协议之外的月份，费用和账期都没有依据。",
    ),
    en=(
        "The agreement does not cover the year",
        "the agreement runs from {start} to {end}, the plan's year from {first} to {last}",
        "extend the agreement, or correct its dates",
        "In the months outside neither spend nor payment days have a basis.",
    ),
    bad="""
terms: {valid_from: 2027-01-01, valid_to: 2027-06-30}  # ←
""",
    good="""
terms: {valid_from: 2027-01-01, valid_to: 2027-12-31}
""",
)
def uncovered_months(case: Case) -> Iterator[Finding]:
    """The agreement is valid on every day of the year."""
    terms = _terms(case)
    early, late = terms.valid_from or case.first_day, terms.valid_to or case.last_day
    if early > case.first_day or late < case.last_day:
        values = {"start": str(early), "end": str(late), "first": str(case.first_day), "last": str(case.last_day)}
        yield ("terms", "valid_from" if early > case.first_day else "valid_to"), values


@rule(
    "R817",
    "warning",
    zh=(
        "口袋净额低于底线",
        "口袋净额占发票额 {rate}，底线是 {floor}",
        "减让利或补条件，否则须重新审批",
        "底线是审批时定的；低于它，就不是原来批的那份计划。",
    ),
    en=(
        "Pocket sales are below the floor",
        "pocket sales are {rate} of invoiced sales, the floor is {floor}",
        "give less or get more; otherwise have it approved anew",
        "The floor was part of the approval; below it this is not the plan that was approved.",
    ),
    bad="""
terms:
  pocket_floor: 90%  # ←
  rebates:
    - {id: rebate, name: «返利|Rebate», rate: 15%}
""",
    good="""
terms:
  pocket_floor: 80%
  rebates:
    - {id: rebate, name: «返利|Rebate», rate: 15%}
""",
)
def below_pocket_floor(case: Case) -> Iterator[Finding]:
    """pocket ÷ invoiced sales ≥ floor."""
    found, floor = case.figures.terms, _terms(case).pocket_floor
    if found and floor is not None and found.pocket_rate is not None and found.pocket_rate < floor:
        yield ("terms", "pocket_floor"), {"rate": percent(found.pocket_rate), "floor": percent(floor)}


@rule(
    "R818",
    "warning",
    zh=(
        "条款超出我方上限",
        "“{name}”给了 {given}，上限是 {limit}",
        "谈回上限以内，或改上限并说明",
        "上限若可以随便越过，就不是上限。",
    ),
    en=(
        "Terms beyond our own limit",
        "'{name}' gives {given}, our limit is {limit}",
        "bring it back within the limit, or change the limit",
        "A limit that may be passed at will is none.",
    ),
    bad="""
terms:
  discounts:
    - {id: trade, name: «基础折扣|Trade discount», rate: 12%, limit: 11%}  # ←
""",
    good="""
terms:
  discounts:
    - {id: trade, name: «基础折扣|Trade discount», rate: 10%, limit: 11%}
""",
)
def beyond_limit(case: Case) -> Iterator[Finding]:
    """A discount's rate and an allowance's sum stay within their limits."""
    terms, figures = _terms(case), case.figures.terms
    for at, item in enumerate(terms.discounts):
        if item.rate is not None and item.limit is not None and item.rate > item.limit:
            values = {"name": item.name, "given": percent(item.rate), "limit": percent(item.limit)}
            yield ("terms", "discounts", at), values
    amounts = {step.item.id: step.amount for step in figures.allowances} if figures else {}
    for path, items in (("rebates", terms.rebates), ("fees", terms.fees)):
        for at, allowance in enumerate(items):
            amount = amounts.get(allowance.id)
            if amount is not None and allowance.limit is not None and amount > allowance.limit:
                values = {
                    "name": allowance.name,
                    "given": case.money(amount),
                    "limit": case.money(allowance.limit),
                }
                yield ("terms", path, at), values


@rule(
    "R819",
    "warning",
    zh=(
        "让步没有换取条件",
        "让步“{give}”没有写换取什么",
        "写上 get",
        "白给的让步，对方只会再要一次。",
    ),
    en=(
        "A concession for nothing",
        "the concession '{give}' does not say what we get for it",
        "write what we get",
        "What is given for nothing is only asked for again.",
    ),
    bad="""
negotiation:
  concessions:
    - {give: «返利加 0.3 点|Rebate +0.3 points», amount: 1}  # ←
""",
    good="""
negotiation:
  concessions:
    - {give: «返利加 0.3 点|Rebate +0.3 points», amount: 1, get: «首位货架|The first shelf»}
""",
)
def free_concession(case: Case) -> Iterator[Finding]:
    """Every concession gets something."""
    for at, item in enumerate(case.plan.negotiation.concessions if case.plan.negotiation else ()):
        if not item.get:
            yield ("negotiation", "concessions", at), {"give": item.give}


@rule(
    "R820",
    "warning",
    zh=(
        "没有写何时离席",
        "谈判准备有让步，没有写 walk_away",
        "写上达到什么情况就结束谈判",
        "没有离席线的一方，最后总是再让一步。",
    ),
    en=(
        "No point at which we walk away",
        "the negotiation has concessions, but no walk_away",
        "write when we end the talks",
        "A side without such a point always gives one step more.",
    ),
    bad="""
negotiation:  # ←
  concessions:
    - {give: «返利加 0.3 点|Rebate +0.3 points», amount: 1, get: «首位货架|The first shelf»}
""",
    good="""
negotiation:
  walk_away: «贡献率低于 16%|Contribution below 16%»
  concessions:
    - {give: «返利加 0.3 点|Rebate +0.3 points», amount: 1, get: «首位货架|The first shelf»}
""",
)
def no_walk_away(case: Case) -> Iterator[Finding]:
    """A negotiation with concessions says when we end it."""
    found = case.plan.negotiation
    if found and found.concessions and not found.walk_away:
        yield ("negotiation",), {}


@rule(
    "R821",
    "warning",
    zh=(
        "压货没有列为风险",
        "手段中有压货，risks 里没有这项风险",
        "在 risks 加一项 kind: loading",
        "压出去的货会以退货和窜货的形式回来。",
    ),
    en=(
        "Loading that is not among the risks",
        "loading is one of the levers, and no risk is of that kind",
        "add a risk of kind loading",
        "What is loaded comes back, as returns and diversion.",
    ),
    bad="""
terms:
  levers:
    - {kind: loading, what: «旺季前进货|Stock before the season»}  # ←
""",
    good="""
terms:
  levers:
    - {kind: loading, what: «旺季前进货|Stock before the season»}
risks:
  - {id: load, name: «压货|Loading», kind: loading, likelihood: 2, impact: 3}
""",
)
def unlisted_loading(case: Case) -> Iterator[Finding]:
    """Where stock is loaded, a risk says so."""
    for at, lever in enumerate(_terms(case).levers):
        if lever.kind == "loading" and not any(risk.kind == "loading" for risk in case.plan.risks):
            yield ("terms", "levers", at), {}


@rule(
    "R822",
    "warning",
    zh=(
        "依赖过高却没有退出预案",
        "该客户占我方销售 {share}，没有 exit_plan",
        "写上退出条件和事前、事中、事后的步骤",
        "越依赖的客户，越要想好没有它怎么办。",
    ),
    en=(
        "Dependence without an exit plan",
        "this customer is {share} of our sales, and there is no exit_plan",
        "write the condition and the steps before, during and after",
        "The more one depends on a customer, the more one has to know how to do without.",
    ),
    bad="""
supplier: {total_sales: 500}  # ←
""",
    good="""
supplier: {total_sales: 500}
exit_plan: {condition: «连续两年亏损|Two years of loss»}
""",
)
def no_exit_plan(case: Case) -> Iterator[Finding]:
    """A customer above the limit of dependence has an exit plan."""
    if case.figures.customer.dependent and case.plan.exit_plan is None:
        yield ("supplier", "total_sales"), {"share": percent(case.figures.customer.dependency)}


@rule(
    "R823",
    "warning",
    zh=(
        "应收超出信用额度",
        "应收余额 {balance}，信用额度 {limit}",
        "先收款再发货，或重新审批额度",
        "超额度的货款，是没有人批过的借款。",
    ),
    en=(
        "Receivables above the credit limit",
        "the balance is {balance}, the credit limit {limit}",
        "collect before delivering more, or have the limit raised",
        "What is owed above the limit is a loan that nobody approved.",
    ),
    bad="""
situation:
  receivables: {balance: 12, credit_limit: 10}  # ←
""",
    good="""
situation:
  receivables: {balance: 9, credit_limit: 10}
""",
)
def over_credit_limit(case: Case) -> Iterator[Finding]:
    """balance ≤ credit limit."""
    found = case.figures.receivables
    given = case.plan.situation.receivables if case.plan.situation else None
    if found and given and found.over_limit:
        values = {"balance": case.money(found.balance), "limit": case.money(given.credit_limit)}
        yield ("situation", "receivables", "balance"), values


@rule(
    "R824",
    "warning",
    zh=(
        "问题没有责任人",
        "未关闭的问题“{name}”没有责任人",
        "写上 owner",
        "投诉没有责任人，客户只会再打一次电话，打给更高的人。",
    ),
    en=(
        "An issue without an owner",
        "nobody answers for the open issue '{name}'",
        "write its owner",
        "A complaint that nobody owns is raised again, higher up.",
    ),
    bad="""
issues:
  items:
    - {id: shortage, name: «断货|Out of stock», date: 2027-01-02}  # ←
""",
    good="""
issues:
  items:
    - {id: shortage, name: «断货|Out of stock», date: 2027-01-02, owner: lin}
""",
)
def unowned_issue(case: Case) -> Iterator[Finding]:
    """Every open issue has an owner."""
    for at, item in enumerate(case.plan.issues.items if case.plan.issues else ()):
        if item.closed is None and item.owner is None:
            yield ("issues", "items", at), {"name": item.name}


@rule(
    "R825",
    "warning",
    zh=(
        "问题已关闭没有结果",
        "问题“{name}”已关闭，没有写结果",
        "写上 outcome",
        "没有结果的关闭，等于没有回复。",
    ),
    en=(
        "An issue closed without an outcome",
        "the issue '{name}' was closed, and nothing says how it ended",
        "write its outcome",
        "An issue closed without an outcome was never answered.",
    ),
    bad="""
issues:
  items:
    - {id: shortage, name: «断货|Out of stock», date: 2027-01-02, closed: 2027-01-04}  # ←
""",
    good="""
issues:
  items:
    - {id: shortage, name: «断货|Stock», date: 2027-01-02, closed: 2027-01-04, outcome: «已补货|Refilled»}
""",
)
def closed_without_outcome(case: Case) -> Iterator[Finding]:
    """Every closed issue says how it ended."""
    for at, item in enumerate(case.plan.issues.items if case.plan.issues else ()):
        if item.closed and not item.outcome:
            yield ("issues", "items", at), {"name": item.name}
