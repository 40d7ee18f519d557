"""A workspace's own templates: they win, and whatever is wrong with them is told at their line."""

from pathlib import Path
from typing import Any

import pytest

from acbp.problems import Problem
from acbp.rendering.environment import fill, read_template
from acbp.rendering.overrides import NONE, Overrides, explain_failure, files_in, known_templates, read_overrides
from acbp.rendering.report import render
from acbp.rendering.words import load_words
from tests.rendering.sample import make, options

DOCUMENT = "report/document.html.j2"


def own(folder: Path, **files: str) -> tuple[Overrides, list[Problem]]:
    """Templates of one's own: name → text."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_overrides(folder)


def only(problems: list[Problem]) -> tuple[str, str, int]:
    (problem,) = problems
    assert problem.place is not None
    assert problem.message("zh") and problem.message("en") and problem.hint("zh") and problem.hint("en")
    return problem.code, Path(problem.place.file).name, problem.place.line


def test_without_a_folder_nothing_is_replaced(tmp_path: Path) -> None:
    assert read_overrides(None) == read_overrides(tmp_path / "none") == read_overrides(tmp_path) == (NONE, [])


def test_every_kind_of_template_has_a_name() -> None:
    known = known_templates()
    assert {DOCUMENT, "modules/table.html.j2", "report/report.css", "messages/zh/report.yml"} <= set(known)
    assert not [name for name in known if name.startswith(("brands/", "new/"))]


def test_a_template_of_the_same_name_wins_and_includes_those_that_ship(tmp_path: Path) -> None:
    text = '{% from "report/company.html.j2" import company %}<p>{{ document.x }}</p>{% include "report/mine.j2" %}'
    found, problems = own(tmp_path, **{DOCUMENT: text, "report/mine.j2": "<b>mine</b>"})
    assert problems == []
    assert fill({"x": "<"}, "en", found) == "<p>&lt;</p><b>mine</b>"
    assert fill({"x": "<"}, "en", found, template="report/mine.j2") == "<b>mine</b>"


def test_a_style_sheet_of_the_same_name_wins(tmp_path: Path) -> None:
    found, problems = own(tmp_path, **{"report/report.css": "p { color: red }"})
    assert problems == []
    assert read_template("report/report.css", found) == "p { color: red }"
    assert read_template("deck/deck.css", found) == read_template("deck/deck.css")


def test_words_are_replaced_key_by_key(tmp_path: Path) -> None:
    key = "common.plan"
    found, problems = own(tmp_path, **{"messages/en/mine.yml": "common:\n  plan: target\n"})
    assert problems == []
    words, before = load_words("en").replaced(found.words["en"]), load_words("en")
    assert (words(key), before(key)) == ("target", "plan")
    assert words("common.actual") == before("common.actual")
    assert "zh" not in found.words


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (DOCUMENT, "<p>\n{% if %}</p>", ("E821", "document.html.j2", 2)),
        (DOCUMENT, "<p>\n\n{{ document.title|safe }}", ("E821", "document.html.j2", 3)),
        ("report/report.css", "p { color: red }\np { colour: red }", ("E823", "report.css", 2)),
        ("report/report.css", "p {}\n\nq { word-break: keep-all }", ("E823", "report.css", 3)),
        ("report/raport.css", "p { color: red }", ("W825", "raport.css", 1)),
        ("messages/en/report.yml", "comon:\n  plan: x\n", ("E201", "report.yml", 1)),
        ("messages/en/report.yml", "common:\n  plan: x\n  plann: x\n", ("E201", "report.yml", 3)),
        ("messages/en/report.yml", "common: x\n", ("E204", "report.yml", 1)),
        ("messages/en/report.yml", "common:\n  plan: [x]\n", ("E204", "report.yml", 2)),
        ("messages/en/report.yml", "common:\n  year_plan: '{yaer}'\n", ("E824", "report.yml", 2)),
        ("messages/en/report.yml", "common:\n  year_plan: 'in {year'\n", ("E824", "report.yml", 2)),
        ("messages/en/report.yml", "common:\n  year_plan: '{year.__class__}'\n", ("E824", "report.yml", 2)),
        ("messages/en/report.yml", "common:\n  year_plan: '{year:>999999999}'\n", ("E824", "report.yml", 2)),
        ("messages/en/report.yml", "common:\n  plan: 'x\n", ("E128", "report.yml", 2)),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, name: str, text: str, told: tuple[str, str, int]) -> None:
    _, problems = own(tmp_path, **{name: text})
    assert only(problems) == told


def test_the_nearest_name_is_told(tmp_path: Path) -> None:
    _, (problem,) = own(tmp_path, **{"modules/tabel.html.j2": "x"})
    assert "modules/table.html.j2" in problem.hint("en")


def test_all_faults_are_told_at_once_and_the_rest_is_used(tmp_path: Path) -> None:
    files = {DOCUMENT: "{% if %}", "report/report.css": "x", "messages/zh/a.yml": "common:\n  plann: x\n  plan: 目标\n"}
    found, problems = own(tmp_path, **files)
    assert [problem.code for problem in problems] == ["E201", "E821", "E823"]
    assert found.words["zh"] == {"common.plan": "目标"}


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.css").write_text("p {}", encoding="utf-8")
    folder = tmp_path / "templates"
    (folder / "report").mkdir(parents=True)
    (folder / "report/report.css").symlink_to(tmp_path / "secret.css")
    found, (problem,) = read_overrides(folder)
    assert (found.templates, problem.code) == ({}, "E007")


def test_what_an_editor_leaves_behind_is_no_template(tmp_path: Path) -> None:
    own(tmp_path, **{".report.css": "x", "notes.txt": "x", "report/report.css~": "x"})
    assert files_in(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<p>\n{{ document.nowhere }}", 2),
        ("\n\n{{ document.title.__class__.__mro__ }}", 3),
        ("{% for a in range(10 ** 9) %}x{% endfor %}", 1),
        ('\n{% include "report/none.j2" %}', 2),
        ('{% include "report/document.html.j2" %}', 1),
        ("\n{{ document.title + 1 }}", 2),
    ],
)
def test_a_template_that_fails_is_a_problem_at_its_line(tmp_path: Path, text: str, line: int) -> None:
    found, problems = own(tmp_path, **{DOCUMENT: text})
    assert problems == []
    made = render(make(), None, **options(), own=found)
    assert (made.content, made.pages) == (b"", 0)
    assert only(list(made.problems)) == ("E822", "document.html.j2", line)


def test_a_template_that_breaks_one_that_ships_is_named(tmp_path: Path) -> None:
    found, _ = own(tmp_path, **{"report/company.html.j2": "nothing"})
    made = render(make(), None, **options(), own=found)
    (problem,) = made.problems
    assert problem.code == "E822"
    assert "your own (report/company.html.j2)" in problem.message("en")


def test_a_fault_without_a_line_is_explained_too() -> None:
    problem = explain_failure(ValueError("x"), NONE)
    assert (problem.code, problem.place) == ("E822", None)


def test_a_page_in_the_workspaces_own_look(tmp_path: Path) -> None:
    files: dict[str, Any] = {
        DOCUMENT: '<html lang="en"><title>{{ document.title }}</title><h1>{{ document.title }}</h1></html>',
        "report/report.css": "@page { size: 200mm 150mm } h1 { font-family: 'Noto Sans CJK SC' }",
    }
    found, problems = own(tmp_path, **files)
    assert problems == []
    made = render(make(), None, **options(), own=found)
    assert made.pages == 1 and made.content.startswith(b"%PDF")
    assert [problem.code for problem in made.problems if problem.is_error] == []
