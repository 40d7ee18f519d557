"""Whether a PDF keeps to the standards: PDF/UA-1 for assistive technology, and the file format as such."""

import subprocess
from pathlib import Path

import page as validation


def breaches_of(content: bytes, folder: Path) -> list[str]:
    """What `qpdf --check`, else a validator of PDF/UA-1, says against a PDF that is written into the folder."""
    path = folder / "checked.pdf"
    path.write_bytes(content)
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    if checked.returncode:
        return [checked.stdout + checked.stderr]
    report = validation.validate_pdf_bytes(content, profile=validation.ValidationProfile.PDF_UA_1)
    return [f"{failure.rule_id} {failure.message}" for failure in report.failures]
