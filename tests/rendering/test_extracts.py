"""Charts by themselves: found among the pages, and only those that the edition has."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from acbp.charts.placing import size_of
from acbp.rendering.assets import Assets
from acbp.rendering.extracts import extract_chart, find_charts, picture_chart
from acbp.rendering.report import compose
from tests.printing import read_example

PLAN = Path(__file__).parents[2] / "plans" / "northfield-castlegate-2027.yaml"


@pytest.fixture(scope="module")
def documents() -> dict[str, tuple[dict, Assets]]:
    """The English example plan's report, composed in both editions."""
    example = read_example(PLAN)
    return {
        edition: compose(example.plan, example.workspace, **example.options(edition, "en"))[:2]
        for edition in ("internal", "customer")
    }


def test_charts_are_found_in_the_order_of_the_pages_with_page_and_heading(documents) -> None:
    document, assets = documents["internal"]
    charts = find_charts(document, assets)
    assert {chart.name for chart in charts} == set(assets.drawn)
    assert charts[0].name == "cover" and charts[0].page == "1"
    assert [int(chart.page) for chart in charts] == sorted(int(chart.page) for chart in charts)
    bridge = next(chart for chart in charts if chart.name == "bridge")
    overview = next(page for page in document["pages"] if page["name"] == "overview")
    assert bridge.page == document["numbers"][overview["anchor"]]
    assert bridge.heading.startswith("Six strategies add £4.9m")
    assert all(chart.heading and "|" not in chart.heading for chart in charts)


def test_the_customers_edition_has_none_of_the_internal_charts(documents) -> None:
    names = {edition: {chart.name for chart in find_charts(*documents[edition])} for edition in documents}
    assert "pocket" in names["internal"] - names["customer"]
    # Where what is internal leaves no room, days of cover are not drawn.
    assert names["customer"] - {"stock-cover"} < names["internal"]
    with pytest.raises(KeyError):
        extract_chart(documents["customer"][1], "pocket")


def test_an_svg_names_its_fonts_and_needs_nothing_else(documents) -> None:
    svg = extract_chart(documents["customer"][1], "bridge", 100)
    assert size_of(svg)[0] == 100.0
    assert set(re.findall(r'font-family="([^"]*)"', svg)) == {"Noto Sans CJK SC"}
    assert "@font-face" not in svg and "href" not in svg and "url(" not in svg
    assert "+1,450" in svg


def test_the_covers_chart_brings_its_dark_ground(documents) -> None:
    _, assets = documents["customer"]
    assert f'fill="{assets.style.palette.deep}"/>' in extract_chart(assets, "cover")
    assert "<rect" not in extract_chart(assets, "bridge")


def test_a_mark_is_no_chart(documents) -> None:
    with pytest.raises(KeyError):
        extract_chart(documents["customer"][1], "mark-green")


def test_a_picture_has_the_size_that_was_asked_for(documents) -> None:
    _, assets = documents["customer"]
    svg = extract_chart(assets, "bridge", 101.6, framed=True)
    content, problems = picture_chart(svg, assets, 150)
    picture = Image.open(BytesIO(content))
    assert (picture.format, picture.width, list(problems)) == ("PNG", 600, [])
    assert picture.getpixel((0, 0)) == (255, 255, 255)
    accent = tuple(int(assets.style.palette.accent[at : at + 2], 16) for at in (1, 3, 5))
    assert accent in {colour for _, colour in picture.getcolors(1 << 20)}
