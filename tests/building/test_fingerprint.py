"""What decides a plan's pages, and that asking for it costs no heavy library."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from acbp.building import fingerprint
from acbp.building.fingerprint import digest, files_of, hash_file, read_contents
from acbp.building.jobs import Options
from acbp.loading.source import locate
from tests.building.stand_in import write_plan

ROOT = Path(__file__).parents[2]


def test_a_plan_in_a_folder_is_all_its_files_and_the_workspace_file(tmp_path: Path) -> None:
    for name in ("acbp.yaml", "harbour/plan.yaml", "harbour/goals.yml", "harbour/reviews/Q1.yaml", "harbour/note.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in files_of(locate(tmp_path / "harbour"))]
    assert found == ["harbour/goals.yml", "harbour/plan.yaml", "harbour/reviews/Q1.yaml", "acbp.yaml"]


def test_a_plan_in_one_file_is_that_file(tmp_path: Path) -> None:
    file = write_plan(tmp_path, "harbour")
    write_plan(tmp_path, "coast")
    assert files_of(locate(file)) == (file,)


def test_what_cannot_be_read_counts_as_such(tmp_path: Path) -> None:
    assert hash_file(tmp_path / "none") is None
    assert read_contents([tmp_path / "none"]) == {str(tmp_path / "none"): None}


@pytest.mark.parametrize(
    "option",
    [{"lang": "zh"}, {"brand": "cliff"}, {"as_of": date(2028, 1, 1)}, {"overrides": ("plan.year=2029",)}],
)
def test_what_bears_on_the_pages_changes_the_digest(option: dict[str, object]) -> None:
    assert digest({}, Options(**option)) != digest({}, Options())  # type: ignore[arg-type]


@pytest.mark.parametrize("option", [{"output": Path("there")}, {"workers": 3}, {"force": True}, {"editions": ()}])
def test_what_does_not_leaves_it(option: dict[str, object]) -> None:
    assert digest({}, Options(**option)) == digest({}, Options())  # type: ignore[arg-type]


def test_another_installation_is_another_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest({}, Options())
    monkeypatch.setattr(fingerprint, "describe_installation", lambda: "another")
    assert digest({}, Options()) != before


def test_the_installation_is_described_by_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    for name in ("typesetter-70.0.dist-info", "typesetter-71.0.dist-info"):
        (tmp_path / name).mkdir()
        fingerprint.describe_installation.cache_clear()
        seen.add(fingerprint.describe_installation())
    fingerprint.describe_installation.cache_clear()
    assert len(seen) == 2


@pytest.mark.parametrize(
    "library",
    [
        "matplotlib",
        "weasyprint",
        "jinja2",
        "pydantic",
    ],
)
def test_an_unchanged_plan_needs_no_heavy_library(tmp_path: Path, library: str) -> None:
    file = write_plan(tmp_path, "harbour")
    command = ["build", str(file), "--output", str(tmp_path / "output")]
    first = (
        "from acbp.building import making\nfrom acbp.cli.door import run\nfrom tests.building.stand_in import render\n"
        f"making.load_renderer = lambda: render\nassert run({command!r}) == 0"
    )
    again = (
        f"import sys\nfrom acbp.cli.door import run\nassert run({command!r}) == 0\nsys.exit({library!r} in sys.modules)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
        for code in (first, again)
    ]
    assert runs[0].returncode == 0
    assert b"unchanged" in runs[1].stderr
    assert runs[1].returncode == 0


def test_templates_beside_the_workspace_file_belong_to_a_plan(tmp_path: Path) -> None:
    file = write_plan(tmp_path / "plans", "harbour")
    own = tmp_path / "templates" / "report" / "report.css"
    own.parent.mkdir(parents=True)
    own.write_text("p { color: red }", encoding="utf-8")
    assert files_of(locate(file)) == (file,)
    (tmp_path / "acbp.yaml").touch()
    assert own in files_of(locate(file))
