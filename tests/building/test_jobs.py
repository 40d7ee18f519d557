"""What is built by default, and the names of the files."""

from pathlib import Path

import pytest

from acbp.building.jobs import Options, default_paths, document_path


def test_documents_are_named_after_the_plan() -> None:
    path = document_path(Path("output"), "harbour-2028", "customer", "report", "zh")
    assert path.as_posix() == "output/harbour-2028/harbour-2028-customer-report-zh.pdf"


def test_all_editions_are_built_unless_one_is_named() -> None:
    assert list(Options().documents()) == [("internal", "report"), ("customer", "report")]
    assert list(Options(editions=("customer",)).documents()) == [("customer", "report")]


def test_without_a_path_the_plan_here_or_the_workspace_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = tmp_path / "plans" / "harbour"
    plan.mkdir(parents=True)
    monkeypatch.chdir(plan)
    assert default_paths() == (Path(),)
    (tmp_path / "plans" / "acbp.yaml").touch()
    assert default_paths() == (Path(".."),)
    (plan / "plan.yaml").touch()
    assert default_paths() == (Path(),)
