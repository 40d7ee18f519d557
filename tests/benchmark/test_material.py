from pathlib import Path

from acbp.loading import load_plan
from acbp.loading.source import discover
from benchmark import material


def test_copies_are_plans_of_their_own(tmp_path: Path) -> None:
    copies = material.copy_plans(tmp_path / "plans", 2)
    sources, problems = discover([tmp_path / "plans"])
    loaded = [load_plan(source) for source in sources]
    assert problems == [] and [each.problems for each in loaded] == [(), ()]
    assert [each.plan and each.plan.plan.id for each in loaded] == [copy.name for copy in copies]


def test_an_edit_changes_one_line(tmp_path: Path) -> None:
    (copy,) = material.copy_plans(tmp_path / "plans", 1)
    before = (copy / "plan.yaml").read_text(encoding="utf-8").splitlines()
    material.edit(copy)
    after = (copy / "plan.yaml").read_text(encoding="utf-8").splitlines()
    assert len(before) == len(after)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_a_grown_plan_is_whole(tmp_path: Path) -> None:
    (copy,) = material.copy_plans(tmp_path / "plans", 1)
    grown = material.grow(copy, tmp_path / "grown", 40)
    ((source,), problems) = discover([grown])
    loaded = load_plan(source)
    assert problems == [] and loaded.problems == ()
    assert loaded.plan is not None and len(loaded.plan.actions) == 40
