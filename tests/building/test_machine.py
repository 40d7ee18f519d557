"""The findings about a machine: what is well, what is missing, and the command that mends it."""

import importlib.metadata
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from acbp.building import machine, remedies
from acbp.building.libraries import Face
from acbp.charts.style import Style

ROOT = Path(__file__).parents[2]
SANS = Style().sans


def absent_child(stderr: bytes = b"", stdout: bytes = b"", returncode: int = 1):
    """A stand-in for the child process that sets the sample page."""
    return lambda command, **options: subprocess.CompletedProcess(command, returncode, stdout, stderr)


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remedies, "detect_system", lambda: "debian")
    monkeypatch.setattr(remedies, "_is_root", lambda: False)


def test_a_machine_that_is_set_up_has_nothing_to_mend(tmp_path: Path) -> None:
    findings = machine.examine(tmp_path)
    assert [(each.name, each.detail.en) for each in findings if not each.ok] == []
    assert [each.name for each in findings] == [
        "python",
        "yaml",
        "weasyprint",
        "libraries",
        "pango",
        "harfbuzz-subset",
        "font-sans-regular",
        "font-sans-bold",
        "font-serif-regular",
        "font-serif-bold",
        "git",
        "output",
        "sample-page",
    ]
    assert findings[-1].detail.en.startswith("Sample page: 1 page, ")
    assert findings[-1].detail.en.endswith(" kB, 3 fonts embedded")
    assert not any(each.remedy for each in findings)


def test_every_finding_of_a_bare_machine_is_told_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, debian: None
) -> None:
    def no_package(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(machine, "load_library", lambda name: None)
    monkeypatch.setattr(machine, "pango_version", lambda: None)
    monkeypatch.setattr(machine, "subsets_with_harfbuzz", lambda: False)
    monkeypatch.setattr(machine, "find_face", lambda *asked: None)
    monkeypatch.setattr(machine.importlib.metadata, "version", no_package)
    monkeypatch.setattr(machine.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(machine.shutil, "which", lambda name: None)
    monkeypatch.setattr(machine.sys, "version_info", (3, 10, 4))
    monkeypatch.setattr(machine.subprocess, "run", absent_child(b"No module named weasyprint"))
    (tmp_path / "file").write_text("", encoding="utf-8")
    findings = machine.examine(tmp_path / "file" / "output")

    assert not any(each.ok for each in findings)
    assert all(each.detail.zh and each.detail.en and each.detail.zh != each.detail.en for each in findings)
    assert {each.name for each in findings if each.severity == "warning"} == {"git", "harfbuzz-subset"}
    assert {each.name: each.remedy for each in findings} == {
        "python": "sudo apt-get install -y python3 python3-venv",
        "yaml": f'"{sys.executable}" -m pip install --force-reinstall --only-binary :all: pyyaml',
        "weasyprint": f'"{sys.executable}" -m pip install "weasyprint>=70,<71"',
        "libraries": "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0",
        "pango": "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0",
        "harfbuzz-subset": "sudo apt-get install -y libharfbuzz-subset0",
        "font-sans-regular": "sudo apt-get install -y fonts-noto-cjk",
        "font-sans-bold": "sudo apt-get install -y fonts-noto-cjk",
        "font-serif-regular": "sudo apt-get install -y fonts-noto-cjk",
        "font-serif-bold": "sudo apt-get install -y fonts-noto-cjk",
        "git": "sudo apt-get install -y git",
        "output": "",
        "sample-page": "",
    }


def test_the_supported_versions_are_those_of_the_project_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    first, beyond = machine.WEASYPRINT
    assert f"weasyprint>={first},<{beyond}" in project["dependencies"]
    assert project["requires-python"] == ">=" + ".".join(map(str, machine.PYTHON))


@pytest.mark.parametrize(
    ("version", "ok"), [("69.0", False), ("70.0", True), ("70.1.post1", True), ("71.0b1", False), ("71.0", False)]
)
def test_weasyprint_of_another_major_version_is_not_supported(
    version: str, ok: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine.importlib.metadata, "version", lambda name: version)
    finding = machine.check_weasyprint()
    assert finding.ok is ok
    assert version in finding.detail.zh


@pytest.mark.parametrize(("version", "ok"), [((1, 42, 4), False), ((1, 44, 0), True), ((2, 0, 0), True)])
def test_old_pango_is_refused(version: tuple[int, int, int], ok: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "pango_version", lambda: version)
    assert machine.check_pango().ok is ok


def test_absent_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        machine, "load_library", lambda name: None if name in {"pango", "harfbuzz-subset"} else object()
    )
    assert machine.check_libraries().detail.en == "System libraries that cannot be loaded: pango"


@pytest.mark.parametrize(
    ("face", "words"),
    [
        (
            Face(("DejaVu Sans",), "/f", 200, False, "骨"),
            f"The font {SANS} is not installed; text would be set in DejaVu",
        ),
        (Face((), "", 0, False, "骨"), f"The font {SANS} is not installed; text would be set in ?"),
        (Face((SANS,), "/f", 80, False, ""), f"The font {SANS} has no real bold face"),
        (Face((SANS,), "/f", 200, True, ""), f"The font {SANS} has no real bold face"),
        (Face((SANS,), "/f", 200, False, "骨⑳"), f"The font {SANS} (bold) lacks 2 common characters: 骨⑳"),
        (None, f"The font {SANS} was not found"),
    ],
)
def test_a_font_must_be_there_bold_and_complete(face: Face | None, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "find_face", lambda *asked: face)
    finding = machine.check_font("sans", SANS, "bold")
    assert not finding.ok
    assert finding.detail.en.startswith(words)


def test_a_regular_face_may_not_be_bold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "find_face", lambda *asked: Face((SANS,), "/f", 200, False, ""))
    assert not machine.check_font("sans", SANS, "regular").ok


def test_the_sample_holds_the_characters_of_business_chinese() -> None:
    assert set("骨直复，。“”（）①⑳￥−万亿Az0%") <= set(machine.SAMPLE)
    assert sum("\u4e00" <= each <= "\u9fff" for each in machine.SAMPLE) == 6763
    assert len(set(machine.SAMPLE)) == len(machine.SAMPLE)


def test_the_reason_of_a_failed_sample_page_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    trace = b"Traceback (most recent call last):\n  ...\nOSError: cannot load library 'libpango-1.0-0': no such file\n"
    monkeypatch.setattr(machine.subprocess, "run", absent_child(trace + b"Additionally, a hint\n"))
    finding = machine.check_sample_page(Style())
    assert finding.detail.en == "The sample page could not be made: cannot load library libpango-1.0-0"


def test_a_sample_page_that_crashes_is_told_by_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.subprocess, "run", absent_child(b"Pango-CRITICAL: noise", returncode=-11))
    assert machine.check_sample_page(Style()).detail.en.endswith("WeasyPrint: exit code -11")


def test_a_sample_page_in_other_fonts_is_a_fault(monkeypatch: pytest.MonkeyPatch, debian: None) -> None:
    other = b"%PDF-1.4 << /FontName /ABCDEF+Noto-Sans-CJK-SC >> << /FontName /ABCDEG+DejaVu-Serif >>"
    monkeypatch.setattr(machine.subprocess, "run", absent_child(stdout=other, returncode=0))
    finding = machine.check_sample_page(Style())
    assert finding.detail.en == "The sample page does not hold the fonts: Noto Serif CJK SC"
    assert finding.remedy == "sudo apt-get install -y fonts-noto-cjk"


def test_a_sample_page_that_never_ends_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(command: list[str], **options: object) -> None:
        raise subprocess.TimeoutExpired("weasyprint", 120)

    monkeypatch.setattr(machine.subprocess, "run", hang)
    assert not machine.check_sample_page(Style()).ok


def test_a_sample_page_is_not_disturbed_by_files_of_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weasyprint.py").write_text("raise SystemExit('shadowed')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert machine.check_sample_page(Style()).ok


def test_an_output_folder_yet_to_be_made_is_judged_by_its_parent(tmp_path: Path) -> None:
    assert machine.check_output(tmp_path / "new" / "output").ok
    assert list(tmp_path.iterdir()) == []


def test_an_output_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("", encoding="utf-8")
    finding = machine.check_output(tmp_path / "output")
    assert not finding.ok
    assert str(tmp_path / "output") in finding.detail.zh


def test_a_text_is_chinese_for_chinese_locales_only() -> None:
    words = machine.Words("字体", "font")
    assert [words.text(lang) for lang in ("zh", "zh-CN", "en", "de")] == ["字体", "字体", "font", "font"]
