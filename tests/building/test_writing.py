"""Files are written whole or not at all, and every obstacle is a problem that names the file."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from acbp.building import writing
from acbp.building.writing import prepare_folder, remove_stale_parts, write_file

ROOT = Path(__file__).parents[2]


def fail_with(number: int):
    def fail(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_file_is_written_into_a_new_folder(tmp_path: Path) -> None:
    target = tmp_path / "plan" / "plan.pdf"
    assert write_file(target, b"new") is None
    assert target.read_bytes() == b"new"
    assert [each.name for each in target.parent.iterdir()] == ["plan.pdf"]


def test_the_permissions_follow_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "plan.pdf", b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "plan.pdf").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_killed_in_the_middle_the_old_file_is_untouched(tmp_path: Path, moment: str) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    code = (
        "import os, signal\nfrom pathlib import Path\nfrom acbp.building.writing import write_file\n"
        f"os.{moment} = lambda *given: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"write_file(Path({str(target)!r}), b'new' * 100_000)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert run.returncode == -signal.SIGKILL
    assert target.read_bytes() == b"old"
    (part,) = tmp_path.glob(".plan.pdf.*.part")
    assert part.is_file()


def test_parts_left_over_are_removed_and_growing_ones_are_not(tmp_path: Path) -> None:
    old, young = tmp_path / "plan" / ".plan.pdf.12.part", tmp_path / "plan" / ".plan.pdf.34.part"
    old.parent.mkdir()
    old.touch()
    young.touch()
    os.utime(old, (time.time() - writing.STALE_AFTER - 60,) * 2)
    remove_stale_parts(tmp_path)
    assert list(old.parent.iterdir()) == [young]


def test_a_full_disk_is_told_with_what_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail_with(errno.ENOSPC))
    problem = write_file(target, b"x" * 12_345)
    assert problem is not None and problem.code == "E909"
    assert problem.message("en").endswith("the disk is full; 12,345 bytes are needed")
    assert "磁盘已满" in problem.message("zh")
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"old", [target])


def test_a_denied_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", fail_with(errno.EACCES))
    problem = write_file(tmp_path / "plan.pdf", b"new")
    assert problem is not None
    assert problem.message("en").endswith("cannot be written: you have no permission to write there")
    assert problem.message("zh").endswith("没有写入权限")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "plan").touch()
    for problem in (write_file(tmp_path / "plan" / "plan.pdf", b"new"), prepare_folder(tmp_path / "plan")):
        assert problem is not None
        assert "a file stands where a folder is wanted" in problem.message("en")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").mkdir()
    problem = write_file(tmp_path / "plan.pdf", b"new")
    assert problem is not None and problem.code == "E909"


def test_a_file_that_a_viewer_holds_open_is_kept_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    waits: list[float] = []
    replace = os.replace

    def held(part: Path, path: Path) -> None:
        if path == target:
            fault = OSError(errno.EACCES, "in use")
            fault.winerror = 32  # type: ignore[attr-defined]
            raise fault
        replace(part, path)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(time, "sleep", waits.append)
    problem = write_file(target, b"new")
    assert problem is not None and problem.code == "E140"
    assert problem.values["kept"].endswith("plan.new.pdf")
    assert (target.read_bytes(), (tmp_path / "plan.new.pdf").read_bytes()) == (b"old", b"new")
    assert sum(waits) == pytest.approx(2.5)


def test_an_output_folder_is_made(tmp_path: Path) -> None:
    assert prepare_folder(tmp_path / "a" / "b") is None
    assert list((tmp_path / "a" / "b").iterdir()) == []
