"""Risks ranked by exposure."""

from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.risks import rank_risks


def risk(id: str, likelihood: int, impact: int, **more) -> dict:
    return {"id": id, "name": id, "likelihood": likelihood, "impact": impact, **more}


def test_exposure_ranks_and_impact_breaks_ties(make_plan) -> None:
    risks = [risk("a", 4, 3), risk("b", 3, 4, value=300), risk("c", 1, 5), risk("d", 3, 4), risk("e", 2, 3)]
    plan = make_plan(risks=risks)
    result = rank_risks(plan, list_names(plan))
    assert [(each.item.id, each.rank, each.exposure, each.level) for each in result.items] == [
        ("b", 1, 12, "high"),
        ("d", 1, 12, "high"),
        ("a", 3, 12, "high"),
        ("e", 4, 6, "medium"),
        ("c", 5, 5, "low"),
    ]
    assert result.counts == {"high": 3, "medium": 1, "low": 1}
    assert [each.item.id for each in result.cells[3, 4]] == ["b", "d"]
    assert result.value == D(300)


def test_closed_risks_stand_apart(make_plan) -> None:
    plan = make_plan(risks=[risk("a", 5, 5, status="closed", value=10)])
    result = rank_risks(plan, list_names(plan))
    assert (result.items, [each.id for each in result.closed], result.value) == ((), ["a"], None)


def test_no_risks_nothing_to_rank(make_plan) -> None:
    plan = make_plan()
    assert rank_risks(plan, list_names(plan)) is None
