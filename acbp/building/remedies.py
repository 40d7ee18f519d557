"""The exact command that brings what a machine lacks, for Debian and Ubuntu, Fedora and its kin, macOS and Windows."""

import os
import platform
import sys

DEBIAN, FEDORA, MACOS, WINDOWS = "debian", "fedora", "macos", "windows"
INSTALLERS = {
    DEBIAN: "sudo apt-get install -y {}",
    FEDORA: "sudo dnf install -y {}",
    MACOS: "brew install {}",
    # WeasyPrint looks for its libraries in the folders of MSYS2.
    WINDOWS: r"C:\msys64\usr\bin\pacman -S --noconfirm {}",
}
PACKAGES = {
    "typesetting": {
        DEBIAN: "libpango-1.0-0 libpangoft2-1.0-0",
        FEDORA: "pango",
        MACOS: "pango",
        WINDOWS: "mingw-w64-ucrt-x86_64-pango",
    },
    "subsetting": {
        DEBIAN: "libharfbuzz-subset0",
        FEDORA: "harfbuzz",
        MACOS: "harfbuzz",
        WINDOWS: "mingw-w64-ucrt-x86_64-harfbuzz",
    },
    "fonts": {
        DEBIAN: "fonts-noto-cjk",
        FEDORA: "google-noto-sans-cjk-fonts google-noto-serif-cjk-fonts",
        MACOS: "--cask font-noto-sans-cjk-sc font-noto-serif-cjk-sc",
    },
    "git": {DEBIAN: "git", FEDORA: "git", MACOS: "git"},
    "python": {DEBIAN: "python3 python3-venv", FEDORA: "python3", MACOS: "python@3.13"},
}
"""What is needed, and the packages that bring it on each system."""

WINDOWS_COMMANDS = {
    # The fonts come in no package: `start` opens the page they are downloaded from.
    "fonts": "start https://github.com/notofonts/noto-cjk/releases",
    "git": "winget install Git.Git",
    "python": "winget install Python.Python.3.13",
}


def detect_system() -> str:
    """Which system's commands to name: `debian`, `fedora`, `macos`, `windows`, or empty for another."""
    if sys.platform == "darwin":
        return MACOS
    if sys.platform == "win32":
        return WINDOWS
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    kinds = {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
    if kinds & {"debian", "ubuntu"}:
        return DEBIAN
    return FEDORA if kinds & {"fedora", "rhel", "centos"} else ""


def system_command(need: str) -> str:
    """The command that installs one of `PACKAGES` on this system; empty where none is known. Without sudo for root."""
    system = detect_system()
    package = PACKAGES[need].get(system)
    if package is None:
        return WINDOWS_COMMANDS.get(need, "") if system == WINDOWS else ""
    command = INSTALLERS[system].format(package)
    return command.removeprefix("sudo ") if _is_root() else command


def pip_command(arguments: str) -> str:
    """The command that installs Python packages for the running interpreter."""
    return f'"{sys.executable}" -m pip install {arguments}'


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
