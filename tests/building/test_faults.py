"""A log to report a fault of the program with."""

from pathlib import Path

import pytest

import acbp
from acbp.building.faults import versions, write_log


def raised() -> Exception:
    try:
        raise KeyError("lost")
    except KeyError as fault:
        return fault


def test_versions_are_told_without_loading_anything() -> None:
    found = versions()
    assert found["acbp"] == acbp.__version__
    assert found["weasyprint"].split(".")[0].isdigit()
    assert found["PyYAML"].endswith(" (libyaml)")


def test_the_log_holds_what_a_report_needs(tmp_path: Path) -> None:
    log = write_log(raised(), "plans/harbour.yaml", tmp_path, ["acbp", "build"])
    assert log == tmp_path / "acbp-fault-plans-harbour.yaml.log"
    text = log.read_text("utf-8")
    assert f"acbp: {acbp.__version__}\n" in text
    assert "Command: acbp build\n" in text
    assert "KeyError: 'lost'" in text and "test_faults.py" in text


def test_it_goes_elsewhere_where_the_folder_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").touch()
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "spare"))
    log = write_log(raised(), "acbp", tmp_path / "taken")
    assert (tmp_path / "spare") in log.parents
    assert "KeyError" in log.read_text("utf-8")
