"""Every page of every example, as it is printed: nothing blank, cut, overflowing or too small."""

import re
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from acbp.editions import in_language
from tests.printing import DOCUMENTS, Example, Press, Printed

from .reading import Pdf, read_streams, squeeze


def first_page(made: Printed) -> int:
    """The number of the first page after the cover and the contents."""
    return 2 + len(made.document["contents"]["sheets"])


@pytest.fixture(scope="session")
def read(printed: Press) -> Callable[[str], Pdf]:
    """The PDFs of the examples, each read once."""
    return cache(lambda name: Pdf(printed[name].content))


@pytest.fixture(params=DOCUMENTS)
def name(request: pytest.FixtureRequest) -> str:
    """One document after the other."""
    return request.param


@pytest.fixture
def made(name: str, printed: Press) -> Printed:
    """The document."""
    return printed[name]


@pytest.fixture
def pdf(name: str, read: Callable[[str], Pdf]) -> Pdf:
    """Its PDF."""
    return read(name)


def test_there_is_nothing_to_complain_of(made: Printed, name: str) -> None:
    # A plan printed in the other language is told that its texts are not translated.
    expected = set() if name[:2] == name[-2:] else {"W907"}
    assert {problem.code for problem in made.problems} <= expected


def test_a_plan_fills_ten_pages_at_least_and_a4_all_of_them(made: Printed, pdf: Pdf) -> None:
    assert pdf.count == made.pages == len(made.document["pages"]) + first_page(made) - 1 >= 10
    assert {(round(width), round(height)) for width, height in pdf.sizes} == {(210, 297)}


def test_no_text_or_picture_is_cut_or_leaves_its_place(made: Printed) -> None:
    assert made.misfits == ()


def test_no_page_is_blank(pdf: Pdf) -> None:
    assert [number for number, ink in enumerate(pdf.ink, start=1) if ink.share < 0.01] == []


def test_pages_are_filled(made: Printed, pdf: Pdf) -> None:
    follows = [page["name"] for page in made.document["pages"][1:]] + [""]
    short = [
        f"{page['anchor']} ends at {pdf.ink[number].body_end:.0f} mm"
        for number, (page, after) in enumerate(
            zip(made.document["pages"], follows, strict=True), start=first_page(made) - 1
        )
        # The last page of what goes on over several may be as short as it happens to be.
        if pdf.ink[number].body_end < 53 + 223 / 4 and not (page["part"] > 1 and page["name"] != after)
    ]
    assert short == []


def test_text_keeps_to_the_text_area(pdf: Pdf) -> None:
    outside = [
        f"page {number}: {char.text} at {char.left:.1f}…{char.right:.1f} mm"
        for number, chars in enumerate(pdf.chars, start=1)
        for char in chars
        if char.left < 17 or char.right > 193 or char.top < 8 or char.bottom > 295
    ]
    assert outside == []


def test_the_body_ends_above_the_footer(pdf: Pdf) -> None:
    below = [
        f"page {number}: {char.text} at {char.bottom:.1f} mm"
        for number, chars in enumerate(pdf.chars[1:], start=2)
        for char in chars
        if char.top < 279 and char.bottom > 277.5
    ]
    assert below == []


def test_no_type_is_smaller_than_seven_points(pdf: Pdf) -> None:
    sizes = {(number, round(char.size, 2)) for number, chars in enumerate(pdf.chars, start=1) for char in chars}
    assert {(number, size) for number, size in sizes if size < 6.95} == set()
    assert max(size for _, size in sizes) == 33


def test_the_title_stands_at_the_same_place_on_every_page(made: Printed, pdf: Pdf) -> None:
    tops = {}
    for number, page in enumerate(made.document["pages"], start=first_page(made)):
        size = 13.5 if page["small"] else 16.5
        first = [char for char in pdf.chars[number - 1] if abs(char.size - size) < 0.1 and char.top < 53]
        assert first, page["anchor"]
        assert min(char.left for char in first) == pytest.approx(18, abs=0.8)
        # A character's box is the ink of that character: brackets are taller than ideographs, commas far lower.
        tops[number] = min(char.top for char in first)
    assert max(tops.values()) - min(tops.values()) < 2.0, tops
    assert all(24 < top < 32 for top in tops.values())


def test_text_can_be_copied_and_searched(made: Printed, pdf: Pdf) -> None:
    for number, page in enumerate(made.document["pages"], start=first_page(made)):
        said = pdf.texts[number - 1]
        assert all(squeeze(line) in said for line in page["title"]), page["anchor"]
        assert squeeze(page["lead"]).replace("|", "") in said, page["anchor"]
        headings = [module["heading"] for row in page["rows"] for column in row for module in column["modules"]]
        assert [heading for heading in headings if squeeze(heading).replace("|", "") not in said] == []
    assert not re.search(r"[\ue000-\uf8ff\ufffd]", pdf.text)


def test_charts_are_text_too(made: Printed, pdf: Pdf) -> None:
    bridge = next(
        number
        for number, page in enumerate(made.document["pages"], start=first_page(made))
        if page["name"] == "overview"
    )
    assert re.search(r"\d", pdf.texts[bridge - 1])
    fonts = {round(char.size, 1) for char in pdf.chars[bridge - 1]}
    assert 7.5 in fonts


def test_each_line_of_the_contents_names_the_page_on_which_its_title_stands(made: Printed, pdf: Pdf) -> None:
    lines = [line for part in made.document["contents"]["parts"] for line in part["lines"]]
    assert [line["title"] for line in lines] == [
        page["bookmark"] for page in made.document["pages"] if page["part"] == 1
    ]
    listed = "".join(pdf.texts[1 : first_page(made) - 1])
    for line in lines:
        number = made.places[line["anchor"]]
        assert made.document["numbers"][line["anchor"]] == str(number)
        # Beside a title of two lines the number stands at the first.
        title = squeeze(line["title"])
        places = [title[:at] + str(number) + title[at:] for at in range(len(title), 0, -1)]
        assert any(place in listed for place in places)
        assert squeeze(line["title"]) in pdf.texts[number - 1]


def test_page_numbers_are_printed(pdf: Pdf) -> None:
    for number in range(2, pdf.count + 1):
        foot = [char for char in pdf.chars[number - 1] if char.top > 279 and char.left > 182]
        assert "".join(char.text for char in foot).endswith(str(number))


def test_bookmarks_are_the_titles_of_the_pages(made: Printed, pdf: Pdf) -> None:
    _, cover, number = pdf.bookmarks[0]
    assert (squeeze(cover), number) == (squeeze(made.document["cover"]["title"]), 1)
    assert [(title, number) for _, title, number in pdf.bookmarks[1:]] == [
        (page["bookmark"], number) for number, page in enumerate(made.document["pages"], start=first_page(made))
    ]


def test_what_the_file_says_of_itself(made: Printed, pdf: Pdf, examples: dict[str, Example], name: str) -> None:
    plan = in_language(examples[name[:2]].plan, name[-2:])
    assert pdf.metadata["Title"] == made.document["title"] == f"{plan.plan.title} · {plan.account.short_name}"
    assert plan.plan.owner in pdf.metadata["Author"]
    assert plan.plan.id in pdf.metadata["Keywords"] and name.split("-")[1] in pdf.metadata["Keywords"]
    assert pdf.metadata["CreationDate"] == pdf.metadata["ModDate"] == ""


def test_the_file_is_tagged_in_its_language(made: Printed, name: str, tmp_path: Path) -> None:
    language = {"zh": b"zh-CN", "en": b"en"}[name.split("-")[2]]
    plain = read_streams(made.content, tmp_path)
    assert b"/Lang (" + language + b")" in plain
    assert b"/Marked true" in plain and b"/StructTreeRoot" in plain


def test_the_file_holds_nothing_that_acts(made: Printed, tmp_path: Path) -> None:
    assert made.content.count(b"%%EOF") == 1
    assert not re.search(
        rb"/JavaScript|/OpenAction|/EmbeddedFile|/AcroForm|/Launch|/URI", read_streams(made.content, tmp_path)
    )


def test_every_font_is_embedded_as_a_subset(made: Printed, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(made.content)
    listed = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    fonts = {line.split()[0]: line.split()[-5:-2] for line in listed}
    assert set(map(tuple, fonts.values())) == {("yes", "yes", "yes")}
    assert {re.sub(r"^[A-Z]{6}\+", "", font) for font in fonts} <= {
        "Noto-Sans-CJK-SC",
        "Noto-Sans-CJK-SC-Bold",
        "Noto-Serif-CJK-SC",
        "Noto-Serif-CJK-SC-Bold",
    }


def test_nothing_of_the_machine_is_told(made: Printed, tmp_path: Path) -> None:
    plain = read_streams(made.content, tmp_path)
    assert not re.search(rb"/home/|/root|/work|/tmp|file:|localhost|site-packages", plain)
