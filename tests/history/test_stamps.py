import subprocess
from pathlib import Path

import pytest

from acbp.history.checkout import check_out
from acbp.history.git import GitFault
from acbp.history.stamps import read_stamp
from acbp.rendering.stamp import Stamp

PLAN = """\
plan: {id: harbour, title: Plan, year: 2028, language: en, owner: Anna Reed, date: 2028-01-10}
account: {name: Harbour Stores, short_name: Harbour}
supplier: {name: Fieldstone Foods, short_name: Fieldstone}
"""


def git(folder: Path, *arguments: str) -> str:
    own = ("-c", "user.name=Anna Reed", "-c", "user.email=anna@example.com")
    return subprocess.run(
        ["git", *own, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    ).stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Step")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "plans" / "harbour"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    git(tmp_path, "init", "-q")
    return folder


def stamp(folder: Path, *more: Path) -> Stamp:
    return read_stamp([folder, folder / "plan.yaml", *more])


def test_the_stamp_is_the_last_commit_that_touched_the_plan(plan: Path) -> None:
    first = commit(plan.parents[1])
    assert stamp(plan) == Stamp(first)
    (plan.parents[1] / "notes.txt").write_text("other", "utf-8")
    commit(plan.parents[1])
    assert stamp(plan) == Stamp(first)
    (plan / "risks.yaml").write_text("[]\n", "utf-8")
    second = commit(plan.parents[1])
    (plan / "risks.yaml").unlink()
    third = commit(plan.parents[1])
    assert len({first, second, third}) == 3
    assert stamp(plan) == Stamp(third)


def test_a_change_of_any_file_of_the_plan_is_told_and_no_other(plan: Path) -> None:
    shared = plan.parents[1] / "acbp.yaml"
    shared.write_text("stale_after: 100\n", "utf-8")
    first = commit(plan.parents[1])
    (plan / "output").mkdir()
    (plan / "output" / "harbour.pdf").write_bytes(b"%PDF")
    assert stamp(plan, shared) == Stamp(first)
    shared.write_text("stale_after: 200\n", "utf-8")
    assert stamp(plan) == Stamp(first)
    assert stamp(plan, shared) == Stamp(first, changed=True)


def test_a_file_that_git_does_not_hold_is_a_change(plan: Path) -> None:
    (plan.parents[1] / ".gitignore").write_text("*.csv\n", "utf-8")
    first = commit(plan.parents[1])
    (plan / "skus.csv").write_text("id\n", "utf-8")
    assert stamp(plan) == Stamp(first)
    assert stamp(plan, plan / "skus.csv") == Stamp(first, changed=True)
    (plan / "risks.yaml").write_text("[]\n", "utf-8")
    assert stamp(plan, plan / "risks.yaml").changed


def test_a_history_that_was_cut_off_is_another_stamp(plan: Path, tmp_path: Path) -> None:
    commit(plan.parents[1])
    (plan / "risks.yaml").write_text("[]\n", "utf-8")
    last = commit(plan.parents[1])
    git(plan, "clone", "-q", "--depth", "1", plan.parents[1].as_uri(), str(tmp_path / "clone"))
    assert stamp(tmp_path / "clone/plans/harbour") == Stamp(last, whole=False)
    assert stamp(plan) == Stamp(last)


def test_without_a_commit_the_plan_is_uncommitted_and_beside_git_nothing_is_said(plan: Path) -> None:
    assert stamp(plan) == Stamp("", changed=True)
    (plan.parents[1] / ".git").rename(plan.parents[1] / "no-git")
    assert stamp(plan) == Stamp()


def test_what_lies_outside_the_repository_is_passed_over(plan: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("brands") / "brand.yml"
    elsewhere.write_text("color: {}\n", "utf-8")
    assert stamp(plan, elsewhere) == Stamp("", changed=True)
    first = commit(plan.parents[1])
    assert stamp(plan, elsewhere) == Stamp(first)


def test_a_plan_is_checked_out_as_it_was_with_what_it_needs(plan: Path) -> None:
    root = plan.parents[1]
    (plan / "logo.svg").write_text("<svg/>", "utf-8")
    (root / "acbp.yaml").write_text("stale_after: 100\n", "utf-8")
    (root / "brands" / "own").mkdir(parents=True)
    (root / "brands" / "own" / "brand.yml").write_text("color: {}\n", "utf-8")
    (root / "plans" / "other.yaml").write_text(PLAN, "utf-8")
    first = commit(root)
    (plan / "plan.yaml").write_text(PLAN.replace("Plan,", "Later,"), "utf-8")
    commit(root)
    with check_out(plan, first) as (place, found):
        assert (place / "plan.yaml").read_text("utf-8") == PLAN
        assert (place / "logo.svg").read_text("utf-8") == "<svg/>"
        assert (place.parents[1] / "acbp.yaml").is_file()
        assert (place.parents[1] / "brands" / "own" / "brand.yml").is_file()
        assert not (place.parent / "other.yaml").exists()
        assert found.id == first
    assert not place.exists()
    with pytest.raises(GitFault), check_out(plan, "0" * 40):
        pass
