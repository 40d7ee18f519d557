"""Rules R601 to R613: both sides gain and earn, and neither depends on the other or is loaded by it."""

from collections.abc import Iterator
from decimal import Decimal

from acbp.analysis.rates import share
from acbp.analysis.rules.register import Case, Finding, percent, rule

_LOADED = Decimal("0.05")
"""Share of sell-out by which sell-in may exceed it before the customer counts as loaded."""


@rule(
    "R601",
    "warning",
    zh=(
        "策略没有写明客户多赚多少",
        "策略“{name}”我方增加 {value}，没有写客户增加多少毛利",
        "写上 customer_value",
        "只对一方有利的策略，到了门店就执行不下去。",
    ),
    en=(
        "A strategy that names no gain for the customer",
        "the strategy '{name}' adds {value} for us, but no margin for the customer",
        "write its customer_value",
        "What is good for one side alone is not carried out in the stores.",
    ),
    bad="""
strategies:
  - {id: shelf, value: 10, customer_value: ~}  # ←
""",
    good="""
strategies:
  - {id: shelf, value: 10, customer_value: 3}
""",
)
def no_gain_for_customer(case: Case) -> Iterator[Finding]:
    """A strategy that adds sales adds margin for the customer."""
    for at, item in enumerate(case.plan.strategies):
        if item.value and item.customer_value is None:
            yield ("strategies", at), {"name": item.name, "value": case.money(item.value)}


@rule(
    "R602",
    "warning",
    zh=(
        "策略没有写明我方得到什么",
        "策略“{name}”没有写 our_benefit",
        "写上可以对客户说的我方好处",
        "说不出自己要什么的一方，客户会怀疑另有打算。",
    ),
    en=(
        "A strategy that names no benefit for us",
        "the strategy '{name}' has no our_benefit",
        "write what we gain, as it may be said to the customer",
        "A partner who wants nothing is suspected of wanting something else.",
    ),
    bad="""
strategies:
  - {id: shelf, our_benefit: ~}  # ←
""",
    good="""
strategies:
  - {id: shelf, our_benefit: «补上最大的缺口|Closes the largest gap»}
""",
)
def no_gain_for_us(case: Case) -> Iterator[Finding]:
    """Every strategy says what we gain."""
    for at, item in enumerate(case.plan.strategies):
        if not item.our_benefit:
            yield ("strategies", at), {"name": item.name}


@rule(
    "R603",
    "warning",
    zh=(
        "立项的机会没有写对我方的好处",
        "机会“{name}”已立项，没有写 our_benefit",
        "写上对我方的好处",
        "内部争资源时，这一行决定钱给谁。",
    ),
    en=(
        "An opportunity pursued without a benefit for us",
        "the opportunity '{name}' is pursued but has no our_benefit",
        "write why it is good for us",
        "When resources are short inside, this line decides who gets them.",
    ),
    bad="""
opportunities:
  items:
    - {id: shelf, decision: pursue, our_benefit: ~}  # ←
""",
    good="""
opportunities:
  items:
    - {id: shelf, decision: pursue, our_benefit: «补上缺口|Closes the gap»}
""",
)
def pursued_for_nothing(case: Case) -> Iterator[Finding]:
    """What is pursued says why it is good for us."""
    for at, item in enumerate(case.plan.opportunities.items if case.plan.opportunities else ()):
        if item.decision == "pursue" and not item.our_benefit:
            yield ("opportunities", "items", at), {"name": item.name}


@rule(
    "R604",
    "warning",
    zh=(
        "只写了一方的业务目标",
        "业务目标缺少 {missing}",
        "双方的目标都要写，还要写交汇点 joint",
        "联合计划从双方目标的交汇处开始。",
    ),
    en=(
        "Goals of one side only",
        "the goals lack {missing}",
        "write the goals of both sides, and where they meet",
        "A joint plan begins where the goals of both sides meet.",
    ),
    bad="""
goals: {customer: ~}  # ←
""",
    good="""
goals:
  customer: [{text: «品类毛利增长|Category margin grows», measure: +2%}]
""",
)
def one_sided_goals(case: Case) -> Iterator[Finding]:
    """Goals are those of both sides, and joint ones."""
    goals = case.plan.goals
    missing = [name for name in ("customer", "ours", "joint") if goals and not getattr(goals, name)]
    if missing:
        yield ("goals",), {"missing": ", ".join(missing)}


@rule(
    "R610",
    "warning",
    zh=(
        "对单一客户依赖过高",
        "该客户占我方销售 {share}，警戒线是 {limit}",
        "在 risks 写明应对；已知并接受的，在 plan.set_aside 写明理由",
        "依赖过高的一方，谈判时没有退路。",
    ),
    en=(
        "Dependence on one customer",
        "this customer is {share} of our sales, the limit is {limit}",
        "answer it among the risks; if it is known and accepted, say why in plan.set_aside",
        "Who depends on one customer has no way out of a negotiation.",
    ),
    bad="""
supplier: {total_sales: 500}  # ←
""",
    good="""
supplier: {total_sales: 10000}
""",
)
def dependence(case: Case) -> Iterator[Finding]:
    """Share of our sales ≤ the workspace's limit."""
    customer = case.figures.customer
    if customer.dependent:
        values = {"share": percent(customer.dependency), "limit": percent(customer.dependency_threshold)}
        yield ("supplier", "total_sales"), values


@rule(
    "R611",
    "warning",
    zh=(
        "出货远高于动销",
        "出货 {sell_in}，动销 {sell_out}，多出 {excess}",
        "核对库存，下调下一季度的计划",
        "压在客户仓里的货，迟早变成退货、折价和下一季的缺口。",
    ),
    en=(
        "Sell-in far above sell-out",
        "sell-in is {sell_in}, sell-out {sell_out}: {excess} more",
        "check stock, and lower the plan of the next quarter",
        "What is loaded into the customer's depot comes back as returns, markdowns and a gap in the next quarter.",
    ),
    bad="""
situation:
  performance: {sell_in: 11, sell_out: 10}  # ←
""",
    good="""
situation:
  performance: {sell_in: 10, sell_out: 10}
""",
)
def loaded_customer(case: Case) -> Iterator[Finding]:
    """sell-in exceeds sell-out by 5 % at most."""
    found = case.figures.performance
    excess = share(found.stock_build, found.sell_out) if found else None
    if found and excess is not None and excess > _LOADED:
        values = {
            "sell_in": case.volume(found.sell_in),
            "sell_out": case.volume(found.sell_out),
            "excess": percent(excess),
        }
        yield ("situation", "performance", "sell_in"), values


@rule(
    "R612",
    "warning",
    zh=(
        "客户在我方商品上不赚钱",
        "客户利润计划为 {profit}",
        "先改客户利润，再谈货架和促销",
        "不让客户赚钱的供应商，会是第一个被汰换的。",
    ),
    en=(
        "The customer earns nothing from our goods",
        "the customer's planned profit is {profit}",
        "mend the customer's profit before asking for shelf and promotions",
        "The supplier a customer earns nothing from is the first to be delisted.",
    ),
    bad="""
financials:
  customer_profit:  # ←
    items:
      - {id: markup, name: «前台毛利|Markup», group: operating, plan: 10}
      - {id: space, name: «租金|Rent», group: expense, plan: 12}
""",
    good="""
financials:
  customer_profit:
    items:
      - {id: markup, name: «前台毛利|Markup», group: operating, plan: 20}
      - {id: space, name: «租金|Rent», group: expense, plan: 12}
""",
)
def losing_customer(case: Case) -> Iterator[Finding]:
    """The customer's planned profit is positive."""
    found = case.figures.customer_profit
    if found and found.profit.plan is not None and found.profit.plan <= 0:
        yield ("financials", "customer_profit"), {"profit": case.money(found.profit.plan)}


@rule(
    "R613",
    "warning",
    zh=(
        "我方在这个客户上亏损",
        "我方贡献利润计划为 {contribution}",
        "先谈条件和结构，再谈规模",
        "亏损的生意做得越大，亏得越多。",
    ),
    en=(
        "We lose money on this customer",
        "our planned contribution is {contribution}",
        "mend terms and mix before volume",
        "The more one sells at a loss, the more one loses.",
    ),
    bad="""
financials:
  contribution:  # ←
    - {id: goods, name: «销货成本|Goods», kind: goods, plan: 115}
""",
    good="""
financials:
  contribution:
    - {id: goods, name: «销货成本|Goods», kind: goods, plan: 70}
""",
)
def losing_business(case: Case) -> Iterator[Finding]:
    """Our planned contribution is not negative."""
    found = case.figures.contribution
    if found and found.contribution.plan is not None and found.contribution.plan < 0:
        yield ("financials", "contribution"), {"contribution": case.money(found.contribution.plan)}
