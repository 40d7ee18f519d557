"""Rules R117 to R122: support, trade spend, our account and the customer's profit agree with what was planned."""

from collections.abc import Iterator
from decimal import Decimal

from acbp.analysis.rates import total
from acbp.analysis.rules.register import Case, Finding, rule
from acbp.model.financials import Financials


@rule(
    "R117",
    "warning",
    zh=(
        "支援计划与贸易费用不符",
        "支援项目合计 {support}，全年贸易费用是 {spend}",
        "请核对 support_plan 的 budget 与 trade_spend",
        "客户按支援计划要钱，我方按贸易费用批钱。",
    ),
    en=(
        "The support plan differs from trade spend",
        "the support plan adds up to {support}, the year's trade spend is {spend}",
        "check the budgets of support_plan against trade_spend",
        "The customer claims by the support plan, we pay by trade spend.",
    ),
    bad="""
financials:
  trade_spend: {Q1: 3, Q2: 3, Q3: 3, Q4: 3}
  support_plan:  # ←
    - {name: «陈列|Display», budget: 5}
    - {name: «返利|Rebate», budget: 6}
""",
    good="""
financials:
  trade_spend: {Q1: 3, Q2: 3, Q3: 3, Q4: 3}
  support_plan:
    - {name: «陈列|Display», budget: 5}
    - {name: «返利|Rebate», budget: 7}
""",
)
def support_and_spend(case: Case) -> Iterator[Finding]:
    """Σ budgets = trade spend."""
    support = total(line.budget for line in _financials(case).support_plan)
    spend = case.figures.sales.trade_spend.year.plan
    if support is not None and spend is not None and support != spend:
        yield ("financials", "support_plan"), {"support": case.money(support), "spend": case.money(spend)}


@rule(
    "R118",
    "error",
    zh=(
        "我方损益的贸易费用与约定的不符",
        "损益中的贸易费用合计 {lines}，约定的贸易费用是 {spend}",
        "请核对 contribution 中 kind: trade 的各行与 trade_spend",
        "费用率与口袋净额由两处分别算出，数字不同，结论就不同。",
    ),
    en=(
        "Trade spend of our own account differs from what was agreed",
        "the lines of trade spend add up to {lines}, the spend agreed is {spend}",
        "check the lines of kind trade in contribution against trade_spend",
        "The rate of spend and the pocket price are worked out from one each: they would contradict each other.",
    ),
    bad="""
financials:
  trade_spend: {Q1: 3, Q2: 3, Q3: 3, Q4: 3}
  contribution:  # ←
    - {id: rebate, name: «返利|Rebate», kind: trade, plan: 11}
""",
    good="""
financials:
  trade_spend: {Q1: 3, Q2: 3, Q3: 3, Q4: 3}
  contribution:
    - {id: rebate, name: «返利|Rebate», kind: trade, plan: 12}
""",
)
def spend_of_contribution(case: Case) -> Iterator[Finding]:
    """Σ trade lines = trade spend."""
    found, spend = case.figures.contribution, case.figures.sales.trade_spend.year.plan
    if found and found.trade.plan is not None and spend is not None and found.trade.plan != spend:
        yield ("financials", "contribution"), {"lines": case.money(found.trade.plan), "spend": case.money(spend)}


@rule(
    "R119",
    "error",
    zh=(
        "目录价减票面折扣不等于计划销售",
        "目录价减票面折扣是 {net}，计划销售是 {sales}",
        "请核对 contribution 中 list 与 invoice 两类与分季度销售",
        "我方损益从目录价往下减，减到票面必须是计划里的销售额。",
    ),
    en=(
        "List price less discounts is not the plan's sales",
        "list price less invoice discounts is {net}, the plan's sales are {sales}",
        "check the lines of kind list and invoice against sales by quarter",
        "Our account starts at list price; at invoice level it has to meet the sales that were planned.",
    ),
    bad="""
financials:
  contribution:  # ←
    - {id: list, name: «目录价|List», kind: list, plan: 125}
    - {id: discount, name: «折扣|Discount», kind: invoice, plan: 12}
""",
    good="""
financials:
  contribution:
    - {id: list, name: «目录价|List», kind: list, plan: 125}
    - {id: discount, name: «折扣|Discount», kind: invoice, plan: 15}
""",
)
def invoiced_sales(case: Case) -> Iterator[Finding]:
    """list − invoice discounts = sales of the plan."""
    lines = _financials(case).contribution
    discounts = [line.plan for line in lines if line.kind == "invoice"] or [Decimal(0)]
    taken = total(discounts)
    start = total(line.plan for line in lines if line.kind == "list")
    net, sales = None if start is None or taken is None else start - taken, case.figures.sales.year.plan
    if net is not None and sales is not None and net != sales:
        yield ("financials", "contribution"), {"net": case.money(net), "sales": case.money(sales)}


@rule(
    "R122",
    "warning",
    zh=(
        "客户利润项目达不到约定的目标",
        "客户利润各项合计 {profit}，约定的目标是 {target}",
        "请补足项目，或与客户重新约定 target",
        "签下了目标，自己的明细却证明到不了。",
    ),
    en=(
        "The customer's profit falls short of the target agreed",
        "the items of the customer's profit come to {profit}, the target agreed is {target}",
        "add what is missing, or agree on another target",
        "A target was signed that our own list of items proves out of reach.",
    ),
    bad="""
financials:
  customer_profit:
    target: 25  # ←
    items:
      - {id: markup, name: «前台毛利|Markup», group: operating, plan: 22}
""",
    good="""
financials:
  customer_profit:
    target: 20
    items:
      - {id: markup, name: «前台毛利|Markup», group: operating, plan: 22}
""",
)
def profit_target(case: Case) -> Iterator[Finding]:
    """planned profit of the customer ≥ its target."""
    found = case.figures.customer_profit
    if found and found.against_target is not None and found.against_target < 0:
        values = {"profit": case.money(found.profit.plan), "target": case.money(found.target)}
        yield ("financials", "customer_profit", "target"), values


def _financials(case: Case) -> Financials:
    return case.plan.financials or Financials()
