"""One plan into real pages, and the same bytes each time."""

from pathlib import Path

import pytest

from acbp.building.jobs import Options
from acbp.building.making import make
from acbp.building.scaffold import create
from acbp.loading.source import PlanSource
from tests.building.stand_in import write_plan


def test_a_small_plan_becomes_the_same_real_pdf_twice(tmp_path: Path) -> None:
    source = PlanSource(write_plan(tmp_path, "harbour"))
    made = []
    for output in (tmp_path / "one", tmp_path / "two"):
        outcome = make(source, Options(output=output))
        assert [problem.message("en") for problem in outcome.problems] == []
        assert all(document.pages >= 2 for document in outcome.documents)
        made.append([document.path.read_bytes() for document in outcome.documents])
    assert made[0] == made[1]
    internal, customer = made[0]
    assert internal.startswith(b"%PDF-") and customer.startswith(b"%PDF-")
    assert internal != customer


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_plan_to_begin_with_is_built_with_every_page(tmp_path: Path, lang: str) -> None:
    folder = create(tmp_path / "harbour", 2028, lang).folder
    outcome = make(PlanSource(folder / "plan.yaml", is_folder=True), Options(tmp_path / "output", ("internal",)))
    assert [problem.message("en") for problem in outcome.problems] == []
    (document,) = outcome.documents
    assert document.pages >= 18


def test_a_missing_picture_is_an_error_at_its_place_and_no_crash(tmp_path: Path) -> None:
    space = "space:\n  conclusion: Hold 28%\n  photos:\n    - {name: Bay, before: bay.jpg}\n"
    outcome = make(PlanSource(write_plan(tmp_path, "harbour", text=space)), Options(output=tmp_path / "output"))
    assert [(problem.code, problem.item) for problem in outcome.problems] == [("E001", "space.photos[1].before")]
    assert outcome.problems[0].place is not None and outcome.problems[0].place.excerpt.endswith(
        "{name: Bay, before: bay.jpg}"
    )
    assert outcome.documents == ()


def test_the_workspaces_own_words_are_printed_and_its_faulty_template_is_told(tmp_path: Path) -> None:
    source = PlanSource(write_plan(tmp_path / "plans", "harbour"))
    (tmp_path / "acbp.yaml").write_text("stale_after: 100\n", encoding="utf-8")
    words = tmp_path / "templates" / "messages" / "en" / "ours.yml"
    words.parent.mkdir(parents=True)
    options = Options(tmp_path / "output", ("internal",), force=True)
    before = make(source, options).documents[0].path.read_bytes()
    words.write_text("contents:\n  lead: Read this first.\n", encoding="utf-8")
    assert make(source, options).documents[0].path.read_bytes() != before
    words.write_text("contents:\n  laed: Read this first.\n", encoding="utf-8")
    outcome = make(source, options)
    assert outcome.documents == ()
    (problem,) = outcome.problems
    assert problem.code == "E201" and problem.place is not None
    assert (problem.place.file.rpartition("/")[2], problem.place.line) == ("ours.yml", 2)
