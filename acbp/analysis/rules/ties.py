"""Rules R101 to R110: totals and their parts, the two bridges, weights, and objectives with their quarters."""

from collections.abc import Iterator

from acbp.analysis.rates import Figure, total
from acbp.analysis.rules.register import Case, Finding, number, percent, rule


@rule(
    "R101",
    "error",
    zh=(
        "分品类的季度销售与季度合计不符",
        "季度销售写的是 {stated}，各品类相加是 {computed}",
        "请改正其中之一；写了分品类的计划，就不必再写 financials.quarters",
        "同一个季度在两页上出现两个数，客户会先问哪一个才算数。",
    ),
    en=(
        "Categories do not add up to the quarter",
        "the quarter is given as {stated}, but its categories add up to {computed}",
        "correct one of them; with sales by category, financials.quarters may be left out",
        "One quarter with two figures on two pages: the customer will ask which of them counts.",
    ),
    bad="""
financials:
  quarters: {Q1: 26, Q2: 25, Q3: 30, Q4: 30}  # ←
""",
    good="""
financials:
  quarters: {Q1: 25, Q2: 25, Q3: 30, Q4: 30}
""",
)
def categories_to_quarter(case: Case) -> Iterator[Finding]:
    """Σ categories of a quarter = the quarter."""
    for found in case.figures.sales.disagreements:
        if found.where.startswith("financials.quarters."):
            values = {"stated": case.money(found.stated), "computed": case.money(found.computed)}
            yield tuple(found.where.split(".")), values


@rule(
    "R102",
    "error",
    zh=(
        "往年销售与其季度或品类合计不符",
        "{year} 年写的是 {stated}，相加是 {computed}",
        "请核对全年、季度与品类三处数字",
        "增长率以上年为基数；基数有两个，增长率就有两个。",
    ),
    en=(
        "A past year does not add up",
        "{year} is given as {stated}, but its parts add up to {computed}",
        "check the year against its quarters and its categories",
        "Growth is measured from last year; with two bases there are two rates of growth.",
    ),
    bad="""
situation:
  performance:
    history:
      - {year: 2026, sales: 100, categories: {tea: 40, water: 55}}  # ←
""",
    good="""
situation:
  performance:
    history:
      - {year: 2026, sales: 100, categories: {tea: 40, water: 60}}
""",
)
def past_year_adds_up(case: Case) -> Iterator[Finding]:
    """Σ quarters = Σ categories = the year."""
    history = case.plan.situation.performance.history if case.plan.situation and case.plan.situation.performance else ()
    places = {str(year.year): at for at, year in enumerate(history)}
    for found in case.figures.sales.disagreements:
        year = found.where.partition("[")[2].partition("]")[0]
        if year in places:
            name = found.where.rpartition(".")[2]
            values = {"year": year, "stated": case.money(found.stated), "computed": case.money(found.computed)}
            yield ("situation", "performance", "history", places[year], name), values


@rule(
    "R103",
    "error",
    zh=(
        "品类销量与季度销量不符",
        "各品类全年销量相加是 {categories}，四个季度相加是 {quarters}",
        "请核对 financials.volume 与各品类的 volume",
        "均价、每箱利润都以销量为分母，两个分母会得出两个均价。",
    ),
    en=(
        "Volume by category differs from volume by quarter",
        "the categories add up to a volume of {categories}, the quarters to {quarters}",
        "check financials.volume against the volume of each category",
        "Volume is what price and profit per unit are divided by: two volumes make two prices.",
    ),
    bad="""
financials:
  volume: {Q1: 2, Q2: 2, Q3: 3, Q4: 4}  # ←
""",
    good="""
financials:
  volume: {Q1: 2, Q2: 2, Q3: 3, Q4: 3}
""",
)
def volumes_agree(case: Case) -> Iterator[Finding]:
    """Σ categories = Σ quarters, in volume."""
    categories = total(item.volume.plan for item in case.figures.sales.categories)
    quarters = total(case.figures.sales.volume.quarters)
    if categories is not None and quarters is not None and categories != quarters:
        values = {"categories": case.volume(categories), "quarters": case.volume(quarters)}
        yield ("financials", "volume"), values


@rule(
    "R104",
    "error",
    zh=(
        "往年品类销量与全年销量不符",
        "{year} 年销量写的是 {stated}，各品类相加是 {computed}",
        "请核对 volume 与 category_volumes",
        "价格、销量、结构三项拆分以此为准，不符时拆分就不成立。",
    ),
    en=(
        "The volume of a past year does not add up",
        "the volume of {year} is given as {stated}, but its categories add up to {computed}",
        "check volume against category_volumes",
        "Growth is split into price, volume and mix from these figures; if they differ, so does the split.",
    ),
    bad="""
situation:
  performance:
    history:
      - {year: 2026, sales: 100, volume: 10, category_volumes: {tea: 3, water: 6}}  # ←
""",
    good="""
situation:
  performance:
    history:
      - {year: 2026, sales: 100, volume: 10, category_volumes: {tea: 4, water: 6}}
""",
)
def past_volume_adds_up(case: Case) -> Iterator[Finding]:
    """Σ categories of a past year = its volume, where all categories are given."""
    history = case.plan.situation.performance.history if case.plan.situation and case.plan.situation.performance else ()
    for at, year in enumerate(history):
        computed = total(year.category_volumes.values())
        complete = set(case.figures.names.categories) <= set(year.category_volumes)
        if year.volume is not None and computed is not None and complete and year.volume != computed:
            values = {"year": str(year.year), "stated": case.volume(year.volume), "computed": case.volume(computed)}
            yield ("situation", "performance", "history", at, "volume"), values


@rule(
    "R105",
    "warning",
    zh=(
        "策略与调整项合起来不等于销售增量",
        "销售要增加 {change}，策略与调整项合计 {steps}，还差 {residual}",
        "请改正某项策略的 value，或在 financials.adjustments 补一项并说明原因",
        "桥图上说不清来源的一段，就是没有人负责的一段。",
    ),
    en=(
        "Strategies and adjustments do not close the gap in sales",
        "sales are to change by {change}, strategies and adjustments come to {steps}: {residual} is unexplained",
        "correct the value of a strategy, or add the missing step to financials.adjustments",
        "A stretch of the bridge that nobody can explain is one that nobody answers for.",
    ),
    bad="""
financials:
  adjustments:
    - {id: closures, name: «关店|Closures», value: -2}
strategies:  # ←
  - {id: shelf, value: 10}
""",
    good="""
financials:
  adjustments:
    - {id: closures, name: «关店|Closures», value: -2}
    - {id: openings, name: «开店|Openings», value: 2}
""",
)
def sales_bridge_closes(case: Case) -> Iterator[Finding]:
    """last year + steps = plan, in sales."""
    yield from _bridge(case, case.figures.sales_bridge)


@rule(
    "R106",
    "warning",
    zh=(
        "策略与调整项合起来不等于客户毛利增量",
        "客户毛利要增加 {change}，各项合计 {steps}，还差 {residual}",
        "请改正某项的 customer_value",
        "客户看的是自己的那座桥；它不平，我方的承诺就不可信。",
    ),
    en=(
        "Strategies and adjustments do not close the gap in the customer's margin",
        "the customer's margin is to change by {change}, the steps come to {steps}: {residual} is unexplained",
        "correct the customer_value of a step",
        "This is the bridge the customer reads; if it does not close, our promise is not believed.",
    ),
    bad="""
situation:
  performance:
    history:
      - {year: 2026, sales: 100, customer_margin: 20}
financials:
  customer_margin: {Q1: 6, Q2: 6, Q3: 6, Q4: 6}
strategies:  # ←
  - {id: shelf, customer_value: 3}
""",
    good="""
situation:
  performance:
    history:
      - {year: 2026, sales: 100, customer_margin: 20}
financials:
  customer_margin: {Q1: 6, Q2: 6, Q3: 6, Q4: 5}
""",
)
def margin_bridge_closes(case: Case) -> Iterator[Finding]:
    """last year + steps = plan, in the customer's margin."""
    yield from _bridge(case, case.figures.margin_bridge)


def _bridge(case: Case, bridge: object) -> Iterator[Finding]:
    residual: Figure = getattr(bridge, "residual", None)
    if residual:
        values = {
            "change": case.money(bridge.year.change),  # type: ignore[attr-defined]
            "steps": case.money(bridge.net),  # type: ignore[attr-defined]
            "residual": case.money(residual),
        }
        yield ("strategies",) if case.plan.strategies else ("financials", "adjustments"), values


@rule(
    "R107",
    "error",
    zh=(
        "机会评分项的权重不是 100%",
        "评分项权重合计 {sum}",
        "请调整 weight，使合计为 100%",
        "权重印在页面上，合计不是 100% 的评分没有人相信。",
    ),
    en=(
        "The criteria's weights are not 100%",
        "the weights of the criteria add up to {sum}",
        "change the weights so that they add up to 100%",
        "The weights are printed; nobody trusts a score whose weights do not add up.",
    ),
    bad="""
opportunities:
  criteria:  # ←
    - {id: impact, name: «影响|Impact», weight: 60%}
    - {id: ease, name: «易行|Ease», weight: 30%}
""",
    good="""
opportunities:
  criteria:
    - {id: impact, name: «影响|Impact», weight: 60%}
    - {id: ease, name: «易行|Ease», weight: 40%}
""",
)
def criteria_weights(case: Case) -> Iterator[Finding]:
    """Σ weights of the criteria = 100 %."""
    criteria = case.plan.opportunities.criteria if case.plan.opportunities else ()
    whole = total(item.weight for item in criteria)
    if whole is not None and whole != 1:
        yield ("opportunities", "criteria"), {"sum": percent(whole)}


@rule(
    "R108",
    "error",
    zh=(
        "打分卡权重不是 100",
        "指标权重合计 {sum}",
        "请调整 weight，使合计为 100",
        "得分按 100 分解释，与费用兑现挂钩；权重不足 100，满分也到不了 100。",
    ),
    en=(
        "The weights of the scorecard are not 100",
        "the weights of the KPIs add up to {sum}",
        "change the weights so that they add up to 100",
        "Scores are read out of 100 and payments hang on them; with other weights full marks are out of reach.",
    ),
    bad="""
scorecard:
  kpis:  # ←
    - {id: sales, weight: 90}
""",
    good="""
scorecard:
  kpis:
    - {id: sales, weight: 100}
""",
)
def kpi_weights(case: Case) -> Iterator[Finding]:
    """Σ weights of the KPIs = 100."""
    whole = total(kpi.weight for _, kpi in case.kpis())
    if whole is not None and whole != 100:
        yield ("scorecard", "kpis"), {"sum": number(whole)}


@rule(
    "R109",
    "warning",
    zh=(
        "客户评估的权重不是 100",
        "评估因素权重合计 {sum}",
        "请调整 weight，使合计为 100，便于与其他客户比较",
        "不同客户用同一把尺子，才能比较资源投到哪里。",
    ),
    en=(
        "The weights of the assessment are not 100",
        "the weights of the factors add up to {sum}",
        "change the weights so that they add up to 100, as for other customers",
        "Customers can be compared only on one scale.",
    ),
    bad="""
account:
  assessments:
    - name: «客户评估|The customer»
      factors:  # ←
        - {id: growth, name: «增长|Growth», weight: 60, score: 4}
        - {id: profit, name: «利润|Profit», weight: 30, score: 3}
""",
    good="""
account:
  assessments:
    - name: «客户评估|The customer»
      factors:
        - {id: growth, name: «增长|Growth», weight: 60, score: 4}
        - {id: profit, name: «利润|Profit», weight: 40, score: 3}
""",
)
def assessment_weights(case: Case) -> Iterator[Finding]:
    """Σ weights of the customer's assessment = 100."""
    for at, assessment in enumerate(case.plan.account.assessments):
        whole = total(factor.weight for factor in assessment.factors)
        if whole is not None and whole != 100:
            yield ("account", "assessments", at, "factors"), {"sum": number(whole)}


@rule(
    "R110",
    "error",
    zh=(
        "目标的季度值到不了全年目标",
        "“{name}”的季度值得出 {reached}，目标是 {target}",
        "请改正季度值或目标；各季相加的指标要写 cumulative: true",
        "季度复盘按季度值打分；四个季度都完成，全年却完不成。",
    ),
    en=(
        "The quarters of an objective do not come to its target",
        "the quarters of '{name}' come to {reached}, the target is {target}",
        "correct the quarters or the target; write cumulative: true where the quarters add up",
        "Reviews go by the quarters: all four could be met, and the year still be missed.",
    ),
    bad="""
objectives:
  - id: sales
    target: 110
    quarters: {Q1: 25, Q2: 25, Q3: 30, Q4: 25}  # ←
    cumulative: true
""",
    good="""
objectives:
  - id: sales
    target: 110
    quarters: {Q1: 25, Q2: 25, Q3: 30, Q4: 30}
    cumulative: true
""",
)
def objective_quarters(case: Case) -> Iterator[Finding]:
    """Σ quarters, or the last quarter, = target."""
    for figures in case.figures.objectives:
        if figures.phasing == "gap" and figures.target is not None and figures.phasing_gap is not None:
            unit = figures.item.unit
            reached = case.measure(figures.target - figures.phasing_gap, unit)
            values = {"name": figures.item.name, "reached": reached, "target": case.measure(figures.target, unit)}
            yield ("objectives", figures.number - 1, "quarters"), values
