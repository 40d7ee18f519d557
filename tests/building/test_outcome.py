"""Outcomes survive the way to another process, and say how a run ended."""

import json
from pathlib import Path

from acbp.building.outcome import Document, Outcome, PlanOutcome, pack, unpack
from acbp.problems import Place, Problem

ERROR = Problem("E202", {"key": "id"}, Place("a.yaml", 3, 5, 9, "  plan:"), "plan.id")
WARNING = Problem("W104", {}, None, None, "warning")


def test_an_outcome_survives_as_plain_data() -> None:
    document = Document(Path("output/a/a.pdf"), "internal", "report", "en", 12)
    outcome = PlanOutcome("a.yaml", "zh", (document,), (ERROR, WARNING), True)
    again = unpack(json.loads(json.dumps(pack(outcome))))
    assert again == outcome
    assert [dict(each.values) for each in again.problems] == [{"key": "id"}, {}]


def test_the_exit_code_tells_the_worst() -> None:
    good, bad = PlanOutcome("a", "en", problems=(WARNING,)), PlanOutcome("b", "en", problems=(ERROR,))
    assert Outcome((good,)).exit_code == 0
    assert Outcome((good, bad)).exit_code == 1
    assert Outcome((good,), (ERROR,)).exit_code == 1
    assert Outcome((good, bad, PlanOutcome("c", "en", fault=True))).exit_code == 3


def test_what_several_plans_share_is_counted_once() -> None:
    other = Problem("E202", {"key": "year"}, ERROR.place, ERROR.item)
    plans = (PlanOutcome("a", "en", problems=(ERROR,)), PlanOutcome("b", "en", problems=(ERROR, other)))
    assert [each.values["key"] for each in Outcome(plans).every_problem()] == ["id", "year"]
