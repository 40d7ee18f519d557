"""The inspection finds each fault that it looks for, planted on a page of its own, and nothing on a sound one."""

from typing import Any

import pytest

from acbp.charts.style import Style
from acbp.problems import Problem
from acbp.rendering.assets import Assets
from acbp.rendering.pdf import typeset
from tests.lines import Line
from tests.printing import Printed, watching

from .inspection import (
    inspect,
    look_at_breaks,
    look_at_chart,
    look_at_count,
    look_at_filling,
    look_at_foot,
    look_at_headings,
    look_at_misfits,
    look_at_overlaps,
    look_at_problems,
    look_at_spaces,
    look_at_title,
    look_at_type,
)

SHEET = """
@page { size: 210mm 297mm; margin: 24mm 18mm 21mm 18mm }
body { margin: 0; font-family: "Noto Sans CJK SC"; font-size: 8pt; line-height: 12pt }
h1, h2, p, table { margin: 0; font-size: inherit } .col { width: 174mm } section { break-before: page }
table { table-layout: fixed; border-collapse: collapse } td { padding: 0 }
"""


def laid(body: str, language: str = "zh-CN") -> Printed:
    """A document of that HTML, with what the inspection is told of it; each section is a page of its own."""
    html = f'<!DOCTYPE html><html lang="{language}"><head><title>T</title></head><body>{body}</body></html>'
    with watching() as (misfits, lines):
        made = typeset(html, [SHEET], Assets(Style()))
    places = dict(made.places)
    pages = [
        {"anchor": anchor, "name": anchor.split("-")[0], "part": int([*anchor.split("-"), "1"][1])} for anchor in places
    ]
    return Printed({"pages": pages}, made.content, made.pages, made.problems, places, tuple(misfits), tuple(lines), {})


def lines(body: str, language: str = "zh-CN") -> tuple[Line, ...]:
    """The lines of the first page."""
    return laid(body, language).lines[0]


SOUND = (
    '<section id="a"><div class="title"><h1>供货额增长 12.9%，<br>毛利同步增加 900 万元</h1></div>'
    '<div class="col"><h2>分季度</h2><p>一季度完成 4,620 万元，同比增长 8%；其余见下页。</p></div></section>'
)


def test_nothing_is_found_on_a_sound_page() -> None:
    assert inspect(laid(SOUND), "report", "zh") == []


def kinds(found: Any) -> list[str]:
    """What is found."""
    return [finding.kind for finding in found]


def test_a_complaint_of_the_typesetter() -> None:
    made = laid('<section id="a"><p>\U0010fffd</p></section>')
    assert kinds(look_at_problems(made.problems)) == ["complaint"]
    assert kinds(look_at_problems([Problem("W907", {"count": "1", "language": "@en"})])) == []


@pytest.mark.parametrize(
    "body",
    [
        '<p style="white-space: nowrap">' + "长" * 90 + "</p>",
        '<div style="width: 20mm; overflow: hidden; white-space: nowrap">' + "长" * 20 + "</div>",
        '<div style="height: 5mm; overflow: hidden"><p>' + "长" * 200 + "</p></div>",
        '<div style="position: relative"><p style="position: absolute; left: 186mm; width: 30mm">长长长长长</p></div>',
        '<table style="width: 42mm"><col style="width: 12mm"><col style="width: 30mm">'
        '<tr><td style="white-space: nowrap">1,234,567,890</td><td>12.9%</td></tr></table>',
    ],
)
def test_what_is_cut_or_leaves_its_place(body: str) -> None:
    assert set(kinds(look_at_misfits(laid(f'<section id="a">{body}</section>').misfits))) == {"misfit"}


def test_a_page_that_runs_over() -> None:
    made = laid('<section id="a">' + "<p>行</p>" * 80 + '</section><section id="b"><p>行</p></section>')
    assert kinds(look_at_count(made, "report")) == ["ran over"]


def test_a_page_that_ends_early_although_it_goes_on() -> None:
    made = laid('<section id="a"><p>行</p></section><section id="a-2"><p>行</p></section>')
    assert kinds(look_at_filling(made, "report", 53, 276)) == ["empty", "empty"]
    assert kinds(look_at_filling(laid('<section id="a"><p>行</p></section>'), "report", 53, 276)) == []


def test_a_page_with_little_that_goes_on_from_the_one_before() -> None:
    made = laid('<section id="a">' + "<p>行</p>" * 40 + '</section><section id="a-2"><p>行</p></section>')
    assert [(found.page, found.kind) for found in look_at_filling(made, "report", 53, 276)] == [(2, "empty")]


@pytest.mark.parametrize(
    ("style", "kind"),
    [("font-size: 6.8pt", "small type"), ("font-style: italic", "false face"), ("font-weight: 600", "false face")],
)
def test_type_that_must_not_be(style: str, kind: str) -> None:
    assert kinds(look_at_type(1, lines(f'<p style="{style}">文字</p>'), 1.0, 6.95)) == [kind]


def test_type_counts_as_it_is_printed() -> None:
    assert kinds(look_at_type(1, lines('<p style="font-size: 7.2pt">文字</p>'), 0.9, 6.95)) == ["small type"]
    assert kinds(look_at_type(1, lines('<p style="font-size: 6pt">文字</p>'), 4 / 3, 7.95)) == []


@pytest.mark.parametrize("title", ["一<br>二<br>三", "供货额增长 — 至 —"])
def test_a_title_of_three_lines_or_without_its_figure(title: str) -> None:
    assert kinds(look_at_title(1, lines(f'<div class="title"><h1>{title}</h1></div>'))) == ["title"]
    assert kinds(look_at_title(1, lines('<div class="title"><h1>一——<br>二</h1></div>'))) == []


@pytest.mark.parametrize(
    "body",
    [
        "<p>文字</p><h2>标题</h2>",
        "<table><thead><tr><th>甲</th><th>乙</th></tr></thead></table>",
        '<table><tr class="group"><td>组</td></tr></table>',
    ],
)
def test_a_heading_with_nothing_below_it(body: str) -> None:
    assert "orphan" in kinds(look_at_headings(1, lines(f'<div class="col">{body}</div>')))
    assert kinds(look_at_headings(1, lines(f'<div class="col">{body}<p>文字</p></div>'))) == []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("甲乙<br>，丙丁", "begins"),
        ("甲乙（<br>丙丁", "ends"),
        ("甲乙<br>丙", "lone character"),
        ("甲乙<br>丙。", "lone character"),
        ("oordinatio<br>n", "lone character"),
    ],
)
def test_lines_that_are_broken_wrongly(body: str, kind: str) -> None:
    assert kinds(look_at_breaks(1, lines(f"<p>{body}</p>"))) == [kind]


@pytest.mark.parametrize("said", ["增长8%", "OTIF达到目标", "3家门店", "达到 8%以上"])
def test_chinese_and_latin_without_a_space(said: str) -> None:
    assert kinds(look_at_spaces(1, lines(f"<p>{said}</p>"))) == ["no space"]
    assert kinds(look_at_spaces(1, lines("<p>增长 8%，达到 3 家</p>"))) == []


def test_lines_that_run_into_each_other() -> None:
    assert kinds(look_at_overlaps(1, lines('<p>甲乙丙</p><p style="margin-top: -3mm">丁戊己</p>'))) == ["overlap"]
    assert kinds(look_at_overlaps(1, lines("<p>甲乙丙</p><p>丁戊己</p>"))) == []


def test_text_that_runs_into_the_footer() -> None:
    found = look_at_foot(1, lines('<div style="position: absolute; top: 256mm">文字</div>'), 277.5)
    assert kinds(found) == ["below the body"]


def chart(*labels: str) -> str:
    """A chart of 40 × 20 mm with those labels."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20mm">{"".join(labels)}</svg>'


def label(text: str, x: float = 20, y: float = 30, size: float = 7.5) -> str:
    """A label, places in points."""
    return f'<text x="{x}" y="{y}" font-size="{size}">{text}</text>'


@pytest.mark.parametrize(
    ("labels", "kind"),
    [
        ([label("文字", size=6)], "chart: small type"),
        ([label("很长的一行文字", x=90)], "chart: leaves"),
        ([label("文字", y=60)], "chart: leaves"),
        ([label("增长8%")], "chart: no space"),
        ([label("第一个"), label("第二个", x=30)], "chart: overlap"),
    ],
)
def test_labels_of_a_chart(labels: list[str], kind: str) -> None:
    assert kinds(look_at_chart("c", chart(*labels), "zh")) == [kind]


def test_a_sound_chart() -> None:
    assert kinds(look_at_chart("c", chart(label("第一个"), label("第二个", y=42)), "zh")) == []
