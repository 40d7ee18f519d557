"""Rules R201 to R204, R213 to R216: information is sourced and concluded, opportunities follow from conclusions."""

from collections.abc import Iterator

from acbp.analysis.rules.register import Case, Finding, number, rule
from acbp.model.ambitions import Opportunity
from acbp.model.situation import Block

_BLOCKS = ("market", "shopper", "performance", "customer", "competition", "satisfaction", "swot")


@rule(
    "R201",
    "warning",
    zh=(
        "结论没有下文",
        "这个结论既没有对计划的含义，也没有机会由它而来",
        "写一句 implication，或在某个机会写 conclusion_from",
        "收集信息是为了做决定；没有下文的结论只是装饰。",
    ),
    en=(
        "A conclusion that leads nowhere",
        "this conclusion has no implication, and no opportunity follows from it",
        "write an implication, or name the block in conclusion_from of an opportunity",
        "Information is gathered to decide something; a conclusion without consequence is decoration.",
    ),
    bad="""
situation:
  market:
    source: «第三方监测|Retail panel»
    conclusion: «茶增长最快|Tea grows fastest»  # ←
""",
    good="""
situation:
  market:
    source: «第三方监测|Retail panel»
    conclusion: «茶增长最快|Tea grows fastest»
    implication: «货架给茶|Shelf goes to tea»
""",
)
def idle_conclusion(case: Case) -> Iterator[Finding]:
    """Every conclusion has an implication or an opportunity."""
    items = case.plan.opportunities.items if case.plan.opportunities else ()
    used = {item.conclusion_from for item in items}
    for name, block in _blocks(case):
        if name not in used and not getattr(block, "implication", None) and name != "swot":
            yield ("situation", name, "conclusion"), {}


@rule(
    "R202",
    "warning",
    zh=(
        "机会没有说明来自哪个结论",
        "机会“{name}”没有写 conclusion_from",
        "写上它来自哪一类信息，例如 performance",
        "机会要从结论里来，不是从愿望里来。",
    ),
    en=(
        "An opportunity that follows from nothing",
        "the opportunity '{name}' does not say which conclusion it follows from",
        "name the block in conclusion_from, as performance",
        "Opportunities come from conclusions, not from wishes.",
    ),
    bad="""
opportunities:
  items:
    - {id: shelf, conclusion_from: ~}  # ←
""",
    good="""
opportunities:
  items:
    - {id: shelf, conclusion_from: performance}
""",
)
def groundless_opportunity(case: Case) -> Iterator[Finding]:
    """Every opportunity names its conclusion."""
    for at, item in _opportunities(case):
        if item.conclusion_from is None:
            yield ("opportunities", "items", at), {"name": item.name}


@rule(
    "R203",
    "warning",
    zh=(
        "立项的机会没有策略",
        "机会“{name}”已决定投入，却没有策略承接",
        "为它写一项策略，或把 decision 改为 watch",
        "立了项没有策略，就没有人、没有钱、没有日期。",
    ),
    en=(
        "An opportunity is pursued without a strategy",
        "the opportunity '{name}' is pursued, but no strategy takes it up",
        "write a strategy for it, or change its decision to watch",
        "Without a strategy there are no people, no money and no date.",
    ),
    bad="""
opportunities:
  items:
    - id: local
      name: «便利店|Local stores»  # ←
      scores: {impact: 4, ease: 4}
      conclusion_from: performance
      customer_benefit: «少缺货|Fewer gaps»
      our_benefit: «新门店|New stores»
      decision: pursue
""",
    good="""
opportunities:
  items:
    - id: local
      name: «便利店|Local stores»
      scores: {impact: 2, ease: 2}
      conclusion_from: performance
      customer_benefit: «少缺货|Fewer gaps»
      decision: watch
""",
)
def pursued_without_strategy(case: Case) -> Iterator[Finding]:
    """What is pursued has a strategy."""
    ranked = case.figures.opportunities.items if case.figures.opportunities else ()
    pursued = {each.item.id for each in ranked if each.decision == "pursue" and not each.strategies}
    for at, item in _opportunities(case):
        if item.id in pursued:
            yield ("opportunities", "items", at, "name"), {"name": item.name}


@rule(
    "R204",
    "warning",
    zh=(
        "放弃的机会还有策略",
        "策略“{name}”承接的机会“{opportunity}”没有立项",
        "改 decision 为 pursue，或取消这项策略",
        "一边说不做，一边在花钱。",
    ),
    en=(
        "A strategy takes up what was decided against",
        "the strategy '{name}' takes up the opportunity '{opportunity}', which is not pursued",
        "change the decision to pursue, or drop the strategy",
        "The plan says no and spends money all the same.",
    ),
    bad="""
opportunities:
  items:
    - {id: shelf, decision: drop, note: «无人手|No hands»}
strategies:
  - {id: shelf, opportunity: shelf}  # ←
""",
    good="""
opportunities:
  items:
    - {id: shelf, decision: pursue}
strategies:
  - {id: shelf, opportunity: shelf}
""",
)
def strategy_for_dropped(case: Case) -> Iterator[Finding]:
    """A strategy takes up what is pursued."""
    ranked = case.figures.opportunities.items if case.figures.opportunities else ()
    decided = {each.item.id: each for each in ranked if each.decision in ("watch", "drop")}
    for at, strategy in enumerate(case.plan.strategies):
        if found := decided.get(strategy.opportunity or ""):
            values = {"name": strategy.name, "opportunity": found.item.name}
            yield ("strategies", at, "opportunity"), values


@rule(
    "R213",
    "warning",
    zh=(
        "机会评分不完整",
        "机会“{name}”缺少 {missing} 的得分",
        "补上得分；没有综合分的机会排不了序",
        "缺一项得分就没有综合分，这个机会等于没有参加评选。",
    ),
    en=(
        "An opportunity is not fully scored",
        "the opportunity '{name}' has no score for {missing}",
        "add the score; without it there is no rank",
        "One missing score and there is no weighted score: the opportunity takes no part in the choice.",
    ),
    bad="""
opportunities:
  items:
    - {id: shelf, scores: {impact: 4, ease: ~}}  # ←
""",
    good="""
opportunities:
  items:
    - {id: shelf, scores: {impact: 4, ease: 4}}
""",
)
def unscored_opportunity(case: Case) -> Iterator[Finding]:
    """Every opportunity has a score on every criterion."""
    ranked = case.figures.opportunities.items if case.figures.opportunities else ()
    missing = {each.item.id: each.missing for each in ranked if each.missing}
    for at, item in _opportunities(case):
        if item.id in missing:
            yield ("opportunities", "items", at, "scores"), {"name": item.name, "missing": ", ".join(missing[item.id])}


@rule(
    "R214",
    "warning",
    zh=(
        "决定与得分相反，没有说明",
        "机会“{name}”得 {score} 分，立项线是 {threshold} 分，决定却相反",
        "改正 decision，或在 note 写明原因",
        "例外可以有，但要说得出理由，否则评分就是走过场。",
    ),
    en=(
        "A decision against the score, without a reason",
        "the opportunity '{name}' scores {score} against a threshold of {threshold}, and the decision is the opposite",
        "correct the decision, or give the reason in note",
        "There may be exceptions, but with a reason; otherwise scoring is a show.",
    ),
    bad="""
opportunities:
  items:
    - {id: shelf, scores: {impact: 2, ease: 2}, decision: pursue}  # ←
""",
    good="""
opportunities:
  items:
    - {id: shelf, scores: {impact: 2, ease: 2}, decision: pursue, note: «客户要求|The customer asks for it»}
""",
)
def decision_against_score(case: Case) -> Iterator[Finding]:
    """What is decided follows from the score, or says why not."""
    found = case.figures.opportunities
    scores = {each.item.id: each.score for each in found.items} if found else {}
    for at, item in _opportunities(case):
        score, threshold = scores.get(item.id), found.threshold if found else None
        if score is None or threshold is None or item.decision is None or item.note:
            continue
        if (score >= threshold) != (item.decision == "pursue"):
            values = {"name": item.name, "score": number(score), "threshold": number(threshold)}
            yield ("opportunities", "items", at, "decision"), values


@rule(
    "R215",
    "warning",
    zh=(
        "信息没有写来源",
        "这一类信息没有写 source",
        "写上来源和日期，例如“POS，2026 年全年”",
        "没有来源和日期的数字，第一次被追问就站不住。",
    ),
    en=(
        "Information without a source",
        "this block does not say where its information comes from",
        "write the source with its date, as 'EPOS, full year 2026'",
        "A figure without source and date does not survive the first question.",
    ),
    bad="""
situation:
  market:  # ←
    conclusion: «茶增长最快|Tea grows fastest»
    implication: «货架给茶|Shelf goes to tea»
""",
    good="""
situation:
  market:
    conclusion: «茶增长最快|Tea grows fastest»
    implication: «货架给茶|Shelf goes to tea»
    source: «第三方监测，2026 年|Retail panel, 2026»
""",
)
def unsourced_block(case: Case) -> Iterator[Finding]:
    """Every block but the SWOT names its source."""
    for name, block in _blocks(case):
        if isinstance(block, Block) and not block.source:
            yield ("situation", name), {}


def _blocks(case: Case) -> Iterator[tuple[str, object]]:
    for name in _BLOCKS:
        if (block := getattr(case.plan.situation, name, None)) is not None:
            yield name, block


def _opportunities(case: Case) -> Iterator[tuple[int, Opportunity]]:
    return enumerate(case.plan.opportunities.items if case.plan.opportunities else ())


@rule(
    "R216",
    "warning",
    zh=(
        "满意度下降没有改进措施",
        "“{name}”由 {previous} 降到 {score}，没有写改进措施",
        "写上 action",
        "客户打了更低的分，还等不到说法，下次就不答卷了。",
    ),
    en=(
        "Satisfaction fell, and nothing is done",
        "'{name}' fell from {previous} to {score}, and no action is given",
        "write the action",
        "Customers who marked us down and hear nothing do not answer the next survey.",
    ),
    bad="""
situation:
  satisfaction:
    source: «调查|Survey»
    conclusion: «先送齐|Deliver first»
    implication: «供应优先|Supply first»
    items:
      - {name: «送货|Delivery», score: 3.4, previous: 3.6}  # ←
""",
    good="""
situation:
  satisfaction:
    source: «调查|Survey»
    conclusion: «先送齐|Deliver first»
    implication: «供应优先|Supply first»
    items:
      - {name: «送货|Delivery», score: 3.4, previous: 3.6, action: «每周联合预测|Weekly joint forecast»}
""",
)
def unanswered_survey(case: Case) -> Iterator[Finding]:
    """A score that fell has an action."""
    found = case.plan.situation.satisfaction if case.plan.situation else None
    for at, item in enumerate(found.items if found else ()):
        if item.previous is not None and item.score < item.previous and not item.action:
            values = {"name": item.name, "previous": number(item.previous), "score": number(item.score)}
            yield ("situation", "satisfaction", "items", at), values
