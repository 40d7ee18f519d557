"""`acbp templates`."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "acbp.yaml").write_text("stale_after: 100\n", encoding="utf-8")
    (tmp_path / "plans").mkdir()
    monkeypatch.chdir(tmp_path / "plans")
    return tmp_path


def test_the_list(acbp) -> None:
    ran = acbp("templates")
    assert ran.code == 0
    assert "report/cover.html.j2            the report's cover" in ran.out.splitlines()


def test_a_copy_goes_beside_the_workspace_file(acbp, workspace: Path) -> None:
    ran = acbp("templates", "eject", "report/cover.html.j2")
    assert (ran.code, ran.err) == (0, "")
    assert Path(ran.out.strip()).samefile(workspace / "templates" / "report" / "cover.html.j2")
    again = acbp("templates", "eject", "report/cover.html.j2")
    assert again.code == 1 and "E911" in again.err


def test_or_to_another_folder(acbp, tmp_path: Path) -> None:
    assert acbp("templates", "eject", "deck/deck.css", "--to", tmp_path / "there").code == 0
    assert (tmp_path / "there" / "deck" / "deck.css").is_file()


def test_without_a_workspace_the_folder_has_to_be_named(acbp, workspace: Path) -> None:
    (workspace / "acbp.yaml").unlink()
    ran = acbp("templates", "eject", "deck/deck.css")
    assert ran.code == 2 and "--to" in ran.err


def test_an_unknown_name(acbp) -> None:
    ran = acbp("templates", "eject", "cover.html.j2")
    assert ran.code == 1
    assert "E916 there is no template named 'cover.html.j2'; did you mean" in ran.err
