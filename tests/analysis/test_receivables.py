"""What the customer owes us."""

from decimal import Decimal as D

from acbp.analysis.receivables import Receivables, work_out_receivables
from acbp.editions import for_customer

AGES = {"not_due": 170, "to_30": 20, "to_60": 6, "to_90": 4, "over_90": 0}


def owed(make_plan, **given) -> Receivables | None:
    return work_out_receivables(make_plan(situation={"receivables": given}))


def test_the_balance_as_worked_by_hand(make_plan) -> None:
    result = owed(make_plan, balance=200, age=AGES, credit_limit=250, terms=30, revenue=1000, days=180, previous_dso=40)
    assert result is not None
    # 200 ÷ 1,000 × 180 days.
    assert (result.dso, result.dso_change, result.beyond_terms) == (D(36), D(-4), D(6))
    assert (result.limit_use, result.over_limit) == (D("0.8"), False)
    assert (result.overdue, result.overdue_share, result.unplaced) == (D(30), D("0.15"), D(0))
    assert [age.share for age in result.ages] == [D("0.85"), D("0.1"), D("0.03"), D("0.02"), D(0)]


def test_the_ages_make_the_balance_where_none_is_given(make_plan) -> None:
    result = owed(make_plan, age=AGES, credit_limit=160)
    assert result is not None
    assert (result.balance, result.over_limit, result.dso) == (D(200), True, None)


def test_an_age_that_is_missing_is_not_zero(make_plan) -> None:
    result = owed(make_plan, balance=210, age={"not_due": 180, "to_30": 20}, revenue=0, days=90)
    assert result is not None
    assert (result.overdue, result.unplaced, result.dso) == (None, D(10), None)


def test_exactly_at_the_limit_is_within_it(make_plan) -> None:
    result = owed(make_plan, balance=200, credit_limit=200)
    assert result is not None and result.over_limit is False and result.ages == ()


def test_the_customer_sees_the_help_and_nothing_of_the_debt(make_plan) -> None:
    plan = make_plan(situation={"receivables": {"balance": 200, "age": AGES, "help": [{"what": "Joint statements"}]}})
    projected = for_customer(plan)
    assert work_out_receivables(projected) is None
    assert projected.situation.receivables.help[0].what == "Joint statements"


def test_a_plan_without_receivables(make_plan) -> None:
    assert work_out_receivables(make_plan()) is None
