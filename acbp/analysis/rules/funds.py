"""Rules R501 to R512: promotions do not collide, pay for themselves and stay within their fund and the reserve."""

from collections.abc import Iterator
from datetime import timedelta

from acbp.analysis.rules.register import Case, Finding, rule
from acbp.model.activity import Promotion, Promotions
from acbp.model.financials import Financials

_PATIENCE = timedelta(days=30)
"""How long after a promotion its actual figures may be missing."""


def _promotions(case: Case) -> Promotions:
    return case.plan.promotions or Promotions()


def _places(case: Case) -> dict[str, int]:
    return {item.id: at for at, item in enumerate(_promotions(case).items)}


@rule(
    "R501",
    "warning",
    zh=(
        "同一品类的促销重叠",
        "“{name}”与“{other}”同属 {category}，{first} 至 {last} 重叠",
        "错开周次",
        "同一品类两档并行，增量互相抵消，基线也说不清。",
    ),
    en=(
        "Two promotions of one category overlap",
        "'{name}' and '{other}' are both {category} and run together from {first} to {last}",
        "move one of them",
        "Two deals in one category take sales from each other and leave no baseline to measure by.",
    ),
    bad="""
promotions:
  items:
    - {id: easter, name: «春季二|Easter», category: tea, start_week: 12, end_week: 13, mechanic: «立减|Price cut»}  # ←
""",
    good="""
promotions:
  items:
    - {id: easter, name: «春季二|Easter», category: tea, start_week: 15, end_week: 16, mechanic: «立减|Price cut»}
""",
)
def overlap(case: Case) -> Iterator[Finding]:
    """No two promotions of one category share a week; told at the later one."""
    places = _places(case)
    for found in case.figures.promotions.overlaps if case.figures.promotions else ():
        values = {
            "name": found.second.name,
            "other": found.first.name,
            "category": found.category,
            "first": str(found.first_day),
            "last": str(found.last_day),
        }
        yield ("promotions", "items", places[found.second.id], "start_week"), values


@rule(
    "R502",
    "error",
    zh=(
        "促销费用超出约定的总额",
        "各档费用合计 {cost}，约定的总额是 {fund}",
        "减少档期、降低费用，或与客户重新约定 fund",
        "签字的总额管不住档期表，下半年就没有钱做旺季。",
    ),
    en=(
        "Promotions exceed their fund",
        "the promotions cost {cost}, the fund agreed is {fund}",
        "drop or cut a promotion, or agree on another fund",
        "A calendar beyond the fund leaves no money for the season that matters.",
    ),
    bad="""
promotions:
  fund: 1  # ←
  items:
    - {id: spring, cost: 2}
""",
    good="""
promotions:
  fund: 2
  items:
    - {id: spring, cost: 2}
""",
)
def over_fund(case: Case) -> Iterator[Finding]:
    """Σ costs ≤ fund."""
    found = case.figures.promotions
    if found and found.balance is not None and found.balance < 0:
        yield ("promotions", "fund"), {"cost": case.money(found.year.cost), "fund": case.money(found.fund)}


@rule(
    "R503",
    "warning",
    zh=(
        "促销有费用没有效果",
        "“{name}”写了费用，没有写 {missing}",
        "写上 baseline 和 uplift",
        "只有费用没有增量，全年的投入回报就算不出来。",
    ),
    en=(
        "A promotion with a cost but no effect",
        "'{name}' has a cost but no {missing}",
        "write baseline and uplift",
        "One promotion without an effect, and there is no return for the year.",
    ),
    bad="""
promotions:
  items:
    - {id: spring, cost: 1, uplift: ~}  # ←
""",
    good="""
promotions:
  items:
    - {id: spring, cost: 1, baseline: 5, uplift: 40%}
""",
)
def cost_without_effect(case: Case) -> Iterator[Finding]:
    """What costs has a baseline and an uplift."""
    for at, item in enumerate(_promotions(case).items):
        missing = [name for name in ("baseline", "uplift") if getattr(item, name) is None]
        if item.cost and missing:
            yield ("promotions", "items", at), {"name": item.name, "missing": ", ".join(missing)}


@rule(
    "R504",
    "error",
    zh=(
        "计划年度没有这一周",
        "“{name}”写在第 {week} 周，{year} 年没有这一周",
        "改正周次",
        "不存在的周画不到日历上，这一档也进不了任何季度。",
    ),
    en=(
        "A week that the year does not have",
        "'{name}' is set in week {week}, which {year} does not have",
        "correct the week",
        "A week that does not exist is on no calendar, and its promotion in no quarter.",
    ),
    bad="""
promotions:
  items:
    - {id: spring, name: «春季|Spring», start_week: 52, end_week: 53}  # ←
""",
    good="""
promotions:
  items:
    - {id: spring, name: «春季|Spring», start_week: 51, end_week: 52}
""",
)
def no_such_week(case: Case) -> Iterator[Finding]:
    """Every promotion lies in weeks of the year."""
    places, year = _places(case), str(case.plan.plan.year)
    for found in case.figures.promotions.items if case.figures.promotions else ():
        for field, day in (("start_week", found.first_day), ("end_week", found.last_day)):
            if day is None:
                values = {"name": found.item.name, "week": str(getattr(found.item, field)), "year": year}
                yield ("promotions", "items", places[found.item.id], field), values


@rule(
    "R505",
    "warning",
    zh=(
        "促销亏本",
        "“{name}”费用 {cost}，只增加毛利 {profit}",
        "换机制、降费用；有别的目的，在 plan.set_aside 写明",
        "增量毛利盖不住费用的档期，做得越多亏得越多。",
    ),
    en=(
        "A promotion that loses money",
        "'{name}' costs {cost} and adds {profit} of gross profit",
        "change its mechanic or its cost; if it serves another end, say so in plan.set_aside",
        "Where the added profit does not cover the cost, more of it means more loss.",
    ),
    bad="""
promotions:
  items:
    - {id: spring, cost: 1, baseline: 5, uplift: 20%, margin: 50%}  # ←
""",
    good="""
promotions:
  items:
    - {id: spring, cost: 1, baseline: 5, uplift: 40%, margin: 60%}
""",
)
def losing_promotion(case: Case) -> Iterator[Finding]:
    """incremental profit ≥ cost."""
    places = _places(case)
    for found in case.figures.promotions.items if case.figures.promotions else ():
        profit, cost = found.incremental_profit, found.item.cost
        if profit is not None and cost is not None and profit < cost:
            values = {"name": found.item.name, "cost": case.money(cost), "profit": case.money(profit)}
            yield ("promotions", "items", places[found.item.id], "cost"), values


@rule(
    "R506",
    "warning",
    zh=(
        "预计的要求没有预备金",
        "预计有 {count} 项突发要求，没有写 financials.reserve",
        "写上预备金",
        "海报、开店、周年庆年年都来；没有预备金，就得挪用已经答应的钱。",
    ),
    en=(
        "No reserve for what will be asked",
        "{count} requests are expected, but financials has no reserve",
        "write the reserve",
        "Leaflets, openings and anniversaries come every year; without a reserve they take money already promised.",
    ),
    bad="""
financials: {reserve: ~}
promotions:
  expected_asks:  # ←
    - {name: «店庆海报|Anniversary leaflet», month: 9, amount: 1}
""",
    good="""
financials: {reserve: 1}
promotions:
  expected_asks:
    - {name: «店庆海报|Anniversary leaflet», month: 9, amount: 1}
""",
)
def asks_without_reserve(case: Case) -> Iterator[Finding]:
    """Expected requests have a reserve."""
    asks = _promotions(case).expected_asks
    if asks and (case.plan.financials or Financials()).reserve is None:
        yield ("promotions", "expected_asks"), {"count": str(len(asks))}


@rule(
    "R507",
    "warning",
    zh=(
        "预计的要求超出预备金",
        "预计的要求合计 {asks}，预备金只有 {reserve}",
        "提高预备金，或事先谈掉其中一项",
        "超出的部分，最后会从别的客户或别的季度挤出来。",
    ),
    en=(
        "More will be asked than the reserve holds",
        "the requests expected come to {asks}, the reserve is {reserve}",
        "raise the reserve, or settle one of them beforehand",
        "The rest is taken from another customer or another quarter.",
    ),
    bad="""
financials: {reserve: 1}
promotions:
  expected_asks:  # ←
    - {name: «店庆海报|Anniversary leaflet», month: 9, amount: 2}
""",
    good="""
financials: {reserve: 2}
promotions:
  expected_asks:
    - {name: «店庆海报|Anniversary leaflet», month: 9, amount: 2}
""",
)
def asks_over_reserve(case: Case) -> Iterator[Finding]:
    """Σ expected requests ≤ reserve."""
    reserve = (case.plan.financials or Financials()).reserve
    asks = case.figures.promotions.asks if case.figures.promotions else None
    if asks is not None and reserve is not None and asks > reserve:
        yield ("promotions", "expected_asks"), {"asks": case.money(asks), "reserve": case.money(reserve)}


@rule(
    "R508",
    "warning",
    zh=("促销没有约定总额", "各档费用合计 {cost}，没有写 fund", "写上双方约定的 fund", "没有总额，费用就没有上限。"),
    en=(
        "Promotions without a fund",
        "the promotions cost {cost}, but no fund is agreed",
        "write the fund that both sides agreed on",
        "Without a fund there is no limit to what is spent.",
    ),
    bad="""
promotions: {fund: ~}  # ←
""",
    good="""
promotions: {fund: 1}
""",
)
def without_fund(case: Case) -> Iterator[Finding]:
    """Promotions that cost have a fund."""
    found = case.figures.promotions
    if found and found.fund is None and found.year.cost:
        yield ("promotions",), {"cost": case.money(found.year.cost)}


@rule(
    "R509",
    "warning",
    zh=(
        "促销总额超出贸易费用",
        "促销总额 {fund}，全年贸易费用才 {spend}",
        "核对 fund 与 trade_spend",
        "促销只是贸易费用的一部分，不能比总数还大。",
    ),
    en=(
        "The fund exceeds trade spend",
        "the fund for promotions is {fund}, all trade spend of the year {spend}",
        "check fund against trade_spend",
        "Promotions are a part of trade spend and cannot be more than the whole.",
    ),
    bad="""
promotions: {fund: 5}  # ←
financials:
  trade_spend: {Q1: 1, Q2: 1, Q3: 1, Q4: 1}
""",
    good="""
promotions: {fund: 4}
financials:
  trade_spend: {Q1: 1, Q2: 1, Q3: 1, Q4: 1}
""",
)
def fund_over_spend(case: Case) -> Iterator[Finding]:
    """fund ≤ trade spend of the year."""
    fund, spend = _promotions(case).fund, case.figures.sales.trade_spend.year.plan
    if fund is not None and spend is not None and fund > spend:
        yield ("promotions", "fund"), {"fund": case.money(fund), "spend": case.money(spend)}


@rule(
    "R510",
    "warning",
    zh=(
        "促销结束一个月没有实际数据",
        "“{name}”{last} 结束，没有写 {missing}",
        "写上 actual_cost 和 actual_incremental",
        "不评估的档期，明年会原样再做一次。",
    ),
    en=(
        "A promotion ended a month ago without figures",
        "'{name}' ended on {last}; it lacks {missing}",
        "write actual_cost and actual_incremental",
        "A promotion that nobody evaluates is repeated next year as it was.",
    ),
    bad="""
plan: {date: 2027-07-01}
promotions:
  items:
    - {id: spring, actual_cost: 1}  # ←
""",
    good="""
plan: {date: 2027-07-01}
promotions:
  items:
    - {id: spring, actual_cost: 1, actual_incremental: 2}
""",
)
def unevaluated(case: Case) -> Iterator[Finding]:
    """A promotion has its actual cost and effect 30 days after its end."""
    places = _places(case)
    for found in case.figures.promotions.items if case.figures.promotions else ():
        item: Promotion = found.item
        missing = [name for name in ("actual_cost", "actual_incremental") if getattr(item, name) is None]
        if missing and item.cost and found.last_day and found.last_day + _PATIENCE < case.as_of:
            values = {"name": item.name, "last": str(found.last_day), "missing": ", ".join(missing)}
            yield ("promotions", "items", places[item.id]), values


@rule(
    "R511",
    "warning",
    zh=(
        "主推档期不服务于任何策略",
        "主推档期“{name}”没有写服务于哪项策略",
        "写上 strategy，或不作主推",
        "最好的资源要用在定下的策略上。",
    ),
    en=(
        "A lead promotion that serves no strategy",
        "the lead promotion '{name}' does not say which strategy it serves",
        "name the strategy, or do not let it lead",
        "The best weeks belong to what was decided.",
    ),
    bad="""
promotions:
  items:
    - {id: spring, lead: true, strategy: ~}  # ←
""",
    good="""
promotions:
  items:
    - {id: spring, lead: true, strategy: shelf}
""",
)
def stray_lead(case: Case) -> Iterator[Finding]:
    """A lead promotion has a strategy, once there are strategies."""
    for at, item in enumerate(_promotions(case).items):
        if item.lead and item.strategy is None and case.plan.strategies:
            yield ("promotions", "items", at), {"name": item.name}


@rule(
    "R512",
    "warning",
    zh=(
        "启动方案的步骤没有负责人",
        "启动步骤“{name}”双方都没有负责人",
        "写上 owner 或 customer_owner",
        "新品上市按天推进，一步没有人，后面全部顺延。",
    ),
    en=(
        "A launch step without an owner",
        "nobody on either side answers for the launch step '{name}'",
        "write owner or customer_owner",
        "A launch goes by days; one step without a name holds up all that follow.",
    ),
    bad="""
promotions:
  launch_plan:
    name: «新品|New line»
    start: 2027-03-01
    steps:
      - {name: «铺货|Distribution», from_day: 1, to_day: 7}  # ←
""",
    good="""
promotions:
  launch_plan:
    name: «新品|New line»
    start: 2027-03-01
    steps:
      - {name: «铺货|Distribution», from_day: 1, to_day: 7, owner: lin}
""",
)
def unowned_launch_step(case: Case) -> Iterator[Finding]:
    """Every step of a launch has an owner on one side at least."""
    plan = _promotions(case).launch_plan
    for at, step in enumerate(plan.steps if plan else ()):
        if not step.owner and not step.customer_owner:
            yield ("promotions", "launch_plan", "steps", at), {"name": step.name}
