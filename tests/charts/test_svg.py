"""The SVG: lean, exact, escaped, and readable as text in the PDF."""

import base64
from xml.etree import ElementTree

import pytest

from acbp.charts.canvas import Canvas
from acbp.charts.style import Style
from acbp.charts.svg import plain

from .sheet import read


@pytest.mark.parametrize(
    ("number", "text"), [(1.0, "1"), (-0.001, "0"), (1.005, "1"), (12.346, "12.35"), (100.0, "100"), (-2.5, "-2.5")]
)
def test_numbers_are_rounded_and_short(number: float, text: str) -> None:
    assert plain(number) == text


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_are_not_finite_are_refused(number: float) -> None:
    canvas = Canvas(10, 10, Style())
    canvas.line(0, 0, 5, number, "#000000")
    with pytest.raises(ValueError, match="not finite"):
        canvas.svg()


def test_text_is_escaped_and_never_mathematics() -> None:
    text = "R&D <b>$100% growth_$</b> {{7*7}} “a”"
    canvas = Canvas(100, 10, Style())
    canvas.text(0, 5, text)
    assert read(canvas.svg()).texts() == [text]


def test_characters_xml_cannot_carry_are_dropped() -> None:
    canvas = Canvas(50, 10, Style())
    canvas.text(0, 5, "a\x00\x1b\x0bb")
    assert read(canvas.svg()).texts() == ["ab"]


def test_text_of_known_width_begins_where_it_begins() -> None:
    canvas = Canvas(72 * 25.4 / 72, 10, Style())
    canvas.text(25.4, 5, "计划", 10, anchor="end")
    canvas.text(12.7, 5, "计划", 10, anchor="middle")
    assert [element.attrib["x"] for element in ElementTree.fromstring(canvas.svg())] == ["52", "26"]
    assert "text-anchor" not in canvas.svg()


def test_text_of_unknown_width_is_aligned_when_drawn() -> None:
    canvas = Canvas(50, 10, Style(sans="Inter"))
    canvas.text(25, 5, "计划", anchor="middle")
    canvas.text(50, 5, "plan", anchor="end")
    svg = canvas.svg()
    assert 'text-anchor="middle"' in svg and 'text-anchor="end"' in svg and 'font-family="Inter"' in svg
    accented = Canvas(50, 10, Style())
    accented.text(25, 5, "Łódź", anchor="middle")
    assert 'text-anchor="middle"' in accented.svg()


def test_serif_text_names_its_family() -> None:
    canvas = Canvas(50, 10, Style())
    canvas.text(0, 5, "目标", serif=True)
    canvas.text(0, 9, "目标")
    assert canvas.svg().count("Noto Serif CJK SC") == 1


def test_rectangles_of_one_colour_are_one_element() -> None:
    canvas = Canvas(50, 10, Style())
    canvas.lines([[(x, 0), (x, 10)] for x in range(40)], "#B6BFC7")
    assert len(read(canvas.svg()).shapes) == 1


def test_pdf_carries_the_text_where_it_belongs() -> None:
    import pypdfium2
    import weasyprint

    canvas = Canvas(80, 20, Style())
    canvas.text(40, 6, "供货额 21,000 万元", 9, anchor="middle")
    canvas.text(80, 14, "2027 计划", 9, bold=True, anchor="end")
    data = base64.b64encode(canvas.svg().encode()).decode()
    css = "@page{size:80mm 20mm;margin:0}body{margin:0}img{display:block}"
    html = f'<style>{css}</style><img src="data:image/svg+xml;base64,{data}">'
    document = pypdfium2.PdfDocument(weasyprint.HTML(string=html).write_pdf())
    try:
        assert len(document) == 1
        page = document[0].get_textpage()
        text = page.get_text_range()
        assert text.split("\r\n") == ["供货额 21,000 万元", "2027 计划"]
        boxes = [page.get_charbox(i, loose=True) for i in range(len(text))]
    finally:
        document.close()
    points = 72 / 25.4
    first, last = boxes[: text.index("\r")], boxes[text.index("\n") + 1 :]
    assert (first[0][0] + first[-1][2]) / 2 == pytest.approx(40 * points, abs=0.1)
    assert last[-1][2] == pytest.approx(80 * points, abs=0.1)
    assert last[0][2] - last[0][0] == pytest.approx(0.59 * 9, abs=0.05), "digits of the bold face are 0.59 em wide"


def test_no_font_is_looked_for_while_drawing(caplog: pytest.LogCaptureFixture) -> None:
    canvas = Canvas(50, 10, Style(sans="No Such Family", serif="Nor This One"))
    canvas.text(0, 5, "计划 2027", serif=True)
    canvas.text(0, 9, "计划 2027", bold=True)
    assert read(canvas.svg()).texts() == ["计划 2027"] * 2
    assert caplog.records == []
