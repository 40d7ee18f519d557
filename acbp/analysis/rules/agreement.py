"""Rules R111 to R124 (but four): figures that stand in two places of the plan, and have to be the same in both."""

from collections.abc import Iterator
from decimal import Decimal

from acbp.analysis.rates import Figure, total
from acbp.analysis.rules.register import Case, Finding, percent, rule
from acbp.model.periods import QUARTERS
from acbp.model.units import MONEY, resolve

_CLOSE = Decimal("0.01")
"""How far, as a fraction, a figure may be off where it was rounded or averaged."""


@rule(
    "R111",
    "warning",
    zh=(
        "指标的季度目标与全年目标对不上",
        "“{name}”全年目标 {target}，季度值的合计、均值和最后一季都不是它",
        "请核对 quarters 与 target",
        "季度得分与全年得分用两套目标，年底会对不上账。",
    ),
    en=(
        "The quarters of a KPI do not lead to its target",
        "the target of '{name}' is {target}, which is neither the sum, the mean nor the last of its quarters",
        "check the quarters against the target",
        "Quarters and year would be scored against different aims.",
    ),
    bad="""
scorecard:
  kpis:
    - id: sales
      target: 120
      quarters: {Q1: 25, Q2: 25, Q3: 30, Q4: 30}  # ←
""",
    good="""
scorecard:
  kpis:
    - id: sales
      target: 110
      quarters: {Q1: 25, Q2: 25, Q3: 30, Q4: 30}
""",
)
def kpi_quarters(case: Case) -> Iterator[Finding]:
    """The target is the sum, the mean (within 1 %) or the last of the quarters."""
    for at, kpi in case.kpis():
        given = [getattr(kpi.quarters, name) for name in QUARTERS] if kpi.quarters else []
        if kpi.target is None or not given or any(value is None for value in given):
            continue
        target, *values = (resolve(value, kpi.unit, case.plan.plan) for value in (kpi.target, *given))
        whole = sum(values, Decimal(0))
        if target not in (whole, values[-1]) and abs(whole / 4 - target) > abs(target) * _CLOSE:
            said = {"name": kpi.name, "target": case.measure(target, kpi.unit)}
            yield ("scorecard", "kpis", at, "quarters"), said


@rule(
    "R112",
    "error",
    zh=(
        "销售指标的目标不是计划销售",
        "“{name}”的目标是 {target}，计划销售是 {sales}",
        "请改正其中之一",
        "打分卡与财务页是同一份承诺，不能各写一个数。",
    ),
    en=(
        "The KPI on sales is not the plan's sales",
        "the target of '{name}' is {target}, the plan's sales are {sales}",
        "correct one of them",
        "The scorecard and the financials are one promise; they cannot name two figures.",
    ),
    bad="""
scorecard:
  kpis:
    - id: sales
      target: 112  # ←
      last_year: 100
""",
    good="""
scorecard:
  kpis:
    - id: sales
      target: 110
      last_year: 100
""",
)
def sales_kpi(case: Case) -> Iterator[Finding]:
    """A KPI that starts at last year's sales ends at the plan's."""
    year = case.figures.sales.year
    for at, kpi in case.kpis():
        if kpi.unit == MONEY and kpi.target is not None and kpi.last_year is not None and year.plan is not None:
            target, last = (resolve(value, kpi.unit, case.plan.plan) for value in (kpi.target, kpi.last_year))
            if last == year.last and target != year.plan:
                values = {"name": kpi.name, "target": case.money(target), "sales": case.money(year.plan)}
                yield ("scorecard", "kpis", at, "target"), values


@rule(
    "R113",
    "error",
    zh=(
        "策略指标与打分卡指标单位不同",
        "“{name}”的单位是 {unit}，它所跟踪的指标是 {kpi}",
        "请改成同一单位，或改指向另一个指标",
        "单位不同的两个数没法比，复盘时无从判断策略是否有效。",
    ),
    en=(
        "A measure and its KPI count in different units",
        "'{name}' counts in {unit}, the KPI that follows it in {kpi}",
        "use one unit, or name another KPI",
        "Figures in two units cannot be compared, so no review could say whether the strategy works.",
    ),
    bad="""
strategies:
  - id: shelf
    measures:
      - {name: «货架占比|Shelf share», unit: "%", start: 19%, target: 28%, kpi: sales}  # ←
""",
    good="""
strategies:
  - id: shelf
    measures:
      - {name: «销售额|Sales», unit: money, start: 100, target: 110, kpi: sales}
""",
)
def measure_units(case: Case) -> Iterator[Finding]:
    """A measure counts in the unit of its KPI."""
    units = {kpi.id: kpi.unit for _, kpi in case.kpis()}
    for at, strategy in enumerate(case.plan.strategies):
        for row, measure in enumerate(strategy.measures):
            unit = units.get(measure.kpi or "")
            if unit and measure.unit and unit != measure.unit:
                values = {"name": measure.name, "unit": measure.unit, "kpi": unit}
                yield ("strategies", at, "measures", row, "unit"), values


@rule(
    "R114",
    "error",
    zh=(
        "份额目标写了两个",
        "业绩部分的份额目标是 {stated}，“{name}”的目标是 {target}",
        "请改成同一个目标",
        "份额是双方最常引用的数，两页各写一个，目标就不成立。",
    ),
    en=(
        "The share aimed at is given twice, differently",
        "the share aimed at is {stated}, the target of '{name}' is {target}",
        "make them the same",
        "Share is the figure both sides quote most; with two of them there is no target.",
    ),
    bad="""
situation:
  performance:
    share_target: 20%
    history:
      - {year: 2026, sales: 100, share: 18%}
scorecard:
  kpis:
    - {id: sales, name: «份额|Share», unit: "%", last_year: 18%, target: 21%, quarters: ~}  # ←
strategies:
  - {id: shelf, measures: [{name: «份额|Share», unit: "%", kpi: sales}]}
""",
    good="""
situation:
  performance:
    share_target: 20%
    history:
      - {year: 2026, sales: 100, share: 18%}
scorecard:
  kpis:
    - {id: sales, name: «份额|Share», unit: "%", last_year: 18%, target: 20%, quarters: ~}
strategies:
  - {id: shelf, measures: [{name: «份额|Share», unit: "%", kpi: sales}]}
""",
)
def share_target(case: Case) -> Iterator[Finding]:
    """What starts at last year's share ends at the share aimed at."""
    stated, last = case.figures.sales.share.plan, case.figures.sales.share.last
    if stated is None or last is None:
        return
    aims = [
        (("objectives", at), item.name, item.unit, item.baseline, item.target)
        for at, item in enumerate(case.plan.objectives)
    ]
    aims += [(("scorecard", "kpis", at), kpi.name, kpi.unit, kpi.last_year, kpi.target) for at, kpi in case.kpis()]
    for location, name, unit, start, target in aims:
        if unit == "%" and start and target and start.value == last and target.value != stated:
            values = {"name": name, "stated": percent(stated), "target": percent(target.value)}
            yield (*location, "target"), values


@rule(
    "R115",
    "error",
    zh=(
        "复盘的品类实际与销售实际不符",
        "{period} 实际销售写的是 {stated}，各品类相加是 {computed}",
        "请核对 actuals.sales 与 actuals.categories；写全了品类，就不必再写 sales",
        "差异分析按品类做，总数按 sales 印，两者必须相等。",
    ),
    en=(
        "Actual sales differ from their categories",
        "{period} is given as {stated}, but its categories add up to {computed}",
        "check actuals.sales against actuals.categories; with all categories, sales may be left out",
        "Variances are explained by category and totals printed from sales: they have to agree.",
    ),
    bad="""
reviews:
  - period: Q1
    date: 2027-04-15
    actuals: {sales: 26, categories: {tea: 11, water: 14}}  # ←
""",
    good="""
reviews:
  - period: Q1
    date: 2027-04-15
    actuals: {sales: 25, categories: {tea: 11, water: 14}}
""",
)
def actual_categories(case: Case) -> Iterator[Finding]:
    """Σ categories = sales, where all categories are given."""
    for at, review in enumerate(case.plan.reviews):
        actuals = review.actuals
        if actuals and actuals.sales is not None and set(case.figures.names.categories) <= set(actuals.categories):
            computed = total(actuals.categories.values())
            if computed is not None and computed != actuals.sales:
                stated = case.money(actuals.sales)
                values = {"period": review.period, "stated": stated, "computed": case.money(computed)}
                yield ("reviews", at, "actuals", "sales"), values


@rule(
    "R116",
    "error",
    zh=(
        "销售指标的实际值不是复盘的销售额",
        "{period} 的“{name}”写的是 {stated}，该期销售额是 {sales}",
        "请改正其中之一",
        "同一期销售额在打分卡和复盘页上必须一样。",
    ),
    en=(
        "The KPI's actual is not the sales of the review",
        "'{name}' of {period} is given as {stated}, the sales of that period are {sales}",
        "correct one of them",
        "The scorecard and the review print the same figure of the same period.",
    ),
    bad="""
scorecard:
  kpis:
    - {id: sales, last_year: 100}
reviews:
  - period: Q1
    date: 2027-04-15
    actuals: {sales: 25, kpis: {sales: 24}}  # ←
""",
    good="""
scorecard:
  kpis:
    - {id: sales, last_year: 100}
reviews:
  - period: Q1
    date: 2027-04-15
    actuals: {sales: 25, kpis: {sales: 25}}
""",
)
def actual_sales_kpi(case: Case) -> Iterator[Finding]:
    """The KPI that ends at the plan's sales has the review's sales as its actual."""
    year = case.figures.sales.year
    places = {review.period: at for at, review in enumerate(case.plan.reviews)}
    for figures in case.figures.reviews:
        for score in figures.scorecard.kpis if figures.scorecard else ():
            is_sales = score.item.unit == MONEY and (score.last, score.year_target) == (year.last, year.plan)
            sales = figures.sales.actual
            if is_sales and score.last is not None and None not in (score.actual, sales) and score.actual != sales:
                values = {
                    "period": figures.period,
                    "name": score.item.name,
                    "stated": case.money(score.actual),
                    "sales": case.money(sales),
                }
                yield ("reviews", places[figures.period], "actuals", "kpis", score.item.id), values


@rule(
    "R120",
    "warning",
    zh=(
        "各业态销售占比不是 100%",
        "各业态占比合计 {sum}",
        "请核对 stores 的 sales_share",
        "占比不足 100%，说明漏了一个业态或用了不同口径。",
    ),
    en=(
        "The store formats do not add up to 100% of sales",
        "the formats' shares of sales add up to {sum}",
        "check the sales_share of the stores",
        "Shares short of 100% mean a missing format, or two ways of counting.",
    ),
    bad="""
account:
  stores:  # ←
    - {format: «大卖场|Superstore», stores: 10, sales_share: 70%}
    - {format: «便利店|Local», stores: 40, sales_share: 20%}
""",
    good="""
account:
  stores:
    - {format: «大卖场|Superstore», stores: 10, sales_share: 70%}
    - {format: «便利店|Local», stores: 40, sales_share: 30%}
""",
)
def store_shares(case: Case) -> Iterator[Finding]:
    """Σ shares of sales = 100 %, but for rounding."""
    whole = total(group.sales_share for group in case.plan.account.stores)
    if whole is not None and abs(whole - 1) > _CLOSE:
        yield ("account", "stores"), {"sum": percent(whole)}


@rule(
    "R121",
    "warning",
    zh=(
        "策略的增量与机会的增量不同",
        "机会“{name}”写的是 {opportunity}，承接它的策略合计 {strategies}",
        "请改成一致；只做一部分，就改小机会的 value",
        "机会排序按机会的数，桥图按策略的数，读者会看到两个增量。",
    ),
    en=(
        "A strategy is worth something else than its opportunity",
        "the opportunity '{name}' is worth {opportunity}, the strategies that take it up {strategies}",
        "make them agree; if only a part is taken up, lower the value of the opportunity",
        "Opportunities are ranked by the one and the bridge is drawn from the other.",
    ),
    bad="""
opportunities:
  items:
    - {id: shelf, value: 12}  # ←
strategies:
  - {id: shelf, value: 10}
""",
    good="""
opportunities:
  items:
    - {id: shelf, value: 10}
strategies:
  - {id: shelf, value: 10}
""",
)
def opportunity_value(case: Case) -> Iterator[Finding]:
    """value of an opportunity = Σ values of its strategies."""
    for at, item in enumerate(case.plan.opportunities.items if case.plan.opportunities else ()):
        taken: Figure = total(each.value for each in case.plan.strategies if each.opportunity == item.id)
        if item.value is not None and taken is not None and item.value != taken:
            values = {"name": item.name, "opportunity": case.money(item.value), "strategies": case.money(taken)}
            yield ("opportunities", "items", at, "value"), values


@rule(
    "R123",
    "warning",
    zh=(
        "每周销售合计与全年不符",
        "各周合计 {weeks}，全年是 {year}",
        "请核对 weeks",
        "封面图按周绘制；与全年相差 1% 以上，图就画错了。",
    ),
    en=(
        "The weeks do not add up to the year",
        "the weeks add up to {weeks}, the year to {year}",
        "check the weeks",
        "The cover is drawn from the weeks; more than 1% off, the picture is wrong.",
    ),
    bad="""
financials:
  weeks: [50, 50]  # ←
""",
    good="""
financials:
  weeks: [55, 55]
""",
)
def weeks_of_year(case: Case) -> Iterator[Finding]:
    """Σ weeks = the year, within 1 %."""
    history = case.plan.situation.performance.history if case.plan.situation and case.plan.situation.performance else ()
    places = {year.year: ("situation", "performance", "history", at) for at, year in enumerate(history)}
    for figures in case.figures.sales.years:
        weeks = total(figures.weeks)
        if weeks is not None and figures.sales is not None and abs(weeks - figures.sales) > figures.sales * _CLOSE:
            where = ("financials",) if figures.planned else places[figures.year]
            yield (*where, "weeks"), {"weeks": case.money(weeks), "year": case.money(figures.sales)}


@rule(
    "R124",
    "error",
    zh=(
        "全年复盘与四个季度不符",
        "全年实际销售写的是 {stated}，四个季度相加是 {computed}",
        "请核对全年复盘与各季复盘的 sales",
        "年终结算按全年算，费用兑现按季度算，两本账要对得上。",
    ),
    en=(
        "The review of the year differs from its quarters",
        "actual sales of the year are given as {stated}, the quarters add up to {computed}",
        "check the sales of the year against those of the quarters",
        "The year is settled by one and support was paid by the other.",
    ),
    bad="""
reviews:
  - {period: Q1, date: 2027-04-15, actuals: {sales: 25}}
  - {period: Q2, date: 2027-07-15, actuals: {sales: 25}}
  - {period: Q3, date: 2027-10-15, actuals: {sales: 30}}
  - {period: Q4, date: 2028-01-15, actuals: {sales: 30}}
  - {period: year, date: 2028-02-01, actuals: {sales: 111}}  # ←
""",
    good="""
reviews:
  - {period: Q1, date: 2027-04-15, actuals: {sales: 25}}
  - {period: Q2, date: 2027-07-15, actuals: {sales: 25}}
  - {period: Q3, date: 2027-10-15, actuals: {sales: 30}}
  - {period: Q4, date: 2028-01-15, actuals: {sales: 30}}
  - {period: year, date: 2028-02-01, actuals: {sales: 110}}
""",
)
def year_of_reviews(case: Case) -> Iterator[Finding]:
    """Σ quarters = the year, in actual sales."""
    actual = {
        review.period: total([review.actuals.sales]) or total(review.actuals.categories.values())
        for review in case.plan.reviews
        if review.actuals
    }
    computed = total(actual.get(quarter) for quarter in QUARTERS)
    for at, review in enumerate(case.plan.reviews):
        stated = actual.get("year")
        if review.period == "year" and stated is not None and computed is not None and stated != computed:
            values = {"stated": case.money(stated), "computed": case.money(computed)}
            yield ("reviews", at, "actuals", "sales"), values
