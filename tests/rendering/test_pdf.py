"""Whatever goes wrong while pages are set is a problem, and nothing is fetched from anywhere."""

import logging
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from acbp.rendering.assets import Assets
from acbp.rendering.brand import Brand
from acbp.rendering.fetcher import AssetFetcher
from acbp.rendering.pdf import typeset
from acbp.rendering.report import render

from .reading import Pdf, squeeze
from .sample import make, options, printed_problems

FONT = "html { font-family: 'Noto Sans CJK SC' }"


def assets() -> Assets:
    """Assets with one picture."""
    held = Assets(Brand("plain").style("en"))
    held.add("dot.svg", "image/svg+xml", b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')
    return held


def set_type(body: str, sheet: str = "") -> list[tuple[str, str]]:
    """The codes of what is wrong with a small page, each with what it names."""
    html = f'<html lang="en"><head><title>T</title></head><body><p>Text</p>{body}</body></html>'
    return [
        (problem.code, str(next(iter(problem.values.values()))))
        for problem in typeset(html, [FONT, sheet], assets()).problems
    ]


@pytest.fixture
def cut_off(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No network: every attempt fails, and is noted."""
    tried: list[str] = []

    def refuse(*args: Any, **kwargs: Any) -> Any:
        tried.append(str(args))
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(urllib.request.OpenerDirector, "open", refuse)
    return tried


def test_a_sound_page_brings_nothing() -> None:
    assert set_type('<img src="asset:dot.svg" alt="dot"><a href="#x" id="x">here</a>') == []


def test_a_glyph_that_no_font_has() -> None:
    assert set_type("<p>\U00012000\U00012001</p>") == [("E901", "\U00012000 (U+12000) \U00012001 (U+12001)")]


def test_a_glyph_missing_from_the_fonts_stops_a_plan() -> None:
    problems = printed_problems(make(goals={"statement": "Grow \U00012000 fast"}))
    assert problems == [("E901", {"characters": "\U00012000 (U+12000)"})]


ADDRESS = "http://127.0.0.1:9/x.png"


@pytest.mark.parametrize(
    ("body", "sheet"),
    [
        (f'<img src="{ADDRESS}" alt="x">', ""),
        ('<img src="file:///etc/hostname" alt="x">', ""),
        ('<img src="data:image/png;base64,AAAA" alt="x">', ""),
        ('<img src="asset:other.svg" alt="x">', ""),
        (f'<link rel="stylesheet" href="{ADDRESS}">', ""),
        ('<link rel="attachment" href="file:///etc/hostname">', ""),
        ('<a rel="attachment" href="file:///etc/hostname">x</a>', ""),
        (f'<object data="{ADDRESS}">x</object>', ""),
        (f'<embed src="{ADDRESS}">', ""),
        (f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{ADDRESS}" width="5" height="5"/></svg>', ""),
        ("", f"p {{ background: url({ADDRESS}) }}"),
        ("", f"@import url({ADDRESS});"),
        ("", "@font-face { font-family: X; src: url(file:///etc/hostname) } p { font-family: X }"),
        ("<ul><li>x</li></ul>", f"li {{ list-style-image: url({ADDRESS}) }}"),
        ("", f"p::before {{ content: url({ADDRESS}) }}"),
        ("", f"p {{ border-image: url({ADDRESS}) 1 }}"),
    ],
)
def test_nothing_is_fetched_that_was_not_registered(body: str, sheet: str, cut_off: list[str]) -> None:
    """Neither network nor disk is asked, and the refusal does not pass in silence."""
    assert {code for code, _ in set_type(body, sheet)} >= {"E902"}
    assert cut_off == []


def test_a_warning_about_a_style_sheet() -> None:
    codes = set_type("", "p { word-break: keep-all-of-it; colour: red }")
    assert [code for code, _ in codes] == ["E903", "E903"]
    assert "colour" in codes[1][1]


def test_listening_leaves_the_log_as_it_was() -> None:
    logger = logging.getLogger("weasyprint")
    before = (logger.handlers[:], logger.propagate)
    set_type("", "p { colour: red }")
    assert (logger.handlers, logger.propagate) == before


def test_the_fetcher_hands_out_what_is_registered_and_remembers_what_is_not() -> None:
    fetcher = AssetFetcher(assets())
    answer = fetcher.fetch("asset:dot.svg")
    assert answer.read().startswith(b"<svg")
    for address in ("asset:none", "http://a/b", "file:///etc/passwd", "ASSET:dot.svg"):
        with pytest.raises(ValueError, match="not registered"):
            fetcher.fetch(address)
    assert fetcher.refused == ["asset:none", "http://a/b", "file:///etc/passwd", "ASSET:dot.svg"]


def test_a_logo_that_is_not_there_is_told_and_the_pages_come_all_the_same(tmp_path: Path) -> None:
    plan = make()
    named = plan.model_copy(update={"account": plan.account.model_copy(update={"logo": "none.svg"})})
    made = render(named, None, **options(), folder=tmp_path)
    assert [(problem.code, problem.values["file"]) for problem in made.problems] == [("E001", "none.svg")]
    assert made.content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../secret.svg", "E007"),
        ("/etc/hostname", "E007"),
        ("sub/../../secret.svg", "E007"),
        ("link.svg", "E007"),
        ("broken.svg", "E807"),
        (".", "E003"),
    ],
)
def test_a_logo_outside_the_folder_or_unusable_is_refused(name: str, code: str, tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    good = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0 H9" fill="#123456"/></svg>'
    (tmp_path / "secret.svg").write_bytes(good)
    (folder / "link.svg").symlink_to(tmp_path / "secret.svg")
    (folder / "broken.svg").write_bytes(b"<svg><script>alert(1)</script></svg>")
    plan = make()
    plan = plan.model_copy(update={"account": plan.account.model_copy(update={"logo": name})})
    made = render(plan, None, **options(), folder=folder)
    assert [problem.code for problem in made.problems] == [code]


HOSTILE = (
    "</p></section><h1>{% 7*7 %}</h1><img src=http://127.0.0.1:9/x.png><style>p{background:url(http://127.0.0.1:9/y)}"
    "</style>&#65;&lt; {% raw %} \" ' url(file:///etc/hostname)"
)


def test_hostile_texts_are_printed_as_they_are(cut_off: list[str]) -> None:
    """Markup, template code and style in any field of a plan are words like any other."""
    plan = make(
        heading={
            "title": f"T {HOSTILE}",
            "promise": HOSTILE,
            "owner": HOSTILE,
            "confidentiality": HOSTILE,
            "categories": [{"id": "tea", "name": HOSTILE}],
            "definitions": [{"term": HOSTILE, "meaning": HOSTILE}],
            "pages": {"account": {"title": HOSTILE, "lead": HOSTILE, "note": HOSTILE}},
        },
        account={
            "name": HOSTILE,
            "short_name": f"C {HOSTILE}",
            "stores": [{"format": HOSTILE, "stores": 3}],
            "needs": [{"need": HOSTILE, "response": HOSTILE, "who": HOSTILE}],
        },
        situation={"market": {"conclusion": HOSTILE, "facts": [{"label": HOSTILE, "value": HOSTILE}]}},
        actions=[{"id": "a", "name": HOSTILE, "cause": HOSTILE, "recovery": HOSTILE, "due": "2027-02-01"}],
        financials={"categories": [{"category": "tea", "quarters": {"Q1": 1, "Q2": 2, "Q3": 3, "Q4": 4}}]},
        relationships={
            "contacts": [{"id": "x", "name": HOSTILE, "side": "us"}, {"id": "y", "name": "Y", "side": "customer"}],
            "pairs": [{"ours": "x", "theirs": "y", "rhythm": HOSTILE}],
        },
    )
    made = render(plan, None, **options())
    assert [problem for problem in made.problems if problem.code != "E901"] == []
    assert cut_off == []
    text = Pdf(made.content).text
    assert squeeze("</p></section><h1>{%7*7%}</h1>") in text
    assert "<h1>49" not in text
    assert b"127.0.0.1" not in made.content.split(b"/Title")[0]


@pytest.mark.parametrize("form", ["report", "deck"])
def test_no_page_is_laid_out_twice(form: str, caplog: pytest.LogCaptureFixture) -> None:
    plan = make(
        risks=[{"id": "r", "name": "Late", "likelihood": 3, "impact": 4}],
        actions=[{"id": "a", "name": "Train", "due": "2027-02-01"}],
    )
    progress = logging.getLogger("weasyprint.progress")
    progress.addHandler(caplog.handler)
    try:
        with caplog.at_level(logging.INFO, progress.name):
            made = render(plan, None, **options(), form=form)
    finally:
        progress.removeHandler(caplog.handler)
    laid_out = [message for message in caplog.messages if "Creating layout" in message]
    assert len(laid_out) == made.pages >= 3, laid_out


def test_the_same_plan_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    script = (
        "import sys; from tests.rendering.sample import make, options; from acbp.rendering.report import render\n"
        "plan = make(goals={'statement': 'Grow', 'customer': [{'text': 'More margin'}]},"
        " financials={'quarters': {'Q1': 10, 'Q2': 20, 'Q3': 30, 'Q4': 40}},"
        " risks=[{'id': 'r', 'name': 'Late', 'likelihood': 3, 'impact': 4}])\n"
        "sys.stdout.buffer.write(render(plan, None, **options()).content)"
    )
    root = Path(__file__).parents[2]
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "TZ": zone, "PATH": "/usr/bin:/bin"},
            cwd=folder,
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone, folder in (("1", "UTC", root), ("2", "Asia/Shanghai", tmp_path))
    ]
    assert runs[0].startswith(b"%PDF")
    assert runs[0] == runs[1]
