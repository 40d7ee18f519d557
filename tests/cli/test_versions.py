"""The commands of a plan's life: init, fmt, status, roll, build with its proof, verify and extract."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.building.stand_in import write_plan
from tests.history.ledger import PLAN
from tests.rendering.reading import Pdf


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Anna Reed")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "anna@example.com")
    return write_plan(Path("plans"), "harbour")


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], check=True, capture_output=True, encoding="utf-8").stdout.strip()


def test_a_committed_plan_is_proved_to_the_byte(acbp, plan: Path) -> None:
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Agree with Harbour")
    commit = git("rev-parse", "HEAD")
    pdf = acbp("build", "plans", "--edition", "customer").out.strip()
    plan.write_text(plan.read_text("utf-8").replace("Plan harbour", "Another plan"), "utf-8")
    told = acbp("verify", pdf)
    assert told.code == 0, told.err
    assert commit in told.out and "Agree with Harbour" in told.out and "gives the same bytes" in told.out
    read = json.loads(acbp("verify", pdf, "--format", "json").out)
    assert (read["plan"], read["commit"], read["same"], read["edition"]) == ("harbour", commit, True, "customer")
    changed = acbp("build", "plans", "--edition", "customer").out.strip()
    assert changed == pdf
    plan.unlink()
    lost = acbp("verify", pdf)
    assert lost.code == 1 and "E922" in lost.err


def test_uncommitted_changes_prove_nothing_even_while_they_lie_there(
    acbp, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Agree with Harbour")
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("Plan harbour", "Another plan"), "utf-8")
    pdf = acbp("build", "plans", "--edition", "customer").out.strip()
    told = acbp("verify", pdf)
    assert told.code == 1 and "E926" in told.err and "commit the plan, and build again" in told.err
    assert "plan      harbour V1.0" in told.out and "uncommitted changes" in told.out
    assert "give the same bytes, but they are in no commit" in told.out
    read = json.loads(acbp("verify", pdf, "--format", "json").out)
    assert (read["same"], read["proved"]) == (True, False)
    plan.write_text(text.replace("Plan harbour", "A third plan"), "utf-8")
    other = acbp("verify", pdf)
    assert other.code == 1 and "gives other bytes" in other.out and "E926" in other.err
    monkeypatch.setenv("ACBP_LANG", "zh")
    assert "未提交的改动" in acbp("verify", pdf).err
    monkeypatch.setenv("ACBP_LANG", "en")
    plan.write_text(text, "utf-8")
    put_in = acbp("build", "plans", "--edition", "customer", "--set", "plan.owner=Ben").out.strip()
    assert acbp("verify", put_in).code == 1


def test_changes_since_a_revision_are_proved_with_it(acbp, plan: Path) -> None:
    git("init", "-q")
    text = plan.read_text("utf-8")
    for number, title in enumerate(("Plan harbour", "Our plan", "Our own plan")):
        plan.write_text(text.replace("Plan harbour", title), "utf-8")
        git("add", "-A")
        git("commit", "-qm", title)
        git("branch", f"step-{number}")
    signed = git("rev-parse", "step-0")
    pdf = acbp("build", "plans", "--edition", "customer", "--changes-since", "step-0").out.strip()
    # Where the branch points to by now is no matter, nor what became of the plan.
    git("branch", "-f", "step-0", "step-1")
    plan.write_text(text, "utf-8")
    git("commit", "-qam", "Back")
    told = acbp("verify", pdf)
    assert told.code == 0, told.out + told.err
    assert f"since     {signed}" in told.out
    assert json.loads(acbp("verify", pdf, "--format", "json").out)["since"] == signed


def test_a_document_of_another_repository_is_refused(acbp, plan: Path) -> None:
    for home in (Path("plans"), Path("stranger/plans")):
        write_plan(home, "harbour")
        git("-C", str(home), "init", "-q")
        git("-C", str(home), "add", "-A")
        git("-C", str(home), "commit", "-qm", f"Begin {home}")
    pdf = acbp("build", "stranger", "--edition", "customer").out.strip()
    told = acbp("verify", pdf, "--plan", "plans/harbour.yaml")
    assert told.code == 1 and "E703 this repository has no commit" in told.err and "git fetch" in told.err
    assert acbp("verify", pdf, "--plan", "stranger/plans/harbour.yaml").code == 0


def test_the_source_goes_with_the_internal_edition_and_comes_back(acbp, plan: Path) -> None:
    internal, customer = acbp("build", "plans", "--attach-source").out.split()
    restored = acbp("extract", internal, "back")
    assert restored.code == 0, restored.err
    (file,) = restored.out.split()
    assert Path(file).read_bytes() == plan.read_bytes()
    refused = acbp("extract", customer)
    assert refused.code == 1 and "E921" in refused.err
    assert "not kept in git" in acbp("verify", customer).out


def test_files_are_put_in_order(acbp, plan: Path) -> None:
    plan.write_text(plan.read_text("utf-8").replace("year: 2028", "year: 2028  "), "utf-8")
    looked = acbp("fmt", "plans", "--check")
    assert (looked.code, looked.out) == (1, "plans/harbour.yaml\n")
    Path("acbp.yaml").write_text("stale_after: 10  \n", "utf-8")
    assert acbp("fmt", "plans", "--check").out == "plans/harbour.yaml\nacbp.yaml\n"
    assert acbp("fmt", "plans").code == 0
    assert acbp("fmt", "plans", "--check").code == 0
    plan.write_text("plan: [\n", "utf-8")
    assert acbp("fmt", "plans").code == 1


def test_plans_are_listed_even_with_errors(acbp, plan: Path) -> None:
    write_plan(Path("plans"), "torn", text="objectives: [\n")
    told = acbp("status", "plans", "--as-of", "2028-03-01")
    assert told.code == 0
    assert "harbour.yaml" in told.out and "1 error" in told.out
    assert "草稿" in acbp("status", "plans", "--lang", "zh").out
    assert json.loads(acbp("status", "plans", "--format", "json", "--as-of", "2028-03-01").out)["as_of"] == "2028-03-01"
    assert acbp("status", "absent").code == 1


def test_a_plan_is_rolled_on(acbp, plan: Path) -> None:
    told = acbp("roll", plan, "--year", "2029")
    assert (told.code, told.out.strip()) == (0, "plans/harbour-2029.yaml")
    assert "acbp validate plans/harbour-2029.yaml" in told.err
    assert acbp("roll", plan, "--year", "2029").code == 1


def test_a_repository_is_begun(acbp, plan: Path) -> None:
    told = acbp("init", "new", "--year", "2028", "--lang", "en")
    assert told.code == 0, told.err
    assert "new/acbp.yaml" in told.out.split()
    assert Path("new/.git").is_dir() and Path("new/plans/harbour-2028/plan.yaml").is_file()
    begun = Path("new/plans/harbour-2028/plan.yaml")
    git("-C", "new", "add", "-A")
    git("-C", "new", "commit", "-qm", "Begin")
    # A draft changes as it likes.
    begun.write_text(begun.read_text("utf-8").replace("name: Nuts", "name: Nuts and seeds"), "utf-8")
    told = acbp("validate", "new", "--strict")
    assert told.code == 0, told.err
    again = acbp("init", "new")
    assert again.code == 0 and again.out == "" and "left as it is" in again.err


REVIEWED = """\
{plan}reviews:
  - {{period: Q1, date: 2027-04-10, forecast: {first}, actuals: {{categories: {{tea: 12}}}}}}
{more}"""
SECOND = "  - {period: Q2, date: 2027-07-10, forecast: 115, actuals: {categories: {tea: 22}}}\n"


def test_a_review_prints_what_git_remembers_and_is_proved_with_it(
    acbp, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q")

    def commit(day: str, version: str, first: str, more: str = "") -> None:
        dated = PLAN.replace("2027-01-04", f"{day}\n  version: {version}")
        plan.write_text(REVIEWED.format(plan=dated, first=first, more=more), "utf-8")
        for role in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{role}_DATE", f"{day}T10:00:00")
        git("add", "-A")
        git("commit", "-qm", version)

    asked = ("build", "plans", "--format", "review", "--edition", "internal")
    commit("2027-04-10", "V1.1", "108")
    commit("2027-07-10", "V2.0", "104", SECOND)
    pdf = Path(acbp(*asked).out.strip())
    text = "".join(Pdf(pdf.read_bytes()).texts)
    # 108 − 12 were to come after Q1, 20 ÷ 90 of them in Q2; 22 came.
    assert "V1.1,10April20271082122" in text
    assert "aslastcommittedbeforetheendofQ2" in text and "Accuracy=1−|actual−expected|" in text
    told = acbp("explain", plan, "reviews.Q2.forecasts.Q1.accuracy").out
    assert "reviews.Q2.forecasts.Q1.forecast = £108k" in told and "reviews.Q1.forecast" not in told
    told = acbp("explain", plan, "reviews.Q2.forecasts.Q1.forecast").out
    assert "git: V1.1" in told and "2027-04-10" in told
    # As long as nothing was committed it is left alone; what came later is nothing to it.
    assert "1 of them unchanged" in acbp(*asked).err
    commit("2027-06-29", "V2.1", "90", SECOND.replace("22}", "21}"))
    assert acbp("verify", pdf).code == 0, acbp("verify", pdf).out
    git("clone", "-q", "--depth", "2", Path.cwd().as_uri(), "shallow")
    refused = acbp("verify", pdf, "--plan", "shallow/plans/harbour.yaml")
    assert refused.code == 1 and "git fetch --unshallow" in refused.err
    assert "1 of 1 plan built." in acbp(*asked).err
    # Without git there is what the plan itself says.
    Path(".git").rename("no-git")
    pdf = Path(acbp(*asked).out.strip())
    text = "".join(Pdf(pdf.read_bytes()).texts)
    assert "attheQ1review90" in text and "Onrecord" not in text
    assert "reviews.Q1.forecast = £90k" in acbp("explain", plan, "reviews.Q2.forecasts.Q1.accuracy").out


def test_the_customers_review_knows_no_forecast(acbp, plan: Path) -> None:
    git("init", "-q")
    plan.write_text(REVIEWED.format(plan=PLAN, first="108", more=SECOND), "utf-8")
    git("add", "-A")
    git("commit", "-qm", "Q2")
    pdf = Path(acbp("build", "plans", "--format", "review", "--edition", "customer").out.strip())
    text = "\n".join(Pdf(pdf.read_bytes()).texts)
    assert "forecast" not in text.lower() and "108" not in text
