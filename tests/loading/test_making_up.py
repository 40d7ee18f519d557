"""Layouts that cannot be printed are told at the place to mend."""

from pathlib import Path

import pytest

from acbp.loading import load_plan

PLAN = """\
plan: {id: p, title: P, year: 2027, language: en, owner: A, date: 2027-01-01}
account: {name: Castlegate, short_name: Castlegate}
supplier: {name: Northfield, short_name: Northfield}
layout:
"""
PAGE = "  pages: [{id: media, title: Media, modules: [{text: Words}]}]\n"


@pytest.mark.parametrize(
    ("layout", "code", "item"),
    [
        ("  groups: [{name: One, pages: [overview, nowhere-at-all]}]", "E250", "layout.groups[1].pages[2]"),
        ("  groups: [{name: One, pages: [scorecrad]}]", "E250", "layout.groups[1].pages[1]"),
        ("  groups: [{name: A, pages: [risks]}, {name: B, pages: [risks]}]", "E251", "layout.groups[2].pages[1]"),
        ("  pages: [{id: risks, title: Mine, modules: [{text: Words}]}]", "E252", "layout.pages[risks].id"),
        (
            "  pages: [{id: m, title: M, modules: [{table: {columns: [A, B], rows: [[1, 2], [1]]}}]}]",
            "E253",
            "layout.pages[m].modules[1].table.rows[2]",
        ),
        (
            "  pages: [{id: m, title: M, modules: [{chart: {points: [{label: A}]}}]}]",
            "E254",
            "layout.pages[m].modules[1].chart.points[1]",
        ),
    ],
)
def test_each_fault_is_told_where_it_stands(tmp_path: Path, layout: str, code: str, item: str) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN + layout + "\n", encoding="utf-8")
    (problem,) = load_plan(path).problems
    assert (problem.code, problem.item) == (code, item)
    assert problem.place is not None and problem.place.line == 5


def test_a_near_name_is_offered(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN + "  groups: [{name: One, pages: [scorecrad]}]\n", encoding="utf-8")
    (problem,) = load_plan(path).problems
    assert problem.message("en") == "there is no page 'scorecrad'; did you mean 'scorecard'?"


def test_a_page_of_ones_own_may_be_placed(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN + "  groups: [{name: One, pages: [media, review-Q1]}]\n" + PAGE, encoding="utf-8")
    assert load_plan(path).problems == ()


def test_the_workspace_gives_a_layout_to_plans_without_one(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(PLAN.removesuffix("layout:\n"), encoding="utf-8")
    (tmp_path / "acbp.yaml").write_text("layout:\n" + PAGE, encoding="utf-8")
    loaded = load_plan(path)
    assert loaded.plan is not None and loaded.plan.layout is not None
    assert [page.id for page in loaded.plan.layout.pages] == ["media"]
