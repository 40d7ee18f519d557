"""One chart of a plan, asked for by its name."""

from pathlib import Path

import pytest

from acbp.building.charting import draw_chart
from acbp.building.jobs import Options
from tests.building.stand_in import write_plan

PLAN = Path(__file__).parents[2] / "plans" / "northfield-castlegate-2027.yaml"


def test_without_a_name_the_charts_are_listed() -> None:
    drawn = draw_chart(PLAN, None, Options())
    assert (drawn.problems, drawn.content) == ((), b"")
    assert {"cover", "bridge", "matrix"} <= {chart.name for chart in drawn.charts}
    assert drawn.nearest("brige") == ("bridge",)


def test_a_chart_is_named_after_plan_edition_and_language() -> None:
    drawn = draw_chart(PLAN, "pocket", Options(lang="zh", brand="dusk"), edition="internal", width=90)
    assert drawn.path.as_posix() == (
        "output/northfield-castlegate-2027/charts/northfield-castlegate-2027-internal-pocket-zh.svg"
    )
    assert drawn.content.startswith(b"<svg ") and b'width="90mm"' in drawn.content
    assert b"#5b2a86" in drawn.content
    customer = draw_chart(PLAN, "pocket", Options(lang="zh"))
    assert customer.content == b"" and not customer.has_errors


@pytest.mark.parametrize(
    ("brand", "text", "code"), [("nobody", "", "E810"), (None, "nonsense: 1\n", "E201"), (None, "plan:\n", "E101")]
)
def test_a_plan_with_errors_has_no_charts(tmp_path: Path, brand: str | None, text: str, code: str) -> None:
    drawn = draw_chart(write_plan(tmp_path, "harbour", text=text), None, Options(brand=brand))
    assert drawn.has_errors and drawn.charts == ()
    assert code in [problem.code for problem in drawn.problems]


def test_a_plan_that_is_not_there(tmp_path: Path) -> None:
    assert [problem.code for problem in draw_chart(tmp_path / "none.yaml", None, Options()).problems] == ["E001"]


def test_a_plan_without_figures_has_no_charts(tmp_path: Path) -> None:
    drawn = draw_chart(write_plan(tmp_path, "harbour"), None, Options())
    assert (drawn.problems, drawn.charts) == ((), ())
