"""Pages as pictures beside their PDF."""

from pathlib import Path

from PIL import Image

from acbp.building.jobs import Options
from acbp.building.making import make
from acbp.building.memory import recall
from acbp.building.outcome import pack, unpack
from acbp.building.picturing import digest_pictures, pictures_folder, write_pictures
from acbp.charts.style import Style
from acbp.loading.source import PlanSource
from acbp.rendering.assets import Assets
from acbp.rendering.pdf import typeset
from tests.building.stand_in import write_plan

SHEET = "@page { size: 50.8mm 25.4mm; margin: 0 } p { margin: 0; height: 20mm; break-after: page }"


def pdf(pages: int) -> bytes:
    return typeset(f'<html lang="en"><title>x</title>{"<p>" * pages}</html>', [SHEET], Assets(Style())).content


def names(document: Path) -> list[str]:
    return sorted(path.name for path in pictures_folder(document).iterdir())


def test_pictures_lie_in_a_folder_of_the_documents_name_with_the_number_of_their_page(tmp_path: Path) -> None:
    document = tmp_path / "harbour-customer-report-en.pdf"
    assert write_pictures(document, pdf(2), 2, 72) is None
    assert pictures_folder(document) == tmp_path / "harbour-customer-report-en"
    assert names(document) == ["harbour-customer-report-en-p01.png", "harbour-customer-report-en-p02.png"]


def test_many_pages_have_longer_numbers(tmp_path: Path) -> None:
    write_pictures(tmp_path / "a.pdf", pdf(1), 120, 36)
    assert names(tmp_path / "a.pdf") == ["a-p001.png"]


def test_pages_that_are_no_more_leave_no_picture_and_other_files_stay(tmp_path: Path) -> None:
    document = tmp_path / "a.pdf"
    write_pictures(document, pdf(3), 3, 36)
    (tmp_path / "a" / "notes.png").touch()
    write_pictures(document, pdf(1), 1, 36)
    assert names(document) == ["a-p01.png", "notes.png"]


def test_what_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    problem = write_pictures(tmp_path / "a.pdf", pdf(1), 1, 36)
    assert problem is not None and problem.code == "E909"


def test_the_digest_sees_each_picture(tmp_path: Path) -> None:
    document = tmp_path / "a.pdf"
    nothing = digest_pictures(document)
    write_pictures(document, pdf(2), 2, 36)
    whole = digest_pictures(document)
    (tmp_path / "a" / "a-p02.png").write_bytes(b"touched")
    assert len({nothing, whole, digest_pictures(document)}) == 3


def test_a_plan_is_built_with_pictures_and_remembered_with_them(tmp_path: Path) -> None:
    source = PlanSource(write_plan(tmp_path, "harbour"))
    options = Options(tmp_path / "output", ("customer",), picture_dpi=50)
    outcome = make(source, options)
    assert outcome.problems == () and unpack(pack(outcome)) == outcome
    (document,) = outcome.documents
    assert document.pictured
    found = names(document.path)
    assert found == [f"{document.path.stem}-p{number:02}.png" for number in range(1, document.pages + 1)]
    with Image.open(pictures_folder(document.path) / found[0]) as cover:
        # An A4 page at 50 dpi.
        assert cover.size == (414, 585)

    def known(**other: object) -> bool:
        return recall(source, Options(tmp_path / "output", ("customer",), **other)) is not None  # type: ignore[arg-type]

    assert known(picture_dpi=50) and known() and not known(picture_dpi=60)
    (pictures_folder(document.path) / found[-1]).unlink()
    assert not known(picture_dpi=50) and known()


def test_without_pictures_none_are_made(tmp_path: Path) -> None:
    outcome = make(PlanSource(write_plan(tmp_path, "harbour")), Options(tmp_path / "output", ("customer",)))
    assert not outcome.documents[0].pictured
    assert not pictures_folder(outcome.documents[0].path).exists()
