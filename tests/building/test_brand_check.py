"""What is said of a brand pack before anything is printed with it."""

from pathlib import Path

import pytest

from acbp.building import machine
from acbp.building.brand_check import Verdict, check_brand
from acbp.building.libraries import Face
from acbp.rendering.brand import known_brands

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect fill="{}" width="10" height="10"/></svg>'


def pack(folder: Path, text: str, **marks: str) -> Verdict:
    """The verdict on a pack; each mark is a square of one colour."""
    (folder / "brand.yml").write_text(text, encoding="utf-8")
    for name, colour in marks.items():
        (folder / f"{name}.svg").write_text(SQUARE.format(colour), encoding="utf-8")
    return check_brand(folder)


def codes(verdict: Verdict) -> list[str]:
    return [problem.code for problem in verdict.problems]


@pytest.mark.parametrize("name", known_brands())
def test_the_packs_that_ship_are_sound(name: str) -> None:
    verdict = check_brand(known_brands()[name])
    assert verdict.problems == () and verdict.is_usable
    assert len(verdict.fonts) == 4


def test_a_colour_that_reads_is_used_as_it_is(tmp_path: Path) -> None:
    said = [words.en for words in pack(tmp_path, 'color: {primary: "#00698C"}').colours]
    assert said[0] == "#00698C has a contrast of 6.2 on white: text and charts take it as it is"


def test_a_pale_colour_is_told_with_what_stands_in_for_it(tmp_path: Path) -> None:
    kept, weakest = pack(tmp_path, 'color: {primary: "#F7E27A"}').colours
    assert "contrast of 1.3 on white: text takes #796800 of the same hue (5.5), charts #796800" in kept.en
    assert "#796800" in kept.zh and "1.3" in kept.zh
    assert float(weakest.en.split(" has ")[1].split(" ")[0]) >= 4.5


def test_a_pack_with_an_error_is_not_looked_at_further(tmp_path: Path) -> None:
    verdict = pack(tmp_path, "color: {primary: teal}")
    assert codes(verdict) == ["E803"]
    assert verdict.colours == verdict.fonts == () and not verdict.is_usable
    assert codes(check_brand(tmp_path / "nowhere")) == ["E801"]


def test_logos_given_the_wrong_way_round_can_hardly_be_seen(tmp_path: Path) -> None:
    text = 'color: {primary: "#00698C"}\nlogo: {medium: {light: white.svg, dark: ink.svg}}\n'
    verdict = pack(tmp_path, text, white="#FFFFFF", ink="#003346")
    assert codes(verdict) == ["W811", "W811"]
    first, second = verdict.problems
    assert "on white: the contrast is 1.0" in first.message("en")
    assert "dark cover (#003346): the contrast is 1.0" in second.message("en")
    assert verdict.is_usable  # it looks poor, but it is the owner's choice


def test_a_drawing_of_one_colour_needs_no_second_one_for_the_cover(tmp_path: Path) -> None:
    assert codes(pack(tmp_path, 'color: {primary: "#00698C"}\nlogo: m.svg\n', m="#00698C")) == []
    two = SQUARE.format("#00698C").replace("</svg>", '<circle r="2" fill="#FF0000"/></svg>')
    (tmp_path / "m.svg").write_text(two, encoding="utf-8")
    assert codes(check_brand(tmp_path)) == ["W812"]


def test_a_font_that_is_missing_spoils_the_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    face = Face(("DejaVu Sans",), "x.ttf", 80, False, "")
    found = machine.find_face
    monkeypatch.setattr(machine, "find_face", lambda name, *rest: face if name == "Hill Sans" else found(name, *rest))
    verdict = pack(tmp_path, 'color: {primary: "#00698C"}\ntypography: {base: Hill Sans}\n')
    assert verdict.problems == () and not verdict.is_usable
    bad = [font for font in verdict.fonts if not font.ok]
    assert [font.name for font in bad] == ["font-sans-regular", "font-sans-bold"]
    assert "Hill Sans is not installed" in bad[0].detail.en
    assert bad[0].remedy == ""  # the command for the product's own fonts would be no help
