"""Every chart of the gallery keeps the rules all charts share, in both languages."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from acbp.charts.gallery import page, samples
from acbp.charts.style import Palette, Style

from .sheet import check

CHARTS = [
    (language, name, width, height, svg)
    for language in ("zh", "en")
    for name, width, height, svg in samples(Style(language=language))
]
NAMES = [f"{name}-{language}" for language, name, *_ in CHARTS]


@pytest.mark.parametrize(("language", "name", "width", "height", "svg"), CHARTS, ids=NAMES)
def test_sample_keeps_the_rules(language: str, name: str, width: float, height: float, svg: str) -> None:
    sheet = check(svg, width, height)
    assert len(sheet.lines) + len(sheet.shapes) < 90
    assert not re.search(r"<(g|defs|clipPath|use|style|metadata)\b|\bid=|\d\.\d{5}|e-\d", svg)


def test_same_figures_give_the_same_bytes() -> None:
    assert [svg for *_, svg in samples(Style())] == [svg for *_, svg in samples(Style())]


def test_only_the_tokens_of_the_palette_are_used() -> None:
    allowed = {getattr(Palette(), token).lower() for token in Palette.__slots__}
    for _, name, _, _, svg in CHARTS:
        used = set(re.findall(r"#[0-9a-f]{6}", svg))
        assert name == "cover" or used <= allowed, (name, used - allowed)


def test_another_brand_replaces_every_tone_of_the_accent() -> None:
    red = Palette("#C4161C", "#C4161C", "#C4161C", "#FFFFFF", "#501815", "#E7857B", "#F9C1BA", "#FDE7E4", "#FFF4F2")
    teal = {getattr(Palette(), token).lower() for token in ("accent", "deep", "t60", "t30", "t12", "t06")}
    for name, _, _, svg in samples(Style(palette=red)):
        assert not teal & set(re.findall(r"#[0-9a-f]{6}", svg)), name


def test_pale_brand_gets_text_that_reads() -> None:
    pale = Palette(accent="#FFC400", accent_ink="#836401", fill="#FFC400", on_fill="#17212B")
    for name, _, _, svg in samples(Style(palette=pale)):
        assert not re.search(r'<text[^>]* fill="#ffc400"', svg), name


def test_module_writes_the_gallery(tmp_path: Path) -> None:
    out = tmp_path / "gallery.html"
    done = subprocess.run([sys.executable, "-m", "acbp.charts", str(out)], capture_output=True, text=True, check=True)
    assert done.stdout == "" and done.stderr == ""
    assert out.read_text(encoding="utf-8") == page()
    assert page().count("<img ") == len(CHARTS)
