"""Our own profit on the customer."""

from decimal import Decimal as D

from acbp.analysis.catalogue import list_names
from acbp.analysis.contribution import work_out_contribution
from acbp.analysis.sales import work_out_sales

LINES = [
    {"id": "list", "name": "List", "kind": "list", "last_year": 120, "plan": 150},
    {"id": "discount", "name": "Discount", "kind": "invoice", "last_year": 20, "plan": 20},
    {"id": "rebate", "name": "Rebate", "kind": "trade", "last_year": 10, "plan": 13, "on_volume": True},
    {"id": "display", "name": "Display", "kind": "trade", "last_year": 0, "plan": 13},
    {"id": "goods", "name": "Goods", "kind": "goods", "last_year": 60, "plan": 70},
    {"id": "freight", "name": "Freight", "kind": "cost", "last_year": 5, "plan": 6},
]


def contribution_of(make_plan, sections, lines):
    sections["financials"]["contribution"] = lines
    plan = make_plan(**sections)
    return work_out_contribution(plan, work_out_sales(plan, list_names(plan)))


def test_every_line_and_every_level_on_the_way_down(make_plan, two_categories) -> None:
    result = contribution_of(make_plan, two_categories, LINES)
    assert [(row.id, row.amount.plan) for row in result.rows] == [
        ("list", D(150)),
        ("discount", D(-20)),
        ("invoice", D(130)),
        ("rebate", D(-13)),
        ("display", D(-13)),
        ("pocket", D(104)),
        ("goods", D(-70)),
        ("gross-profit", D(34)),
        ("freight", D(-6)),
        ("contribution", D(28)),
    ]
    assert (result.trade.plan, result.trade_rate.plan, result.contribution.last) == (D(26), D("0.2"), D(25))
    assert result.reserve is None


def test_amounts_per_unit_of_volume_and_as_a_share_of_invoiced_sales(make_plan, two_categories) -> None:
    result = contribution_of(make_plan, two_categories, LINES)
    rebate = next(row for row in result.rows if row.id == "rebate")
    assert (rebate.per_unit.last, rebate.share.plan, rebate.amount.growth) == (D(-10) / 16, D("0.1"), D("0.3"))
    assert (result.on_volume.plan, result.on_volume.last) == (D("0.5"), D(1))


def test_without_list_price_the_way_begins_at_the_plans_sales(make_plan, two_categories) -> None:
    result = contribution_of(make_plan, two_categories, LINES[2:4])
    assert [row.id for row in result.rows] == ["invoice", "rebate", "display", "pocket"]
    assert (result.pocket.plan, result.contribution.plan) == (D(104), None)


def test_a_missing_line_leaves_the_levels_below_missing(make_plan, two_categories) -> None:
    lines = [line | {"plan": None} if line["id"] == "display" else line for line in LINES]
    result = contribution_of(make_plan, two_categories, lines)
    levels = {row.stage: row.amount for row in result.rows if row.stage}
    assert levels["invoice"].plan == D(130)
    assert levels["pocket"].plan is None
    assert levels["contribution"].plan is None
    assert levels["contribution"].last == D(25)
    assert result.missing == ("Display",)


def test_no_lines_no_contribution(make_plan, two_categories) -> None:
    assert contribution_of(make_plan, two_categories, []) is None
