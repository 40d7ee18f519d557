import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from acbp.building.attaching import extract, pack_files, read_streams, unpack_files
from acbp.problems import Problem
from acbp.rendering.report import render
from tests.rendering.sample import make, options


def test_files_are_packed_into_the_same_bytes_and_come_back(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "plan.yaml").write_text("计划: 一\n", "utf-8")
    (tmp_path / "logo.svg").write_bytes(b"<svg/>")
    outside = tmp_path.parent / "elsewhere.yml"
    outside.write_text("x", "utf-8")
    files = [tmp_path / "a" / "plan.yaml", tmp_path / "logo.svg", tmp_path / "absent.png", outside]
    packed = pack_files(files, tmp_path)
    (tmp_path / "logo.svg").touch()
    assert pack_files(reversed(files), tmp_path) == packed
    assert unpack_files(packed) == {"a/plan.yaml": "计划: 一\n".encode(), "logo.svg": b"<svg/>"}


@pytest.mark.parametrize("name", ["../plan.yaml", "/etc/plan.yaml", "a/../../b", "C:plan.yaml", "a\\b"])
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, "x")
    with pytest.raises(ValueError):
        unpack_files(packed.getvalue())


def test_what_is_no_archive_is_refused() -> None:
    with pytest.raises(ValueError):
        unpack_files(b"PK but no archive")


@pytest.fixture(scope="module")
def internal() -> bytes:
    (source,) = [pack_files([Path(__file__)], Path(__file__).parent)]
    return render(make(), None, **options("internal"), source=source).content


def test_an_internal_edition_carries_its_source_and_gives_it_back(internal: bytes, tmp_path: Path) -> None:
    assert PdfDocument(internal).count_attachments() == 1
    assert PdfDocument(internal).get_attachment(0).get_name() == "plan-source.zip"
    (tmp_path / "plan.pdf").write_bytes(internal)
    written = extract(tmp_path / "plan.pdf", tmp_path / "back")
    assert written == [tmp_path / "back" / Path(__file__).name]
    assert written[0].read_bytes() == Path(__file__).read_bytes()
    again = extract(tmp_path / "plan.pdf", tmp_path / "back")
    assert isinstance(again, Problem) and again.code == "E911"


def test_the_attachment_is_the_same_on_any_day(internal: bytes) -> None:
    source = pack_files([Path(__file__)], Path(__file__).parent)
    assert render(make(), None, **options("internal"), source=source).content == internal


def test_a_customer_edition_never_carries_any(tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        render(make(), None, **options("customer"), source=b"PK")
    plain = render(make(), None, **options("customer")).content
    assert list(read_streams(plain, "EmbeddedFile")) == []
    (tmp_path / "plan.pdf").write_bytes(plain)
    found = extract(tmp_path / "plan.pdf", tmp_path / "back")
    assert isinstance(found, Problem) and found.code == "E921"


def test_what_is_no_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"PK")
    codes = [extract(tmp_path / name, tmp_path / "back") for name in ("plan.pdf", "absent.pdf")]
    assert [found.code for found in codes if isinstance(found, Problem)] == ["E920", "E001"]
