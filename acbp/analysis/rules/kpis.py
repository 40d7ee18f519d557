"""Rules R706 to R713: KPIs have somebody who brings them, targets, actuals and sensible thresholds."""

from collections.abc import Iterator
from datetime import date

from acbp.analysis.rules.register import Case, Finding, percent, rule
from acbp.model.periods import Period


def _calendar(case: Case) -> dict[Period, date]:
    return {item.period: item.date for item in case.plan.plan.review_calendar}


def _places(case: Case) -> dict[str, int]:
    return {review.period: at for at, review in enumerate(case.plan.reviews)}


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
