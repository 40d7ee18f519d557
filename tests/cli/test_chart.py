"""`acbp chart`."""

from pathlib import Path

import pytest
from PIL import Image

PLAN = Path(__file__).parents[2] / "plans" / "northfield-castlegate-2027.yaml"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_list_has_name_page_and_heading(acbp) -> None:
    ran = acbp("chart", PLAN)
    assert (ran.code, ran.err) == (0, "")
    assert any(line.split()[:3] == ["bridge", "4", "Six"] for line in ran.out.splitlines())
    assert "pocket" not in ran.out
    assert "pocket" in acbp("chart", PLAN, "--edition", "internal").out


def test_a_chart_becomes_a_file_whose_path_is_printed(acbp) -> None:
    ran = acbp("chart", PLAN, "bridge")
    assert ran.code == 0
    assert Path(ran.out.strip()).read_text("utf-8").startswith("<svg ")


def test_a_picture_for_a_slide(acbp) -> None:
    ran = acbp("chart", PLAN, "bridge", "--format", "png", "--width", "127", "--dpi", "72", "--output", "b.png")
    assert (ran.code, ran.out) == (0, "b.png\n")
    with Image.open("b.png") as picture:
        assert picture.width == 360


def test_an_unknown_name_is_a_usage_error_with_those_that_resemble_it(acbp) -> None:
    ran = acbp("chart", PLAN, "brige")
    assert ran.code == 2
    assert "there is no chart 'brige'; those that resemble it: bridge" in ran.err


def test_a_file_that_cannot_be_written(acbp, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = acbp("chart", PLAN, "bridge", "--output", "file/b.svg")
    assert ran.code == 1 and "E909" in ran.err


def test_a_plan_with_errors(acbp) -> None:
    ran = acbp("chart", "none.yaml")
    assert ran.code == 1 and "E001" in ran.err
