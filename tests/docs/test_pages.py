"""The generated pages are those that the program would write now."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from acbp.building.guide import describe_plan, describe_problems
from acbp.loading.schema import SECTIONS, parts_in
from acbp.model import Plan, Workspace
from acbp.model.chinese_names import chinese_names
from acbp.problems import known_codes

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_page_is_stale(tmp_path: Path, lang: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "acbp", "guide", tmp_path],
        cwd=ROOT,
        env={**os.environ, "ACBP_LANG": lang},
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    fresh = {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()}
    assert len(fresh) == 8
    stale = [name for name, text in fresh.items() if (DOCS / name).read_text("utf-8") != text]
    assert stale == [], f"write them anew with: ACBP_LANG={lang} python -m acbp guide docs"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_key_of_every_part_is_described(lang: str) -> None:
    page = describe_plan(lang)
    waiting, seen = [Plan, Workspace], set()
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        for name, field in part.model_fields.items():
            if name not in ("audience", "internal") and part is not Plan:
                words = field.json_schema_extra["x-description"][lang].replace("|", "\\|")
                assert f"| `{name}` | `{chinese_names(part)[name]}` | {words} |" in page
            waiting += parts_in(field.annotation)
    for section in SECTIONS:
        assert re.search(rf"^## \S+ `{section}`$", page, re.MULTILINE)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_link_within_the_page_leads_somewhere(lang: str) -> None:
    page = describe_plan(lang)
    headings = re.findall(r"^#+ (.*)$", page, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = re.findall(r"\]\(#([^)]*)\)", page)
    assert len(links) > 40
    assert set(links) <= anchors


def test_the_english_page_is_in_english() -> None:
    # Chinese stands between backticks only: the spellings of names and words.
    words = re.sub(r"`[^`]*`", "", describe_plan("en"))
    assert [line for line in words.splitlines() if re.search("[\u4e00-\u9fff]", line) and "万元" not in line] == []


def test_every_problem_is_listed_in_both_languages() -> None:
    page = describe_problems()
    for code in known_codes():
        assert f"## {code.name.partition('/')[0]}\n" in page
        for lang in ("zh", "en"):
            assert code.messages[lang].split("\n")[0] in page
