"""Every kind of document conforms to PDF/UA-1, is a sound file, and has no page that would be sent back."""

from pathlib import Path

import pytest
from weasyprint import HTML

from tests.conformance import breaches_of
from tests.generated.inspection import inspect
from tests.printing import KINDS, Press


@pytest.mark.parametrize("name", KINDS)
def test_a_document_conforms(name: str, printed: Press, tmp_path: Path) -> None:
    assert breaches_of(printed[name].content, tmp_path) == []


@pytest.mark.parametrize("name", KINDS)
def test_a_document_has_no_page_that_would_be_sent_back(name: str, printed: Press) -> None:
    _, _, language, form, *_ = [*name.split("-"), "report"]
    assert [str(finding) for finding in inspect(printed[name], form, language)] == []


def test_what_is_wrong_with_a_file_is_told(tmp_path: Path) -> None:
    untagged = HTML(string="<p>Plan").write_pdf()
    tagged = HTML(string="<html lang=en><title>Plan</title><p>Plan").write_pdf(pdf_variant="pdf/ua-1")
    assert any("TAGGED-DOCUMENT" in said for said in breaches_of(untagged, tmp_path))
    assert breaches_of(tagged, tmp_path) == []
    assert any("xref" in said for said in breaches_of(tagged.replace(b"startxref", b"startxxxx"), tmp_path))
