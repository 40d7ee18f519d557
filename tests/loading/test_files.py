"""Reading files: ordinary ones inside the plan's folder, and nothing else."""

import os
from pathlib import Path

import pytest

from acbp.loading.files import find_inside, read_bytes, shown_name
from acbp.problems import Problem


def code_of(result: object) -> str:
    assert isinstance(result, Problem)
    assert result.message("zh") and result.message("en")
    return result.code


def test_an_ordinary_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1\n")
    assert read_bytes(tmp_path / "a.yaml", tmp_path) == b"a: 1\n"


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1\n")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    assert read_bytes(tmp_path / "b.yaml", tmp_path) == b"a: 1\n"


def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "plan"
    root.mkdir()
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (root / "link.yaml").symlink_to(tmp_path / "secret.txt")
    (root / "folder").symlink_to(tmp_path)
    (root / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(root / "pipe.yaml")
    assert code_of(read_bytes(root / "link.yaml", root)) == "E007"
    assert code_of(read_bytes(root / "folder" / "secret.txt", root)) == "E007"
    assert code_of(read_bytes(root / "loop.yaml", root)) == "E003"
    assert code_of(read_bytes(root / "pipe.yaml", root)) == "E003"
    assert code_of(read_bytes(root, root)) == "E003"
    assert code_of(read_bytes(Path("/dev/zero"))) == "E003"
    assert code_of(read_bytes(root / "absent.yaml", root)) == "E001"
    assert code_of(read_bytes(root / "a.yaml" / "b.yaml", root)) == "E001"
    assert code_of(read_bytes(root / ("x" * 300), root)) == "E003"
    assert code_of(read_bytes(root / "nul\0.yaml", root)) == "E003"


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1\n")

    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    problem = read_bytes(tmp_path / "a.yaml")
    assert isinstance(problem, Problem)
    assert problem.message("en").endswith("cannot be read: you may not read it")


def test_too_large_a_file_is_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a" * 5000)
    problem = read_bytes(tmp_path / "a.yaml", limit=2048)
    assert isinstance(problem, Problem)
    assert problem.message("en") == "the file is too large: 5 KiB, where 2 KiB is the most"


@pytest.mark.parametrize("name", ["data/sales.csv", "标志.svg", "a b.png", "..hidden", "a..b"])
def test_names_inside_the_plan(name: str, tmp_path: Path) -> None:
    assert find_inside(tmp_path, name) == tmp_path / name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../x", "E007"),
        ("a/../../x", "E007"),
        ("/etc/passwd", "E007"),
        ("~/x", "E007"),
        ("C:/x", "E007"),
        ("http://x/y", "E007"),
        ("file:x", "E007"),
        ("//server/share", "E007"),
        ("\\\\server\\share", "E011"),
        ("a\\b", "E011"),
        ("a\0b", "E011"),
        (" ", "E011"),
    ],
)
def test_names_that_lead_elsewhere(name: str, code: str, tmp_path: Path) -> None:
    assert code_of(find_inside(tmp_path, name)) == code


def test_names_are_shown_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown_name(tmp_path / "plans" / "a.yaml") == "plans/a.yaml"
    assert shown_name(Path("plans/a.yaml")) == "plans/a.yaml"
    assert shown_name(tmp_path.parent / "a.yaml") == (tmp_path.parent / "a.yaml").as_posix()
