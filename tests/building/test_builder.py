"""Many plans in one run: each by itself, the unchanged ones left alone, clashes told before anything is written."""

import json
import os
import time
from datetime import date
from pathlib import Path

import pytest

from acbp.building.builder import build
from acbp.building.jobs import Options
from acbp.building.outcome import Outcome, PlanOutcome
from tests.building.stand_in import misbehave, render, write_plan


def run(folder: Path, output: Path, **options: object) -> Outcome:
    """Build with the stand-in, in this process."""
    chosen = Options(output=output, **{"workers": 1, **options})  # type: ignore[arg-type]
    return build([folder], chosen, lambda *given: None, render)


def unchanged(outcome: Outcome) -> list[bool]:
    return [document.unchanged for plan in outcome.plans for document in plan.documents]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    write_plan(tmp_path / "plans", "harbour")
    return tmp_path / "plans"


def test_both_editions_are_written_with_what_was_asked_for(plans: Path, output: Path) -> None:
    outcome = run(plans, output)
    assert outcome.exit_code == 0
    texts = {path.name: path.read_bytes() for path in output.rglob("*.pdf")}
    assert texts == {
        "harbour-internal-report-en.pdf": b"%PDF-stand-in Plan harbour internal en Spring 2028-01-10",
        "harbour-customer-report-en.pdf": b"%PDF-stand-in Plan harbour customer en Spring 2028-01-10",
    }


def test_options_win_over_the_plan(plans: Path, output: Path) -> None:
    run(
        plans,
        output,
        lang="zh",
        brand="cliff",
        as_of=date(2028, 5, 1),
        editions=("customer",),
        overrides=("plan.title=Ours",),
    )
    (path,) = output.rglob("*.pdf")
    assert path.name == "harbour-customer-report-zh.pdf"
    assert path.read_bytes() == b"%PDF-stand-in Ours customer zh Cliff 2028-05-01"


def test_an_unchanged_plan_is_left_alone(plans: Path, output: Path) -> None:
    assert unchanged(run(plans, output)) == [False, False]
    times = {path: path.stat().st_mtime_ns for path in output.rglob("*.pdf")}
    assert unchanged(run(plans, output)) == [True, True]
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*.pdf")} == times
    assert unchanged(run(plans, output, force=True)) == [False, False]


def test_two_builds_give_the_same_bytes(plans: Path, output: Path) -> None:
    run(plans, output)
    before = {path: path.read_bytes() for path in output.rglob("*.pdf")}
    run(plans, output, force=True)
    assert {path: path.read_bytes() for path in output.rglob("*.pdf")} == before


@pytest.mark.parametrize(
    "option", [{"overrides": ("plan.title=New",)}, {"brand": "cliff"}, {"lang": "zh"}], ids=["set", "brand", "lang"]
)
def test_another_option_is_another_document(plans: Path, output: Path, option: dict[str, object]) -> None:
    run(plans, output)
    assert unchanged(run(plans, output, **option)) == [False, False]
    assert unchanged(run(plans, output, **option)) == [True, True]


def touch_plan(plans: Path, output: Path) -> None:
    write_plan(plans, "harbour", text="# changed\n")


def add_workspace(plans: Path, output: Path) -> None:
    (plans / "acbp.yaml").write_text("stale_after: 100\n", encoding="utf-8")


def touch_document(plans: Path, output: Path) -> None:
    next(output.rglob("*customer*.pdf")).write_bytes(b"%PDF touched")


def remove_document(plans: Path, output: Path) -> None:
    next(output.rglob("*internal*.pdf")).unlink()


def spoil_record(plans: Path, output: Path) -> None:
    for record in output.rglob("*.json"):
        record.write_text("{", encoding="utf-8")


def add_brand_of_the_same_name(plans: Path, output: Path) -> None:
    pack = plans / "brands" / "spring"
    pack.mkdir(parents=True)
    (pack / "brand.yml").write_text('color: {primary: "#123456"}\n', encoding="utf-8")


def add_template(plans: Path, output: Path) -> None:
    add_workspace(plans, output)
    run(plans, output)
    style = plans / "templates" / "report" / "report.css"
    style.parent.mkdir(parents=True)
    style.write_text("p { color: red }", encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        touch_plan,
        add_workspace,
        touch_document,
        remove_document,
        spoil_record,
        add_brand_of_the_same_name,
        add_template,
    ],
)
def test_whatever_decides_the_pages_makes_them_anew(plans: Path, output: Path, change) -> None:
    run(plans, output)
    change(plans, output)
    assert unchanged(run(plans, output)) == [False, False]
    assert unchanged(run(plans, output)) == [True, True]


def test_a_section_file_or_a_logo_that_appears_makes_the_pages_anew(tmp_path: Path, output: Path) -> None:
    file = write_plan(tmp_path / "plans" / "harbour", "harbour")
    text = file.read_text("utf-8").replace("short_name: Harbour\n", "short_name: Harbour\n  logo: logo.svg\n")
    folder = file.parent
    file.rename(folder / "plan.yaml").write_text(text, encoding="utf-8")
    run(folder, output)
    assert unchanged(run(folder, output)) == [True, True]
    (folder / "goals.yaml").write_text("statement: Grow\n", encoding="utf-8")
    assert unchanged(run(folder, output)) == [False, False]
    (folder / "logo.svg").write_text("<svg/>", encoding="utf-8")
    assert unchanged(run(folder, output)) == [False, False]
    assert unchanged(run(folder, output)) == [True, True]


def test_a_plan_edited_while_it_is_built_is_built_again(plans: Path, output: Path) -> None:
    def edit(plan: object, workspace: object, **how: object):
        touch_plan(plans, output)
        return render(plan, workspace, **how)

    build([plans], Options(output=output, workers=1), lambda *given: None, edit)
    assert unchanged(run(plans, output)) == [False, False]


def test_the_records_of_an_edition_know_nothing_of_the_other(plans: Path, output: Path) -> None:
    run(plans, output)
    customer = "".join(file.read_text("utf-8") for file in (output / ".acbp" / "customer").iterdir())
    assert set(json.loads(customer)) == {"version", "digest", "sha256", "pages", "problems", "pictures"}
    internal = "".join(file.read_text("utf-8") for file in (output / ".acbp" / "internal").iterdir())
    assert json.loads(internal)["sha256"] not in customer


def test_a_plan_with_errors_stops_no_other_and_keeps_its_older_document(plans: Path, output: Path) -> None:
    run(plans, output)
    write_plan(plans, "coast")
    (plans / "harbour.yaml").write_text("plan:\n  id: harbour\n  titel: x\n", encoding="utf-8")
    outcome = run(plans, output)
    assert outcome.exit_code == 1
    assert [(plan.name.rsplit("/", 1)[-1], plan.is_built) for plan in outcome.plans] == [
        ("coast.yaml", True),
        ("harbour.yaml", False),
    ]
    assert len(list(output.rglob("harbour*.pdf"))) == 2


def test_an_error_found_in_one_edition_keeps_that_edition_back(tmp_path: Path, output: Path) -> None:
    write_plan(tmp_path / "plans", "lacks-a-glyph")
    outcome = build([tmp_path / "plans"], Options(output=output, workers=1), lambda *given: None, misbehave)
    assert outcome.exit_code == 1
    assert [path.name for path in output.rglob("*.pdf")] == ["lacks-a-glyph-internal-report-en.pdf"]
    assert [problem.code for problem in outcome.plans[0].problems] == ["E901"]


def test_warnings_are_told_again_for_an_unchanged_plan(tmp_path: Path, output: Path) -> None:
    write_plan(tmp_path / "plans", "warns")
    for _ in range(2):
        outcome = build([tmp_path / "plans"], Options(output=output, workers=1), lambda *given: None, misbehave)
        assert [problem.code for problem in outcome.plans[0].problems] == ["W104"]
    assert unchanged(outcome) == [True, True]


def test_two_plans_of_one_id_are_both_built_and_told(plans: Path, output: Path) -> None:
    write_plan(plans / "again", "harbour", "en")
    write_plan(plans / "chinese", "harbour", "zh")
    outcome = run(plans, output)
    problems = [problem for plan in outcome.plans for problem in plan.problems]
    assert outcome.exit_code == 0
    assert [problem.code for problem in problems] == ["W906", "W906"]
    for problem in problems:
        assert "again/harbour.yaml" in problem.message("en")
        assert "plans/harbour.yaml" in problem.message("en")
    english = {path.parent.name for path in output.rglob("*-en.pdf") if "harbour" in path.name}
    assert english == {"harbour", "harbour@harbour"}
    assert {path.parent.name for path in output.rglob("*-zh.pdf")} == {"harbour"}


def test_plans_of_one_id_are_left_alone_when_unchanged(plans: Path, output: Path) -> None:
    write_plan(plans / "again", "harbour", "en")
    first = run(plans, output)
    again = run(plans, output)
    assert unchanged(again) == [True] * len(unchanged(again))
    assert [d.path for plan in again.plans for d in plan.documents] == [
        d.path for plan in first.plans for d in plan.documents
    ]
    assert len({d.path for plan in again.plans for d in plan.documents}) == len(unchanged(again))


def test_a_language_for_all_makes_plans_of_two_languages_share_a_name(plans: Path, output: Path) -> None:
    write_plan(plans / "chinese", "harbour", "zh")
    assert [problem for plan in run(plans, output).plans for problem in plan.problems] == []
    assert {problem.code for plan in run(plans, output, lang="en").plans for problem in plan.problems} == {"W906"}


def test_an_unknown_brand_is_told_where_it_is_written(plans: Path, output: Path) -> None:
    write_plan(plans, "harbour", text="").write_text(
        (plans / "harbour.yaml").read_text("utf-8").replace("  year:", "  brand: clif\n  year:"), encoding="utf-8"
    )
    (problem,) = run(plans, output).plans[0].problems
    assert (problem.code, problem.item) == ("E810", "plan.brand")
    assert problem.place is not None and problem.place.excerpt == "  brand: clif"
    (problem,) = run(plans, output, brand="none").plans[0].problems
    assert (problem.code, problem.place) == ("E810", None)


def test_a_folder_that_cannot_be_written_to_is_told_once(plans: Path, tmp_path: Path) -> None:
    write_plan(plans, "coast")
    (tmp_path / "taken").touch()
    outcome = run(plans, tmp_path / "taken")
    assert (outcome.exit_code, outcome.plans, [each.code for each in outcome.problems]) == (1, (), ["E909"])


def test_paths_without_a_plan_are_told(tmp_path: Path, output: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcome = build([tmp_path / "empty", tmp_path / "none.yaml"], Options(output=output), lambda *given: None)
    assert [problem.code for problem in outcome.problems] == ["E002", "E001"]
    assert (outcome.exit_code, output.exists()) == (1, False)


def test_a_fault_of_ours_is_told_with_a_log(tmp_path: Path, output: Path) -> None:
    write_plan(tmp_path / "plans", "fails-here")
    write_plan(tmp_path / "plans", "harbour")
    outcome = build([tmp_path / "plans"], Options(output=output, workers=1), lambda *given: None, misbehave)
    assert outcome.exit_code == 3
    failed, built = outcome.plans
    assert (failed.fault, built.is_built) == (True, True)
    (problem,) = failed.problems
    log = Path(problem.values["log"]).read_text("utf-8")
    assert "RuntimeError: a fault of ours" in log and "weasyprint:" in log
    assert (output / ".acbp" / "faults") in Path(problem.values["log"]).parents


def test_progress_counts_every_plan(plans: Path, output: Path) -> None:
    for name in ("coast", "dune"):
        write_plan(plans, name)
    seen: list[tuple[int, int]] = []

    def report(plan: PlanOutcome, done: int, total: int) -> None:
        seen.append((done, total))

    build([plans], Options(output=output, workers=1), report, render)
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_parts_left_over_by_a_dead_build_are_removed(plans: Path, output: Path) -> None:
    part = output / "harbour" / ".harbour.pdf.12ab.part"
    part.parent.mkdir(parents=True)
    part.touch()
    os.utime(part, (time.time() - 9000,) * 2)
    run(plans, output)
    assert not part.exists()


BROKEN = {
    "missing": "plan:\n  id: broken-1\n",
    "colon": "plan：\n  id: broken-2\n",
    "tab": "plan:\n\tid: broken-3\n",
    "twice": "plan:\n  id: a\n  id: b\n",
    "empty": "# plan:\nplan:\n",
}


def test_of_fifty_plans_five_broken_ones_are_named(tmp_path: Path, output: Path) -> None:
    for number in range(45):
        write_plan(tmp_path / "plans", f"plan-{number:02}")
    for name, text in BROKEN.items():
        (tmp_path / "plans" / f"broken-{name}.yaml").write_text(text, encoding="utf-8")
    outcome = build([tmp_path / "plans"], Options(output=output, workers=2), lambda *given: None, render)
    failed = [Path(plan.name).stem for plan in outcome.plans if not plan.is_built]
    assert failed == sorted(f"broken-{name}" for name in BROKEN)
    assert all(any(problem.is_error for problem in plan.problems) for plan in outcome.plans if not plan.is_built)
    assert len(list(output.rglob("*.pdf"))) == 90
    assert outcome.exit_code == 1
