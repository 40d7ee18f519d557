"""What git knows of a repository."""

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from acbp.history import git
from acbp.history.git import GitFault, open_repository
from tests.history.ledger import Ledger


def fault(call: Any, *arguments: Any) -> tuple[str, str | None]:
    """Code and variant of what is said where git cannot do it."""
    with pytest.raises(GitFault) as raised:
        call(*arguments)
    problem = raised.value.problem
    assert problem.message("zh") and problem.hint("en")
    return problem.code, problem.values.get("variant")


def test_the_commits_that_touched_a_plan(ledger: Ledger) -> None:
    ledger.write("计划/plan.yaml", "a: 1\n")
    first = ledger.commit("第一版\n\n因为客户要求", "2027-01-05", "林悦")
    ledger.write("other.yaml", "b: 1\n")
    ledger.commit("Something else")
    repository = open_repository(ledger.folder / "计划")
    (commit,) = repository.log("计划")
    assert (commit.id, commit.short, commit.path) == (first, first[:7], "计划")
    assert (commit.author, commit.date, commit.subject, commit.body) == (
        "林悦",
        date(2027, 1, 5),
        "第一版",
        "因为客户要求",
    )
    files = repository.files("HEAD", ["计划"])
    assert list(files) == ["计划/plan.yaml"]
    assert repository.read(files.values()) == {files["计划/plan.yaml"]: b"a: 1\n"}


def test_a_renamed_plan_is_followed(ledger: Ledger) -> None:
    text = "".join(f"key-{number}: {number}\n" for number in range(20))
    ledger.write("old.yaml", text)
    ledger.commit("one")
    ledger.git("mv", "old.yaml", "new.yaml")
    ledger.commit("two")
    ledger.write("new.yaml", text + "more: 1\n")
    ledger.commit("three")
    commits = open_repository(ledger.folder).log("new.yaml")
    assert [(commit.subject, commit.path) for commit in commits] == [
        ("three", "new.yaml"),
        ("two", "new.yaml"),
        ("one", "old.yaml"),
    ]


def test_a_renamed_folder_is_followed(ledger: Ledger) -> None:
    ledger.write("a/plan.yaml", "".join(f"key-{number}: {number}\n" for number in range(20)))
    ledger.commit("one")
    ledger.git("mv", "a", "b")
    ledger.commit("two")
    assert [commit.path for commit in open_repository(ledger.folder).log("b")] == ["b", "a"]


def test_links_and_names_like_patterns_are_no_danger(ledger: Ledger) -> None:
    ledger.write("a*.yaml", "a: 1\n")
    ledger.write("ab.yaml", "a: 2\n")
    (ledger.folder / "link.yaml").symlink_to("/etc/hostname")
    ledger.commit("one")
    repository = open_repository(ledger.folder)
    assert list(repository.files("HEAD", ["a*.yaml"])) == ["a*.yaml"]
    assert set(repository.files("HEAD", [""])) == {"a*.yaml", "ab.yaml"}


def test_a_hook_names_another_repository(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.write("plan.yaml", "a: 1\n")
    ledger.commit("ours")
    other = Ledger(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.folder / ".git/index"))
    assert open_repository(ledger.folder).log("plan.yaml")[0].subject == "ours"


def test_what_cannot_be_had(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = open_repository(ledger.folder)
    assert fault(repository.resolve, "HEAD") == ("E703", "empty")
    ledger.write("plan.yaml", "a: 1\n")
    ledger.commit("one")
    ledger.git("tag", "signed")
    assert repository.resolve("signed") == repository.resolve("HEAD")
    assert fault(repository.resolve, "signd") == ("E703", "near")
    assert fault(repository.resolve, "a1b2c3d4e5f6a7") == ("E703", None)
    assert fault(repository.resolve, "--all") == ("E703", None)
    assert fault(open_repository, tmp_path)[0] == "E702"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert fault(repository.resolve, "HEAD")[0] == "E701"


def test_a_shallow_clone(ledger: Ledger, tmp_path: Path) -> None:
    ledger.write("plan.yaml", "a: 1\n")
    first = ledger.commit("one")
    ledger.write("plan.yaml", "a: 2\n")
    ledger.commit("two")
    ledger.git("clone", "-q", "--depth", "1", ledger.folder.as_uri(), str(tmp_path / "clone"))
    repository = open_repository(tmp_path / "clone")
    assert repository.is_shallow() and len(repository.log("plan.yaml")) == 1
    assert fault(repository.resolve, first) == ("E703", "shallow")


def test_git_that_fails_or_does_not_answer(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = open_repository(ledger.folder)
    monkeypatch.setattr(
        git.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 128, b"", b"fatal: bad object\n")
    )
    assert fault(repository.is_shallow) == ("E705", None)
    message = b"fatal: detected dubious ownership in repository at '/srv/plans'\n"
    monkeypatch.setattr(git.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 128, b"", message))
    assert fault(open_repository, ledger.folder) == ("E705", "ownership")

    def hang(*_: Any, **__: Any) -> None:
        raise subprocess.TimeoutExpired("git", 60)

    monkeypatch.setattr(git.subprocess, "run", hang)
    assert fault(repository.is_shallow) == ("E705", None)
