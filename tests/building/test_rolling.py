import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from acbp.building.rolling import roll
from acbp.editions import untranslated
from acbp.loading import load_plan
from acbp.model.wording import translated

OTHER = {"zh": "en", "en": "zh"}
PLANS = Path(__file__).parents[2] / "plans"
TODAY = date(2028, 11, 20)
PLAN = """\
# The plan of Harbour
plan:
  id: harbour-2028
  title: Plan 2028
  promise: More for both  # one line
  year: 2028
  money_unit: k
  language: en
  owner: Anna Reed
  version: V2.0
  date: 2028-10-20
  status: agreed
  categories: [{id: nuts, name: Nuts}, {id: crisps, name: Crisps}]
  review_calendar:
    - {period: Q1, date: 2028-04-20}
    - {period: year, date: 2028-02-29}
  change_log:
    - {date: 2028-04-16, version: V2.0, what: Review, reason: Held}
account: {name: Harbour Stores, short_name: Harbour}
supplier: {name: Fieldstone Foods, short_name: Fieldstone}
situation:
  performance:
    conclusion: We grow
    source: Ledger
    implication: Go on
    history:
      # oldest first
      - {year: 2027, sales: 900}
objectives:
  - id: grow
    name: Grow
    unit: money
    baseline: 900
    target: 1000
    due: 2028-12-31
  - id: serve
    name: Serve
    unit: "%"
    baseline: 90%
    target: 95%
actions:
  # the first one is done
  - {id: bay, name: Nut bay, status: done, done_on: 2028-03-01}
  - {id: tasting, name: Tasting, due: 2028-12-01, depends_on: [bay]}  # goes on
commitments:
  - {id: kept, side: us, what: Kept, status: kept, kept_on: 2028-02-01}
scorecard:
  kpis:
    - {id: sales, name: Sales, unit: money, weight: 50, target: 1000, last_year: 900, objective: grow}
    - {id: osa, name: On shelf, unit: "%", weight: 50, target: 95%, last_year: 90%, objective: serve}
relationships:
  contacts:
    - {id: lin, name: Lin, side: us}  # our account manager
reviews:
  - {period: Q1, date: 2028-04-20, actuals: {categories: {nuts: 100, crisps: 150}, volume: 10}}
  - {period: Q2, date: 2028-07-20, actuals: {categories: {nuts: 100, crisps: 150}, volume: 10}}
  - {period: Q3, date: 2028-10-20, actuals: {categories: {nuts: 100, crisps: 150}, volume: 10}}
  - {period: Q4, date: 2029-01-20, actuals: {categories: {nuts: 110, crisps: 160}, volume: 11}}
  - {period: year, date: 2029-01-20, actuals: {sales: 1020, kpis: {sales: 1020, osa: 94.5%}}}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "harbour-2028.yaml").write_text(PLAN, "utf-8")
    assert load_plan(tmp_path / "harbour-2028.yaml").plan is not None
    return tmp_path / "harbour-2028.yaml"


def test_actuals_become_baselines_and_what_is_open_goes_on(plan: Path) -> None:
    rolled = roll(plan, 2029, TODAY)
    assert rolled.problems == () and rolled.path == plan.with_name("harbour-2029.yaml")
    assert plan.read_text("utf-8") == PLAN
    made = load_plan(rolled.path).plan
    assert made is not None
    heading = made.plan
    assert (heading.id, heading.title, heading.year, heading.version, heading.date, heading.status) == (
        "harbour-2029",
        "Plan 2029",
        2029,
        "V1.0",
        TODAY,
        "draft",
    )
    assert heading.promise == "TODO: More for both" and heading.change_log == ()
    assert [each.date for each in heading.review_calendar] == [date(2029, 4, 20), date(2029, 2, 28)]
    sales, serve = made.objectives
    assert (sales.baseline and sales.baseline.value, sales.target, sales.due) == (1020, None, date(2029, 12, 31))
    assert serve.baseline and (serve.baseline.value, serve.baseline.percent) == (Decimal("0.945"), True)
    assert made.scorecard is not None
    assert [(kpi.last_year and kpi.last_year.value, kpi.target) for kpi in made.scorecard.kpis] == [
        (1020, None),
        (Decimal("0.945"), None),
    ]
    assert made.situation is not None and made.situation.performance is not None
    added = made.situation.performance.history[-1]
    assert (added.year, added.sales, added.volume) == (2028, 1_020_000, 41)
    assert added.categories == {"nuts": 410_000, "crisps": 610_000}
    assert added.quarters is not None and added.quarters.Q4 == 270_000
    assert [(action.id, action.due, action.depends_on) for action in made.actions] == [
        ("tasting", date(2028, 12, 1), ())
    ]
    assert (made.commitments, made.reviews) == ((), ())
    assert made.relationships is not None and made.relationships.contacts[0].name == "Lin"
    text = rolled.path.read_text("utf-8")
    assert all(
        each in text for each in ("# The plan of Harbour", "# oldest first", "# goes on", "# our account manager")
    )
    assert "# one line" in text and "# the first one is done" not in text


TRANSLATED = """\
translations:
  zh:
    # what goes on
    Plan 2028: 2028 年度计划
    More for both: 双方都更好
    Nuts: 坚果
    Tasting: 试吃
    Grow: 增长  # an objective
    # what does not
    Nut bay: 坚果专区
    Kept: 已兑现
    Held: 已召开
"""


def test_translations_go_on_with_their_texts(plan: Path) -> None:
    plan.write_text(PLAN + TRANSLATED, "utf-8")
    rolled = roll(plan, 2029, TODAY)
    assert rolled.path is not None and rolled.problems == ()
    loaded = load_plan(rolled.path)
    assert [problem.code for problem in loaded.problems] == []
    made = loaded.plan
    assert made is not None
    texts = (made.plan.title, made.plan.promise, made.plan.categories[0].name, made.actions[0].name)
    assert [translated(text, "zh") for text in texts] == ["2029 年度计划", "待定：双方都更好", "坚果", "试吃"]
    text = rolled.path.read_text("utf-8")
    assert "Grow: 增长  # an objective" in text and "Nut bay" not in text and "Held" not in text


def test_translations_of_nothing_that_goes_on_leave_no_section(plan: Path) -> None:
    plan.write_text(PLAN + "translations:\n  zh:\n    Kept: 已兑现\n", "utf-8")
    rolled = roll(plan, 2029, TODAY)
    assert rolled.path is not None and "translations" not in rolled.path.read_text("utf-8")


def test_without_the_whole_year_there_is_no_baseline(plan: Path) -> None:
    plan.write_text("\n".join(line for line in PLAN.split("\n") if "period: year, date: 2029" not in line), "utf-8")
    rolled = roll(plan, 2029, TODAY)
    assert rolled.path is not None
    made = load_plan(rolled.path).plan
    assert made is not None and made.scorecard is not None
    assert [objective.baseline for objective in made.objectives] == [None, None]
    assert [kpi.last_year for kpi in made.scorecard.kpis] == [None, None]


def test_nothing_is_overwritten_and_no_year_goes_back(plan: Path) -> None:
    assert [problem.code for problem in roll(plan, 2028, TODAY).problems] == ["E924"]
    assert roll(plan, 2029, TODAY).problems == ()
    before = plan.with_name("harbour-2029.yaml").read_bytes()
    assert [problem.code for problem in roll(plan, 2029, TODAY).problems] == ["E911"]
    assert plan.with_name("harbour-2029.yaml").read_bytes() == before
    plan.write_text("plan: {id: torn}\n", "utf-8")
    assert [problem.code for problem in roll(plan, 2030, TODAY).problems] == ["E925"]


@pytest.mark.parametrize("name", ["northfield-castlegate-2027.yaml", "qingquan-hualian-2027"])
def test_the_example_plans_roll_on_without_errors(name: str, tmp_path: Path) -> None:
    shutil.copytree(PLANS, tmp_path / "plans")
    rolled = roll(tmp_path / "plans" / name, 2028, TODAY)
    assert rolled.path is not None and rolled.problems == ()
    loaded = load_plan(rolled.path)
    assert [problem.code for problem in loaded.problems if problem.is_error] == []
    assert loaded.plan is not None
    # All that was translated still is, and no translation is left over.
    before = load_plan(tmp_path / "plans" / name).plan
    assert before is not None and untranslated(before, OTHER[before.plan.language]) == 0
    assert untranslated(loaded.plan, OTHER[before.plan.language]) == 0
    assert [problem.code for problem in loaded.problems if problem.code == "W291"] == []
    assert (loaded.plan.plan.year, loaded.plan.reviews, loaded.plan.financials) == (2028, (), None)
    assert all(action.status == "open" for action in loaded.plan.actions) and loaded.plan.actions
    assert loaded.plan.relationships is not None and len(loaded.plan.relationships.contacts) > 10
