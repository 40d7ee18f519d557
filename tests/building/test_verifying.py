from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from acbp.building.builder import build
from acbp.building.jobs import Options
from acbp.building.verifying import find_plan, read_proof, rebuild
from acbp.problems import Problem
from acbp.rendering.redline import Redline
from acbp.rendering.stamp import Stamp

from .stand_in import write_plan

COMMIT = "3badff0" + "0" * 33


def made(folder: Path, plan: Path, **options: object) -> Path:
    """The PDF of a plan's customer edition as a build with the real renderer makes it."""
    asked = Options(folder, ("customer",), workers=1, **options)  # type: ignore[arg-type]
    outcome = build([plan], asked, lambda *_: None)
    return outcome.plans[0].documents[0].path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return write_plan(tmp_path / "plans", "harbour")


def stamped(_: object) -> Stamp:
    return Stamp(COMMIT)


def test_a_pdf_says_what_it_was_made_of_and_the_same_comes_out_again(plan: Path, tmp_path: Path) -> None:
    asked = {"as_of": date(2028, 3, 1), "lang": "zh", "brand": "cliff", "read_stamp": stamped}
    proof = read_proof(made(tmp_path / "out", plan, **asked))
    assert not isinstance(proof, Problem)
    assert (proof.plan, proof.version, proof.edition, proof.form, proof.language) == (
        "harbour",
        "V1.0",
        "customer",
        "report",
        "zh",
    )
    assert (proof.as_of, proof.commit, proof.brand) == (date(2028, 3, 1), COMMIT, "Cliff")
    assert len(proof.digest) == 64 and not proof.has_source
    assert rebuild(plan, proof) == proof.content
    plan.write_text(plan.read_text("utf-8").replace("Plan harbour", "Plan of Harbour"), "utf-8")
    again = rebuild(plan, proof)
    assert isinstance(again, bytes) and again != proof.content
    plan.write_text("plan: [\n", "utf-8")
    broken = rebuild(plan, proof)
    assert isinstance(broken, Problem) and broken.code == "E923"


def test_a_document_with_changes_since_another_version_is_built_again_with_them(plan: Path, tmp_path: Path) -> None:
    redline = Redline("V0.9", date(2028, 1, 1), COMMIT, ())
    proof = read_proof(made(tmp_path / "out", plan, read_redline=lambda *_: redline))
    assert not isinstance(proof, Problem) and proof.since == COMMIT
    assert rebuild(plan, proof, lambda *_: redline) == proof.content
    assert rebuild(plan, proof, lambda *_: replace(redline, version="V0.8")) != proof.content
    missing = Problem("E703", {"revision": COMMIT})
    assert rebuild(plan, proof, lambda *_: (missing,)) == missing


def test_values_put_in_are_uncommitted(plan: Path, tmp_path: Path) -> None:
    proof = read_proof(made(tmp_path / "out", plan, read_stamp=stamped, overrides=("plan.owner=Ben",)))
    assert not isinstance(proof, Problem)
    assert proof.commit == "uncommitted"


def test_another_stamp_is_another_document(plan: Path, tmp_path: Path) -> None:
    first = made(tmp_path / "out", plan, read_stamp=stamped)
    before = first.read_bytes()
    assert made(tmp_path / "out", plan, read_stamp=stamped).read_bytes() == before
    assert made(tmp_path / "out", plan, read_stamp=lambda _: Stamp("9" * 40)).read_bytes() != before


def test_a_plan_is_found_by_its_id(plan: Path, tmp_path: Path) -> None:
    write_plan(tmp_path / "plans", "other")
    assert find_plan("harbour", [tmp_path]) == plan
    missing = find_plan("absent", [tmp_path])
    assert isinstance(missing, Problem) and missing.code == "E922"


@pytest.mark.parametrize("content", [b"%PDF-1.7 of another program", b"no PDF"])
def test_another_programs_file_proves_nothing(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(content)
    proof = read_proof(tmp_path / "x.pdf")
    assert isinstance(proof, Problem) and proof.code == "E920"
