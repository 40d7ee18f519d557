"""References in the Chinese names of a plan's keys."""

from datetime import date

import pytest

from acbp.analysis.explaining import References
from acbp.analysis.explaining.braces import references_in
from acbp.analysis.explaining.chinese import in_english
from acbp.analysis.figures import analyse


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("目标.sales.目标值", "objectives.sales.target"),
        ("目标.sales.分季度.一季度", "objectives.sales.quarters.Q1"),
        ("机会.coolers.销售增量", "opportunities.coolers.value"),
        ("机会.清单.coolers.销售增量", "opportunities.items.coolers.value"),
        ("复盘.一季度.实际.销售额", "reviews.Q1.actuals.sales"),
        ("复盘.Q1.actuals.销售额", "reviews.Q1.actuals.sales"),
        ("sales.growth", "sales.growth"),
        ("没有.这个", "没有.这个"),
    ],
)
def test_each_name_is_put_in_english(chinese: str, english: str) -> None:
    assert in_english(chinese) == english


def test_a_figure_is_found_by_either_spelling(make_plan, two_categories) -> None:
    plan = make_plan(**two_categories)
    references = References(plan, analyse(plan, None, date(2027, 1, 4)))
    assert references.look_up("财务.品类.tea.分季度.三季度").value == 20
    assert references.look_up("财务.品类[tea].分季度.三季度").value == 20
    assert references.look_up("财务.品类.tee.分季度.三季度") is None


def test_a_text_may_spell_them_so() -> None:
    assert references_in("达到 {{ 目标.sales.目标值 }}") == ["目标.sales.目标值"]
