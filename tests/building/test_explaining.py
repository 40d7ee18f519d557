"""A plan and a reference → the figure explained."""

import json
from pathlib import Path

import pytest

from acbp.building.explaining import explain
from acbp.building.explanation import list_to_text, to_json, to_text
from tests.building.test_references import PLAN


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan of 100 after 80, and 1,000 with all customers."""
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN.removesuffix("goals:\n"), encoding="utf-8")
    return Path("plan.yaml")


TOLD = """\
sales.growth: Sales: year, growth
  formula  (plan − last year) ÷ last year
  result  25%
  printed  +25.0%, in a sentence 25.0%
  inputs
    sales.plan = 100 RMB
      sum of the four quarters:
        sales.quarters.Q1.plan = 10 RMB
          sum of the categories, else as stated:
            financials.categories.tea.quarters.Q1 = 10 RMB  plan.yaml:13:38
        sales.quarters.Q2.plan = 20 RMB
          sum of the categories, else as stated:
            financials.categories.tea.quarters.Q2 = 20 RMB  plan.yaml:13:46
        sales.quarters.Q3.plan = 30 RMB
          sum of the categories, else as stated:
            financials.categories.tea.quarters.Q3 = 30 RMB  plan.yaml:13:54
        sales.quarters.Q4.plan = 40 RMB
          sum of the categories, else as stated:
            financials.categories.tea.quarters.Q4 = 40 RMB  plan.yaml:13:62
    sales.last = 80 RMB
      sum of its quarters, else as stated, else of its categories:
        situation.performance.history.2026.sales = 80 RMB  plan.yaml:17:35
"""


def test_a_figure_is_told_from_its_formula_down_to_its_lines(plan: Path) -> None:
    assert to_text(explain(plan, "sales.growth").figure, "en") == TOLD


def test_in_chinese(plan: Path) -> None:
    told = to_text(explain(plan, "sales.growth", lang="zh").figure, "zh")
    assert told.startswith(
        "sales.growth：销售额：全年，同比\n  公式  （计划 − 上年）÷ 上年\n  结果  25%\n  印作  +25.0%，文中 25.0%\n"
    )
    assert "    sales.last = 80 元\n" in told


def test_what_was_explained_before_is_not_explained_again(plan: Path) -> None:
    told = to_text(explain(plan, "sales.quarters.Q1.share").figure, "en")
    assert "        sales.quarters.Q1.plan = 10 RMB  (see above)\n" in told


def test_a_missing_figure_says_where_it_would_be_written(plan: Path) -> None:
    found = explain(plan, "financials.categories.tea.volume").figure
    assert (found.exact, found.printed, found.place.line) == (None, "—", 13)
    rate = explain(plan, "spend-rate.plan").figure
    assert [(end.reference, end.place.line) for end in rate.missing] == [
        (f"financials.trade_spend.Q{quarter}", 11) for quarter in range(1, 5)
    ]


def test_the_customers_edition_has_no_internal_figure(plan: Path) -> None:
    assert explain(plan, "account.dependency").figure.exact == "8%"
    for reference in ("account.dependency", "supplier.total_sales"):
        found = explain(plan, reference, edition="customer")
        assert found.figure is None
        assert not any("dependency" in near or "total_sales" in near for near in found.nearest)
    listing = explain(plan, None, edition="customer").listing
    assert "account" not in listing


def test_places_are_those_of_the_files_in_every_edition(plan: Path) -> None:
    text = plan.read_text("utf-8").replace(
        "    - {category: tea, quarters: {Q1: 10, Q2: 20, Q3: 30, Q4: 40}}\n",
        "    - {category: water, audience: internal, quarters: {Q1: 1}}\n"
        "    - {category: tea, quarters: {Q1: 10, Q2: 20, Q3: 30, Q4: 40}}\n",
    )
    plan.write_text(text.replace("{id: tea, name: Tea}", "{id: tea, name: Tea}, {id: water, name: Water}"), "utf-8")
    found = explain(plan, "financials.categories.tea.quarters.Q2", edition="customer").figure
    assert (found.exact, found.place.line, found.place.column) == ("20 CNY", 14, 46)


def test_all_references_by_subject(plan: Path) -> None:
    found = explain(plan, None)
    assert {"sales", "financials", "plan", "account", "supplier"} <= set(found.listing)
    lines = list_to_text(found.listing).splitlines()
    assert any(line.startswith("  sales.growth") and "+25.0%" in line for line in lines)


def test_as_data(plan: Path) -> None:
    figure = json.loads(to_json(explain(plan, "sales.growth").figure))["figure"]
    assert (figure["exact"], figure["printed"], figure["place"]) == ("25%", "+25.0%", None)
    last = figure["inputs"][1]["inputs"][0]
    assert last["reference"] == "situation.performance.history.2026.sales"
    assert last["place"] == {"file": "plan.yaml", "line": 17, "column": 35}


def test_a_plan_with_errors_explains_nothing(plan: Path) -> None:
    plan.write_text("plan: {}\n", encoding="utf-8")
    found = explain(plan, "sales.growth")
    assert found.figure is None and found.problems


def test_values_put_in_count(plan: Path) -> None:
    assert explain(plan, "sales.growth", overrides=["situation.performance.history[1].sales=50"]).figure.exact == "100%"


def test_a_figure_tells_where_it_comes_from(plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    sales = "{value: 80, source: ERP, as_of: 2026-12-31, confidence: low}"
    assert "sales: 80" in text
    plan.write_text(text.replace("sales: 80", f"sales: {sales}"), encoding="utf-8")
    found = explain(plan, "situation.performance.history.2026.sales").figure
    assert "\n  source  ERP, as of 2026-12-31, unsure\n" in to_text(found, "en")
    assert "\n  来源  ERP，截至 2026-12-31，把握不大\n" in to_text(found, "zh")
    entry = json.loads(to_json(found))["figure"]
    assert entry["provenance"] == {"source": "ERP", "as_of": "2026-12-31", "confidence": "low"}
