"""Opportunities scored and ranked."""

from decimal import Decimal as D

import pytest

from acbp.analysis.opportunities import rank_opportunities

CRITERIA = [
    {"id": "impact", "name": "Impact", "weight": "50%"},
    {"id": "ease", "name": "Ease", "weight": "30%"},
    {"id": "fit", "name": "Fit", "weight": "20%"},
]


def item(id: str, scores: dict, **more) -> dict:
    return {"id": id, "name": id, "customer_benefit": "x", "scores": scores, **more}


def scored(impact, ease, fit) -> dict:
    return {"impact": impact, "ease": ease, "fit": fit}


def section(*items, **more) -> dict:
    return {"criteria": CRITERIA, "threshold": 3, "items": list(items), **more}


def test_the_weighted_score_orders_and_decides(make_plan) -> None:
    shelf = item("shelf", scored(5, 4, 4), value=600)
    brand = item("brand", scored(1, 2, 1))
    club = item("club", scored(3, 2, 2))
    result = rank_opportunities(make_plan(opportunities=section(brand, club, shelf)))
    assert [(each.item.id, each.rank, each.score, each.decision) for each in result.items] == [
        ("shelf", 1, D("4.5"), "pursue"),
        ("club", 2, D("2.5"), "watch"),
        ("brand", 3, D("1.3"), "drop"),
    ]
    assert (result.pursued, result.pursued_value, result.others, result.others_value) == (1, D(600), 2, None)
    assert all(each.by_threshold for each in result.items)


def test_equal_scores_share_a_rank(make_plan) -> None:
    items = [
        item(id, scored(*scores))
        for id, scores in {"a": (3, 3, 3), "b": (4, 4, 4), "c": (3, 3, 3), "d": (1, 1, 1)}.items()
    ]
    result = rank_opportunities(make_plan(opportunities=section(*items)))
    assert [(each.item.id, each.rank) for each in result.items] == [("b", 1), ("a", 2), ("c", 2), ("d", 4)]


def test_a_missing_score_leaves_no_weighted_score_and_names_the_criterion(make_plan) -> None:
    result = rank_opportunities(make_plan(opportunities=section(item("shelf", {"impact": 5, "fit": 4}))))
    (shelf,) = result.items
    assert (shelf.score, shelf.rank, shelf.missing, shelf.decision, shelf.priority) == (
        None,
        None,
        ("Ease",),
        None,
        None,
    )
    assert shelf.scores == (D(5), None, D(4))


def test_a_written_decision_goes_before_the_threshold(make_plan) -> None:
    result = rank_opportunities(make_plan(opportunities=section(item("shelf", scored(5, 5, 5), decision="drop"))))
    assert (result.items[0].decision, result.items[0].by_threshold) == ("drop", False)


def test_without_a_threshold_nothing_is_decided(make_plan) -> None:
    result = rank_opportunities(make_plan(opportunities=section(item("shelf", scored(5, 5, 5)), threshold=None)))
    assert result.items[0].decision is None
    assert result.line is None


def test_the_first_class_makes_up_four_fifths_of_the_pursued_value(make_plan) -> None:
    values = {"a": 60, "b": 25, "c": 10, "d": 5, "e": None, "f": 900}
    items = [item(id, scored(4, 4, 4) if id != "f" else scored(1, 1, 1), value=value) for id, value in values.items()]
    result = rank_opportunities(make_plan(opportunities=section(*items)))
    assert {each.item.id: each.priority for each in result.items} == dict(a="A", b="A", c="B", d="B", e="B", f="C")


def test_the_threshold_is_a_line_in_the_matrix(make_plan) -> None:
    items = [item("a", scored(5, 5, 3)), item("b", scored(1, 1, 4))]
    more = {"horizontal": "ease", "vertical": "impact"}
    result = rank_opportunities(make_plan(opportunities=section(*items, **more)))
    # 0.5 y + 0.3 x + 0.2 x 3.5 = 3
    assert result.line == (D(4), D("1.6"))
    assert (result.items[0].x, result.items[0].y) == (D(5), D(5))


@pytest.mark.parametrize("axes", [{}, {"horizontal": "ease"}, {"horizontal": "ease", "vertical": "ease"}])
def test_without_two_axes_there_is_no_line(make_plan, axes) -> None:
    assert rank_opportunities(make_plan(opportunities=section(item("a", scored(5, 5, 3)), **axes))).line is None


def test_strategies_that_take_it_up_are_named(make_plan) -> None:
    strategy = {"id": "s", "name": "S", "how": "x", "objective": "o", "opportunity": "a", "customer_benefit": "y"}
    plan = make_plan(opportunities=section(item("a", scored(5, 5, 3))), strategies=[strategy])
    assert rank_opportunities(plan).items[0].strategies == ("s",)


def test_no_opportunities_no_ranking(make_plan) -> None:
    assert rank_opportunities(make_plan()) is None
    assert rank_opportunities(make_plan(opportunities=section())) is None


def test_how_far_a_criterions_weight_may_move(make_plan) -> None:
    items = [item("club", scored(2, 5, 5)), item("shelf", scored(5, 3, 3)), item("none", {"impact": 5})]
    result = rank_opportunities(make_plan(opportunities=section(*items)))
    # Shelf leads 4.0 to 3.5: +3 on impact, −2 on the others. Level where 3t = 2 (1 − t), at 40% of impact.
    assert [each.item.id for each in result.items] == ["shelf", "club", "none"]
    assert (result.leeways[0].low, result.leeways[0].rival) == (D("0.4"), 1)
    assert rank_opportunities(make_plan(opportunities=section(items[0]))).leeways == ()
