"""Weighted assessments, ranks, blocks, screening and the tests for exit."""

from decimal import Decimal as D

import pytest
from pydantic import ValidationError

from acbp.analysis.assessments import weigh_assessments


def factor(id: str, weight, score=None, **more) -> dict:
    return {"id": id, "name": id, "weight": weight} | ({} if score is None else {"score": score}) | more


def weigh(make_plan, **account):
    return weigh_assessments(make_plan(account=account))


def one(make_plan, factors, candidates=(), **more):
    given = {"name": "A", "factors": factors, "candidates": list(candidates), **more}
    return weigh(make_plan, assessments=[given]).items[0]


def test_the_score_is_weighted(make_plan) -> None:
    item = one(make_plan, [factor("a", 3, 5), factor("b", 1, 1)])
    assert (item.options[0].score, item.options[0].rank) == (D(4), None)
    assert item.shares == (D("0.75"), D("0.25"))
    assert (item.leeways, item.weakest, item.first) == ((), None, None)


def test_candidates_are_ranked_on_the_same_factors(make_plan) -> None:
    candidates = [{"name": "B", "scores": {"a": 3, "b": 4}}, {"name": "C", "scores": {"a": 5, "b": 3}}]
    item = one(make_plan, [factor("a", 60, 5), factor("b", 40, 3)], candidates)
    assert [(option.name, option.score, option.rank) for option in item.options] == [
        (None, D("4.2"), 1),
        ("B", D("3.4"), 3),
        ("C", D("4.2"), 1),
    ]
    assert (item.first, item.rivals) == (0, (None, "B", "C"))
    assert item.leeways[0].rival == 1
    assert round(item.leeways[0].low, 4) == D("0.3333")


def test_the_first_may_be_a_candidate_and_the_customer_need_not_be_scored(make_plan) -> None:
    candidates = [{"name": "B", "scores": {"a": 3, "b": 2}}, {"name": "C", "scores": {"a": 2, "b": 5}}]
    item = one(make_plan, [factor("a", 1), factor("b", 1)], candidates)
    assert [(option.name, option.rank) for option in item.options] == [("B", 2), ("C", 1)]
    assert (item.options[item.first].name, item.rivals[item.leeways[0].rival]) == ("C", "B")
    # C leads by −1 and +3: level where t = 3 (1 − t).
    assert item.leeways[0].high == D("0.75")


def test_a_missing_score_is_no_zero(make_plan) -> None:
    candidates = [{"name": "B", "scores": {"a": 5}}, {"name": "C", "scores": {"a": 1, "b": 1}}]
    item = one(make_plan, [factor("a", 1, 2), factor("b", 1, 2)], candidates)
    assert [(option.score, option.rank) for option in item.options] == [(D(2), 1), (None, None), (D(1), 2)]
    assert item.rivals == (None, "C")


def test_without_weight_there_is_no_score(make_plan) -> None:
    item = one(make_plan, [factor("a", 0, 5)], [{"name": "B", "scores": {"a": 1}}])
    assert ([option.score for option in item.options], item.shares, item.leeways) == ([None, None], (None,), ())


def test_the_three_blocks_know_their_factors(make_plan) -> None:
    factors = [factor("capital", 10, 5), factor("sales", 10, 2), factor("network", 30, 3), factor("x", 10, 1)]
    factors.append(factor("own", 20, 4, block="ability"))
    item = one(make_plan, factors, kind="three-blocks")
    assert [(block.block, block.weight, block.score) for block in item.blocks] == [
        ("strength", D("0.5"), D("3.5")),
        ("ability", D("0.25"), D(4)),
        ("figures", D("0.125"), D(2)),
    ]
    assert "logistics" in item.unscored and "capital" not in item.unscored
    assert one(make_plan, factors).blocks == ()


def test_factors_of_the_kind_that_are_left_out_are_named(make_plan) -> None:
    item = one(make_plan, [factor("coverage", 1, 5), factor("range", 1, 5)], kind="intermediary")
    assert item.unscored == ("reputation", "track-record", "willingness", "finances", "location", "promotion")


def test_a_candidate_scored_on_a_factor_that_is_not_there_is_refused(make_plan) -> None:
    with pytest.raises(ValidationError, match="no factor c"):
        one(make_plan, [factor("a", 1, 5)], [{"name": "B", "scores": {"c": 1}}])
    with pytest.raises(ValidationError, match="greater than or equal to 0"):
        one(make_plan, [factor("a", -1, 5)])


def results(kind: str, **said) -> list[dict]:
    return [{"test": test} | ({"result": result} if result else {}) for test, result in said.items()]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"margin": "pass", "share": "pass", "credit": "pass", "philosophy": "pass"}, True),
        ({"margin": "pass", "share": "fail"}, False),
        ({"margin": "pass", "share": "pass", "credit": "pass", "philosophy": None}, None),
        ({"margin": "pass"}, None),
    ],
)
def test_screening_needs_all_four(make_plan, given, expected) -> None:
    found = weigh(make_plan, screening=results("screening", **given))
    assert found.screened is expected
    assert [test.test for test in found.screening] == [
        name for name in ("philosophy", "credit", "share", "margin") if name in given
    ]


@pytest.mark.parametrize(
    ("profit", "balance", "control", "expected"),
    [
        ("pass", "pass", "pass", "keep"),
        ("pass", "fail", "pass", "fix"),
        ("fail", "pass", "fail", "exit"),
        ("fail", None, "fail", "exit"),
        ("pass", None, "pass", None),
        ("fail", None, "pass", None),
    ],
)
def test_the_verdict_follows_from_the_three_tests(make_plan, profit, balance, control, expected) -> None:
    tests = results("exit", control=control, profit=profit, balance=balance)
    found = weigh(make_plan, exit_tests={"tests": tests})
    assert (found.verdict, found.by_tests) == (expected, expected is not None)
    assert [test.test for test in found.exit] == ["profit", "balance", "control"]


def test_a_written_decision_goes_before_the_tests(make_plan) -> None:
    tests = results("exit", profit="fail", balance="fail", control="fail")
    found = weigh(make_plan, exit_tests={"tests": tests, "decision": "fix"})
    assert (found.verdict, found.by_tests) == ("fix", False)


def test_a_test_written_twice_counts_once(make_plan) -> None:
    tests = [*results("exit", profit="fail"), *results("exit", profit="fail")]
    assert weigh(make_plan, exit_tests={"tests": tests}).verdict is None


def test_no_assessment_no_judgement(make_plan) -> None:
    assert weigh(make_plan) is None
