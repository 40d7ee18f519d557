"""How satisfied the customer is."""

from decimal import Decimal as D

from acbp.analysis.satisfaction import Satisfaction, measure_satisfaction


def survey(make_plan, *items) -> Satisfaction | None:
    given = {"conclusion": "Deliver first", "items": [{"name": name, **rest} for name, rest in items]}
    return measure_satisfaction(make_plan(situation={"satisfaction": given}))


def test_mean_and_top_box_stand_side_by_side(make_plan) -> None:
    result = survey(
        make_plan,
        ("Team", {"score": "4.6", "previous": "4.4", "top_box": "60%"}),
        ("Orders", {"score": "3.4", "previous": "3.8", "top_box": "10%"}),
    )
    assert result is not None
    assert (result.mean, result.previous, result.change) == (D(4), D("4.1"), D("-0.1"))
    assert result.top_box == D("0.35")
    assert [item.name for item in result.issues] == ["Orders"]


def test_three_issues_the_worst_first_of_equals_the_one_that_fell_further(make_plan) -> None:
    result = survey(
        make_plan,
        ("a", {"score": 3, "previous": 3}),
        ("b", {"score": 3, "previous": 4}),
        ("c", {"score": 2}),
        ("d", {"score": "3.2", "previous": "3.5"}),
        ("e", {"score": 5, "previous": 5}),
        ("f", {"score": 5, "previous": 5}),
    )
    assert result is not None
    assert [item.name for item in result.issues] == ["c", "b", "a"]
    assert (result.previous, result.change, result.top_box) == (None, None, None)


def test_where_all_is_equal_nothing_is_an_issue(make_plan) -> None:
    result = survey(make_plan, ("a", {"score": 4}), ("b", {"score": 4}))
    assert result is not None and result.issues == ()


def test_no_question_no_figure(make_plan) -> None:
    assert survey(make_plan) is None and measure_satisfaction(make_plan()) is None
