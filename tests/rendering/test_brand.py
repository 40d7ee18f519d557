from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from acbp.charts.style import Palette
from acbp.problems import Problem
from acbp.rendering.brand import SANS, SERIF, Brand, known_brands, load_brand
from acbp.rendering.colour import weak_pairs

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'
WIDE = SQUARE.replace("0 0 10 10", "0 0 40 10")


def pack(folder: Path, text: str, **files: str) -> tuple[Brand, list[Problem]]:
    (folder / "brand.yml").write_text(text, encoding="utf-8")
    for name, content in files.items():
        (folder / f"{name}.svg").write_text(content, encoding="utf-8")
    return load_brand(folder)


def only(problems: list[Problem]) -> Problem:
    (problem,) = problems
    assert problem.message("zh") and problem.message("en") and problem.hint("zh") and problem.hint("en")
    return problem


@pytest.mark.parametrize(
    ("name", "colour", "aspect"),
    [
        ("spring", "#00698C", 0.72),
        ("cliff", "#C4161C", 1.0),
        ("primrose", "#F7E27A", 1.0),
        ("dusk", "#5B2A86", 60 / 46),
    ],
)
def test_the_packs_that_come_with_the_product(name: str, colour: str, aspect: float) -> None:
    brand, problems = load_brand(known_brands()[name])
    assert problems == []
    assert (brand.name, brand.palette.accent) == (name.capitalize(), colour)
    assert (brand.sans, brand.serif) == (SANS, SANS if name == "dusk" else SERIF)
    assert brand.logo is not None and brand.logo_on_dark is not None
    assert brand.logo.aspect == brand.logo_on_dark.aspect == pytest.approx(aspect)
    # On the dark cover a pale brand keeps its colour.
    assert colour.encode() in brand.logo.data
    assert (colour if name == "primrose" else "#FFFFFF").encode() in brand.logo_on_dark.data
    assert brand.name_beside_logo
    assert weak_pairs(brand.palette) == []


def test_one_colour_makes_a_brand(tmp_path: Path) -> None:
    brand, problems = pack(tmp_path, 'color:\n  primary: "#7a1fa2"\n')
    assert problems == []
    assert brand.palette.accent == "#7A1FA2"
    assert (brand.name, brand.sans, brand.serif) == (tmp_path.name, SANS, SERIF)
    assert (brand.logo, brand.logo_on_dark, brand.name_beside_logo) == (None, None, False)
    assert brand.style("en").palette is brand.palette and brand.style("en").language == "en"


def test_a_pack_written_for_other_tools_is_read_as_it_is(tmp_path: Path) -> None:
    text = """
meta:
  name: {short: Hill, full: Hill Drinks Ltd}
  link: {home: https://hill.example}
logo:
  images:
    wide: {path: wide.svg, alt: Hill}
    wide-white: wide.svg
  small: mark.svg
  medium: {light: wide, dark: wide-white}
color:
  palette: {moss: "#2E6B3A", brand: moss}
  foreground: "#222222"
  primary: brand
  success: moss
typography:
  fonts: [{family: Source Han Sans SC, source: system}]
  base: {family: Source Han Sans SC, size: 1rem}
  headings: 思源宋体
  link: {color: primary}
defaults: {shiny: {theme: brand}}
"""
    brand, problems = pack(tmp_path, text, wide=WIDE, mark=SQUARE)
    assert problems == []
    assert (brand.name, brand.palette.accent) == ("Hill Drinks Ltd", "#2E6B3A")
    assert (brand.sans, brand.serif) == ("Source Han Sans SC", "思源宋体")
    assert brand.logo is not None and brand.logo.aspect == 4
    assert brand.logo_on_dark is not None and not brand.name_beside_logo


def test_a_single_logo_is_for_white_pages_alone(tmp_path: Path) -> None:
    brand, problems = pack(tmp_path, 'color: {primary: "#123456"}\nlogo: wide.svg\n', wide=WIDE)
    assert problems == []
    assert brand.logo is not None and brand.logo_on_dark is None and not brand.name_beside_logo


def test_the_name_with_an_underscore_that_the_format_proposes(tmp_path: Path) -> None:
    (tmp_path / "_brand.yml").write_text('color: {primary: "#123456"}', encoding="utf-8")
    assert load_brand(tmp_path)[0].palette.accent == "#123456"


def test_accent_stands_in_for_a_primary_colour(tmp_path: Path) -> None:
    brand, problems = pack(tmp_path, 'color: {accent: "#123456"}')
    assert (brand.palette.accent, problems) == ("#123456", [])


def test_a_picture_as_logo(tmp_path: Path) -> None:
    out = BytesIO()
    Image.new("RGB", (30, 10)).save(out, "PNG")
    (tmp_path / "logo.png").write_bytes(out.getvalue())
    brand, problems = pack(tmp_path, 'color: {primary: "#123456"}\nlogo: {path: logo.png, alt: Hill}\n')
    assert problems == []
    assert brand.logo is not None and (brand.logo.mime, brand.logo.aspect) == ("image/png", 3)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("color:\n  primary: #00698C\n", "E138", 2, 12),
        ("color:\n  primary: teal\n", "E803", 2, 12),
        ("color:\n  primary: 123456\n", "E803", 2, 12),
        ('color:\n  primary: "#FFF"\n', "E803", 2, 12),
        ("color:\n  primary: a\n  palette:\n    a: b\n    b: a\n", "E803", 5, 8),
        ("color:\n  primary:\n", "E802", 2, 3),
        ("meta:\n  name: Hill\n", "E802", 1, 1),
        ("color: red\n", "E204", 1, 8),
        ("- color\n", "E204", 1, 1),
        ('colour:\n  primary: "#00698C"\n', "E201", 1, 1),
        ('color:\n  primry: "#00698C"\n', "E201", 2, 3),
        ('color:\n  primary: "#00698C"\nfont: x\n', "E201", 3, 1),
        ('color:\n  primary: {light: "#00698C"}\n', "E204", 2, 3),
        ('color:\n  primary: "#00698C"\ntypography: Noto\n', "E204", 3, 13),
        ('color:\n  primary: "#00698C"\ntypography:\n  base: "A; }"\n', "E808", 4, 9),
        ('color:\n  primary: "#00698C"\ntypography:\n  base: [A]\n', "E204", 4, 3),
        ('color:\n  primary: "#00698C"\nmeta: [Hill]\n', "E204", 3, 1),
        ('color:\n  primary: "#00698C"\n  primary: "#00698C"\n', "E101", 3, 3),
        ('color:\n  primary: "#00698C"\nlogo:\n  small: none.svg\n', "E804", 4, 10),
        ("color：\n", "E113", 1, 6),
        ("# nothing\n", "E004", 1, 1),
    ],
)
def test_every_fault_is_told_once_with_its_place(tmp_path: Path, text: str, code: str, line: int, column: int) -> None:
    brand, problems = pack(tmp_path, text)
    problem = only(problems)
    assert problem.code == code
    assert problem.place is not None
    assert (problem.place.file, problem.place.line, problem.place.column) == (
        str(tmp_path / "brand.yml"),
        line,
        column,
    )
    if "00698C" not in text:
        assert brand.palette == Palette()


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = 'typography:\n  base: "{"\nlogo: gone.svg\ncolor:\n  primary: teal\n  shade: "#000000"\n'
    _, problems = pack(tmp_path, text)
    assert [(problem.code, problem.place.line) for problem in problems if problem.place] == [
        ("E808", 2),
        ("E804", 3),
        ("E803", 5),
        ("E201", 6),
    ]


@pytest.mark.parametrize(
    "name", ["https://hill.example/logo.svg", "../outside.svg", "/etc/hostname", "link.svg", ".", "a\\b", "x" * 300]
)
def test_no_logo_is_read_from_outside_the_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    (tmp_path / "outside.svg").write_text(SQUARE, encoding="utf-8")
    (folder / "link.svg").symlink_to(tmp_path / "outside.svg")
    brand, problems = pack(folder, f"color: {{primary: '#123456'}}\nlogo: '{name}'\n")
    assert only(problems).code == "E804"
    assert brand.logo is None


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (SQUARE.replace("<rect", "<image"), "E805", "<image>"),
        (SQUARE + " " * 210_000, "E806", "200 KB"),
        ("no picture", "E807", "bad.svg"),
        (SQUARE.replace("</svg>", "<path/>" * 2_000 + "</svg>"), "E809", "2,002"),
    ],
)
def test_a_logo_that_cannot_be_used_is_told_where_it_is_named(
    tmp_path: Path, content: str, code: str, said: str
) -> None:
    _, problems = pack(tmp_path, 'color: {primary: "#123456"}\nlogo:\n  small: {light: bad.svg}\n', bad=content)
    problem = only(problems)
    assert problem.code == code
    assert problem.place is not None and (problem.place.line, problem.place.column) == (3, 18)
    assert said in problem.message("zh") and said in problem.message("en")


def test_a_folder_without_a_brand_file(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        _, problems = load_brand(folder)
        assert only(problems).code == "E801"
        assert str(folder) in problems[0].message("en")


def test_a_pack_of_ones_own_wins_over_one_of_the_product(tmp_path: Path) -> None:
    (tmp_path / "spring").mkdir()
    (tmp_path / "spring" / "brand.yml").write_text('color: {primary: "#123456"}', encoding="utf-8")
    (tmp_path / "notes").mkdir()
    known = known_brands(tmp_path, tmp_path / "missing")
    assert list(known) == ["cliff", "dusk", "primrose", "spring"]
    assert known["spring"] == tmp_path / "spring"


def test_an_unknown_brand_is_told_with_the_known_ones() -> None:
    problem = Problem("E810", {"name": "hill", "known": ", ".join(known_brands())})
    assert "cliff, dusk, primrose, spring" in problem.hint("zh") and "hill" in problem.message("en")


def test_a_name_mistyped_is_told_the_nearest(tmp_path: Path) -> None:
    problem = only(pack(tmp_path, 'color:\n  primry: "#00698C"\n')[1])
    assert problem.message("en") == "there is no 'primry' here; did you mean 'primary'?"
    assert problem.message("zh") == "这里没有“primry”这一项，是不是“primary”？"
