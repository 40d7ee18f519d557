"""Rules R125 to R132: terms, stock, debts, articles, stores and months agree with what stands elsewhere."""

from collections.abc import Iterator
from decimal import Decimal

from acbp.analysis.rates import Figure, sum_known, total
from acbp.analysis.rules.register import Case, Finding, number, percent, rule
from acbp.model.situation import Performance, Year

_CLOSE = Decimal("0.01")
"""How far, as a fraction, lists from other systems may be off."""


def _performance(case: Case) -> Performance | None:
    return case.plan.situation.performance if case.plan.situation else None


def _last_year(case: Case) -> Year | None:
    found = _performance(case)
    wanted = case.plan.plan.year - 1
    return next((year for year in found.history if year.year == wanted), None) if found else None


@rule(
    "R125",
    "error",
    zh=(
        "合作条款与我方损益金额不同",
        "“{name}”按条款是 {terms}，损益里是 {contribution}",
        "请改成同一金额；同一笔钱用同一个 id",
        "签字的条款和批下来的预算若不是同一个数，差额就没有出处。",
    ),
    en=(
        "Terms and our own account state different money",
        "'{name}' is {terms} by the terms and {contribution} in our account",
        "make them the same; the same money bears the same id",
        "If what was signed is not what was budgeted, nobody knows where the difference comes from.",
    ),
    bad="""
terms:  # ←
  rebates:
    - {id: rebate, name: «返利|Rebate», amount: 5}
financials:
  contribution:
    - {id: rebate, name: «返利|Rebate», kind: trade, plan: 4}
""",
    good="""
terms:
  rebates:
    - {id: rebate, name: «返利|Rebate», amount: 4}
financials:
  contribution:
    - {id: rebate, name: «返利|Rebate», kind: trade, plan: 4}
""",
)
def terms_and_account(case: Case) -> Iterator[Finding]:
    """A line of the terms and the line of our account with its id are the same money; told once."""
    for gap in case.figures.terms.gaps[:1] if case.figures.terms else ():
        values = {"name": gap.name, "terms": case.money(gap.terms), "contribution": case.money(gap.contribution)}
        yield ("terms",), values


@rule(
    "R126",
    "error",
    zh=(
        "门店合计超过全年",
        "各门店或集群合计 {stores}，上年销售才 {year}",
        "请核对门店清单的 sales",
        "部分大于整体，店均产出和占比都是错的。",
    ),
    en=(
        "Stores come to more than the year",
        "the stores come to {stores}, sales of that year to {year}",
        "check the sales of the stores",
        "Parts larger than the whole make every share and every average wrong.",
    ),
    bad="""
situation:
  performance:
    stores:  # ←
      - {id: north, name: «北区|North», stores: 40, sales: 70}
      - {id: south, name: «南区|South», stores: 30, sales: 40}
""",
    good="""
situation:
  performance:
    stores:
      - {id: north, name: «北区|North», stores: 40, sales: 60}
      - {id: south, name: «南区|South», stores: 30, sales: 40}
""",
)
def stores_of_year(case: Case) -> Iterator[Finding]:
    """Σ stores ≤ last year's sales, within 1 %."""
    found, year = _performance(case), case.figures.sales.year.last
    stores = sum_known(store.sales for store in found.stores) if found else None
    if stores is not None and year is not None and stores > year * (1 + _CLOSE):
        yield ("situation", "performance", "stores"), {"stores": case.money(stores), "year": case.money(year)}


@rule(
    "R127",
    "error",
    zh=(
        "应收账龄与余额不符",
        "账龄合计比应收余额少 {gap}",
        "请核对 balance 与 age",
        "对不上账龄的余额，催款时客户不会认。",
    ),
    en=(
        "Receivables by age are not the balance",
        "the ages leave {gap} of the balance out",
        "check balance against age",
        "A balance without ages that agree is not acknowledged when it is to be paid.",
    ),
    bad="""
situation:
  receivables:
    balance: 10  # ←
    age: {not_due: 8, to_30: 1, to_60: 0, to_90: 0, over_90: 0}
""",
    good="""
situation:
  receivables:
    balance: 9
    age: {not_due: 8, to_30: 1, to_60: 0, to_90: 0, over_90: 0}
""",
)
def debts_by_age(case: Case) -> Iterator[Finding]:
    """Σ ages = balance."""
    found = case.figures.receivables
    if found and found.unplaced:
        yield ("situation", "receivables", "balance"), {"gap": case.money(found.unplaced)}


@rule(
    "R128",
    "error",
    zh=(
        "库存库龄与库存不符",
        "库龄合计与期末库存相差 {gap}",
        "请核对 age 与各行的 closing",
        "库龄图与库存表在同一页，总数必须一样。",
    ),
    en=(
        "Stock by age is not the stock",
        "stock by age and closing stock differ by {gap}",
        "check age against the closing stock of the lines",
        "Both stand on one page and must have one total.",
    ),
    bad="""
situation:
  stock:
    conclusion: «库存偏高|Stock is high»
    implication: «少进货|Order less»
    source: «仓库系统|Depot system»
    lines: [{id: tea, category: tea, opening: 9, closing: 10}]
    age: {to_30: 7, to_60: 1, to_90: 0, over_90: 0}  # ←
""",
    good="""
situation:
  stock:
    conclusion: «库存偏高|Stock is high»
    implication: «少进货|Order less»
    source: «仓库系统|Depot system»
    lines: [{id: tea, category: tea, opening: 9, closing: 8}]
    age: {to_30: 7, to_60: 1, to_90: 0, over_90: 0}
""",
)
def stock_by_age(case: Case) -> Iterator[Finding]:
    """Σ ages = closing stock."""
    found = case.figures.stock
    if found and found.ages and found.unplaced:
        yield ("situation", "stock", "age"), {"gap": case.money(abs(found.unplaced))}


@rule(
    "R129",
    "error",
    zh=(
        "单品合计超过品类",
        "{category} 各单品上年合计 {skus}，品类才 {sales}",
        "请核对单品清单的 sales 与往年的 categories",
        "部分大于整体，占比和帕累托都是错的。",
    ),
    en=(
        "Articles come to more than their category",
        "the articles of {category} come to {skus} last year, the category to {sales}",
        "check the sales of the articles against the categories of that year",
        "Parts larger than the whole make every share and the Pareto wrong.",
    ),
    bad="""
situation:
  performance:
    skus:  # ←
      - {id: tea-500, name: «茶 500|Tea 500», category: tea, sales: 45}
    history:
      - {year: 2026, sales: 100, categories: {tea: 40, water: 60}}
""",
    good="""
situation:
  performance:
    skus:
      - {id: tea-500, name: «茶 500|Tea 500», category: tea, sales: 35}
    history:
      - {year: 2026, sales: 100, categories: {tea: 40, water: 60}}
""",
)
def articles_of_category(case: Case) -> Iterator[Finding]:
    """Σ articles ≤ the category, within 1 %."""
    found, last = _performance(case), _last_year(case)
    for category, sales in last.categories.items() if found and last else ():
        skus = sum_known(sku.sales for sku in found.skus if sku.category == category)  # type: ignore[union-attr]
        if skus is not None and skus > sales * (1 + _CLOSE):
            values = {
                "category": case.figures.names.category_name(category),
                "skus": case.money(skus),
                "sales": case.money(sales),
            }
            yield ("situation", "performance", "skus"), values


@rule(
    "R130",
    "error",
    zh=(
        "各月销售合计与全年不符",
        "十二个月合计 {months}，上年销售是 {year}",
        "请核对 months 与往年的 sales",
        "月度曲线与全年数字印在同一份报告里。",
    ),
    en=(
        "The months do not add up to the year",
        "the twelve months come to {months}, sales of the year to {year}",
        "check the months against the sales of that year",
        "Both are printed in one report.",
    ),
    bad="""
situation:
  performance:
    months:  # ←
      - {month: 1, sales: 50}
      - {month: 2, sales: 40}
      - {month: 3, sales: 0}
      - {month: 4, sales: 0}
      - {month: 5, sales: 0}
      - {month: 6, sales: 0}
      - {month: 7, sales: 0}
      - {month: 8, sales: 0}
      - {month: 9, sales: 0}
      - {month: 10, sales: 0}
      - {month: 11, sales: 0}
      - {month: 12, sales: 0}
    history:
      - {year: 2026, sales: 100}
""",
    good="""
situation:
  performance:
    months:
      - {month: 1, sales: 50}
      - {month: 2, sales: 40}
    history:
      - {year: 2026, sales: 100}
""",
)
def months_of_year(case: Case) -> Iterator[Finding]:
    """Σ twelve months = last year's sales, within 1 %."""
    found = _performance(case)
    months: Figure = total(month.sales for month in found.months) if found and len(found.months) == 12 else None
    year = case.figures.sales.year.last
    if months is not None and year is not None and abs(months - year) > year * _CLOSE:
        yield ("situation", "performance", "months"), {"months": case.money(months), "year": case.money(year)}


@rule(
    "R131",
    "error",
    zh=(
        "客户经理考核权重不是 100",
        "考核指标权重合计 {sum}",
        "请调整 weight，使合计为 100",
        "奖励按得分兑现，权重不足 100 会少发。",
    ),
    en=(
        "The weights of the account manager's scorecard are not 100",
        "the weights add up to {sum}",
        "change the weights so that they add up to 100",
        "Pay follows the score; with other weights it is wrong.",
    ),
    bad="""
scorecard:
  kam:  # ←
    - {id: growth, name: «增长|Growth», weight: 60, unit: "%", target: 10%}
    - {id: profit, name: «利润|Profit», weight: 30, unit: "%", target: 16%}
""",
    good="""
scorecard:
  kam:
    - {id: growth, name: «增长|Growth», weight: 60, unit: "%", target: 10%}
    - {id: profit, name: «利润|Profit», weight: 40, unit: "%", target: 16%}
""",
)
def kam_weights(case: Case) -> Iterator[Finding]:
    """Σ weights of the account manager's KPIs = 100."""
    whole = total(kpi.weight for kpi in case.plan.scorecard.kam) if case.plan.scorecard else None
    if whole is not None and whole != 100:
        yield ("scorecard", "kam"), {"sum": number(whole)}


@rule(
    "R132",
    "warning",
    zh=(
        "各情景的可能性不是 100%",
        "各情景的可能性合计 {sum}",
        "请调整 likelihood，使合计为 100%",
        "预期值按可能性加权，合计不是 100% 就没有意义。",
    ),
    en=(
        "The scenarios are not 100% likely together",
        "the likelihoods add up to {sum}",
        "change the likelihoods so that they add up to 100%",
        "The expected year is weighted by them, and means nothing otherwise.",
    ),
    bad="""
scenarios:  # ←
  - {id: base, name: «基准|Base», likelihood: 60%}
  - {id: low, name: «保守|Low», likelihood: 30%, changes: [{path: strategies.shelf.value, to: 5}]}
""",
    good="""
scenarios:
  - {id: base, name: «基准|Base», likelihood: 60%}
  - {id: low, name: «保守|Low», likelihood: 40%, changes: [{path: strategies.shelf.value, to: 5}]}
""",
)
def likelihoods(case: Case) -> Iterator[Finding]:
    """Σ likelihoods = 100 %, where all are given."""
    whole = total(scenario.likelihood for scenario in case.plan.scenarios)
    if whole is not None and whole != 1:
        yield ("scenarios",), {"sum": percent(whole)}
