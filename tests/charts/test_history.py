"""How one figure moved from version to version."""

import re
from decimal import Decimal as D

from acbp.charts.history import History, Point, draw
from acbp.charts.style import Palette, Style

from .sheet import check

TONES = Palette()


def test_each_version_holds_its_level_until_the_next() -> None:
    points = (Point("1 Mar", D(100), "100"), Point("8 Mar", D(120), "120"), Point("3 Apr", D(90), "90"))
    sheet = check(draw(History(points), 174, 62, Style(language="en")), 174, 62)
    assert {"1 Mar", "8 Mar", "3 Apr"} <= set(sheet.texts())
    assert sheet.line("120").box.top < sheet.line("100").box.top < sheet.line("90").box.top
    assert sheet.line("90").colour == TONES.accent_ink.lower() != sheet.line("120").colour


def test_a_figure_that_was_gone_breaks_the_line() -> None:
    points = (Point("a", D(1), "1"), Point("b", None, "—"), Point("c", D(2), "2"))
    svg = draw(History(points), 174, 62, Style())
    check(svg, 174, 62)
    (line,) = re.findall(rf'<path d="([^"]*)"[^>]*stroke="{TONES.fill.lower()}"', svg)
    assert line.count("M") == 2


def test_one_version_and_none() -> None:
    assert check(draw(History((Point("a", D(5), "5"),)), 174, 62, Style()), 174, 62).shapes
    assert check(draw(History(()), 174, 62, Style()), 174, 62).shapes == []


def test_many_versions_leave_room_between_their_words() -> None:
    points = tuple(Point(f"2027-01-{n:02}", D(n % 7), f"{n % 7},000 万元") for n in range(1, 60))
    check(draw(History(points), 174, 62, Style()), 174, 62)
