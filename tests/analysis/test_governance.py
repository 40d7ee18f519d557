"""The account over time and against its peers."""

from decimal import Decimal as D

from acbp.analysis.governance import judge_account


def test_over_time_and_against_peers(make_plan) -> None:
    rate = {"name": "Spend rate", "unit": "%", "before": "16.8%", "now": "16.3%", "peers": "15.1%"}
    sales = {"name": "Sales", "unit": "money", "before": "100", "now": "130"}
    plan = make_plan(heading={"money_unit": "k", "governance": {"evaluations": [rate, sales]}})
    first, second = judge_account(plan)
    assert (first.over_time, first.against_peers) == (D("-0.005"), D("0.012"))
    assert (second.now, second.over_time, second.against_peers) == (D(130_000), D(30_000), None)


def test_nothing_to_judge(make_plan) -> None:
    assert judge_account(make_plan()) == ()
