"""The skeleton of a review: what it asks for, that it loads, and that it changes nothing that is there."""

import re
import shutil
from pathlib import Path

import pytest

from acbp.building.review_skeleton import draft_review
from acbp.building.scaffold import create
from acbp.loading import load_plan
from tests.building.stand_in import write_plan
from tests.conftest import PLANS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example in a folder, to be changed."""
    shutil.copytree(PLANS["zh"].parent, tmp_path / "plans")
    return tmp_path / "plans" / PLANS["zh"].name


def filled(text: str) -> str:
    """The skeleton with something in every gap, and nothing where nothing need be."""
    text = re.sub(r"^( *(?:summary|volume|trade_spend|customer_\w+):) *(#.*)?\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"(    launch-ready:).*", r"\1 [planogram]", text)
    text = re.sub(r"(    (?:outcome):)$", r"\1 done", text, flags=re.MULTILINE)
    text = re.sub(r"^(    [a-z-]+:) +#.*(%.*)$", r"\1 50%", text, flags=re.MULTILINE)
    return re.sub(r"^(    [a-z-]+:) +#.*$", r"\1 2", text, flags=re.MULTILINE)


def test_it_becomes_a_file_beside_the_other_reviews_and_has_gaps_only(folder: Path) -> None:
    draft = draft_review(folder, "Q3")
    assert (draft.problems, draft.text, draft.language) == ((), "", "zh")
    assert draft.file == folder / "reviews" / "2027-Q3.yaml"
    problems = load_plan(folder).problems
    assert {problem.code for problem in problems} == {"E211"}
    assert {problem.place.file.rsplit("/", 1)[-1] for problem in problems if problem.place} == {"2027-Q3.yaml"}


def test_once_filled_in_it_is_a_review(folder: Path) -> None:
    file = draft_review(folder, "Q3").file
    assert file is not None
    file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")
    loaded = load_plan(folder)
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.plan is not None and loaded.plan.scorecard is not None
    review = next(review for review in loaded.plan.reviews if review.period == "Q3")
    assert review.actuals is not None
    assert list(review.actuals.categories) == [each.id for each in loaded.plan.plan.categories]
    measured = [kpi.id for kpi in loaded.plan.scorecard.kpis if not kpi.checks]
    assert (list(review.actuals.kpis), review.actuals.met) == (measured, {"launch-ready": ("planogram",)})


def test_it_asks_for_what_the_plan_has_with_the_plan_beside_it(folder: Path) -> None:
    lines = [line.split("#") for line in _text(folder, "Q3").splitlines()]
    told = {key.strip(): comment.strip() for key, comment, *_ in (line for line in lines if len(line) > 1)}
    assert told["date: 2027-10-21"] == "按复盘日历"
    assert told["water:"] == "包装水，计划 1995"
    assert told["volume:"] == "计划 205.5"
    assert told["share:"] == "品类份额，目标 19.9%，数据：何静"
    assert told["customer_profit:"] == "客户利润，计划 1690"
    assert "上次顺延到 2027-08-13" in told["- action: county-entry"]
    assert "#   W40-W41  国庆" in _text(folder, "Q3", again=True)


def test_an_action_that_was_due_wants_an_outcome_and_others_do_not(folder: Path) -> None:
    text = _text(folder, "Q3")
    assert "  - action: joint-forecast " in text  # due on 30 September, the meeting is on 21 October
    assert "#   - action: member-days " in text  # due on 31 December
    assert "shelf-switch" not in text  # done in July


def _text(folder: Path, period: str, again: bool = False) -> str:
    if again:
        return (folder / "reviews" / f"2027-{period}.yaml").read_text(encoding="utf-8")
    file = draft_review(folder, period).file  # type: ignore[arg-type]
    assert file is not None
    return file.read_text(encoding="utf-8")


def test_what_is_there_is_never_touched(folder: Path) -> None:
    before = (folder / "reviews" / "2027-Q2.yaml").read_bytes()
    (problem,) = draft_review(folder, "Q2").problems
    assert (problem.code, problem.message("en")) == ("E915", "Q2 has a review already; nothing is changed")
    assert problem.place is not None and problem.place.file.endswith("2027-Q2.yaml")
    assert (folder / "reviews" / "2027-Q2.yaml").read_bytes() == before
    foreign = folder / "reviews" / "2027-Q4.yaml"
    shutil.copy(folder / "reviews" / "2027-Q2.yaml", foreign)
    foreign.write_text(foreign.read_text(encoding="utf-8").replace("period: Q2", "period: Q3"), encoding="utf-8")
    assert [each.code for each in draft_review(folder, "Q4").problems] == ["E911"]


def test_a_plan_in_one_file_gets_the_lines_to_put_in(tmp_path: Path) -> None:
    file = tmp_path / "plan-2027.yaml"
    text = PLANS["en"].read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    shutil.copy(PLANS["en"].parent / "acbp.yaml", tmp_path)
    shutil.copytree(PLANS["en"].parent / "data", tmp_path / "data")
    draft = draft_review(file, "Q3")
    assert (draft.file, draft.problems, draft.language) == (None, (), "en")
    assert file.read_text(encoding="utf-8") == text
    assert draft.text.startswith("  - period: Q3 ")
    head, found, tail = text.partition("\nreviews:\n")
    file.write_text(f"{head}{found}{draft.text}{tail}", encoding="utf-8")
    assert {problem.code for problem in load_plan(file).problems} == {"E211"}


def test_a_plan_without_anything_still_gets_a_review(tmp_path: Path) -> None:
    draft = draft_review(write_plan(tmp_path, "harbour"), "year")
    lines = [line.split("#")[0].rstrip() for line in draft.text.splitlines()]
    assert lines[:6] == [
        "reviews:",
        "  - period: year",
        "    date: 2028-12-31",
        "    summary:",
        "    actuals:",
        "      sales:",
    ]


def test_a_plan_with_faults_is_told_of_them(tmp_path: Path) -> None:
    draft = draft_review(write_plan(tmp_path, "harbour", text="prices: 3\n"), "Q1")
    assert [problem.code for problem in draft.problems] == ["E201"]
    assert [problem.code for problem in draft_review(tmp_path / "nowhere", "Q1").problems] == ["E001"]


def test_a_plan_with_chinese_names_gets_a_review_with_chinese_names(tmp_path: Path) -> None:
    create(tmp_path / "harbour", 2028, "zh", "zh")
    draft = draft_review(tmp_path / "harbour", "Q2")
    assert draft.problems == ()
    assert draft.text.startswith("  - 期间: 二季度 ")
    assert not re.findall(r"\b(?:action|outcome|forecast|cause|owner|due|period|actuals)\b", draft.text)
    file = tmp_path / "harbour" / "plan.yaml"
    head, found, tail = file.read_text(encoding="utf-8").partition("\n复盘:\n")
    file.write_text(f"{head}{found}{draft.text}{tail}", encoding="utf-8")
    assert {problem.code for problem in load_plan(tmp_path / "harbour").problems} == {"E211"}
