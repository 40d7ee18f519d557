"""The set-up of a fresh machine, played with stand-ins for apt-get, dpkg, sudo and Python."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REAL_TOOLS = ("sh", "dirname", "env", "mkdir", "cp", "touch", "make")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the set-up is a shell script for Debian and Ubuntu")

STAND_INS = {
    "dpkg-query": 'case " $ABSENT " in *" $3 "*) exit 1;; *) printf installed;; esac',
    "apt-get": 'echo "apt-get $*" >> "$LOG"',
    "git": "",
    # Answers the checks of the script, makes an environment that holds itself, and notes what pip is to install.
    "python3.12": """
case "$*" in
    *ensurepip*) exit "${NO_VENV:-0}";;
    *version_info\\[:2\\]*) printf python3.12-venv;;
    "-m venv"*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python";;
    *pip\\ install*) echo "pip" "$@" >> "$LOG";;
esac""",
}


class Machine:
    """A checkout on a machine that has just the tools put into `tools`."""

    def __init__(self, folder: Path) -> None:
        self.checkout, self.tools, self.log = folder / "checkout", folder / "tools", folder / "log"
        (self.checkout / ".ci").mkdir(parents=True)
        self.tools.mkdir()
        self.log.touch()
        for file in ("Makefile", ".ci/setup.sh", "pyproject.toml", "constraints.txt"):
            shutil.copy(ROOT / file, self.checkout / file)
        for name in REAL_TOOLS:
            path = shutil.which(name)
            assert path, name
            (self.tools / name).symlink_to(path)
        for name, script in STAND_INS.items():
            self.add(name, script)

    def add(self, name: str, script: str) -> None:
        """Put a stand-in for a command on the machine."""
        (self.tools / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (self.tools / name).chmod(0o755)

    def set_up(self, *, absent: str = "", user: int = 0, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run `make setup` as `user` (0 is root) with the Debian packages in `absent` missing."""
        self.add("id", f"echo {user}")
        environment = {"PATH": str(self.tools), "LOG": str(self.log), "ABSENT": absent, **settings}
        return subprocess.run(
            ["make", "setup"],
            cwd=self.checkout,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def commands(self) -> list[str]:
        """What was run on the machine, in order."""
        return self.log.read_text(encoding="utf-8").splitlines()


INSTALL = "pip -m pip install -q --disable-pip-version-check -c constraints.txt -e .[test]"


@pytest.fixture
def fresh(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_nothing_is_installed_by_apt_where_nothing_is_missing(fresh: Machine) -> None:
    run = fresh.set_up(user=1000)
    assert run.returncode == 0, run.stderr
    assert fresh.commands() == [INSTALL]


def test_a_second_run_does_nothing_until_the_requirements_change(fresh: Machine) -> None:
    fresh.set_up()
    fresh.set_up()
    assert fresh.commands() == [INSTALL]
    constraints = fresh.checkout / "constraints.txt"
    later = (fresh.checkout / ".venv" / ".ready").stat().st_mtime + 10
    os.utime(constraints, (later, later))
    fresh.set_up()
    assert fresh.commands() == [INSTALL, INSTALL]


def test_root_installs_what_is_missing_and_says_why_before(fresh: Machine) -> None:
    run = fresh.set_up(absent="fonts-noto-cjk libharfbuzz-subset0")
    assert run.returncode == 0, run.stderr
    assert [line.split("Timeout=120 ")[-1] for line in fresh.commands()] == [
        "update",
        "install -y --no-install-recommends libharfbuzz-subset0 fonts-noto-cjk",
        INSTALL,
    ]
    assert "fonts-noto-cjk: the Chinese fonts of the pages" in run.stdout
    assert "qpdf" not in run.stdout


def test_another_user_installs_with_sudo(fresh: Machine) -> None:
    fresh.add("sudo", 'echo "sudo $1 $2" >> "$LOG"; exec "$@"')
    run = fresh.set_up(absent="qpdf", user=1000)
    assert run.returncode == 0, run.stderr
    assert fresh.commands()[0] == "sudo env DEBIAN_FRONTEND=noninteractive"
    assert "with sudo" in run.stdout


def test_without_root_and_sudo_the_command_is_named_and_nothing_done(fresh: Machine) -> None:
    run = fresh.set_up(absent="qpdf libpango-1.0-0", user=1000)
    assert run.returncode != 0
    assert "apt-get update && apt-get install -y --no-install-recommends libpango-1.0-0 qpdf" in run.stderr
    assert fresh.commands() == []
    assert not (fresh.checkout / ".venv").exists()


def test_a_failed_installation_stops_with_the_command(fresh: Machine) -> None:
    fresh.add("apt-get", "exit 100")
    run = fresh.set_up(absent="qpdf")
    assert run.returncode != 0
    assert "apt-get could not install the packages" in run.stderr
    assert fresh.commands() == []


def test_the_venv_package_of_the_python_at_hand_is_installed(fresh: Machine) -> None:
    run = fresh.set_up(absent="python3.12-venv", NO_VENV="1")
    assert run.returncode == 0, run.stderr
    assert fresh.commands()[1].endswith("install -y --no-install-recommends python3.12-venv")


def test_a_machine_without_python_gets_one(fresh: Machine) -> None:
    python = fresh.tools / "python3.12"
    python.rename(fresh.tools / "later")
    bring = 'case "$*" in *python3-venv*) cp "${0%/*}/later" "${0%/*}/python3";; esac'
    fresh.add("apt-get", f"{STAND_INS['apt-get']}\n{bring}")
    run = fresh.set_up(absent="python3 python3-venv")
    assert run.returncode == 0, run.stderr
    assert fresh.commands()[1].endswith("install -y --no-install-recommends python3 python3-venv")
    assert fresh.commands()[-1] == INSTALL


def test_an_old_python_is_passed_over_and_told(fresh: Machine) -> None:
    fresh.add("python3.13", "exit 127")
    assert "python3.12" in fresh.set_up().stdout
    fresh.add("python3.12", "exit 1")
    shutil.rmtree(fresh.checkout / ".venv")
    run = fresh.set_up()
    assert run.returncode != 0
    assert "Python 3.11 or newer is needed" in run.stderr


def test_a_failed_pip_is_not_taken_for_ready(fresh: Machine) -> None:
    fresh.add("python3.12", STAND_INS["python3.12"].replace('echo "pip"', 'exit 1; echo "pip"'))
    assert fresh.set_up().returncode != 0
    assert not (fresh.checkout / ".venv" / ".ready").exists()


def test_other_systems_are_sent_to_the_doctor(fresh: Machine) -> None:
    (fresh.tools / "apt-get").unlink()
    run = fresh.set_up(absent="qpdf")
    assert run.returncode == 0, run.stderr
    assert "acbp doctor" in run.stdout
    assert fresh.commands() == [INSTALL]
