"""The wheel stands alone: all modules and templates are in it, and it runs outside the repository."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import acbp

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built without network and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    run = subprocess.run(
        [*build, "--wheel-dir", folder, ROOT], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stderr
    (built,) = folder.glob("*.whl")
    unpacked = folder / "unpacked"
    with zipfile.ZipFile(built) as archive:
        archive.extractall(unpacked)
    return unpacked


def run_python(wheel: Path, folder: Path, *arguments: str) -> str:
    """What Python prints with the unpacked wheel alone on its path, started in `folder`."""
    environment = {**os.environ, "PYTHONPATH": str(wheel), "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        # -P keeps the current folder off the path.
        [sys.executable, "-P", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout.strip()


def list_files(folder: Path) -> set[str]:
    """Files under `folder` that belong to the project, as paths relative to it."""
    files = (file.relative_to(folder) for file in folder.rglob("*") if file.is_file())
    return {file.as_posix() for file in files if "__pycache__" not in file.parts and not file.name.startswith(".")}


def test_the_wheel_holds_every_module_and_every_template(wheel: Path) -> None:
    modules = list_files(ROOT / "acbp")
    templates = {f"templates/{file}" for file in list_files(ROOT / "templates")}
    assert templates
    assert list_files(wheel / "acbp") == modules | templates


def test_the_wheel_brings_nothing_beside_the_package(wheel: Path) -> None:
    assert {entry.name for entry in wheel.iterdir()} == {"acbp", f"acbp-{acbp.__version__}.dist-info"}


def test_the_wheel_carries_the_licence_and_the_readme(wheel: Path) -> None:
    information = wheel / f"acbp-{acbp.__version__}.dist-info"
    assert (information / "licenses" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    readme = (ROOT / "README.md").read_text(encoding="utf-8").strip()
    assert readme in (information / "METADATA").read_text(encoding="utf-8")


def test_the_wheel_runs_outside_the_repository(wheel: Path, tmp_path: Path) -> None:
    origin = run_python(wheel, tmp_path, "-c", "import acbp; print(acbp.__file__)")
    assert Path(origin) == wheel / "acbp" / "__init__.py"
    assert acbp.__version__ in run_python(wheel, tmp_path, "-m", "acbp", "--version")


def test_templates_are_found_in_the_wheel(wheel: Path, tmp_path: Path) -> None:
    ask = "from acbp.rendering.resources import template_root; print(template_root())"
    assert Path(run_python(wheel, tmp_path, "-c", ask)) == wheel / "acbp" / "templates"


def test_one_version_is_told_everywhere() -> None:
    assert PROJECT["version"] == acbp.__version__


@pytest.mark.parametrize("line", [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]])
def test_each_requirement_has_one_tested_version(line: str) -> None:
    constraints = [Requirement(each) for each in _lines(ROOT / "constraints.txt")]
    versions = {canonicalize_name(each.name): str(each.specifier).removeprefix("==") for each in constraints}
    requirement = Requirement(line)
    assert versions[canonicalize_name(requirement.name)] in requirement.specifier


def _lines(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
