"""Rules R706 to R717: KPIs have somebody who brings them, targets, actuals and sensible thresholds."""

from collections.abc import Iterator

from acbp.analysis.rules.register import Case, Finding, percent, rule
from acbp.model.units import resolve


@rule(
    "R706",
    "warning",
    zh=(
        "指标没有数据负责人",
        "指标“{name}”没有数据负责人",
        "写上 data_owner",
        "没有人负责的数，复盘前一天才开始找。",
    ),
    en=(
        "A KPI whose figure nobody brings",
        "nobody brings the figure of the KPI '{name}'",
        "write its data_owner",
        "A figure nobody answers for is looked for on the eve of the review.",
    ),
    bad="""
scorecard:
  kpis:
    - {id: sales, data_owner: ~}  # ←
""",
    good="""
scorecard:
  kpis:
    - {id: sales, data_owner: lin}
""",
)
def kpi_without_data_owner(case: Case) -> Iterator[Finding]:
    """Every KPI has a data owner."""
    for at, kpi in case.kpis():
        if kpi.data_owner is None:
            yield ("scorecard", "kpis", at), {"name": kpi.name}


@rule(
    "R707",
    "warning",
    zh=(
        "复盘缺少指标的实际值",
        "{period} 有实际数据，却没有“{name}”",
        "在 actuals.kpis 补上",
        "缺一个指标，总分就少一块权重，各季无法比较。",
    ),
    en=(
        "A KPI without an actual",
        "the review of {period} has actuals, but none of '{name}'",
        "add it to actuals.kpis",
        "With one KPI missing the total lacks a weight, and quarters cannot be compared.",
    ),
    bad="""
reviews:
  - period: Q1
    date: 2027-04-15
    actuals: {sales: 25}  # ←
""",
    good="""
reviews:
  - period: Q1
    date: 2027-04-15
    actuals: {sales: 25, kpis: {sales: 25}}
""",
)
def kpi_without_actual(case: Case) -> Iterator[Finding]:
    """A review with actuals has one of every KPI."""
    for at, review in enumerate(case.plan.reviews):
        for _, kpi in case.kpis() if review.actuals else ():
            if kpi.id not in {**review.actuals.kpis, **review.actuals.met}:  # type: ignore[union-attr]
                yield ("reviews", at, "actuals"), {"period": review.period, "name": kpi.name}


@rule(
    "R708",
    "warning",
    zh=(
        "复盘的季度没有指标目标",
        "“{name}”没有 {period} 的目标",
        "在 quarters 补上这个季度",
        "没有目标的实际值打不了分。",
    ),
    en=(
        "A KPI without a target for the quarter reviewed",
        "'{name}' has no target for {period}",
        "add the quarter",
        "An actual without a target has no score.",
    ),
    bad="""
scorecard:
  kpis:
    - {id: sales, quarters: {Q1: ~}}  # ←
reviews:
  - {period: Q1, date: 2027-04-15, actuals: {sales: 25, kpis: {sales: 25}}}
""",
    good="""
reviews:
  - {period: Q1, date: 2027-04-15, actuals: {sales: 25, kpis: {sales: 25}}}
""",
)
def kpi_without_target(case: Case) -> Iterator[Finding]:
    """A KPI that has an actual has a target."""
    places = {kpi.id: at for at, kpi in case.kpis()}
    for figures in case.figures.reviews:
        for score in figures.scorecard.kpis if figures.scorecard else ():
            if score.reason == "no-target":
                values = {"name": score.item.name, "period": figures.period}
                yield ("scorecard", "kpis", places[score.item.id]), values


@rule(
    "R713",
    "error",
    zh=(
        "达标线低于关注线",
        "green 是 {green}，低于 amber 的 {amber}",
        "达标线要高于关注线",
        "两条线颠倒，所有指标的颜色都错了。",
    ),
    en=(
        "Green begins below amber",
        "green begins at {green}, amber at {amber}",
        "green has to begin above amber",
        "With the thresholds the wrong way round every colour is wrong.",
    ),
    bad="""
scorecard: {green: 90%, amber: 95%}  # ←
""",
    good="""
scorecard: {green: 100%, amber: 95%}
""",
)
def thresholds_swapped(case: Case) -> Iterator[Finding]:
    """green > amber."""
    card = case.plan.scorecard
    if card and card.green <= card.amber:
        yield ("scorecard", "green"), {"green": percent(card.green), "amber": percent(card.amber)}


@rule(
    "R716",
    "warning",
    zh=(
        "区间指标没有区间，或指标没有目标",
        "指标“{name}”没有写 {missing}",
        "写上 target；direction 为 band 的写 low 或 high",
        "没有目标的指标永远是灰的。",
    ),
    en=(
        "A KPI without a target or a band",
        "the KPI '{name}' has no {missing}",
        "write its target; one whose direction is band needs low or high",
        "A KPI without an aim never gets a colour.",
    ),
    bad="""
scorecard:
  kpis:
    - {id: sales, target: ~}  # ←
""",
    good="""
scorecard:
  kpis:
    - {id: sales, target: 110}
""",
)
def kpi_without_aim(case: Case) -> Iterator[Finding]:
    """A measured KPI has a target, or the edge of a band; ladders and checklists have theirs by nature."""
    for at, kpi in case.kpis():
        wanted = ("low", "high") if kpi.direction == "band" else ("target",)
        if not kpi.top and all(getattr(kpi, name) is None for name in wanted):
            yield ("scorecard", "kpis", at), {"name": kpi.name, "missing": ", ".join(wanted)}


@rule(
    "R717",
    "warning",
    zh=(
        "指标目标与方向相反",
        "“{name}”上年 {last}，目标 {target}，方向是 {direction}",
        "改正 target 或 direction",
        "按这个方向打分，退步会得高分。",
    ),
    en=(
        "The target of a KPI lies against its direction",
        "'{name}' was {last}, its target is {target}, its direction {direction}",
        "correct the target or the direction",
        "Scored that way, getting worse earns full marks.",
    ),
    bad="""
scorecard:
  kpis:
    - {id: sales, last_year: 120, target: 110}  # ←
""",
    good="""
scorecard:
  kpis:
    - {id: sales, last_year: 100, target: 110}
""",
)
def kpi_backwards(case: Case) -> Iterator[Finding]:
    """The target is no worse than last year, by the direction."""
    for at, kpi in case.kpis():
        if kpi.target is None or kpi.last_year is None or kpi.direction == "band":
            continue
        target, last = (resolve(value, kpi.unit, case.plan.plan) for value in (kpi.target, kpi.last_year))
        if target < last if kpi.direction == "higher" else target > last:
            values = {
                "name": kpi.name,
                "last": case.measure(last, kpi.unit),
                "target": case.measure(target, kpi.unit),
                "direction": kpi.direction,
            }
            yield ("scorecard", "kpis", at, "target"), values
