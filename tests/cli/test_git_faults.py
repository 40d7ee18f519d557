"""What git cannot do is told in words, in both languages, with what to do about it; never with a traceback."""

from pathlib import Path

import pytest

from tests.history.ledger import PLAN, Ledger

HARBOUR = "港湾.yaml"


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A plan with a Chinese name that was not there at first, was broken for a while, and was renamed."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    made = Ledger(tmp_path / "plans")
    monkeypatch.chdir(made.folder)
    made.write("readme", "x\n")
    made.commit("zero")
    made.write("港.yaml", PLAN)
    made.commit("one")
    made.write("港.yaml", PLAN.replace("year: 2027", "year: soon", 1))
    made.commit("broken")
    made.write("港.yaml", PLAN)
    made.git("mv", "港.yaml", HARBOUR)
    made.commit("renamed")
    return made


BUILD = ("build", HARBOUR, "--edition", "customer", "--changes-since")


@pytest.mark.parametrize(("language", "fix"), [("en", "  fix: "), ("zh", "  改法：")])
@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("diff", HARBOUR, "nosuch"), "E703"),
        (("diff", HARBOUR, "HEAD~3"), "E704"),
        (("diff", HARBOUR, "HEAD~1"), "E706"),
        ((*BUILD, "nosuch"), "E703"),
        ((*BUILD, "HEAD~3"), "E704"),
        ((*BUILD, "HEAD~1"), "E706"),
    ],
)
def test_a_version_that_cannot_be_had(
    acbp, ledger: Ledger, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], code: str, language: str, fix: str
) -> None:
    monkeypatch.setenv("ACBP_LANG", language)
    if language == "zh":
        path = ledger.folder / HARBOUR
        path.write_text(path.read_text("utf-8").replace("language: en", "language: zh"), "utf-8")
    ran = acbp(*asked)
    assert ran.code == 1 and code in ran.err and fix in ran.err


def test_a_plan_that_is_not_there(acbp, ledger: Ledger) -> None:
    ran = acbp("history", "none.yaml")
    assert ran.code == 1 and "E001" in ran.err and "does not exist" in ran.err


@pytest.mark.parametrize("command", [("diff", HARBOUR), ("history", HARBOUR), ("init", "new")])
def test_without_git_on_the_machine(
    acbp, ledger: Ledger, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("PATH", str(ledger.folder))
    # A fault is told in the plan's language, whatever the person's.
    monkeypatch.setenv("ACBP_LANG", "en" if command[0] == "init" else "zh")
    ran = acbp(*command)
    assert ran.code == 1 and "E701" in ran.err and "  fix: " in ran.err
    if command[0] == "init":
        assert "run acbp init again" in ran.err and Path("new/acbp.yaml").is_file()
    for other in (("validate", HARBOUR), ("status",), ("fmt",)):
        assert acbp(*other).code == 0


def test_earlier_names_detached_heads_and_work_trees(acbp, ledger: Ledger, tmp_path: Path) -> None:
    assert "no changes" in acbp("diff", HARBOUR, "HEAD~2").out
    ledger.git("worktree", "add", "-q", "--detach", str(tmp_path / "beside"))
    told = acbp("history", tmp_path / "beside" / HARBOUR)
    assert told.code == 0 and told.out == acbp("history", HARBOUR).out
    assert acbp("diff", tmp_path / "beside" / HARBOUR).code == 0


def test_a_repository_within_another(acbp, ledger: Ledger, tmp_path: Path) -> None:
    outer = Ledger(tmp_path / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", ledger.folder.as_uri(), "ours")
    outer.commit("Take our plans in")
    told = acbp("history", outer.folder / "ours" / HARBOUR)
    assert told.code == 0 and told.out == acbp("history", HARBOUR).out


def test_changes_since_goes_with_the_report(acbp, ledger: Ledger) -> None:
    assert acbp(*BUILD, "HEAD", "--format", "onepage").code == 2
