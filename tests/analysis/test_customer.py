"""Grade, dependency and the customer's file."""

from datetime import date
from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.customer import assess_customer
from acbp.analysis.sales import work_out_sales
from acbp.model import Workspace

GRADES = Workspace.model_validate(
    {
        "grades": [
            {"grade": "A", "sales": 1000, "years": 10, "orders": 12},
            {"grade": "B", "sales": 90, "years": 3},
            {"grade": "C"},
        ]
    }
)


def assess(plan, workspace=None, as_of=date(2027, 4, 16)):
    return assess_customer(plan, workspace, work_out_sales(plan, list_names(plan)), as_of)


def test_the_best_grade_that_is_reached_with_its_reason(make_plan, two_categories) -> None:
    result = assess(make_plan(**two_categories, account={"customer_since": 2009}), GRADES)
    assert result.grade == "B"
    assert [(each.what, each.needed, each.actual, each.met) for each in result.grade_reason.conditions] == [
        ("sales", D(90), D(100), True),
        ("years", D(3), D(18), True),
    ]
    assert [(each.what, each.met) for each in result.next_grade.conditions] == [
        ("sales", False),
        ("years", True),
        ("orders", None),
    ]


def test_what_is_not_known_does_not_meet_a_condition(make_plan) -> None:
    result = assess(make_plan(), GRADES)
    assert (result.grade, result.next_grade.grade) == ("C", "B")
    assert [condition.met for condition in result.next_grade.conditions] == [None, None]


def test_the_best_grade_has_no_next_one_and_no_grades_no_grade(make_plan, two_categories) -> None:
    best = Workspace.model_validate({"grades": [{"grade": "A", "sales": 100}]})
    assert assess(make_plan(**two_categories), best).next_grade is None
    without = assess(make_plan(**two_categories))
    assert (without.grade, without.grades, without.next_grade) == (None, (), None)


def test_dependency_is_flagged_above_the_threshold_only(make_plan, two_categories) -> None:
    for total, expected in ((2000, False), (1999, True), (0, None), (None, None)):
        assert assess(make_plan(**two_categories, supplier={"total_sales": total})).dependent is expected
    strict = Workspace.model_validate({"dependency": "4%"})
    assert assess(make_plan(**two_categories, supplier={"total_sales": 2000}), strict).dependent


def test_a_file_is_stale_after_the_workspaces_days(make_plan) -> None:
    plan = make_plan(account={"profile": {"updated": "2026-04-16"}})
    assert (assess(plan).profile_age, assess(plan).profile_stale) == (365, False)
    assert assess(plan, as_of=date(2027, 4, 17)).profile_stale
    assert assess(make_plan()).profile_stale is None


def test_dependence_is_measured_by_every_total_that_is_given(make_plan, two_categories) -> None:
    result = assess(make_plan(**two_categories, supplier={"total_sales": 2000, "total_volume": 64}))
    assert [(each.what, each.here, each.everywhere, each.share) for each in result.dependences] == [
        ("sales", D(100), D(2000), D("0.05")),
        ("volume", D(16), D(64), D("0.25")),
    ]
    # A contribution that is not worked out is no zero.
    (lacking,) = assess(make_plan(**two_categories, supplier={"total_contribution": 50})).dependences
    assert (lacking.here, lacking.share) == (None, None)


def test_the_policy_is_that_of_the_class(make_plan) -> None:
    settings = Workspace.model_validate(
        {"policies": [{"customer_class": "key", "policy": "K"}, {"customer_class": "ordinary", "policy": "O"}]}
    )
    assert assess(make_plan(account={"customer_class": "ordinary"}), settings).policy == "O"
    assert assess(make_plan(account={"customer_class": "strategic"}), settings).policy is None
    assert assess(make_plan(), settings).policy is None


def test_departments_stand_below_the_one_that_they_report_to(make_plan) -> None:
    def nest(**above) -> list[tuple[str, int]]:
        given = [{"id": id, "name": id} | ({"reports_to": to} if to else {}) for id, to in above.items()]
        found = assess(make_plan(account={"organisation": given})).departments
        return [(department.id, depth) for department, depth in found]

    assert nest(snacks="buying", buying="board", board=None, it=None) == [
        ("board", 0),
        ("buying", 1),
        ("snacks", 2),
        ("it", 0),
    ]
    assert nest(a="b", b="a", c="gone") == [("c", 0), ("a", 0), ("b", 1)]


def test_stores_add_up_and_miss_what_one_format_misses(make_plan) -> None:
    stores = [
        {"format": "Hyper", "stores": 10, "area": 8000, "openings": 2, "closures": 1},
        {"format": "Mini", "stores": 30, "area": 400, "openings": 5},
    ]
    result = assess(make_plan(account={"stores": stores})).stores
    assert (result.stores, result.area, result.average_area) == (D(40), D(92000), D(2300))
    assert (result.openings, result.closures, result.at_year_end, result.sales_share) == (D(7), None, None, None)


def test_open_needs_are_counted_where_their_status_is_known(make_plan) -> None:
    needs = [{"need": "Margin", "status": "open"}, {"need": "Service", "status": "answered"}, {"need": "Range"}]
    assert assess(make_plan(account={"needs": needs})).open_needs == 1
    assert assess(make_plan(account={"needs": [{"need": "Range"}]})).open_needs is None
