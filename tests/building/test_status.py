import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from acbp.building.status import PlanStatus, list_status, to_json, to_text

from .stand_in import write_plan

MORE = """\
actions:
  - {id: tasting, name: Tasting, due: 2028-02-01}
  - {id: shelf, name: Shelf, due: 2028-09-01}
scorecard:
  kpis:
    - {id: osa, name: On shelf, unit: "%", weight: 100, target: 96%, quarters: {Q1: 96%}}
reviews:
  - {period: Q1, date: 2028-04-20, actuals: {kpis: {osa: 48%}}}
"""


def write_plans(folder: Path) -> None:
    file = write_plan(folder, "harbour", text=MORE)
    calendar = "  review_calendar:\n    - {period: Q1, date: 2028-04-20}\n    - {period: Q2, date: 2028-07-20}\n"
    text = file.read_text("utf-8").replace("account:\n", calendar + "account:\n  profile: {updated: 2027-01-01}\n", 1)
    file.write_text(text, "utf-8")
    write_plan(folder, "torn", text="objectives: [\n")


def test_where_plans_stand_on_a_day(tmp_path: Path) -> None:
    write_plans(tmp_path)
    (sound, torn), problems = list_status([tmp_path], date(2028, 3, 1))
    assert problems == []
    assert (sound.id, sound.customer, sound.step, sound.late) == ("harbour", "Harbour", "draft", 1)
    assert (sound.score, sound.period) == (Decimal("50.0"), "Q1")
    assert (sound.next_review, sound.next_date) == ("Q2", date(2028, 7, 20))
    assert sound.stale == ("account.profile",)
    assert sound.completeness is not None and 0 < sound.completeness < Decimal("0.5")
    assert torn.errors == 1 and torn.id == "" and torn.name.endswith("torn.yaml")
    (early, _), _ = list_status([tmp_path], date(2027, 12, 31))
    assert (early.late, early.stale) == (0, ())
    (next_year, _), _ = list_status([tmp_path], date(2028, 10, 1))
    assert next_year.late == 2


def test_the_table_is_aligned_by_what_a_terminal_shows() -> None:
    plans = [
        PlanStatus("华联", id="a", version="V1.0", step="agreed", completeness=Decimal("0.873"), score=Decimal("99.24"),
                   period="Q2", late=3, next_review="Q3", next_date=date(2028, 10, 20), stale=("account.profile",)),
        PlanStatus("torn.yaml", errors=2),
    ]  # fmt: skip
    assert to_text(plans, "en").splitlines() == [
        "plan       version  step      complete  score      late  next review    stale",
        "华联       V1.0     agreed    87%       99.2 (Q2)  3     Q3 2028-10-20  1",
        "torn.yaml  –        2 errors  –         –          –     –              –",
        "stale: 华联: account.profile",
    ]
    assert (
        to_text(plans, "zh").splitlines()[1] == "华联       V1.0  已同意    87%     99.2 (Q2)  3     Q3 2028-10-20  1"
    )


def test_programs_read_it_too(tmp_path: Path) -> None:
    write_plans(tmp_path)
    plans, _ = list_status([tmp_path], date(2028, 3, 1))
    told = json.loads(to_json(plans, date(2028, 3, 1)))
    assert told["version"] == 1 and told["as_of"] == "2028-03-01"
    assert told["plans"][0]["next_date"] == "2028-07-20" and told["plans"][0]["score"] == "50.0"
    assert told["plans"][1]["errors"] == 1 and told["plans"][1]["completeness"] is None
