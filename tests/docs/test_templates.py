"""What the page on templates shows can be done as it says."""

import re
from pathlib import Path

import pytest

from acbp.rendering.overrides import known_templates, read_overrides

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("page", "word"), [("templates.md", "target"), ("templates.zh.md", "目标")])
def test_the_words_of_the_example_are_taken(tmp_path: Path, page: str, word: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    ((name, shown),) = re.findall(r"```yaml\n# templates/(\S+)\n(.*?)```", text, re.DOTALL)
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text(shown, encoding="utf-8")
    own, problems = read_overrides(tmp_path)
    assert problems == []
    assert [dict(words) for words in own.words.values()] == [{"common.plan": word}]


@pytest.mark.parametrize("page", ["templates.md", "templates.zh.md"])
def test_every_template_that_is_named_is_one(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:report|deck|modules|messages/\w+)/\w+\.(?:html\.j2|css|yml)", text)) - {
        "messages/en/ours.yml", "messages/zh/ours.yml", "report/ours.html.j2"
    }  # fmt: skip
    assert len(named) >= 4
    assert named <= set(known_templates())
