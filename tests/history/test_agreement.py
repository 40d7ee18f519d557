import subprocess
from pathlib import Path

import pytest

from acbp.history.agreement import check_agreement
from acbp.loading import load_plan
from acbp.loading.source import PlanSource, locate

PLAN = """\
plan:
  id: harbour
  title: Plan
  year: 2028
  language: en
  owner: Anna Reed
  date: 2028-01-10
  status: agreed
account: {name: Harbour Stores, short_name: Harbour}
supplier: {name: Fieldstone Foods, short_name: Fieldstone}
commitments:
  - {id: nuts, side: us, what: Nut bay in 60 stores, status: open}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "harbour").mkdir()
    file = tmp_path / "harbour" / "plan.yaml"
    file.write_text(PLAN, "utf-8")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    return file


def git(folder: Path, *arguments: str) -> None:
    own = ("-c", "user.name=Anna Reed", "-c", "user.email=anna@example.com")
    subprocess.run(["git", *own, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Step")


def found(file: Path, since: str | None = None) -> list[tuple[str, dict[str, str]]]:
    source = locate(file.parent)
    assert isinstance(source, PlanSource)
    problems = check_agreement(load_plan(source), source, since)
    return [(p.code, {k: str(v) for k, v in p.values.items() if k != "commit"}) for p in problems]


def test_a_revision_that_cannot_be_had_is_told_as_a_warning(plan: Path, tmp_path: Path) -> None:
    source = locate(plan.parent)
    assert isinstance(source, PlanSource)
    (told,) = check_agreement(load_plan(source), source, "HEAD~1")
    assert (told.code, told.is_error) == ("E703", False)
    (tmp_path / ".git").rename(tmp_path / "no-git")
    assert [code for code, _ in found(plan, "HEAD~1")] == ["E702"]
    assert found(plan) == []


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_what_was_agreed_changes_with_a_reason_only(plan: Path) -> None:
    assert found(plan) == []
    rewrite(plan, "60 stores", "40 stores")
    assert found(plan) == [("W710", {"sections": "commitments"})]
    rewrite(
        plan,
        "  status: agreed\n",
        "  status: agreed\n  change_log:\n"
        "    - {date: 2028-02-01, version: V1.1, what: Fewer stores, reason: Twenty close}\n",
    )
    assert found(plan) == []


def test_committed_changes_are_compared_with_a_revision(plan: Path) -> None:
    rewrite(plan, "60 stores", "40 stores")
    commit(plan.parents[1])
    assert found(plan) == []
    assert found(plan, "HEAD~1") == [("W710", {"sections": "commitments"})]
    assert [code for code, _ in found(plan, "HEAD~7")] == ["E703"]


def test_progress_and_order_are_no_change(plan: Path) -> None:
    rewrite(plan, "status: open}", "status: kept, kept_on: 2028-03-01}")
    rewrite(plan, "id: nuts, side: us", "side: us, id: nuts")
    (plan.parent / "actions.yaml").write_text("- {id: tasting, name: Tasting}\n", "utf-8")
    assert found(plan) == []


def test_a_section_in_a_file_of_its_own_counts(plan: Path) -> None:
    (plan.parent / "objectives.yaml").write_text("- {id: grow, name: Grow}\n", "utf-8")
    assert found(plan) == [("W710", {"sections": "objectives"})]


def test_a_status_that_goes_back_is_told(plan: Path) -> None:
    rewrite(plan, "status: agreed", "status: draft")
    assert found(plan) == [("W711", {"before": "agreed", "now": "draft"})]


def test_a_draft_may_change_as_it_likes(plan: Path) -> None:
    rewrite(plan, "status: agreed", "status: draft")
    commit(plan.parents[1])
    rewrite(plan, "60 stores", "40 stores")
    assert found(plan) == []


def test_beside_git_there_is_nothing_to_compare(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    assert found(tmp_path / "plan.yaml") == []
