"""Two versions of a plan: all that changed, by edition, and how it is told."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from acbp.history.comparison import Comparison, compare, compare_plans, compare_revisions
from acbp.history.report import to_json, to_markdown, to_text
from acbp.history.versions import Version
from acbp.loading.load import Loaded
from acbp.model.paths import change_figure, scaled
from tests.history.ledger import PLAN, Ledger
from tests.printing import Example


@pytest.fixture
def compared(ledger: Ledger) -> Comparison:
    """A plan whose first quarter fell from 10 to 6, beside a figure of ours."""
    ledger.write("harbour.yaml", PLAN)
    ledger.commit("one")
    ledger.write("harbour.yaml", PLAN.replace("Q1: 10", "Q1: 6").replace("total_sales: 1000", "total_sales: 2000"))
    return compare_revisions(Path("harbour.yaml"))


def test_changes_and_what_follows(compared: Comparison) -> None:
    assert [change.name for change in compared.changes] == [
        "supplier.total_sales",
        "financials.categories[tea].quarters.Q1",
    ]
    effects = {effect.reference: effect for effect in compared.effects}
    assert (effects["sales.plan"].old.value, effects["sales.plan"].new.value) == (100_000, 96_000)
    assert effects["sales.plan"].main and not effects["account.dependency"].main
    assert "sales.last" not in effects
    place = compared.place(compared.changes[1])
    assert (place.file, place.excerpt.strip()) == (
        "harbour.yaml",
        "- {category: tea, quarters: {Q1: 6, Q2: 20, Q3: 30, Q4: 40}}",
    )


def test_the_customer_knows_nothing_internal(compared: Comparison) -> None:
    theirs = compare_revisions(Path("harbour.yaml"), edition="customer")
    assert [change.name for change in theirs.changes] == ["financials.categories[tea].quarters.Q1"]
    told = "".join(write(theirs, "en") for write in (to_text, to_markdown, to_json))
    assert "total_sales" not in told and "dependency" not in told


def test_as_text(compared: Comparison) -> None:
    lines = to_text(compared, "en").splitlines()
    assert lines[0] == "harbour.yaml: HEAD (2027-03-03, Ann) → the files as they are: 2 changes"
    assert "  financials.categories[tea].quarters.Q1: £10k → £6k" in lines
    assert "  sales.plan  Sales: year, plan: £100k → £96k" in lines
    assert "其中" not in to_text(compared, "zh") and "2 处改动" in to_text(compared, "zh")


def test_as_markdown(compared: Comparison) -> None:
    told = to_markdown(compared, "en")
    assert (
        "| financials · categories · tea · quarters · Q1<br>`financials.categories[tea].quarters.Q1` | £10k | £6k |"
        in told
    )
    assert "| Sales: year, growth | +25.0% | +20.0% |" in told


def test_as_json(compared: Comparison) -> None:
    told = json.loads(to_json(compared, "en"))
    assert told["version"] == 1 and told["old"]["commit"]["author"] == "Ann" and told["new"]["commit"] is None
    assert told["changes"][1]["new"] == "6000" and told["changes"][1]["place"]["line"] == 15
    assert {"reference": "sales.plan", "old": "100000", "new": "96000", "unit": "money", "main": True}.items() <= next(
        each for each in told["effects"] if each["reference"] == "sales.plan"
    ).items()


def test_a_difference_that_does_not_show_is_told_exactly(ledger: Ledger) -> None:
    ledger.write("harbour.yaml", PLAN)
    ledger.commit("one")
    ledger.write("harbour.yaml", PLAN.replace("Q1: 10", "Q1: 10.004"))
    assert "Q1: 10,000 GBP → 10,004 GBP" in to_text(compare_revisions(Path("harbour.yaml")), "en")


def test_a_figure_that_does_not_show_its_change_is_told_without_the_digits_of_a_division(ledger: Ledger) -> None:
    plan = PLAN.replace("sales: 80", "sales: 81")
    ledger.write("harbour.yaml", plan)
    ledger.commit("one")
    ledger.write("harbour.yaml", plan.replace("Q1: 10", "Q1: 10.004"))
    # 100 ÷ 81 - 1 = 23.456790…%, 100.004 ÷ 81 - 1 = 23.461728…%
    assert "growth: 23.4568% → 23.4617%" in to_text(compare_revisions(Path("harbour.yaml")), "en")


def test_two_revisions_and_none_that_differ(ledger: Ledger) -> None:
    ledger.write("harbour.yaml", PLAN)
    first = ledger.commit("one")
    ledger.write("harbour.yaml", PLAN.replace("title: Plan", "title: Other"))
    ledger.commit("two")
    found = compare_revisions(Path("harbour.yaml"), [first, "HEAD"])
    assert [change.name for change in found.changes] == ["plan.title"]
    assert to_text(compare_revisions(Path("harbour.yaml"), ["HEAD", "HEAD"]), "en").endswith(": no changes\n")


def test_two_files_without_git(tmp_path: Path) -> None:
    for name, text in (("a.yaml", PLAN), ("b.yaml", PLAN.replace("Tea}", "Teas}"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = compare_revisions(tmp_path / "a.yaml", [str(tmp_path / "b.yaml")])
    assert not found.problems and "plan.categories[tea].name: Tea → Teas" in to_text(found, "en")


def test_what_cannot_be_compared(ledger: Ledger) -> None:
    ledger.write("harbour.yaml", PLAN.replace("year: 2027", "year: soon"))
    ledger.commit("one")
    ledger.write("harbour.yaml", PLAN)
    found = compare_revisions(Path("harbour.yaml"))
    assert found.problems[0].code == "E706" and len(found.problems) > 1
    assert [problem.code for problem in compare_revisions(Path("harbour.yaml"), ["v9"]).problems] == ["E703"]
    assert [problem.code for problem in next(compare_plans([Path("none.yaml")])).problems] == ["E001"]


def test_colours_ranks_and_levels(examples: dict[str, Example]) -> None:
    plan = examples["zh"].plan
    risk = plan.risks[0].model_copy(update={"likelihood": 1, "impact": 1})
    kpi, value = next(iter(plan.reviews[-1].actuals.kpis.items()))
    place = ("reviews", len(plan.reviews) - 1, "actuals", "kpis", kpi)
    other = change_figure(plan, place, scaled(value, Decimal("0.5"))).model_copy(
        update={"risks": (risk, *plan.risks[1:])}
    )
    old, new = (Version(name, Loaded(each, None, (), (), "zh")) for name, each in (("a", plan), ("b", other)))
    effects = {effect.reference: effect for effect in compare("x", old, new).effects}
    assert effects[f"scorecard.kpis.{kpi}.colour"].new == ("红", "red")
    assert effects[f"risks.{risk.id}.level"].new == ("低", "low")
    assert effects["scorecard.total"].new.value < effects["scorecard.total"].old.value
