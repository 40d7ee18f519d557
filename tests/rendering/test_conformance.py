"""Every kind of document conforms to PDF/UA-1, is a sound file, and has no page that would be sent back."""

from pathlib import Path

import pytest
from weasyprint import HTML

from tests.conformance import breaches_of
from tests.generated.inspection import inspect
from tests.printing import KINDS, Press

from .reading import squeeze


@pytest.mark.parametrize("name", KINDS)
def test_a_document_conforms(name: str, printed: Press, tmp_path: Path) -> None:
    assert breaches_of(printed[name].content, tmp_path) == []


@pytest.mark.parametrize("name", KINDS)
def test_a_document_has_no_page_that_would_be_sent_back(name: str, printed: Press) -> None:
    _, _, language, form, *_ = [*name.split("-"), "report"]
    assert [str(finding) for finding in inspect(printed[name], form, language)] == []


@pytest.mark.parametrize("name", KINDS)
def test_a_page_is_read_from_its_title_through_its_modules(name: str, printed: Press) -> None:
    made = printed[name]
    for page in made.document["pages"]:
        said = squeeze("".join(line.text for line in made.lines[made.places[page["anchor"]] - 1] if not line.in_margin))
        headings = [module["heading"] for row in page["rows"] for column in row for module in column["modules"]]
        at = 0
        for part in (*page["title"], *headings):
            place = said.find(squeeze(part).replace("|", ""), at)
            assert place >= at, (page["anchor"], part)
            at = place


def test_what_is_wrong_with_a_file_is_told(tmp_path: Path) -> None:
    untagged = HTML(string="<p>Plan").write_pdf()
    tagged = HTML(string="<html lang=en><title>Plan</title><p>Plan").write_pdf(pdf_variant="pdf/ua-1")
    assert any("TAGGED-DOCUMENT" in said for said in breaches_of(untagged, tmp_path))
    assert breaches_of(tagged, tmp_path) == []
    assert any("xref" in said for said in breaches_of(tagged.replace(b"startxref", b"startxxxx"), tmp_path))
