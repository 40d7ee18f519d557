"""Rules R701 to R715: reviews are held when agreed, explain what fell short, and let nothing open vanish."""

from collections.abc import Iterator
from datetime import date

from acbp.analysis.rules.register import Case, Finding, percent, rule
from acbp.model.periods import QUARTERS, Period, quarter_end


def _calendar(case: Case) -> dict[Period, date]:
    return {item.period: item.date for item in case.plan.plan.review_calendar}


def _places(case: Case) -> dict[str, int]:
    return {review.period: at for at, review in enumerate(case.plan.reviews)}


@rule(
    "R701",
    "warning",
    zh=(
        "未完成的行动在复盘中消失",
        "行动“{name}”到 {period} 复盘时已逾期，复盘没有交代去向",
        "在 carried 写明 done、moved 或 dropped",
        "上次没做完的事，下次必须有交代，否则复盘就失去约束力。",
    ),
    en=(
        "An open action that vanishes in a review",
        "the action '{name}' was overdue at the review of {period}, which does not say what became of it",
        "say in carried whether it was done, moved or dropped",
        "What was not done last time is accounted for this time, or reviews bind nobody.",
    ),
    bad="""
plan: {date: 2027-04-20}
actions:
  - id: pilot
    due: 2027-03-19
    cause: «人手不足|Too few hands»
    recovery: «加派两人|Two more people»
reviews:
  - period: Q1  # ←
    date: 2027-04-15
""",
    good="""
plan: {date: 2027-04-20}
actions:
  - id: pilot
    due: 2027-03-19
    cause: «人手不足|Too few hands»
    recovery: «加派两人|Two more people»
reviews:
  - period: Q1
    date: 2027-04-15
    carried: [{action: pilot, outcome: moved, due: 2027-05-14, reason: «人手不足|Too few hands»}]
""",
)
def vanished_action(case: Case) -> Iterator[Finding]:
    """What was open and overdue at a review is done, moved or dropped."""
    places = _places(case)
    for figures in case.figures.reviews:
        for carried in figures.carried:
            if carried.outcome == "unaccounted":
                values = {"name": carried.item.name, "period": figures.period}
                yield ("reviews", places[figures.period], "period"), values


@rule(
    "R702",
    "warning",
    zh=(
        "红灯指标没有应对",
        "{period} 的“{name}”只达成 {attainment}，没有应对",
        "在该复盘的 responses 写明原因、应对和负责人",
        "红灯没有应对，就是双方默认它继续红下去。",
    ),
    en=(
        "A red KPI without a response",
        "'{name}' reached {attainment} in {period}, and the review has no response to it",
        "write cause, response and owner among its responses",
        "A red light without an answer is one that both sides agree to leave red.",
    ),
    bad="""
reviews:
  - period: Q1  # ←
    date: 2027-04-15
    actuals: {sales: 20, kpis: {sales: 20}}
""",
    good="""
reviews:
  - period: Q1
    date: 2027-04-15
    actuals: {sales: 20, kpis: {sales: 20}}
    responses: [{kpi: sales, cause: «缺货|Out of stock», response: «加后备量|More stock», owner: lin}]
""",
)
def red_without_response(case: Case) -> Iterator[Finding]:
    """Every red KPI of a review has a response."""
    places = _places(case)
    for figures in case.figures.reviews:
        answered = {response.kpi for response in figures.item.responses}
        for score in figures.scorecard.kpis if figures.scorecard else ():
            if score.colour == "red" and score.item.id not in answered:
                values = {
                    "period": figures.period,
                    "name": score.item.name,
                    "attainment": percent(score.attainment and round(score.attainment, 3)),
                }
                yield ("reviews", places[figures.period], "period"), values


@rule(
    "R703",
    "warning",
    zh=(
        "复盘日期不在日历上",
        "{period} 的复盘写在 {date}，日历上是 {planned}",
        "改正 date 或 plan.review_calendar",
        "日历是双方约好的；改了期就要改日历。",
    ),
    en=(
        "A review off the calendar",
        "the review of {period} is dated {date}, the calendar says {planned}",
        "correct its date, or plan.review_calendar",
        "Both sides agreed on the calendar; when a date moves, the calendar moves.",
    ),
    bad="""
reviews:
  - {period: Q1, date: 2027-04-29}  # ←
""",
    good="""
reviews:
  - {period: Q1, date: 2027-04-15}
""",
)
def off_calendar(case: Case) -> Iterator[Finding]:
    """A review takes place on its day of the calendar."""
    calendar = _calendar(case)
    for at, review in enumerate(case.plan.reviews):
        planned = calendar.get(review.period)
        if calendar and planned != review.date:
            values = {"period": review.period, "date": str(review.date), "planned": str(planned or "—")}
            yield ("reviews", at, "date"), values


@rule(
    "R704",
    "warning",
    zh=(
        "复盘日历不完整",
        "复盘日历缺少 {missing}",
        "四个季度和全年都要定下日期",
        "没有事先定下的复盘，忙起来就不开了。",
    ),
    en=(
        "An incomplete review calendar",
        "the review calendar lacks {missing}",
        "set a day for each quarter and for the year",
        "A review without a day set beforehand is not held when times are busy.",
    ),
    bad="""
plan:
  review_calendar:  # ←
    - {period: Q1, date: 2027-04-15}
""",
    good="""
plan:
  review_calendar:
    - {period: Q1, date: 2027-04-15}
    - {period: Q2, date: 2027-07-15}
    - {period: Q3, date: 2027-10-15}
    - {period: Q4, date: 2028-01-15}
    - {period: year, date: 2028-02-01}
""",
)
def incomplete_calendar(case: Case) -> Iterator[Finding]:
    """The calendar has the four quarters and the year, once there is one or a scorecard."""
    calendar = _calendar(case)
    missing = [period for period in (*QUARTERS, "year") if period not in calendar]
    if missing and (calendar or case.plan.scorecard):
        yield ("plan", "review_calendar"), {"missing": ", ".join(missing)}


@rule(
    "R705",
    "warning",
    zh=(
        "到期的复盘没有记录",
        "{period} 的复盘定在 {date}，计划里没有",
        "补上这次复盘",
        "跳过一次，下一次就更难开。",
    ),
    en=(
        "A review that was not held",
        "the review of {period} was set for {date}, and is not in the plan",
        "write the review",
        "One that is skipped makes the next one harder to hold.",
    ),
    bad="""
plan:
  date: 2027-05-20
  review_calendar:
    - {period: Q1, date: 2027-04-15}  # ←
    - {period: Q2, date: 2027-07-15}
""",
    good="""
plan:
  date: 2027-04-10
  review_calendar:
    - {period: Q1, date: 2027-04-15}
    - {period: Q2, date: 2027-07-15}
""",
)
def missed_review(case: Case) -> Iterator[Finding]:
    """A review whose day has passed is there."""
    held = _places(case)
    for at, item in enumerate(case.plan.plan.review_calendar):
        if item.date < case.as_of and item.period not in held:
            yield ("plan", "review_calendar", at), {"period": item.period, "date": str(item.date)}


@rule(
    "R709",
    "warning",
    zh=("复盘没有下一步", "{period} 的复盘没有 next_steps", "写上谁在哪天做什么", "没有下一步的复盘只是回顾。"),
    en=(
        "A review without next steps",
        "the review of {period} has no next steps",
        "write who does what by when",
        "A review without next steps only looks back.",
    ),
    bad="""
reviews:
  - {period: Q1, date: 2027-04-15, actuals: {sales: 25, kpis: {sales: 25}}}  # ←
""",
    good="""
reviews:
  - period: Q1
    date: 2027-04-15
    actuals: {sales: 25, kpis: {sales: 25}}
    next_steps: [{what: «锁定首单|Lock the first order», owner: lin, due: 2027-05-07}]
""",
)
def no_next_steps(case: Case) -> Iterator[Finding]:
    """The review of a quarter ends in next steps."""
    for at, review in enumerate(case.plan.reviews):
        if review.actuals and not review.next_steps and review.period != "year":
            yield ("reviews", at), {"period": review.period}


@rule(
    "R710",
    "warning",
    zh=(
        "下一步没有负责人或日期",
        "{period} 复盘的“{what}”没有 {missing}",
        "写上负责人和日期",
        "会上定的事，会后第一天就要有人动手。",
    ),
    en=(
        "A next step without owner or date",
        "'{what}' of the review of {period} lacks {missing}",
        "write its owner and its date",
        "What a meeting decides has to begin the day after.",
    ),
    bad="""
reviews:
  - period: Q1
    date: 2027-04-15
    next_steps:
      - {what: «锁定首单|Lock the first order», owner: lin}  # ←
""",
    good="""
reviews:
  - period: Q1
    date: 2027-04-15
    next_steps:
      - {what: «锁定首单|Lock the first order», owner: lin, due: 2027-05-07}
""",
)
def vague_step(case: Case) -> Iterator[Finding]:
    """A next step has an owner and a date."""
    for at, review in enumerate(case.plan.reviews):
        for row, step in enumerate(review.next_steps):
            missing = [] if step.owner or step.customer_owner else ["owner"]
            missing += [] if step.due else ["due"]
            if missing:
                values = {"period": review.period, "what": step.what, "missing": ", ".join(missing)}
                yield ("reviews", at, "next_steps", row), values


@rule(
    "R711",
    "warning",
    zh=(
        "品类未达成没有说明原因",
        "{period} 的 {category} 比计划少 {shortfall}，没有写原因",
        "在 causes 写明原因和经验",
        "没有原因的缺口，下季还会出现。",
    ),
    en=(
        "A category fell short without a cause",
        "{category} is {shortfall} short in {period}, and no cause is given",
        "write cause and lesson among the causes",
        "A gap without a cause comes back in the next quarter.",
    ),
    bad="""
reviews:
  - period: Q1  # ←
    date: 2027-04-15
    actuals: {categories: {tea: 8, water: 15}}
""",
    good="""
reviews:
  - period: Q1
    date: 2027-04-15
    actuals: {categories: {tea: 8, water: 15}}
    causes: [{category: tea, what: «上架晚两周|On shelf two weeks late», lesson: «先定货架|Shelf first»}]
""",
)
def unexplained_shortfall(case: Case) -> Iterator[Finding]:
    """Every category below plan has a cause."""
    places = _places(case)
    for figures in case.figures.reviews:
        explained = {cause.category for cause in figures.item.causes}
        for variance in figures.shortfalls:
            if variance.id not in explained:
                short = case.money(None if variance.variance is None else abs(variance.variance))
                values = {"period": figures.period, "category": variance.name, "shortfall": short}
                yield ("reviews", places[figures.period], "period"), values


@rule(
    "R712",
    "warning",
    zh=(
        "复盘没有全年预测",
        "{period} 的复盘没有写 forecast",
        "写上我方对全年销售的预测",
        "每次复盘都要回答：年底会落在哪里。",
    ),
    en=(
        "A review without a forecast",
        "the review of {period} has no forecast of the year",
        "write our forecast of the year's sales",
        "Each review answers one question: where will the year end?",
    ),
    bad="""
reviews:
  - {period: Q1, date: 2027-04-15, actuals: {sales: 25, kpis: {sales: 25}}}  # ←
""",
    good="""
reviews:
  - {period: Q1, date: 2027-04-15, forecast: 110, actuals: {sales: 25, kpis: {sales: 25}}}
""",
)
def no_forecast(case: Case) -> Iterator[Finding]:
    """The review of one of the first three quarters forecasts the year."""
    for at, review in enumerate(case.plan.reviews):
        if review.actuals and review.forecast is None and review.period in QUARTERS[:3]:
            yield ("reviews", at), {"period": review.period}


@rule(
    "R714",
    "error",
    zh=(
        "季度还没结束就有实际数据",
        "{period} 到 {end} 才结束，{date} 的复盘已有实际数据",
        "改正 period 或 date",
        "半个季度的数与全季目标相比，结论必然是错的。",
    ),
    en=(
        "Actuals of a quarter that had not ended",
        "{period} ends on {end}, but its review of {date} has actuals",
        "correct its period or its date",
        "Half a quarter set against a whole target gives a wrong answer.",
    ),
    bad="""
reviews:
  - {period: Q1, date: 2027-03-15, actuals: {sales: 25, kpis: {sales: 25}}}  # ←
""",
    good="""
reviews:
  - {period: Q1, date: 2027-04-15, actuals: {sales: 25, kpis: {sales: 25}}}
""",
)
def early_actuals(case: Case) -> Iterator[Finding]:
    """A quarter is over when it is reviewed."""
    heading = case.plan.plan
    for at, review in enumerate(case.plan.reviews):
        if review.actuals:
            quarter = "Q4" if review.period == "year" else review.period
            end = quarter_end(heading.year, heading.fiscal_start, quarter)
            if review.date <= end:
                values = {"period": review.period, "end": str(end), "date": str(review.date)}
                yield ("reviews", at, "date"), values


@rule(
    "R715",
    "warning",
    zh=(
        "顺延的行动没有新日期或原因",
        "{period} 复盘把“{name}”顺延，没有写 {missing}",
        "写上 due 和 reason",
        "没有新日期的顺延就是取消。",
    ),
    en=(
        "Moved without a new date or a reason",
        "the review of {period} moved '{name}' without {missing}",
        "write due and reason",
        "What is moved to no date is dropped.",
    ),
    bad="""
reviews:
  - period: Q1
    date: 2027-04-15
    carried:
      - {action: pilot, outcome: moved}  # ←
""",
    good="""
reviews:
  - period: Q1
    date: 2027-04-15
    carried:
      - {action: pilot, outcome: moved, due: 2027-05-14, reason: «人手不足|Too few hands»}
""",
)
def moved_nowhere(case: Case) -> Iterator[Finding]:
    """What is moved has a new date and a reason, what is dropped a reason."""
    names = {action.id: action.name for action in case.plan.actions}
    for at, review in enumerate(case.plan.reviews):
        for row, item in enumerate(review.carried):
            wanted = {"moved": ("due", "reason"), "dropped": ("reason",)}.get(item.outcome, ())
            if missing := [name for name in wanted if not getattr(item, name)]:
                values = {"period": review.period, "name": names[item.action], "missing": ", ".join(missing)}
                yield ("reviews", at, "carried", row), values
