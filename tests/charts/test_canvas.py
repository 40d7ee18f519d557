"""The drawing surface: millimetres from the top left corner."""

import pytest

from acbp.charts.canvas import Canvas
from acbp.charts.labels import Box
from acbp.charts.style import Style

from .sheet import read


def _near(box: Box, left: float, top: float, right: float, bottom: float) -> bool:
    return (box.left, box.top, box.right, box.bottom) == pytest.approx((left, top, right, bottom), abs=0.01)


def test_places_are_millimetres_from_the_top_left() -> None:
    canvas = Canvas(50, 20, Style())
    canvas.rect(1, 2, 11, 7, "#00698C")
    canvas.circle(30, 10, 3, "#B6BFC7", "#FFFFFF")
    canvas.diamond(40, 10, 2, None, "#17212B")
    canvas.line(0, 20, 50, 20, "#17212B", 0.6, (2, 1))
    rect, circle, diamond, line = read(canvas.svg()).shapes
    assert _near(rect.box, 1, 2, 11, 7) and rect.fill == "#00698c" and rect.stroke is None
    assert _near(circle.box, 27, 7, 33, 13) and circle.stroke == "#ffffff"
    assert _near(diamond.box, 38, 8, 42, 12) and diamond.fill == "none"
    assert _near(line.box, 0, 20, 50, 20) and line.dashed


def test_what_has_no_extent_is_not_drawn() -> None:
    canvas = Canvas(50, 20, Style())
    canvas.rect(5, 5, 5, 9, "#00698C")
    canvas.lines([[(1, 1)]], "#00698C")
    canvas.circles([], 1, "#00698C")
    canvas.text(1, 1, "")
    canvas.text(1, 1, [])
    sheet = read(canvas.svg())
    assert sheet.lines == [] and sheet.shapes == []


def test_lines_of_text_stand_below_each_other() -> None:
    canvas = Canvas(50, 20, Style())
    box = canvas.text(10, 5, ["一", "二三"], 7.5, anchor="middle")
    first, second = read(canvas.svg()).lines
    assert second.box.top - first.box.top == pytest.approx(7.5 * 1.35 * 25.4 / 72, abs=0.01)
    assert first.box.overlap(second.box) < 0.1
    assert (box.left, box.bottom) == pytest.approx((second.box.left, second.box.bottom), abs=0.01)


def test_middle_centres_digits_on_the_height() -> None:
    canvas = Canvas(50, 20, Style())
    canvas.middle(10, 10, "8", 10)
    (line,) = read(canvas.svg()).lines
    baseline = line.box.bottom - 0.22 * 10 * 25.4 / 72
    cap = 0.733 * 10 * 25.4 / 72
    assert baseline - cap / 2 == pytest.approx(10, abs=0.05)


def test_english_quotes_are_narrow() -> None:
    for language, text in (("en", 'Retailer\'s "plan"'), ("zh", "Retailer’s “plan”")):
        canvas = Canvas(50, 20, Style(language=language))
        canvas.text(0, 5, "Retailer’s “plan”")
        assert read(canvas.svg()).texts() == [text]
