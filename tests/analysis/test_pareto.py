"""Articles by weight."""

from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.pareto import Assortment, rank_skus
from acbp.model import Workspace


def assortment_of(make_plan, *skus, stores=(), workspace=None) -> Assortment | None:
    given = {"conclusion": "Few make most", "skus": list(skus), "stores": list(stores)}
    plan = make_plan(situation={"performance": given})
    return rank_skus(plan, list_names(plan), workspace)


def sku(name: str, sales=None, **more):
    return {"id": name, "name": name} | ({} if sales is None else {"sales": sales}) | more


def test_classes_end_where_the_shares_are_reached(make_plan) -> None:
    # 50, 80, 90, 96 and 100 % together: the second reaches 80 and is the last of A, the fourth passes 95 in B.
    result = assortment_of(make_plan, sku("e", 4), sku("a", 50), sku("c", 10), sku("b", 30), sku("d", 6))
    assert result is not None
    assert [item.item.id for item in result.skus] == ["a", "b", "c", "d", "e"]
    assert [item.grade for item in result.skus] == ["A", "A", "B", "B", "C"]
    assert [item.cumulative for item in result.skus] == [D("0.5"), D("0.8"), D("0.9"), D("0.96"), D(1)]
    assert result.eighty == 2
    assert [(grade.count, grade.share) for grade in result.grades] == [(2, D("0.8")), (2, D("0.16")), (1, D("0.04"))]


def test_the_article_that_crosses_the_line_belongs_to_the_class(make_plan) -> None:
    result = assortment_of(make_plan, sku("a", 70), sku("b", 20), sku("c", 10))
    assert result is not None
    assert [item.grade for item in result.skus] == ["A", "A", "B"]


def test_articles_without_sales_are_counted_apart_never_as_zero(make_plan) -> None:
    result = assortment_of(make_plan, sku("a", 60), sku("b"), sku("c", 40))
    assert result is not None
    assert (len(result.skus), result.unknown, result.total) == (2, 1, D(100))


def test_returns_come_last_and_new_articles_have_no_growth(make_plan) -> None:
    result = assortment_of(make_plan, sku("r", -10, previous=5), sku("n", 30, previous=0), sku("a", 80, previous=64))
    assert result is not None
    assert [item.item.id for item in result.skus] == ["a", "n", "r"]
    assert [item.growth for item in result.skus] == [D("0.25"), None, D(-3)]
    assert [item.cumulative for item in result.skus] == [D("0.8"), D("1.1"), D(1)]
    assert result.growth == D(31) / D(69)


def test_nothing_sold_is_no_assortment(make_plan) -> None:
    assert assortment_of(make_plan) is None
    assert assortment_of(make_plan, sku("a", 0)) is None
    assert assortment_of(make_plan, sku("a", -5), sku("b", 5)) is None


def test_physical_cases_become_unit_cases(make_plan) -> None:
    workspace = Workspace.model_validate(
        {"skus": [{"sku": "a", "units": 24, "millilitres": "236.588236500"}, {"sku": "b", "unit_cases": "1.5"}]}
    )
    # 24 × 8 US fl oz are 24 × 236.5882365 ml: one physical case is one unit case.
    result = assortment_of(
        make_plan,
        sku("a", 100, cases=7),
        sku("b", 60, cases=10),
        sku("c", 30, cases=4, unit_cases="0.5"),
        workspace=workspace,
    )
    assert result is not None
    assert [item.volume for item in result.skus] == [D(7), D(15), D(2)]
    assert result.volume == D(24)
    assert result.skus[1].price == D(4)


def test_an_article_without_conversion_has_no_volume_where_others_have(make_plan) -> None:
    result = assortment_of(make_plan, sku("a", 100, cases=7, unit_cases=2), sku("b", 60, cases=10))
    assert result is not None
    assert [item.volume for item in result.skus] == [D(14), None]
    assert result.volume is None


def test_cases_stay_cases_where_nobody_converts(make_plan) -> None:
    result = assortment_of(make_plan, sku("a", 100, cases=7), sku("b", 60, cases=10))
    assert result is not None and result.volume == D(17)


def test_numeric_distribution_counts_all_stores(make_plan) -> None:
    stores = [{"id": "s", "name": "S", "stores": 30}, {"id": "t", "name": "T", "stores": 10}]
    result = assortment_of(make_plan, sku("a", 100, stores=36), sku("b", 50), stores=stores)
    assert result is not None
    assert [item.distribution for item in result.skus] == [D("0.9"), None]
