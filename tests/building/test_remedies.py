"""The commands that bring what is missing, on each system."""

import platform
import sys

import pytest

from acbp.building import remedies


@pytest.mark.parametrize(
    ("release", "system"),
    [
        ({"ID": "debian"}, "debian"),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "debian"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "debian"),
        ({"ID": "fedora"}, "fedora"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "fedora"),
        ({"ID": "alpine"}, ""),
    ],
)
def test_the_system_is_known_by_its_release_file(
    release: dict[str, str], system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: release)
    assert remedies.detect_system() == system


@pytest.mark.parametrize(("name", "system"), [("darwin", "macos"), ("win32", "windows")])
def test_macos_and_windows_are_known_by_python(name: str, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", name)
    assert remedies.detect_system() == system


@pytest.mark.parametrize("system", ["debian", "fedora", "macos", "windows"])
@pytest.mark.parametrize("need", sorted(remedies.PACKAGES))
def test_each_need_has_a_command_on_each_system(need: str, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remedies, "detect_system", lambda: system)
    assert len(remedies.system_command(need).split()) >= 2


def test_an_unknown_system_gets_no_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remedies, "detect_system", lambda: "")
    assert remedies.system_command("fonts") == ""


def test_root_needs_no_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remedies, "detect_system", lambda: "debian")
    monkeypatch.setattr(remedies, "_is_root", lambda: True)
    assert remedies.system_command("git") == "apt-get install -y git"
