"""Rules R205 to R212: strategies, objectives, actions and KPIs hang together without a loose end."""

from collections.abc import Iterator

from acbp.analysis.rules.register import Case, Finding, rule


@rule(
    "R205",
    "warning",
    zh=(
        "策略没有行动",
        "策略“{name}”没有任何行动",
        "至少写一条行动，写明负责人和日期",
        "没有行动的策略，年底只剩一句话。",
    ),
    en=(
        "A strategy without actions",
        "no action carries out the strategy '{name}'",
        "write at least one action, with owner and date",
        "At the end of the year a strategy without actions is still only a sentence.",
    ),
    bad="""
actions:
  - {id: pilot, strategy: ~}
  - {id: roll-out, strategy: ~}
strategies:
  - {id: shelf, name: «货架扩容|More shelf»}  # ←
""",
    good="""
actions:
  - {id: pilot, strategy: shelf}
""",
)
def strategy_without_action(case: Case) -> Iterator[Finding]:
    """Every strategy has an action that was not dropped."""
    served = {action.strategy for _, action in case.actions()}
    for at, strategy in enumerate(case.plan.strategies):
        if strategy.id not in served:
            yield ("strategies", at, "name"), {"name": strategy.name}


@rule(
    "R206",
    "warning",
    zh=(
        "策略没有衡量指标",
        "策略“{name}”没有 measures",
        "写一项指标，从多少到多少",
        "说不清怎样算成功的策略，也就无从复盘。",
    ),
    en=(
        "A strategy without a measure",
        "the strategy '{name}' has no measures",
        "write one: what, from where, to where",
        "If nobody says what success is, no review can find it.",
    ),
    bad="""
strategies:
  - {id: shelf, measures: ~}  # ←
""",
    good="""
strategies:
  - {id: shelf, measures: [{name: «销售额|Sales», unit: money, start: 100, target: 110, kpi: sales}]}
""",
)
def strategy_without_measure(case: Case) -> Iterator[Finding]:
    """Every strategy has a measure."""
    for at, strategy in enumerate(case.plan.strategies):
        if not strategy.measures:
            yield ("strategies", at), {"name": strategy.name}


@rule(
    "R207",
    "warning",
    zh=(
        "策略没有打分卡指标跟踪",
        "策略“{name}”的指标和它的目标都没有打分卡指标跟踪",
        "在 measures 写 kpi，或让某个指标的 objective 指向它的目标",
        "打分卡上没有的事，季度复盘时没有人谈。",
    ),
    en=(
        "No KPI follows a strategy",
        "neither a measure of the strategy '{name}' nor its objective is followed by a KPI",
        "name a kpi in its measures, or let a KPI measure its objective",
        "What is not on the scorecard is not talked about in a review.",
    ),
    bad="""
scorecard:
  kpis:
    - {id: sales, objective: ~}
strategies:
  - {id: shelf, measures: [{name: «货架占比|Shelf share», unit: "%", start: 19%, target: 28%}]}  # ←
""",
    good="""
scorecard:
  kpis:
    - {id: sales, objective: sales}
strategies:
  - {id: shelf, measures: [{name: «货架占比|Shelf share», unit: "%", start: 19%, target: 28%}]}
""",
)
def strategy_without_kpi(case: Case) -> Iterator[Finding]:
    """A measure's KPI, or one that measures the objective, follows every strategy."""
    measured = {kpi.objective for _, kpi in case.kpis()}
    for at, strategy in enumerate(case.plan.strategies):
        if strategy.objective not in measured and not any(measure.kpi for measure in strategy.measures):
            yield ("strategies", at), {"name": strategy.name}


@rule(
    "R208",
    "warning",
    zh=(
        "目标没有策略",
        "目标“{name}”没有策略",
        "写一项策略，其 objective 指向它",
        "没有路径的目标只是愿望。",
    ),
    en=(
        "An objective without a strategy",
        "no strategy serves the objective '{name}'",
        "write a strategy whose objective it is",
        "An objective without a way there is a wish.",
    ),
    bad="""
objectives:
  - id: supply
    name: «稳定供应|Steady supply»  # ←
    metric: «订单满足率|Fill rate»
    unit: "%"
    baseline: 94%
    target: 97%
    quarters: {Q1: 95%, Q2: 96%, Q3: 97%, Q4: 97%}
    due: 2027-12-31
    owner: lin
""",
    good="""
objectives:
  - {id: sales, name: «做大销售|Grow sales»}
""",
)
def objective_without_strategy(case: Case) -> Iterator[Finding]:
    """Every objective has a strategy."""
    for figures in case.figures.objectives:
        if not figures.strategies:
            yield ("objectives", figures.number - 1, "name"), {"name": figures.item.name}


@rule(
    "R209",
    "warning",
    zh=(
        "目标的行动少于两条",
        "目标“{name}”之下有负责人和日期的行动只有 {count} 条",
        "补上行动，每条写明 owner 和 due",
        "每个目标至少两条落实到人和日期的行动，是本方法的最低要求。",
    ),
    en=(
        "An objective with fewer than two actions",
        "the objective '{name}' has {count} actions with owner and date",
        "add actions, each with its owner and its due date",
        "Two actions with a name and a date for every objective are the least that the method asks for.",
    ),
    bad="""
actions:
  - {id: pilot, due: ~}
objectives:
  - {id: sales, name: «做大销售|Grow sales»}  # ←
""",
    good="""
actions:
  - {id: pilot, due: 2027-03-19}
""",
)
def too_few_actions(case: Case) -> Iterator[Finding]:
    """Every objective has two actions with owner and date."""
    for figures in case.figures.objectives:
        ways = {strategy.id for strategy in figures.strategies}
        mine = [action for _, action in case.actions() if action.strategy in ways]
        count = sum(1 for action in mine if action.due and (action.owner or action.customer_owner))
        if count < 2 and ways:
            yield ("objectives", figures.number - 1, "name"), {"name": figures.item.name, "count": str(count)}


@rule(
    "R210",
    "warning",
    zh=(
        "目标没有打分卡指标",
        "目标“{name}”没有指标衡量",
        "在打分卡中让一个指标的 objective 指向它",
        "目标若不进打分卡，全年都没有人报数。",
    ),
    en=(
        "An objective without a KPI",
        "no KPI measures the objective '{name}'",
        "let a KPI of the scorecard name it as its objective",
        "Off the scorecard, nobody reports on an objective all year.",
    ),
    bad="""
scorecard:
  kpis:
    - {id: sales, objective: ~}
objectives:
  - {id: sales, name: «做大销售|Grow sales»}  # ←
""",
    good="""
scorecard:
  kpis:
    - {id: sales, objective: sales}
""",
)
def objective_without_kpi(case: Case) -> Iterator[Finding]:
    """Every objective has a KPI, once there is a scorecard."""
    measured = {kpi.objective for _, kpi in case.kpis()}
    for at, objective in enumerate(case.plan.objectives):
        if measured and objective.id not in measured:
            yield ("objectives", at, "name"), {"name": objective.name}


@rule(
    "R211",
    "warning",
    zh=(
        "有增量的策略没有机会来源",
        "策略“{name}”有增量，却没有写承接哪个机会",
        "写上 opportunity",
        "没有经过评分排序的投入，挤掉的是排在前面的机会。",
    ),
    en=(
        "A strategy with a value but no opportunity",
        "the strategy '{name}' adds sales, but does not say which opportunity it takes up",
        "name the opportunity",
        "What was never scored takes the place of something that ranked higher.",
    ),
    bad="""
strategies:
  - {id: shelf, value: 10, opportunity: ~}  # ←
""",
    good="""
strategies:
  - {id: shelf, value: 10, opportunity: shelf}
""",
)
def strategy_without_opportunity(case: Case) -> Iterator[Finding]:
    """A strategy that adds sales takes up an opportunity, once there is a list of them."""
    for at, strategy in enumerate(case.plan.strategies):
        if strategy.value and strategy.opportunity is None and case.plan.opportunities:
            yield ("strategies", at), {"name": strategy.name}


@rule(
    "R212",
    "warning",
    zh=(
        "行动不属于任何策略",
        "行动“{name}”没有写属于哪项策略",
        "写上 strategy；确实无关的行动不必写进计划",
        "与策略无关的行动会占用同一批人的时间。",
    ),
    en=(
        "An action that serves no strategy",
        "the action '{name}' does not say which strategy it carries out",
        "name the strategy; what serves none does not belong in the plan",
        "Actions beside the strategies take the time of the same people.",
    ),
    bad="""
actions:
  - {id: pilot, strategy: ~}  # ←
""",
    good="""
actions:
  - {id: pilot, strategy: shelf}
""",
)
def stray_action(case: Case) -> Iterator[Finding]:
    """Every action has a strategy."""
    for at, action in case.actions():
        if action.strategy is None:
            yield ("actions", at), {"name": action.name}
