"""The templates that may be replaced, and copies of them to begin with."""

from pathlib import Path

import pytest

from acbp.building.ejecting import DESCRIPTIONS, eject_template, list_templates
from acbp.problems import Problem
from acbp.rendering.overrides import known_templates, read_overrides
from acbp.rendering.resources import template_root


def test_every_template_is_described_and_nothing_else() -> None:
    assert set(DESCRIPTIONS) == {name for name in known_templates() if not name.startswith("messages/")}


@pytest.mark.parametrize(
    ("lang", "cover", "words"), [("zh", "报告封面", "文字：team"), ("en", "the report's cover", "words: team")]
)
def test_the_list_says_what_each_is_for(lang: str, cover: str, words: str) -> None:
    listed = dict(list_templates(lang))
    assert list(listed) == known_templates()
    assert listed["report/cover.html.j2"] == cover
    assert listed["messages/en/team.yml"].startswith(words)


def test_a_copy_is_the_template_as_it_ships_and_is_sound(tmp_path: Path) -> None:
    for name in ("report/cover.html.j2", "report/report.css", "messages/zh/team.yml"):
        assert eject_template(name, tmp_path) == tmp_path / name
        assert (tmp_path / name).read_bytes() == (template_root() / name).read_bytes()
    own, problems = read_overrides(tmp_path)
    assert problems == []
    assert set(own.templates) == {"report/cover.html.j2", "report/report.css"}


def test_every_template_may_be_ejected_without_a_fault(tmp_path: Path) -> None:
    for name in known_templates():
        eject_template(name, tmp_path)
    assert read_overrides(tmp_path)[1] == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "report" / "cover.html.j2"
    file.parent.mkdir()
    file.write_text("mine", encoding="utf-8")
    problem = eject_template("report/cover.html.j2", tmp_path)
    assert isinstance(problem, Problem) and problem.code == "E911"
    assert file.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("report/covr.html.j2", "report/cover.html.j2"), ("report.css", "report/report.css"), ("../../etc/passwd", "")],
)
def test_an_unknown_name_is_told_with_the_nearest(tmp_path: Path, name: str, nearest: str) -> None:
    problem = eject_template(name, tmp_path / "templates")
    assert isinstance(problem, Problem) and problem.code == "E916"
    assert problem.values.get("nearest", "") == nearest
    assert list(tmp_path.iterdir()) == []
