"""Faults planted in pages: each is told with its page, and what another version of Pango may move is none."""

import re
from typing import Any

import pytest

from acbp.charts.style import Style
from acbp.rendering.assets import Assets
from acbp.rendering.pdf import typeset

from .comparing import compare
from .looks import Look, look_at, read_looks, write_looks

SHEET = """
@page { size: 120mm 90mm; margin: 0 }
body { margin: 0; font: 9pt 'Noto Sans CJK SC'; color: #17212b }
section { height: 90mm; position: relative; break-after: page }
section > * { position: absolute; left: 10mm; margin: 0 }
h1 { top: 8mm; font: bold 16pt 'Noto Serif CJK SC' }
table { top: 25mm; border-spacing: 0 }
td { width: 30mm; padding: 0; border-bottom: 0.25mm solid #d6dce1 }
svg { top: 45mm; width: 60mm; height: 30mm }
footer { top: 80mm; color: #64707c; font-size: 7pt }
"""
PAGE = """
<section>
  <h1>{title}</h1>
  <table style="margin: {down}mm {right}mm">
    <tr><td>Tea</td><td>12.3</td></tr>
    <tr><td>{name}</td><td>{figure}</td></tr>
  </table>
  <svg viewBox="0 0 60 30">{bars}<text x="45" y="20" font-size="3">Plan</text></svg>
  <footer>Page {number}</footer>
</section>"""
TITLES = ("Sales grow by 8%", "Costs fall", "Who does what", "What may go wrong", "What else")
SIZE = "<style>@page { size: 120mm 92mm }</style>"
TEAL, GREY, RED = "#00698c", "#4d4d4d", "#c4161c"
"""Teal and grey are equally dark."""


def page(number: int, **other: Any) -> str:
    """A page with a title, a table, a chart of six bars and a foot."""
    held = {"title": TITLES[number - 1], "name": "<b>Water 水</b>", "figure": "4.5", "down": 0, "right": 0}
    return PAGE.format(number=number, **held | {"bars": bars()} | other)


def bars(*, fills: tuple[str, ...] = (), left: float = 0, width: float = 3) -> str:
    """The bars of a chart, the last ones in the colours that are given."""
    return "".join(
        f'<rect x="{6 * at + left}" y="{30 - 4 * at}" width="{width}" height="{4 * at}" fill="{fill}"/>'
        for at, fill in enumerate([*[TEAL] * (6 - len(fills)), *fills], start=1)
    )


def look(*pages: str) -> list[Look]:
    made = typeset(f'<html lang="en"><title>x</title>{"".join(pages)}</html>', [SHEET], Assets(Style()))
    assert made.problems == ()
    return look_at(made.content)


@pytest.fixture(scope="module")
def before() -> list[Look]:
    """The pages as they were, written down and read back."""
    return read_looks(write_looks(look(page(1), page(2), page(3), page(4))))


def faults_of(before: list[Look], **other: Any) -> list[str]:
    """What is told of the third page when it differs in this."""
    heading, *told = compare(before, look(page(1), page(2), page(3, **other), page(4)))
    assert heading == "page 3: Who does what"
    return [each.strip() for each in told]


def test_what_is_written_down_can_be_read(before: list[Look]) -> None:
    told = write_looks(before)
    assert write_looks(read_looks(told)) == told
    assert told.startswith("text #17212b\n\npage 1 · 120×90 · Sales grow by 8%\n14.5\t10/16sb:Sales grow by 8%\n")
    assert "\t10/9:Tea\t40:12.3\n" in told and "\t10/9b:Water 水\t40/9:4.5\n" in told
    assert "\t10/7#64707c:Page 1\n" in told


def test_the_same_pages_do_not_differ(before: list[Look]) -> None:
    assert compare(before, look(page(1), page(2), page(3), page(4))) == []


@pytest.mark.parametrize("moved", [{"down": 0.4}, {"right": 0.4}, {"bars": bars(left=0.2)}, {"bars": bars(width=3.1)}])
def test_what_another_version_of_pango_may_move_is_no_fault(moved: dict[str, Any], before: list[Look]) -> None:
    assert compare(before, look(page(1), page(2), page(3, **moved), page(4))) == []


def test_a_digit(before: list[Look]) -> None:
    assert faults_of(before, figure="4.6") == ["40/34 mm '4.5' became '4.6'"]


def test_a_digit_of_the_title(before: list[Look]) -> None:
    told = compare(before, look(page(1, title="Sales grow by 9%"), page(2), page(3), page(4)))
    assert told == ["page 1: Sales grow by 9%", "  10/14 mm 'Sales grow by 8%' became 'Sales grow by 9%'"]


def test_a_text_that_is_gone_and_one_that_is_new(before: list[Look]) -> None:
    assert faults_of(before, figure="") == ["40/34 mm '4.5' is gone"]
    assert faults_of(before, figure="4.5<br>new")[0] == "40/38 mm 'new' is new"


@pytest.mark.parametrize(
    ("style", "face"),
    [
        ("font-weight: normal", "9 #17212b"),
        ("font-size: 10pt", "10b #17212b"),
        ("color: #b3261e", "9b #b3261e"),
        ("font-family: Noto Serif CJK SC", "9sb #17212b"),
    ],
)
def test_a_text_in_another_face(style: str, face: str, before: list[Look]) -> None:
    told = faults_of(before, name=f'<b style="{style}">Water 水</b>')
    assert told[0].endswith(f"mm 'Water 水' is set in {face} instead of 9b #17212b")


def test_a_missing_page(before: list[Look]) -> None:
    assert compare(before, look(page(1), page(3), page(4))) == ["page 2 is missing: Costs fall"]


def test_a_page_too_many(before: list[Look]) -> None:
    told = compare(before, look(page(1), page(2), page(3), page(4), page(5)))
    assert told == ["page 5 is new: What else"]


def test_pages_that_changed_places(before: list[Look]) -> None:
    told = compare(before, look(page(1), page(3), page(2), page(4)))
    assert told == ["page 2 is new: Who does what", "page 3 is missing: Who does what"]


def test_pages_of_another_size(before: list[Look]) -> None:
    told = compare(before, look(SIZE, page(1), page(2), page(3), page(4)))
    assert told[:2] == ["page 1: Sales grow by 8%", "  120×92 mm instead of 120×90 mm"]


def test_a_module_that_moved(before: list[Look]) -> None:
    told = faults_of(before, down=2)
    assert told[0] == "4 texts moved by +0 mm across and +2 mm down: 'Tea' … '4.5'"


@pytest.mark.parametrize(
    "other",
    [
        bars(left=2),
        bars(width=5),
        bars().replace('height="20"', 'height="14"'),
        bars(fills=(RED,) * 6),
        bars(fills=(RED,)),
        bars(fills=(GREY,)),
    ],
    ids=["moved", "wider", "one shorter", "another colour", "one in another colour", "one in a colour as dark"],
)
def test_bars(other: str, before: list[Look]) -> None:
    told = faults_of(before, bars=other)
    assert told and all(re.fullmatch(r"(ink|warm|green) is off in \d+ squares between .*", each) for each in told)
