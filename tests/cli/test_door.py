"""The one door out: versions, help, interruption, faults of ours, and what happens to output nobody reads."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

import acbp as package
from acbp.cli import commands, language
from acbp.cli.commands import NAMES
from acbp.cli.door import run

ROOT = Path(__file__).parents[2]


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "acbp", *arguments],
        cwd=ROOT,
        env={**os.environ, "ACBP_LANG": "en", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_versions(acbp) -> None:
    ran = acbp("--version")
    assert ran.code == 0
    assert ran.out.startswith(f"acbp {package.__version__}\nPython 3.")
    assert "\nweasyprint 70" in ran.out and "(libyaml)" in ran.out


def test_versions_and_help_load_nothing_heavy() -> None:
    code = (
        "import sys\nfrom acbp.cli.door import run\nassert run(['--version']) == run(['--help']) == 0\n"
        "print([name for name in ('pydantic', 'matplotlib', 'jinja2', 'weasyprint') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.stdout.endswith("\n[]\n"), done.stderr


@pytest.mark.parametrize("name", [name for name in NAMES if name != "guide"])
def test_each_command_helps_with_an_example_in_both_languages(acbp, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    assert f"Example: acbp {name} " in acbp(name, "--help").out
    assert f"\n  {name} " in acbp("--help").out
    module = importlib.import_module(f"acbp.cli.{name}")
    try:
        monkeypatch.setenv("ACBP_LANG", "zh")
        command = importlib.reload(module).command
        assert f"示例：acbp {name} " in command.get_help(click.Context(command))
        described = [each for each in command.params if isinstance(each, click.Option)]
        assert all(any("\u4e00" <= char <= "\u9fff" for char in each.help or "") for each in described)
    finally:
        monkeypatch.setenv("ACBP_LANG", "en")
        importlib.reload(module)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"ACBP_LANG": "zh"}, "zh"),
        ({"ACBP_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_environments(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name in ("ACBP_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (language.preferred(), language.say("好", "good")) == (expected, "好" if expected == "zh" else "good")


def test_an_interruption_ends_quietly(acbp, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*given: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands.acbp, "invoke", interrupt)
    ran = acbp("doctor")
    assert (ran.code, ran.err) == (130, "\nInterrupted.\n")


def test_a_fault_of_ours_is_a_log_and_no_traceback(acbp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(*given: object, **named: object) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr(commands.acbp, "invoke", fail)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    ran = acbp("doctor", "--output", "there")
    assert ran.code == 3
    log = Path(ran.err.split("Report it with: ")[1].strip())
    text = log.read_text("utf-8")
    assert "ZeroDivisionError: deep inside" in text and "Command: acbp doctor --output there" in text


def test_an_unknown_command_is_a_fault_of_usage(acbp) -> None:
    ran = acbp("bild")
    assert ran.code == 2 and "No such command 'bild'" in ran.err


def test_the_module_runs_as_the_command() -> None:
    done = start("validate", "nowhere.yaml")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("nowhere.yaml: E001 ")


def test_output_that_nobody_reads_is_no_fault() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "acbp", "schema"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), told) == (0, b"")


def test_a_console_without_unicode_gets_marks_instead_of_a_fault() -> None:
    done = start("new", "--help", PYTHONIOENCODING="ascii", ACBP_LANG="zh")
    assert done.returncode == 0


def test_an_exit_code_is_always_a_number() -> None:
    assert run(["--help"]) == 0
