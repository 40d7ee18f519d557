"""Templates get plain data, escape everything, and hold nothing that would let a text become markup."""

import datetime
import re
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from acbp.model.account import Fact
from acbp.rendering.environment import NotPlainError, check_plain, fill
from acbp.rendering.overrides import Override, Overrides
from acbp.rendering.resources import template_root

TEMPLATES = {str(path.relative_to(template_root())): path for path in sorted(template_root().rglob("*.j2"))}
LENGTH = r"\{\{ [a-z_.]+ \}\}mm|0mm|-?[0-9.]+mm"
_STYLE = re.compile(
    r"(?:(?:width|height|left|top|padding-left|padding-top|padding-bottom|margin-top|\{\{ c\.label_side \}\}): "
    rf"(?:{LENGTH})|text-align: \{{\{{ b\.align \}}\}}|box-sizing: border-box"
    r"|font-size: \{\{ (?:party|card|item|cover\.sizes\[\d\])\.size \}\}pt"
    r"|page: sheet-\{\{ (?:page\.anchor|name) \}\}|position: running\((?:tracker|foot)-\{\{ name \}\}\)"
    r"|line-height: \{\{ cover\.sizes\[\d\]\.leading \}\}pt)"
)


_MARGINS = re.compile(r"<style>\n(?:\{% for [^%]*%\}\{\{ margins\([^{}]*\) \}\}\{% endfor %\}\n)+</style>")
"""The one style sheet with names in it: pages are named by the program, or by an identifier of the plan."""


def faults_in(text: str) -> list[str]:
    """What must not stand in a template, as pieces of its text."""
    text = _MARGINS.sub("", text)
    faults = re.findall(
        r"\|\s*safe\b|Markup\(|from_string|autoescape|<script|<style|javascript:|\{% (?:call|import)\b", text
    )
    # A class or an id may hold an expression only within quotes.
    outside_blocks = re.sub(r"\{%.*?%\}", "", text, flags=re.DOTALL)
    faults += re.findall(r"[\w-]+=\{\{.*?\}\}", outside_blocks)
    for style in re.findall(r'style="([^"]*)"', outside_blocks):
        faults += [piece for piece in style.split(";") if piece.strip() and not _STYLE.fullmatch(piece.strip())]
    faults += [f"href {link}" for link in re.findall(r'href="([^"]*)"', text) if not link.startswith("#{{")]
    sources = re.findall(r'src="([^"]*)"', outside_blocks)
    faults += [
        f"src {link}"
        for link in sources
        if not re.fullmatch(r"asset:mark-.*|asset:tie-.*|\{\{ [a-z_.]+(?:\[tone\])? \}\}", link)
    ]
    return faults


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_clean(name: str) -> None:
    assert faults_in(TEMPLATES[name].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ page.title|safe }}",
        "{{ Markup(x) }}",
        "<div class={{ page.name }}>",
        '<div style="color: {{ page.colour }}">',
        '<div style="width: {{ page.width }}">',
        '<div style="left: 0mm; background: url(x)">',
        "<style>p { color: {{ c }} }</style>",
        '<a href="{{ page.link }}">',
        '<img src="http://example.com/x.png">',
        '<img src="file:{{ name }}">',
        "{% autoescape false %}",
    ],
)
def test_the_search_for_faults_finds_them(text: str) -> None:
    assert len(faults_in(text)) >= 1


def test_there_are_templates_to_look_at() -> None:
    assert len(TEMPLATES) > 15
    assert {"report/document.html.j2", "modules/table.html.j2"} <= set(TEMPLATES)


class Text(str):
    """A text that has grown methods."""


@pytest.mark.parametrize(
    "value",
    [
        Fact(label="a", value="b"),
        Path("/etc/passwd"),
        datetime.date(2027, 1, 4),
        {"a": [{"b": object()}]},
        {"a": {1: "x"}},
        lambda: "x",
        1.5,
        Text("x"),
        {"a", "b"},
        b"bytes",
        str.format,
    ],
    ids=lambda value: type(value).__name__,
)
def test_nothing_but_plain_data_reaches_a_template(value: Any) -> None:
    with pytest.raises(NotPlainError):
        check_plain({"page": [value]})
    with pytest.raises(NotPlainError):
        fill({"page": [value]}, "en")


def test_plain_data() -> None:
    check_plain({"a": [1, True, None, "x", Decimal("1.5"), ("y", MappingProxyType({"b": []}))]})


def test_a_fault_names_the_place() -> None:
    with pytest.raises(NotPlainError, match=r"document\.pages\[1\]\.title is date"):
        check_plain({"pages": [{}, {"title": datetime.date(2027, 1, 4)}]})


def own_template(text: str) -> Overrides:
    """The report's template is replaced."""
    return Overrides({"report/document.html.j2": Override(text, "templates/report/document.html.j2")})


def test_texts_are_escaped_and_never_filled_in_themselves() -> None:
    own = own_template('<p title="{{ document.x }}">{{ document.x }} {{ document.x|t }}</p>')
    hostile = '</p><script>"{{ 7*7 }}" {% raw %}\''
    html = fill({"x": hostile}, "en", own)
    assert "<script>" not in html and "49" not in html
    assert html.count("&lt;/p&gt;&lt;script&gt;") == 3
    assert html.count("{{ 7*7 }}") == 3


def test_a_name_that_is_not_given_is_a_fault() -> None:
    with pytest.raises(UndefinedError):
        fill({}, "en", own_template("{{ document.missing }}"))


@pytest.mark.parametrize(
    "text", ["{{ document.x.__class__.__mro__ }}", "{{ ''.__class__ }}", "{{ document.items.__self__ }}"]
)
def test_a_template_gets_at_nothing_behind_the_data(text: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        fill({"x": "a"}, "en", own_template(text))


def test_a_template_changes_nothing() -> None:
    document = {"x": ["a"]}
    with pytest.raises(SecurityError):
        fill(document, "en", own_template("{{ document.x.append('b') }}"))
    assert document == {"x": ["a"]}


def test_the_quiet_sign_of_a_figure_hangs_out_and_nothing_else_does() -> None:
    said = {"figure": "14.0%†", "text": "<b>17.5‡", "note": "† older than 365 days"}
    own = own_template("{{ document.figure|s }} {{ document.text|t }} {{ document.note|t }}")
    html = fill(said, "en", own)
    assert '14.0%<span class="dagger">†</span>' in html
    assert '&lt;b&gt;17.5<span class="dagger">‡</span>' in html
    assert html.count("dagger") == 2
