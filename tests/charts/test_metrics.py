"""Text widths against the font itself, where it is installed."""

from pathlib import Path

import pytest

from acbp.charts.metrics import advance, exact, measure

FONTS = {
    bold: Path(f"/usr/share/fonts/opentype/noto/NotoSansCJK-{face}.ttc")
    for bold, face in ((False, "Regular"), (True, "Bold"))
}


@pytest.mark.parametrize("bold", [False, True])
def test_widths_are_those_of_the_font(bold: bool) -> None:
    if not FONTS[bold].exists():
        pytest.skip("Noto Sans CJK is not installed at its usual place")
    from fontTools.ttLib import TTCollection

    certain = [*range(0x20, 0x7F), 0xA0, 0x2014, 0x2212, *range(0x3000, 0x302A), *range(0x4E00, 0xA000)]
    with TTCollection(FONTS[bold], lazy=True) as collection:
        (font,) = [font for font in collection.fonts if font["name"].getDebugName(1) == "Noto Sans CJK SC"]
        glyphs, widths = font.getBestCmap(), font["hmtx"].metrics
        wrong = [
            chr(code)
            for code in [*certain, *range(0xFF01, 0xFF5F)]
            if code in glyphs and widths[glyphs[code]][0] != advance(chr(code), bold)
        ]
    assert wrong == []


def test_width_grows_with_the_size_and_adds_up() -> None:
    assert measure("计划", 10) == pytest.approx(20 * 25.4 / 72)
    assert measure("计划 2027", 7.5) == pytest.approx(measure("计划", 7.5) + measure(" 2027", 7.5))
    assert measure("21,000", 8.5, bold=True) > measure("21,000", 8.5)
    assert measure("", 8) == 0


@pytest.mark.parametrize(
    ("text", "known"), [("18,600 万元（−350）", True), ("É", False), ("“", False), ("①", False), ("—", True)]
)
def test_only_widths_from_the_table_are_exact(text: str, known: bool) -> None:
    assert exact(text) is known
