import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from acbp import __version__
from acbp.building.formatting import format_plans
from acbp.building.validating import validate
from acbp.building.workspace_kit import FILES, GIT_SETTINGS, begin_workspace
from acbp.history.git import begin_repository

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    begun = begin_workspace(tmp_path, 2028, "en")
    assert begun.problems == ()
    assert begun.plan == tmp_path / "plans" / "harbour-2028"
    return tmp_path


@pytest.fixture
def shell(workspace: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory):
    """Runs a command in the workspace, where `acbp` is the program under test."""
    programs = tmp_path_factory.mktemp("bin")
    (programs / "acbp").write_text(f'#!/bin/sh\nexec {sys.executable} -m acbp "$@"\n', "utf-8")
    (programs / "acbp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    monkeypatch.setenv("PRE_COMMIT_HOME", str(programs / "pre-commit"))
    monkeypatch.setenv("ACBP_LANG", "en")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Anna Reed")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "anna@example.com")

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=workspace, capture_output=True, text=True, encoding="utf-8", check=False)

    return run


@pytest.mark.parametrize(("lang", "keys"), [("en", "en"), ("zh", "en"), ("zh", "zh")])
def test_what_is_written_is_sound_and_in_order(tmp_path: Path, lang: str, keys: str) -> None:
    begun = begin_workspace(tmp_path / "new", 2028, lang, keys)
    assert begun.kept == () and begun.problems == ()
    assert {path.relative_to(tmp_path / "new").as_posix() for path in begun.written} >= set(FILES.values())
    checked = validate([tmp_path / "new"])
    assert [problem.code for plan in checked.plans for problem in plan.problems] == []
    assert format_plans([tmp_path / "new"], check=True).changed == ()
    assert "acbp validate plans/harbour-2028\n" in (tmp_path / "new/plans/harbour-2028/plan.yaml").read_text("utf-8")


def test_what_is_there_is_left_as_it_is(workspace: Path) -> None:
    (workspace / "acbp.yaml").write_text("stale_after: 10\n", "utf-8")
    (workspace / ".gitignore").unlink()
    again = begin_workspace(workspace, 2029, "zh")
    assert [path.name for path in again.written] == [".gitignore"]
    assert again.plan is None
    assert (workspace / "acbp.yaml").read_text("utf-8") == "stale_after: 10\n"


def test_editors_are_told_of_the_schemas(workspace: Path) -> None:
    settings = json.loads((workspace / ".vscode/settings.json").read_text("utf-8"))
    for schema in settings["yaml.schemas"]:
        assert json.loads((workspace / schema).read_text("utf-8"))["$id"].startswith("urn:acbp:")
    assert json.loads((workspace / ".vscode/extensions.json").read_text("utf-8"))["recommendations"]


def test_the_recipes_run_and_leave_what_they_attach(workspace: Path, shell) -> None:
    begin_repository(workspace, GIT_SETTINGS)
    shell("git", "add", "-A")
    # There is no HEAD~1 to compare the first commit with.
    assert shell("git", "commit", "-qm", "Begin").returncode == 0
    github = yaml.safe_load((workspace / ".github/workflows/plans.yml").read_text("utf-8"))
    gitlab = yaml.safe_load((workspace / ".gitlab-ci.yml").read_text("utf-8"))
    steps = [step["run"] for step in github["jobs"]["build"]["steps"] if "run" in step]
    lines = [*gitlab["plans"]["before_script"], *gitlab["plans"]["script"]]
    for commands in (steps, lines):
        assert f"pip install acbp=={__version__}" in commands
    ours = [command for command in steps if command.startswith("acbp ")]
    assert (
        ours
        == [command for command in lines if command.startswith("acbp ")]
        == [
            "acbp fmt --check",
            "acbp validate --since HEAD~1",
            "acbp build",
        ]
    )
    # All but the setting up of the machine is run as it is written; the machine of the test is set up already.
    for commands in (steps, lines):
        others = [command for command in commands if command not in ours]
        assert all(command.removeprefix("sudo ").startswith(("apt-get ", "pip install ")) for command in others)
    for command in ours:
        ran = shell("sh", "-c", command)
        assert ran.returncode == 0, ran.stderr
    uploads = [step["with"]["path"] for step in github["jobs"]["build"]["steps"] if "upload" in step.get("uses", "")]
    internal, customer, whole = (
        sorted(path.name for path in workspace.glob(pattern))
        for pattern in (*uploads, *gitlab["plans"]["artifacts"]["paths"])
    )
    assert internal == ["harbour-2028-internal-report-en.pdf"]
    assert customer == ["harbour-2028-customer-report-en.pdf"]
    assert whole == [*customer, *internal]


def test_the_recipes_look_at_the_whole_history_and_stop_at_a_fault(workspace: Path, shell) -> None:
    github = yaml.safe_load((workspace / ".github/workflows/plans.yml").read_text("utf-8"))
    gitlab = yaml.safe_load((workspace / ".gitlab-ci.yml").read_text("utf-8"))
    assert github["jobs"]["build"]["steps"][0]["with"]["fetch-depth"] == 0
    assert gitlab["plans"]["variables"]["GIT_DEPTH"] == "0"
    begin_repository(workspace, GIT_SETTINGS)
    plan = workspace / "plans/harbour-2028/plan.yaml"
    text = plan.read_text("utf-8").replace("  status: draft", "  status: agreed", 1)
    for title in ("Win in nuts", "Win in nuts and seeds"):
        plan.write_text(text.replace("name: Win in nuts", f"name: {title}", 1), "utf-8")
        shell("git", "add", "-A")
        shell("git", "commit", "-qm", title)
    ran = shell("sh", "-c", next(line for line in gitlab["plans"]["script"] if "validate" in line))
    assert "W710" in ran.stderr
    plan.write_text(text.replace("  year: 2028\n", "  year: soon\n", 1), "utf-8")
    assert shell("sh", "-c", "acbp validate --since HEAD~1").returncode == 1


def test_the_differ_is_set_up(workspace: Path, shell) -> None:
    assert begin_repository(workspace, GIT_SETTINGS) is True
    assert begin_repository(workspace, GIT_SETTINGS) is False
    assert shell("git", "check-attr", "diff", "plans/harbour-2028/plan.yaml").stdout.endswith("diff: acbp\n")
    assert shell("git", "add", "-A").returncode == 0
    assert "output/" not in shell("git", "ls-files").stdout
    shell("git", "commit", "-qm", "Begin")
    plan = workspace / "plans/harbour-2028/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("owner: Anna Reed", "owner: Ann Reed", 1), "utf-8")
    told = shell("git", "diff")
    assert told.returncode == 0, told.stderr
    changed = [line for line in told.stdout.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert changed == ["-plan.owner: Anna Reed", "+plan.owner: Ann Reed"]


def test_pre_commit_runs_the_hooks(workspace: Path, shell) -> None:
    begin_repository(workspace, GIT_SETTINGS)
    shell("git", "add", "-A")
    clean = shell(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert clean.returncode == 0, clean.stdout
    plan = workspace / "plans/harbour-2028/plan.yaml"
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("  year: 2028\n", "  year: 2028   \n", 1), "utf-8")
    untidy = shell(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert untidy.returncode == 1 and "files were modified by this hook" in untidy.stdout
    assert plan.read_text("utf-8") == text
    plan.write_text(text.replace("  year: 2028\n", "  year: next\n", 1), "utf-8")
    wrong = shell(sys.executable, "-m", "pre_commit", "run", "acbp-validate", "--all-files")
    assert wrong.returncode == 1 and "plan.yaml" in wrong.stdout


def test_the_hooks_for_other_repositories_are_those_of_the_kit(workspace: Path) -> None:
    from pre_commit import clientlib

    offered = {hook["id"]: hook for hook in clientlib.load_manifest(HOOKS)}
    config = clientlib.load_config(workspace / ".pre-commit-config.yaml")
    (local,) = config["repos"]
    for hook in local["hooks"]:
        same = {name: hook[name] for name in ("entry", "files", "pass_filenames", "name")}
        assert {name: offered[hook["id"]][name] for name in same} == same
